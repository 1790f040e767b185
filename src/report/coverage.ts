import { type Position, positionOf, textOf } from '../base/source.ts';
import {
  type Condition,
  type CoverageTotals,
  everySeen,
  isWhole,
  type RuleCoverage,
  type Seen,
  shareSeen,
  totalsOf,
} from '../cases/coverage.ts';
import { placeOf } from './diagnostics.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { type Paint, plain } from './paint.ts';

/** Longest text of a condition that is shown. */
const longest = 90;

/** The totals, then each rule that falls short with its conditions, their places, and what no case shows. */
export function coverageText(
  covered: readonly RuleCoverage[],
  { terms }: Wordbook,
  paint: Paint = plain,
): string {
  const totals = totalsOf(covered);
  const short = covered.filter(({ conditions }) => !conditions.every(isWhole));
  const rules = short.map(({ rule, conditions }) => {
    const lacking = conditions.filter((condition) => !isWhole(condition));
    const lines = lacking.map((condition) => {
      const never = terms.neverSeen(lackingOf(condition));
      return `  ${paint.yellow(never)}  ${shortened(condition)}  ${paint.dim(placeOf(condition.span))}\n`;
    });
    return `${paint.bold(rule.id)} ${terms.conditionsShort(lacking.length, conditions.length)}\n${lines.join('')}`;
  });
  return `${terms.coverage(totals, percent(shareSeen(totals)))}\n${rules.join('')}`;
}

/** The same as data: shares from 0 to 1, positions from 1. */
export interface CoverageReport extends CoverageTotals {
  readonly share: number;
  /** The conditions that no case shows all three ways. */
  readonly short: readonly (Position & {
    readonly rule: string;
    readonly part: 'when' | 'require';
    readonly text: string;
    readonly file: string;
    readonly never: readonly Seen[];
  })[];
}

export function coverageJson(covered: readonly RuleCoverage[]): CoverageReport {
  const totals = totalsOf(covered);
  return {
    ...totals,
    share: Number(shareSeen(totals).toFixed(6)),
    short: covered.flatMap(({ rule, conditions }) =>
      conditions
        .filter((condition) => !isWhole(condition))
        .map((condition) => ({
          rule: rule.id,
          part: condition.part,
          text: textOf(condition.span),
          file: condition.span.source.name,
          ...positionOf(condition.span),
          never: lackingOf(condition),
        })),
    ),
  };
}

function lackingOf({ seen }: Condition): readonly Seen[] {
  return everySeen.filter((one) => !seen.has(one));
}

function shortened({ span }: Condition): string {
  const text = textOf(span).replace(/\s+/gu, ' ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** One digit after the point, never rounded up to the whole. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
