import type { Builtin } from './builtins.ts';
import type { ArithmeticOperator, ComparisonOperator } from './syntax.ts';
import type { Facts, Field, Noun, Personal, Title, Type } from './types.ts';
import type { Value } from './value.ts';

/**
 * An expression after checking: every name resolved to what owns it, every constant a value, every operation told by
 * the types of its operands. Nothing that reads it resolves anything again.
 */
export type Core =
  | ConstantCore
  | FileCore
  | DayCore
  | TodayCore
  | FieldCore
  | VariableCore
  | LetCore
  | ReferenceCore
  | CodesCore
  | OutcomeCore
  | CallCore
  | ArithmeticCore
  | ComparisonCore
  | NoneCore
  | LogicCore
  | IfCore
  | QuantifierCore
  | FilterCore
  | PositionCore
  | MapCore
  | ListCore
  | MembershipCore
  | InstanceCore;

/** A part of the text that an expression was written in: UTF-16 units from 0, the end not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: Type;
  /** Where it stands in its expression; empty for what nobody wrote. */
  readonly span: TextSpan;
}

export interface ConstantCore extends Node {
  readonly kind: 'constant';
  readonly value: Value;
}

/** The dossier itself, or the group of dossiers that are judged together. */
export interface FileCore extends Node {
  readonly kind: 'file';
}

/** The governing day, which picked the edition. Rules do not write it; what is made from steps and waivers does. */
export interface DayCore extends Node {
  readonly kind: 'day';
}

/** The day that lateness is judged on; none (`= null`) where nobody gave one. */
export interface TodayCore extends Node {
  readonly kind: 'today';
}

/** A field of the record that owns it: the dossier, an element of a list, or a record inside one of those. */
export interface FieldCore extends Node {
  readonly kind: 'field';
  readonly of: Core;
  /** As its schema has it; `type` may be narrower, where a condition around tells of which kind it is. */
  readonly field: Field;
}

/** What a loop, a filter or `each` has come to, or the value under test. */
export interface Variable {
  /** No two of a program are the same. */
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  /** Nobody named it: in `parties[amount > 1]` and in `parties.amount` fields go by their bare names. */
  readonly implicit?: true;
  /** What people call it, where it is an argument of a definition or table. */
  readonly title?: Title;
  /** Of an argument of a definition or table: how a sentence speaks of it. */
  readonly spokenAs?: SpokenAs;
  /** Of an argument that stands for a field: what kind of personal data that is. */
  readonly personal?: Personal;
}

/** How a sentence speaks of what a definition is given. */
export type SpokenAs =
  /** One of several of a kind, which its title tells apart: 另一方当事人. */
  | { readonly by: 'title' }
  /** The only day or moment: 该日. */
  | { readonly by: 'day' }
  /** The only thing, which is a text without a title. */
  | { readonly by: 'text' }
  /** A record, by its key: 该名当事人. */
  | { readonly by: 'record'; readonly noun: Noun }
  /** A field of a record: 该次审批的时间. */
  | { readonly by: 'field'; readonly noun: Noun | undefined };

export interface VariableCore extends Node {
  readonly kind: 'variable';
  readonly variable: Variable;
}

/** An expression, and the text that it was written in. */
export interface Formula {
  readonly core: Core;
  readonly yaml: { readonly text: string };
}

/** A value that a rule gives a name; one and the same object wherever it is read. */
export interface Local extends Formula {
  readonly name: string;
  /** Absent for a mere abbreviation, which sentences spell out. */
  readonly title: Title | undefined;
  /** Of a truth: how a sentence says it. */
  readonly facts?: Facts;
}

export interface LetCore extends Node {
  readonly kind: 'let';
  readonly local: Local;
}

/** A definition, parameter or table, read on the governing day or on the day that is given. */
export interface ReferenceCore extends Node {
  readonly kind: 'reference';
  readonly what: ReferenceKind;
  readonly name: string;
  /** What it is given, in the order in which it takes them; absent where it takes nothing. */
  readonly args?: readonly Core[];
  readonly on?: Core;
  /** The row of a register whose fields it reads. */
  readonly row?: Variable;
}

export type ReferenceKind = 'definition' | 'parameter' | 'table';

/**
 * What a code set says of a code, on the governing day or on the day that is given: whether it is listed, or a column
 * of its row, unknown where it is not listed.
 */
export interface CodesCore extends Node {
  readonly kind: 'codes';
  readonly name: string;
  readonly of: Core;
  /** Absent where it is asked whether the code is listed. */
  readonly column?: Field;
  readonly on?: Core;
}

/** Whether a rule of the program was met, which a gate asks: true where it did not apply, false where it failed. */
export interface OutcomeCore extends Node {
  readonly kind: 'outcome';
  readonly rule: string;
}

export interface CallCore extends Node {
  readonly kind: 'call';
  readonly builtin: Builtin;
  /** In the order of the parameters; undefined for an optional one left out. */
  readonly args: readonly (Core | undefined)[];
}

/** What is added, taken off, multiplied or divided. */
export type Operands =
  | 'numbers'
  | 'texts'
  /** A day or moment, and a duration. */
  | 'day and duration'
  | 'duration and day'
  /** Two days or two moments: the time from the right one to the left one. */
  | 'days'
  | 'durations';

export interface ArithmeticCore extends Node {
  readonly kind: 'arithmetic';
  /** `-` with `left` absent is negation. */
  readonly operator: ArithmeticOperator;
  readonly operands: Operands;
  readonly left?: Core;
  readonly right: Core;
}

/** A kind that values are compared in; `mixed` where the values themselves tell, as those of a union do. */
export type Compared =
  | 'number'
  | 'text'
  | 'boolean'
  | 'date'
  | 'date-time'
  | 'time'
  | 'days-duration'
  | 'months-duration'
  | 'list'
  | 'context'
  | 'mixed';

export interface ComparisonCore extends Node {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly compared: Compared;
  readonly left: Core;
  readonly right: Core;
}

/** `x = null`: whether it was verified that there is none. `x != null` is the `not` of it. */
export interface NoneCore extends Node {
  readonly kind: 'none';
  readonly of: Core;
}

/** All the parts of a run of `and`, or of `or`; `not` has one part. */
export interface LogicCore extends Node {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or' | 'not';
  readonly parts: readonly Core[];
}

export interface IfCore extends Node {
  readonly kind: 'if';
  readonly condition: Core;
  readonly yes: Core;
  readonly no: Core;
}

export interface QuantifierCore extends Node {
  readonly kind: 'quantifier';
  readonly quantifier: 'some' | 'every';
  readonly variable: Variable;
  readonly list: Core;
  readonly satisfies: Core;
}

/** The elements for which `condition` holds. */
export interface FilterCore extends Node {
  readonly kind: 'filter';
  readonly list: Core;
  readonly variable: Variable;
  readonly condition: Core;
}

/** The element at a position counted from 1, or from the end where negative. */
export interface PositionCore extends Node {
  readonly kind: 'position';
  readonly list: Core;
  readonly position: Core;
}

/** `for variable in list return returns`, and `list.field`, whose variable is implicit. */
export interface MapCore extends Node {
  readonly kind: 'map';
  readonly variable: Variable;
  readonly list: Core;
  readonly returns: Core;
  /** `returns` is the loop of a further variable: its elements are joined into one list. */
  readonly joined?: true;
}

export interface ListCore extends Node {
  readonly kind: 'list';
  readonly items: readonly Core[];
  /** Written as a run of whole numbers, `1..12`. */
  readonly run?: true;
}

/** `of in tests` and `of between low and high`. */
export interface MembershipCore extends Node {
  readonly kind: 'membership';
  readonly of: Core;
  /** `?` in a test that `holds`. */
  readonly subject: Variable;
  readonly tests: readonly TestCore[];
  /** Written `is listed(of)`: the tests are all the codes of its schema. */
  readonly listed?: true;
}

/** `of instance of number`: which of its kinds a value of a union is. */
export interface InstanceCore extends Node {
  readonly kind: 'instance-of';
  readonly of: Core;
  readonly is: Extract<Type['kind'], 'number' | 'text' | 'boolean' | 'date' | 'time' | 'date-time'>;
}

export type TestCore =
  | { readonly kind: 'equal'; readonly compared: Compared; readonly value: Core }
  /** `null`: verified to be none. */
  | { readonly kind: 'none' }
  /** Inside a list that is a value. */
  | { readonly kind: 'inside'; readonly compared: Compared; readonly list: Core }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly compared: Compared;
      readonly to: Core;
    }
  | {
      readonly kind: 'range';
      readonly compared: Compared;
      readonly low: Core | undefined;
      readonly high: Core | undefined;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  | { readonly kind: 'not'; readonly tests: readonly TestCore[] }
  /** A test that speaks of `?` itself. */
  | { readonly kind: 'holds'; readonly condition: Core }
  | { readonly kind: 'any' };

/** Where what nobody wrote stands. */
export const unwritten: TextSpan = { start: 0, end: 0 };
