import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { lineOf, placeIn, type SheetLine, type SheetRead } from '../base/workbook.ts';
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

/** What may be said of a clause, in the order they are offered. */
export const opinions: readonly Opinion[] = ['agrees', 'differs', 'open'];

/** What the lines of a sheet are compared with. */
export interface ReviewSetting {
  /** Of each clause as it now stands. */
  readonly digests: ReadonlyMap<string, Digests>;
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

/** Reads what lawyers filled in. A line that is wrong is reported and left out; one without an opinion waits. */
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
      if (row.number > head.number) readLine(lineOf(sheet, head, row));
    }
  }
  const reviews = [...found].flatMap(([clause, one]) => (one ? [[clause, one] as const] : []));
  return { reviews: new Map(reviews), diagnostics: to.diagnostics };

  function readLine(line: SheetLine<ReviewKey>): void {
    if (line.text('opinion') === '') return;
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

function reviewOf(
  { text, at }: SheetLine<ReviewKey>,
  { digests, words, today, digest }: ReviewSetting,
  to: Noted<ReviewProblems>,
): ReviewFile | undefined {
  const clause = text('clause');
  const is = digests.get(clause);
  const word = text('opinion');
  const says = words.get(word.toLowerCase());
  const day = dayWritten(text('date'));
  const missing = (['checker', 'date', 'where'] as const).find((key) => text(key) === '');
  if (!is) {
    const near = nearest(clause, digests.keys());
    to.error('review/unknown-clause', at('clause'), { clause, near });
  } else if (text('digest') !== is.digest)
    to.error('review/stale', at('digest'), { clause, what: 'clause' });
  else if (text('rules') !== is.rules)
    to.error('review/stale', at('rules'), { clause, what: 'rules' });
  else if (!says)
    to.error('review/unknown-word', at('opinion'), { word, words: [...words.keys()] });
  else if (missing) to.error('review/incomplete', at(missing), { clause, what: missing });
  else if (day === undefined || day > today) {
    const params = { text: text('date'), isFuture: day !== undefined };
    to.error('review/impossible-date', at('date'), params);
  } else {
    const [original, remark] = [text('original'), text('remark')];
    return {
      ...is,
      on: day,
      by: text('checker'),
      where: text('where'),
      says,
      ...(original !== '' && {
        original: short(digest(original.replaceAll(/\s+/gu, ' '))),
      }),
      ...(remark !== '' && { remark }),
    };
  }
  return undefined;
}
