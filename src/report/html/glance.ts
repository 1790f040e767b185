import { sayIn } from '../../base/language.ts';
import { glanceWords } from '../../words/glance.ts';
import {
  basisOf,
  groupTitle,
  intervalText,
  percent,
  severityTitle,
  shownAmount,
} from '../glance-titles.ts';
import type {
  AboutJson,
  GlanceGroupJson,
  GlanceJson,
  RateJson,
  RateOfJson,
} from '../json-format.ts';
import { bandOf } from '../glance.ts';
import { html, type Markup, type Part } from './markup.ts';
import type { Page } from './setting.ts';

/** By what files are told apart, and found in the list of files. */
const ofFiles = ['branch', 'product', 'month', 'amount'] as const;
type OfFiles = (typeof ofFiles)[number];

/** What the list of files finds a file by, of what tells it from others: `机构=0101`. Without a space, it is one word. */
export function tagsOf({ branch, product, day, amount }: AboutJson, page: Page): readonly string[] {
  const keys = { branch, product, month: day?.slice(0, 7), amount: bandOf(amount) ?? undefined };
  return ofFiles.flatMap((kind) => {
    const key = keys[kind];
    return key === undefined ? [] : [tagOf(kind, key, page)];
  });
}

function tagOf(kind: OfFiles, key: string, page: Page): string {
  const { tag } = sayIn(glanceWords, page.language);
  return `${tag[kind]}=${titleOf(kind, key, page)}`.replaceAll(/\s+/gu, '_');
}

function titleOf(kind: keyof GlanceJson['by'], key: string | null, page: Page): string {
  return groupTitle(kind, { key }, page.head, page.language);
}

/** Totals and rates, each number of files leading to these files; nothing for a single file. */
export function glanceMarkup(glance: GlanceJson, page: Page): Part {
  const { judged, files, findings, amount } = glance;
  if (judged < 2) return undefined;
  const words = sayIn(glanceWords, page.language);
  return html`<section id="glance" aria-labelledby="glance-t">
    <h2 id="glance-t">${words.title}</h2>
    <p>${words.counted(files, findings, judged, shownAmount(amount))}</p>
    ${ratesMarkup(glance, page)}
    ${(['stage', 'post', ...ofFiles] as const).map((kind) => groupsMarkup(kind, glance, page))}
  </section> `;
}

function ratesMarkup({ rates, judged, after }: GlanceJson, page: Page): Markup {
  const words = sayIn(glanceWords, page.language);
  const shown = rates.filter(
    ({ severity, files, target }) => severity === 'all' || files > 0 || target !== null,
  );
  const hasInterval = rates.some(({ interval }) => interval);
  const hasTarget = rates.some(({ target }) => target !== null);
  const cells = (of: RateOfJson) => [
    html`<td class="number">${of.files} / ${judged}</td> `,
    html`<td class="number">${of.rate === null ? page.words.none : percent(of.rate)}</td> `,
    hasInterval ? html`<td class="number">${intervalText(of)}</td> ` : undefined,
    hasTarget ? html`<td>${of.met === null ? '' : words.met[of.met]}</td> ` : undefined,
  ];
  const heads = [
    html`<th scope="col" class="number">${words.files} / ${words.judged}</th> `,
    html`<th scope="col" class="number">${words.rate}</th> `,
    hasInterval ? html`<th scope="col" class="number">${words.interval}</th> ` : undefined,
    hasTarget ? html`<th scope="col">${words.target}</th> ` : undefined,
  ];
  const table = (title: string, of: (rate: RateJson) => RateOfJson) =>
    html`<table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col"></th>
          ${hasTarget ? html`<th scope="col" class="number">${words.atMost}</th> ` : undefined}${heads}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (rate) =>
            html`<tr>
              <th scope="row">${severityTitle(rate.severity, page.head, page.language)}</th>
              ${hasTarget ? html`<td class="number">${rate.target === null ? '' : percent(rate.target)}</td> ` : undefined}${cells(of(rate))}
            </tr> `,
        )}
      </tbody>
    </table> `;
  return html`${table(words.rates, (rate) => rate)}${after ? table(words.after, (rate) => rate.after ?? rate) : undefined}
    <p class="soft">${basisOf(page.head, words)}</p> `;
}

function groupsMarkup(kind: keyof GlanceJson['by'], { by }: GlanceJson, page: Page): Part {
  const words = sayIn(glanceWords, page.language);
  const groups = by[kind];
  if (groups.length < 2) return undefined;
  return html`<details>
    <summary>${words.by[kind]}</summary>
    <table class="defects">
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col" class="number">${words.files}</th>
          <th scope="col" class="number">${words.findings}</th>
          <th scope="col" class="number">${words.amount}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map((group) => groupRow(kind, group, page))}
      </tbody>
    </table>
  </details> `;
}

function groupRow(
  kind: keyof GlanceJson['by'],
  { key, files, judged, findings, amount }: GlanceGroupJson,
  page: Page,
): Markup {
  const own = ofFiles.find((one) => one === kind);
  const count = judged === undefined ? String(files) : `${files} / ${judged}`;
  const cell =
    own && key !== null
      ? html`<td class="number" data-tag="${tagOf(own, key, page)}">${count}</td> `
      : html`<td class="number">${count}</td> `;
  return html`<tr>
    <th scope="row">${titleOf(kind, key, page)}</th>
    ${cell}
    <td class="number">${findings}</td>
    <td class="number">${shownAmount(amount)}</td>
  </tr> `;
}
