import type { Status } from '../evaluate/outcome.ts';
import type { WaiverProblem } from '../program/ast.ts';
import type { Confidence } from '../rulebook/ast.ts';
import type { Answered, RuleKind, RuleLevel } from '../rulebook/files.ts';

/** What `shouze check --format json` writes. Stable: fields are added, never changed. */
export interface CheckReport {
  readonly rulebook: {
    readonly id: string;
    readonly version: string;
    /** Over its files and those of the rulebooks it extends. */
    readonly digest: string;
    /** The rulebooks it builds on, the nearest first. */
    readonly extends?: readonly { readonly id: string; readonly version: string }[];
  };
  /** Version of the engine. */
  readonly engine: string;
  readonly asOf?: string;
  readonly today?: string;
  readonly step?: string;
  readonly summary: {
    readonly dossiers: number;
    readonly pass: number;
    readonly fail: number;
    readonly 'cannot-tell': number;
    /** Fails by the rulebook's own severities, where it names some. */
    readonly severities?: { readonly [severity: string]: number };
  };
  readonly dossiers: readonly DossierJson[];
}

export interface DossierJson {
  readonly id: string | null;
  readonly file: string;
  readonly digest: string | null;
  /** null for a file that is no dossier. */
  readonly verdict: 'pass' | 'fail' | 'cannot-tell' | null;
  /** `data`: rules wait for a person and no check-list was brought, so that the verdict speaks of the data alone. */
  readonly part: 'data' | 'whole' | null;
  /** Rules by what came of them. */
  readonly scope: {
    /** Judged by data. */
    readonly data: number;
    /** Judged by a person, by the check-list. */
    readonly person: number;
    /** Waiting for a person. */
    readonly manual: number;
    readonly uncaptured: number;
    readonly outOfScope: number;
  } | null;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly outcomes: readonly OutcomeJson[];
}

/** A text in each language of the rulebook. */
export interface Multilingual {
  readonly [language: string]: string;
}

export interface PlaceJson {
  /** The file it is in, of an outcome of files judged together. */
  readonly file?: string;
  /** JSON pointer */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The row of a register that it is in, from 1. */
  readonly row?: number;
  /** The field of that row. */
  readonly field?: { readonly name: string; readonly title: Multilingual };
}

export interface OutcomeJson {
  readonly rule: string;
  /** The rulebook that asks it, where one builds on another. */
  readonly rulebook?: string;
  /** The rule of an extended rulebook that it adds to. */
  readonly adds?: string;
  /** Key of the element judged, for a rule that judges acts one by one. */
  readonly element: string | null;
  /** How many rows of a register all get the same, and need nothing done: they share one outcome. */
  readonly rows?: number;
  /** The stage that something is wrong in, for which this rule was not judged. */
  readonly heldBy?: string;
  /** The files judged together, for a rule with `scope`. */
  readonly group: {
    /** What they have in common; null for a file that was not placed. */
    readonly key: string | null;
    /** How many files it has in this run. */
    readonly files: number;
    /** How many more may belong to it, since their key is not on file. */
    readonly unplaced: number;
    /** Ids of its files, those that may belong to it last. */
    readonly dossiers: readonly string[];
  } | null;
  /** First day of the edition that was in force. */
  readonly edition: string | null;
  /** The governing day. */
  readonly asOf: string | null;
  /** null for a rule that does not say. */
  readonly kind: RuleKind | null;
  readonly level: RuleLevel;
  /** The rulebook's own word for how grave it is. */
  readonly severity?: string;
  /** null in a rulebook without stages; so is the step. */
  readonly stage: string | null;
  readonly step: string | null;
  readonly posts: readonly string[];
  readonly status: Status;
  /** A person has yet to tell. */
  readonly manual: boolean;
  readonly title: Multilingual;
  readonly message: Multilingual;
  /** What decided it; of a pass only where `--explain` asks for the rule. */
  readonly because: readonly {
    /** FEEL */
    readonly expression: string;
    readonly value: string;
    /** The text shows fewer digits than the value has. */
    readonly rounded: boolean;
    readonly text: Multilingual;
  }[];
  /** What made it not applicable, with values; only where `--explain` asks for the rule. */
  readonly inapplicable?: Multilingual;
  /** Paths of exactly the fields that would decide it, `transaction.contractPrice`, `interviews[I1].mode`. */
  readonly missing: readonly string[];
  readonly basis: readonly {
    readonly clause: string;
    readonly confidence: Confidence;
    readonly verified: boolean;
  }[];
  readonly at: PlaceJson;
  readonly related: readonly PlaceJson[];
  /** How many more places there are. */
  readonly moreRelated?: number;
  /** When to put it right, and how, in each language of the rulebook. */
  readonly remedy: ({ readonly when: string } & Multilingual) | null;
  readonly toPass: readonly {
    readonly pointer: string;
    readonly atLeast?: string;
    readonly atMost?: string;
  }[];
  readonly waiver: { readonly pointer: string; readonly problems: readonly WaiverProblem[] } | null;
  /** The person who told it, in whole or in part, by the check-list (人工核查); null where only the data spoke. */
  readonly by: {
    readonly kind: 'person';
    readonly answer: Answered;
    /** Masked like every name. */
    readonly name: string;
    /** ISO day. */
    readonly date: string;
    /** Page of the image. */
    readonly page: string | null;
    readonly remark: string | null;
  } | null;
}

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Multilingual;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** What to write instead. */
  readonly fix?: string;
}

/** What `shouze scorecard --format json` writes. Stable: fields are added, never changed. Numbers are decimal texts, of 34 digits where they do not end. */
export interface ScorecardReport {
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly by: 'post' | 'officer' | 'branch' | 'month' | 'customer' | 'pilot';
  readonly from: string | null;
  readonly until: string | null;
  /** Ids of files without a day, left out where days count. */
  readonly undated: readonly string[];
  readonly outside: number;
  readonly unread: number;
  readonly groups: readonly {
    /** null for files whose group cannot be told. */
    readonly key: string | null;
    readonly points: string;
    /** Figures whose points are not settled. */
    readonly open: number;
    readonly figures: readonly FigureJson[];
  }[];
}

export interface FigureJson {
  readonly measure: string;
  readonly title: Multilingual;
  readonly unit: string;
  readonly value: string | null;
  /** Between which a share lies, whatever the unknown files are. */
  readonly low: string | null;
  readonly high: string | null;
  readonly target: string | null;
  readonly direction: 'higher' | 'lower';
  readonly met: boolean | null;
  readonly points: string | null;
  readonly known: number;
  readonly unknown: number;
  readonly outOfScope: number;
  /** Outcomes that wait for a person. */
  readonly pending: number;
  readonly missing: readonly {
    readonly id: string;
    /** JSON pointers, or names of limits. */
    readonly missing: readonly string[];
  }[];
}
