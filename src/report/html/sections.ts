import type { Outcome, Status } from '../../evaluate/outcome.ts';
import type { Program } from '../../program/ast.ts';
import type { CheckedFile, CheckRun, ReportOptions } from '../checked.ts';
import { type OutcomeView, viewer } from '../view.ts';
import { type Lookup, lookupIn } from './places.ts';

/** What the report says of one file. */
export interface Section {
  /** From 1, in the order of the run. */
  readonly number: number;
  readonly anchor: string;
  readonly file: CheckedFile;
  /** Absent when there was nothing to judge. */
  readonly judged: JudgedSection | undefined;
}

export interface JudgedSection {
  readonly verdict: 'pass' | 'fail' | 'cannot-tell';
  /** Said behind a verdict that speaks of the data alone. */
  readonly dataOnly: string;
  readonly scope: string;
  readonly lookup: Lookup;
  readonly counts: ReadonlyMap<Status, number>;
  readonly findings: readonly Found[];
  readonly waived: readonly Found[];
  /** What cannot be told, apart from gates, in processing order. */
  readonly untold: readonly OutcomeView[];
  readonly undecidedGates: readonly Found[];
  /** What nobody has to act on, in processing order. */
  readonly others: readonly OutcomeView[];
}

/** One card of the report: one outcome, or one gate with an outcome at every step that went ahead. */
export interface Found {
  /** `2-1`: the first finding of the second file. */
  readonly number: string;
  readonly anchor: string;
  readonly redLine: boolean;
  /** The gate's rules, for a card that folds a gate. */
  readonly gate: readonly string[] | undefined;
  readonly first: OutcomeView;
  readonly views: readonly OutcomeView[];
}

export function sectionsOf(run: CheckRun, options: ReportOptions): readonly Section[] {
  return run.files.map((file, index) => {
    const number = index + 1;
    return {
      number,
      anchor: `d${number}`,
      file,
      judged: judgedSection(file, number, run, options),
    };
  });
}

function judgedSection(
  { judged }: CheckedFile,
  number: number,
  run: CheckRun,
  options: ReportOptions,
): JudgedSection | undefined {
  if (!judged) return undefined;
  const { dossier, subject, judgement } = judged;
  const { language, unmasked } = options;
  const { view, book } = viewer(run.program, subject, dossier, language, unmasked);
  const redLines = redLinesOf(run.program);
  const { outcomes } = judgement;
  let count = 0;
  const of = (...statuses: readonly Status[]) =>
    outcomes.filter(({ status }) => statuses.includes(status));
  const failed = of('fail');
  const untold = of('cannot-tell');
  return {
    verdict: judgement.verdict,
    dataOnly: judgement.part === 'data' ? book.terms.dataOnly(judgement.scope.manual) : '',
    scope: book.terms.scope(judgement.scope),
    lookup: lookupIn(dossier, subject, language, unmasked, run.program.setting),
    counts: new Map(
      [...Map.groupBy(outcomes, ({ status }) => status)].map(([status, list]) => [
        status,
        list.length,
      ]),
    ),
    findings: [
      ...bySeverity(failed.filter((outcome) => !isGate(outcome))).map((outcome) =>
        found([outcome]),
      ),
      ...gates(failed),
    ],
    waived: bySeverity(of('waived')).map((outcome) => found([outcome])),
    undecidedGates: gates(untold),
    untold: untold.filter((outcome) => !isGate(outcome)).map(view),
    others: of('pass', 'not-applicable', 'not-due').map(view),
  };

  function found(list: readonly [Outcome, ...Outcome[]], gate?: readonly string[]): Found {
    count += 1;
    const [first, ...rest] = list;
    const shown = view(first);
    return {
      number: `${number}-${count}`,
      anchor: `d${number}-${count}`,
      redLine: redLines.has(first.rule),
      gate,
      first: shown,
      views: [shown, ...rest.map(view)],
    };
  }

  function gates(list: readonly Outcome[]): readonly Found[] {
    const byGate = Map.groupBy(list.filter(isGate), gateKey);
    return [...byGate.values()].flatMap(([first, ...rest]) =>
      first ? [found([first, ...rest], gateRules(first))] : [],
    );
  }

  function bySeverity(list: readonly Outcome[]): readonly Outcome[] {
    return list.toSorted((a, b) => severityOf(a, redLines) - severityOf(b, redLines));
  }
}

const levels = ['mandatory', 'advisory', 'reference'] as const;
const kinds = ['regulation', 'bank', 'service', undefined] as const;

/** Smaller is graver: by level, then red lines first, then by kind. */
function severityOf({ rule, level, kind }: Outcome, redLines: ReadonlySet<string>): number {
  return levels.indexOf(level) * 10 + (redLines.has(rule) ? 0 : 5) + kinds.indexOf(kind);
}

function redLinesOf({ rules }: Program): ReadonlySet<string> {
  return new Set(
    rules.filter(({ rule }) => rule.entry.data.risk?.redLine === true).map(({ id }) => id),
  );
}

function isGate({ finding }: Outcome): boolean {
  return finding?.kind === 'process' && finding.facet === 'gate';
}

function gateRules({ finding }: Outcome): readonly string[] {
  return finding?.kind === 'process' ? (finding.params.rules ?? []) : [];
}

function gateKey(outcome: Outcome): string {
  const { finding } = outcome;
  const step = finding?.kind === 'process' ? (finding.params.other ?? '') : '';
  return [step, ...gateRules(outcome)].join(' ');
}
