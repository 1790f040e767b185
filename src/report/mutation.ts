import { indentedJson } from '../base/json.ts';
import { type Position, positionOf } from '../base/source.ts';
import type { Proof } from '../mutation/mutants.ts';
import type { Unnoticed } from '../mutation/reasons.ts';
import type { Fate, Tried } from '../mutation/tried.ts';
import type { MutantKind } from '../mutation/variants.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { type Paint, plain } from './paint.ts';

/** One thing of a rulebook that was written otherwise, and what became of it. */
export interface MutantRecord extends Position {
  /** The rule, definition, parameter or table that was changed. */
  readonly of: string;
  readonly kind: MutantKind;
  readonly fate: Fate;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Of one that survived: why no case notices it. */
  readonly why?: Unnoticed;
  /** Of one that changes nothing: how that is proved. */
  readonly proved?: Proof;
}

/** How many mutants met each fate. */
export type Fates = Readonly<Record<Fate, number>>;

/** What `test --mutate --format json` prints. */
export interface MutationReport extends Fates {
  /** The share of those that may be noticed which cases notice, from 0 to 1. */
  readonly score: number;
  readonly byKind: { readonly [K in MutantKind]?: Fates };
  /** What no case tells from the rulebook. */
  readonly survivors: readonly MutantRecord[];
  /** What is proved to change nothing, and what `lint` would refuse. */
  readonly apart: readonly MutantRecord[];
}

/** @param why - of one that survived */
export function mutantRecord(
  { of, kind, fate, span, from, to, proved }: Tried,
  why: Unnoticed | undefined,
): MutantRecord {
  return {
    of,
    kind,
    fate,
    file: span.source.name,
    ...positionOf(span),
    from,
    to,
    ...(why && { why }),
    ...(fate === 'equivalent' && proved && { proved }),
  };
}

export function mutationReport(tried: readonly MutantRecord[]): MutationReport {
  const fates = fatesOf(tried);
  const byKind = [...Map.groupBy(tried, ({ kind }) => kind)].map(
    ([kind, own]) => [kind, fatesOf(own)] as const,
  );
  return {
    score: scoreOf(fates),
    ...fates,
    byKind: Object.fromEntries(byKind),
    survivors: tried.filter(({ fate }) => fate === 'survived'),
    apart: tried.filter(({ fate }) => fate === 'equivalent' || fate === 'refused'),
  };
}

function fatesOf(tried: readonly MutantRecord[]): Fates {
  const count = (wanted: Fate) => tried.filter(({ fate }) => fate === wanted).length;
  return {
    noticed: count('noticed'),
    survived: count('survived'),
    equivalent: count('equivalent'),
    refused: count('refused'),
  };
}

function scoreOf({ noticed, survived }: Fates): number {
  return noticed + survived === 0 ? 1 : Number((noticed / (noticed + survived)).toFixed(6));
}

/** Each survivor with its place and its reason, then the score. */
export function mutationText(
  report: MutationReport,
  { terms }: Wordbook,
  paint: Paint = plain,
): string {
  const lines = report.survivors.map(
    ({ of, kind, file, line, column, from, to, why }) =>
      `${paint.bold(of)} ${terms.mutantKind(kind)} ${paint.yellow(`${from} → ${to}`)}  ${why ? `${terms.unnoticed(why)}  ` : ''}${paint.dim(`${file}:${line}:${column}`)}`,
  );
  const kinds = Object.entries(report.byKind).map(([kind, { noticed, survived }]) =>
    terms.mutantsOfKind(terms.mutantKind(kind as MutantKind), noticed, noticed + survived),
  );
  const proofs = [...Map.groupBy(report.apart, ({ proved }) => proved)].flatMap(([proved, own]) =>
    proved ? [terms.provedBy(proved, own.length)] : [],
  );
  const percent = `${(Math.floor(report.score * 1000) / 10).toFixed(1)}%`;
  return `${[...lines, ...kinds, ...proofs, terms.mutants(report, percent)].join('\n')}\n`;
}

export function mutationJson(report: MutationReport): string {
  return indentedJson(report);
}
