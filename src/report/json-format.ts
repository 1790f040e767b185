import type { Outside } from '../check/outside.ts';
import type { Status } from '../evaluate/outcome.ts';
import type { MissingReason } from '../feel/value.ts';
import type { WaiverProblem } from '../program/ast.ts';
import type { Standing } from '../ledger/standing.ts';
import type { Confidence } from '../rulebook/ast.ts';
import type { Answered, RuleKind, RuleLevel } from '../rulebook/files.ts';

/**
 * What `shouze check --format json` writes, format 2: what is the same of a rule is said once, findings in full, the
 * rest as counts. Stable: fields are added, never changed.
 */
export interface CheckReport extends ReportHead {
  readonly summary: SummaryJson;
  readonly dossiers: readonly DossierJson[];
}

/** A line of `shouze check --format ndjson`: a head, a line a dossier as it is judged, what was judged together, a foot. */
export type CheckLine =
  | ({ readonly type: 'head' } & ReportHead)
  | ({ readonly type: 'dossier' } & DossierJson)
  | ({ readonly type: 'together' } & TogetherJson)
  | ({ readonly type: 'foot' } & ReportFoot);

/** What a check judged by, and all that its findings refer to. */
export interface ReportHead {
  readonly format: 2;
  readonly rulebook: {
    readonly id: string;
    readonly version: string;
    /** Over its files and those of the rulebooks it extends. */
    readonly digest: string;
    readonly title: Multilingual;
    readonly issuer: Multilingual;
    /** The rulebooks it builds on, the nearest first. */
    readonly extends?: readonly { readonly id: string; readonly version: string }[];
  };
  /** Version of the engine. */
  readonly engine: string;
  /** The languages of all texts here: those asked for, else those of the rulebook. */
  readonly languages: readonly string[];
  /** Whether personal data is masked. */
  readonly masked: boolean;
  readonly asOf?: string;
  readonly today?: string;
  readonly step?: string;
  /**
   * The register that posts were looked up in; null where none was given, and what files say of posts was taken for
   * true. Absent where the rulebook knows no such register.
   */
  readonly staff?: StaffJson | null;
  /** The register that waivers were taken from beside those in files (例外审批台账); absent where none was given. */
  readonly waivers?: WaiversJson;
  /** By what it was looked up who filled in check-lists; absent where none was brought. */
  readonly answered?: AnsweredJson;
  /** In JSON those that outcomes name, in NDJSON all: by id, in processing order. */
  readonly rules: { readonly [id: string]: RuleJson };
  /** Titles of the clauses that outcomes rest on, by `source#clause`. */
  readonly clauses: { readonly [clause: string]: ClauseJson };
  /** What kinds and levels of rules are called, and the rulebook's own severities, the gravest first. */
  readonly kinds: { readonly [kind: string]: Multilingual };
  readonly levels: { readonly [level: string]: Multilingual };
  readonly severities?: { readonly [severity: string]: Multilingual };
  /** What the times are called by which something is to be put right. */
  readonly remedies: { readonly [when: string]: Multilingual };
  /** Titles of the steps and stages of those rules. */
  readonly steps: { readonly [id: string]: Multilingual };
  readonly stages: { readonly [id: string]: Multilingual };
  /** Titles of the posts of those rules. */
  readonly posts: { readonly [post: string]: Multilingual };
  /** What the fields are called that `about` tells files apart by. */
  readonly about: AboutHeadJson;
  /** The inspection that the check is part of (检查方案); null where none was given. */
  readonly scheme: SchemeJson | null;
}

/** Titles of the fields of `about`, and of their codes, by kind of file. */
export interface AboutHeadJson {
  readonly [subject: string]: {
    readonly [key: string]: {
      readonly title: Multilingual;
      readonly codes?: { readonly [code: string]: Multilingual };
    };
  };
}

/** By what a register tells one file from another; what is not filled in is absent. */
export interface AboutJson {
  readonly number?: string;
  readonly branch?: string;
  readonly product?: string;
  /** A plain decimal number in the currency of the rulebook. */
  readonly amount?: string;
  readonly officer?: string;
  /** Masked, where personal data is. */
  readonly customer?: string;
  /** ISO day. */
  readonly day?: string;
}

/** An inspection: what it covers, how its files were chosen, who inspects, on which day. */
export interface SchemeJson {
  readonly id: string;
  readonly title: Multilingual;
  readonly file: string;
  /** `sha256:…` of its text. */
  readonly digest: string;
  /** The day of check, ISO. */
  readonly day: string | null;
  readonly branches: readonly string[];
  readonly products: readonly string[];
  readonly steps: readonly string[];
  readonly rules: readonly string[];
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  /** Paths of the fields that were captured; null where all were. */
  readonly captured: readonly string[] | null;
  readonly population: number | null;
  readonly sample: {
    readonly method: 'all' | 'random' | 'stratified' | 'discretionary';
    readonly size: number | null;
    readonly seed: number | null;
    readonly reason: Multilingual | null;
  } | null;
  /** The list of the files that were drawn, where only those are judged. */
  readonly picked?: {
    readonly file: string;
    /** `sha256:…` of its ids, sorted, each with an end of line. */
    readonly digest: string;
    readonly files: number;
  };
  readonly inspectors: readonly string[];
  readonly reviewers: readonly string[];
  /** The defect rate not to be exceeded, by severity, as decimal texts. */
  readonly targets: { readonly [severity: string]: string };
}

/** How check-lists that came back were held against who may check, and when. */
export interface AnsweredJson {
  /** null where neither a scheme nor a register tells who may check: names were taken as they were written. */
  readonly by: 'scheme' | 'register' | null;
  /** The last day on which anything may have been checked, ISO; null where nothing tells it. */
  readonly until: string | null;
}

/** A register of people that posts were looked up in. */
export interface StaffJson {
  /** What it calls itself. */
  readonly id: string | null;
  readonly file: string;
  /** `sha256:…` of its text; null where that was not read from a file. */
  readonly digest: string | null;
  /** The organisation whose register it is. */
  readonly of: string;
  /** How many people it lists. */
  readonly people: number;
}

/** A register of waivers. */
export interface WaiversJson {
  readonly file: string;
  /** `sha256:…` of its bytes. */
  readonly digest: string;
  /** How many waivers were taken of it. */
  readonly entries: number;
  /** For how many dossiers. */
  readonly dossiers: number;
}

/** What is the same of a rule in all outcomes; `process/approval/order` for what the process itself asks. */
export interface RuleJson {
  /** null for a rule that does not say. */
  readonly kind: RuleKind | null;
  readonly level: RuleLevel;
  /** The rulebook's own word for how grave it is. */
  readonly severity?: string;
  /** A line that must not be crossed (红线). */
  readonly redLine?: true;
  /** null in a rulebook without stages; so is the step. */
  readonly stage: string | null;
  readonly step: string | null;
  readonly posts: readonly string[];
  readonly title: Multilingual;
  /** When to put it right, and how. */
  readonly remedy: ({ readonly when: string } & Multilingual) | null;
  /** The rulebook that asks it, where one builds on another. */
  readonly rulebook?: string;
  /** The rule of an extended rulebook that it adds to. */
  readonly adds?: string;
}

export interface ClauseCitedJson {
  readonly clause: string;
  readonly confidence: Confidence;
  readonly verified: boolean;
}

export interface ClauseJson {
  readonly title: Multilingual;
  readonly confidence: Confidence;
  /** Compared with the original; a basis that is not must not be held against anyone (依据待核). */
  readonly verified: boolean;
}

export interface SummaryJson {
  readonly dossiers: number;
  readonly pass: number;
  readonly fail: number;
  readonly 'cannot-tell': number;
  /** Files or records that could not be read as dossiers: they have no verdict. */
  readonly unread: number;
  /** Files that the scheme leaves out: they were not judged. Only where there is a scheme. */
  readonly outside?: { readonly [why in Outside]: number };
  /** Ids of files that were drawn for the inspection and did not come; only where there is such a list. */
  readonly absent?: readonly string[];
  /** Exceptions: those by which a fail is waived, and what is wrong with others, by what it is; where there are any. */
  readonly waivers?: {
    readonly valid: number;
    readonly refused: { readonly [problem in WaiverProblem]?: number };
  };
  /** Fails by the rulebook's own severities, where it names some. */
  readonly severities?: { readonly [severity: string]: number };
  /** The same defect over many files: rules by what came of them, the gravest first. */
  readonly defects: readonly DefectJson[];
  /** Totals and rates: all files at a glance. */
  readonly glance: GlanceJson;
  /** With a ledger: findings that are suppressed, and the verdicts on files without them. */
  readonly suppressed?: {
    readonly findings: number;
    readonly pass: number;
    readonly fail: number;
    readonly 'cannot-tell': number;
  };
  /** Of files that were made of tables. */
  readonly intake?: IntakeJson;
  /** How far a check came that was stopped. */
  readonly stopped?: true;
  /** Where the run is kept, of one that is recorded. */
  readonly record?: RecordedJson;
}

/** A run in a record, and the head of the record behind it: the record is whole if this hash stands at this number. */
export interface RecordedJson {
  readonly run: number;
  readonly head: { readonly number: number; readonly hash: string };
}

/** How many files have findings, how many these are, and the amounts of those files, as a plain decimal number. */
export interface TotalJson {
  readonly files: number;
  readonly findings: number;
  readonly amount: string;
}

/** By what totals are told: `severity` and `all` are of rates. */
export type GlanceKey =
  | 'all'
  | 'severity'
  | 'stage'
  | 'rule'
  | 'post'
  | 'branch'
  | 'product'
  | 'month'
  | 'amount';

/** A book of files at a glance. With a ledger, `after` is the same without what it suppresses (after rebuttal). */
export interface GlanceJson extends TotalJson {
  /** Files that have a verdict. */
  readonly judged: number;
  readonly after?: TotalJson;
  /** Of all findings, then by severity, the gravest first. */
  readonly rates: readonly RateJson[];
  readonly by: {
    readonly [key in Exclude<GlanceKey, 'all' | 'severity'>]: readonly GlanceGroupJson[];
  };
  /** The run before, where one was given. */
  readonly against?: {
    readonly rulebook: string;
    /** The day of check, where that run says. */
    readonly day: string | null;
    readonly judged: number;
    readonly rates: readonly RateJson[];
    readonly rules: readonly { readonly rule: string; readonly files: number }[];
  };
}

export interface GlanceGroupJson extends TotalJson {
  /** A code, an id, `2026-09`, or the least amount of a band; null for what cannot be placed. */
  readonly key: string | null;
  /** Files of the group that have a verdict, with findings or without. */
  readonly judged?: number;
  readonly after?: TotalJson;
}

/** Files with a finding of a severity, of all that were judged (差错率). */
export interface RateJson extends RateOfJson {
  /** `all`; a severity of the rulebook, else a weight; a level, where the inspection has a target for it. */
  readonly severity: string;
  /** The rate not to be exceeded, by the inspection. */
  readonly target: string | null;
  readonly after?: RateOfJson;
}

export interface RateOfJson {
  readonly files: number;
  /** A decimal number from 0 to 1, of 34 digits where it does not end; null where nothing was judged. */
  readonly rate: string | null;
  /** Where the files are a sample drawn at random: between which the rate of all files lies, with 95 % confidence. */
  readonly interval: {
    readonly low: string;
    readonly high: string;
    readonly by: 'hypergeometric' | 'binomial';
  } | null;
  /** `open` where a sample does not tell; null without a target. */
  readonly met: 'met' | 'missed' | 'open' | null;
}

export interface DefectJson {
  readonly rule: string;
  /** Dossiers in which it fails, is waived, or cannot be told from the data. */
  readonly fail: number;
  readonly waived: number;
  readonly 'cannot-tell': number;
  /** The first of those in which it fails, else is waived, else cannot be told, at most ten. */
  readonly dossiers: readonly string[];
}

export interface DossierJson {
  readonly id: string | null;
  readonly file: string;
  /** Which dossier of its file it is, from 1, and the line it begins on; absent where a file is one dossier. */
  readonly record?: { readonly number: number; readonly line: number };
  readonly digest: string | null;
  /** What kind of file it is; null for what is no dossier. */
  readonly subject: string | null;
  /** By what registers tell it from others, where its kind says. */
  readonly about?: AboutJson;
  /** Of a file that fails a rule: who did something on it, by number, who therefore cannot close a finding. */
  readonly actors?: readonly string[];
  /** null for a file that is no dossier, and for one that the scheme leaves out. */
  readonly verdict: Verdict | null;
  /** Why the scheme leaves it out: its branch, product or day, or that it was not drawn. */
  readonly outside?: Outside;
  /**
   * `data`: rules wait for a person and no check-list was brought, so that the verdict speaks of the data alone.
   * `captured`: it speaks of what an import captured alone (仅就已取数据).
   */
  readonly part: 'data' | 'whole' | 'captured' | null;
  /** Rules by what came of them. */
  readonly scope: ScopeJson | null;
  /** Rules by the gravest that they say, those that only wait for a person apart from those that want data. */
  readonly counts: CountsJson | null;
  /** Stages that were not judged, since the one before them (`by`) is not in order. */
  readonly heldBack?: readonly {
    readonly stage: string;
    readonly by: string;
    readonly rules: number;
  }[];
  /** How many rules judge files together: what they say comes behind all dossiers. In NDJSON alone. */
  readonly later?: number;
  readonly diagnostics: readonly DiagnosticJson[];
  /**
   * Fails, waived, and what cannot be told from the data, the gravest first, then in processing order; with `--outcomes
   * all` whatever there is. What only waits for a person is under `waiting`.
   */
  readonly outcomes: readonly OutcomeJson[];
  /** What to fetch: each missing field once, the one that opens most rules first. */
  readonly wanting: readonly WantingJson[];
  /** The rules that only wait for a person to look (待人工核查). */
  readonly waiting: readonly string[];
}

export type Verdict = 'pass' | 'fail' | 'cannot-tell';

export interface ScopeJson {
  /** Judged by data. */
  readonly data: number;
  /** Judged by a person, by the check-list. */
  readonly person: number;
  /** Waiting for a person. */
  readonly manual: number;
  /** Of these, where there are any, the rules of which the check-list tells some records. */
  readonly partly?: number;
  readonly uncaptured: number;
  readonly outOfScope: number;
  /** Of those out of scope, where there are any: the rules that the scheme does not cover. */
  readonly notCovered?: number;
}

/** Rules by the gravest that they say of the file. */
export type CountsJson = { readonly [status in Status | 'waiting']: number };

export interface WantingJson {
  /** `contract.amount`, `interviews[I1].mode`; the name of a limit that has no value. */
  readonly field: string;
  readonly title: Multilingual;
  readonly why: MissingReason;
  /** `why` in words. */
  readonly says: Multilingual;
  /** The rules that wait for it. */
  readonly rules: readonly string[];
}

/** What came of rules that judge files together, for one of the files. */
export interface TogetherJson {
  readonly id: string | null;
  readonly file: string;
  readonly record?: { readonly number: number; readonly line: number };
  /** The verdict on the file, these outcomes counted. */
  readonly verdict: Verdict;
  readonly part: 'data' | 'whole' | 'captured';
  readonly actors?: readonly string[];
  readonly scope: ScopeJson;
  readonly counts: CountsJson;
  readonly outcomes: readonly OutcomeJson[];
  readonly wanting: readonly WantingJson[];
}

export interface ReportFoot {
  readonly summary: SummaryJson;
  /** `sha256:…` of the lines before, each with its end of line: a report without it was cut. */
  readonly digest: string;
}

/** A text in each language of the report. */
export interface Multilingual {
  readonly [language: string]: string;
}

export interface PlaceJson {
  /** The file it is in, of an outcome of files judged together. */
  readonly file?: string;
  /** JSON pointer */
  readonly pointer: string;
  /** `contract.amount` */
  readonly path: string;
  /** The path in words: `合同V09 › 签署人`, as the schema calls them; absent where no field on it has a title, and for rows of a register. */
  readonly title?: Multilingual;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The row of a register that it is in, from 1. */
  readonly row?: number;
  /** Where a table has it, of a file that was made of rows. */
  readonly cell?: CellJson;
  /** The field of that row. */
  readonly field?: { readonly name: string; readonly title: Multilingual };
}

export interface OutcomeJson {
  /**
   * What it goes by from one check to the next: dossier, rule, element. An element without a key is told by its content
   * (`~` and eight hexadecimal digits), not by its position; a group by its key, likewise.
   */
  readonly finding: string;
  readonly rule: string;
  /** Key of the element judged, for a rule that judges acts one by one; its number, from 1, where it has none. */
  readonly element: string | null;
  /** How many rows of a register all get the same, and need nothing done: they share one outcome. */
  readonly rows?: number;
  /** The stage that something is wrong in, for which this rule was not judged. */
  readonly heldBy?: string;
  /** The step that records what this rule wants, where the file has not come to it. */
  readonly awaits?: string;
  /** The files judged together, for a rule with `scope`. */
  readonly group?: {
    /** What they have in common; null for a file that was not placed. */
    readonly key: string | null;
    /** How many files it has in this run. */
    readonly files: number;
    /** How many more may belong to it, since their key is not on file. */
    readonly unplaced: number;
    /** Ids of its files, those that may belong to it last: the first fifty. */
    readonly dossiers: readonly string[];
    readonly text: Multilingual;
  };
  /** First day of the edition that was in force. */
  readonly edition: string | null;
  /** The governing day. */
  readonly asOf: string | null;
  readonly status: Status;
  /** Two people found it mistaken (误判), and neither its file nor its edition changed since: it counts in no sum. */
  readonly suppressed?: true;
  /** Where it is not the rule's: what fails by a limit that a branch made stricter alone is the bank's own, and no red line. */
  readonly kind?: RuleKind;
  /** A person has yet to tell. */
  readonly manual: boolean;
  /** Where the edition has a title of its own. */
  readonly title?: Multilingual;
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
  /** What the rule asks by the edition that judged; only where `--explain` asks for the rule. */
  readonly requirement?: Multilingual;
  /** What made it not applicable, or not due, with values; only where `--explain` asks for the rule. */
  readonly inapplicable?: Multilingual;
  /** Paths of exactly the fields that would decide it, `contract.amount`, `interviews[I1].mode`. */
  readonly missing: readonly string[];
  readonly basis: readonly ClauseCitedJson[];
  /** By which a breach is punished; of fails alone, and where a clause of the basis is among those that one punishes. */
  readonly penalties?: readonly ClauseCitedJson[];
  readonly at: PlaceJson;
  /** Further places, at most twenty. */
  readonly related: readonly PlaceJson[];
  /** How many more there are. */
  readonly moreRelated?: number;
  /** The values that it read, and where they stand; of fails and waived alone. */
  readonly seen?: readonly SeenJson[];
  /** Where the edition has a remedy of its own. */
  readonly remedy?: RuleJson['remedy'];
  readonly toPass: readonly {
    readonly pointer: string;
    readonly atLeast?: string;
    readonly atMost?: string;
    readonly exactly?: string;
    readonly text: Multilingual;
  }[];
  /** By how much it fails, where no entry may be corrected so that it passes; of fails whose conditions have amounts or days. */
  readonly shortfall?: Multilingual;
  /** Which rulebook asks it, or made its limits stricter, where that is not the one all others build on. */
  readonly origin?: Multilingual;
  /** The rules of a gate, for a step that went ahead in spite of it. */
  readonly gate?: { readonly step: string; readonly rules: readonly string[] };
  readonly waiver?: {
    readonly pointer: string;
    readonly problems: readonly WaiverProblem[];
    readonly text: Multilingual;
  };
  /** The person who told it, in whole or in part, by the check-list (人工核查); absent where only the data spoke. */
  readonly by?: {
    readonly kind: 'person';
    readonly answer: Answered;
    /** As it was written; what the file says of its customers is masked in it. */
    readonly name: string;
    /** ISO day. */
    readonly date: string;
    /** Page of the image. */
    readonly page: string | null;
    readonly remark: string | null;
    readonly text: Multilingual;
  };
}

/** A value that was read. */
export interface SeenJson {
  readonly file?: string;
  readonly path: string;
  readonly title: Multilingual;
  /** As people write it; personal ones masked. */
  readonly value: Multilingual;
  readonly line: number;
  readonly column: number;
  readonly cell?: CellJson;
}

/** A cell of a table; a row of it, without `column`. */
export interface CellJson {
  /** `book.csv`, `book.xlsx!Sheet` */
  readonly sheet: string;
  /** As spreadsheets count, from 1. */
  readonly row: number;
  /** As spreadsheets name it: `K`. */
  readonly column?: string;
  readonly heading?: string;
  /** The mapping says it of every row (`fixed`): it stands in no cell of the row. */
  readonly fixed?: true;
}

/** What came of tables that became files (`--mapping`). */
export interface IntakeJson {
  readonly mapping: { readonly file: string; readonly digest: string };
  /** How many rules and checks there are, and from how many to how many came to that in a file. */
  readonly rules: number;
  readonly data: RangeJson;
  readonly outOfScope: RangeJson;
  readonly uncaptured: RangeJson;
  readonly manual: RangeJson;
  /** What was not captured, by how many rules it would open: the ten that open most. */
  readonly opens: readonly {
    /** `parties[].mobile` */
    readonly field: string;
    readonly title: Multilingual;
    readonly rules: number;
  }[];
  /** Lists that have rows and are not said to be complete, by how many rules wait for that. */
  readonly incomplete?: readonly {
    /** `events` */
    readonly field: string;
    readonly title: Multilingual;
    /** The table that has its rows. */
    readonly table: string;
    readonly read: number;
    readonly rules: number;
  }[];
  /** The main table first. */
  readonly tables: readonly {
    readonly table: string;
    readonly read: number;
    readonly refused: { readonly [why: string]: number };
    readonly hidden: number;
    /** Of columns with money, as their cells are written. */
    readonly sums: readonly {
      readonly heading: string;
      readonly read: string;
      readonly refused: string;
    }[];
    readonly unmapped: readonly string[];
  }[];
  /** Rows that were refused, totals that do not add up, amounts that may be in another unit. */
  readonly diagnostics: readonly DiagnosticJson[];
}

export interface RangeJson {
  readonly least: number;
  readonly most: number;
}

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: CellJson;
  readonly message: Multilingual;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** What to write instead. */
  readonly fix?: string;
  /** How many more places are alike, where this one stands for them. */
  readonly more?: number;
}

/** What `shouze scorecard --format json` writes. Stable: fields are added, never changed. Numbers are decimal texts, of 34 digits where they do not end. */
export interface ScorecardReport {
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly by: 'post' | 'officer' | 'branch' | 'stage' | 'month' | 'customer' | 'pilot';
  readonly from: string | null;
  readonly until: string | null;
  /** Ids of files without a day, left out where days count. */
  readonly undated: readonly string[];
  readonly outside: number;
  readonly unread: number;
  /** Whether a ledger told which findings are confirmed; without one all are doubts, and nothing is deducted for them. */
  readonly byLedger: boolean;
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
  /** What would be deducted if all doubts were confirmed; absent where that is nothing, or a ledger tells. */
  readonly withheld?: string;
  /** Of a measure of what fails, by a ledger: how many outcomes stand how. */
  readonly standings?: { readonly [standing in Standing]?: number };
  readonly missing: readonly {
    readonly id: string;
    /** JSON pointers, or names of limits. */
    readonly missing: readonly string[];
  }[];
}

/** What `shouze ring --format json` writes. Stable: fields are added, never changed. */
export interface RingReport {
  readonly format: 1;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  /** ISO. */
  readonly today: string;
  readonly masked: boolean;
  readonly summary: {
    readonly files: number;
    /** Files that could not be read. */
    readonly unread: number;
    readonly tasks: Readonly<Record<TaskJson['state'], number>>;
    readonly customers: number;
    readonly rounds: number;
    /** Rounds that came of a lead from an earlier round. */
    readonly closed: number;
  };
  readonly tasks: readonly TaskJson[];
  readonly customers: readonly CustomerRoundsJson[];
  /** Files of which nobody can tell the customer. */
  readonly unplaced: readonly { readonly file: string; readonly lacking: readonly LackingJson[] }[];
  readonly standings: readonly StandingJson[];
}

/** A field of a file, by JSON pointer. */
export interface LackingJson {
  readonly file: string;
  readonly pointer: string;
}

export interface TaskJson {
  readonly occasion: string;
  readonly title: Multilingual;
  readonly state: 'open' | 'late' | 'done' | 'blocked' | 'cannot-tell';
  /** ISO; null where it cannot be told. */
  readonly due: string | null;
  readonly post: string;
  readonly officers: readonly string[];
  readonly customers: readonly string[];
  /** Name of the customer as far as the file has it, masked unless asked otherwise. */
  readonly name: string | null;
  readonly branch: string | null;
  readonly file: string;
  readonly element: string | null;
  /** Why it is not opened. */
  readonly why: readonly Multilingual[];
  /** What would tell. */
  readonly lacking: readonly LackingJson[];
  /** What one may say. */
  readonly says: Multilingual | null;
}

export interface CustomerRoundsJson {
  readonly customer: string;
  readonly closed: number;
  readonly rounds: readonly {
    /** null where the order cannot be told. */
    readonly round: number | null;
    readonly file: string;
    readonly began: string | null;
    readonly lead: string | null;
    /** The file that the lead came out of. */
    readonly cameFrom: string | null;
    readonly problem: 'lead-twice' | 'before-its-cause' | null;
    readonly lacking: readonly LackingJson[];
  }[];
  readonly openLeads: readonly { readonly file: string; readonly lead: string }[];
}

export interface StandingJson {
  readonly file: string;
  readonly stage: string | null;
  readonly step: string | null;
  readonly event: { readonly event: string; readonly type: string; readonly day: string } | null;
  readonly sentBack: boolean;
  readonly been: readonly string[];
  readonly lacking: readonly LackingJson[];
  readonly outOfOrder: readonly string[];
}

/** What `shouze handovers --format json` writes. Stable: fields are added, never changed. */
export interface HandOversReport {
  readonly format: 1;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly by: 'post' | 'officer' | 'branch' | 'file';
  readonly from: string | null;
  readonly until: string | null;
  readonly masked: boolean;
  readonly summary: {
    readonly files: number;
    readonly unread: number;
    readonly handOvers: number;
    readonly returns: number;
    readonly untold: number;
  };
  readonly waits: readonly WaitsJson[];
  readonly longest: readonly HandOverJson[];
  readonly untold: readonly {
    readonly file: string;
    readonly event: string | null;
    readonly lacking: readonly string[];
  }[];
  readonly outOfOrder: readonly { readonly file: string; readonly events: readonly string[] }[];
  readonly clashes: readonly ClashJson[];
  /** null without a register of staff. */
  readonly duties: DutiesJson | null;
}

export interface WaitsJson {
  /** For `post` the post that handed over and the one that took over; null where it is not known. */
  readonly key: readonly (string | null)[];
  readonly count: number;
  readonly returns: number;
  readonly workingDays: SpreadJson;
  readonly hours: SpreadJson;
}

/** A figure is null where there is none, or the unknown waits decide. */
export interface SpreadJson {
  readonly known: number;
  readonly unknown: number;
  readonly total: number | null;
  readonly median: number | null;
  readonly ninth: number | null;
  readonly longest: number | null;
}

export interface HandOverJson {
  readonly file: string;
  readonly branch: string | null;
  readonly isReturn: boolean;
  readonly workingDays: number | null;
  readonly hours: number | null;
  readonly from: HandActJson;
  readonly to: HandActJson;
}

export interface HandActJson {
  readonly event: string;
  readonly type: string | null;
  readonly day: string;
  readonly post: string | null;
  readonly actor: string | null;
}

export interface ClashJson {
  readonly actor: string;
  readonly month: string;
  readonly posts: readonly string[];
  readonly scope: 'customer' | 'branch';
  readonly of: string;
  /** The acts in the one post, and in the other. */
  readonly acts: readonly (readonly {
    readonly file: string;
    readonly event: string;
    readonly day: string;
  }[])[];
}

export interface DutiesJson {
  readonly day: string;
  readonly vacancies: readonly {
    readonly post: string;
    readonly steps: readonly string[];
    readonly state: 'nobody' | 'cannot-tell' | 'elsewhere';
    readonly branches: readonly string[];
  }[];
  readonly doubled: readonly {
    readonly person: string;
    readonly posts: readonly string[];
    readonly from: string;
    readonly until: string | null;
  }[];
  readonly unclear: readonly string[];
}

/** What `shouze appraise --format json` writes. Stable: fields are added, never changed. Numbers are decimal texts, of 34 digits where they do not end. */
export interface AppraisalReport {
  readonly format: 1;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly scheme: string;
  readonly title: Multilingual;
  /** Inclusive days, ISO. */
  readonly from: string;
  readonly until: string;
  /** null where the calendar does not cover the period. */
  readonly workingDays: number | null;
  /** Whether a ledger told which findings are confirmed; without one there are no violations. */
  readonly byLedger: boolean;
  /** Files of which nobody can tell who handled them. */
  readonly untold: readonly string[];
  readonly unread: number;
  readonly sheets: readonly AppraisalSheetJson[];
}

export interface AppraisalSheetJson {
  readonly officer: string;
  readonly units: readonly string[];
  readonly outside: number;
  readonly measures: readonly AppraisedMeasureJson[];
  /** Files that count for no measure. */
  readonly uncounted: readonly AppraisedFileJson[];
  readonly violations: readonly ViolationJson[];
  readonly totals: {
    readonly graded: string;
    readonly scored: BandJson;
    readonly base: BandJson | null;
    readonly rewards: CappedJson;
    readonly violationPoints: CappedJson;
    readonly accumulated: BandJson;
    readonly consequence: Multilingual | null;
    readonly redLine: boolean | 'open';
    readonly deductions: CappedJson;
    readonly result: BandJson | null;
    readonly grade: Multilingual | null;
  };
  /** Reasons by line. */
  readonly objections: Readonly<Record<string, string>>;
}

export interface AppraisedMeasureJson {
  readonly measure: string;
  readonly title: Multilingual;
  readonly category: 'quality' | 'risk' | 'speed' | 'service' | 'sales';
  readonly unit: string;
  readonly weight: string;
  readonly target: string;
  readonly floor: string;
  readonly value: string | null;
  readonly range: BandJson | null;
  readonly known: number;
  readonly unknown: number;
  readonly ungraded: 'no-files' | 'too-few' | 'no-working-day' | null;
  readonly points: BandJson | null;
  readonly reward: BandJson;
  readonly files: readonly AppraisedFileJson[];
}

export interface AppraisedFileJson {
  /** By which an objection names it. */
  readonly line: string;
  readonly dossier: string;
  readonly day: string | null;
  readonly value: string | null;
  /** Why it does not count, or not yet; null where it does. */
  readonly why: string | null;
  /** Posts held on the day. */
  readonly posts?: readonly string[];
  /** JSON pointers, or names of limits. */
  readonly missing?: readonly string[];
  readonly standings?: { readonly [standing in Standing]?: number };
  readonly objected: boolean;
}

export interface ViolationJson {
  readonly line: string;
  readonly finding: string;
  readonly rule: string;
  readonly day: string;
  /** Place in the table of points, from 0. */
  readonly row: number | null;
  readonly points: string;
  readonly repeat: boolean;
  readonly redLine: boolean;
  /** Why it gives no points in the period; null where it does. */
  readonly why: string | null;
  readonly objected: boolean;
}

export interface BandJson {
  readonly low: string;
  readonly high: string;
}

export interface CappedJson {
  readonly sum: BandJson;
  readonly counted: BandJson;
  readonly most: string;
}
