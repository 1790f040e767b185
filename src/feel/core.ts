import type { ComparisonOperator, ArithmeticOperator, Syntax } from './syntax.ts';
import type { Field, Type } from './types.ts';

/**
 * An expression after checking: every name resolved, every node with its type.
 *
 * About a dozen kinds of node, from which sentences are printed and explanations walk. `syntax` is the text it came from.
 */
export type Core =
  | ConstantCore
  | FieldCore
  | VariableCore
  | ReferenceCore
  | CallCore
  | ArithmeticCore
  | ComparisonCore
  | LogicCore
  | IfCore
  | QuantifierCore
  | FilterCore
  | MapCore
  | ListCore
  | MembershipCore
  | InstanceCore;

interface Node {
  readonly type: Type;
  readonly syntax: Syntax;
}

export interface ConstantCore extends Node {
  readonly kind: 'constant';
  /** As a person would write it; a word of an enumeration without quotes. */
  readonly text: string;
}

/** A field of the dossier, or of a record inside it. */
export interface FieldCore extends Node {
  readonly kind: 'field';
  /** Absent for a field of the dossier itself. */
  readonly of?: Core;
  readonly field: Field;
}

/** A variable of `each`, `some`, `every` or `for`. */
export interface VariableCore extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

/** A definition, parameter or table, read on the governing day or on the day that is given. */
export interface ReferenceCore extends Node {
  readonly kind: 'reference';
  readonly what: ReferenceKind;
  readonly name: string;
  readonly on?: Core;
}

export type ReferenceKind = 'definition' | 'parameter' | 'table';

export interface CallCore extends Node {
  readonly kind: 'call';
  readonly builtin: string;
  /** In the order of the parameters; undefined for an optional one left out. */
  readonly args: readonly (Core | undefined)[];
}

export interface ArithmeticCore extends Node {
  readonly kind: 'arithmetic';
  /** `-` with `left` absent is negation. */
  readonly operator: ArithmeticOperator;
  readonly left?: Core;
  readonly right: Core;
}

export interface ComparisonCore extends Node {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Core;
  readonly right: Core;
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
  readonly variable: string;
  readonly list: Core;
  readonly satisfies: Core;
}

/** The elements for which `condition` holds, or the one at position `index`. */
export interface FilterCore extends Node {
  readonly kind: 'filter';
  readonly list: Core;
  readonly condition?: Core;
  readonly index?: Core;
}

/** `for variable in list return returns`, and `list.field`. */
export interface MapCore extends Node {
  readonly kind: 'map';
  readonly variable?: string;
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
  readonly tests: readonly TestCore[];
}

/** `of instance of number`: which of its kinds a value of a union is. */
export interface InstanceCore extends Node {
  readonly kind: 'instance-of';
  readonly of: Core;
  readonly is: Extract<Type['kind'], 'number' | 'text' | 'boolean' | 'date' | 'time' | 'date-time'>;
}

export type TestCore =
  | { readonly kind: 'equal'; readonly value: Core }
  /** Inside a list that is a value. */
  | { readonly kind: 'inside'; readonly list: Core }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly to: Core }
  | {
      readonly kind: 'range';
      readonly low: Core | undefined;
      readonly high: Core | undefined;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  | { readonly kind: 'not'; readonly tests: readonly TestCore[] }
  /** A test that speaks of `?` itself. */
  | { readonly kind: 'holds'; readonly condition: Core }
  | { readonly kind: 'any' };
