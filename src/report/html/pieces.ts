import type { Language } from '../../base/language.ts';
import { tagOf } from '../../words/punctuation.ts';
import type { DossierJson, ReportHead, SummaryJson, TogetherJson } from '../json-format.ts';
import { glanceMarkup } from './glance.ts';
import { footMarkup, headMarkup, summaryMarkup } from './head.ts';
import { legends } from './legend.ts';
import { html, type Markup } from './markup.ts';
import { dossierTold, togetherTold, type Told } from './rows.ts';
import { script, scriptDigest } from './script.ts';
import { type PageBook, pageOf } from './setting.ts';
import { sharedTable } from './shared.ts';
import { style, styleDigest } from './style.ts';

export interface HtmlSetting {
  readonly language: Language;
  /** What a report's head does not say. */
  readonly rulebook?: PageBook;
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
  let dossiers = emptyPart();
  let joint = emptyPart();
  return { head, dossier, together, foot };

  function head(): string {
    const title = page.words.title(page.text(reportHead.rulebook.title) || reportHead.rulebook.id);
    const { text } = html`<head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="generator" content="shouze ${reportHead.engine}" />
      <title>${title}</title>
      ${element('style', '', style)}
    </head> `;
    return `<!doctype html>\n<html lang="${html`${tagOf(language)}`.text}">\n${text}\n<body>\n${headMarkup(page).text}\n`;
  }

  function dossier(record: DossierJson): string {
    // what the scheme leaves out is counted
    if (record.outside) return '';
    return take(dossiers, dossierTold(record, telling));
  }

  function together(record: TogetherJson): string {
    return take(joint, togetherTold(record, telling));
  }

  function take(part: Part, told: Told): string {
    const detail = JSON.stringify(told.detail);
    part.rows.push(JSON.stringify(told.row));
    part.details.push(detail);
    part.length += detail.length;
    const isFull =
      dossiers.rows.length + joint.rows.length >= blockFiles ||
      dossiers.length + joint.length >= blockCharacters;
    return isFull ? block() : '';
  }

  /** What was taken in since the last block. */
  function block(): string {
    const details = [...dossiers.details, ...joint.details];
    if (details.length === 0) return '';
    const rows = `{"shared":${JSON.stringify(table.added())},"rows":[${dossiers.rows.join(',')}],"together":[${joint.rows.join(',')}]}`;
    [dossiers, joint] = [emptyPart(), emptyPart()];
    return dataBlock('rows', rows).text + dataBlock('details', `[${details.join(',')}]`).text;
  }

  function foot(summary: SummaryJson): string {
    const last = block();
    const { text } = html`<main>
        ${summaryMarkup(summary, page)} ${glanceMarkup(summary.glance, page)}
        <section id="files" aria-labelledby="files-t">
          <h2 id="files-t">${page.words.files}</h2>
          <noscript>
            <p>${page.words.noScript}</p>
          </noscript>
        </section>
      </main>
      ${footMarkup(page)} ${element('script', '', script)}`;
    const legendBlock = dataBlock('legend', JSON.stringify(legend()));
    return `${last}${legendBlock.text}${text}\n</body>\n</html>\n`;
  }
}

/** What goes into the next block, as texts: rows and their details, and how long the details are. */
interface Part {
  readonly rows: string[];
  readonly details: string[];
  length: number;
}

function emptyPart(): Part {
  return { rows: [], details: [], length: 0 };
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
function dataBlock(kind: 'rows' | 'details' | 'legend', json: string): Markup {
  const text = json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return element('script', ` type="application/json" class="${kind}"`, text);
}

/** An element whose text stands as it is. */
function element(name: 'style' | 'script', attributes: string, text: string): Markup {
  return { kind: 'markup', text: `<${name}${attributes}>${text}</${name}>\n` };
}
