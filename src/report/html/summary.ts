import { inLanguage } from '../../base/language.ts';
import type { Status } from '../../evaluate/outcome.ts';
import { countsOf } from '../checked.ts';
import type { OutcomeView } from '../view.ts';
import { severitiesLine } from '../severity.ts';
import { badgesOf } from './finding.ts';
import { html, joined, type Markup, type Part } from './markup.ts';
import { badge, type Page, row, table } from './page.ts';
import type { Found, Section } from './sections.ts';

/** What was checked, by what, and under which options. */
export function headMarkup(page: Page): Markup {
  const { run, options, words, book } = page;
  const { label, asOf } = book.terms;
  const { data } = run.program.rulebook.manifest;
  const title = inLanguage(data.title, options.language);
  const step = run.program.steps.find(({ id }) => id === run.options.step);
  const days = [
    run.options.asOf === undefined
      ? words.ownDays
      : html`<strong>${asOf(run.options.asOf)}</strong>`,
    run.options.today === undefined ? undefined : html`<br />${words.today(run.options.today)}`,
  ];
  const reached = step
    ? inLanguage(step.step.entry.data.title, options.language)
    : words.wholeProcess;
  const personal = options.unmasked
    ? html`<strong class="unverified">${words.unmasked}</strong>`
    : words.masked;
  const rows = [
    row(label.rulebook, [html`<code>${data.id}</code> `, `${words.version} ${data.version}`]),
    row(words.digest, html`<code>${run.rulebookDigest}</code>`),
    row(words.engine, run.engine),
    row(words.days, days),
    row(words.reached, reached),
    row(words.personal, personal),
  ];
  return html`<header>
    <h1>${words.title(title)}</h1>
    <p>${inLanguage(data.issuer, options.language)}</p>
    <dl aria-label="${words.particulars}">${rows}</dl>
    <p class="soft">${words.confirm}</p>
    <p class="soft">${words.unverified}</p>
  </header> `;
}

/** The counts, every file with its verdict, and the rules that were not met. */
export function summaryMarkup(sections: readonly Section[], page: Page): Markup {
  const { run, words, book } = page;
  const { terms } = book;
  const counts = countsOf(run);
  const severities = severitiesLine(run, page.options.language);
  const tiles = (['fail', 'cannot-tell', 'pass'] as const).map(
    (verdict) => html`<li>${badge(verdict, page)} <b>${counts[verdict]}</b></li> `,
  );
  const unread = sections.filter(({ judged }) => !judged).length;
  const noVerdict =
    unread === 0
      ? undefined
      : html`<li><span class="status fail">${words.noVerdict}</span> <b>${unread}</b></li> `;
  const rows = sections.map(({ number, anchor, file, judged }) => [
    html`<a href="#${anchor}">${file.id ?? file.file}</a>`,
    judged ? [badge(judged.verdict, page), judged.dataOnly] : words.noVerdict,
    judged ? judged.findings.length : words.none,
    judged ? (judged.counts.get('cannot-tell') ?? 0) : words.none,
    judged ? judged.waived.length : words.none,
    file.diagnostics.length,
    html`<span class="number">${number}</span> <code>${file.file}</code>`,
  ]);
  const heads = [
    terms.label.dossier,
    terms.label.verdict,
    terms.label.findings,
    words.untold,
    terms.status.waived,
    terms.label.diagnostics,
    words.file,
  ];
  return html`<section id="summary" aria-labelledby="summary-t">
    <h2 id="summary-t">${words.summary}</h2>
    <p>${terms.summary(counts)}</p>
    ${severities === undefined ? undefined : html` <p>${severities}</p>`}
    <ul class="tiles">
      ${tiles}${noVerdict}
    </ul>
    ${table('dossiers', undefined, heads, rows)}${byRule(sections, page)}
  </section> `;
}

/** Each rule that was not met, and the findings that say so. */
function byRule(sections: readonly Section[], page: Page): Part {
  const all = sections.flatMap(({ judged }) => judged?.findings ?? []);
  const plain = Map.groupBy(
    all.filter(({ gate }) => !gate),
    ({ first }) => first.outcome.rule,
  );
  if (plain.size === 0) return undefined;
  const { words, book } = page;
  const { label } = book.terms;
  const rows = [...plain.values()].flatMap((list) => {
    const [found] = list;
    if (!found) return [];
    return [
      [
        html`<code>${found.first.outcome.rule}</code>`,
        titleOf(found.first),
        badgesOf(found, page),
        found.first.step,
        links(list),
      ],
    ];
  });
  return table(
    'rules',
    words.byRule,
    [label.rule, label.criterion, words.kindAndLevel, words.step, words.inFindings],
    rows,
  );
}

function links(list: readonly Found[]): Part {
  return joined(
    list.map(({ number, anchor }) => html`<a href="#${anchor}">${number}</a>`),
    ' ',
  );
}

function titleOf({ title }: OutcomeView): string {
  return title;
}

/** What the words of the report mean. */
export function legendMarkup(page: Page): Markup {
  const { words } = page;
  const statuses: readonly Status[] = [
    'fail',
    'cannot-tell',
    'waived',
    'pass',
    'not-applicable',
    'not-due',
  ];
  return html`<footer>
    <h2>${words.legend}</h2>
    <dl>
      ${statuses.map(
        (status) =>
          html`<div>
            <dt>${badge(status, page)}</dt>
            <dd>${words.meanings[status]}</dd>
          </div> `,
      )}
    </dl>
    <p class="soft">${words.reproducible}</p>
  </footer> `;
}
