import type { BookCodes } from './codes.ts';
import type { FieldShape, RecordShape, Shape } from './shapes.ts';

/** Something that an expression may read where it stands. */
export interface Place {
  readonly text: string;
  readonly shape: Shape;
  /** It may be verified to be none. */
  readonly none: boolean;
}

/** A definition, parameter or output of a table, or a value that a rule names. */
export interface Named {
  readonly text: string;
  /** As of a term. */
  readonly sort: string;
  /** Another day may be asked for: the name, and what follows `name(day)`. */
  readonly dated?: { readonly name: string; readonly rest: string };
  /** What it has to be given. */
  readonly takes?: readonly Taken[];
}

/** An argument of a definition or table: a value of a sort, or an element of a list of the file. */
export interface Taken {
  readonly name: string;
  /** As rule files write it. */
  readonly takes: string;
  readonly is: { readonly sort: string; readonly shape: Shape } | { readonly of: RecordShape };
}

/** A record that may be given as an argument. */
export interface Element {
  readonly text: string;
  readonly of: RecordShape;
}

/** What an expression may name where it stands. */
export interface Env {
  readonly places: readonly Place[];
  readonly named: readonly Named[];
  readonly elements: readonly Element[];
  readonly codes: readonly BookCodes[];
  /** How deep in loops it stands. */
  readonly loops: number;
}

/** Every scalar, list and record inside a record; not what is in the elements of lists. */
export function placesIn(
  { fields }: RecordShape,
  prefix: string,
  noneAbove = false,
): readonly Place[] {
  return fields.flatMap(({ name, shape, none }: FieldShape): Place[] => {
    const own: Place = { text: prefix + name, shape, none: none || noneAbove };
    return shape.kind === 'record' ? [own, ...placesIn(shape, `${own.text}.`, own.none)] : [own];
  });
}

/** Where a loop has come to an element, which it calls `name`. */
export function withVariable(env: Env, name: string, of: Shape): Env {
  const own: readonly Place[] =
    of.kind === 'record' ? placesIn(of, `${name}.`) : [{ text: name, shape: of, none: false }];
  const elements = of.kind === 'record' ? [{ text: name, of }, ...env.elements] : env.elements;
  return { ...env, places: [...own, ...own, ...env.places], elements, loops: env.loops + 1 };
}

/** Inside `list[…]`: fields go by their bare names, and hide what has the same name outside. */
export function withElement(env: Env, of: Shape): Env {
  const own: readonly Place[] =
    of.kind === 'record' ? placesIn(of, '') : [{ text: 'item', shape: of, none: false }];
  const hidden = new Set(of.kind === 'record' ? of.fields.map(({ name }) => name) : []);
  const isHidden = ({ text }: { readonly text: string }) =>
    hidden.has(text.split(/[.[(]/u)[0] ?? text);
  return {
    ...env,
    places: [...own, ...own, ...env.places.filter((place) => !isHidden(place))],
    elements: [
      ...(of.kind === 'record' && !hidden.has('item') ? [{ text: 'item', of }] : []),
      ...env.elements.filter((one) => one.text !== 'item' && !isHidden(one)),
    ],
    loops: env.loops + 1,
  };
}
