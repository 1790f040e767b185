import type { Builtin } from '../feel/builtins.ts';
import type { Value } from '../feel/value.ts';
import type { Argument } from '../plan/plan.ts';
import { called } from '../run/calls.ts';
import { dateOf } from '../run/days.ts';
import { rational } from '../values/rational.ts';
import type { Setting } from '../values/setting.ts';
import { and, equal, type Term, type Val, whole } from './term.ts';
import type { Model } from './witness.ts';

/**
 * A function that a solver does not know. It may come to anything, so that what is proved holds all the same; what it
 * comes to for the values of a file that was found is computed, and told the solver before it is asked again.
 */
export interface Opaque {
  readonly why: string;
  readonly args: readonly Val[];
  readonly result: Val;
  /** Absent for what is not computed here. */
  readonly compute: ((args: readonly bigint[]) => bigint | undefined) | undefined;
}

/** What is true of the functions at the arguments of a model. */
export interface Learnt {
  readonly facts: readonly Term[];
  /** That the arguments are these. */
  readonly pins: readonly Term[];
}

export function learnt(all: readonly Opaque[], model: Model): Learnt {
  const facts: Term[] = [];
  const pins: Term[] = [];
  for (const { args, result, compute } of all) {
    const values = args.map(({ known, is }) => {
      const value = valueIn(model, is);
      return valueIn(model, known) === true && typeof value === 'bigint' ? value : undefined;
    });
    const given = values.filter((value) => value !== undefined);
    if (!compute || given.length < args.length) continue;
    const same = and(
      ...args.flatMap(({ known, is }, index) => [known, equal(is, whole(given[index] ?? 0n))]),
    );
    const value = compute(given);
    const comes =
      value === undefined
        ? equal(result.known, 'false')
        : and(result.known, equal(result.is, whole(value)));
    facts.push(`(=> ${same} ${comes})`);
    pins.push(same);
  }
  return { facts, pins };
}

function valueIn(model: Model, term: Term): bigint | boolean | undefined {
  if (term === 'true' || term === 'false') return term === 'true';
  if (/^\d+$/u.test(term)) return BigInt(term);
  return model.get(term);
}

/** A built-in of single values, by the numbers that stand for them. */
export function builtinOf(
  builtin: Builtin,
  args: readonly (Argument | undefined)[],
  setting: Setting,
  textOf: (code: bigint) => string,
): ((given: readonly bigint[]) => Value | undefined) | undefined {
  if (args.some((arg) => arg && !isSingle(arg))) return undefined;
  return (given) => {
    const rest = [...given];
    const values = args.map((arg) => arg && valueOf(arg, rest, textOf));
    if (values.some((value, index) => args[index] && value === undefined)) return undefined;
    return called(builtin, values, setting).value;
  };
}

function isSingle({ kind }: Argument): boolean {
  return kind === 'number' || kind === 'day' || kind === 'text';
}

function valueOf(
  arg: Argument,
  rest: bigint[],
  textOf: (code: bigint) => string,
): Value | undefined {
  const first = rest.shift() ?? 0n;
  switch (arg.kind) {
    case 'number': {
      const over = arg.over ? (rest.shift() ?? 0n) : 1n;
      return over === 0n ? undefined : rational(first, over * 10n ** BigInt(arg.scale));
    }
    case 'day':
      return dateOf(Number(first));
    case 'text':
      return textOf(first);
    default:
      return undefined;
  }
}
