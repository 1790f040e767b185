import type { Status } from '../evaluate/outcome.ts';
import type { RuleLevel } from '../rulebook/files.ts';
import type { Multilingual } from '../report/json-format.ts';
import type { Act, ChangedEdition, Standing } from './changes.ts';
import type { ThingKind } from './parts.ts';
import type { Effect } from './evidence.ts';
import type { SchemaChange } from './schemas.ts';
import type { Step } from './version.ts';

/** What `shouze diff --format json` writes. Stable: fields are added, never changed. */
export interface DiffReport {
  readonly format: 1;
  readonly old: RulebookJson;
  readonly new: RulebookJson;
  /** The day by which an edition is in force, past or ahead, ISO. */
  readonly asOf: string;
  readonly version: {
    readonly from: string;
    readonly to: string;
    /** What the changes call for, and how far the version moved. */
    readonly calls: Step;
    readonly moved: Step;
    /** The least version that says it. */
    readonly least: string;
    readonly isEnough: boolean;
  };
  readonly changes: readonly ChangeJson[];
  readonly schemas: readonly SchemaChange[];
  /** Of which a verdict may change; of no other can it. */
  readonly rules: readonly RuleDiffJson[];
  /** Of a book of dossiers, where one was given. */
  readonly impact?: ImpactJson;
  /** Of the rules of which a verdict may change, and of those whose cases were changed, as the rulebook is now. */
  readonly cases?: CasesJson;
}

export interface CasesJson {
  readonly ran: number;
  readonly failed: readonly FailedCaseJson[];
}

export interface FailedCaseJson {
  readonly rule: string;
  readonly title: Multilingual;
  /** From the folder of the rulebook. */
  readonly file: string;
  readonly line: number;
  /** Which case it is, what it says, and what was found. */
  readonly says: Multilingual;
}

export interface RulebookJson {
  readonly id: string;
  readonly version: string;
  readonly title: Multilingual;
  readonly digest: string;
}

export interface ChangeJson {
  readonly thing: ThingKind | 'schema';
  readonly id: string;
  readonly title: Multilingual;
  readonly act: Act;
  /** `require`, `value`, `basis`, `row`; absent where it is all of the thing or the edition. */
  readonly part?: string;
  /** Which row, day or code. */
  readonly at?: Multilingual;
  /** First and last day of the edition; of several, of all together. */
  readonly from?: string;
  readonly until?: string;
  /** A change in an edition that is in force, or was, is a correction. */
  readonly standing?: Standing;
  /** Where the same was done in several editions. */
  readonly editions?: readonly ChangedEdition[];
  readonly before?: Multilingual;
  readonly after?: Multilingual;
  readonly weight: 'schema' | 'verdict' | 'words';
  /** Rules that may judge otherwise by it, through definitions and tables too. */
  readonly rules: readonly string[];
}

export interface RuleDiffJson {
  /** `RSK-007`, or `process/approval/order` for what a step asks. */
  readonly id: string;
  readonly title: Multilingual;
  readonly is: 'new' | 'changed' | 'gone';
  /** Titles; absent for every product. */
  readonly products?: readonly Multilingual[];
  readonly posts: readonly Multilingual[];
  readonly step: Multilingual;
  readonly effect: Effect;
  readonly tightens: EvidenceJson;
  readonly loosens: EvidenceJson;
  /** The changes that reach it: places in `changes`. */
  readonly by: readonly number[];
}

export type EvidenceJson =
  /** Proved: for no file. */
  | { readonly kind: 'never' }
  /** What was in order never fails by it, or the other way round; `within`: of lists with so many records at most. */
  | { readonly kind: 'proved'; readonly within?: number }
  /** No file was found among so many, and nothing was proved. */
  | { readonly kind: 'unknown'; readonly tried: number }
  | { readonly kind: 'witness'; readonly witness: WitnessJson };

/** A file of which the two rulebooks say different things. */
export interface WitnessJson {
  /** The case or the base file that it was made of. */
  readonly of: string;
  /** By how many days all its days were moved. */
  readonly shift: number;
  readonly edits: readonly {
    readonly pointer: string;
    readonly title: Multilingual;
    /** As the file has it; null for what was taken out. */
    readonly value: string | null;
    readonly says: Multilingual;
  }[];
  readonly old: WitnessSideJson;
  readonly new: WitnessSideJson;
}

export interface WitnessSideJson {
  /** Null where the rule is not there, or judges nothing. */
  readonly status: Status | null;
  /** Of the rule, by which it counts for the verdict. */
  readonly level: RuleLevel | null;
  /** The first day of the edition that judged. */
  readonly edition: string | null;
  /** What was found, or what cannot be told. */
  readonly message: Multilingual | null;
}

/** A book of dossiers judged by both. */
export interface ImpactJson {
  /** Dossiers that both could judge, and those that either could not read. */
  readonly dossiers: number;
  readonly unread: number;
  /** Of which an outcome of some rule changes. */
  readonly changed: number;
  readonly verdicts: readonly {
    readonly old: VerdictJson;
    readonly new: VerdictJson;
    readonly dossiers: number;
  }[];
  readonly by: {
    readonly [
      kind in 'branch' | 'product' | 'month' | 'amount' | 'rule'
    ]: readonly ImpactGroupJson[];
  };
  readonly each: readonly ImpactedJson[];
}

export type VerdictJson = 'pass' | 'fail' | 'cannot-tell';

export interface ImpactGroupJson {
  /** Null where the files do not say. */
  readonly key: string | null;
  /** What the code of a branch or a product is called, where it is known. */
  readonly title?: Multilingual;
  /** Dossiers that are hit. */
  readonly dossiers: number;
  /** Whose verdict got worse, and better. */
  readonly worse: number;
  readonly better: number;
  /** Sum of the amounts of those that are hit. */
  readonly amount: string;
}

export interface ImpactedJson {
  readonly id: string | null;
  readonly file: string;
  readonly record?: { readonly number: number; readonly line: number };
  readonly old: VerdictJson;
  readonly new: VerdictJson;
  readonly outcomes: readonly {
    readonly rule: string;
    readonly element: string | null;
    readonly old: WitnessSideJson;
    readonly new: WitnessSideJson;
  }[];
}
