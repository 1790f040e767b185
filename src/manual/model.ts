import type { Labels } from '../words/manual.ts';
import type { Language } from '../base/language.ts';
import type { Point } from '../feel/sentence/sentence.ts';
import type { Confidence, SourceDocument } from '../rulebook/ast.ts';
import type { ClauseStatus } from '../rulebook/clause-status.ts';
import type { RiskFile, RuleKind, RuleLevel, SignatureFile, Words } from '../rulebook/files.ts';

/** Text of a rulebook that may have Markdown in it. */
export type Prose = string;

/** A case written beside a rule, and what became of it. */
export interface Example {
  readonly title: Words;
  readonly status: 'pass' | 'fail' | 'cannot-tell' | 'not-applicable' | 'waived';
  /** What the inspector is told. */
  readonly message?: Words;
  /** The values of the case that the rule read, or why it does not apply: `自付比例20%；最低自付比例20%`. */
  readonly facts?: Words;
  /** Titles of the fields that would decide it. */
  readonly missing?: readonly Words[];
}

/** A case that did not come to what it says, and where it is written. */
export interface FailedExample {
  readonly rule: string;
  readonly title: Words;
  /** File, line and column. */
  readonly place: string;
}

/** Of each outcome an executed case, by rule id, in the order in which they teach. */
export type Examples = ReadonlyMap<string, readonly Example[]>;

/** What the manual says, resolved to one day and one language. */
export interface Manual {
  readonly language: Language;
  readonly labels: Labels;
  /** Those of the rulebook itself, with which the labels of a language are all said. */
  readonly ownWords: string | undefined;
  /** ISO day on which limits and editions are read. */
  readonly asOf: string;
  readonly id: string;
  readonly version: string;
  /** Of the rulebook as it was read; absent where nobody told it. */
  readonly digest: string | undefined;
  readonly title: string;
  readonly issuer: string;
  /** It is no more than a draft, which says so on every page; with the cases that failed. */
  readonly draft: { readonly failed: readonly FailedEntry[] } | undefined;
  /** Absent while nobody has signed it. */
  readonly issue: Issue | undefined;
  /** Rules that were issued apart from the book. */
  readonly ownIssues: readonly (Named & { readonly issue: Issue })[];
  readonly book: Book;
  /** Clauses that nobody verified and someone answers for. */
  readonly accepted: readonly Accepted[];
  readonly note: Prose;
  readonly ruleCount: number;
  readonly reading: Reading;
  /** Of the kind of file that goes through the steps. */
  readonly products: readonly Named[];
  /** Its rules stand in one list, without stages and steps. */
  readonly isFlat: boolean;
  /** What another process calls its count of the steps; empty where none counts them. */
  readonly phases: string;
  /** Its last stage leads back to the first. */
  readonly isRing: boolean;
  readonly stages: readonly StagePage[];
  readonly changes: readonly Change[];
  /** What is other than in the last issue; absent where none was given. */
  readonly revision?: Revision;
  readonly tables: readonly TablePage[];
  /** Scoring models; the points of their characteristics are among the tables. */
  readonly models: readonly ModelPage[];
  readonly definitions: readonly DefinitionEntry[];
  readonly parameters: readonly ParameterEntry[];
  readonly codeSets: readonly CodeSetEntry[];
  readonly posts: readonly PostEntry[];
  readonly incompatible: readonly IncompatiblePair[];
  readonly documents: readonly DocumentEntry[];
  readonly specimens: readonly Specimen[];
  readonly terms: readonly TermEntry[];
  readonly sources: readonly SourceEntry[];
  readonly replacements: readonly Replacement[];
  readonly pending: readonly PendingClause[];
  /** Empty where a part of the rulebook is told. */
  readonly uncarried: readonly UncarriedClause[];
  /** Rules that judge nobody yet, or no longer. */
  readonly unissued: readonly (Named & {
    readonly status: 'draft' | 'repealed';
    /** The last day of a repealed rule. */
    readonly until: string | undefined;
  })[];
}

/** A scoring model, with the tables of its points by their ids. */
export interface ModelPage {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly note: Prose;
  readonly owner: string;
  readonly purpose: Prose;
  readonly leavesOut: Prose;
  /** What counts as bad; empty where nothing says so. */
  readonly outcome: string;
  readonly characteristics: readonly {
    readonly title: string;
    readonly why: Prose;
    readonly table: string;
  }[];
  readonly gradeTable: string;
  /** The latest first. */
  readonly editions: readonly ModelEdition[];
  readonly usedBy: readonly string[];
}

export interface ModelEdition extends Span {
  readonly inForce: boolean;
  readonly developedUntil: string;
  readonly developedOn: Prose;
  readonly validatedOn: string;
  readonly validUntil: string;
  readonly base: string;
  readonly grades: readonly {
    readonly title: string;
    /** Empty for the lowest. */
    readonly from: string;
    /** Empty for the highest. */
    readonly below: string;
    readonly means: Prose;
  }[];
  readonly basis: readonly Citation[];
  readonly note: Prose;
}

/** For whom a manual is: each audience has its parts of a rule's card, an auditor all of them. */
export type Audience = 'operation' | 'inspection' | 'audit' | 'red-lines';

/** Which of the rulebook a manual tells, and to whom. */
export interface Reading {
  readonly audience: Audience | undefined;
  /** Fields, expressions, references and files are told besides. */
  readonly isTechnical: boolean;
  /** It is a check-list for each step and product, and nothing else. */
  readonly isChecklists: boolean;
  /** Rules are left out. */
  readonly isPart: boolean;
  /** The post whose handbook it is. */
  readonly post: string | undefined;
  /** What was chosen, in words; nothing for the whole rulebook. */
  readonly chosen: readonly string[];
  /** How many issued rules the whole rulebook has. */
  readonly of: number;
}

/** A case that failed, in the language of the manual. */
export interface FailedEntry extends Omit<FailedExample, 'title'> {
  readonly title: string;
}

/** How it was issued: under which number, by whom, from when, and what becomes of files begun before. */
export interface Issue {
  readonly number: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly effectiveFrom: string;
  readonly transition: Prose;
}

/** What the rulebook says for the front; empty where it says nothing. */
export interface Book {
  readonly number: string;
  readonly owner: string;
  readonly secrecy: string;
  readonly signatures: readonly Signature[];
  readonly principles: readonly Principle[];
  /** The id of the table of authority. */
  readonly authority: string | undefined;
}

export interface Signature {
  readonly act: SignatureFile['act'];
  readonly by: string;
  readonly name: string;
  readonly on: string;
}

export interface Principle {
  readonly says: Prose;
  /** Those that have a value on the day. */
  readonly limits: readonly (Named & { readonly value: string })[];
}

export interface Accepted {
  readonly clause: string;
  readonly by: string;
  readonly on: string;
  readonly why: Prose;
}

/** A thing with a permanent id, and what people call it. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** ISO days; `until` is the last day, inclusive. */
export interface Span {
  readonly from: string;
  readonly until: string | undefined;
}

export interface StagePage extends Named {
  /** Its position in the whole rulebook, from 1. */
  readonly number: number;
  readonly purpose: Prose;
  /** It runs beside the others. */
  readonly isBeside: boolean;
  readonly steps: readonly StepPage[];
}

export interface StepPage extends Named {
  /** Its position in the whole rulebook: `2.3`. */
  readonly number: string;
  /** Of its file, from the folder of the rulebook. */
  readonly path: string;
  readonly branch: string | undefined;
  /** The title of the rulebook that brought it. */
  readonly owner: string;
  /** The phase that another process counts it to. */
  readonly phase: Named | undefined;
  readonly purpose: Prose;
  readonly takes: Prose;
  readonly gives: Prose;
  readonly kind: RuleKind;
  readonly level: RuleLevel;
  readonly posts: readonly Named[];
  readonly events: readonly Named[];
  readonly when: string | undefined;
  readonly after: readonly Named[];
  readonly within: StepWithin | undefined;
  /** Days that its rules set, each by the rule that reads it, where the step itself sets none. */
  readonly times: readonly StepTime[];
  readonly tasks: readonly { readonly post: Named; readonly does: Prose }[];
  readonly returns: readonly { readonly to: Named; readonly why: Prose }[];
  readonly talk: readonly TalkEntry[];
  readonly record: { readonly title: string; readonly says: Prose } | undefined;
  readonly documents: readonly Named[];
  readonly gate: readonly Named[];
  readonly basis: readonly Citation[];
  readonly editions: readonly Span[];
  readonly rules: readonly RulePage[];
  readonly next: Named | undefined;
}

/** What is said in one situation, what is never said, and by which rules. */
export interface TalkEntry {
  readonly when: Prose;
  /** Who says it; every post of the step where none is named. */
  readonly posts: readonly Named[];
  readonly say: Prose;
  readonly never: Prose;
  readonly why: readonly Named[];
}

/** How long a step may take on the day of the manual. */
export interface StepWithin {
  readonly workingDays: number;
  /** The title of the step that it runs from. */
  readonly from: string;
  /** The parameter that gives it. */
  readonly parameter: Named | undefined;
}

export interface StepTime {
  readonly rule: Named;
  readonly limit: Named;
  /** With its unit. */
  readonly value: string;
  /** The day that it runs from; empty where that takes a sentence. */
  readonly from: string;
  /** By when something has to be done, and not how long it is good for or what lies between. */
  readonly isDeadline: boolean;
}

export interface RulePage extends Named {
  readonly path: string;
  /** The rulebook it comes from, where that is not the one all others build on. */
  readonly branch: string | undefined;
  /** The rule it adds to. */
  readonly adds: string | undefined;
  readonly kind: RuleKind | undefined;
  readonly level: RuleLevel;
  /** The rulebook's own word for how grave a fail is, instead of the level. */
  readonly severity: string | undefined;
  readonly check: 'data' | 'manual' | 'both';
  readonly redLine: boolean;
  readonly force: Force;
  /** What its kind of file is called. */
  readonly subject: string;
  /** Whether the edition shown holds on the day, will hold, or did. */
  readonly state: 'in-force' | 'coming' | 'past';
  readonly edition: Span;
  /** Whether its files are of products. */
  readonly hasProducts: boolean;
  /** Those that it can be for, by what it says of products and by its conditions; undefined where it is for all. */
  readonly products: readonly Named[] | undefined;
  readonly posts: readonly Named[];
  /** What its acts are, for a rule that judges them one by one. */
  readonly each: Each | undefined;
  /** What files judged together have in common. */
  readonly group: string | undefined;
  /** The word that the schema of its files has for one of them; empty where it has none. */
  readonly file: string;
  readonly when: Point | undefined;
  /** What it asks, with its points. */
  readonly criterion: Point | undefined;
  /** The values that it names, each after those that it mentions. */
  readonly named: readonly NamedValue[];
  /** As written in the rule. */
  readonly expression: string | undefined;
  /** Undefined for a rule that is in force always. */
  readonly governingDay: string | undefined;
  readonly absenceFails: boolean;
  readonly limits: readonly Limit[];
  /** Of these what its card prints: what it rests on itself, and what it speaks of, by the words that it uses. */
  readonly spokenOf: readonly Limit[];
  /** What is settled and not yet in force of what it reads, the nearest first. */
  readonly coming: readonly Coming[];
  readonly fields: readonly FieldEntry[];
  readonly evidence: readonly Named[];
  readonly waiver: string | undefined;
  /** When to put it right, in the rulebook's words, and how. */
  readonly remedy: { readonly when: string; readonly text: Prose } | undefined;
  readonly risk: Risk | undefined;
  /** What a person judges of it; empty where the rule does not say. */
  readonly question: Prose;
  readonly how: Prose;
  readonly standard: Prose;
  readonly mistakes: Prose;
  readonly why: Prose;
  readonly note: Prose;
  readonly basis: readonly Citation[];
  /** By which a breach of what it rests on is punished. */
  readonly penalties: readonly Citation[];
  readonly history: readonly RuleHistory[];
  readonly limitHistory: readonly ParameterEntry[];
  readonly examples: readonly ExampleEntry[];
}

/** How a rule binds: 必须, 不得, 应当, 可以. */
export type Force = 'must' | 'must-not' | 'should' | 'may';

/** The records that a rule judges one by one. */
export interface Each {
  readonly list: string;
  /** `每份审批`; absent where the schema has no word for one. */
  readonly one: string | undefined;
}

/** A later edition of a limit: `says` is a value or a formula, nothing for a table or code set. */
export interface Coming extends Pick<Limit, 'id' | 'title' | 'kind' | 'says'> {
  readonly from: string;
}

interface Risk {
  readonly point: Prose;
  /** In the rulebook's words. */
  readonly type: string;
  readonly level: RiskFile['level'];
  readonly control: Prose;
  readonly post: string;
}

export interface NamedValue {
  readonly name: string;
  /** By which the card speaks of it; absent where it does not. */
  readonly title: string | undefined;
  readonly says: string;
  readonly written: string;
}

/** A definition, parameter, table or code set that a criterion reads, itself or through another. */
export interface Limit extends Named {
  readonly kind: 'definition' | 'parameter' | 'table' | 'codes';
  /** A value, or a formula; nothing for a table or code set. */
  readonly says: string;
  readonly edition: Span | undefined;
  /** It has always been so, as far as the rulebook goes. */
  readonly isSettled: boolean;
}

export interface FieldEntry {
  /** `合同 › 签署时间` */
  readonly title: string;
  readonly path: string;
  /** What its schema says of it besides. */
  readonly about?: string;
  /** Its own title, without that of the record. */
  readonly name: string;
  /** Title of the record that it belongs to; empty for a field of the file itself. */
  readonly record: string;
  readonly kind: FieldKind;
}

/** What values a field takes, in words. */
export interface FieldKind {
  /** 金额, 日期, 选项 */
  readonly title: string;
  /** Empty where nothing is counted. */
  readonly unit: string;
  /** The titles of the only words that it takes. */
  readonly words: readonly string[];
}

export interface RuleHistory extends Span {
  readonly isFirst: boolean;
  readonly title: string | undefined;
  /** Where they differ from the edition before. */
  readonly when: string | undefined;
  readonly criterion: string | undefined;
  readonly basis: readonly Citation[];
  readonly note: Prose;
}

export interface ExampleEntry {
  readonly title: string;
  readonly status: Example['status'];
  readonly message: string;
  readonly facts: string;
  readonly missing: readonly string[];
}

/** A clause as it is cited. */
export interface Citation {
  readonly ref: string;
  /** 《关于…的通知》 */
  readonly source: string;
  readonly number: string;
  /** 第三条“登记” */
  readonly clause: string;
  /** The institution's own, which a card cites by its number alone. */
  readonly isOwn: boolean;
  readonly confidence: Confidence;
  readonly verified: boolean;
  readonly text: Prose;
  /** The numbers, days and codes that it gives: `90 天`, `20%`. */
  readonly figures: readonly string[];
}

/** What changed on a day: rules and limits that began, were revised, or ended. */
export interface Change {
  readonly day: string;
  readonly sort: ChangeSort;
  readonly things: readonly ChangedThing[];
}

export interface ChangedThing extends Named {
  readonly what: string;
  /** Of a rule that was given another basis and judges as before: by which sources, as they are cited. */
  readonly cites?: string;
}

/** What an issue prints other than the last one did. */
export interface Revision {
  /** Version and day of the last issue. */
  readonly version: string;
  readonly asOf: string;
  readonly begun: readonly Named[];
  readonly ended: readonly Named[];
  readonly limits: readonly (Named & {
    readonly kind: 'parameter' | 'table' | 'definition' | 'codes';
    /** Of a parameter, as printed; empty where none was in force. */
    readonly before: string | undefined;
    readonly after: string | undefined;
    readonly usedBy: readonly string[];
  })[];
  readonly changed: readonly (Named & {
    readonly parts: readonly ('title' | 'criterion' | 'scope' | 'duties' | 'nature')[];
    /** No new edition was made of it: what it says was edited in place. */
    readonly isSameEdition: boolean;
  })[];
  readonly steps: readonly Named[];
  /** Rules that say the same on other clauses, by the source that is new. */
  readonly cited: readonly { readonly source: string; readonly rules: readonly Named[] }[];
}

export type ChangeSort =
  | 'rule-begins'
  | 'rule-revised'
  | 'rule-ends'
  | 'parameter'
  | 'table'
  | 'codes'
  | 'definition'
  | 'step';

export interface TablePage extends Named {
  /** The scoring model that it is a part of, which is told by itself. */
  readonly ofModel: string | undefined;
  readonly path: string;
  readonly takes: readonly TakenEntry[];
  readonly note: Prose;
  readonly hit: 'unique' | 'first';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The one in force first, then the coming ones, then the past ones backwards. */
  readonly editions: readonly TableEdition[];
  readonly usedBy: readonly string[];
}

export interface TableEdition extends Span {
  readonly inForce: boolean;
  readonly rows: readonly { readonly cells: readonly string[]; readonly note: Prose }[];
  readonly basis: readonly Citation[];
  readonly note: Prose;
}

/** What a definition or table is given where it is called. */
export interface TakenEntry {
  readonly name: string;
  readonly title: string;
  /** A path, a unit or a kind, as written. */
  readonly takes: string;
  readonly isElement: boolean;
}

export interface DefinitionEntry extends Named {
  readonly takes: readonly TakenEntry[];
  readonly note: Prose;
  readonly editions: readonly (Span & {
    readonly formula: string;
    readonly written: string;
    readonly basis: readonly Citation[];
  })[];
  readonly usedBy: readonly string[];
}

export interface ParameterEntry extends Named {
  readonly note: Prose;
  readonly stricter: 'higher' | 'lower' | undefined;
  readonly editions: readonly (Span & {
    readonly value: string;
    readonly inForce: boolean;
    readonly basis: readonly Citation[];
    readonly note: Prose;
  })[];
  readonly usedBy: readonly string[];
  /** Steps whose limit it is. */
  readonly limits: readonly Named[];
}

/** A code set: of each file how many codes it has, and the first of them. */
export interface CodeSetEntry extends Named {
  readonly path: string;
  readonly note: Prose;
  /** Of the codes and of the columns that rules read. */
  readonly heads: readonly string[];
  /** The one in force first, then the coming ones, then the past ones backwards. */
  readonly editions: readonly CodeSetEdition[];
  readonly usedBy: readonly string[];
}

export interface CodeSetEdition extends Span {
  readonly inForce: boolean;
  /** Name and digest of the file. */
  readonly file: string;
  readonly digest: string;
  readonly codes: number;
  /** The first rows: the code, and what each column says. */
  readonly rows: readonly (readonly string[])[];
  readonly basis: readonly Citation[];
  readonly note: Prose;
}

export interface PostEntry extends Named {
  readonly duties: Prose;
  readonly authority: Prose;
}

export interface IncompatiblePair {
  readonly posts: readonly string[];
  readonly why: Prose;
  readonly basis: readonly Citation[];
}

export interface DocumentEntry extends Named {
  readonly note: Prose;
  readonly steps: readonly Named[];
  readonly rules: readonly string[];
}

/** A clause that something rests on, and whose standing may change. */
export interface PendingClause extends Citation {
  /** Its first day, where that is yet to come. */
  readonly from: string | undefined;
  /** Its last day, where that is settled. */
  readonly until: string | undefined;
  readonly rules: readonly string[];
  readonly others: readonly Resting[];
}

/** A clause that nothing rests on, and what is done about it: who does it how, or why it does not apply. */
export interface UncarriedClause extends Citation {
  readonly status: ClauseStatus['kind'];
  readonly says: Prose;
}

/** Clauses that ended or were amended, those that took their place, and what rests on the latter since. */
export interface Replacement {
  /** With the last day of each. */
  readonly before: readonly (Citation & { readonly until: string })[];
  /** With the first day of each. */
  readonly after: readonly (Citation & { readonly from: string })[];
  readonly rules: readonly string[];
  readonly others: readonly Resting[];
}

/** A form as it is filled in, with values of a sound file. */
export interface Specimen {
  readonly document: Named;
  readonly note: Prose;
  readonly post: Named;
  /** The product that its file is of; undefined where files are of none. */
  readonly product: Named | undefined;
  /** What it has room for, and what stands there. */
  readonly lines: readonly { readonly title: string; readonly says: string }[];
}

/** A term of the glossary. */
export interface TermEntry extends Named {
  /** What it is called in the other languages of the rulebook. */
  readonly abroad: readonly string[];
  readonly means: Prose;
  readonly note: Prose;
  /** Words that must not stand for it. */
  readonly not: readonly string[];
}

/** A step, a limit or the list of incompatible posts, as something that rests on a clause. */
export interface Resting extends Named {
  readonly kind: 'step' | 'definition' | 'parameter' | 'table' | 'codes' | 'pair';
}

export interface SourceEntry extends Named {
  readonly path: string;
  readonly kind: 'regulation' | 'bank';
  readonly number: string;
  readonly issuer: string;
  readonly issued: string;
  readonly period: Span | undefined;
  readonly reviewedOn: string;
  readonly read: SourceDocument['read'];
  readonly clauses: readonly (Citation & {
    readonly rules: readonly string[];
    readonly others: readonly Resting[];
    /** Rules whose breach it punishes. */
    readonly punished: readonly string[];
  })[];
}
