import type { Local, ReferenceKind, Variable } from './core.ts';
import type { Known } from './narrow.ts';
import { type Titled, titledIn } from './titles.ts';
import type { Field, Type } from './types.ts';

/** What a name stands for. */
export type Binding =
  /** A field of the file, or of the element that `owner` has come to. */
  | { readonly kind: 'field'; readonly owner: 'file' | Variable; readonly field: Field }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'let'; readonly local: Local }
  /** A code set, and the columns of it that may be read. */
  | { readonly kind: 'codes'; readonly columns: ReadonlyMap<string, Field> }
  | {
      readonly kind: 'reference';
      readonly what: ReferenceKind;
      readonly type: Type;
      /** Absent where it takes nothing. */
      readonly takes?: readonly Argument[];
      /** The row whose fields it reads. */
      readonly row?: Variable | undefined;
    };

/** What a definition or table is given where it is called. */
export interface Argument {
  readonly variable: Variable;
  /** What it takes, as its author wrote it: `visits`, `contract.amount`, `days`. */
  readonly takes: string;
  /** One of the elements of the list that `takes` leads to. */
  readonly isElement: boolean;
}

/** The names an expression may use: fields, variables, definitions, parameters, tables, code sets. */
export interface Names {
  readonly resolve: (name: string) => Binding | undefined;
  readonly all: () => Iterable<string>;
  /** What a title stands for that nothing nearer has for a name. */
  readonly titled?: (title: string) => readonly Titled[];
  /** Of which of its kinds a field is here, by its place (`placeOf`), where a condition around it tells. */
  readonly known?: (place: string) => Type | undefined;
}

/** The same names where more is known of the kinds of their fields. */
export function knowing(names: Names, known: Known): Names {
  if (known.size === 0) return names;
  return { ...names, known: (place) => known.get(place) ?? names.known?.(place) };
}

/** The same names, and one more, which hides any other of that name. */
export function withVariable(names: Names, variable: Variable): Names {
  return {
    ...names,
    resolve: (wanted) =>
      wanted === variable.name ? { kind: 'variable', variable } : names.resolve(wanted),
    all: () => [variable.name, ...names.all()],
    titled: (title) => (title === variable.name ? [] : (names.titled?.(title) ?? [])),
  };
}

/** The names of the elements of a list, before those around it: their fields, and `item`. */
export function within(names: Names, element: Variable): Names {
  const { type } = element;
  const fields: ReadonlyMap<string, Field> =
    type.kind === 'context' ? type.fields : new Map<string, Field>();
  return {
    ...names,
    resolve: (name) => {
      const field = fields.get(name);
      if (field) return { kind: 'field', owner: element, field };
      return name === element.name ? { kind: 'variable', variable: element } : names.resolve(name);
    },
    all: () => [...fields.keys(), ...names.all()],
    titled: (title) => {
      const own = titledIn(fields, title, (field) => ({ kind: 'field', owner: element, field }));
      if (own.length > 0) return own;
      return fields.has(title) || title === element.name ? [] : (names.titled?.(title) ?? []);
    },
  };
}

/** Makes variables, no two of them the same. */
export interface Variables {
  readonly named: (name: string, type: Type) => Variable;
  /** The element of a filter, or of a path through a list. */
  readonly element: (type: Type) => Variable;
}

/** @param counter - the number of the first variable, and then of the next; the file itself is 0 */
export function newVariables(counter = { next: 1 }): Variables {
  const make = (variable: Omit<Variable, 'id'>): Variable => {
    const id = counter.next;
    counter.next += 1;
    return { id, ...variable };
  };
  return {
    named: (name, type) => make({ name, type }),
    element: (type) => make({ name: 'item', type, implicit: true }),
  };
}
