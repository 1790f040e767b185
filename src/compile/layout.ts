import type { ContextType, Field, Type } from '../feel/types.ts';
import { mostBits } from './plan.ts';

/** Where the fields of a record go: only what some rule reads gets a place. */
export interface Layout {
  readonly type: Type;
  /** By the names on the way, from the record down through the records inside it. */
  readonly places: Map<string, Place>;
  width: number;
  texts: number;
}

export interface Place {
  readonly index: number;
  /** Of the elements, for a list. */
  readonly element: Layout | undefined;
}

/** Numbers that a list takes in its holder: how many elements, and where their numbers and texts begin. */
const listWidth = 3;

export function newLayout(type: Type): Layout {
  return { type, places: new Map(), width: 0, texts: 0 };
}

/** The name of a place: the fields from the record down to it. */
export function placeName(path: readonly string[]): string {
  return path.join('/');
}

/** The place of a number, day, moment, word or flag. */
export function numberPlace(layout: Layout, path: readonly string[]): number {
  return placeOf(layout, path, () => {
    const index = layout.width;
    layout.width += 1;
    return { index, element: undefined };
  }).index;
}

export function textPlace(layout: Layout, path: readonly string[]): number {
  return placeOf(layout, path, () => {
    const index = layout.texts;
    layout.texts += 1;
    return { index, element: undefined };
  }).index;
}

export function listPlace(
  layout: Layout,
  path: readonly string[],
  of: Type,
): { readonly index: number; readonly element: Layout } {
  const { index, element } = placeOf(layout, path, () => {
    const index = layout.width;
    layout.width += listWidth;
    return { index, element: newLayout(of) };
  });
  return { index, element: element ?? newLayout(of) };
}

function placeOf(layout: Layout, path: readonly string[], make: () => Place): Place {
  const name = placeName(path);
  const known = layout.places.get(name);
  if (known) return known;
  const place = make();
  layout.places.set(name, place);
  return place;
}

/**
 * Digits after the point that a number of a field keeps; a file with more of them is left to the reference path.
 *
 * Money has two (fen), shares and rates eight (a hundredth of a basis point of a percent), what is counted none.
 */
export function scaleOf(type: Type): number {
  if (type.kind !== 'number') return 0;
  if (type.whole) return 0;
  switch (type.unit) {
    case 'money':
    case 'area':
    case 'basis-points':
    case 'years':
    case 'hours':
      return 2;
    case 'ratio':
    case 'rate':
    case 'rate-per-month':
      return 8;
    case 'count':
    case 'months':
    case 'days':
    case 'working-days':
      return 0;
    default:
      return 6;
  }
}

/** Whether a field can never be below 0. */
export function isNeverNegative({ minimum, above }: Field): boolean {
  return (minimum ?? above ?? -1) >= 0;
}

/** A power of two that the loaded number of a field stays below. */
export function bitsOfField(field: Field): number {
  switch (field.type.kind) {
    case 'date':
      return 23;
    case 'text':
      return 20;
    case 'number': {
      const { maximum = field.below, minimum = field.above } = field;
      if (maximum === undefined || minimum === undefined) return mostBits;
      const most = Math.max(Math.abs(maximum), Math.abs(minimum)) * 10 ** scaleOf(field.type);
      return Math.min(mostBits, Math.ceil(Math.log2(most + 1)));
    }
    default:
      return mostBits;
  }
}

/** Names that every object answers to: of a schema with such a field nothing is loaded the fast way. */
export function hasInheritedName({ fields }: ContextType): boolean {
  return [...fields.values()].some(({ name, type }) => name in Object.prototype || inside(type));
}

function inside(type: Type): boolean {
  if (type.kind === 'context') return hasInheritedName(type);
  return type.kind === 'list' && inside(type.of);
}
