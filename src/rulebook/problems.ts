import type { Diagnostic } from '../base/diagnostic.ts';
import type { CellKind } from './code-cells.ts';
import type { CsvReason } from './csv.ts';

/** What can be wrong with the files of a rulebook, apart from their YAML and their expressions. */
export interface RulebookProblems {
  'rulebook/no-manifest': { readonly folder: string };
  'rulebook/format': { readonly format: string };
  'rulebook/unknown-key': {
    readonly key: string;
    readonly near: string | undefined;
    /** A comma in braces cut it off a text. */
    readonly cut: boolean;
  };
  'rulebook/missing-key': { readonly key: string };
  'rulebook/wrong-type': { readonly key: string; readonly wanted: string };
  'rulebook/unknown-word': {
    readonly word: string;
    readonly words: readonly string[];
    readonly near: string | undefined;
  };
  'rulebook/pattern': { readonly text: string; readonly pattern: string };
  'rulebook/schema': { readonly reason: string };
  'rulebook/source-heading': { readonly heading: string };
  /** A clause's line of status is not of its form. */
  'rulebook/source-status': Readonly<Record<string, never>>;
  /** The figures of a clause are not of their form. */
  'rulebook/source-figures': Readonly<Record<string, never>>;
  /** A clause reads otherwise than when its rules were last compared with it. */
  'rulebook/clause-changed': {
    readonly clause: string;
    readonly rules: readonly string[];
    readonly on: string;
  };
  /** What rests on a clause is not what it was last compared with. */
  'rulebook/rules-changed': {
    readonly clause: string;
    readonly rules: readonly string[];
    readonly on: string;
  };
  /** Whoever compared a clause with its original found that they differ. */
  'rulebook/review-differs': {
    readonly clause: string;
    readonly rules: readonly string[];
    readonly on: string;
  };
  'rulebook/source-header': { readonly reason: string };
  'rulebook/file-name': { readonly name: string; readonly wanted: string };
  'rulebook/missing-file': { readonly path: string };
  /** In `list` there is no word of a rule whose file is there. */
  'rulebook/unlisted': { readonly id: string; readonly list: string };
  /** Listed by a step in whose folder it does not lie; `step` is the one in which it does. */
  'rulebook/other-step': { readonly id: string; readonly step: string };
  'rulebook/listed-twice': { readonly id: string };
  /** Steps that come after one another in a ring, the first of them again at the end. */
  'rulebook/step-cycle': { readonly steps: readonly string[] };
  /** A text that is in another language than its key says, by its letters. */
  'rulebook/other-language': { readonly language: string };
  /** A `#` after a blank, where YAML ends a text that has no quotes. */
  'rulebook/cut-text': { readonly kept: string };
  /** A file that nothing reads. */
  'rulebook/unread': { readonly path: string; readonly near: string | undefined };
  'rulebook/duplicate-id': { readonly id: string };
  'rulebook/name-taken': { readonly name: string };
  /** Something of the extended rulebook's is written again. */
  'rulebook/redefined': { readonly what: ReferenceKind; readonly name: string };
  /** A parameter moved the other way than its `stricter` says, or on days that have no value to move. */
  'rulebook/loosened': {
    readonly name: string;
    readonly value: string;
    readonly limit: string | undefined;
    readonly stricter: 'higher' | 'lower';
    readonly from: string;
  };
  /** A parameter without `stricter` moved. */
  'rulebook/fixed': { readonly name: string };
  /** A table completed that its rulebook does not leave open. */
  'rulebook/closed': { readonly name: string };
  /** A rule that adds to another has a `when` of its own. */
  'rulebook/narrowed': Readonly<Record<string, never>>;
  /** Two keys of which exactly one is wanted. */
  'rulebook/insert': { readonly one: string; readonly other: string };
  'rulebook/extends': { readonly path: string; readonly reason: ExtendsReason };
  'rulebook/unknown-reference': {
    readonly what: ReferenceKind;
    readonly name: string;
    readonly near: string | undefined;
  };
  'rulebook/unknown-currency': { readonly code: string; readonly near: readonly string[] };
  'rulebook/unknown-zone': { readonly zone: string; readonly near: string | undefined };
  /** Another currency or zone than that of the extended rulebook. */
  'rulebook/other-setting': {
    readonly key: 'currency' | 'zone';
    readonly given: string;
    readonly inherited: string;
  };
  'rulebook/impossible-date': { readonly text: string };
  /** A share that is many times the whole. */
  'rulebook/share': { readonly value: string; readonly part: string };
  'rulebook/edition-gap': { readonly after: string; readonly before: string };
  /** `until`: the last day of the edition before, where it has one; `wanted`: that which would do. */
  'rulebook/edition-overlap': {
    readonly from: string;
    readonly until: string | undefined;
    readonly wanted: string;
  };
  /** An edition stands behind one of a later day. */
  'rulebook/edition-order': { readonly from: string; readonly before: string };
  'rulebook/edition-backwards': { readonly from: string; readonly until: string };
  'rulebook/language': { readonly language: string };
  'rulebook/half-width': { readonly found: string; readonly wanted: string };
  /** A word that the glossary lists as not to be used for a term; in the case it is written in. */
  'rulebook/not-the-term': { readonly word: string; readonly term: string };
  /** A word that may not be listed as not to be used for a term. */
  'rulebook/glossary-word': {
    readonly word: string;
    readonly term: string;
    /** It is inside the term itself, it is another term, or it is listed for another term. */
    readonly why: 'own' | 'other' | 'twice';
    /** The other term, where there is one. */
    readonly other: string | undefined;
  };
  /** A task of a post that the step does not have. */
  'rulebook/task-post': {
    readonly post: string;
    readonly posts: readonly string[];
    readonly near: string | undefined;
  };
  /** A file is sent back to a step that comes later, or that runs beside the others. */
  'rulebook/return-ahead': { readonly step: string; readonly to: string };
  /** The limit of a step is a number, which a parameter gives by the same clause. */
  'rulebook/limit-twice': { readonly number: number; readonly parameter: string };
  /** The limit of a step is a parameter that does not count working days. */
  'rulebook/limit-unit': { readonly parameter: string; readonly unit: string };
  'rulebook/incomplete': { readonly key: string; readonly edition: string };
  'rulebook/manual-require': { readonly id: string };
  'rulebook/stray-answer': { readonly id: string; readonly key: 'answer' | 'question' };
  /** Says that it began with its source, which began on another day; or it has no beginning. */
  'rulebook/since': { readonly from: string; readonly source: string | undefined };
  /** A clause is marked as read in the original, and its source names no text that was, or one that is no original. */
  'rulebook/not-read': {
    /** Those that are. */
    readonly clauses: readonly string[];
    readonly source: string;
    readonly text: string | undefined;
  };
  /** A clause is marked as read in the original, and its number or that of its source was not seen. */
  'rulebook/number-not-seen': { readonly clause: string; readonly source: string };
  /** A clause waits for its text, which nobody verified, and gives figures, or is what a rule or limit rests on. */
  'rulebook/pending-relied-on': { readonly clause: string; readonly what: 'figures' | 'basis' };
  /** An edition begins before any of the sources that it rests on; `source`: the day on which the first of them does. */
  'rulebook/before-source': {
    readonly from: string;
    readonly source: string;
    readonly sources: readonly string[];
  };
  /** An edition goes on after all of the sources that it rests on have ended; `source`: the last day of the last of them. */
  'rulebook/after-source': {
    readonly until: string | undefined;
    readonly source: string;
    readonly sources: readonly string[];
  };
  /** Says why it ended, and has no last day. */
  'rulebook/ended-open': Readonly<Record<string, never>>;
  /** Has a last day, and does not say why. */
  'rulebook/until-unexplained': { readonly until: string };
  'rulebook/repealed-open': { readonly id: string };
  'rulebook/manual-scope': { readonly id: string };
  'rulebook/unsigned': { readonly id: string };
  'rulebook/draft-cited': { readonly id: string };
  'rulebook/unverified-basis': { readonly clause: string; readonly confidence: string };
  'rulebook/no-cases': { readonly id: string };
  'rulebook/cases-lack': { readonly outcome: string };
  /** A CSV file is not as RFC 4180 has it, or is too large. */
  'rulebook/csv': { readonly why: CsvReason; readonly limit: number };
  /** A row has more or fewer cells than the header. */
  'rulebook/csv-cells': { readonly cells: number; readonly columns: number };
  /** A column that a code set names is not in the header of its file, or twice. */
  'rulebook/csv-column': {
    readonly column: string;
    readonly times: number;
    readonly near: string | undefined;
  };
  /** A cell is no number, date or truth, as its column wants. */
  'rulebook/csv-cell': {
    readonly text: string;
    readonly column: string;
    readonly wanted: Exclude<CellKind, 'text'>;
  };
  'rulebook/code-empty': { readonly column: string };
  'rulebook/code-twice': { readonly code: string };
  /** The digest of a CSV file is not written down, or another one. */
  'rulebook/digest': {
    readonly file: string;
    readonly digest: string;
    readonly isWritten: boolean;
  };
  /** A rulebook that builds on another was written for an earlier version of it, or a later one. */
  'rulebook/built-on': { readonly builtOn: string; readonly version: string };
  /** Of two phases the later begins before the earlier ends, or a phase ends before it begins. */
  'rulebook/phase-order': { readonly phase: string; readonly step: string };
  /** What a step has its posts say holds a word that a rule forbids. */
  'rulebook/forbidden-word': { readonly word: string; readonly rule: string };
  /** What a rule names as its list of forbidden words is no list of texts that is written out. */
  'rulebook/word-list': { readonly name: string };
  'rulebook/table-shape': { readonly cells: number; readonly columns: number };
  /** A scoring model that cannot be computed, or must not be used, as it is written. */
  'rulebook/model': { readonly reason: ModelReason; readonly name: string };
  /** The last edition of a model in force on a day was to be validated again before. */
  'rulebook/model-expired': {
    readonly name: string;
    readonly validUntil: string;
    readonly today: string;
  };
}

/** What is wrong with a model: a characteristic twice or without points, a band, the order of grades or of days, or use past its validation. */
export type ModelReason = 'twice' | 'points' | 'band' | 'grades' | 'days' | 'beyond';

/** Why the rulebook that another extends is not read. */
export type ExtendsReason = 'absolute' | 'missing' | 'nested' | 'cycle' | 'depth';

/** What a name in a rulebook may refer to. */
export type ReferenceKind =
  | 'rulebook'
  | 'post'
  | 'document'
  | 'rule'
  | 'step'
  | 'stage'
  | 'clause'
  | 'source'
  | 'calendar'
  | 'dossier'
  | 'definition'
  | 'claim'
  | 'parameter'
  | 'table'
  | 'code set'
  | 'schema'
  | 'file'
  | 'field'
  | 'product'
  | 'measure'
  | 'promise'
  | 'network'
  | 'deal'
  | 'person'
  | 'subject'
  | 'severity'
  | 'unit'
  | 'remedy'
  | 'risk'
  | 'term'
  | 'event'
  | 'view'
  | 'occasion'
  | 'model'
  | 'characteristic'
  | 'appraisal';

/** What a check finds, one after the other. */
export type ProblemsFound = Generator<Diagnostic<RulebookProblems>>;
