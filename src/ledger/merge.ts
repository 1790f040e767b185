import { type Checked, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import type { Span } from '../base/source.ts';
import { lineOf, placeIn, type RowRead, type SheetLine, type SheetRead } from '../base/workbook.ts';
import { dayWritten } from '../values/written-day.ts';
import { type Link, noHead } from './chain.ts';
import { type Column, columns, type Filled, type FilledEntry, type MovedEntry } from './entry.ts';
import { besideOf, fold, type LedgerFinding } from './fold.ts';
import { moveBetween } from './moves.ts';
import type { LedgerProblems } from './problems.ts';
import type { State } from './states.ts';

/** The columns by which a row is known: its finding, and the head of the chain that it was made from. */
type Key = 'finding' | 'head' | Column;

/** What a register has to have to be one; one that a check made knows no chain, and no objections. */
const needed: readonly Key[] = ['finding', 'measures', 'done', 'evidence', 'opinion'];

/** How a workbook is taken in. */
export interface Merging {
  readonly day: string;
  /** Who answers for what is in it. */
  readonly by: string;
  /** Whether theirs holds where both sides wrote. */
  readonly isTheirs: boolean;
  /** Masks what is personal in what was written: the ledger is kept with the rulebook. */
  readonly hide: (text: string) => string;
}

/** What a workbook brought. */
export interface Merged {
  readonly entries: readonly (FilledEntry | MovedEntry)[];
  /** Rows of findings that we know, and those of them that brought anything. */
  readonly rows: number;
  readonly changed: number;
}

/**
 * Takes in what those who were inspected filled in of a workbook that went out: their columns and nothing else.
 *
 * Three texts of each cell are compared: as it went out, which the chain tells up to the head in the row; as it is in
 * the ledger; and as it came back. Where only one side changed, that one holds. Where both did, and differently, it is
 * told, and theirs is kept beside ours. So a workbook that was merged once brings nothing more.
 */
export function merge(
  links: readonly Link[],
  sheets: readonly SheetRead[],
  merging: Merging,
): Checked<Merged, LedgerProblems> {
  const to = noted<LedgerProblems>();
  const { findings } = fold(links.map(({ entry }) => entry));
  const known = [...findings.keys()];
  const asOf = new Map<string, ReadonlyMap<string, LedgerFinding> | undefined>();
  const rows = new Map<string, { readonly given: string; readonly span: Span }>();
  const strangers = new Set<string>();
  const entries: (FilledEntry | MovedEntry)[] = [];
  let changed = 0;
  for (const sheet of sheets) {
    const head = sheet.rows.find(({ cells }) => needed.every((key) => cells.includes(key)));
    if (!head) continue;
    for (const row of sheet.rows)
      if (row.number > head.number && !isTitles(sheet, head, row))
        readRow(lineOf<Key>(sheet, head, row));
  }
  const isNone = rows.size === 0 && to.diagnostics.length === 0;
  const [first] = sheets;
  if (isNone && first) to.error('ledger/not-a-register', placeIn(first), { name: first.name });
  return { value: { entries, rows: rows.size, changed }, diagnostics: to.diagnostics };

  /** Titles may stand below their keys; no finding goes by a name without a dossier. */
  function isTitles(sheet: SheetRead, head: RowRead, row: RowRead): boolean {
    const finding = lineOf<Key>(sheet, head, row).text('finding');
    return row.number === head.number + 1 && finding !== '' && !finding.includes('/');
  }

  function readRow(line: SheetLine<Key>): void {
    const { text, at } = line;
    const id = text('finding');
    const isEmpty = columns.every((column) => text(column) === '');
    if (id === '' && isEmpty) return;
    const finding = findings.get(id);
    if (!finding) {
      const near = nearest(id, known);
      to.error('ledger/unknown-row', at('finding'), { finding: id, near });
      return;
    }
    const given = JSON.stringify(columns.map(text));
    const before = rows.get(id);
    if (before) {
      if (before.given !== given)
        to.error('ledger/row-twice', at('finding'), { finding: id }, { related: [before.span] });
      return;
    }
    rows.set(id, { given, span: at('finding') });
    const head = text('head') || noHead;
    const went = foldedAt(head);
    if (!went) {
      if (!strangers.has(head)) to.error('ledger/other-ledger', at('head'), { head });
      strangers.add(head);
      return;
    }
    take(finding, went.get(id)?.filled ?? {}, head, line);
  }

  /** The findings as they were when a chain had this head; undefined where it never had. */
  function foldedAt(head: string): ReadonlyMap<string, LedgerFinding> | undefined {
    if (!asOf.has(head)) asOf.set(head, upTo(head));
    return asOf.get(head);
  }

  function upTo(head: string): ReadonlyMap<string, LedgerFinding> | undefined {
    const end = links.findIndex(({ hash }) => hash === head) + 1;
    if (end === 0 && head !== noHead) return undefined;
    return fold(links.slice(0, end).map(({ entry }) => entry)).findings;
  }

  function take(
    finding: LedgerFinding,
    went: Filled,
    head: string,
    { text, at }: SheetLine<Key>,
  ): void {
    const taken: { [column in Column]?: string } = {};
    const kept: { [column in Column]?: string } = {};
    const known = besideOf(finding);
    for (const column of columns) {
      const written = text(column);
      const theirs =
        column === 'done' && written !== '' ? dayWritten(written) : merging.hide(written);
      if (theirs === undefined) {
        to.error('ledger/impossible-day', at(column), { text: written });
        continue;
      }
      const [before, ours] = [went[column] ?? '', finding.filled[column] ?? ''];
      if (theirs === before || theirs === ours) continue;
      if (ours === before || merging.isTheirs) taken[column] = theirs;
      else {
        to.warn('ledger/conflict', at(column), { finding: finding.id, column, ours, theirs });
        if (known[column] !== theirs) kept[column] = theirs;
      }
    }
    if (Object.keys(taken).length + Object.keys(kept).length === 0) return;
    changed += 1;
    const { day, by } = merging;
    entries.push({
      kind: 'filled',
      day,
      by,
      finding: finding.id,
      columns: taken,
      beside: kept,
      from: head,
    });
    entries.push(...movesOf(finding, taken));
  }

  /** What was filled in moves the finding on: an objection, what is being done, that it is done. */
  function movesOf(
    { id: finding, state, filled }: LedgerFinding,
    taken: Filled,
  ): readonly MovedEntry[] {
    const { day, by } = merging;
    const now = { ...filled, ...taken };
    const isDone = (now.done ?? '') !== '' && (now.evidence ?? '') !== '';
    const isAnswered =
      taken.measures !== undefined || taken.done !== undefined || taken.evidence !== undefined;
    const wanted: readonly State[] =
      (taken.objection ?? '') !== ''
        ? ['disputed']
        : isAnswered && isDone
          ? ['remedying', 'to-accept']
          : isAnswered && (now.measures ?? '') !== ''
            ? ['remedying']
            : [];
    const moves: MovedEntry[] = [];
    let from = state;
    for (const next of wanted) {
      const move = moveBetween(from, next);
      if (!move?.by.includes('branch')) continue;
      moves.push({
        kind: 'moved',
        day,
        by,
        finding,
        from,
        to: next,
        as: 'branch',
        ...(move.needs.includes('why') && { why: now.objection ?? '' }),
        ...(move.needs.includes('evidence') && { evidence: now.evidence ?? '' }),
      });
      from = next;
    }
    return moves;
  }
}
