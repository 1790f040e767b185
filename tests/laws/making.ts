import type { Draw } from './draw.ts';
import type { Limits } from './limits.ts';
import type { Env, Place } from './places.ts';
import type { ListShape, NumberUnit, RecordShape, Shape } from './shapes.ts';
import type { Term } from './term.ts';

/** Makes terms that type, leaning on limits and equalities; undefined where the place offers nothing of the sort. */
export interface Grammar extends Tools {
  readonly truth: Make;
  readonly day: Make;
  readonly moment: Make;
  readonly text: Make;
  /** One of some words, with the place or name that says which. */
  readonly word: (env: Env, depth: number, words: readonly string[]) => Term;
  /** A number that counts this, or a bare one. */
  readonly number: (unit: NumberUnit, env: Env, depth: number) => Term;
  /** One that is not bare. */
  readonly counted: (unit: NumberUnit, env: Env, depth: number) => Term | undefined;
  /** A number of the unit or a text, whichever it comes to. */
  readonly either: (unit: NumberUnit, env: Env, depth: number) => Term | undefined;
  readonly records: (env: Env, depth: number) => Records | undefined;
  readonly list: (sort: string, env: Env, depth: number) => Term | undefined;
}

export type Make = (env: Env, depth: number) => Term;

export interface Records {
  readonly term: Term;
  readonly of: RecordShape;
}

/** What the parts of the grammar share. */
export interface Tools {
  readonly draw: Draw;
  readonly limits: Limits;
  /** A name that no loop has yet. */
  readonly fresh: () => string;
  /** A place whose shape has the property. */
  readonly place: <S extends Shape>(
    env: Env,
    is: (shape: Shape) => shape is S,
  ) => (Place & { readonly shape: S }) | undefined;
  /** A definition, parameter or table of the sort, on its day or, if `on` makes one, on another. */
  readonly named: (sort: string, env: Env, on: () => Term) => Term | undefined;
  /** A column of a code set of the sort, for some code. */
  readonly ofCodes: (sort: string, env: Env, code: () => Term, on: () => Term) => Term | undefined;
  /** The first choice that can be made, the heavier the likelier. */
  readonly choose: (choices: readonly Choice[], otherwise: () => Term) => Term;
}

export type Choice = readonly [number, () => Term | undefined];

export function isRecordList(shape: Shape): shape is ListShape & { readonly of: RecordShape } {
  return shape.kind === 'list' && shape.of.kind === 'record';
}

/** The sort of terms that a scalar is; undefined for what is no scalar. */
export function sortOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'number':
      return shape.unit;
    case 'word':
      return wordSort(shape.words);
    case 'text':
      return 'text';
    case 'boolean':
      return 'truth';
    case 'date':
      return 'day';
    case 'date-time':
      return 'moment';
    default:
      return undefined;
  }
}

export function wordSort(words: readonly string[]): string {
  return `word ${words.join(' ')}`;
}

export const units: readonly NumberUnit[] = [
  'money',
  'ratio',
  'rate',
  'count',
  'months',
  'days',
  'years',
  'percent',
  'none',
  'kWh',
];

export function isUnit(sort: string): sort is NumberUnit {
  return units.some((unit) => unit === sort);
}
