import type { CoverageTotals, Seen } from '../../cases/coverage.ts';
import type {
  Answer,
  Facet,
  ProcessParams,
  Status,
  WaiverProblem,
} from '../../evaluate/outcome.ts';
import type { Unit } from '../../feel/units.ts';
import type { MissingReason } from '../../feel/value.ts';
import type { Severity } from '../../base/diagnostic.ts';
import type { Review, Status as ClauseStatus, TraceReport } from '../../trace/format.ts';
import type { RemedyFile, RuleKind, RuleLevel } from '../../rulebook/files.ts';

/** The words of the trade in one language: the same in every report. */
export interface Terms {
  readonly status: Readonly<Record<Status, string>>;
  readonly kind: Readonly<Record<RuleKind, string>>;
  readonly level: Readonly<Record<RuleLevel, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly remedy: Readonly<Record<RemedyFile['when'], string>>;
  readonly unit: Readonly<Record<Unit, string>>;
  readonly missing: Readonly<Record<MissingReason, string>>;
  /** What made a rule not applicable, with the values that did. */
  readonly inapplicable: {
    readonly product: (title: string, value: string, products: readonly string[]) => string;
    readonly condition: (reasons: readonly string[]) => string;
    readonly before: (day: string | null, from: string) => string;
    readonly ended: (
      day: string | null,
      until: string,
      clause: string | undefined,
      why: string,
    ) => string;
    readonly empty: (title: string) => string;
    readonly process: string;
  };
  readonly waiver: Readonly<Record<WaiverProblem, string>>;
  readonly facet: Readonly<Record<Facet, string>>;
  /** What a process finding says; names are titles already. */
  readonly process: (facet: Facet, params: ProcessParams) => string;
  /** What the process asks, as the title of its outcome. */
  readonly processTitle: (facet: Facet, step: string) => string;
  readonly unverified: string;
  readonly label: Readonly<Record<Label, string>>;
  /** `3 个文件` */
  readonly summary: (counts: {
    readonly dossiers: number;
    readonly pass: number;
    readonly fail: number;
    readonly 'cannot-tell': number;
  }) => string;
  readonly scope: (counts: {
    readonly data: number;
    readonly person: number;
    readonly manual: number;
    readonly uncaptured: number;
    readonly outOfScope: number;
  }) => string;
  /** A person has yet to tell. */
  readonly waiting: string;
  /** Behind a verdict that speaks of the data alone. */
  readonly dataOnly: (waiting: number) => string;
  /** Who checked it by hand, when, and on which page of the image. */
  readonly byHand: (answer: Pick<Answer, 'name' | 'date' | 'page'>) => string;
  /** What was written of a check-list. */
  readonly checklist: (lines: number, dossiers: number, path: string) => string;
  readonly requires: string;
  /** Whether a condition holds, behind its sentence. */
  readonly truth: { readonly yes: string; readonly no: string; readonly unknown: string };
  readonly atLeast: (field: string, value: string) => string;
  readonly atMost: (field: string, value: string) => string;
  readonly didYouMean: (near: string) => string;
  readonly fix: (text: string) => string;
  readonly asOf: (day: string) => string;
  /** The files judged together: what they have in common, how many they are, how many more may belong to them. */
  readonly group: (facts: {
    readonly key: string | null;
    readonly name: string;
    readonly files: number;
    readonly unplaced: number;
    readonly ids: readonly string[];
  }) => string;
  readonly together: (rules: number, files: readonly number[]) => string;
  readonly separator: string;
  readonly lint: (counts: {
    readonly rules: number;
    readonly cases: number;
    readonly errors: number;
    readonly warnings: number;
    readonly mended: number;
  }) => string;
  readonly clauseStatus: Readonly<Record<ClauseStatus, string>>;
  readonly review: Readonly<Record<Review, string>>;
  readonly traceHead: readonly string[];
  readonly traceTotalsHead: readonly string[];
  readonly traced: (totals: TraceReport['totals'], reviews: TraceReport['reviews']) => string;
  /** `stricter` are those of an extended rulebook that this one judges more strictly. */
  readonly tests: (counts: {
    readonly passed: number;
    readonly failed: number;
    readonly stricter: number;
  }) => string;
  /** Where a limit that a branch moved comes from. */
  readonly limitFrom: (limit: string, rulebook: string) => string;
  /** How many conditions cases show, in all; the share of what they could show. */
  readonly coverage: (totals: CoverageTotals, share: string) => string;
  readonly conditionsShort: (lacking: number, conditions: number) => string;
  readonly neverSeen: (seen: readonly Seen[]) => string;
  readonly belowMinimum: (minimum: string) => string;
  readonly expected: (wanted: string, found: string) => string;
  readonly badPath: (path: string) => string;
  /** Why no case can be made of a verdict. */
  readonly indisputable: Readonly<Record<'no-outcome' | 'changes', string>>;
  /** The rule says already what is said to be right. */
  readonly undisputed: (rule: string, status: string) => string;
  /** Free texts that a case has as they were. */
  readonly keptTexts: (paths: readonly string[]) => string;
  /** Steps that went ahead although a gate before them was not passed. */
  readonly wentAhead: (steps: readonly string[]) => string;
  readonly wentAheadUndecided: (steps: readonly string[]) => string;
  /** A gate that was not decided, rather than failed. */
  readonly gateUndecided: (step: string, rules: readonly string[]) => string;
}

/** Headings of a report. */
export type Label =
  | 'verdict'
  | 'rule'
  | 'step'
  | 'post'
  | 'basis'
  | 'missing'
  | 'remedy'
  | 'place'
  | 'because'
  | 'toPass'
  | 'waiver'
  | 'by'
  | 'edition'
  | 'findings'
  | 'others'
  | 'dossier'
  | 'rulebook'
  | 'origin'
  | 'adds'
  | 'diagnostics'
  | 'scope'
  | 'report'
  | 'manual'
  | 'outcome'
  | 'message'
  | 'shortfall'
  | 'more'
  | 'see'
  | 'related'
  | 'from'
  | 'criterion'
  | 'applies'
  | 'cases'
  | 'history'
  | 'group';
