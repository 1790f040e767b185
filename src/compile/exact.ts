import { bankDayOf, monthsBetween, workingDaysBetween, yearsBetween } from './days.ts';
import type { Frame, Trit } from './frame.ts';
import type { CompareTruth, List, Num, Truth } from './plan.ts';

/** How the rest of a plan is read. */
interface Read {
  readonly truth: (truth: Truth, frame: Frame) => Trit;
  /** Numbers about texts, which are never large. */
  readonly small: (num: Num, frame: Frame) => number;
}

/** A comparison read with big integers: slow, and right at any size. */
export function exactly(compare: CompareTruth, frame: Frame, read: Read): Trit {
  const left = exactNum(compare.left, frame, read);
  const right = exactNum(compare.right, frame, read);
  if (left === undefined || right === undefined) return 2;
  switch (compare.operator) {
    case '<':
      return left < right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '=':
      return left === right ? 1 : 0;
  }
}

/** undefined where the file does not settle it. */
function exactNum(num: Num, frame: Frame, read: Read): bigint | undefined {
  const inner = (of: Num) => exactNum(of, frame, read);
  const all = (parts: readonly Num[], join: (a: bigint, b: bigint) => bigint) =>
    fold(parts.map(inner), join);
  switch (num.kind) {
    case 'whole':
      return wholeOf(num.value);
    case 'slot':
      return wholeOf(frame.file.numbers[(frame.numbersAt[num.holder] ?? 0) + num.index]);
    case 'sum':
      return all(num.parts, (a, b) => a + b);
    case 'product':
      return all([num.left, num.right], (a, b) => a * b);
    case 'least':
      return all(num.parts, least);
    case 'most':
      return all(num.parts, most);
    case 'absolute': {
      const of = inner(num.of);
      return of !== undefined && of < 0n ? -of : of;
    }
    case 'choice': {
      const condition = read.truth(num.condition, frame);
      if (condition === 1) return inner(num.yes);
      const no = inner(num.no);
      return condition === 0 || inner(num.yes) === no ? no : undefined;
    }
    case 'dated': {
      const day = inner(num.day);
      const edition = num.editions.find(
        ({ from, until }) => day !== undefined && from <= day && day <= until,
      );
      return edition && inner(edition.is);
    }
    case 'table': {
      let found: bigint | undefined;
      let seen = false;
      let sure = false;
      let agree = true;
      for (const { matches, gives } of num.rows) {
        const match = read.truth(matches, frame);
        if (match === 0) continue;
        const value = inner(gives);
        if (!seen) found = value;
        else if (value === undefined || value !== found) agree = false;
        seen = true;
        if (match === 1) sure = true;
        if (match === 1 && num.first) break;
      }
      return sure && agree ? found : undefined;
    }
    case 'tally': {
      const found = elements(num.list, frame, read, () => 1n);
      return found && BigInt(found.length);
    }
    case 'distinct':
    case 'length':
      return wholeOf(read.small(num, frame));
    case 'total':
      return fold(
        [0n, ...(elements(num.list, frame, read, () => inner(num.of)) ?? [undefined])],
        (a, b) => a + b,
      );
    case 'lowest':
      return fold(elements(num.list, frame, read, () => inner(num.of)) ?? [], least);
    case 'highest':
      return fold(elements(num.list, frame, read, () => inner(num.of)) ?? [], most);
    case 'element':
      return elements(num.list, frame, read, () => inner(num.of))?.[num.position - 1];
    case 'day-of': {
      const of = inner(num.of);
      return of === undefined ? undefined : BigInt(bankDayOf(Number(of)));
    }
    case 'between': {
      const [from, to] = [
        Number(inner(num.from) ?? Number.NaN),
        Number(inner(num.to) ?? Number.NaN),
      ];
      if (num.what === 'months') return wholeOf(monthsBetween(from, to));
      if (num.what === 'years') return wholeOf(yearsBetween(from, to));
      return wholeOf(frame.calendar ? workingDaysBetween(frame.calendar, from, to) : undefined);
    }
  }
}

/** What each element that is kept is worth; undefined where that cannot be told of one. */
function elements(
  list: List,
  frame: Frame,
  read: Read,
  value: () => bigint | undefined,
): readonly (bigint | undefined)[] | undefined {
  const { numbers } = frame.file;
  const at = (frame.numbersAt[list.holder] ?? 0) + list.index;
  const count = numbers[at] ?? Number.NaN;
  if (Number.isNaN(count)) return undefined;
  const found: (bigint | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    frame.numbersAt[list.element] = (numbers[at + 1] ?? 0) + index * list.size.width;
    frame.textsAt[list.element] = (numbers[at + 2] ?? 0) + index * list.size.texts;
    const kept = list.where.reduce<Trit>((all, condition) => {
      const one = all === 0 ? 0 : read.truth(condition, frame);
      return one === 0 ? 0 : all === 2 ? 2 : one;
    }, 1);
    if (kept === 2) return undefined;
    if (kept === 1) found.push(value());
  }
  return found;
}

function fold(
  values: readonly (bigint | undefined)[],
  join: (a: bigint, b: bigint) => bigint,
): bigint | undefined {
  const [first, ...others] = values;
  return others.reduce(
    (a, b) => (a === undefined || b === undefined ? undefined : join(a, b)),
    first,
  );
}

function wholeOf(value: number | undefined): bigint | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : BigInt(value);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
