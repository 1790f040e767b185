import type { Value } from '../../feel/value.ts';
import type { Argument, Num, Text, Truth } from '../../plan/plan.ts';
import { printNum, printTruth } from '../../plan/print.ts';
import type { Part } from '../../plan/walk.ts';
import { builtinOf, type Opaque } from '../opaque.ts';
import type { Sort } from '../script.ts';
import { renumbered } from '../structure.ts';
import { app, equal, isLiteral, told, type Trit, type Val } from '../term.ts';
import type { At, Inside } from './inside.ts';
import { keyOf } from './remembered.ts';

export type Unknowns = ReturnType<typeof newUnknowns>;

/** What has no form that a solver understands: it may come to anything, so that what is proved all the same holds. */
export function newUnknowns({ world, script, computing, num, text }: Inside) {
  const unknowns = new Map<string, Val>();
  const unlisted = new Map<string, Val>();
  const opaque: Opaque[] = [];
  return { opaque, anything, anyTruth, builtin, byDays, split, unlooked };

  /** The same for the same text of it, and anything at all. */
  function anything(
    printed: string,
    at: At,
    part: Part,
    why: string,
    args: readonly Val[] = [],
    compute?: Opaque['compute'],
  ): Val {
    const key = `${printed} ${keyOf(part, at)}`;
    const known = unknowns.get(key);
    if (known) return known;
    const result = { known: script.declare('Bool', `${why}?`), is: script.declare('Int', why) };
    unknowns.set(key, result);
    for (const arg of args) {
      script.assert(app('=>', result.known, arg.known));
      for (const term of [arg.known, arg.is]) if (!isLiteral(term)) script.watch(term);
    }
    opaque.push({ why, args, result, compute });
    return result;
  }

  /** What may come of a list with more records than are looked at: anything, and the same for the same text of it. */
  function unlooked(printed: string, at: At, part: Part, sort: Sort): Val {
    const key = `${sort} ${renumbered(printed)} ${keyOf(part, at)}`;
    const free = unlisted.get(key) ?? {
      known: script.declare('Bool', 'more?'),
      is: script.declare(sort, 'more'),
    };
    unlisted.set(key, free);
    return free;
  }

  function anyTruth(part: Truth, at: At, why: string): Trit {
    const { known, is } = anything(printTruth(part), at, part, why);
    return told(known, equal(is, '1'));
  }

  function builtin<V extends Num | Text | Truth>(
    part: Extract<V, { kind: 'called' }>,
    printed: string,
    at: At,
    back: (value: Value) => bigint | undefined,
  ): Val {
    const call = builtinOf(part.builtin, part.args, computing.setting, world.textOf);
    const args = call ? part.args.flatMap((arg) => (arg ? argument(arg, at) : [])) : [];
    const compute = (given: readonly bigint[]) => {
      const value = call?.(given);
      return value === undefined ? undefined : back(value);
    };
    return anything(printed, at, part, part.builtin, args, call && compute);
  }

  function argument(arg: Argument, at: At): readonly Val[] {
    switch (arg.kind) {
      case 'number':
        return [num(arg.of, at), ...(arg.over ? [num(arg.over, at)] : [])];
      case 'day':
        return [num(arg.of, at)];
      case 'text':
        return [text(arg.of, at)];
      default:
        return [];
    }
  }

  function byDays(
    part: Num,
    at: At,
    why: string,
    args: readonly Num[],
    count: (...days: number[]) => number,
  ): Val {
    const given = args.map((arg) => num(arg, at));
    return anything(printNum(part), at, part, why, given, (values) => {
      const value = count(...values.map(Number));
      return Number.isNaN(value) ? undefined : BigInt(value);
    });
  }

  /** A value of the pieces of a text. */
  function split(sort: Sort): Val {
    const free = { known: script.declare('Bool', 'split?'), is: script.declare(sort, 'split') };
    opaque.push({ why: 'split', args: [], result: free, compute: undefined });
    return free;
  }
}
