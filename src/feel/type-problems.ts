import type { ArithmeticOperator, ComparisonOperator } from './syntax.ts';
import type { Type } from './types.ts';

/** What can be wrong with the names, types and units of an expression that reads well. */
export interface TypeProblems {
  'feel/unknown-name': { readonly name: string; readonly near: string | undefined };
  'feel/unknown-field': {
    readonly name: string;
    readonly of: string;
    readonly near: string | undefined;
  };
  'feel/unknown-function': { readonly name: string; readonly near: string | undefined };
  'feel/unknown-word': {
    readonly word: string;
    readonly words: readonly string[];
    readonly near: string | undefined;
  };
  /** A code without its quotes, or by its title; `word` is the code. */
  'feel/unquoted': { readonly name: string; readonly word: string };
  /** A value of several kinds where one is wanted. */
  'feel/several-kinds': {
    readonly wanted: Type;
    /** Those in the way. */
    readonly others: readonly Type[];
    /** The condition behind which it is of the kind that is wanted. */
    readonly test: string;
  };
  /** The text `""` beside a field that has no blank. */
  'feel/blank': { readonly name: string };
  'feel/no-fields': { readonly name: string; readonly of: Type };
  'feel/type': { readonly wanted: Type; readonly found: Type };
  'feel/compare': {
    readonly operator: ComparisonOperator;
    readonly left: Type;
    readonly right: Type;
  };
  'feel/unit': { readonly operator: ArithmeticOperator; readonly left: Type; readonly right: Type };
  'feel/branches': { readonly yes: Type; readonly no: Type };
  'feel/mixed-list': { readonly first: Type; readonly other: Type };
  'feel/arguments': { readonly name: string; readonly parameters: readonly string[] };
  /** What is given for an argument of a definition or table is of another kind or unit. */
  'feel/argument': {
    readonly name: string;
    readonly argument: string;
    readonly wanted: Type;
    /** The list of which an element is wanted. */
    readonly list: string | undefined;
    readonly found: Type;
  };
  'feel/profile': { readonly construct: Construct };
  'feel/name-taken': { readonly name: string };
  /** A title that stands for neither of two things: both have it, or one has it for a name. */
  'feel/ambiguous-title': {
    readonly title: string;
    readonly first: string;
    readonly second: string;
  };
  /** A code set stands where a value is wanted, or is asked in no way that there is. */
  'feel/code-set': { readonly name: string; readonly columns: readonly string[] };
  /** A date, time or duration that there is none of, such as 30 February. */
  'feel/literal': { readonly text: string };
  /** A text that says how a date is written, and does not; undefined where it is not written out. */
  'feel/date-form': { readonly form: string | undefined; readonly forms: readonly string[] };
  /** Digits after the point asked of a number that is computed, and so was never written. */
  'feel/not-written': { readonly name: string };
  /** A regular expression that cannot be read. */
  'feel/pattern': { readonly pattern: string };
  /** What schemas say of the two sides, as ranges, decides the comparison whatever the file holds. */
  'feel/always': {
    readonly truth: boolean;
    /** Absent where the kind of the field decides, and not its range. */
    readonly left: string | undefined;
    readonly right: string | undefined;
  };
}

/** Problems that leave the meaning of an expression clear: the rule still judges. */
const harmless: ReadonlySet<string> = new Set<keyof TypeProblems>(['feel/always']);

export function isHarmless({ code }: { readonly code: string }): boolean {
  return harmless.has(code);
}

/** What of FEEL a rule may not use, because it cannot be typed or bounded. */
export type Construct =
  | 'function'
  | 'context'
  | 'instance-of'
  | 'power'
  | 'call-of-value'
  | 'open-run'
  | 'question-mark';

export type TypeProblem = {
  readonly [C in keyof TypeProblems]: {
    readonly code: C;
    readonly params: TypeProblems[C];
    /** Offsets in the text of the expression. */
    readonly start: number;
    readonly end: number;
    /** What to write instead, where that is certain. */
    readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
  };
}[keyof TypeProblems];
