import type { BlockContent } from 'mdast';

import type { Status } from '../../evaluate/outcome.ts';
import { gravest } from '../../evaluate/tally.ts';
import {
  code,
  heading,
  type Inline,
  line,
  type Line,
  newLine,
  paragraph,
  quote,
  strong,
  table,
} from '../../document/nodes.ts';
import { section } from '../../document/own-nodes.ts';
import { marks } from '../../words/marks.ts';
import { schemeLines } from '../scheme-line.ts';
import { answeredLines, staffLine, waiverLines } from '../staff-line.ts';
import type { Page } from './setting.ts';

export function titleOf({ head, words, text }: Page): string {
  return words.title(text(head.rulebook.title) || head.rulebook.id);
}

/** What was checked, by what, and under which options. */
export function headBlocks(page: Page): readonly BlockContent[] {
  const { head, words, text } = page;
  return [
    heading(1, titleOf(page)),
    paragraph(text(head.rulebook.issuer)),
    particulars(factsOf(page), page),
    quote([paragraph(words.confirm), paragraph(words.unverified)], 'note'),
  ];
}

type Fact = readonly [term: string, says: Line];

function fact(term: string, says: Line): Fact {
  return [term, says];
}

function factsOf({ head, words, book: { terms }, text, language }: Page): readonly Fact[] {
  const { label, asOf } = terms;
  const { id, version, digest, extends: below = [] } = head.rulebook;
  const versions = [{ id, version }, ...below].map((one): Line => [
    code(one.id),
    ` ${words.version} ${one.version}`,
  ]);
  const days = [
    head.asOf === undefined ? words.ownDays : strong(asOf(head.asOf)),
    ...(head.today === undefined ? [] : [words.today(head.today)]),
  ];
  const step = head.step === undefined ? words.wholeProcess : text(head.steps[head.step]);
  return [
    [label.rulebook, stacked(versions)],
    [words.digest, code(digest)],
    ...(head.engine === '' ? [] : [fact(words.engine, head.engine)]),
    [words.days, stacked(days)],
    [words.reached, step || (head.step ?? '')],
    [words.personal, head.masked ? words.masked : strong(words.unmasked, 'unverified')],
    ...schemeLines(head, terms, language).map((says) => fact(words.scheme, says)),
    ...(head.staff === undefined
      ? []
      : [fact(words.staff, signed(staffLine(head.staff, terms), head.staff?.digest))]),
    ...waiverLines(head, terms).map((says) =>
      fact(label.waivers, signed(says, head.waivers?.digest)),
    ),
    ...answeredLines(head.answered, terms).map((says) => fact(words.answered, says)),
  ];
}

/** Lines one below the other. */
function stacked(lines: readonly Line[]): readonly Inline[] {
  return lines.flatMap((content, index) => [...(index === 0 ? [] : [newLine()]), ...line(content)]);
}

/** What was given, with the digest of its file. */
function signed(says: string, digest: string | null | undefined): Line {
  return typeof digest !== 'string' ? says : stacked([says, code(digest)]);
}

/** What the words of the report mean. */
export function legendSection(page: Page): BlockContent {
  const { words } = page;
  const statuses: readonly Status[] = gravest.filter((says) => says !== 'waiting');
  return section('legend', words.legend, [
    particulars(
      statuses.map((status) => [statusMark(status, page), words.meanings[status]]),
      page,
    ),
    paragraph(words.reproducible, 'soft'),
  ]);
}

function particulars(rows: readonly (readonly Line[])[], { words, book }: Page): BlockContent {
  return table([words.particulars, book.terms.label.outcome], rows, 'particulars');
}

export function statusMark(status: Status, { book }: Page): Inline {
  return code(`${marks[status]} ${book.terms.status[status]}`, `badge status ${status}`);
}
