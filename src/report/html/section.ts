import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Status } from '../../evaluate/outcome.ts';
import type { MissingReason } from '../../feel/value.ts';
import { placeOf } from '../diagnostics.ts';
import { message, type Problems } from '../../words/messages/messages.ts';
import type { OutcomeView } from '../view.ts';
import { findingCard, missing } from './finding.ts';
import { html, joined, type Markup, type Part, quoted } from './markup.ts';
import { diagnosticsOf } from '../masked.ts';
import { badge, editionOf, type Page, ruleName, table, tableRow } from './page.ts';
import type { Found, JudgedSection, Section } from './sections.ts';

const order: readonly Status[] = [
  'fail',
  'cannot-tell',
  'waived',
  'pass',
  'not-applicable',
  'not-due',
];

/** All that was found of one file. */
export function sectionMarkup(section: Section, page: Page): Markup {
  const { number, anchor, file, judged } = section;
  const { words } = page;
  return html`<section class="dossier" id="${anchor}" aria-labelledby="${anchor}-t">
    <h2 id="${anchor}-t">
      <span class="number">${number}</span> ${file.id ?? file.file}
      ${judged ? [badge(judged.verdict, page), judged.dataOnly] : html`<span class="status fail">${words.noVerdict}</span>`}
    </h2>
    <p class="soft">
      <code>${file.file}</code> ${file.digest && html`· <code>${file.digest}</code>`}
    </p>
    ${judged && scopeMarkup(judged, page)} ${diagnostics(section, page)}
    ${judged && judgedMarkup(section, judged, page)}
    <p class="back"><a href="#summary">${words.backToSummary}</a></p>
  </section> `;
}

function scopeMarkup(judged: JudgedSection, page: Page): Markup {
  const { label, colon } = page.book.terms;
  return html`<p class="scope">${label.scope}${colon}${judged.scope}</p>
    <p class="soft">${tally(judged, page)}</p>`;
}

function judgedMarkup(section: Section, judged: JudgedSection, page: Page): Markup {
  const { words, book } = page;
  const { label, status } = book.terms;
  const { findings, waived } = judged;
  return html`${findings.length === 0 ? html`<p>${words.noFindings}</p>` : cards(label.findings, findings)}
  ${untold(section, judged, page)} ${waived.length > 0 ? cards(status.waived, waived) : undefined}
  ${others(judged, page)}`;

  function cards(title: string, list: readonly Found[]): Markup {
    return html`<h3>${title} <span class="count">${list.length}</span></h3>
      ${list.map((found) => findingCard(found, section, judged, page))}`;
  }
}

/** How many outcomes of each sort, and what the fails were folded into. */
function tally({ counts, findings }: JudgedSection, { words, book }: Page): string {
  const parts = order.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [`${book.terms.status[status]} ${count}`];
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const fails = counts.get('fail') ?? 0;
  const folded =
    fails === findings.length ? '' : `${book.terms.semicolon}${words.foundOf(findings.length)}`;
  return words.tally(parts, total) + folded;
}

function diagnostics({ file }: Section, page: Page): Part {
  if (file.diagnostics.length === 0) return undefined;
  const { words, book, options } = page;
  const { terms } = book;
  const rows = diagnosticsOf(file, options).map((shown) => {
    return [
      terms.severity[shown.severity],
      [quoted(message(book, shown)), fixOf(shown, page)],
      html`<code>${shown.code}</code>`,
      placesOf(shown),
    ];
  });
  return html`<h3>${terms.label.diagnostics} <span class="count">${rows.length}</span></h3>
    ${table('diagnostics', undefined, [words.severity, terms.label.message, words.code, terms.label.place], rows)}`;
}

function fixOf({ fix }: Diagnostic<Problems>, { book }: Page): Part {
  return fix && [html`<br />`, quoted(book.terms.fix(fix.text))];
}

function placesOf({ span, related = [] }: Diagnostic<Problems>): Part {
  return joined(
    [span, ...related].map((place) => html`<code>${placeOf(place)}</code>`),
    html`<br />`,
  );
}

/** What cannot be told: first the fields that are wanted, then the rules that want them, step by step. */
function untold(section: Section, judged: JudgedSection, page: Page): Part {
  const { untold: views, undecidedGates } = judged;
  if (views.length + undecidedGates.length === 0) return undefined;
  const { words, book } = page;
  const { label, status } = book.terms;
  const steps = [...Map.groupBy(views, ({ step }) => step)].map(([step, list]) => {
    const rows = list.map((view) => [
      [
        ruleName(view),
        view.outcome.manual ? html`<br /><span class="badge">${words.byHand}</span>` : undefined,
      ],
      [
        view.title,
        view.basis.map(({ clause, verified }) => {
          const warning = verified
            ? undefined
            : html` <strong class="unverified">${book.terms.unverified}</strong>`;
          return html`<br /><code class="clause">${clause}</code>${warning}`;
        }),
      ],
      [
        view.because.map(({ text }) => html`<p>${text}</p>`),
        view.outcome.finding?.kind === 'process' || view.missing.length === 0
          ? view.message
          : undefined,
        missing(view),
        byHand(view, page),
      ],
      html`<code>${view.at.file}:${view.at.line}:${view.at.column}</code>`,
    ]);
    return html`<details class="untold">
      <summary>${step} <span class="count">${words.outcomes(list.length)}</span></summary>
      ${table('wide', undefined, [label.rule, label.criterion, label.missing, label.place], rows)}
    </details> `;
  });
  return html`<h3>
      ${status['cannot-tell']}
      <span class="count">${words.outcomes(judged.counts.get('cannot-tell') ?? 0)}</span>
    </h3>
    ${toFillIn(views, section, page)} ${steps}
    ${undecidedGates.map((found) => findingCard(found, section, judged, page))}`;
}

/** Each missing field once, with the rules that wait for it: the most wanted first. */
function toFillIn(views: readonly OutcomeView[], { file }: Section, page: Page): Part {
  const wanted = new Map<string, Wanted>();
  for (const view of views) {
    for (const [index, { path, title, why }] of view.missing.entries()) {
      const pointer = view.outcome.missing[index]?.pointer ?? path;
      const known = wanted.get(pointer);
      if (known) known.rules.add(view.outcome.rule);
      else wanted.set(pointer, { path, title, why, pointer, rules: new Set([view.outcome.rule]) });
    }
  }
  if (wanted.size === 0) return undefined;
  const { words, book } = page;
  const { terms } = book;
  const rows = [...wanted.values()]
    .toSorted((a, b) => b.rules.size - a.rules.size)
    .map(({ path, title, why, rules }) => [
      title,
      html`<code class="path">${path}</code>`,
      terms.missing[why],
      [
        `${words.rules(rules.size)}${terms.colon}`,
        joined(
          [...rules].map((rule) => html`<code>${rule}</code>`),
          ' ',
        ),
      ],
    ]);
  return table(
    'wanted',
    [words.toFillIn, html` <code>${file.file}</code>`],
    [words.field, words.path, words.why, words.waits],
    rows,
  );
}

interface Wanted {
  readonly path: string;
  readonly title: string;
  readonly why: MissingReason;
  readonly pointer: string;
  readonly rules: Set<string>;
}

/** Who told it by hand, and when. */
function byHand({ by }: OutcomeView, { book }: Page): Part {
  return by === undefined
    ? undefined
    : html`<br /><span class="soft">${book.terms.label.by}${book.terms.colon}${by}</span>`;
}

/** What was judged and needs nothing, in processing order: each rule, by which edition, on which day. */
function others({ others: views }: JudgedSection, page: Page): Part {
  if (views.length === 0) return undefined;
  const { words, book } = page;
  const { label } = book.terms;
  const heads = [label.rule, label.criterion, label.outcome, label.edition, words.judgedOn];
  const groups = [...Map.groupBy(views, ({ step }) => step)].map(([step, list]) => {
    const rows = list.map((view) =>
      tableRow([
        ruleName(view),
        view.title,
        [badge(view.outcome.status, page), byHand(view, page)],
        editionOf(view, page),
        view.outcome.day ?? words.none,
      ]),
    );
    return html`<tbody>
      <tr>
        <th scope="rowgroup" colspan="${heads.length}">${step}</th>
      </tr>
      ${rows}
    </tbody> `;
  });
  return html`<details class="others">
    <summary>${label.others} <span class="count">${words.outcomes(views.length)}</span></summary>
    <table class="compact">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      ${groups}
    </table>
  </details> `;
}
