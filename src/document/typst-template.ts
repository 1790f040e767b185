/**
 * The look of documents in PDF (Typst 0.14, https://typst.app/docs): walks the nodes of `sys.inputs.document`,
 * JSON, which is never code to it.
 */
export const template = String.raw`
#let book = json(bytes(sys.inputs.document))
#let chinese = book.language.starts-with("zh")
// the compiler brings Libertinus, which is set closer than the letters of Noto
#let serif = if chinese { "Noto Serif SC" } else { ("Libertinus Serif", "Noto Serif SC") }
#let sans = "Noto Sans SC"
#let body-size = if book.form == "letter" { 12pt } else { 9pt }
#let table-size = if book.form == "letter" { 10pt } else { 8.5pt }
#let ink = rgb("#1c2430")
#let soft = rgb("#5b6675")
#let rule = rgb("#c3cbd6")
#let pale = rgb("#f3f5f9")
#let blue = rgb("#1f4e8c")
#let red = rgb("#b3261e")
#let amber = rgb("#8a5a00")
#let green = rgb("#1b6b3a")

#set document(title: book.title, date: datetime(year: book.day.at(0), month: book.day.at(1), day: book.day.at(2)))
#set text(
  font: serif, fallback: false, size: body-size, fill: ink,
  lang: book.language.split("-").first(), region: if chinese { "CN" } else { none },
  // quotation marks of Noto are as wide as characters of Chinese unless told otherwise
  features: if chinese { () } else { ("pwid",) },
)
#set par(justify: true, leading: if chinese { 0.58em } else { 0.52em }, spacing: 0.62em)
// the fonts have no triangular bullet
#set list(indent: 0.4em, body-indent: 0.5em, spacing: 0.52em, marker: ([•], [–]))
#set enum(indent: 0.2em, body-indent: 0.5em, spacing: 0.52em)

// the chapter that a page is in, or that begins on it
#let chapter() = {
  let here = here().page()
  let begun = query(heading.where(level: 1)).filter(it => it.location().page() <= here)
  if begun.len() > 0 { begun.last().body }
}
#let small(body) = text(font: sans, size: 8pt, fill: soft, body)
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 16mm, x: 16mm),
  header-ascent: 35%,
  header: context if here().page() > 1 {
    set par(first-line-indent: 0pt)
    small(grid(
      columns: (auto, 1fr, auto), column-gutter: 1em, inset: (bottom: 0.5em),
      grid.hline(y: 1, stroke: 0.5pt + rule),
      book.title,
      align(center, text(fill: red, weight: "bold", book.stamp)),
      chapter(),
    ))
  } else if book.stamp != "" { align(right, text(font: sans, size: 14pt, weight: "bold", fill: red, book.stamp)) },
  footer: context if here().page() > 1 {
    small(grid(
      columns: (1fr, auto),
      book.number + " · " + book.version,
      book.words.page.before + str(here().page()) + book.words.page.between
        + str(counter(page).final().first()) + book.words.page.after,
    ))
  },
  background: if book.stamp != "" {
    rotate(-40deg, text(font: sans, size: 110pt, weight: "bold", fill: luma(93%), book.stamp))
  },
)

#show heading: set text(font: sans, weight: "bold")
#show heading: set par(justify: false)
#show heading: set text(hyphenate: false)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => block(above: 2.4em, below: 1.2em, text(size: 18pt, it.body))
#show heading.where(level: 2): it => block(
  width: 100%, above: 1.8em, below: 0.9em, inset: (bottom: 0.35em), stroke: (bottom: 1.2pt + blue),
  text(size: 14pt, it.body),
)
#show heading.where(level: 3): it => block(
  width: 100%, above: 1em, below: 0.5em, inset: (x: 0.6em, y: 0.28em), fill: pale, stroke: (left: 3pt + blue),
  text(size: 11pt, it.body),
)
#show heading.where(level: 4): it => block(above: 1em, below: 0.55em, text(size: 10pt, fill: blue, it.body))
#show heading.where(level: 5): it => block(above: 0.9em, below: 0.5em, text(size: 9.5pt, it.body))
#show link: set text(fill: blue)
// the fonts have no other crosses
#show regex("[✕✗]"): strong("×")
#show outline.entry: set block(spacing: 0.55em)
#show outline.entry.where(level: 1): set block(above: 1.1em)
#show outline.entry.where(level: 1): set text(weight: "bold", font: sans)

#let badge(classes, body) = {
  let colour = if "red" in classes { red } else if "regulation" in classes { red } else if "bank" in classes { blue } else if "branch" in classes { blue } else if "service" in classes { green } else { soft }
  let filled = "red" in classes or "branch" in classes
  box(
    inset: (x: 0.4em), outset: (y: 0.25em), radius: 2pt, stroke: 0.5pt + colour,
    fill: if filled { colour } else { none },
    text(font: sans, size: 0.82em, fill: if filled { white } else { colour }, body),
  )
}

#let inline(nodes) = {
  for node in nodes {
    if type(node) == str { node }
    else if node.kind == "term" {
      if "badge" in node.classes { badge(node.classes, node.content) }
      else { text(font: sans, size: 0.86em, fill: soft, node.content) }
    }
    else if node.kind == "strong" { strong(inline(node.content)) }
    else if node.kind == "emphasis" { emph(inline(node.content)) }
    else if node.kind == "delete" { strike(inline(node.content)) }
    else if node.kind == "break" { linebreak() }
    else if node.kind == "link" {
      let to = if node.to.starts-with("#") { label(node.to.slice(1)) } else { node.to }
      link(to, inline(node.content))
      if "paged" in node.classes { box(width: 1fr, repeat(gap: 0.2em)[.]); context counter(page).at(to).first() }
    }
  }
}

#let note-colour(classes) = if "red-line" in classes { red } else if "unverified" in classes { amber } else { rule }

#let facts(node) = table(
  columns: (if chinese { 8.5em } else { 10em }, 1fr),
  stroke: 0.5pt + rule, inset: (x: 0.55em, y: 0.4em),
  fill: (column, _) => if column == 0 { pale },
  ..node.rows.map(row => (
    text(font: sans, inline(row.content.first())),
    table.cell(breakable: not row.isWhole, inline(row.content.slice(1).flatten())),
  )).flatten(),
)
#let grid-table(node) = table(
  columns: node.shares.map(share => share * 1fr),
  stroke: 0.5pt + rule, inset: (x: 0.5em, y: 0.38em),
  fill: (_, row) => if row == 0 { pale },
  table.header(..node.head.map(cell => text(font: sans, weight: "bold", inline(cell)))),
  ..node.rows.map(row => row.content.map(cell => table.cell(breakable: not row.isWhole, inline(cell)))).flatten(),
)

#let blocks(nodes, indent: false) = {
  for node in nodes {
    if node.kind == "page" { pagebreak(weak: true) }
    else if node.kind == "heading" {
      let made = heading(level: node.depth, outlined: node.isListed, bookmarked: node.depth <= 3, inline(node.content))
      if node.label == "" { made } else { [#made#label(node.label)] }
    }
    else if node.kind == "paragraph" {
      if "criterion" in node.classes { block(width: 100%, sticky: node.leads, spacing: 0.5em, inset: (x: 0.6em, y: 0.28em), radius: 2pt, fill: rgb("#eef4fb"), inline(node.content)) }
      else if "badges" in node.classes { block(width: 100%, sticky: true, below: 0.7em, par(justify: false, text(size: table-size, fill: soft, inline(node.content)))) }
      else if "addressee" in node.classes { block(width: 100%, par(first-line-indent: 0pt, inline(node.content))) }
      else if "issue-number" in node.classes { block(width: 100%, below: 1em, align(center, par(first-line-indent: 0pt, inline(node.content)))) }
      else if "signed" in node.classes { block(width: 100%, sticky: node.leads, inset: (right: 2em), align(right, par(first-line-indent: 0pt, inline(node.content)))) }
      else if "end" in node.classes { block(width: 100%, above: 1.6em, inset: (top: 0.5em), stroke: (top: 0.5pt + rule), text(size: 9pt, fill: soft, inline(node.content))) }
      else if "brief" in node.classes { block(width: 100%, sticky: node.leads, spacing: if chinese { 0.6em } else { 0.52em }, par(first-line-indent: 0pt, inline(node.content))) }
      else { block(width: 100%, sticky: node.leads, par(first-line-indent: if indent and chinese { (amount: 2em, all: true) } else { 0pt }, inline(node.content))) }
    }
    else if node.kind == "list" {
      if "index" in node.classes {
        set text(size: 8.5pt)
        columns(2, for item in node.content { block(spacing: 0.5em, blocks(item)) })
        continue
      }
      // a block that is as wide as its text is not justified to the margin
      let items = node.content.map(item => block(width: 100%, blocks(item)))
      if node.start > 0 { enum(start: node.start, ..items) }
      else if node.isToTick { list(marker: box(width: 0.7em, height: 0.7em, stroke: 0.7pt + ink), ..items) }
      else { list(..items) }
    }
    else if node.kind == "table" {
      set text(size: table-size)
      set par(justify: false, leading: if chinese { 0.6em } else { 0.5em }, first-line-indent: 0pt)
      block(width: 100%, breakable: not node.isWhole, if node.isOfFacts { facts(node) } else { grid-table(node) })
    }
    else if node.kind == "quote" {
      let colour = note-colour(node.classes)
      block(
        width: 100%, spacing: 0.5em, inset: (x: 0.8em, y: 0.32em), stroke: (left: 3pt + colour), fill: pale,
        text(size: if "note" in node.classes or "generated" in node.classes { 9pt } else { 1em }, blocks(node.content)),
      )
    }
    else if node.kind == "code" { block(width: 100%, inset: 0.6em, fill: pale, text(font: sans, size: 9pt, node.content)) }
    else if node.kind == "line" { line(length: 100%, stroke: 0.5pt + rule) }
    else if node.kind == "card" {
      block(width: 100%, breakable: not node.isWhole, blocks(node.content, indent: indent))
    }
    else if node.kind == "chart" {
      show figure: set block(sticky: true)
      figure(image(bytes(node.svg), format: "svg", alt: node.alt), caption: node.title, numbering: none)
    }
    else if node.kind == "contents" {
      pagebreak(weak: true)
      block(below: 1.2em, text(font: sans, weight: "bold", size: 18pt, book.words.contents))
      outline(title: none, depth: 3, indent: 1.2em)
    }
    else if node.kind == "cover" {
      if book.form == "book" { v(22%) }
      for part in node.content {
        if part.kind == "heading" {
          align(center, text(font: sans, size: if book.form == "book" { 28pt } else { 20pt }, weight: "bold", hyphenate: false, par(justify: false, leading: 0.5em, inline(part.content))))
          if part.label != "" { [#metadata(none)#label(part.label)] }
          v(if book.form == "book" { 3em } else { 1em })
        } else { blocks((part,)) }
      }
      if book.form == "book" { pagebreak(weak: true) }
    }
  }
}

#blocks(book.blocks, indent: true)
`;
