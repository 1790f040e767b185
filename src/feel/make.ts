import { whole } from '../values/rational.ts';
import type { Variables } from './bindings.ts';
import type { Builtin } from './builtins.ts';
import { signatureOf } from './builtins.ts';
import { comparedAs } from './checker.ts';
import { type Core, unwritten, type Variable } from './core.ts';
import type { ComparisonOperator } from './syntax.ts';
import { any, boolean, listOf, number, text, type Type } from './types.ts';
import type { Value } from './value.ts';

/** Core that nobody wrote: what steps ask of a file, and how its waivers are read. */

const span = unwritten;

export const theFile: Core = { kind: 'file', type: any, span };
export const governingDay: Core = { kind: 'day', type: { kind: 'date' }, span };
export const today: Core = { kind: 'today', type: { kind: 'date' }, span };
export const yes: Core = constant(true, boolean);
export const no: Core = constant(false, boolean);

export function constant(value: Value, type: Type): Core {
  return { kind: 'constant', type, value, span };
}

export function count(of: number): Core {
  return constant(whole(of), number('count'));
}

/** A field of a record; nothing that could be true of a field that its schema lacks. */
export function field(of: Core, record: Type, name: string): Core {
  const found = record.kind === 'context' ? record.fields.get(name) : undefined;
  if (!found) return constant(null, any);
  return { kind: 'field', type: found.type, of, field: found, span };
}

/** A parameter, as it is on a day. */
export function parameter(name: string, type: Type, on: Core): Core {
  return { kind: 'reference', what: 'parameter', name, type, on, span };
}

export function variable(of: Variable): Core {
  return { kind: 'variable', type: of.type, variable: of, span };
}

export function compare(operator: ComparisonOperator, left: Core, right: Core): Core {
  const compared = comparedAs(left.type, right.type);
  return { kind: 'comparison', type: boolean, operator, compared, left, right, span };
}

/** Whether a text is one of these. */
export function among(of: Core, words: readonly string[], variables: Variables): Core {
  const subject = variables.named('?', of.type);
  const tests = words.map((word) => {
    const value = constant(word, of.type.kind === 'text' ? of.type : text);
    return { kind: 'equal', compared: 'text', value } as const;
  });
  return { kind: 'membership', type: boolean, of, subject, tests, span };
}

/** All of them; what is always true is left out. */
export function all(...parts: readonly Core[]): Core {
  const told = parts.filter((part) => part !== yes);
  const [first] = told;
  if (told.includes(no)) return no;
  if (!first) return yes;
  return told.length === 1
    ? first
    : { kind: 'logic', type: boolean, operator: 'and', parts: told, span };
}

/** One of them; what is never true is left out. */
export function either(...parts: readonly Core[]): Core {
  const told = parts.filter((part) => part !== no);
  const [first] = told;
  if (told.includes(yes)) return yes;
  if (!first) return no;
  return told.length === 1
    ? first
    : { kind: 'logic', type: boolean, operator: 'or', parts: told, span };
}

export function not(of: Core): Core {
  if (of === yes || of === no) return of === yes ? no : yes;
  return { kind: 'logic', type: boolean, operator: 'not', parts: [of], span };
}

export function choose(condition: Core, then: Core, otherwise: Core): Core {
  if (condition === yes || then === otherwise) return then;
  if (condition === no) return otherwise;
  return { kind: 'if', type: then.type, condition, yes: then, no: otherwise, span };
}

export function isNone(of: Core): Core {
  return { kind: 'none', type: boolean, of, span };
}

export function outcome(rule: string): Core {
  return { kind: 'outcome', type: boolean, rule, span };
}

export function call(builtin: Builtin, ...args: readonly Core[]): Core {
  const type = signatureOf(builtin).gives(args.map((arg) => arg.type));
  return { kind: 'call', type, builtin, args, span };
}

/** The type of the elements of a list. */
export function elementType({ type }: Core): Type {
  return type.kind === 'list' ? type.of : any;
}

export function some(list: Core, element: Variable, satisfies: Core): Core {
  return {
    kind: 'quantifier',
    type: boolean,
    quantifier: 'some',
    variable: element,
    list,
    satisfies,
    span,
  };
}

export function every(list: Core, element: Variable, satisfies: Core): Core {
  return {
    kind: 'quantifier',
    type: boolean,
    quantifier: 'every',
    variable: element,
    list,
    satisfies,
    span,
  };
}

export function those(list: Core, element: Variable, condition: Core): Core {
  return { kind: 'filter', type: list.type, list, variable: element, condition, span };
}

/** `list.name` */
export function each(list: Core, name: string, variables: Variables): Core {
  const element = variables.element(elementType(list));
  const returns = field(variable(element), element.type, name);
  return { kind: 'map', type: listOf(returns.type), variable: element, list, returns, span };
}

export function listed(items: readonly Core[]): Core {
  return { kind: 'list', type: listOf(items[0]?.type ?? any), items, span };
}
