import type { Builtin } from '../../feel/builtins.ts';
import { printValue } from '../../feel/operations/print.ts';
import type { Value } from '../../feel/value.ts';
import type { Argument, List, Num } from '../../plan/plan.ts';
import { isNarrow } from '../../plan/trust.ts';
import { rational } from '../../values/rational.ts';
import { type Called, called } from '../calls.ts';
import { dateOf } from '../days.ts';
import type { Frame } from '../frame.ts';
import type { Closing, ExactAt } from './closing.ts';
import { walk } from './loops.ts';

type ValueAt = (frame: Frame) => Value | undefined;

/** What a built-in gives for the values of its arguments; undefined where one of them is not settled by the file. */
export function callOf(
  {
    builtin,
    args,
  }: { readonly builtin: Builtin; readonly args: readonly (Argument | undefined)[] },
  close: Closing,
): ValueAt {
  const given = args.map((arg) => arg && argumentOf(arg, close));
  return (frame) => {
    const values: (Value | undefined)[] = [];
    for (const arg of given) {
      const value = arg?.(frame);
      if (arg && value === undefined) return undefined;
      values.push(value);
    }
    const { value, beyond } = isCostly(builtin)
      ? remembered(builtin, values, frame)
      : called(builtin, values);
    frame.beyond ||= beyond;
    return value;
  };
}

function isCostly(builtin: Builtin): boolean {
  return builtin === 'annual cost';
}

function remembered(
  builtin: Builtin,
  values: readonly (Value | undefined)[],
  frame: Frame,
): Called {
  const key = `${builtin}(${values.map(exactly).join()})`;
  const known = frame.called.get(key);
  if (known) return known;
  const found = called(builtin, values);
  frame.called.set(key, found);
  return found;
}

/** A value as a text that no other value has. */
function exactly(value: Value | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (value.kind === 'number') return `${value.n}/${value.d}`;
  return value.kind === 'list' ? `[${value.items.map(exactly).join()}]` : printValue(value);
}

/** What an argument of a function is worth. */
export function argumentOf(arg: Argument, close: Closing): ValueAt {
  switch (arg.kind) {
    case 'number': {
      const of = wholeOf(arg.of, close);
      const over = arg.over && wholeOf(arg.over, close);
      const by = 10n ** BigInt(arg.scale);
      return (frame) => fraction(of(frame), over ? over(frame) : 1n, by);
    }
    case 'day': {
      const of = close.num(arg.of);
      return (frame) => dateOf(of(frame));
    }
    case 'text':
      return close.text(arg.of);
    case 'numbers': {
      const by = 10n ** BigInt(arg.scale);
      return together(arg.items.map((item) => numberOf(wholeOf(item, close), by)));
    }
    case 'texts':
      return together(arg.items.map(close.text));
    case 'numbers-of':
      return inList(arg.list, numberOf(wholeOf(arg.of, close), 10n ** BigInt(arg.scale)), close);
    case 'texts-of':
      return inList(arg.list, close.text(arg.of), close);
  }
}

function fraction(of: bigint | undefined, over: bigint | undefined, by: bigint): Value | undefined {
  if (of === undefined || over === undefined || over === 0n) return undefined;
  return rational(of, over * by);
}

function numberOf(of: ExactAt, by: bigint): ValueAt {
  return (frame) => fraction(of(frame), 1n, by);
}

/** A number exactly, by way of a double where that holds it. */
function wholeOf(num: Num, close: Closing): ExactAt {
  if (!isNarrow(num)) return close.exact(num);
  const at = close.num(num);
  return (frame) => {
    const value = at(frame);
    return Number.isNaN(value) ? undefined : BigInt(value);
  };
}

function together(items: readonly ValueAt[]): ValueAt {
  return (frame) => {
    const values = items.map((item) => item(frame));
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? { kind: 'list', items: known } : undefined;
  };
}

function inList(list: List, of: ValueAt, close: Closing): ValueAt {
  let items: (Value | undefined)[] = [];
  const run = walk(list, close, (frame) => {
    items.push(of(frame));
    return false;
  });
  return (frame) => {
    items = [];
    if (run(frame) === 2) return undefined;
    const known = items.filter((value) => value !== undefined);
    return known.length === items.length ? { kind: 'list', items: known } : undefined;
  };
}
