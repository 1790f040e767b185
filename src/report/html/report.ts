import type { Language } from '../../base/language.ts';
import { tagOf } from '../../words/punctuation.ts';
import type {
  CheckReport,
  DossierJson,
  ReportHead,
  SummaryJson,
  TogetherJson,
} from './format-2.ts';
import { footMarkup, headMarkup, summaryMarkup } from './head.ts';
import { legends } from './legend.ts';
import { html, type Markup } from './markup.ts';
import type { DetailBlock, RowBlock } from './page-data.ts';
import { dossierTold, togetherTold, type Told } from './rows.ts';
import { script, scriptDigest } from './script.ts';
import { type PageBook, pageOf } from './setting.ts';
import { sharedTable } from './shared.ts';
import { style, styleDigest } from './style.ts';

export interface HtmlSetting {
  readonly language: Language;
  /** Where kinds, severities, posts and remedies have titles of their own. */
  readonly rulebook: PageBook;
}

/**
 * A check as one page, in pieces: what comes back is to be written in the order of the calls. The page needs nothing
 * else: no font, no picture, no network; its script makes what is looked at from data that stand in it once.
 */
export interface HtmlPieces {
  readonly head: () => string;
  /** Empty until a block is full. */
  readonly dossier: (record: DossierJson) => string;
  /** What files got by rules that judge files together: after all dossiers. */
  readonly together: (record: TogetherJson) => string;
  readonly foot: (summary: SummaryJson) => string;
}

/** A check that is whole as one page. */
export function htmlReport(report: CheckReport, setting: HtmlSetting): string {
  const pieces = htmlPieces(report, setting);
  return [pieces.head(), ...report.dossiers.map(pieces.dossier), pieces.foot(report.summary)].join(
    '',
  );
}

/** A block ends with this many files, or characters of details: what is read at once when one of them is opened. */
const blockFiles = 500;
const blockCharacters = 200_000;

export function htmlPieces(
  reportHead: ReportHead,
  { language, rulebook }: HtmlSetting,
): HtmlPieces {
  const page = pageOf(reportHead, language, rulebook);
  const { rule, clause, legend } = legends(page);
  const table = sharedTable();
  const telling = { ...table, rule, clause, page };
  let rows: Told[] = [];
  let together: Told[] = [];
  let size = 0;
  return { head, dossier, together: togetherOf, foot };

  function head(): string {
    return html`<!doctype html>
      <html lang="${tagOf(language)}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="generator" content="shouze ${reportHead.engine}" />
          <title>
            ${page.words.title(page.text(reportHead.rulebook.title) || reportHead.rulebook.id)}
          </title>
          ${element('style', '', style)}
        </head>
        <body>
          ${headMarkup(page)}
        </body>
      </html>`.text;
  }

  function dossier(record: DossierJson): string {
    return take(rows, dossierTold(record, telling));
  }

  function togetherOf(record: TogetherJson): string {
    return take(together, togetherTold(record, telling));
  }

  function take(list: Told[], told: Told): string {
    list.push(told);
    size += JSON.stringify(told.detail).length;
    return rows.length + together.length >= blockFiles || size >= blockCharacters ? block() : '';
  }

  function block(): string {
    const told = [...rows, ...together];
    if (told.length === 0) return '';
    const data: RowBlock = {
      shared: table.added(),
      rows: rows.map(({ row }) => row),
      ...(together.length > 0 && { together: together.map(({ row }) => row) }),
    };
    const details: DetailBlock = told.map(({ detail }) => detail);
    [rows, together, size] = [[], [], 0];
    return dataBlock('rows', data).text + dataBlock('details', details).text;
  }

  function foot(summary: SummaryJson): string {
    const last = block();
    return (
      last +
      html`${dataBlock('legend', legend())}
        <main>
          ${summaryMarkup(summary, page)}
          <section id="files" aria-labelledby="files-t">
            <h2 id="files-t">${page.words.files}</h2>
            <noscript>
              <p>${page.words.noScript}</p>
            </noscript>
          </section>
        </main>
        ${footMarkup(page)} ${element('script', '', script)}
        </body>
      </html> `.text
    );
  }
}

/** Nothing but the page's own style and script, told by their digests; no text ever becomes markup or code. */
const policy = [
  `default-src 'none'`,
  `script-src 'sha256-${scriptDigest}'`,
  `style-src 'sha256-${styleDigest}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');

/** Data in a page: a browser reads them as text, until `</script` or `<!--`, which no `<` can begin here. */
function dataBlock(kind: 'rows' | 'details' | 'legend', data: unknown): Markup {
  const text = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return element('script', ` type="application/json" class="${kind}"`, text);
}

/** An element whose text stands as it is. */
function element(name: 'style' | 'script', attributes: string, text: string): Markup {
  return { kind: 'markup', text: `<${name}${attributes}>${text}</${name}>\n` };
}
