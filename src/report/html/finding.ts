import { placeWords, type PlaceView } from '../place-view.ts';
import type { ReasonView } from '../reason-view.ts';
import { kindAndLevel } from '../severity.ts';
import type { BasisView, OutcomeView } from '../view.ts';
import { html, joined, type Markup, type Part } from './markup.ts';
import { badge, editionFrom, editionOf, type Page, row, ruleName, table } from './page.ts';
import { lookupIn, type SeenPlace } from './places.ts';
import type { Found, JudgedSection, Section } from './sections.ts';
import { pointersCompared, pointersRead } from './seen.ts';

/** A finding with all that explains it: what was seen, where, by which clause, and what to do. */
export function findingCard(
  found: Found,
  section: Section,
  judged: JudgedSection,
  page: Page,
): Markup {
  const { outcome } = found.first;
  const { file } = section.file;
  return html`<article
    class="card ${outcome.status}"
    id="${found.anchor}"
    aria-labelledby="${found.anchor}-t"
  >
    <h4 id="${found.anchor}-t">
      <span class="number">${found.number}</span> ${headOf(found, page)}
    </h4>
    <p class="badges">${badge(outcome.status, page)} ${badgesOf(found, page)}</p>
    ${found.gate ? gateBody(found, file, judged, page) : singleBody(found.first, file, judged, page)}
  </article> `;
}

export function badgesOf(
  { first, redLine }: Pick<Found, 'first' | 'redLine'>,
  { run, options, words }: Page,
): readonly Part[] {
  const { kind, manual } = first.outcome;
  const weight = kindAndLevel(run.program, first.outcome, options.language);
  return [
    redLine ? html`<span class="badge red-line">${words.redLine}</span> ` : undefined,
    ...weight.map((says, index) =>
      kind && index === 0
        ? html`<span class="badge ${kind}">${says}</span> `
        : html`<span class="badge">${says}</span>`,
    ),
    manual ? html` <span class="badge">${words.byHand}</span>` : undefined,
  ];
}

/** `file.yaml:12:3  contract.amount` */
function placeText(
  file: string,
  place: Omit<PlaceView, 'file' | 'pointer'>,
  { book }: Page,
): Markup {
  const path = html`<code class="path">${place.path}</code>`;
  const where = place.row ? html`${placeWords(place, book)} ${path}` : path;
  return html`<code>${file}:${place.line}:${place.column}</code> ${where}`;
}

function headOf(found: Found, { words, book }: Page): Part {
  const { first, gate } = found;
  if (!gate) return html`${ruleName(first)} ${first.title}`;
  const rules = gate.join(book.terms.comma);
  return first.outcome.status === 'fail' ? words.gateFailed(rules) : words.gateUndecided(rules);
}

function singleBody(view: OutcomeView, file: string, judged: JudgedSection, page: Page): Markup {
  const { words, book } = page;
  const { label } = book.terms;
  const { outcome } = view;
  const post = view.posts === '' ? undefined : aside(label.post, view.posts, page);
  const day = outcome.day === null ? undefined : aside(words.judgedOn, outcome.day, page);
  const rows = [
    row(words.step, [view.step, post]),
    row(label.edition, [editionFrom(view, page), day]),
    row(label.because, reasons(view.because)),
    row(label.basis, basis(view.basis, page)),
    row(label.origin, view.origin),
    row(label.missing, missing(view)),
    view.group && row(label.group, view.group.text),
    row(label.place, placeText(view.at.file, view.at, page)),
    row(label.remedy, view.remedy),
    row(label.toPass, bounds(view, page)),
    row(label.by, view.by),
    row(label.waiver, waiver(view, file, judged, page)),
  ];
  return html`<p class="message">${view.message}</p>
    <dl>${rows}</dl>
    ${seen(view, file, judged, page)} ${formulas(view.because, page)}`;
}

/** A fact that goes with the one before it. */
function aside(term: string, says: string, { book }: Page): Markup {
  return html` <span class="soft">${term}${book.terms.colon}${says}</span>`;
}

/** One failed gate, and the steps that went ahead in spite of it. */
function gateBody(
  { views, gate = [] }: Found,
  file: string,
  { findings }: JudgedSection,
  page: Page,
): Markup {
  const { words, book } = page;
  const { label } = book.terms;
  const rows = views.map((view) => [
    view.step,
    html`<code>${view.outcome.rule}</code>`,
    editionOf(view, page),
    placeText(view.at.file, view.at, page),
  ]);
  const cited = new Map(
    views.flatMap(({ basis: clauses }) => clauses).map((clause) => [clause.clause, clause]),
  );
  const causes = findings
    .filter((found) => !found.gate && gate.includes(found.first.outcome.rule))
    .map(({ anchor, number }) => html`<a href="#${anchor}">${number}</a>`);
  return html`<p class="message">${words.wentAhead(views.length)}</p>
    <dl>${row(label.see, joined(causes, ' '))}</dl>
    ${table('steps', words.stepsWentAhead, [words.step, label.rule, label.edition, label.place], rows)}
    <details>
      <summary>${label.basis} <span class="count">${words.clauses(cited.size)}</span></summary>
      ${basis([...cited.values()], page)}
    </details> `;
}

function reasons(because: readonly ReasonView[]): Part {
  if (because.length === 0) return undefined;
  return html`<ul>
    ${because.map(({ text }) => html`<li>${text}</li>`)}
  </ul>`;
}

function basis(cited: readonly BasisView[], { book, words }: Page): Part {
  if (cited.length === 0) return undefined;
  const clauses = cited.map(({ title, clause, confidence, verified }) => {
    const warning = verified
      ? undefined
      : html` <strong class="unverified">${book.terms.unverified}</strong>`;
    return html`<li>
      ${title} <code class="clause">${clause}</code>
      <span class="soft">${words.confidence[confidence]}</span>${warning}
    </li>`;
  });
  return html`<ul>
    ${clauses}
  </ul>`;
}

/** Fields that would decide it, with their titles and why each is of no use. */
export function missing(view: OutcomeView): Part {
  if (view.missing.length === 0) return undefined;
  const fields = view.missing.map(
    ({ title, path, says }) => html`<li>${title} <code class="path">${path}</code> ${says}</li>`,
  );
  return html`<ul>
    ${fields}
  </ul>`;
}

function bounds(view: OutcomeView, { words }: Page): Part {
  if (view.toPass.length === 0) return undefined;
  return html`<ul>
      ${view.toPass.map((bound) => html`<li>${bound}</li>`)}
    </ul>
    <p class="soft">${words.eachAlone}</p>`;
}

/** The waiver that speaks of it: where it is, what it says, and what is wrong with it. */
function waiver(
  { outcome }: OutcomeView,
  file: string,
  { lookup }: JudgedSection,
  page: Page,
): Part {
  const { run, words, book } = page;
  const { waiver: use } = outcome;
  const place = use && lookup(use.pointer);
  if (!use || !place) return undefined;
  const names = [...run.program.subjects.values()].find(({ file: { waivers } }) => waivers)?.file
    .waivers;
  const fields = names
    ? [names.approvedOn, names.approvedBy, names.post, names.from, names.until]
    : [];
  const record = fields.flatMap((name) => lookup(`${use.pointer}/${name}`) ?? []);
  const problems = use.problems.map(
    (problem) => html`<li><strong>${book.terms.waiver[problem]}</strong></li>`,
  );
  return [
    placeText(file, place, page),
    problems.length > 0
      ? html`<ul>
          ${problems}
        </ul>`
      : undefined,
    seenTable(words.waiverRecord, record, page),
  ];
}

/** Every value that the reasons read, and where it is written. */
function seen({ outcome }: OutcomeView, file: string, judged: JudgedSection, page: Page): Part {
  const { group } = outcome;
  const { language, unmasked } = page.options;
  const { setting } = page.run.program;
  const lookup = group
    ? lookupIn(group.dossier, group.subject, language, unmasked, setting)
    : judged.lookup;
  const read = pointersRead(outcome);
  const compared = pointersCompared(outcome).filter((pointer) => !read.includes(pointer));
  const placed = compared
    .flatMap((pointer) => lookup(pointer) ?? [])
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  const found = [...read.flatMap((pointer) => lookup(pointer) ?? []), ...placed];
  return found.length === 0
    ? undefined
    : seenTable(
        group ? page.words.seen : [page.words.seen, html` <code>${file}</code>`],
        found,
        page,
        group !== undefined,
      );
}

/** @param named - each place with its file, for files judged together */
function seenTable(
  caption: Part,
  found: readonly SeenPlace[],
  { words }: Page,
  named = false,
): Markup {
  const rows = found.map(({ title, path, value, file, line, column }) => [
    title,
    value,
    html`<code class="path">${path}</code>`,
    named ? `${file}:${line}:${column}` : `${line}:${column}`,
  ]);
  return table('seen', caption, [words.field, words.value, words.path, words.lineAndColumn], rows);
}

function formulas(because: readonly ReasonView[], { words }: Page): Part {
  if (because.length === 0) return undefined;
  const lines = because.map(
    ({ expression, value, rounded }) =>
      html`<li>
        <code>${expression} = ${value}</code
        >${rounded ? html` <span class="soft">${words.exactly}</span>` : undefined}
      </li>`,
  );
  return html`<details>
    <summary>${words.formulas}</summary>
    <ul>
      ${lines}
    </ul>
  </details> `;
}
