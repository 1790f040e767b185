import type { BlockContent } from 'mdast';

import type { Language } from '../../base/language.ts';
import { htmlWriter } from '../../document/html-writer.ts';
import { type HtmlOptions, opening } from '../../document/html-opening.ts';
import { paragraph } from '../../document/nodes.ts';
import { block, section } from '../../document/own-nodes.ts';
import type { DossierJson, ReportHead, SummaryJson, TogetherJson } from '../json-format.ts';
import { glanceSections } from './glance.ts';
import { headBlocks, legendSection, titleOf } from './head.ts';
import { legends } from './legend.ts';
import { dossierTold, togetherTold, type Told } from './rows.ts';
import { script, scriptDigest } from './script.ts';
import { type PageBook, pageOf } from './setting.ts';
import { sharedTable } from './shared.ts';
import { style } from './style.ts';
import { summarySection } from './summary.ts';

export interface HtmlSetting extends HtmlOptions {
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
  { language, rulebook, sha256 }: HtmlSetting,
): HtmlPieces {
  const page = pageOf(reportHead, language, rulebook);
  const { rule, clause, legend } = legends(page);
  const table = sharedTable();
  const { tree, written } = htmlWriter(language, () => undefined);
  const telling = { ...table, rule, clause, page };
  let dossiers = emptyPart();
  let joint = emptyPart();
  return { head, dossier, together, foot };

  function head(): string {
    const start = opening(
      { language, title: titleOf(page), generator: `shouze ${reportHead.engine}`, style, policy },
      { sha256 },
    );
    return `${start}\n<header>\n${markup(headBlocks(page))}\n</header>\n`;
  }

  function markup(blocks: readonly BlockContent[]): string {
    return written(tree(blocks));
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
    return isFull ? data() : '';
  }

  /** What was taken in since the last block. */
  function data(): string {
    const details = [...dossiers.details, ...joint.details];
    if (details.length === 0) return '';
    const rows = `{"shared":${JSON.stringify(table.added())},"rows":[${dossiers.rows.join(',')}],"together":[${joint.rows.join(',')}]}`;
    [dossiers, joint] = [emptyPart(), emptyPart()];
    return dataBlock('rows', rows) + dataBlock('details', `[${details.join(',')}]`);
  }

  function foot(summary: SummaryJson): string {
    const blocks = [
      summarySection(summary, page),
      ...glanceSections(summary.glance, page),
      section('files', page.words.files, [block('noscript', {}, [paragraph(page.words.noScript)])]),
      legendSection(page),
    ];
    return [
      data() + dataBlock('legend', JSON.stringify(legend())),
      `<main>\n${markup(blocks)}\n</main>`,
      `<script>${script}</script>`,
      '</body>\n</html>\n',
    ].join('\n');
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

/** The script of the page and no other; no text ever becomes markup or code. */
const policy = [
  `script-src 'sha256-${scriptDigest}'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
];

/** Data in a page: a browser reads them as text, until `</script` or `<!--`, which no `<` can begin here. */
function dataBlock(kind: 'rows' | 'details' | 'legend', json: string): string {
  const text = json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<script type="application/json" class="${kind}">${text}</script>\n`;
}
