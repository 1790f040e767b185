import { marks } from '../../words/marks.ts';
import type { Status } from '../../evaluate/outcome.ts';
import { beginning } from '../../program/ast.ts';
import type { CheckRun, ReportOptions } from '../checked.ts';
import type { Wordbook } from '../../words/messages/messages.ts';
import type { OutcomeView } from '../view.ts';
import { html, type Markup, type Part } from './markup.ts';
import type { PageWords } from '../../words/page.ts';
import { pageWordsOf, wordbookOf } from '../../words/own.ts';

/** What every part of the page is written with. */
export interface Page {
  readonly run: CheckRun;
  readonly options: ReportOptions;
  readonly words: PageWords;
  readonly book: Wordbook;
}

export function pageOf(run: CheckRun, options: ReportOptions): Page {
  const { data } = run.program.rulebook.manifest;
  return {
    run,
    options,
    words: pageWordsOf(data, options.language),
    book: wordbookOf(data, options.language),
  };
}

export function badge(status: Status, { book }: Page): Markup {
  return html`<span class="status ${status}"
    ><span aria-hidden="true">${marks[status]}</span> ${book.terms.status[status]}</span
  >`;
}

/** A rule's id, with the element that was judged. */
export function ruleName({ outcome }: OutcomeView): Markup {
  const element =
    outcome.element === null ? undefined : html` <span class="element">[${outcome.element}]</span>`;
  return html`<code class="rule">${outcome.rule}</code>${element}`;
}

/** The first day of the edition that judged it. */
export function editionOf(view: OutcomeView, { words }: Page): string {
  const { status } = view.outcome;
  const judged = status === 'pass' || status === 'fail' || status === 'waived';
  return datedEdition(view) ?? (judged ? words.always : words.none);
}

export function editionFrom(view: OutcomeView, page: Page): string {
  const day = datedEdition(view);
  return day === undefined ? editionOf(view, page) : page.words.editionFrom(day);
}

function datedEdition({ outcome: { edition } }: OutcomeView): string | undefined {
  return edition === null || edition === beginning ? undefined : edition;
}

/** A table; the first cell of each row is its header. */
export function table(
  kind: string,
  caption: Part,
  heads: readonly Part[],
  rows: readonly (readonly Part[])[],
): Markup {
  return html`<table class="${kind}">
    ${
      caption === undefined
        ? undefined
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(tableRow)}
    </tbody>
  </table> `;
}

export function tableRow([first, ...rest]: readonly Part[]): Markup {
  return html`<tr>
    <th scope="row">${first}</th>
    ${rest.map((cell) => html`<td>${cell}</td>`)}
  </tr> `;
}

/** A term and what is said of it; nothing when nothing is. */
export function row(term: string, says: Part): Part {
  const empty = says === undefined || says === '' || (Array.isArray(says) && says.length === 0);
  return empty
    ? undefined
    : html`<div>
        <dt>${term}</dt>
        <dd>${says}</dd>
      </div> `;
}
