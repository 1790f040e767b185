import type { Call, FunctionLiteral, Syntax } from '../syntax.ts';
import { isKind, type FunctionValue, type Value } from '../value.ts';
import { builtinNamed, callBuiltin, callBuiltinByName } from '../operations/builtins.ts';
import type { Evaluation } from './evaluation.ts';
import { nothing } from '../operations/operating.ts';
import { instanceOf } from './instance-of.ts';
import { withNames } from './scope.ts';
import { isUnknown } from '../operations/unknown.ts';

/** `callee(a, b)` or `callee(name: a)`: a function of the scope, else the built-in one of the name. */
export function callOf(node: Call, within: Evaluation): Value {
  const { callee, args } = node;
  const values = args.map(({ value }) => within.evaluate(value, within));
  const names = args.map(({ name }) => name).filter((name) => name !== undefined);
  const target = functionNamed(callee, names.length > 0 ? undefined : values, within);
  if (target.result !== undefined) return target.result;
  const { value } = target;
  if (isKind(value, 'function')) {
    return names.length === 0 ? value.call(values) : callNamed(value, names, values, within);
  }
  // A field of the same name is no function, and so hides none.
  if (callee.kind !== 'name' || !builtinNamed(callee.name)) {
    return isUnknown(value) ? value : nothing(within, ...values);
  }
  if (names.length === 0) return callBuiltin(callee.name, values, within);
  if (new Set(names).size < args.length) return nothing(within, ...values);
  const named = new Map(names.map((name, index) => [name, values[index] ?? null]));
  return callBuiltinByName(callee.name, named, within);
}

/** What the scope itself answers to the call, or what it has under the name. */
function functionNamed(
  callee: Syntax,
  args: readonly Value[] | undefined,
  within: Evaluation,
): { readonly result?: Value; readonly value: Value } {
  if (callee.kind !== 'name') return { value: within.evaluate(callee, within) };
  const result = args && within.scope.call?.(callee.name, args);
  if (result !== undefined) return { result, value: null };
  return { value: within.scope.get(callee.name) ?? null };
}

function callNamed(
  target: FunctionValue,
  names: readonly string[],
  values: readonly Value[],
  within: Evaluation,
): Value {
  const { parameters } = target;
  if (!parameters || names.some((name) => !parameters.includes(name)))
    return nothing(within, ...values);
  const named = new Map(names.map((name, index) => [name, values[index] ?? null]));
  if (named.size < parameters.length || names.length > parameters.length)
    return nothing(within, ...values);
  return target.call(parameters.map((name) => named.get(name) ?? null));
}

/** `function(a, b: number) body`: it keeps the names of the place where it stands. */
export function functionOf(node: FunctionLiteral, within: Evaluation): FunctionValue {
  const { parameters, body } = node;
  return {
    kind: 'function',
    parameters: parameters.map(({ name }) => name),
    call(args) {
      if (args.length !== parameters.length) return nothing(within, ...args);
      const named = new Map<string, Value>();
      for (const [index, { name, type }] of parameters.entries()) {
        const arg = args[index] ?? null;
        const taken = type === undefined || arg === null ? arg : conforming(arg, type, within);
        if (taken === undefined) return nothing(within, ...args);
        named.set(name, taken);
      }
      return within.evaluate(body, { ...within, scope: withNames(within.scope, named) });
    },
  };
}

/** The argument where it is of the parameter's type, or the one element of it, or the list of it, is. */
function conforming(
  arg: Value,
  type: NonNullable<FunctionLiteral['parameters'][number]['type']>,
  within: Evaluation,
): Value | undefined {
  const truth = instanceOf(arg, type, within);
  if (truth !== false) return arg;
  if (isKind(arg, 'list') && arg.items.length === 1) {
    const [only = null] = arg.items;
    if (only !== null && instanceOf(only, type, within) === true) return only;
  }
  if (type.name !== 'list') return undefined;
  const wrapped: Value = { kind: 'list', items: [arg] };
  return instanceOf(wrapped, type, within) === true ? wrapped : undefined;
}
