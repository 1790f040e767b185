import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import { inLanguage, type Language } from '../base/language.ts';
import { nearest } from '../base/suggest.ts';
import { lineOf, placeIn, type SheetLine, type SheetRead } from '../base/workbook.ts';
import type { Program } from '../program/ast.ts';
import { clauseOf } from '../rulebook/ast.ts';
import type { Opinion, ReviewFile } from '../rulebook/files.ts';
import { dayWritten } from '../values/written-day.ts';
import type { ReviewProblems } from './problems.ts';
import { type Digest, type Digests, short } from './trace.ts';

/** The columns of a verification sheet (核对表), by the key that stands in its hidden row. */
export const reviewKeys = [
  'clause',
  'original',
  'where',
  'checker',
  'date',
  'opinion',
  'remark',
  'digest',
  'rules',
] as const;

export type ReviewKey = (typeof reviewKeys)[number];

/** The column that shows a clause as it is restated, which nobody fills in. */
export const restatedKey = 'shown:restated';

type ReadKey = ReviewKey | typeof restatedKey;

/** What may be said of a clause, in the order they are offered. */
export const opinions: readonly Opinion[] = ['agrees', 'differs', 'open'];

/** What the lines of a sheet are compared with. */
export interface ReviewSetting {
  /** Of each clause as it now stands. */
  readonly digests: ReadonlyMap<string, Digests>;
  /** How a clause may be restated in a sheet, in each of its languages. */
  readonly restated: (clause: string) => readonly string[];
  /** The words of each opinion, in every language, small letters. */
  readonly words: ReadonlyMap<string, Opinion>;
  /** ISO; nothing was compared after it. */
  readonly today: string;
  /** Of the original that was pasted. */
  readonly digest: Digest;
}

export interface ReviewsRead {
  /** By clause. */
  readonly reviews: ReadonlyMap<string, ReviewFile>;
  readonly diagnostics: readonly Diagnostic<ReviewProblems>[];
}

/** Reads what lawyers filled in. All that is wrong with a line is told, and the line left out; one that is not filled in waits. */
export function reviewsFrom(sheets: readonly SheetRead[], setting: ReviewSetting): ReviewsRead {
  const to = noted<ReviewProblems>();
  const found = new Map<string, ReviewFile | undefined>();
  for (const sheet of sheets) {
    const head = sheet.rows.find(({ cells }) => reviewKeys.every((key) => cells.includes(key)));
    if (!head) {
      to.error('review/not-a-sheet', placeIn(sheet), { name: sheet.name });
      continue;
    }
    for (const row of sheet.rows) {
      if (row.number > head.number) readLine(lineOf<ReadKey>(sheet, head, row));
    }
  }
  const reviews = [...found].flatMap(([clause, one]) => (one ? [[clause, one] as const] : []));
  return { reviews: new Map(reviews), diagnostics: to.diagnostics };

  function readLine(line: SheetLine<ReadKey>): void {
    if (written.every((key) => line.text(key) === '')) return;
    const review = reviewOf(line, setting, to);
    if (!review) return;
    const clause = line.text('clause');
    const before = found.get(clause);
    if (found.has(clause) && JSON.stringify(before) !== JSON.stringify(review)) {
      to.error('review/twice', line.at('opinion'), { clause });
      found.set(clause, undefined);
    } else found.set(clause, review);
  }
}

/** What somebody fills in; a line with none of them waits. */
const written = ['original', 'where', 'checker', 'date', 'opinion', 'remark'] as const;

/** Undefined after telling of everything that is wrong with a line. */
function reviewOf(
  { text, at }: SheetLine<ReadKey>,
  { digests, words, today, digest, restated }: ReviewSetting,
  to: Noted<ReviewProblems>,
): ReviewFile | undefined {
  const before = to.diagnostics.length;
  const clause = text('clause');
  const is = digests.get(clause);
  const word = text('opinion');
  const says = words.get(word.toLowerCase());
  const day = dayWritten(text('date'));
  if (!is) {
    const near = nearest(clause, digests.keys());
    to.error('review/unknown-clause', at('clause'), { clause, near });
  } else {
    const isStale = text('digest') !== is.digest;
    if (isStale) to.error('review/stale', at('digest'), { clause, what: 'clause' });
    if (text('rules') !== is.rules)
      to.error('review/stale', at('rules'), { clause, what: 'rules' });
    const shown = plain(text(restatedKey));
    const isAltered = shown !== '' && !restated(clause).some((one) => plain(one) === shown);
    if (!isStale && isAltered) to.error('review/altered', at(restatedKey), { clause });
  }
  if (word !== '' && !says)
    to.error('review/unknown-word', at('opinion'), { word, words: [...words.keys()] });
  const wanted = ['opinion', 'checker', 'date', 'where', 'remark'] as const;
  for (const what of wanted) {
    if (text(what) !== '' || (what === 'remark' && says !== 'differs')) continue;
    to.error('review/incomplete', at(what), { clause, what });
  }
  if (text('date') !== '' && (day === undefined || day > today)) {
    const params = { text: text('date'), isFuture: day !== undefined };
    to.error('review/impossible-date', at('date'), params);
  }
  if (to.diagnostics.length > before || !is || !says || day === undefined) return undefined;
  const [original, remark] = [text('original'), text('remark')];
  return {
    ...is,
    on: day,
    by: text('checker'),
    where: text('where'),
    says,
    ...(original !== '' && { original: short(digest(plain(original))) }),
    ...(remark !== '' && { remark }),
  };
}

/** Spreadsheets change line breaks and blanks. */
function plain(given: string): string {
  return given.replaceAll(/\s+/gu, ' ').trim();
}

/** A clause as a sheet restates it. */
export function restatedIn(
  { rulebook }: Pick<Program, 'rulebook'>,
  ref: string,
  language: Language,
): string {
  const clause = clauseOf(rulebook, ref);
  return [clause?.title, clause?.text]
    .map((words) => inLanguage(words, language))
    .filter((one) => one !== '')
    .join('\n');
}
