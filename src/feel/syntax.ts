/**
 * An expression as written: what `parse` makes of a FEEL text, before types are known.
 *
 * Every node knows the part of the text it came from, `start` up to `end` (UTF-16 units, from 0).
 */
export type Syntax =
  | NumberLiteral
  | TextLiteral
  | BooleanLiteral
  | NullLiteral
  | TemporalLiteral
  | Name
  | Path
  | Filter
  | ListLiteral
  | ContextLiteral
  | RangeLiteral
  | Call
  | Arithmetic
  | Negation
  | Comparison
  | Logic
  | If
  | For
  | Quantifier
  | Between
  | Membership
  | InstanceOf
  | FunctionLiteral;

interface Node {
  readonly start: number;
  readonly end: number;
}

/** `150000.00`; `text` is as written, so that no digit is lost. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly text: string;
}

/** `"FIRST"`; `value` has its escapes resolved. */
export interface TextLiteral extends Node {
  readonly kind: 'text';
  readonly value: string;
}

export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Node {
  readonly kind: 'null';
}

/** `@"2024-10-08"`: a date, time, date-time or duration, told by its form. */
export interface TemporalLiteral extends Node {
  readonly kind: 'temporal';
  readonly text: string;
}

/** A field, variable, definition, parameter, table or function; `?` is the value a unary test is about. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly name: string;
}

/** `of.name` */
export interface Path extends Node {
  readonly kind: 'path';
  readonly of: Syntax;
  readonly name: string;
  /** Where the name after the point stands. */
  readonly nameStart: number;
}

/** `of[by]`: an index when `by` is a number, else the elements for which `by` holds. */
export interface Filter extends Node {
  readonly kind: 'filter';
  readonly of: Syntax;
  readonly by: Syntax;
}

export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly items: readonly Syntax[];
}

export interface ContextLiteral extends Node {
  readonly kind: 'context';
  readonly entries: readonly { readonly key: string; readonly value: Syntax }[];
}

/** `[1..5)`, `(..5]`, or the unary forms `< 5`, `>= 1`, `= 3`, `!= 3` standing alone as a range value. */
export interface RangeLiteral extends Node {
  readonly kind: 'range';
  readonly low: Syntax | undefined;
  readonly high: Syntax | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** `callee(a, b)` or `callee(name: a, other: b)`. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly callee: Syntax;
  readonly args: readonly Argument[];
}

export interface Argument {
  /** Absent when given by position. */
  readonly name?: string;
  readonly value: Syntax;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Syntax;
  readonly right: Syntax;
}

/** `-of` */
export interface Negation extends Node {
  readonly kind: 'negation';
  readonly of: Syntax;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison extends Node {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Syntax;
  readonly right: Syntax;
}

/** `left and right`, `left or right`. `not(x)` is a call. */
export interface Logic extends Node {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly left: Syntax;
  readonly right: Syntax;
}

export interface If extends Node {
  readonly kind: 'if';
  readonly condition: Syntax;
  readonly yes: Syntax;
  readonly no: Syntax;
}

export interface Iterator {
  readonly name: string;
  /** A list, or where `to` is given the first of a run of whole numbers or dates. */
  readonly of: Syntax;
  readonly to?: Syntax;
}

export interface For extends Node {
  readonly kind: 'for';
  readonly iterators: readonly Iterator[];
  readonly returns: Syntax;
}

export interface Quantifier extends Node {
  readonly kind: 'quantifier';
  readonly quantifier: 'some' | 'every';
  readonly iterators: readonly Iterator[];
  readonly satisfies: Syntax;
}

/** `of between low and high`, both ends included. */
export interface Between extends Node {
  readonly kind: 'between';
  readonly of: Syntax;
  readonly low: Syntax;
  readonly high: Syntax;
}

/** `of in test` or `of in (test, test)`; also the cell of a decision table, where `of` is the column. */
export interface Membership extends Node {
  readonly kind: 'membership';
  readonly of: Syntax;
  readonly tests: readonly UnaryTest[];
}

/** What the value on the left of `in` is tried against. */
export type UnaryTest =
  | (Node & { readonly kind: 'any' })
  | (Node & { readonly kind: 'not'; readonly tests: readonly UnaryTest[] })
  | (Node & {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly to: Syntax;
    })
  | (Node & {
      /** Equal to it, inside it when it is a range or list, or true when it speaks of `?`. */
      readonly kind: 'value';
      readonly value: Syntax;
    });

export interface InstanceOf extends Node {
  readonly kind: 'instance-of';
  readonly of: Syntax;
  readonly type: TypeSyntax;
}

/** `number`, `list<string>`, `range<date>`, `context<a: number>`, `function<number> -> string`. */
export interface TypeSyntax extends Node {
  readonly name: string;
  readonly args: readonly TypeSyntax[];
  readonly fields: readonly { readonly name: string; readonly type: TypeSyntax }[];
  readonly result?: TypeSyntax;
}

export interface FunctionLiteral extends Node {
  readonly kind: 'function';
  readonly parameters: readonly { readonly name: string; readonly type?: TypeSyntax }[];
  readonly body: Syntax;
}
