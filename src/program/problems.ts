/** What can be wrong once the parts of a rulebook are put together. */
export interface ProgramProblems {
  'program/cycle': { readonly names: readonly string[] };
  /** Definitions that use one another, one inside the other, more than `limit` times; `name` is the first that does. */
  'program/too-deep': { readonly name: string; readonly limit: number };
  /** A named value that nothing reads. */
  'program/unused-let': { readonly name: string };
  /** A named value, or a definition that takes arguments, that is larger or deeper than this with what it reads spelt out. */
  'program/too-large': { readonly name: string; readonly parts: number; readonly depth: number };
  /** What an argument takes is no field and no kind of value. */
  'program/takes': { readonly takes: string; readonly near: string | undefined };
  'program/no-value': {
    readonly name: string;
    readonly rule: string;
    /** Undefined where the rule has always been in force. */
    readonly from: string | undefined;
    readonly until: string | undefined;
  };
  /** A limit that a finding tells in another language, and in this one not. */
  'program/limit-untold': { readonly name: string };
  /** A rule without a governing day reads what changes with time. */
  'program/no-day': { readonly rule: string; readonly name: string; readonly from: string };
  /** A measure that cannot be computed as it is written. */
  'program/measure': { readonly reason: 'both' | 'neither' | 'share' | 'step' | 'scorecard' };
  /** An occasion, or rounds, of files that nobody can put together by customer; an `each` of none or several lists. */
  'program/occasion': { readonly reason: 'customer' | 'each' };
  /** A promise that cannot be told as it is written. */
  'program/promise': { readonly reason: 'scorecard' | 'known' | 'unit' | 'moment' };
  /** An appraisal that cannot be computed, or would not be fair, as it is written. */
  'program/appraisal': {
    readonly reason:
      | 'scorecard'
      | 'weights'
      | 'category'
      | 'target'
      | 'floor'
      | 'twice'
      | 'post-twice'
      | 'negative'
      | 'order';
    /** What it is about: a sum of weights, a measure, a post. */
    readonly what: string;
  };
  /** A measure of sales in an appraisal of a post that has to hold others in check. */
  'program/appraised-by-sales': { readonly measure: string; readonly post: string };
  /** A key that a rule for groups of files cannot have. */
  'program/scope': { readonly key: string };
  /** The rows of a register that are no list of records, share a name with its file, or are judged twice over. */
  'program/rows': { readonly reason: 'list' | 'clash' | 'each' | 'scope'; readonly name: string };
  /** A parameter moved that a rule or step reads in a way not proved to get stricter. */
  'program/unproved': {
    readonly name: string;
    readonly reader: string;
    readonly stricter: 'higher' | 'lower';
  };
  'program/finding': { readonly reason: string };
  /** A part of a subject's JSON Schema says no type we know; its fields are read as anything. */
  'program/schema': {
    readonly subject: string;
    readonly path: string;
    readonly what: string;
    /** Whether it is a word for sentences, without which the field is read all the same. */
    readonly ignored: boolean;
  };
  /** There is money, or there are date-times, and the rulebook does not say what it is in, or by which clock they go. */
  'program/no-currency': { readonly where: string };
  'program/no-zone': { readonly where: string };
  /** A section of a view that shows nothing or two things, or that reads what is not there. */
  'program/view': {
    readonly reason: 'one-of' | 'table' | 'key' | 'files' | 'group' | 'total' | 'taken';
    readonly name: string;
    readonly near?: string | undefined;
  };
  'program/unknown-path': { readonly path: string; readonly near: string | undefined };
}
