import type { Argument } from '../feel/bindings.ts';
import type { Core, Local, TestCore, Variable } from '../feel/core.ts';
import type { ContextType, Facts, Field, Type } from '../feel/types.ts';
import type { Span } from '../base/source.ts';
import type { Entry, Rule, Rulebook, Step } from '../rulebook/ast.ts';
import type {
  Counters,
  IncompatibleFile,
  AppraisalFile,
  MeasureCategory,
  MeasureFile,
  NetworkAddFile,
  NetworkFile,
  NetworkSetFile,
  OccasionFile,
  ModelFile,
  MixFile,
  PromiseFile,
  RemedyFile,
  RuleKind,
  RuleLevel,
  SubjectFile,
  ViewFile,
  Words,
} from '../rulebook/files.ts';
import type { ModelNames } from '../rulebook/model-names.ts';
import type { Rational } from '../values/rational.ts';
import type { Setting } from '../values/setting.ts';
import type { YamlText } from '../yaml/tree.ts';
import type { CodeSheet } from './code-sheet.ts';

/** A rulebook with every expression parsed and typed, every name resolved, every edition kept. */
export interface Program {
  /** Names of fields of which expressions ask how they are written: `scale of(amount)`. */
  readonly asWritten: ReadonlySet<string>;
  readonly rulebook: Rulebook;
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Those that are the rows of one of the subjects, by name. */
  readonly rows: ReadonlyMap<string, RowsSubject>;
  /** Definitions, parameters and tables by name: one namespace with the fields. */
  readonly references: ReadonlyMap<string, Reference>;
  /** By name, in the same namespace. */
  readonly codeSets: ReadonlyMap<string, CodeSet>;
  readonly calendar: WorkingCalendar | undefined;
  readonly setting: Setting;
  readonly steps: readonly ProgramStep[];
  /** In processing order. */
  readonly rules: readonly ProgramRule[];
  /** What the steps ask of a file besides their rules, in processing order. */
  readonly process: readonly ProcessRule[];
  readonly incompatible: readonly IncompatibleFile[];
  readonly measures: readonly Measure[];
  readonly promises: readonly ServicePromise[];
  readonly claims: readonly Claim[];
  readonly networks: readonly Network[];
  /** By the subject whose records are pilots. */
  readonly pilots: ReadonlyMap<string, PilotTerms>;
  readonly views: readonly View[];
  readonly occasions: readonly Occasion[];
  /** By the subject whose files are rounds of a customer. */
  readonly rounds: ReadonlyMap<string, RoundsTerms>;
  readonly models: readonly Model[];
  readonly appraisals: readonly Appraisal[];
}

/** One page of a key over all files that belong to it. */
export interface View {
  readonly name: string;
  readonly entry: Entry<ViewFile>;
  /** By subject: the keys that one file belongs to. */
  readonly keys: ReadonlyMap<string, Expression>;
  readonly groups: readonly ViewGroup[];
  /** The key that was asked for. */
  readonly asked: Variable;
  readonly sections: readonly ViewSection[];
}

/** The files of further keys that the files of the key name. */
export interface ViewGroup {
  readonly name: string;
  readonly title: Words;
  readonly keys: ReadonlyMap<string, Expression>;
}

export interface ViewSection {
  readonly name: string;
  readonly title: Words;
  readonly note: Words | undefined;
  readonly subject: Subject;
  /** Its files as one record with a list. */
  readonly files: Subject;
  /** A wider group; undefined for the files of the key alone. */
  readonly group: string | undefined;
  readonly shows:
    | { readonly kind: 'facts'; readonly facts: readonly ViewValue[] }
    | ViewTable
    | {
        readonly kind: 'sum';
        readonly adds: readonly ViewAdds[];
        readonly total: Words | undefined;
      }
    | { readonly kind: 'findings' | 'contradictions' | 'next' };
}

/** A value with a name. */
export interface ViewValue {
  readonly name: string;
  readonly title: Words;
  readonly is: Expression;
}

/** Rows of what lists hold, each list inside the one before. */
export interface ViewTable {
  readonly kind: 'table';
  readonly each: readonly { readonly variable: Variable; readonly list: Expression }[];
  readonly when: Expression | undefined;
  readonly columns: readonly (ViewValue & { readonly isTotalled: boolean })[];
  readonly orderBy: Expression | undefined;
  readonly isDescending: boolean;
}

/** The total of a column of a table before it. */
export interface ViewAdds {
  readonly section: string;
  readonly column: string;
  /** Where it has none of its own, that of the section. */
  readonly title: Words;
}

/** What opens the next contact with a customer. */
export interface Occasion {
  readonly name: string;
  readonly entry: Entry<OccasionFile>;
  readonly subject: Subject;
  readonly each: Each | undefined;
  readonly when: Expression | undefined;
  readonly due: Expression;
  readonly needs: readonly { readonly is: Expression; readonly otherwise: Words }[];
  readonly answered: Expression | undefined;
  readonly by: MeasuredBy;
  /** What its expressions read beside the file: the day of the run, the day it is due, the files of the customer. */
  readonly variables: {
    readonly today: Variable;
    readonly due: Variable;
    readonly dossiers: Variable;
  };
}

/** How the files of a customer follow each other. */
export interface RoundsTerms {
  readonly began: Expression;
  readonly lead: Expression;
  readonly leads: Expression;
  readonly by: MeasuredBy;
}

/** A scoring model: its score, grade and days are among the references; this is what else it says of files. */
export interface Model {
  /** Of its score. */
  readonly name: string;
  readonly entry: Entry<ModelFile>;
  readonly subject: Subject;
  /** The day on which a file is scored. */
  readonly asOf: Expression;
  /** Which files it scores. */
  readonly when: Expression | undefined;
  readonly characteristics: readonly ModelCharacteristic[];
  readonly names: ModelNames;
  readonly outcome: ModelOutcome | undefined;
  readonly decisions: ModelDecisions | undefined;
}

/** What a model looks at, and the tables that say its points and its band. */
export interface ModelCharacteristic {
  readonly name: string;
  readonly title: Words;
  readonly points: string;
  readonly band: string;
}

/** What is found out later of a file that a model scored: each true, false or unknown. */
export interface ModelOutcome {
  readonly of: Expression;
  readonly matured: Expression;
  readonly bad: Expression;
}

/** The tables that tell which band a file is in: they say again what the tables of points say. */
export function bandTables({ models }: Pick<Program, 'models'>): ReadonlySet<string> {
  return new Set(models.flatMap(({ characteristics }) => characteristics.map(({ band }) => band)));
}

/** How people decided on files that a model scored: each true, false or unknown. */
export interface ModelDecisions {
  readonly of: Expression;
  readonly against: Expression;
  readonly reasoned: Expression;
}

/** A figure of an appraisal, computed from files. */
export interface Measure {
  readonly name: string;
  readonly entry: Entry<MeasureFile>;
  readonly subject: Subject;
  readonly when: Expression | undefined;
  /** Absent for one that counts outcomes. */
  readonly value: Expression | undefined;
  /** Who answers for it, where that is not the officer of the file. */
  readonly officer: Expression | undefined;
  readonly by: MeasuredBy;
  /** Absent for a figure that is told, not scored. */
  readonly target: Rational | undefined;
  readonly reward: Points | undefined;
  readonly deduction: Points | undefined;
}

/** What all rules together are to see to: proved, or refuted by a file that gets by. */
export interface Claim {
  readonly name: string;
  readonly title: Words;
  readonly never: 'pass' | 'fail';
  /** Those that see to it; undefined for all. */
  readonly rules: readonly string[] | undefined;
  readonly span: Span;
  /** A rule that applies to the files of the claim, and asks nothing of them. */
  readonly of: ProgramRule;
}

/** What is done within a promised time, told of files. */
export interface ServicePromise {
  readonly name: string;
  readonly entry: Entry<PromiseFile>;
  readonly subject: Subject;
  /** Absent where each file is one case. */
  readonly each: Each | undefined;
  readonly when: Expression | undefined;
  readonly from: Expression;
  readonly to: Expression;
  readonly within: Expression;
  /** Who holds an open case, where that is not the officer of the file. */
  readonly holder: Expression | undefined;
  readonly by: MeasuredBy & { readonly known: Expression };
}

/** What sample files of a whole network are made of, with its expressions on files of the main subject. */
export interface Network {
  readonly entry: Entry<NetworkFile>;
  readonly subject: Subject;
  readonly turns: readonly NetworkTurn[];
  readonly planted: readonly NetworkChange[];
}

/** What is changed in a file. */
export interface NetworkChange {
  readonly set: readonly NetworkSet[];
  readonly add: readonly NetworkAdd[];
}

export interface NetworkTurn extends NetworkChange {
  readonly when: Expression | undefined;
  readonly share: Expression | undefined;
  readonly day: Expression | undefined;
  /** From which day on all comes later. */
  readonly later: Expression | undefined;
  /** After which day nothing has happened. */
  readonly cut: Expression | undefined;
}

export interface NetworkSet {
  readonly file: NetworkSetFile;
  readonly is: Expression;
}

export interface NetworkAdd {
  readonly file: NetworkAddFile;
  readonly when: Expression | undefined;
  readonly from: Expression | undefined;
  readonly after: Expression | undefined;
  readonly until: Expression | undefined;
  readonly set: readonly NetworkSet[];
}

/** How those who hold some posts are appraised (考评办法). Numbers are as they are written. */
export interface Appraisal {
  readonly name: string;
  readonly entry: Entry<AppraisalFile>;
  readonly subject: Subject;
  readonly posts: ReadonlySet<string>;
  /** Who handled a file in one of the posts. */
  readonly officer: Expression;
  readonly day: Expression;
  readonly minimumFiles: number;
  readonly minimumWeight: Rational;
  readonly measures: readonly AppraisedMeasure[];
  readonly rewards: Rational;
  readonly deductions: { readonly perPoint: Rational; readonly most: Rational };
  readonly violations: {
    /** In the order of the file. */
    readonly points: readonly Rational[];
    readonly adds: Rational;
    readonly most: Rational;
    readonly thresholds: readonly Rational[];
  };
  readonly grades: readonly Rational[];
}

export interface AppraisedMeasure {
  readonly measure: Measure;
  readonly category: MeasureCategory;
  readonly weight: Rational;
  readonly floor: Rational;
  readonly target: Rational;
}

/** What measures of a subject are gathered by. */
export interface MeasuredBy {
  readonly day: Expression;
  readonly officer: Expression;
  readonly branch: Expression;
  readonly customer: Expression;
  /** The last day of which the file tells. */
  readonly known: Expression | undefined;
  /** What has to be alike in files that are compared. */
  readonly mix: readonly MixPart[];
}

/** A text by which files are told apart that are not alike. */
export interface MixPart {
  readonly file: MixFile;
  readonly is: Expression;
}

/** Which branches a pilot is in, and between which days, read of its record. */
export interface PilotTerms {
  readonly branches: Expression;
  readonly from: Expression;
  readonly until: Expression;
  readonly comparedWith: Expression | undefined;
  readonly baselineMonths: Expression | undefined;
  readonly sameMeasures: Expression | undefined;
  readonly least: Expression | undefined;
}

/** Points for each step from the target. */
export interface Points {
  readonly step: Rational;
  readonly points: Rational;
  readonly most: Rational;
}

export interface Subject {
  readonly name: string;
  readonly type: ContextType;
  readonly file: SubjectFile;
}

/** The rows of a register: a subject whose rules judge them one by one. */
export interface RowsSubject {
  readonly name: string;
  readonly title: Words;
  /** The register. */
  readonly of: Subject;
  /** The row that is judged, the same for every rule, definition and table. */
  readonly variable: Variable;
  /** All of them. */
  readonly list: Expression;
  /** JSON pointer of the list. */
  readonly pointer: string;
  /** The field that tells them apart; absent where they go by their position. */
  readonly key: string | undefined;
}

/** An expression, and the scalar of a rule file that it was written in. */
export interface Expression {
  readonly yaml: YamlText;
  readonly core: Core;
  /** Its text by names, where titles are written in it. */
  readonly named?: string;
}

/** A value that a rule gives a name. */
export type Let = Local & Expression;

/** Days are ISO texts, `2024-09-24`, which compare as they stand; `until` is inclusive. */
export interface Dated {
  readonly from: string;
  readonly until?: string;
}

export type Reference = Definition | Parameter | Table;

export interface Definition {
  readonly kind: 'definition';
  readonly name: string;
  /** Whose fields it reads. */
  readonly subject: string;
  /** What it is given where it is called; empty for most. */
  readonly takes: readonly Argument[];
  /** The row whose fields it reads; absent where it reads the file alone. */
  readonly row: Variable | undefined;
  readonly title: Words;
  /** Of a truth: how a sentence says it. */
  readonly facts?: Facts;
  readonly type: Type;
  readonly editions: readonly (Dated & {
    readonly is: Expression;
    readonly basis: readonly string[];
  })[];
}

export interface Parameter {
  readonly kind: 'parameter';
  readonly name: string;
  readonly title: Words;
  /** The measure word that its number takes in a sentence. */
  readonly counter?: Counters;
  readonly type: Type;
  readonly editions: readonly (Dated & {
    readonly value: Rational;
    readonly basis: readonly string[];
    /** Title of the rulebook that moved it the stricter way. */
    readonly branch?: Words;
  })[];
  /** Where another rulebook moved it: its values in the one that all others build on. */
  readonly unmoved?: readonly (Dated & {
    readonly value: Rational;
    readonly basis: readonly string[];
  })[];
}

export interface Table {
  readonly kind: 'table';
  readonly name: string;
  /** Whose fields it reads. */
  readonly subject: string;
  /** What it is given where it is called; empty for most. */
  readonly takes: readonly Argument[];
  /** The row whose fields it reads; absent where it reads the file alone. */
  readonly row: Variable | undefined;
  readonly title: Words;
  /** Of one output that is true or false: how a sentence says it. */
  readonly facts?: Facts;
  readonly type: Type;
  readonly hit: 'unique' | 'first';
  readonly inputs: readonly Expression[];
  readonly outputs: readonly { readonly name: string; readonly title: Words }[];
  readonly editions: readonly (Dated & {
    readonly rows: readonly TableRow[];
    readonly basis: readonly string[];
  })[];
}

export interface TableRow {
  readonly cells: readonly {
    /** `?` in the tests: the value of the column. */
    readonly subject: Variable;
    readonly tests: readonly TestCore[];
  }[];
  /** undefined where the source gives no value. */
  readonly outputs: readonly (Expression | undefined)[];
}

/** Which codes there are between two days, and what columns say of each. */
export interface CodeSet {
  readonly kind: 'codes';
  readonly name: string;
  readonly title: Words;
  readonly columns: ReadonlyMap<string, Field>;
  readonly editions: readonly (Dated & {
    readonly sheet: CodeSheet;
    readonly basis: readonly string[];
  })[];
}

/** Which days are worked, for the years it covers. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
}

export interface ProgramRule {
  readonly id: string;
  readonly rule: Rule;
  /** The kind of file that it judges. */
  readonly subject: Subject;
  /** For a rule that judges files together; its expressions then read the group. */
  readonly group: Grouping | undefined;
  readonly each: Each | undefined;
  /** For a rule on the rows of a register: its `each` runs through them. */
  readonly rows: RowsSubject | undefined;
  readonly editions: readonly RuleEditionProgram[];
  /** Absent where the file has no waivers. */
  readonly waivers: WaiverTerms | undefined;
  /** It began with its source: before its first edition nothing was asked. */
  readonly since: 'new' | undefined;
  /** What ended it, and why: after its last edition nothing is asked. */
  readonly ended: Ended | undefined;
}

/** What a step may be asked, besides its rules. */
export type Facet = 'order' | 'time' | 'post' | 'separation' | 'documents' | 'gate';

/** A rule that nobody wrote: something that a step asks of the file that goes through it. */
export interface ProcessRule {
  /** `process/approval/order` */
  readonly id: string;
  readonly facet: Facet;
  readonly step: ProgramStep;
  /** One for each edition of the step. */
  readonly editions: readonly ProcessEdition[];
  /** As the step says of itself. */
  readonly since: 'new' | undefined;
  readonly ended: Ended | undefined;
}

export interface ProcessEdition extends Dated {
  readonly of: StepEditionProgram;
  /** The day the step was begun, else that of the file's last act. */
  readonly asOf: Core;
  /** The acts of the step on file, since the file was last sent back to it or before it. */
  readonly acts: Core;
  /** Whether the file goes through the step, and has come so far that this can be asked. */
  readonly when: Core;
  /** All of which have to hold. */
  readonly asks: readonly Ask[];
}

export interface Ask {
  /** The step, document or rule that it is about, by id. */
  readonly about: string;
  readonly holds: Core;
}

/** How the waivers of a file are read (例外审批): what makes one cover a fail of a rule. */
export interface WaiverTerms {
  /** The list of waivers. */
  readonly list: Core;
  /** One of them. */
  readonly waiver: Variable;
  /** Whether it speaks of the rule, and of the element judged. */
  readonly concerns: Core;
  /** What has to hold, and what is wrong where it does not. */
  readonly terms: readonly { readonly unless: WaiverProblem; readonly holds: Core }[];
}

export type WaiverProblem =
  | 'regulation'
  | 'red-line'
  | 'not-waivable'
  | 'approved-late'
  | 'wrong-post'
  | 'by-the-actor'
  | 'by-an-incompatible'
  | 'out-of-period'
  | 'by-the-officer'
  | 'no-reason'
  | 'too-long'
  | 'unknown-rule'
  | 'incomplete'
  | RegisterGap;

/** What a register of people does not tell of somebody: nobody knows them, not what they held on that day, or it is of another organisation. */
export type RegisterGap = 'not-in-register' | 'unclear-in-register' | 'other-register';

export interface Ended {
  /** The clause that ended it. */
  readonly by: string;
  readonly why: Words;
}

/** One outcome a group of files. */
export interface Grouping {
  /** Read of each file by itself. */
  readonly by: Expression;
  /** What it is called. */
  readonly title: Words | undefined;
  /** The name under which the rule's own expressions read the key. */
  readonly key: string | undefined;
  /** What the rule's own expressions read: the list of the group's files, and the key where it has a name. */
  readonly subject: Subject;
}

/** One outcome an element of a list. */
export interface Each {
  readonly variable: Variable;
  readonly list: Expression;
  /** The field that tells the elements apart. */
  readonly key: string | undefined;
}

export interface RuleEditionProgram extends Dated {
  readonly title: Words;
  /** The values that it names, each after those that it mentions. */
  readonly lets: readonly Let[];
  /** Absent for a rule that is in force always: it has this edition alone, and reads nothing that changes with time. */
  readonly asOf: Expression | undefined;
  readonly when: Expression | undefined;
  /** Absent for a rule that only a person can judge. */
  readonly require: Expression | undefined;
  /** What `require` asks, in the rule's own words. */
  readonly criterion: Words | undefined;
  readonly ifAbsent: 'fail' | undefined;
  readonly basis: readonly string[];
  readonly finding: { readonly [language: string]: readonly TemplatePart[] };
  readonly remedy: RemedyFile | undefined;
}

/** A piece of a finding's text, or an expression whose value goes there. */
export type TemplatePart = string | Expression;

export interface ProgramStep {
  readonly id: string;
  readonly step: Step;
  readonly editions: readonly StepEditionProgram[];
}

export interface StepEditionProgram extends Dated {
  readonly posts: readonly string[];
  readonly events: readonly string[];
  readonly when: Expression | undefined;
  readonly after: readonly string[];
  readonly within: StepLimit | undefined;
  readonly documents: readonly string[];
  readonly gate: readonly string[];
  readonly kind: RuleKind;
  readonly level: RuleLevel;
  readonly basis: readonly string[];
}

/** How long a step may take, from the completion of another. */
export interface StepLimit {
  /** Working days: a constant, or the parameter that gives them on the governing day. */
  readonly limit: Core;
  readonly from: string;
}

/** What people call a definition, parameter, table or code set. */
export function titleOfName(
  name: string,
  { references, codeSets }: Pick<Program, 'references' | 'codeSets'>,
): Words {
  return (references.get(name) ?? codeSets.get(name))?.title ?? {};
}

/** What sentences call the definitions, parameters, tables and code sets of a program. */
export function namedIn(program: Pick<Program, 'references' | 'codeSets'>): {
  readonly titleOf: (name: string) => Words;
  readonly factsOf: (name: string) => Facts | undefined;
  readonly takesOf: (name: string) => readonly Type[];
} {
  return {
    titleOf: (name) => titleOfName(name, program),
    factsOf: (name) => {
      const reference = program.references.get(name);
      return reference && reference.kind !== 'parameter' ? reference.facts : undefined;
    },
    takesOf: (name) => {
      const reference = program.references.get(name);
      const takes = reference && reference.kind !== 'parameter' ? reference.takes : [];
      return takes.map(({ variable }) => variable.type);
    },
  };
}

/** The row whose fields a definition or table reads. */
export function rowOf(reference: Reference): Variable | undefined {
  return reference.kind === 'parameter' ? undefined : reference.row;
}

/** The subject of files, rules and definitions that name none: the one called `dossier`, or else the first. */
export function mainSubject(subjects: ReadonlyMap<string, Subject>): Subject | undefined {
  return subjects.get('dossier') ?? [...subjects.values()][0];
}

export { beginning } from '../rulebook/whole.ts';

/** The days of an edition alone. */
export function period({ from, until }: Dated): Dated {
  return until === undefined ? { from } : { from, until };
}

/** The edition in force on a day. */
export function inForce<T extends Dated>(editions: readonly T[], day: string): T | undefined {
  return editions.find(({ from, until }) => from <= day && (until === undefined || day <= until));
}
