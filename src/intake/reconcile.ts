import type { Diagnostic } from '../base/diagnostic.ts';
import type { TableRow } from '../base/table.ts';
import type { Type } from '../feel/types.ts';
import { amountOf, printAmount } from './amounts.ts';
import type { IntakeProblems, RefusedWhy } from './problems.ts';
import { type BoundTable, cellSpan } from './bound.ts';

type Problem = Diagnostic<IntakeProblems>;

/** What came of the rows of a table (对账). */
export interface Reconciled {
  readonly table: string;
  readonly read: number;
  readonly refused: { readonly [why in RefusedWhy]?: number };
  /** Rows among those read that a filter or somebody hides. */
  readonly hidden: number;
  readonly sums: readonly SumRead[];
  /** Headings that nothing is mapped to. */
  readonly unmapped: readonly string[];
}

/** The sum of a column with money, as its cells are written. */
export interface SumRead {
  readonly heading: string;
  readonly read: string;
  readonly refused: string;
}

export interface Reconciling {
  readonly read: (row: TableRow) => void;
  readonly refuse: (row: TableRow, why: RefusedWhy) => void;
  /** Takes a row of totals: what of it does not add up. */
  readonly total: (row: TableRow) => readonly Problem[];
  readonly isBehindTotals: () => boolean;
  /** Amounts that may be in another unit than their neighbours, once all rows were read. */
  readonly suspicions: () => readonly Problem[];
  readonly reconciled: () => Reconciled;
}

interface Summing {
  readonly at: number;
  readonly heading: string;
  read: bigint;
  refused: bigint;
  /** Of rows that are shown; since the last row of totals. */
  shown: bigint;
  since: bigint;
  /** What was read, and its row, in turn. */
  readonly amounts: number[];
}

/** A ten-thousandth, and how far others may be from it. */
const [tenThousand, farOff, spread] = [10_000, 100, 5];
/** Amounts that make neighbours, at least. */
const fewest = 5;

export function newReconciling(table: BoundTable): Reconciling {
  const { columns, titles } = table;
  const sums = columns.flatMap(({ mapped, at }): Summing[] =>
    isMoney(mapped.field.type)
      ? [
          {
            at,
            heading: titles[at] ?? '',
            read: 0n,
            refused: 0n,
            shown: 0n,
            since: 0n,
            amounts: [],
          },
        ]
      : [],
  );
  const refused: { [why in RefusedWhy]?: number } = {};
  let [read, hidden, totals] = [0, 0, 0];
  return {
    read: (row) => {
      read += 1;
      if (row.hidden) hidden += 1;
      for (const sum of sums) {
        const amount = amountIn(row, sum.at);
        if (amount === undefined) continue;
        sum.read += amount;
        count(sum, row, amount);
        sum.amounts.push(Number(amount), row.number);
      }
    },
    refuse: (row, why) => {
      refused[why] = (refused[why] ?? 0) + 1;
      for (const sum of sums) {
        const amount = amountIn(row, sum.at) ?? 0n;
        sum.refused += amount;
        count(sum, row, amount);
      }
    },
    total: (row) => {
      totals += 1;
      return sums.flatMap((sum) => {
        const said = amountIn(row, sum.at);
        const { since, shown } = sum;
        const all = sum.read + sum.refused;
        sum.since = 0n;
        if (said === undefined || [all, shown, since].includes(said)) return [];
        const params = { said: printAmount(said), sum: printAmount(all) };
        const span = cellSpan(table, row.number, sum.at);
        return [{ code: 'intake/total', severity: 'warning', span, params } as const];
      });
    },
    isBehindTotals: () => totals > 0,
    suspicions: () => sums.flatMap((sum) => suspicionsOf(sum)),
    reconciled: () => ({
      table: table.table.name,
      read,
      refused,
      hidden,
      sums: sums.map((sum) => ({
        heading: sum.heading,
        read: printAmount(sum.read),
        refused: printAmount(sum.refused),
      })),
      unmapped: table.unmapped,
    }),
  };

  function count(sum: Summing, row: TableRow, amount: bigint): void {
    sum.since += amount;
    if (!row.hidden) sum.shown += amount;
  }

  function suspicionsOf({ at, amounts }: Summing): readonly Problem[] {
    const positive = amounts.filter((amount, index) => index % 2 === 0 && amount > 0);
    const sorted = positive.toSorted((a, b) => a - b);
    if (sorted.length < fewest) return [];
    const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    const [low, high] = [part(0.25), part(0.75)];
    const isUsual = (amount: number) => amount >= low / spread && amount <= high * spread;
    const found: Problem[] = [];
    for (let index = 0; index < amounts.length; index += 2) {
      const [amount = 0, row = 0] = [amounts[index], amounts[index + 1]];
      const isLess = amount > 0 && amount < low / farOff && isUsual(amount * tenThousand);
      const isMore = amount > high * farOff && isUsual(amount / tenThousand);
      if (!isLess && !isMore) continue;
      const params = {
        amount: printAmount(BigInt(amount)),
        than: isLess ? 'less' : 'more',
      } as const;
      const span = cellSpan(table, row, at);
      found.push({ code: 'intake/suspected', severity: 'warning', span, params });
    }
    return found;
  }
}

function amountIn({ cells }: TableRow, at: number): bigint | undefined {
  return amountOf(cells[at] ?? '');
}

function isMoney(type: Type): boolean {
  return type.kind === 'number' && type.unit === 'money';
}
