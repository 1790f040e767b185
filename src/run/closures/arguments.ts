import type { Builtin } from '../../feel/builtins.ts';
import type { Value } from '../../feel/value.ts';
import { type Argument, file, type List, type Num } from '../../plan/plan.ts';
import { isNarrow } from '../../plan/trust.ts';
import { type Part, partsOfArgument, visitParts } from '../../plan/walk.ts';
import { rational } from '../../values/rational.ts';
import { called } from '../calls.ts';
import { dateOf } from '../days.ts';
import type { Frame } from '../frame.ts';
import type { Closing, ExactAt } from './closing.ts';
import { walk } from './loops.ts';
import { mostQuick, quickFunction } from './quick.ts';

type ValueAt = (frame: Frame) => Value | undefined;

/**
 * What a built-in gives for the values of its arguments; undefined where one of them is not settled by the file.
 *
 * One that reads of no loop's element is called once a file.
 */
export function callOf(
  {
    builtin,
    args,
  }: { readonly builtin: Builtin; readonly args: readonly (Argument | undefined)[] },
  close: Closing,
): ValueAt {
  const given = args.map((arg) => arg && argumentOf(arg, close));
  const quick = quickFunction(builtin, args);
  const isOfFile = args.every((arg) => !arg || partsOfArgument(arg).every(readsFileOnly));
  const [first, second] = given;
  const once = quick && first ? quickly : call;
  return isOfFile ? onceAFile(once) : once;

  function quickly(frame: Frame): Value | undefined {
    const text = first?.(frame);
    if (text === undefined) return undefined;
    if (!quick || typeof text !== 'string' || text.length > mostQuick) return call(frame);
    const other = second?.(frame);
    if (second && other === undefined) return undefined;
    return quick(text, typeof other === 'string' ? other : undefined);
  }

  function call(frame: Frame): Value | undefined {
    const values: (Value | undefined)[] = [];
    for (const arg of given) {
      const value = arg?.(frame);
      if (arg && value === undefined) return undefined;
      values.push(value);
    }
    const { value, beyond } = called(builtin, values, close.plan.setting);
    frame.beyond ||= beyond;
    return value;
  }
}

function onceAFile(call: ValueAt): ValueAt {
  let turn = -1;
  let value: Value | undefined;
  return (frame) => {
    if (frame.turn === turn) return value;
    const before = frame.beyond;
    frame.beyond = false;
    value = call(frame);
    // what is beyond plans has to be found so by every rule that reads it
    turn = isBeyond(frame) ? -1 : frame.turn;
    frame.beyond ||= before;
    return value;
  };
}

function isBeyond({ beyond }: Frame): boolean {
  return beyond;
}

/** Whether a part reads nothing of an element that a loop around it has come to. */
function readsFileOnly(part: Part): boolean {
  const read = new Set<number>();
  const own = new Set<number>([file]);
  visitParts([part], (inner) => {
    if ('slot' in inner) read.add(inner.slot.row);
    if (inner.kind === 'piece' || inner.kind === 'rows') read.add(inner.row);
    if (inner.kind === 'rows' || inner.kind === 'pieces') own.add(inner.element);
    // what another rule said may be different the next time
    if (inner.kind === 'outcome') read.add(-1);
  });
  return [...read].every((row) => own.has(row));
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

/** Items of a list are often the same number over and over. */
function numberOf(of: ExactAt, by: bigint): ValueAt {
  let last: bigint | undefined;
  let value: Value | undefined;
  return (frame) => {
    const now = of(frame);
    if (now !== last) {
      last = now;
      value = fraction(now, 1n, by);
    }
    return value;
  };
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
