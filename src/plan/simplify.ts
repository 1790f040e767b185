import type { CompareTruth, Edition, Num, Truth } from './plan.ts';

/** Truths put together, leaving out what is settled already. */

export const yes: Truth = { kind: 'known', value: 1 };
export const no: Truth = { kind: 'known', value: 0 };
export const untold: Truth = { kind: 'known', value: 2 };

export function allOf(parts: readonly Truth[]): Truth {
  return joined('all', parts, 0);
}

export function anyOf(parts: readonly Truth[]): Truth {
  return joined('any', parts, 1);
}

function joined(kind: 'all' | 'any', parts: readonly Truth[], decides: 0 | 1): Truth {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  if (flat.some((part) => part.kind === 'known' && part.value === decides)) return known(decides);
  const open = flat.filter((part) => part.kind !== 'known' || part.value === 2);
  const [only] = open;
  if (!only) return known(decides === 0 ? 1 : 0);
  return open.length === 1 ? only : { kind, parts: open };
}

export function notOf(of: Truth): Truth {
  if (of.kind === 'known') return of.value === 2 ? of : known(of.value === 1 ? 0 : 1);
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

/** True where a truth is known, unknown where it is not. */
export function isTold(of: Truth): Truth {
  return anyOf([of, notOf(of)]);
}

/** `yes` or `no` as the condition says; where it does not, what both agree on. */
export function choiceOf(condition: Truth, yes: Truth, no: Truth): Truth {
  if (condition.kind === 'known' && condition.value !== 2) return condition.value === 1 ? yes : no;
  return yes === no ? yes : { kind: 'choice', condition, yes, no };
}

/** `of` where a condition that is never false holds; else unknown. */
export function given(condition: Truth, of: Truth): Truth {
  return choiceOf(condition, of, untold);
}

export function compared(operator: CompareTruth['operator'], left: Num, right: Num): Truth {
  if (left.kind !== 'whole' || right.kind !== 'whole')
    return { kind: 'compare', operator, left, right };
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return untold;
  const holds =
    operator === '='
      ? left.value === right.value
      : operator === '<'
        ? left.value < right.value
        : left.value <= right.value;
  return holds ? yes : no;
}

export function datedTruth(
  day: Num | undefined,
  sole: boolean,
  editions: readonly Edition<Truth>[],
): Truth {
  return { kind: 'dated', day, sole, editions };
}

function known(value: 0 | 1): Truth {
  return value === 1 ? yes : no;
}
