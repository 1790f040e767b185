/** The look of documents in HTML, on a screen and on A4; its digest is in the page's security policy. */
export const style = `
:root { color-scheme: light; --paper: #fff; --ink: #1c2430; --soft: #566170; --line: #d5dbe3; --pale: #f5f7fa; --blue: #1f4e8c; --red: #b3261e; --amber: #8a5a00; --green: #1b6b3a; --blue-pale: #eef4fb; --red-pale: #fdf1f0; --amber-pale: #fff8e8; --filled-red: #b3261e; --filled-blue: #1f4e8c; --hit: #ffe58a; --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", Arial, sans-serif; }
html:lang(en) { --sans: "Segoe UI", Arial, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #14181e; --ink: #e2e6ec; --soft: #a7b1be; --line: #3a434f; --pale: #1c222b; --blue: #8fb8f2; --red: #ff9f96; --amber: #e3b862; --green: #83d2a2; --blue-pale: #1a2635; --red-pale: #331b1b; --amber-pale: #2d2614; --hit: #4d3f0c; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
html.scripted { scroll-padding-top: 5rem; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; }
html:lang(en) body { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", serif; }
h1, h2, h3, h4, h5, th, nav, .badge, .badges, .tools, .outside { font-family: var(--sans); }
header, main, footer { max-width: 56rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
main { padding-bottom: 6rem; }
main:has(+ footer) { padding-bottom: 2.5rem; }
.stamp { position: fixed; top: 50%; left: 50%; translate: -50% -50%; rotate: -30deg; z-index: 1; pointer-events: none; color: var(--red); opacity: .16; font: 700 min(9rem, 22vw)/1 var(--sans); letter-spacing: .2em; white-space: nowrap; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 2rem; line-height: 1.35; margin: 3rem 0 1.5rem; }
h2 { font-size: 1.5rem; margin: 4rem 0 1rem; padding-bottom: .4rem; border-bottom: 2px solid var(--blue); }
h3 { font-size: 1.2rem; margin: 2.5rem 0 .8rem; }
h4 { font-size: 1.08rem; margin: 2.8rem 0 .6rem; padding: .35rem .7rem; background: var(--pale); border-left: 4px solid var(--blue); }
h5 { font-size: .95rem; margin: 1.4rem 0 .3rem; color: var(--blue); }
p, ul, ol, blockquote, table { margin: .6rem 0; }
ul, ol { padding-left: 1.6rem; }
li { margin: .15rem 0; }
a { color: var(--blue); text-underline-offset: .18em; text-decoration-thickness: 1px; }
nav a, .tools a { text-decoration: none; }
a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; border-radius: 2px; }
:target, .rule:has(> :target) > :first-child { outline: 2px solid var(--blue); outline-offset: 4px; }
code { font: .84em/1.5 "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; color: var(--soft); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.scroll { position: relative; overflow-x: auto; margin: .6rem 0; }
.scroll > table { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.6; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { white-space: nowrap; }
@media screen { td .whole { white-space: nowrap; } }
th { background: var(--pale); font-weight: 600; }
table.particulars td:first-child, table.technical td:first-child, table.cover td:first-child { width: 8em; background: var(--pale); white-space: nowrap; }
table.particulars thead, table.technical thead, table.cover thead { display: none; }
table.examples td:first-child, table.changes td:first-child, table.changes td:nth-child(2), table.decision td:first-child { white-space: nowrap; }
table.limits td:last-child, table.editions td:first-child, table.values td:nth-child(2), table.values td:nth-child(3), table.risk td:nth-child(2), table.risk td:nth-child(3), table.risk td:last-child { white-space: nowrap; }
table.glance td:first-child { width: 24%; }
table.glance td:nth-child(3) { width: 22%; }
table.approval td { height: 2.6rem; }
table.beside { table-layout: fixed; }
table.beside th:nth-child(-n + 2) { width: 42%; }
table.clauses { table-layout: fixed; }
table.clauses th:nth-child(1) { width: 24%; }
table.clauses th:nth-child(2) { width: 44%; }
table.clauses th:nth-child(3) { width: 12%; }
blockquote { margin-left: 0; padding: .4rem 1rem; border-left: 4px solid var(--line); background: var(--pale); }
blockquote.red-line { border-color: var(--red); background: var(--red-pale); }
blockquote.red-line strong, blockquote.unverified strong { color: var(--red); }
blockquote.unverified { border-color: var(--amber); background: var(--amber-pale); }
blockquote.generated, blockquote.note { font-size: .88rem; color: var(--soft); }
.badges { font-size: .86rem; color: var(--soft); margin-top: .3rem; }
code.badge { font-family: inherit; font-size: .8rem; padding: .1rem .5rem; border: 1px solid currentColor; border-radius: 3px; color: var(--soft); white-space: nowrap; }
code.badge.red { color: #fff; background: var(--filled-red); border-color: var(--filled-red); }
code.badge.regulation { color: var(--red); }
code.badge.bank { color: var(--blue); }
code.badge.branch { color: #fff; background: var(--filled-blue); border-color: var(--filled-blue); }
code.badge.service { color: var(--green); }
p.criterion { padding: .5rem 1rem; margin-bottom: 0; background: var(--blue-pale); border-radius: 4px; }
ol.criterion { margin-top: 0; padding: .2rem 1rem .6rem 2.6rem; background: var(--blue-pale); border-radius: 0 0 4px 4px; }
blockquote.coming { border-color: var(--blue); }
p.scope { margin: .3rem 0; }
table.checklist td:first-child { text-align: center; }
table.checklist input { width: 1.1rem; height: 1.1rem; margin: .2rem 0; }
table.checklist td:nth-child(3) { width: 26%; }
table.checklist td:last-child { width: 24%; }
p.signature { margin: 1.6rem 0; }
p.issue-number { text-align: center; }
table.signatures td { height: 2.6em; }
p.signed { text-align: right; padding-right: 2em; }
ul.basis { font-size: .92rem; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
@media screen and (max-width: 40rem) { figure svg { max-width: none; min-width: 38rem; } }
figcaption { font-size: .88rem; color: var(--soft); }
details { margin: .6rem 0; font-size: .92rem; }
header.trail { padding-top: 1.2rem; color: var(--soft); font: .88rem/1.6 var(--sans); }
.trail :is(h1, h2, h3, p) { display: inline; margin: 0; padding: 0; border: 0; font-size: inherit; font-weight: 400; }
.trail :is(h2, h3)::before { content: " › "; content: " › " / ""; }
.trail p { float: right; margin-left: 1.5rem; }
.trail + nav + main > :is(h2, h3, h4):first-child { margin-top: 1.5rem; }
.trail:not(.continued) + nav + main > h3:first-child { font-size: 1.5rem; padding-bottom: .4rem; border-bottom: 2px solid var(--blue); }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .6rem 2rem; padding-bottom: 3rem; font-family: var(--sans); font-size: .92rem; }
footer a { flex: 1 1 14rem; padding-top: .6rem; border-top: 1px solid var(--line); text-decoration: none; }
footer a[rel=next] { text-align: right; }
footer span { display: block; color: var(--soft); font-size: .85rem; }
p.end { margin-top: 2rem; color: var(--soft); border-top: 1px solid var(--line); padding-top: .5rem; }
p.outside { padding: .3rem .8rem; font-size: .88rem; background: var(--amber-pale); border-left: 4px solid var(--amber); }
mark { color: inherit; background: var(--hit); }
.tools { position: sticky; top: 0; z-index: 2; padding: .6rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .92rem; line-height: 1.5; }
.bar { display: flex; flex-wrap: wrap; align-items: start; gap: .6rem; max-width: 54rem; margin: 0 auto; }
.tools :is(input, select, button) { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: .3rem .6rem; }
#find { flex: 1 1 16rem; min-width: 0; font-size: 1rem; }
.filters { margin: 0; font-size: inherit; }
.filters summary { padding: .35rem .8rem; border: 1px solid var(--soft); border-radius: 4px; cursor: pointer; }
.filters[open] { flex-basis: 100%; }
.filters[open] summary { width: max-content; }
.selects { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem 1rem; margin-top: .6rem; }
.selects label { display: flex; flex-direction: column; flex: 1 1 9rem; max-width: 100%; min-width: 0; color: var(--soft); font-size: .85rem; }
.selects select { width: 100%; font-size: .95rem; }
.tools p { max-width: 54rem; margin: .4rem auto 0; color: var(--soft); }
.tools p:empty { display: none; }
#found { position: absolute; top: 100%; left: 1.5rem; right: 1.5rem; max-width: 54rem; max-height: min(34rem, 70vh); overflow-y: auto; margin: -.3rem auto 0; padding: .2rem .8rem .6rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; box-shadow: 0 6px 24px rgb(0 0 0 / .18); }
#found ol { list-style: none; margin: .3rem 0; padding: 0; }
#found li { margin: 0; border-top: 1px solid var(--line); }
#found a { display: block; padding: .5rem .3rem; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
#found a:is(:hover, :focus-visible) { background: var(--blue-pale); outline-offset: -3px; }
#found strong { color: var(--blue); }
#found :is(.place, .extract) { display: block; font-size: .88rem; }
#found .place { color: var(--soft); }
body > nav { font-size: .9rem; line-height: 1.6; }
nav details { margin: 0; font-size: inherit; }
nav summary { cursor: pointer; }
nav summary h2 { display: inline; }
nav li { position: relative; }
nav a[aria-current] { font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; }
.fold { position: absolute; left: -1.25rem; width: 1.25rem; height: 1.6em; padding: 0; color: var(--soft); background: none; border: 0; cursor: pointer; font: inherit; }
.fold::before { content: "▾"; }
.folded > .fold::before { content: "▸"; }
.scripted nav > details > ul { padding-left: 1.25rem; }
@media screen { .folded > ul { display: none; } }
nav h2 { font-size: 1.1rem; margin: 0 0 .6rem; border: 0; padding: 0; }
nav ul { list-style: none; padding-left: .9rem; margin: .1rem 0; }
nav > details > ul { padding-left: 0; }
nav > details > ul > li { margin-top: .6rem; font-weight: 600; }
nav > details > ul > li ul { font-weight: 400; }
@media screen and (min-width: 76rem) {
  body:has(> nav) { display: grid; grid-template: "nav tools" auto "nav header" auto "nav main" 1fr "nav footer" auto / 21rem minmax(0, 1fr); }
  .tools { grid-area: tools; padding-left: 3rem; padding-right: 3rem; }
  .bar, .tools p, #found { max-width: 50rem; margin-left: 0; }
  #found { left: 3rem; right: 3rem; }
  header { grid-area: header; }
  body > nav { grid-area: nav; }
  main { grid-area: main; }
  footer { grid-area: footer; }
  body > nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1.2rem; border-right: 1px solid var(--line); background: var(--pale); }
  header:has(+ nav), nav ~ :is(main, footer) { width: 100%; margin: 0; padding-left: 3rem; padding-right: 3rem; }
}
@media (max-width: 75.99rem) {
  header, main, footer, nav, .tools { padding-left: 1rem; padding-right: 1rem; }
  #found { left: 1rem; right: 1rem; }
  .trail p { display: block; float: none; margin: 0; }
  body > nav { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 0; }
  h1, h2, h3, h4 { overflow-wrap: anywhere; }
}
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #5b6675; } }
@media print {
  body { font-size: 10.5pt; }
  .tools:not(:has(.shown:not(:empty))), .bar, #found, .fold { display: none; }
  .tools { position: static; padding: 0; border: 0; }
  .scroll { overflow: visible; }
  .rule:has(> :target) > :first-child, :target { outline: 0; }
  header, main, body > nav { max-width: none; padding: 0; }
  header:has(+ nav), body > nav { break-after: page; }
  header.trail:has(+ nav) { break-after: auto; }
  header.trail + nav, footer { display: none; }
  p:has(+ table) { break-after: avoid; }
  main > h2:not(:first-child) { break-before: page; }
  h2, h3, h4, h5 { break-after: avoid; }
  .sheet:not(h2 + .sheet) { break-before: page; }
  tr, blockquote, figure, p.criterion { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  th, h4, blockquote, p.criterion, ol.criterion, code.badge.red { print-color-adjust: exact; }
}
`;
