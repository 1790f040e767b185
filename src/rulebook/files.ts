/**
 * The files of a rulebook as they stand on disk. The JSON Schemas in `schemas/` are made from these types,
 * and every file is checked against its schema before anything else is asked of it.
 *
 * A `Feel` is an expression, a `Tests` a cell of a decision table; both are read later, with their own messages.
 */

/**
 * A text in each language of the rulebook; Markdown where the key says so.
 *
 * @propertyNames { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" }
 */
export interface Words {
  readonly [language: string]: string;
}

/** Words in which `{parameter}` stands for the value that the parameter has on the day of which they are told. */
export type Prose = Words;

/**
 * The code of a language (BCP 47): `zh`, `fr`, `de-CH`.
 *
 * @pattern ^[a-z]{2,3}(-[A-Za-z0-9]+)*$
 */
export type LanguageCode = string;

/**
 * A calendar day.
 *
 * @pattern ^-?\d{4}-\d{2}-\d{2}$
 */
export type Day = string;

/** @minLength 1 */
export type Feel = string;

/** @pattern ^[\p{L}_][\p{L}\p{N}_]*$ */
export type Identifier = string;

/** @pattern ^[a-z0-9]+(-[a-z0-9]+)*$ */
export type Slug = string;

/** `P-2024-0924#1`: a source and one of its clauses. */
export type ClauseRef = string;

/** Between which days something holds; `until` is the last day, inclusive; without it, to this day. */
export interface Period {
  readonly from: Day;
  readonly until?: Day;
  /** Why it begins before any of the sources that it rests on is in force. */
  readonly early?: Prose;
}

/** What the law demands, what the bank demands, what the bank promises its customers. */
export type RuleKind = 'regulation' | 'bank' | 'service';
export type RuleLevel = 'mandatory' | 'advisory' | 'reference';

/** `rulebook.yaml` */
export interface RulebookFile {
  readonly format: 1;
  readonly id: Slug;
  /** @pattern ^\d+\.\d+\.\d+$ */
  readonly version: string;
  readonly title: Words;
  readonly issuer?: Words;
  readonly note?: Prose;
  /**
   * In which languages its texts are.
   *
   * @minItems 1
   */
  readonly languages: readonly LanguageCode[];
  /** The one it is written in, which alone its clauses must be in; the first of `languages` unless said otherwise. */
  readonly writer?: LanguageCode;
  /** What every file of it has to say beyond what every rulebook asks; those that build on it as well. */
  readonly requires?: readonly Demand[];
  /** What its rules call how grave a fail is; without it they have a `level`. */
  readonly severities?: { readonly [severity: string]: SeverityFile };
  /** The calendar that working days are counted by. */
  readonly calendar?: Slug;
  /** What money is in; wanted where a schema, parameter or table has money. */
  readonly currency?: CurrencyCode | CurrencyFile;
  /** Where the clock hangs by which a moment has a day and an hour; wanted where a schema has date-times. */
  readonly zone?: ZoneName;
  /** How it was issued (签发); without it nobody has signed it yet, and `lint --release` says so. */
  readonly issue?: IssueFile;
  /** What the front of its manual says: cover, page of approvals, summary. */
  readonly book?: BookFile;
  /** Clauses whose text was not verified and that someone answers for all the same (依据待核，具名接受). */
  readonly acceptedUnverified?: readonly AcceptedFile[];
  /** What rules may say in `remedy.when`: when a finding is to be put right. */
  readonly remedies?: { readonly [when: string]: RemedyTimeFile };
  /** What rules may say in `risk.type`. */
  readonly risks?: { readonly [type: string]: TitledFile };
  /** Words for what the engine has only neutral words for. */
  readonly words?: WordingFile;
  readonly subjects: { readonly [name: string]: SubjectFile | RowsFile };
  /**
   * Either this or `rules`.
   *
   * @minItems 1
   */
  readonly stages?: readonly StageFile[];
  /** The last of the stages that are not `beside` leads back to the first (环形流程). */
  readonly ring?: true;
  /**
   * Where a post asks whether a file is in order before it takes it on (关口): `check --gate`.
   *
   * @minItems 1
   */
  readonly gates?: readonly GateFile[];
  /**
   * For a rulebook without a process: its rules in the order they are checked, files of `rules/`.
   *
   * @minItems 1
   */
  readonly rules?: readonly string[];
  /** Another way of counting the same steps. */
  readonly phases?: PhasesFile;
}

/**
 * How another process counts the steps: `四步法`, with the runs of steps that it has.
 *
 * Steps between two phases are of none.
 */
export interface PhasesFile {
  readonly title: Words;
  /**
   * In processing order, none inside another.
   *
   * @minItems 1
   */
  readonly phases: readonly PhaseFile[];
}

/** A run of steps, from the first to the last of them. */
export interface PhaseFile {
  readonly phase: Slug;
  readonly title: Words;
  readonly from: Slug;
  readonly until: Slug;
}

/**
 * What a rulebook may ask of its own files: of rules, where not said otherwise.
 *
 * `editions` of parameters, tables, code sets and definitions too, `basis` of parameters, tables, code sets and calendars too, `purpose`, `tasks` and `completion` (events, or a record) of steps;
 * `question` of rules that data and a person tell together, `issue` of the rulebook itself, before it is issued.
 */
export type Demand =
  | 'kind'
  | 'level'
  | 'severity'
  | 'check'
  | 'status'
  | 'posts'
  | 'editions'
  | 'asOf'
  | 'basis'
  | 'finding'
  | 'remedy'
  | 'risk'
  | 'question'
  | 'purpose'
  | 'tasks'
  | 'completion'
  | 'issue';

/** A question before a step: may it begin with this file? */
export interface GateFile {
  readonly gate: Slug;
  readonly title: Words;
  /** What is about to be done: its rules and those of the steps before it are asked, without what it records itself. */
  readonly step: Slug;
  /** The post that asks. */
  readonly asks: Identifier;
}

/** How grave a fail is, in the rulebook's own word. */
export interface SeverityFile {
  /** What it does to a verdict. */
  readonly level: RuleLevel;
  readonly title: Words;
}

/** What something is called. */
export interface TitledFile {
  readonly title: Words;
}

/** When a finding is to be put right. */
export interface RemedyTimeFile extends TitledFile {
  /**
   * Within so many working days of the day of check; without it whoever inspects sets the day.
   *
   * @asType integer
   * @minimum 0
   * @maximum 250
   */
  readonly workingDays?: number;
}

/** The institution's own words, each in place of a neutral one of the engine's. */
export interface WordingFile {
  /** A rule of the kind `bank`, where rules are listed. */
  readonly ownRule?: Words;
  /** What such a rule is: a sentence of the manual. */
  readonly ownRuleSays?: Words;
  /** What a rule of the kind `service` is: a sentence of the manual. */
  readonly serviceSays?: Words;
  /** A source of the kind `bank`. */
  readonly ownSource?: Words;
  /** The confidence `OWN`. */
  readonly ownBasis?: Words;
  /** What a rulebook that extends this one adds. */
  readonly addition?: Words;
  /** That a parameter may be moved up alone. */
  readonly onlyHigher?: Words;
  /** That a parameter may be moved down alone. */
  readonly onlyLower?: Words;
  /** At the head of a masked report: which numbers are still in it. */
  readonly numbersKept?: Words;
  /** What `scorecard.branch` reads. */
  readonly unit?: Words;
  /** Those that a pilot is run in. */
  readonly inPilot?: Words;
  /** Those that it is not run in. */
  readonly outsidePilot?: Words;
}
/** Of ISO 4217, `EUR`; how many decimals an amount may have goes by it. */
export type CurrencyCode = string;

/** A currency, and what follows its amounts where that is not its full name. */
export interface CurrencyFile {
  readonly code: CurrencyCode;
  readonly title: Words;
}

/** `+01:00` all the year, or a name of the IANA database, `Europe/Paris`, with the summer time of the place. */
export type ZoneName = string;

/** Under which document it was issued, by whom, and from when it holds. */
export interface IssueFile {
  /** 文号 */
  readonly number: Words;
  readonly signedBy: Words;
  readonly signedOn: Day;
  /** 施行日期 */
  readonly effectiveFrom: Day;
  /** 新老划断: which day decides for a file begun before; the engine goes by each rule's `asOf`. */
  readonly transition?: Words;
}

/** The front of a manual (封面、审批页、文件概要). */
export interface BookFile {
  /** 文件编号 */
  readonly number?: Words;
  /** 归口部门 */
  readonly owner?: Words;
  /** 密级 */
  readonly secrecy?: Words;
  /** Who prepared, reviewed, countersigned and approved it, in this order; without a name there is a blank to sign in. */
  readonly signatures?: readonly SignatureFile[];
  /** What every file has to keep to, in a sentence each, with the limits that it comes down to. */
  readonly principles?: readonly PrincipleFile[];
  /** The decision table that says who may decide how much (审批权限). */
  readonly authority?: Identifier;
}

export interface SignatureFile {
  /** 编制、审核、会签、批准 */
  readonly act: 'prepare' | 'review' | 'countersign' | 'approve';
  /** Department and post. */
  readonly by: Words;
  readonly name?: Words;
  readonly on?: Day;
}

export interface PrincipleFile {
  readonly says: Words;
  /** Parameters, printed with their values of the day. */
  readonly limits?: readonly Identifier[];
}

/** An unverified clause that a rulebook is issued with, by someone's name. */
export interface AcceptedFile {
  readonly clause: ClauseRef;
  readonly by: Words;
  readonly on: Day;
  readonly why: Words;
}

/** `rulebook.yaml` of a rulebook that builds on another: of a part of the institution (实施细则), or of another process. */
export interface ExtensionFile {
  readonly format: 1;
  readonly id: Slug;
  /** @pattern ^\d+\.\d+\.\d+$ */
  readonly version: string;
  readonly title: Words;
  readonly issuer?: Words;
  readonly note?: Prose;
  /**
   * In which languages its texts are.
   *
   * @minItems 1
   */
  readonly languages: readonly LanguageCode[];
  /** The one it is written in, which alone its clauses must be in; the first of `languages` unless said otherwise. */
  readonly writer?: LanguageCode;
  /** That of the rulebook it builds on; another is an error. */
  readonly currency?: CurrencyCode | CurrencyFile;
  readonly zone?: ZoneName;
  readonly issue?: IssueFile;
  readonly book?: BookFile;
  /** Folder of the rulebook it builds on, from its own: `../../rules`. */
  readonly extends: string;
  /**
   * The version of the other that it was written for and reviewed with: where the other has gone on, `lint` asks for
   * another review.
   *
   * @pattern ^\d+\.\d+\.\d+$
   */
  readonly builtOn?: string;
  /** The post that answers for it. */
  readonly owner?: Identifier;
  /** Stages, steps and rules of its own, each list at its place in the other's order. */
  readonly insert?: readonly InsertFile[];
  /** Types of event that its own steps leave, beside those of the schema. */
  readonly events?: { readonly [type: string]: Words };
  /** By subject, the path of a JSON Schema whose fields its files have beside those of the other: `schemas/wealth.schema.json`. */
  readonly fields?: { readonly [subject: string]: string };
  /** How it counts the steps, its own and those of the other. */
  readonly phases?: PhasesFile;
}

/** Where stages (beside a stage), steps (beside a step) or rules (beside a rule) go: `after` or `before`, and one of the lists. */
export interface InsertFile {
  readonly after?: string;
  readonly before?: string;
  /**
   * Stages with their steps.
   *
   * @minItems 1
   */
  readonly stages?: readonly StageFile[];
  /** Folders of the stage that the step named is in. */
  readonly steps?: readonly Slug[];
  /** Files of the step that the rule named is in. */
  readonly rules?: readonly string[];
}

/** A kind of file that rules judge, and where in it the engine finds what it needs itself. */
export interface SubjectFile {
  readonly title: Words;
  /** Path of its JSON Schema, from the folder of the rulebook. */
  readonly schema: string;
  /** Path of the field that identifies one file. */
  readonly id: string;
  /** Path of the field that a rule's `products` speak of. */
  readonly product?: string;
  /** The governing day of rules that name none themselves; not of those with `scope`. */
  readonly asOf?: Feel;
  readonly events?: EventsFile;
  readonly documents?: DocumentsFile;
  readonly waivers?: WaiversFile;
  readonly people?: PeopleFile;
  readonly lookUps?: LookUpsFile;
  readonly scorecard?: ScorecardFile;
  readonly rounds?: RoundsFile;
  readonly about?: AboutFile;
  readonly pilot?: PilotFile;
  readonly sample?: SampleFile;
  readonly appraised?: AppraisedFile;
}

/** For records of appraisals (考评表), as `shouze appraise` writes them: paths of fields, and what categories are called there. */
export interface AppraisedFile {
  readonly family: string;
  readonly officer: string;
  /** First and last day of the period. */
  readonly from: string;
  readonly until: string;
  /** Whether a violation was confirmed in the period, and whether one of a red line. */
  readonly violated: string;
  readonly redLine: string;
  readonly points: string;
  readonly rewards: string;
  readonly result: string;
  /** The list of measures, and the names of its fields. */
  readonly measures: {
    readonly list: Identifier;
    readonly code: Identifier;
    readonly category: Identifier;
    /** Between 0 and 1. */
    readonly weight: Identifier;
    readonly value: Identifier;
  };
  readonly categories: { readonly [category in MeasureCategory]: string };
}

/**
 * By what registers and summaries tell one file from another: for each the places to look, of which the first that is
 * filled in counts.
 */
export interface AboutFile {
  /** The number people know it by, where that is not its id. */
  readonly number?: readonly AboutPlace[];
  /** The unit that it is of. */
  readonly branch?: readonly AboutPlace[];
  readonly product?: readonly AboutPlace[];
  readonly amount?: readonly AboutPlace[];
  /** Who handles it. */
  readonly officer?: readonly AboutPlace[];
  readonly customer?: readonly AboutPlace[];
  /** By whose month it is counted. */
  readonly day?: readonly AboutPlace[];
}

/** Path of a field, or the field of the first record of a list that has some words in some of its fields. */
export type AboutPlace = string | AboutRecordFile;

export interface AboutRecordFile {
  readonly list: string;
  readonly where?: { readonly [field: string]: string };
  readonly field: string;
}

/** What `shouze sample` must know to make other files of one, with other people, numbers and days. */
export interface SampleFile {
  /** Path of the day of a file: days near it move with it, others stay. */
  readonly day?: string;
  /** Names of the fields, besides `id`, that hold numbers of the file's own. */
  readonly numbers?: readonly Identifier[];
  /** What numbers of staff begin with; capital letters and digits follow. */
  readonly staff?: string;
  readonly person?: SamplePersonFile;
  readonly published?: SamplePublishedFile;
}

/** Names of the fields of a record of a person, which move together; that of a company stays as it is. */
export interface SamplePersonFile {
  /** A resident id number (GB 11643), which has the day of birth in it. */
  readonly id: Identifier;
  readonly birth: Identifier;
  /** The number that the institution gave the person. */
  readonly number: Identifier;
}

/** Days on which something was published that held when the file was signed: always the same day of a month. */
export interface SamplePublishedFile {
  readonly fields: readonly Identifier[];
  /**
   * @minimum 1
   * @maximum 28
   */
  readonly dayOfMonth: number;
  /** Days from there to the signing, in the files that others are made of. */
  readonly ahead: number;
}

/**
 * The rows of a register as a subject: a rule on it judges each row by itself, and names the fields of the row without
 * saying whose they are, beside those of the file.
 */
export interface RowsFile {
  readonly title: Words;
  /** The subject, and its list of rows: `register.rows`. */
  readonly rows: string;
  /** The governing day of rules that name none themselves; without it, that of the file. */
  readonly asOf?: Feel;
}

/** For a record of a pilot (试点): who takes part, and between which days. */
export interface PilotFile {
  readonly branches: Feel;
  readonly from: Feel;
  readonly until: Feel;
  /** Those that it is compared with; all others where it is absent, or comes to none. */
  readonly comparedWith?: Feel;
  /** How many months before `from` are compared; without it, all that there are files of. */
  readonly baselineMonths?: Feel;
  /** Whether both sides define their measures alike; without it they do. */
  readonly sameMeasures?: Feel;
  /** So many files on each side, before and during, at least: below that nothing is compared. */
  readonly least?: Feel;
  readonly writes?: PilotWritesFile;
}

/** Where the record of a pilot has what is counted of the files: paths, for `shouze pilot --format record`. */
export interface PilotWritesFile {
  /** Files of those that take part, in its time, and before it. */
  readonly pilotDuring?: string;
  readonly pilotBefore?: string;
  /** Of the others. */
  readonly othersDuring?: string;
  readonly othersBefore?: string;
  /** That they were counted, that the mix was evened out, that differences have their intervals. */
  readonly counted?: string;
  readonly evened?: string;
  readonly intervals?: string;
}

/** One of the things by which files that are compared have to be alike: product, channel, band of amounts. */
export interface MixFile {
  readonly title: Words;
  /** A text, of each file. */
  readonly is: Feel;
  /** What its texts are called, where they are no words of the schema. */
  readonly words?: { readonly [text: string]: Words };
}

/** How the files of one customer follow each other as rounds (轮次); the customer is that of `scorecard`. */
export interface RoundsFile {
  /** The day on which a round begins. */
  readonly began: Feel;
  /** The number of the lead that a file came from. */
  readonly lead: Feel;
  /** The numbers of the leads that came out of it: a list of texts. */
  readonly leads: Feel;
}

/** What measures are gathered by, read of each file. */
export interface ScorecardFile {
  /** The day of the file, which puts it into a month and a period. */
  readonly day: Feel;
  readonly officer: Feel;
  readonly branch: Feel;
  readonly customer: Feel;
  /** The last day of which the file tells what happened; promises are told of files that say it. */
  readonly known?: Feel;
  /** What has to be alike in files that are compared; without it they are compared as they are. */
  readonly mix?: readonly MixFile[];
}

/** The list of process acts, and the names of its fields. */
export interface EventsFile {
  readonly list: Identifier;
  readonly type: Identifier;
  readonly at: Identifier;
  readonly actor: Identifier;
  readonly post: Identifier;
  /** An event that sends the file back: its type, and the field that names the step it goes back to. */
  readonly return?: { readonly type: string; readonly to: Identifier };
  /** A definition that is true of a file which still goes on: of one that was turned down nothing is to be done next. */
  readonly goesOn?: Identifier;
  /** Types of event beside those that the schema knows. */
  readonly types?: { readonly [type: string]: Words };
}

export interface DocumentsFile {
  readonly list: Identifier;
  readonly type: Identifier;
}

/** The list of approved exceptions, and the names of its fields. */
export interface WaiversFile {
  readonly list: Identifier;
  readonly rule: Identifier;
  /** The key of the element it covers, for a rule with `each`. */
  readonly element?: Identifier;
  readonly approvedOn: Identifier;
  readonly approvedBy: Identifier;
  readonly post: Identifier;
  readonly from: Identifier;
  readonly until: Identifier;
  /** Why it was given: one without a reason covers nothing. */
  readonly reason?: Identifier;
  /** What it rests on: papers, minutes, numbers of letters. */
  readonly evidence?: Identifier;
  /** The parameter, in days, that says how long one may run. */
  readonly longest?: Identifier;
  /** The clauses that say who may give an exception, and how. */
  readonly basis?: readonly ClauseRef[];
}

/** For a register of people (员工名册): who holds which post, on which days. One subject at most is such a register. */
export interface PeopleFile {
  /** The list of people, and the names of its fields. */
  readonly list: Identifier;
  readonly id: Identifier;
  readonly name?: Identifier;
  /** The last day of who is no longer there. */
  readonly left?: Identifier;
  /** The unit that somebody works for. */
  readonly branch?: Identifier;
  readonly posts: {
    readonly list: Identifier;
    readonly post: Identifier;
    readonly from: Identifier;
    /** The last day. */
    readonly until: Identifier;
  };
  /** How much somebody may decide, for a post held on that day. */
  readonly levels?: {
    readonly list: Identifier;
    readonly post: Identifier;
    readonly level: Identifier;
    readonly from: Identifier;
    readonly until: Identifier;
  };
  /** Days on which nobody acts in a post. */
  readonly absences?: {
    readonly list: Identifier;
    readonly from: Identifier;
    readonly until: Identifier;
  };
  /** Path of the day up to which it speaks. */
  readonly upTo: string;
  /** Path of what names the organisation that it is of. */
  readonly of: string;
}

/** What is looked up in the register of people: the posts of events and waivers, and what else a file says of people. */
export interface LookUpsFile {
  /** Path of what names the organisation that a file is of. */
  readonly of: string;
  readonly fields?: readonly LookUpFile[];
}

/** A list of acts whose post, or level of authority, is looked up by the person and the day. */
export interface LookUpFile {
  readonly list: Identifier;
  readonly person: Identifier;
  readonly day: Identifier;
  readonly post?: Identifier;
  readonly level?: Identifier;
}

export interface StageFile {
  readonly stage: Slug;
  readonly title: Prose;
  readonly purpose?: Prose;
  /** It runs beside the others (保障) and is no part of the ring: `--step` never makes its rules not due. */
  readonly beside?: true;
  /**
   * The stage without whose rules it is not judged: where a mandatory rule of that stage failed or could not be told of
   * a file, the rules of this one are not due.
   */
  readonly onlyAfter?: Slug;
  /** Its steps in processing order: folders of `stages/<stage>/`. */
  readonly steps: readonly Slug[];
}

/** `posts.yaml` */
export interface PostsFile {
  readonly posts: readonly PostFile[];
  readonly incompatible: readonly IncompatibleFile[];
}

export interface PostFile {
  readonly post: Identifier;
  readonly title: Words;
  readonly duties: Prose;
  readonly authority?: Prose;
  /** Nobody in it is appraised by sales: it holds others in check. */
  readonly withoutSales?: true;
}

/** Two posts that one person may not both hold on one file (不相容岗位). */
export interface IncompatibleFile {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly posts: readonly Identifier[];
  readonly basis: readonly ClauseRef[];
  readonly why: Prose;
}

/** `documents.yaml` */
export interface CatalogueFile {
  readonly documents: readonly DocumentFile[];
}

export interface DocumentFile {
  readonly document: Identifier;
  readonly title: Words;
  /** What it must show, and who keeps it. */
  readonly note?: Prose;
  readonly specimen?: SpecimenFile;
}

/** A form as it is filled in, with the values of a sound file. */
export interface SpecimenFile {
  /** The post that fills it in, or has it filled in. */
  readonly by: Identifier;
  /** The name of a file under `dossiers/`, of the kind that goes through the steps. */
  readonly of: Identifier;
  /** What it has room for, in its order: paths of values, elements by their keys, as `contracts[H1].signedAt`. */
  readonly fields: readonly [string, ...string[]];
}

/** `glossary.yaml` */
export interface GlossaryFile {
  readonly terms: readonly TermFile[];
}

/** What a thing is called in every text of the rulebook, and of those that build on it. */
export interface TermFile {
  readonly term: Identifier;
  readonly title: Words;
  /** What it is, for who does not know it yet. */
  readonly means?: Words;
  /** How it is used, and where not. */
  readonly note?: Words;
  /** Words that must not stand for it. */
  readonly not?: WordLists;
  /** Phrases in which such a word is right: the official name of a document, the words of a regulation. */
  readonly except?: WordLists;
}

/**
 * Words in each language, each a text as it stands: no pattern.
 *
 * @propertyNames { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" }
 */
export interface WordLists {
  readonly [language: string]: readonly Word[];
}

/** @pattern ^\S(.*\S)?$ */
export type Word = string;

/** `definitions.yaml` */
export interface DefinitionsFile {
  readonly definitions: readonly DefinitionFile[];
}

/**
 * What it is given where it is called, in order, each by a name: `visit: visits` one of the elements of a list,
 * `amount: contract.amount` a value as a field has it, `by: days` a number in a unit, or `number`, `text`, `boolean`,
 * `date`, `date-time`, `time`.
 */
export interface TakesFile {
  readonly [argument: string]: string;
}

export interface DefinitionFile {
  readonly definition: Identifier;
  /** Whose fields it reads; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  readonly takes?: TakesFile;
  readonly title: Words;
  /** Of what is true or false: what a sentence says when it is, and when it is not. */
  readonly yes?: Words;
  readonly no?: Words;
  /** Of what is one of some words: their titles. */
  readonly words?: WordsByCode;
  readonly note?: Prose;
  /** What it has always been; either this or `editions`. */
  readonly is?: Feel;
  readonly basis?: readonly ClauseRef[];
  /** @minItems 1 */
  readonly editions?: readonly (Period & {
    readonly is: Feel;
    readonly basis?: readonly ClauseRef[];
    readonly note?: Prose;
  })[];
}

/** What a number counts. `money` is in the currency of the rulebook; a `rate` is a fraction of one a year, `0.0305` for 3.05%; `basis-points` are ten-thousandths; `percent` are hundredths, `80` for 80%. */
export type Unit =
  | 'money'
  | 'ratio'
  | 'rate'
  | 'rate-per-month'
  | 'basis-points'
  | 'count'
  | 'months'
  | 'days'
  | 'working-days'
  | 'years'
  | 'hours'
  | 'elapsed-hours'
  | 'area'
  | 'percent';

/**
 * What a number counts: `money`, `ratio`, `rate`, `rate-per-month`, `basis-points`, `percent`, `count`, `months`,
 * `days`, `working-days`, `years`, `hours` (of the day), `elapsed-hours`, `area`, a unit that a schema declares under `x-units`, or `none` for a
 * number that stands beside any other.
 *
 * @pattern ^[\p{L}_][\p{L}\p{N}_-]*$
 */
export type UnitName = string;

/** Measure words by language; a language without them has none here. */
export interface Counters {
  readonly [language: string]: string;
}

/** `parameters/<name>.yaml` */
export interface ParameterFile {
  readonly parameter: Identifier;
  readonly title: Words;
  readonly unit: UnitName;
  /** Of a count: the measure word that its number takes, in languages that have one: 次, 人. */
  readonly counter?: Counters;
  /** Which way a rulebook that extends this one may move it. */
  readonly stricter?: 'higher' | 'lower';
  readonly note?: Prose;
  /** What it has always been; either this or `editions`. */
  readonly value?: number;
  readonly basis?: readonly ClauseRef[];
  /** @minItems 1 */
  readonly editions?: readonly ParameterEditionFile[];
}

export interface ParameterEditionFile extends Period {
  readonly value: number;
  readonly basis?: readonly ClauseRef[];
  readonly note?: Prose;
}

/** `parameters/<name>.yaml` of a rulebook that extends another, where it moves a parameter of the other's the stricter way. */
export interface MovementFile {
  /** The parameter. */
  readonly moves: Identifier;
  readonly note?: Prose;
  /**
   * On other days the other rulebook's value holds.
   *
   * @minItems 1
   */
  readonly editions: readonly ParameterEditionFile[];
}

/** `tables/<name>.yaml` */
export interface TableFile {
  readonly table: Identifier;
  /** Whose fields it reads; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  readonly takes?: TakesFile;
  readonly title: Words;
  readonly note?: Prose;
  /**
   * For a table that cannot be whole here, such as the floors of cities: what to say where no row has a value.
   * A rulebook that extends this one may then fill in those places, and no others.
   */
  readonly open?: Prose;
  /** The open table of the extended rulebook whose missing values this one gives. */
  readonly completes?: Identifier;
  /** `unique`: at most one row may match; `first`: the first that matches counts. */
  readonly hit: 'unique' | 'first';
  /** @minItems 1 */
  readonly inputs: readonly { readonly is: Feel; readonly title?: Words }[];
  /**
   * One output is the table's value; several make a context of their names.
   *
   * @minItems 1
   */
  readonly outputs: readonly TableOutputFile[];
  /**
   * What they have always been; either this or `editions`.
   *
   * @minItems 1
   */
  readonly rows?: readonly TableRowFile[];
  readonly basis?: readonly ClauseRef[];
  /** @minItems 1 */
  readonly editions?: readonly (Period & {
    readonly basis?: readonly ClauseRef[];
    readonly note?: Prose;
    /** @minItems 1 */
    readonly rows: readonly TableRowFile[];
  })[];
}

export interface TableOutputFile {
  readonly output: Identifier;
  readonly title: Words;
  /** Absent for outputs that are not numbers. */
  readonly unit?: UnitName;
  /** Of an output that is one of some words: their titles. Of a number that is a level: what each is called, for the manual. */
  readonly words?: WordsByCode;
  /** Of what is true or false: what a sentence says when it is, and when it is not. */
  readonly yes?: Words;
  readonly no?: Words;
}

/** The titles of words by the words themselves. */
export interface WordsByCode {
  readonly [word: string]: Words;
}

export interface TableRowFile {
  /** One cell an input: `-`, `"FIRST"`, `not("FIRST")`, `<= 90`. */
  readonly when: readonly string[];
  /** One cell an output: an expression; null where the source gives no value, which is then unknown. */
  readonly then: readonly (string | number | boolean | null)[];
  readonly note?: Prose;
}

/** `codes/<name>.yaml`: a code set (代码表), the codes of a CSV file beside it, with columns that rules may read. */
export interface CodesFile {
  readonly codes: Identifier;
  readonly title: Words;
  readonly note?: Prose;
  /** The column of the file that has the codes: texts, none of them twice. */
  readonly key: ColumnName;
  /** Further columns that rules may read; others are left alone. */
  readonly columns?: readonly CodesColumnFile[];
  /** CSV in UTF-8 with a header, as RFC 4180 has it, in the same folder: the codes that there have always been; either this or `editions`. */
  readonly file?: CsvName;
  /** Of the bytes of the file; `lint` says the right one. */
  readonly digest?: Digest;
  readonly basis?: readonly ClauseRef[];
  /** @minItems 1 */
  readonly editions?: readonly (Period & {
    readonly file: CsvName;
    readonly digest?: Digest;
    readonly basis?: readonly ClauseRef[];
    readonly note?: Prose;
  })[];
}

export interface CodesColumnFile {
  /** As the header of the file has it, and as expressions name it. */
  readonly column: Identifier;
  readonly title?: Words;
  /** Its cells are numbers of this unit. */
  readonly unit?: UnitName;
  /** What its cells are, where they have no unit: texts unless said otherwise. */
  readonly type?: 'text' | 'number' | 'date' | 'boolean';
}

/** @minLength 1 */
export type ColumnName = string;

/** @pattern ^[^/\\]+\.csv$ */
export type CsvName = string;

/** @pattern ^sha256:[0-9a-f]{64}$ */
export type Digest = string;

/** `reviewed.yaml`, written by `shouze trace --accept` and `shouze trace --reviews`. */
export interface ReviewedFile {
  /** By clause. */
  readonly reviewed: { readonly [clause: string]: ReviewFile };
}

/** That a clause was compared with the rules that rest on it, and with its original. */
export interface ReviewFile {
  /** Of the text of the clause. */
  readonly digest: string;
  /** Of what rests on it. */
  readonly rules?: string;
  readonly on: Day;
  /** Who compared it, line by line of a verification sheet. */
  readonly by?: string;
  /** Where the original was read. */
  readonly where?: string;
  /** Whether the clause and its rules say what the original says; they do unless said otherwise. */
  readonly says?: Opinion;
  /** Digest of the original that was pasted into the sheet. */
  readonly original?: string;
  readonly remark?: string;
}

/** 一致、不一致、待定 */
export type Opinion = 'agrees' | 'differs' | 'open';

/** `measures/<name>.yaml`: one figure of an appraisal (考评指标), computed from the files themselves. */
export interface MeasureFile {
  readonly measure: Identifier;
  readonly title: Words;
  readonly note?: Words;
  /** Whose files it is computed from; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  readonly unit: Unit;
  /** `share` of the files that it holds of, `mean` or `sum` of its value over them. */
  readonly gather: 'share' | 'mean' | 'sum';
  /** Which files it speaks of; without it, all. */
  readonly when?: Feel;
  /** Of each file: true or false for a share, else a number. Either this or `outcomes`. */
  readonly value?: Feel;
  /** Counts the outcomes of each file; for a share, the files that have none of them. */
  readonly outcomes?: MeasureOutcomesFile;
  /** Who answers for it, by post; findings go by the posts of their rules. */
  readonly posts?: readonly Identifier[];
  /** Who answers for it, by number of staff; without it, the officer of the file. */
  readonly officer?: Feel;
  /** Which way is better. */
  readonly direction: 'higher' | 'lower';
  /** Without it the figure is told, not scored. */
  readonly target?: number;
  /** 奖励: points for each full step better than the target. */
  readonly reward?: MeasurePointsFile;
  /** 扣减: points for each step, begun or full, worse than the target. */
  readonly deduction?: MeasurePointsFile;
  readonly basis: readonly ClauseRef[];
  /** What it tells of somebody's work; without it no appraisal (考评办法) may use it. */
  readonly category?: MeasureCategory;
  /** The stage that it belongs to; outcomes are of the stages of their rules. */
  readonly stage?: Slug;
}

/** 质量、风险、时效、服务、销售 */
export type MeasureCategory = 'quality' | 'risk' | 'speed' | 'service' | 'sales';

export interface MeasureOutcomesFile {
  readonly status: 'fail' | 'cannot-tell' | 'waived';
  readonly level?: RuleLevel;
  readonly kind?: RuleKind;
}

export interface MeasurePointsFile {
  /** In the unit of the measure; above zero. */
  readonly step: number;
  readonly points: number;
  /** At most so many points. */
  readonly most: number;
}

/**
 * `occasions/<name>.yaml`: what in a file opens the next contact (再开发事由), as a task with a post and a day.
 *
 * Its expressions read the file and, beside its fields, `today`; `dossiers`, all files of the same customer that were
 * given, this one among them; the variable of `each`; and from `needs` on `due`, the day that the task is due.
 */
export interface OccasionFile {
  readonly occasion: Identifier;
  readonly title: Words;
  readonly note?: Words;
  /** Whose files it looks at; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  /** A task for each element of a list, which goes by this name. */
  readonly each?: { readonly [variable: string]: Feel };
  /** Whether there is an occasion; without it, there always is. */
  readonly when?: Feel;
  /** The day by which the contact is to be made. */
  readonly due: Feel;
  readonly post: Identifier;
  /** What has to be true today, or the task is not opened: consent, no open complaint, no arrears. */
  readonly needs?: readonly OccasionNeedFile[];
  /** Whether it was answered: a later contact, care event or offer. */
  readonly answered?: Feel;
  /** 无记录视同未答复: nothing but absent records leaves `answered` open, and then it was not. */
  readonly ifAbsent?: 'open';
  /** What one may say, in plain words. */
  readonly says?: Words;
  readonly basis: readonly ClauseRef[];
}

export interface OccasionNeedFile {
  readonly is: Feel;
  /** Why the task is not opened where it is not true: 没有营销同意. */
  readonly otherwise: Words;
}

/**
 * `models/<name>.yaml`: a scoring model (评分卡). Its score, its grade and its days are named values like definitions:
 * `<model>`, `<model>Grade`, `<model>Reasons`, `<model>ValidatedOn`, `<model>ValidUntil`, `<model>DevelopedUntil`, and
 * for each characteristic `<model><Characteristic>`, its points, and `<model><Characteristic>Band`.
 */
export interface ModelFile {
  readonly model: Identifier;
  /** Whose files it scores; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  readonly title: Words;
  readonly note?: Prose;
  /** Who answers for it. */
  readonly owner: Words;
  /** What it is for. */
  readonly purpose?: Prose;
  /** What it does not look at, and why (不使用的特征). */
  readonly leavesOut?: Prose;
  /** The day on which a file is scored, which picks the edition. */
  readonly asOf: Feel;
  /** Which files it scores; without it, all. */
  readonly when?: Feel;
  /**
   * What it looks at (特征).
   *
   * @minItems 1
   */
  readonly characteristics: readonly CharacteristicFile[];
  /** @minItems 1 */
  readonly editions: readonly ModelEditionFile[];
  /** What is found out later of a file that it scored (好坏样本). */
  readonly outcome?: ModelOutcomeFile;
  /** How people decided on what it scored. */
  readonly decisions?: ModelDecisionsFile;
  /** How many files a figure of its monitoring wants. */
  readonly minimum?: ModelMinimumFile;
  /** How its monitoring is written down as a file of another subject: `shouze model monitor --format record`. */
  readonly record?: ModelRecordFile;
}

export interface CharacteristicFile {
  readonly characteristic: Identifier;
  readonly title: Words;
  /** A number, a word, or true or false. */
  readonly is: Feel;
  /** Why it tells something of what is scored. */
  readonly why?: Prose;
}

export interface ModelEditionFile extends Period {
  readonly basis: readonly ClauseRef[];
  readonly note?: Prose;
  /** The last day of the files that it was developed on. */
  readonly developedUntil: Day;
  /** On which files it was developed. */
  readonly developedOn?: Prose;
  readonly validatedOn: Day;
  /** The last day on which it may be used without being validated again. */
  readonly validUntil: Day;
  /** Points that every file begins with. */
  readonly base: number;
  /** By characteristic; one that is left out is not used. */
  readonly points: { readonly [characteristic: string]: readonly ModelBandFile[] };
  /**
   * From the best to the worst, which alone has no `from`.
   *
   * @minItems 1
   */
  readonly grades: readonly ModelGradeFile[];
}

/** Points of one band (分箱): of numbers by `from` and `to`, of words and truths by `codes` or `others`, or `none`. */
export interface ModelBandFile {
  /** The first number of the band; without it, it begins below all others. */
  readonly from?: number;
  /** The first number above the band; without it, it ends above all others. */
  readonly to?: number;
  /** @minItems 1 */
  readonly codes?: readonly (string | boolean)[];
  /** Every word that no other band has. */
  readonly others?: true;
  /** It was verified that there is none, or nothing is on file where the schema says that this means none. */
  readonly none?: true;
  readonly points: number;
  /** What a customer is told about why it costs points. */
  readonly reason?: Words;
}

export interface ModelGradeFile {
  readonly grade: string;
  readonly title: Words;
  /** The lowest score of the grade. */
  readonly from?: number;
  /** What follows from it. */
  readonly means?: Prose;
}

export interface ModelOutcomeFile {
  /** In words, what counts as bad. */
  readonly title: Words;
  /** Which files have an outcome at all. */
  readonly of: Feel;
  /** Whether a file is old enough to tell; one that is too young is not yet known. */
  readonly matured: Feel;
  readonly bad: Feel;
}

export interface ModelDecisionsFile {
  /** Which files were decided. */
  readonly of: Feel;
  /** Whether the decision went against what the model permits. */
  readonly against: Feel;
  /** Whether a reason is on file. */
  readonly reasoned: Feel;
}

export interface ModelMinimumFile {
  /**
   * Files in a population, for its stability.
   *
   * @asType integer
   * @minimum 1
   */
  readonly files: number;
  /**
   * For its discrimination.
   *
   * @asType integer
   * @minimum 1
   */
  readonly good: number;
  /**
   * @asType integer
   * @minimum 1
   */
  readonly bad: number;
}

export interface ModelRecordFile {
  readonly subject: Identifier;
  /** Which figure goes into which field. */
  readonly figures: { readonly [path: string]: ModelFigure };
  /** What is always so, by path. */
  readonly fixed?: FixedFile;
}

/** A figure of the monitoring, or a day of it. */
export type ModelFigure =
  | 'psi'
  | 'auc'
  | 'ks'
  | 'overrideRate'
  | 'overridesWithoutReason'
  | 'files'
  | 'good'
  | 'bad'
  | 'monitoredOn'
  | 'validatedOn'
  | 'validUntil'
  | 'usedFrom';

/** `claims.yaml`: what all rules together are to see to (断言); `shouze verify` proves it, or shows a file that gets by. */
export interface ClaimsFile {
  /** @minItems 1 */
  readonly claims: readonly ClaimFile[];
}

export interface ClaimFile {
  readonly claim: Identifier;
  readonly title: Words;
  readonly note?: Prose;
  /** Of which files; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  /**
   * For which products; every one unless said otherwise.
   *
   * @minItems 1
   */
  readonly products?: readonly string[];
  /** The day that `from` and `until` count by, and of which parameters and definitions are taken; that of the subject unless said otherwise. */
  readonly asOf?: Feel;
  /** Without it, every day. */
  readonly from?: Day;
  /** The last day, inclusive. */
  readonly until?: Day;
  /** Of which files it is claimed. */
  readonly when: Feel;
  /**
   * `pass`: no such file is in order; some rule finds something, or cannot tell. `fail`: none of `rules` finds
   * anything in such a file.
   */
  readonly never: 'pass' | 'fail';
  /**
   * The rules that see to it; for `pass`, any rule unless said otherwise.
   *
   * @minItems 1
   */
  readonly rules?: readonly string[];
}

/** `promises/<name>.yaml`: what is done within a promised time (服务承诺), told of the files themselves. */
export interface PromiseFile {
  readonly promise: Identifier;
  readonly title: Words;
  readonly note?: Words;
  /** The kind of service that it is of: 咨询, 投诉. */
  readonly service: Words;
  /** Whose files it is told of; the first subject unless said otherwise. */
  readonly subject?: Identifier;
  /**
   * One case for each element of a list, as in a rule; without it, one a file.
   *
   * @minProperties 1
   * @maxProperties 1
   */
  readonly each?: { readonly [variable: string]: Feel };
  /** Which cases it speaks of; without it, all. */
  readonly when?: Feel;
  /** The day or moment that the time runs from; a case that has none (verified) is none of its cases. */
  readonly from: Feel;
  /** The day or moment that ends it; none while it is open. */
  readonly to: Feel;
  /** That `to` was not filled in means that it is not done (无记录视同未办); without it, that nobody can tell. */
  readonly ifAbsent?: 'open';
  /** The time promised, in `unit`: the name of a parameter, or an expression. */
  readonly within: Feel;
  /** Working days and days are counted after the day of `from`; hours from the moment. */
  readonly unit: 'working-days' | 'days' | 'elapsed-hours';
  /** The first day on which a case may begin that it was promised for. */
  readonly since?: Day;
  /** The last one. */
  readonly until?: Day;
  /** Who holds a case that is open, by number of staff; without it, the officer of the file. */
  readonly holder?: Feel;
  /** The posts that it is the business of. */
  readonly posts?: readonly Identifier[];
  /** Rules, and checks of the process, that judge the same time: `TST-001`, `process/decide/time`. */
  readonly rules?: readonly string[];
  readonly basis: readonly ClauseRef[];
}

/** `appraisals/<family>.yaml`: how those who hold some posts are appraised (考评办法). */
export interface AppraisalFile {
  readonly appraisal: Slug;
  readonly title: Words;
  readonly note?: Words;
  /** Whose files; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  /**
   * Whom it is for. No post stands in two appraisals.
   *
   * @minItems 1
   */
  readonly posts: readonly Identifier[];
  /** The family of these posts, as records of appraisals have it. */
  readonly family: string;
  /** Who handled a file in one of these posts, by number of staff: one or several. */
  readonly officer: Feel;
  /** The day on which a file counts for them; without it that of the scorecard. */
  readonly day?: Feel;
  /** Files below which a measure is not graded. */
  readonly minimumFiles: number;
  /** Weight of graded measures below which there is no result. */
  readonly minimumWeight: number;
  /**
   * Their weights come to 100.
   *
   * @minItems 1
   */
  readonly measures: readonly AppraisedMeasureFile[];
  readonly violations: ViolationsFile;
  /** Points that measures give beyond their targets, in all at most so many. */
  readonly rewards: { readonly most: number };
  /** What a point of violation takes from the result, in all at most so much. */
  readonly deductions: { readonly perPoint: number; readonly most: number };
  /**
   * From the best down.
   *
   * @minItems 1
   */
  readonly grades: readonly GradeFile[];
  readonly basis: readonly ClauseRef[];
}

export interface AppraisedMeasureFile {
  readonly measure: Identifier;
  /** In hundredths of the whole; above zero. */
  readonly weight: number;
  /** Where nothing is left of the weight; all of it is given at the target, and a part in between. */
  readonly floor: number;
}

/** 违规积分: points of confirmed findings. */
export interface ViolationsFile {
  /**
   * The first that fits counts.
   *
   * @minItems 1
   */
  readonly points: readonly ViolationPointsFile[];
  /** Of a rule that was broken before, confirmed on an earlier day within so many months. */
  readonly repeat?: { readonly withinMonths: number; readonly adds: number };
  /** In one period at most so many. */
  readonly most: number;
  /** Months up to the end of the period over which points add up towards the thresholds. */
  readonly countedMonths: number;
  /** From the lowest up. */
  readonly thresholds?: readonly { readonly from: number; readonly says: Words }[];
  /** What a violation of a red line takes away. */
  readonly redLine?: { readonly blocks: readonly ('reward' | 'grade')[]; readonly says: Words };
}

/** Which findings; a key that is absent takes any. */
export interface ViolationPointsFile {
  readonly title: Words;
  readonly rules?: readonly string[];
  readonly redLine?: true;
  readonly level?: RuleLevel;
  readonly kind?: RuleKind;
  readonly severity?: string;
  readonly points: number;
}

export interface GradeFile {
  readonly from: number;
  readonly title: Words;
}

/** `calendars/<name>.yaml` */
export interface CalendarFile {
  readonly calendar: Slug;
  readonly title: Words;
  /** @minItems 1 */
  readonly years: readonly {
    readonly year: number;
    readonly basis?: readonly ClauseRef[];
    /** Days off, in whole or within the week. */
    readonly holidays: readonly Day[];
    /** Saturdays and Sundays that are worked. */
    readonly workdays: readonly Day[];
  }[];
}

/** `stages/<stage>/<step>/step.yaml` */
export interface StepFile extends Partial<StepEdition> {
  readonly step: Slug;
  readonly title: Prose;
  readonly purpose?: Prose;
  /** What the post needs on the desk before it begins (Markdown list). */
  readonly takes?: Prose;
  /** What the step leaves behind (Markdown list). */
  readonly gives?: Prose;
  /**
   * What its posts do, in order.
   *
   * @minItems 1
   */
  readonly tasks?: readonly TaskFile[];
  /**
   * What sends a file back, and to which step; it begins again from there.
   *
   * @minItems 1
   */
  readonly returns?: readonly ReturnFile[];
  /**
   * What its posts say to people, and what they never say (话术).
   *
   * @minItems 1
   */
  readonly talk?: readonly TalkFile[];
  /** By which record the step is done, where no event of a file tells. */
  readonly record?: RecordFile;
  /**
   * Paths of what it adds to the file: `contracts`. Until the step is done nobody misses them (`check --step`).
   *
   * @minItems 1
   */
  readonly records?: readonly string[];
  /** Its rules in the order they are checked. */
  readonly rules: readonly string[];
  /** Says that the step began with its source, as a rule does: before its first edition no file went through it. */
  readonly since?: 'new';
  /** Says that the step ended, as a rule does: after its last edition no file goes through it. */
  readonly ended?: EndedFile;
  /** Without it the keys above hold from the beginning. */
  readonly editions?: readonly (Period & Partial<StepEdition>)[];
}

/** One thing that is done in a step. */
export interface TaskFile {
  /** One of the step's posts. */
  readonly post: Identifier;
  readonly does: Prose;
}

/** What is said in one situation, and what is not. */
export interface TalkFile {
  /** When, and to whom. */
  readonly when: Prose;
  /** Who says it; without it every post of the step. */
  readonly posts?: readonly Identifier[];
  /** As it is spoken. */
  readonly say: Prose;
  /** What must not be said, as people say it. */
  readonly never: Prose;
  /**
   * The rules that ask for the one and forbid the other.
   *
   * @minItems 1
   */
  readonly why: readonly string[];
}

/** A way back. */
export interface ReturnFile {
  /** The step itself or an earlier one of a stage that is not beside the others. */
  readonly to: Slug;
  readonly why: Prose;
}

/** A record of another kind than the files that go through the steps. */
export interface RecordFile {
  /** Its kind, one of the rulebook's `subjects`. */
  readonly subject: Identifier;
  /** What in it says that the step is done, and how often. */
  readonly says: Prose;
}

/** How long a step may take. */
export interface WithinFile {
  /** A number, or the parameter that gives it, in the unit `working-days`. */
  readonly workingDays: number | Identifier;
  readonly from: Slug;
}

/** What of a step may change with time. */
export interface StepEdition {
  /** Who may do it. */
  readonly posts: readonly Identifier[];
  /** Event types that together complete it; none for a step that leaves no event. */
  readonly events: readonly string[];
  /** Whether a file goes through it at all. */
  readonly when: Feel;
  /** Steps that must be complete before it; the nearest earlier step with events unless said otherwise. */
  readonly after: readonly Slug[];
  /** Time limit, from the completion of an earlier step. */
  readonly within: WithinFile;
  /** Documents that must lie in the file once it is complete. */
  readonly documents: readonly Identifier[];
  /** Rules without which no later step may go ahead. */
  readonly gate: readonly string[];
  readonly kind: RuleKind;
  readonly level: RuleLevel;
  readonly basis: readonly ClauseRef[];
}

/** What ended a rule. */
export interface EndedFile {
  /** The clause that ended it. */
  readonly by: ClauseRef;
  readonly why: Prose;
}

/** `stages/<stage>/<step>/<ID>-<slug>.yaml`, or `rules/<ID>.yaml` in a rulebook without stages. */
export interface RuleFile extends Partial<RuleEdition> {
  /** `RSK-007`, `V600`. Never changes and is never used again.
   *
   * @pattern ^[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*$
   */
  readonly rule: string;
  /** The rule of the extended rulebook that it adds to. */
  readonly adds?: string;
  readonly kind?: RuleKind;
  /** Without it, and without `severity`, mandatory. */
  readonly level?: RuleLevel;
  /** One of the rulebook's `severities`, which tells the level. */
  readonly severity?: string;
  /**
   * Who tells: the data, unless said otherwise; a person by the check-list (人工核查表), who does what `how` says by the measure of
   * `standard`; or both, and then the worse of the two counts. A manual rule has no `require`.
   */
  readonly check?: 'data' | 'manual' | 'both';
  /** Issued unless said otherwise. A draft never judges; a repealed rule judges files of its time only, so its last edition has an `until`. */
  readonly status?: 'draft' | 'issued' | 'repealed';
  /** Where it was issued apart from the rulebook. */
  readonly issue?: IssueFile;
  /** The subject it judges; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  /** Product codes; without it, every product. */
  readonly products?: readonly Identifier[];
  readonly posts?: readonly Identifier[];
  readonly title: Prose;
  /** Documents that prove it. */
  readonly evidence?: readonly Identifier[];
  /** Judged once for each group of the files checked together; its expressions read the list `dossiers`. */
  readonly scope?: ScopeFile;
  /** One outcome an element: a variable, and the list it runs through. */
  readonly each?: { readonly [variable: string]: Feel };
  /**
   * Rules that say when that must be on file without which this one does not apply,
   * where lint does not find them by itself.
   *
   * @minItems 1
   */
  readonly companion?: readonly string[];
  /**
   * Rules that fail whenever this one does, or the other way round, and rightly: by id, with the reason. Without it
   * `shouze test --together` names the two.
   */
  readonly together?: { readonly [rule: string]: Words };
  /**
   * Says that the requirement began with its source: before its first edition nothing of the kind was asked.
   * Without it a day before the first edition cannot be told.
   */
  readonly since?: 'new';
  /**
   * Says that the requirement ended: after the last day of its last edition nothing of the kind is asked.
   * Without it a day after that cannot be told.
   */
  readonly ended?: EndedFile;
  /** The post that may approve an exception; without it there is none. */
  readonly waiver?: { readonly post: Identifier };
  /** Words that this rule forbids: none of them may be in what a step has its posts say (`talk`). */
  readonly forbids?: ForbidsFile;
  readonly risk?: RiskFile;
  /** What the inspector judges, where a person tells or tells a part: a question to which yes is a pass. */
  readonly question?: Prose;
  /** 操作要点, numbered Markdown. */
  readonly how?: Prose;
  /** 尽职标准 */
  readonly standard?: Prose;
  /** 常见差错 */
  readonly mistakes?: Prose;
  /** 制定理由 */
  readonly why?: Prose;
  /**
   * Without it the rule is in force always.
   *
   * @minItems 1
   */
  readonly editions?: readonly (Period & Partial<RuleEdition>)[];
}

/** A list of words that must not be said, which files are judged by as well. */
export interface ForbidsFile {
  /** A definition that is a list of texts, written out. */
  readonly words: Identifier;
  /** Phrases in which such a word is right. */
  readonly except?: readonly Word[];
}

/** Which files a rule puts together. */
export interface ScopeFile {
  /** What the files of a group have in common, read of each file; a list puts a file into several groups. */
  readonly groupBy: Feel;
  /** What that is called: `客户`, `不动产单元`; without it, the expression as a sentence. */
  readonly title?: Words;
  /** The name by which the rule's expressions read what the files of the group have in common, a text. */
  readonly key?: Identifier;
}

/**
 * A rule file of a rulebook that extends another, where it adds to a rule of the other's: what it does not say it
 * has of that rule. It either requires more where that rule applies, or lets its requirement apply wider.
 */
export interface AdditionFile extends Partial<Omit<RuleFile, 'editions'>> {
  readonly rule: RuleFile['rule'];
  readonly adds: string;
  readonly title: Prose;
  readonly widen?: Feel;
  /** @minItems 1 */
  readonly editions: readonly (Period &
    Partial<RuleEdition> & {
      /** Where else the other rule's requirement is to hold. */
      readonly widen?: Feel;
    })[];
}

/** What of a rule may change with time; an edition's own keys win over the rule's. */
export interface RuleEdition {
  readonly title: Prose;
  /** Values with names, which every expression of the rule may read: an expression each, or one with a title. */
  readonly let: { readonly [name: string]: Feel | LetFile };
  /** The day that selects the edition, and that limits are read on; without it, that of the subject. */
  readonly asOf: Feel;
  readonly when: Feel;
  readonly require: Feel;
  /**
   * What the `require` beside it asks, where the words made of it will not do: plain text, in several lines where
   * several things have to hold. Reasons of findings are made of `require` all the same.
   */
  readonly criterion: Prose;
  /** Nothing on file counts as not done (无记录视同未做). */
  readonly ifAbsent: 'fail';
  readonly basis: readonly ClauseRef[];
  /** What to tell the inspector; `{expression}` is replaced by its value. Without it, what is required and was found. */
  readonly finding: Words;
  readonly remedy: RemedyFile;
  readonly note: Prose;
}

export interface LetFile {
  /** What sentences call it; without it they say the expression. */
  readonly title?: Words;
  /** Of what is true or false: what a sentence says when it is, and when it is not. */
  readonly yes?: Words;
  readonly no?: Words;
  readonly is: Feel;
}

export interface RemedyFile {
  /** One of the rulebook's `remedies`. */
  readonly when: Slug;
  readonly text: Prose;
}

export interface RiskFile {
  /** 风险点 */
  readonly point: Prose;
  /** One of the rulebook's `risks`. */
  readonly type: Slug;
  readonly level: 'high' | 'medium' | 'low';
  /** 控制措施 */
  readonly control: Prose;
  /** 控制岗 */
  readonly post: Identifier;
  /** 红线: never waived; the manual prints the consequence before the action. */
  readonly redLine?: boolean;
}

/** `stages/<stage>/<step>/<ID>-<slug>.cases.yaml` */
export interface CasesFile {
  /** A dossier of `dossiers/` that every case starts from; without it, an empty file. */
  readonly base?: string;
  /** @minItems 1 */
  readonly cases: readonly CaseFile[];
}

export interface CaseFile {
  readonly title: Words;
  /** Another dossier to start from. */
  readonly base?: string;
  /** Path to new value: `contract.amount`, `parties[P1].role`, `events[2].at`. */
  readonly with?: { readonly [path: string]: unknown };
  /** Paths to remove. */
  readonly without?: readonly string[];
  /** Paths of `with` whose value, or name, is wrong on purpose, to show what becomes of it. */
  readonly malformed?: readonly string[];
  /**
   * For a rule with `scope`: the files checked together, each made from the base, then the changes above, then its
   * own. What is judged is the group of the first.
   *
   * @minItems 1
   */
  readonly dossiers?: readonly CaseDossierFile[];
  /** The element judged, for a rule with `each`; without it, the worst of all. */
  readonly element?: string;
  /** What the inspector wrote on the check-list, of every element; without it, nothing yet. */
  readonly answer?: Answered;
  /** A verdict that an inspector says is wrong: what the rule said of the real file, and why that is disputed. */
  readonly dispute?: {
    readonly says: Exclude<Expectation, object> | 'cannot-tell';
    readonly why: string;
  };
  readonly expect: Expectation;
  /** The same file on other days: what it comes to where each of them governs, as by `check --as-of`. */
  readonly days?: ExpectedOnDays;
}

/**
 * First days of editions and the days before, most of all.
 *
 * @propertyNames { "pattern": "^-?\\d{4}-\\d{2}-\\d{2}$" }
 */
export interface ExpectedOnDays {
  readonly [day: string]: Expectation;
}

export interface CaseDossierFile {
  readonly base?: string;
  readonly with?: { readonly [path: string]: unknown };
  readonly without?: readonly string[];
  readonly malformed?: readonly string[];
}

/** What a person may say of a rule: 合规、不合规、不适用. */
export type Answered = 'pass' | 'fail' | 'not-applicable';

export type Expectation =
  | 'pass'
  | 'fail'
  | 'not-applicable'
  | 'waived'
  | {
      /** Exactly the missing paths. */
      readonly 'cannot-tell': readonly string[];
    };

/**
 * Kinds of question: a case with faults, a judgement, a calculation, the order of steps, who does what, one right
 * answer, several.
 */
export type QuestionKind =
  | 'case'
  | 'judgement'
  | 'calculation'
  | 'sequence'
  | 'post'
  | 'single'
  | 'multiple';

/** A blueprint of papers (组卷方案); it is no part of a rulebook and lies anywhere. */
export interface BlueprintFile {
  /** What the papers are called. */
  readonly title: Words;
  /** Only rules and steps that these posts act by; all posts where none is named. */
  readonly posts?: readonly Identifier[];
  /** Only rules and steps of these stages; all stages where none is named. */
  readonly stages?: readonly Slug[];
  /** What a paper is made of, in this order. */
  readonly questions: readonly QuestionsFile[];
  /**
   * Of the questions about rules, those that have to be about red lines, at least: 0.3 of them.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly redLines?: number;
  /**
   * How many papers to make, none of which shares a question with another; 2 where it is not said.
   *
   * @asType integer
   * @minimum 1
   * @maximum 8
   */
  readonly papers?: number;
  /**
   * Points that pass.
   *
   * @asType integer
   * @minimum 1
   */
  readonly passMark: number;
  /**
   * Minutes to sit a paper.
   *
   * @asType integer
   * @minimum 1
   */
  readonly minutes?: number;
  /**
   * What questions are drawn by: the same seed gives the same papers.
   *
   * @asType integer
   * @minimum 0
   */
  readonly seed: number;
  /** The day whose editions and limits are asked; today where it is not said. */
  readonly asOf?: Day;
}

/** Questions of one kind. */
export interface QuestionsFile {
  readonly kind: QuestionKind;
  /**
   * How many in a paper.
   *
   * @asType integer
   * @minimum 1
   * @maximum 100
   */
  readonly count: number;
  /**
   * Points for each.
   *
   * @asType integer
   * @minimum 1
   */
  readonly points: number;
}

/**
 * A mapping: how the columns of tables become the fields of files, for `check --mapping`.
 *
 * What no column is mapped to, and what is blank, was not captured (未取数), unless `complete` says that the tables have
 * all there is of it.
 */
export interface MappingFile {
  readonly format: 1;
  readonly title?: Words;
  /** What kind of file a row is; the first of the rulebook without it. */
  readonly subject?: string;
  /** The table with a row for each file. */
  readonly table: MainTableFile;
  /** Tables with any number of rows for a file: each row is an element of a list. */
  readonly lists?: readonly ListTableFile[];
  /** Code tables that several columns share, by name. */
  readonly codes?: { readonly [name: string]: CodeTableFile };
  /**
   * Paths of which the tables have all there is: of a list (`parties`) its rows, so that a file without any has none; of
   * a record (`application`, `parties[]`) and of a field its columns, so that a blank is what its schema says of absence.
   */
  readonly complete?: readonly string[];
}

/** What the cells of a column say, and the word that is meant: `"01": HOUSING`. */
export interface CodeTableFile {
  readonly [cell: string]: string | number | boolean;
}

export interface MainTableFile {
  /** The sheet or the file, `*` for any characters: `book-*.csv`; the only table without it. */
  readonly name?: string;
  /** The heading of the column with the business number (业务编号), by which other tables join. */
  readonly key: string;
  readonly columns: ColumnsFile;
  readonly fixed?: FixedFile;
}

export interface ListTableFile {
  /** The sheet or the file, `*` for any characters. */
  readonly name: string;
  /** The list that its rows fill: `parties`, `property.valuations`. */
  readonly list: string;
  /** The heading of its column with the business number of the file. */
  readonly key: string;
  /** Paths are those of an element: `idNumber`. */
  readonly columns: ColumnsFile;
  readonly fixed?: FixedFile;
}

/** By heading, where it goes: `金额: contract.amount`; `group/heading` where headings take two rows. */
export interface ColumnsFile {
  readonly [heading: string]: string | ColumnFile;
}

/** By path, what is so of every row: `parties[1].role: OWNER`. */
export interface FixedFile {
  readonly [path: string]: string | number | boolean;
}

export interface ColumnFile {
  /** The path of a field; `parties[1].name` is of the first element of a list. */
  readonly to: string;
  /**
   * What its numbers are multiplied by: 10000 where they are in units of ten thousand.
   *
   * @exclusiveMinimum 0
   */
  readonly times?: number;
  /** What its numbers are in, for people: 万元. */
  readonly unit?: string;
  /**
   * The time of day that is taken where a cell has a day alone and the field is a moment.
   *
   * @pattern ^([01]\d|2[0-3]):[0-5]\d$
   */
  readonly time?: string;
  /** The code table of its cells, or its name; codes of the field itself and their titles are read without. */
  readonly codes?: CodeTableFile | string;
  /** The column may be wanting in the table. */
  readonly optional?: true;
}

/**
 * 检查方案: what an inspection covers, how its files are chosen, who inspects, and on which day. It is no part of a
 * rulebook and lies anywhere. A list that is left out, or empty, leaves nothing out.
 */
export interface SchemeFile {
  /**
   * What it goes by.
   *
   * @minLength 1
   */
  readonly scheme: string;
  readonly title: Words;
  /** The day of check (检查日): lateness is told by it where `--today` is not given, and answers are no later. */
  readonly day?: Day;
  /** The units whose files are inspected. */
  readonly branches?: readonly NameInScheme[];
  /** Codes or titles. */
  readonly products?: readonly NameInScheme[];
  /** Ids or titles of steps: the rules of others are out of scope. */
  readonly steps?: readonly NameInScheme[];
  /** Ids or titles of rules: others are out of scope. */
  readonly rules?: readonly NameInScheme[];
  /** Only files of these days; `until` is the last, inclusive. */
  readonly period?: SchemePeriodFile;
  /** Paths of the fields that were captured (已取数); whatever else a file lacks was not asked of it. */
  readonly captured?: readonly NameInScheme[];
  /**
   * How many files the sample is drawn from.
   *
   * @asType integer
   * @minimum 0
   */
  readonly population?: number;
  readonly sample?: SampleDrawnFile;
  /**
   * Path of the list that `shouze pick` made, from the folder of this file: only its files are judged.
   *
   * @minLength 1
   */
  readonly picked?: string;
  /** 检查人 */
  readonly inspectors?: readonly InspectorFile[];
  /** 复核人 */
  readonly reviewers?: readonly InspectorFile[];
  /** The share of files with a defect that is not to be exceeded, by severity, kind or level: 0.02. */
  readonly targets?: TargetsFile;
}

/** @minLength 1 */
export type NameInScheme = string;

export interface SchemePeriodFile {
  readonly from?: Day;
  readonly until?: Day;
}

export interface TargetsFile {
  readonly [severity: string]: ShareFile;
}

/**
 * @minimum 0
 * @maximum 1
 */
export type ShareFile = number;

/** How the files to inspect are chosen (抽样). */
export interface SampleDrawnFile {
  readonly method: SampleMethod;
  /**
   * How many files.
   *
   * @asType integer
   * @minimum 1
   */
  readonly size?: number;
  /**
   * What they are drawn by: the same seed draws the same files of the same population.
   *
   * @asType integer
   * @minimum 0
   */
  readonly seed?: number;
  /** By what files are put into strata. */
  readonly by?: readonly StratumKey[];
  /** Where one band of amounts ends and the next begins, in the currency of the rulebook, ascending: 500000 is of the band above. */
  readonly bands?: readonly number[];
  /** How many of each stratum; in proportion to their files where it is not said. */
  readonly sizes?: StratumSizesFile;
  /** Ids of the files that are chosen by judgement (判断抽样). */
  readonly files?: readonly NameInScheme[];
  /** Why these. */
  readonly reason?: Words;
}

export type SampleMethod = 'all' | 'random' | 'stratified' | 'discretionary';

export type StratumKey = 'product' | 'branch' | 'officer' | 'amount';

export interface StratumSizesFile {
  readonly [stratum: string]: StratumSize;
}

/**
 * @asType integer
 * @minimum 0
 */
export type StratumSize = number;

/** Who inspects or reviews. */
export interface InspectorFile {
  /**
   * Staff number.
   *
   * @minLength 1
   */
  readonly id: string;
  readonly name?: string;
}

/** `samples/<name>.yaml`: a network of institutions, its staff and customers, that sample files are made of by seed. */
export interface NetworkFile {
  readonly network: Slug;
  readonly title: Words;
  readonly note?: Words;
  /** The days between which files begin. */
  readonly from: Day;
  readonly until: Day;
  /** The day on which the files are seen. */
  readonly seen: Day;
  /**
   * @asType integer
   * @minimum 1
   */
  readonly customers: number;
  /**
   * @asType integer
   * @minimum 1
   */
  readonly files: number;
  readonly lays: NetworkFields;
  /**
   * From the top down: those above come first.
   *
   * @minItems 1
   */
  readonly units: readonly NetworkUnitFile[];
  /** @minItems 1 */
  readonly staff: readonly NetworkStaffFile[];
  /** Who left a post, and on which day somebody else took it. */
  readonly moves?: readonly NetworkMoveFile[];
  /** @minItems 1 */
  readonly kinds: readonly NetworkCustomersFile[];
  /** @minItems 1 */
  readonly deals: readonly NetworkDealFile[];
  /** What is changed in each file, one after the other. */
  readonly turns: readonly NetworkTurnFile[];
  /** Contradictions that are put in on purpose, and listed beside the files. */
  readonly planted?: readonly NetworkPlantFile[];
  /** Records of other kinds: each is made of a base dossier. */
  readonly records?: readonly NetworkRecordFile[];
}

/** Where in the files of the main subject the network lies, by path. */
export interface NetworkFields {
  /** The name of the file that they are written to, one a line. */
  readonly to: string;
  /** The unit that keeps the file, and its branch: the unit above it of that kind. */
  readonly unit: string;
  readonly branch: string;
  readonly branches: Slug;
  /** The day or time at which the file begins. */
  readonly starts: string;
  /** Names of lists and records at the top whose amounts are the customer’s own, the same in all of their files. */
  readonly own: readonly string[];
}

export interface NetworkUnitFile {
  readonly unit: string;
  readonly title: Words;
  /** The unit above. */
  readonly under?: string;
  /** Its branch, where that is not the one above it. */
  readonly branch?: string;
  /** What kind of unit it is; staff and files go by it. */
  readonly kind: Slug;
  /** Of all files, so many parts begin here; none without it. */
  readonly files?: number;
  /** Of its record, path by path. */
  readonly with?: { readonly [path: string]: unknown };
  /** What of it breaks rules on purpose. */
  readonly planted?: Words;
}

export interface NetworkStaffFile {
  readonly post: Identifier;
  /**
   * How those of the post are numbered, in base dossiers too: `CM` for `S-CM1`.
   *
   * @pattern ^[A-Z]+$
   */
  readonly code: string;
  /** The kind of unit that has people of the post, and how many each. */
  readonly of: Slug;
  /** @asType integer */
  readonly each?: number;
  /** In base dossiers, the same people under other codes: `BK2` for those who check what `BK1` booked. */
  readonly as?: readonly string[];
  /** Of their entry in the register, path by path. */
  readonly with?: { readonly [path: string]: unknown };
}

export interface NetworkMoveFile {
  /** The number of staff. */
  readonly staff: string;
  /** The last day in the post. */
  readonly until: Day;
  /** The post that they hold from the next day on; without it they leave. */
  readonly to?: Identifier;
  /** Who takes the post the next day: a number that nobody has yet. */
  readonly next?: string;
}

export interface NetworkCustomersFile {
  readonly kind: Slug;
  /** So many parts of all customers. */
  readonly share: number;
  /**
   * The people of the household, whose names stand in `people` of deals; the first is a customer, each other is one in
   * so many parts of a hundred.
   *
   * @minItems 1
   */
  readonly household: readonly { readonly person: Slug; readonly customer?: number }[];
  /**
   * The deals that they may take, by the parts of a hundred in which they do; the first is taken where none other is.
   *
   * @minItems 1
   */
  readonly deals: readonly NetworkChoiceFile[];
  /** Of every amount, so many hundredths. */
  readonly percent: readonly [number, number];
}

export interface NetworkChoiceFile {
  readonly deal: Slug;
  /** Who asks for it; the first of the household unless said otherwise. */
  readonly by?: Slug;
  readonly share: number;
  /** How many times at most; once unless said otherwise. */
  readonly most?: number;
}

export interface NetworkDealFile {
  readonly deal: Slug;
  /** The base dossier. */
  readonly base: string;
  /** Who of the household stands in the file, by the number of the party in the base; all others are strangers. */
  readonly people: { readonly [party: string]: Slug };
  /** Days of the process from this one on move; those before are facts that stay. */
  readonly moves: Day;
  /** The first day on which such files begin; that of the network without it. */
  readonly from?: Day;
  /** Amounts that are not the customer’s own, in hundredths of those. */
  readonly percent?: readonly [number, number];
  readonly with?: { readonly [path: string]: unknown };
  readonly without?: readonly string[];
  /** Texts of the base that are one of others: the same for a customer, a unit or a file. */
  readonly texts?: readonly NetworkTextFile[];
}

export interface NetworkTextFile {
  readonly of: 'customer' | 'unit' | 'file';
  readonly text: string;
  /** Another text that it is drawn with, so that both are the same. */
  readonly like?: string;
  /** @minItems 1 */
  readonly to: readonly string[];
}

export interface NetworkTurnFile {
  readonly turn: Slug;
  readonly title?: Words;
  /** Of which deals; of all without it. */
  readonly deals?: readonly Slug[];
  readonly when?: Feel;
  /** In which share of the files, from 0 to 1; in all without it. */
  readonly share?: Feel;
  /** The day of parameters and tables; the day on which the files are seen without it. */
  readonly day?: Feel;
  /**
   * Of files that another of the same customer follows: the day is that on which the other begins, and the text at the
   * path `of` in the other stands at `to` in this one, where there is room for it.
   */
  readonly followed?: { readonly of: string; readonly to: string };
  /** Days of the process from one on come so many working days later. */
  readonly later?: { readonly from: Feel; readonly workingDays: readonly [number, number] };
  /** What came after a day has not happened; of records that are kept, the days alone are taken out. */
  readonly cut?: { readonly after: Feel; readonly keep?: readonly string[] };
  readonly with?: { readonly [path: string]: unknown };
  readonly without?: readonly string[];
  /** Of these paths those where nothing stands are said to be verified to be none. */
  readonly none?: readonly string[];
  /** Each computed on the file as those before left it. */
  readonly set?: readonly NetworkSetFile[];
  readonly add?: readonly NetworkAddFile[];
  /** It breaks rules on purpose. */
  readonly breaks?: boolean;
}

export interface NetworkSetFile {
  readonly field: string;
  readonly is: Feel;
  /** A whole number between these is added: of a day, so many days. */
  readonly plus?: readonly [number, number];
  /** Of a number, so many hundredths between these. */
  readonly times?: readonly [number, number];
  /** A day is moved on to a working day. */
  readonly worked?: boolean;
  /**
   * A day becomes the last one not after it on which something is published each month: this day of the month, or the
   * next that is worked.
   *
   * @asType integer
   * @minimum 1
   * @maximum 28
   */
  readonly monthly?: number;
}

/** Elements at the end of a list; a list by time is put in order again. */
export interface NetworkAddFile {
  readonly list: string;
  /** The key of the list is numbered on from its letters: `E` becomes `E7`. */
  readonly row: { readonly [field: string]: unknown };
  readonly when?: Feel;
  readonly set?: readonly NetworkSetFile[];
  /** One on each of these days, of which those up to `after` are left out. */
  readonly from?: Feel;
  /** So many days between these behind the first. */
  readonly plus?: readonly [number, number];
  readonly after?: Feel;
  readonly until?: Feel;
  /** In months. */
  readonly every?: number;
  /** Fields of the row that have the day, so many days later or earlier. */
  readonly days?: { readonly [field: string]: number };
}

export interface NetworkPlantFile {
  readonly plant: Slug;
  readonly title: Words;
  /** @asType integer */
  readonly count: number;
  /** In one file, in the second of two of one customer, in all of theirs, or in the register. */
  readonly in: 'file' | 'second' | 'all' | 'register';
  /** Only in files that begin on this day or later, both of two. */
  readonly from?: Day;
  /**
   * The second of two begins at most so many days after the first.
   *
   * @asType integer
   */
  readonly within?: number;
  readonly deals?: readonly Slug[];
  readonly with?: { readonly [path: string]: unknown };
  readonly set?: readonly NetworkSetFile[];
  readonly add?: readonly NetworkAddFile[];
  /** Paths of a person’s number that become those of nobody else. */
  readonly strangers?: readonly string[];
  /** In the register: somebody of one post holds another at the same time, and does its work in files of theirs. */
  readonly posts?: { readonly holds: Identifier; readonly also: Identifier; readonly from: Day };
}

export interface NetworkRecordFile {
  /** The name of the file. */
  readonly to: string;
  readonly subject: Identifier;
  readonly base: string;
  /**
   * One for each unit of these kinds, behind those that other records write to the same file; without it, one. In the
   * texts of `with`, `{unit}` is the unit, `{under}` the one above, `{name}` its title, `{first}` who works there first.
   */
  readonly of?: readonly Slug[];
  readonly with?: { readonly [path: string]: unknown };
  readonly without?: readonly string[];
  /** Of a register of people: the fields of an entry. */
  readonly member?: { readonly unit: string; readonly branch: string; readonly joined: string };
  /** A list of posts, with how many people hold each. */
  readonly posts?: {
    readonly list: string;
    readonly post: string;
    readonly count: string;
    /** How many there are to be: one more where a place is vacant. */
    readonly places?: string;
    readonly with?: { readonly [path: string]: unknown };
  };
  /** A list of the people who work there. */
  readonly people?: {
    readonly list: string;
    readonly person: string;
    readonly post: string;
    readonly from?: string;
    readonly with?: { readonly [path: string]: unknown };
  };
}

/** `views/<name>.yaml`: what one page shows of a key (a customer, a centre) over all files that belong to it. */
export interface ViewFile {
  readonly view: Slug;
  readonly title: Words;
  readonly note?: Words;
  /** What the key is called. */
  readonly key: Words;
  /** By subject: the keys that one file belongs to, a text, number or day or a list of them, read of the file by itself. */
  readonly groupBy: ViewKeysFile;
  /** Wider groups (a household): the files of the key, and those of further keys that its files name. */
  readonly groups?: readonly ViewGroupFile[];
  /**
   * In the order in which they are shown.
   *
   * @minItems 1
   */
  readonly sections: readonly ViewSectionFile[];
}

export interface ViewKeysFile {
  readonly [subject: string]: Feel;
}

export interface ViewGroupFile {
  readonly group: Identifier;
  readonly title: Words;
  /** By subject: the further keys, read of each file of the key; `asked` is the key itself. */
  readonly groupBy: ViewKeysFile;
}

/**
 * A part of a view: facts, a table of what lists hold, a sum of such tables, or what the engine itself finds. Expressions
 * read `dossiers`, the files of the section's subject and group, and `asked`, the key.
 */
export interface ViewSectionFile {
  readonly section: Slug;
  readonly title: Words;
  readonly note?: Words;
  /** Whose files `dossiers` are; `dossier` unless said otherwise. */
  readonly subject?: Identifier;
  /** A wider group of the view; without it, the files of the key alone. */
  readonly group?: Identifier;
  /** Single values. */
  readonly facts?: readonly ViewFactFile[];
  /** The lists that rows go through, each inside the one before: `{ d: dossiers, c: d.contacts }`. */
  readonly each?: { readonly [variable: string]: Feel };
  /** Which elements are shown. */
  readonly when?: Feel;
  readonly columns?: readonly ViewColumnFile[];
  /** A day, number or text that rows are put in order by, the smallest first. */
  readonly orderBy?: Feel;
  /** The largest first. */
  readonly descending?: true;
  /** Totals of tables before it (`items.amount`), shown beside each other and added up. */
  readonly adds?: readonly ViewAddsFile[];
  /** What the total of these is called. */
  readonly total?: Words;
  /** What the engine finds on the files: open findings, those of rules that judge files together, steps to be done next. */
  readonly shows?: 'findings' | 'contradictions' | 'next';
}

export interface ViewFactFile {
  readonly fact: Identifier;
  readonly title: Words;
  readonly is: Feel;
}

export interface ViewColumnFile {
  readonly column: Identifier;
  readonly title: Words;
  readonly is: Feel;
  /** Added up below the table. */
  readonly total?: true;
}

export interface ViewAddsFile {
  /** A section and one of its columns that has a total: `items.amount`. */
  readonly of: string;
  readonly title?: Words;
}
