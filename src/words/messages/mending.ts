import type { Type } from '../../feel/types.ts';
import type { BuiltinUnit } from '../../feel/units.ts';

/** Why two types do not go together, as far as there is a known way to mend it. */
export type Mending =
  | 'union'
  | 'list'
  | 'date-time'
  | 'date-number'
  | 'date-text'
  | 'text-number'
  | 'text-boolean'
  | 'months-years'
  | 'days-working-days'
  | 'rate-rate-per-month'
  | 'rate-basis-points'
  | 'rate-months'
  | 'rate-days'
  | 'money-ratio'
  | 'ratio-percent'
  | 'count-percent'
  | 'percent-of'
  | 'own-units';

const unitMendings: readonly (readonly [BuiltinUnit, BuiltinUnit, Mending])[] = [
  ['months', 'years', 'months-years'],
  ['days', 'working-days', 'days-working-days'],
  ['rate', 'rate-per-month', 'rate-rate-per-month'],
  ['rate', 'basis-points', 'rate-basis-points'],
  ['rate', 'months', 'rate-months'],
  ['rate', 'days', 'rate-days'],
  ['money', 'ratio', 'money-ratio'],
  ['ratio', 'percent', 'ratio-percent'],
  ['count', 'percent', 'count-percent'],
];

/** The way to mend what stands side by side and may not; undefined where none is known. */
export function mendingOf(left: Type, right: Type): Mending | undefined {
  const types = [left, right];
  const has = (...kinds: readonly Type['kind'][]) => types.some(({ kind }) => kinds.includes(kind));
  if (has('union')) return 'union';
  if (has('list')) return 'list';
  if (has('date') && has('date-time')) return 'date-time';
  if (has('date', 'date-time') && has('number')) return 'date-number';
  if (has('date', 'date-time') && has('text')) return 'date-text';
  if (has('text') && has('number')) return 'text-number';
  if (has('text') && has('boolean')) return 'text-boolean';
  const units = types.flatMap((type) => (type.kind === 'number' && type.unit ? [type.unit] : []));
  if (units.length === 2 && units.some((unit) => typeof unit === 'object')) return 'own-units';
  const known = unitMendings.find(([a, b]) => units.includes(a) && units.includes(b))?.[2];
  return known ?? (units.length === 2 && units.includes('percent') ? 'percent-of' : undefined);
}

/** A word that stands for no number in a field of several kinds, to show how it is excluded. */
export function exampleWord(left: Type, right: Type): string | undefined {
  for (const type of [left, right]) {
    const text = type.kind === 'union' ? type.of.find(({ kind }) => kind === 'text') : undefined;
    const [word] = text?.kind === 'text' ? (text.words?.keys() ?? []) : [];
    if (word !== undefined) return word;
  }
  return undefined;
}
