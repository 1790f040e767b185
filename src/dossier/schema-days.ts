import type { Field, Type } from '../feel/types.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { compareDates, type PlainDate } from '../values/temporal.ts';
import type { JsonSchema } from './schema.ts';
import { isSchema, settled } from './schema-parts.ts';

/** The believable days of a field. */
export type BelievableDays = Pick<Field, 'earliest' | 'latest' | 'endless'>;

/** Or what of the marks is not understood. */
export type DaysRead = BelievableDays | { readonly wrong: string };

export const noDays: BelievableDays = {};

const names = ['earliest', 'latest', 'endless'] as const;

/** Lists and alternatives inside each other, at most. */
const deepest = 8;

/**
 * What the marks of a schema say, or those of its elements or of one of its alternatives.
 *
 * @param otherwise - what holds for a mark that is not there
 */
export function daysOf(schema: JsonSchema, root: JsonSchema, otherwise: DaysRead): DaysRead {
  const marks = names.flatMap((name) => markIn(name, schema, root) ?? []);
  if (marks.length === 0) return otherwise;
  const bad = marks.find((mark) => dayOf(mark) === undefined);
  if (bad) return { wrong: shown(bad) };
  const own: BelievableDays = Object.fromEntries(marks.map((mark) => [mark.name, dayOf(mark)]));
  if ('wrong' in otherwise) return own.earliest && own.latest ? inOrder(own) : otherwise;
  return inOrder({ ...otherwise, ...own });
}

function inOrder(days: BelievableDays): DaysRead {
  const marks = names.flatMap((name) => {
    const day = days[name];
    return day ? [{ name, day }] : [];
  });
  for (const [index, { name, day }] of marks.entries()) {
    const next = marks[index + 1];
    if (next && compareDates(day, next.day) > 0)
      return { wrong: `x-${name}: ${printDate(day)} > x-${next.name}: ${printDate(next.day)}` };
  }
  return days;
}

/** Whether a day is believable by these marks. */
export function isBelievable(
  day: PlainDate,
  { earliest, latest, endless }: BelievableDays,
): boolean {
  if (endless && compareDates(day, endless) === 0) return true;
  return !(
    (earliest && compareDates(day, earliest) < 0) ||
    (latest && compareDates(day, latest) > 0)
  );
}

/** Whether a day stands in a field of this type. */
export function holdsDays(type: Type): boolean {
  switch (type.kind) {
    case 'date':
    case 'date-time':
      return true;
    case 'list':
      return holdsDays(type.of);
    case 'union':
      return type.of.some(holdsDays);
    default:
      return false;
  }
}

/** A mark of its own that a schema has. */
export function markOf(schema: JsonSchema): string | undefined {
  return names.map((name) => `x-${name}` as const).find((mark) => schema[mark] !== undefined);
}

interface Mark {
  readonly name: (typeof names)[number];
  /** Schemas come from a file: what should be a text may be anything. */
  readonly value: unknown;
}

function markIn(
  name: Mark['name'],
  schema: JsonSchema,
  root: JsonSchema,
  depth = 0,
): Mark | undefined {
  const value: unknown = schema[`x-${name}`];
  if (value !== undefined) return { name, value };
  if (depth > deepest) return undefined;
  const choice: unknown = schema.anyOf ?? schema.oneOf;
  const parts: readonly unknown[] = Array.isArray(choice) ? choice : [schema.items];
  for (const part of parts.filter(isSchema)) {
    const mark = markIn(name, settled(part, root), root, depth + 1);
    if (mark) return mark;
  }
  return undefined;
}

function dayOf({ value }: Mark): PlainDate | undefined {
  return typeof value === 'string' ? parseDate(value) : undefined;
}

function shown({ name, value }: Mark): string {
  return `x-${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}
