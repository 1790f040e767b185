import type { Draw } from './draw.ts';
import { dayAfter, type Limits } from './limits.ts';
import type { NumberShape, RecordShape, Shape } from './shapes.ts';

/** A loan file as the JSON value that its text writes. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;

export interface JsonRecord {
  readonly [name: string]: Json;
}

export interface DossierOptions {
  /** Of a hundred fields and elements so many are not filled in. */
  readonly holes: number;
  /** So many are filled in wrongly. */
  readonly malformed: number;
}

/** Random files of a subject, on the limits that its rules mention and right beside them. */
export function randomDossier(
  shape: RecordShape,
  limits: Limits,
  draw: Draw,
  options: DossierOptions,
): JsonRecord {
  const { id: _, ...file } = recordOf(shape, limits, draw, options);
  return { id: 'T1', ...file };
}

/** A value of a shape; never a hole or malformed itself, though there may be some inside. */
export function randomValue(
  shape: Shape,
  limits: Limits,
  draw: Draw,
  options: DossierOptions,
): Json {
  switch (shape.kind) {
    case 'record':
      return recordOf(shape, limits, draw, options);
    case 'list':
      return listOf(shape, limits, draw, options);
    case 'union':
      return randomValue(draw.one(shape.of), limits, draw, options);
    case 'number':
      return numberOf(shape, limits, draw);
    case 'word':
      return draw.one([
        ...shape.words,
        ...(shape.lenient ? [...shape.words, 'Z', 'z'] : []),
        ...(shape.blank ? ['', ' '] : []),
      ]);
    case 'boolean':
      return draw.chance(50);
    case 'text':
      return draw.one([
        ...limits.texts,
        ...limits.texts,
        'z',
        'aab',
        '急,ab',
        ...(shape.blank ? blanks : []),
      ]);
    case 'date':
      return dayOf(limits, draw);
    case 'date-time':
      return draw.chance(80) ? draw.one(limits.moments) : `${dayOf(limits, draw)}T10:00:00+08:00`;
  }
}

function recordOf(
  { fields }: RecordShape,
  limits: Limits,
  draw: Draw,
  options: DossierOptions,
): JsonRecord {
  return Object.fromEntries(
    fields.flatMap(({ name, shape, none }): [string, Json][] => {
      if (draw.chance(none ? 40 : options.holes)) return draw.chance(70) ? [] : [[name, null]];
      return [[name, maybeMalformed(shape, limits, draw, options)]];
    }),
  );
}

function listOf(
  { of, key }: Extract<Shape, { kind: 'list' }>,
  limits: Limits,
  draw: Draw,
  options: DossierOptions,
): readonly Json[] {
  const length = draw.weighted([
    [3, 0],
    [4, 1],
    [4, 2],
    [2, 3],
  ]);
  return Array.from({ length }, (_, index) => {
    if (draw.chance(options.holes)) return null;
    const value = maybeMalformed(of, limits, draw, options);
    // elements are numbered, so that they can be told apart in whatever is said of them
    const isKeyed = key !== undefined && isRecord(value) && typeof value[key] === 'string';
    return isKeyed ? { ...value, [key]: `K${index + 1}` } : value;
  });
}

function maybeMalformed(shape: Shape, limits: Limits, draw: Draw, options: DossierOptions): Json {
  return draw.chance(options.malformed)
    ? malformed(shape, draw)
    : randomValue(shape, limits, draw, options);
}

const blanks = ['', '', ' ', '\t'];

/** What a field of the shape cannot hold. */
export function malformed(shape: Shape, draw: Draw): Json {
  switch (shape.kind) {
    case 'record':
      return draw.one<Json>(['x', 3, []]);
    case 'list':
      return draw.one<Json>(['x', 3, { a: 1 }]);
    case 'number':
      return draw.one<Json>(['x', true, 1e200, [1]]);
    case 'boolean':
      return draw.one<Json>(['yes', 1]);
    case 'date':
      return draw.one<Json>(['2024-02-30', 20_240_101, '2024-1-1', '2024-01-01T10:00:00+08:00']);
    case 'date-time':
      return draw.one<Json>(['2024-02-30T10:00:00+08:00', '2024-02-28', 5]);
    case 'word':
      return draw.one<Json>(shape.lenient ? [5, false, ['A']] : ['Z', 5, false]);
    case 'text':
      return draw.one<Json>([5, true, {}]);
    case 'union':
      return draw.one<Json>([[1], { a: 1 }]);
  }
}

function numberOf({ unit, whole, positive }: NumberShape, limits: Limits, draw: Draw): number {
  const numbers = limits.numbers[unit];
  const limit = draw.one(numbers);
  const fractions = unit === 'none' || unit === 'kWh' ? 4 : 6;
  const digits = unit === 'money' ? limits.decimals : fractions;
  const step =
    whole || unit === 'count' || unit === 'years' ? 1 : unit === 'money' ? 10 ** -digits : 0.0001;
  const value = draw.weighted<() => number>([
    [5, () => limit],
    [2, () => limit + step],
    [2, () => limit - step],
    // a share of one limit, so that quotients come to lie on limits too
    [2, () => limit * draw.one(limits.numbers.ratio)],
    [1, () => limit * 2],
    [1, () => draw.whole(0, 400)],
  ])();
  const fine = unit === 'none' || unit === 'percent' || unit === 'kWh' || unit === 'ratio';
  // more digits than plans keep, and than doubles tell apart
  if (fine && !whole && draw.chance(1)) return draw.one([24.240000000000002, 0.1 + 0.2, 1e-7]);
  // a part of what is counted is more than plans keep, and leaves what reads it to the evaluator
  const isCounted = unit === 'count' || unit === 'months' || unit === 'days';
  const rounded =
    whole || (isCounted && draw.chance(90)) ? Math.round(value) : Number(value.toFixed(digits));
  const sign = positive ? Math.abs(rounded) : rounded;
  return sign === 0 ? 0 : sign;
}

function dayOf({ days }: Limits, draw: Draw): string {
  return dayAfter(draw.one(days), draw.one([0, 0, 0, 0, 1, -1, 30, -31, 366]));
}

export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
