import { marks } from '../../words/marks.ts';
import type { Status } from '../../evaluate/outcome.ts';
import { gravest } from '../../evaluate/tally.ts';
import { besidesLines, schemeLines } from '../scheme-line.ts';
import { answeredLines, staffLine, waiverLines } from '../staff-line.ts';
import { diagnosticLine, intakeLines, reconciliationLines } from '../intake-text.ts';
import type { DefectJson, IntakeJson, RuleJson, SummaryJson } from '../json-format.ts';
import { verdictsSay } from './verdicts-say.ts';
import { html, type Markup, type Part } from './markup.ts';
import type { Verdict } from './page-data.ts';
import type { Page } from './setting.ts';

/** What was checked, by what, and under which options. */
export function headMarkup(page: Page): Markup {
  const { head, words, book, text, language } = page;
  const { label, asOf } = book.terms;
  const { id, version, digest, title, issuer } = head.rulebook;
  const layers = (head.rulebook.extends ?? []).map(
    (below) => html`<br /><code>${below.id}</code> ${words.version} ${below.version}`,
  );
  const days = [
    head.asOf === undefined ? words.ownDays : html`<strong>${asOf(head.asOf)}</strong>`,
    head.today === undefined ? undefined : html`<br />${words.today(head.today)}`,
  ];
  const personal = head.masked
    ? words.masked
    : html`<strong class="unverified">${words.unmasked}</strong>`;
  const rows = [
    fact(label.rulebook, [html`<code>${id}</code> ${words.version} ${version}`, layers]),
    fact(words.digest, html`<code>${digest}</code>`),
    head.engine === '' ? undefined : fact(words.engine, head.engine),
    fact(words.days, days),
    fact(
      words.reached,
      head.step === undefined ? words.wholeProcess : text(head.steps[head.step]) || head.step,
    ),
    fact(words.personal, personal),
    ...schemeLines(head, book.terms, language).map((line) => fact(words.scheme, line)),
    head.staff === undefined ? undefined : fact(words.staff, staffMarkup(head.staff, book.terms)),
    ...waiverLines(head, book.terms).map((line) =>
      fact(label.waivers, [line, html`<br /><code>${head.waivers?.digest}</code>`]),
    ),
    ...answeredLines(head.answered, book.terms).map((line) => fact(words.answered, line)),
  ];
  return html`<header>
    <h1>${words.title(text(title) || id)}</h1>
    <p>${text(issuer)}</p>
    <dl aria-label="${words.particulars}">${rows}</dl>
    <p class="soft">${words.confirm}</p>
    <p class="soft">${words.unverified}</p>
  </header> `;
}

function staffMarkup(
  staff: NonNullable<Page['head']['staff']> | null,
  terms: Page['book']['terms'],
) {
  const { digest } = staff ?? {};
  return [
    staffLine(staff, terms),
    typeof digest === 'string' ? html`<br /><code>${digest}</code>` : undefined,
  ];
}

function fact(term: Part, says: Part): Markup {
  return html`<div>
    <dt>${term}</dt>
    <dd>${says}</dd>
  </div> `;
}

/** The counts, and the same defect over many files. */
export function summaryMarkup(summary: SummaryJson, page: Page): Markup {
  const { words, book } = page;
  const stopped = summary.stopped
    ? html`<p><strong class="unverified">${words.stopped}</strong></p> `
    : undefined;
  const severities = severitiesLine(summary, page);
  return html`<section id="summary" aria-labelledby="summary-t">
    <h2 id="summary-t">${words.summary}</h2>
    ${stopped}${summary.intake && intakeMarkup(summary.intake, page)}
    <p>${book.terms.summary(summary)}</p>
    ${besidesLines(summary, book.terms).map((line) => html`<p>${line}</p> `)} ${severities}
    <ul class="tiles" id="tiles">
      ${(['fail', 'cannot-tell', 'pass'] as const).map((verdict) => tile(verdict, summary, page))}${unreadTile(summary, page)}
    </ul>
    ${verdictsSay(summary, page).map((says) => html`<p class="soft">${says}</p> `)}
    ${defectsMarkup(summary.defects, page)}${recordMarkup(summary, page)}
  </section> `;
}

/** Where the run is kept, of one that is recorded. */
function recordMarkup({ record }: SummaryJson, { book }: Page): Markup | undefined {
  return record && html`<p class="soft">${book.terms.record.kept(record.run, record.head)}</p> `;
}

/** What came of the tables that the files were made of. */
function intakeMarkup(intake: IntakeJson, { book, language }: Page): Markup {
  const lines = intakeLines(intake, book, language);
  const { reconciliation } = book.terms.intake;
  const told = [
    ...reconciliationLines(intake, book),
    ...intake.diagnostics.map((one) => diagnosticLine(one, book, language)),
  ];
  return html`${lines.map((line) => html`<p>${line}</p> `)}
    <details>
      <summary>${reconciliation}</summary>
      <ul>
        ${told.map((line) => html`<li>${line}</li> `)}
      </ul>
    </details> `;
}

function tile(verdict: Verdict, summary: SummaryJson, page: Page): Markup {
  return html`<li data-verdict="${verdict}">
    ${statusMark(verdict, page)} <b>${summary[verdict]}</b>
  </li> `;
}

function unreadTile({ unread }: SummaryJson, { words }: Page): Part {
  if (unread === 0) return undefined;
  return html`<li data-verdict="none">
    <span class="status fail">${words.noVerdict}</span> <b>${unread}</b>
  </li> `;
}

/** `Error 3, Warning 1` */
function severitiesLine({ severities }: SummaryJson, page: Page): Part {
  if (!severities) return undefined;
  const { status, colon, comma } = page.book.terms;
  const parts = Object.entries(severities).map(
    ([name, count]) => `${page.severityTitle(name)} ${count}`,
  );
  return html`<p>${status.fail}${colon}${parts.join(comma)}</p> `;
}

/** Each rule that was not met, could not be told or was waived, and in how many files. */
function defectsMarkup(defects: readonly DefectJson[], page: Page): Part {
  if (defects.length === 0) return undefined;
  const { words, book } = page;
  const { label, status } = book.terms;
  return html`<table class="defects" id="defects">
    <caption>
      ${words.defects}
      <span class="count">${defects.length}</span>
      <span class="soft only-screen">${words.defectsSay}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${label.rule}</th>
        <th scope="col">${label.criterion}</th>
        <th scope="col">${words.kindAndLevel}</th>
        <th scope="col" class="number">${status.fail}</th>
        <th scope="col" class="number">${words.untold}</th>
        <th scope="col" class="number">${status.waived}</th>
      </tr>
    </thead>
    <tbody>
      ${defects.map((defect) => defectRow(defect, page))}
    </tbody>
  </table> `;
}

function defectRow(defect: DefectJson, page: Page): Markup {
  const rule = page.head.rules[defect.rule];
  return html`<tr data-rule="${defect.rule}">
    <th scope="row"><code>${defect.rule}</code></th>
    <td>${page.text(rule?.title)}</td>
    <td>${rule && badgesMarkup(rule, page)}</td>
    ${(['fail', 'cannot-tell', 'waived'] as const).map((status) => html`<td class="number" data-status="${status}">${defect[status] === 0 ? page.words.none : defect[status]}</td>`)}
  </tr> `;
}

function badgesMarkup(rule: RuleJson, page: Page): Part {
  const redLine = rule.redLine
    ? html`<span class="badge red-line">${page.words.redLine}</span> `
    : undefined;
  const badges = page
    .badgesOf(rule)
    .map((says, index) =>
      rule.kind !== null && index === 0
        ? html`<span class="badge ${rule.kind}">${says}</span> `
        : html`<span class="badge">${says}</span>`,
    );
  return [redLine, badges];
}

/** What the words of the report mean. */
export function footMarkup(page: Page): Markup {
  const { words } = page;
  const statuses: readonly Status[] = gravest.filter((says) => says !== 'waiting');
  return html`<footer>
    <h2>${words.legend}</h2>
    <dl>${statuses.map((status) => fact(statusMark(status, page), words.meanings[status]))}</dl>
    <p class="soft">${words.reproducible}</p>
  </footer> `;
}

function statusMark(status: Status, { book }: Page): Markup {
  return html`<span class="status ${status}"
    ><span aria-hidden="true">${marks[status]}</span> ${book.terms.status[status]}</span
  >`;
}
