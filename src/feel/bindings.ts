import type { ReferenceKind } from './core.ts';
import type { Known } from './narrow.ts';
import type { Field, Type } from './types.ts';

/** What a name stands for. */
export type Binding =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'variable'; readonly type: Type }
  | { readonly kind: 'reference'; readonly what: ReferenceKind; readonly type: Type };

/** The names an expression may use: fields, variables, definitions, parameters, tables. */
export interface Names {
  readonly resolve: (name: string) => Binding | undefined;
  readonly all: () => Iterable<string>;
  /** Of which of its kinds a field is here, by its path as written, where a condition around it tells. */
  readonly known?: (path: string) => Type | undefined;
}

/** The same names where more is known of the kinds of their fields. */
export function knowing(names: Names, known: Known): Names {
  if (known.size === 0) return names;
  return { ...names, known: (path) => known.get(path) ?? names.known?.(path) };
}

/** The same names, and one more, which hides any other of that name. */
export function withVariable(names: Names, name: string, type: Type): Names {
  return {
    resolve: (wanted) => (wanted === name ? { kind: 'variable', type } : names.resolve(wanted)),
    all: () => [name, ...names.all()],
    known: (path) => (firstOf(path) === name ? undefined : names.known?.(path)),
  };
}

/** The names of the elements of a list, before those around it. */
export function within(names: Names, of: Type): Names {
  const fields: ReadonlyMap<string, Field> =
    of.kind === 'context' ? of.fields : new Map<string, Field>();
  const hides = (name: string) => name === 'item' || fields.has(name);
  return {
    resolve: (name) => {
      const field = fields.get(name);
      if (field) return { kind: 'field', field };
      return name === 'item' ? { kind: 'variable', type: of } : names.resolve(name);
    },
    all: () => [...fields.keys(), ...names.all()],
    known: (path) => (hides(firstOf(path)) ? undefined : names.known?.(path)),
  };
}

function firstOf(path: string): string {
  return path.replace(/\..*$/u, '');
}
