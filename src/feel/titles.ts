import type { Binding, Names } from './bindings.ts';
import type { ContextType, Field, Title } from './types.ts';

/** What a title stands for: what its path begins with, and the fields from there. */
export interface Titled {
  readonly binding: Binding;
  /** The name that the path begins with. */
  readonly name: string;
  readonly along: readonly Field[];
}

/** What a name of an expression means; two paths where it might mean either. */
export type Meaning = Titled | { readonly clash: readonly [string, string] };

type Fields = ContextType['fields'];

const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const indexes = new WeakMap<Fields, ReadonlyMap<string, readonly Way[]>>();

/** Fields one inside the other. */
type Way = readonly [Field, ...Field[]];

/** The texts of a title that can stand for a name: those that are one word. */
export function wordsOf(title: Title): readonly string[] {
  const words = Object.values(title).map((text) => text.trim());
  return [...new Set(words)].filter((word) => identifier.test(word));
}

/** The fields that a title may stand for: of a record, and of the records in it; not those inside lists. */
export function titledIn(
  fields: Fields,
  title: string,
  bind: (field: Field) => Binding,
): readonly Titled[] {
  return (indexOf(fields).get(title) ?? []).map(([field, ...along]) => ({
    binding: bind(field),
    name: field.name,
    along,
  }));
}

/**
 * What titles stand for among definitions, parameters and tables.
 *
 * @param things - by name
 * @param bindingOf - undefined for what cannot be used
 */
export function titledAmong(
  things: Iterable<readonly [name: string, title: Title]>,
  bindingOf: (name: string) => Binding | undefined,
): (title: string) => readonly Titled[] {
  const names = new Map<string, string[]>();
  for (const [name, title] of things)
    for (const word of wordsOf(title))
      if (word !== name) names.set(word, [...(names.get(word) ?? []), name]);
  return (title) =>
    (names.get(title) ?? []).flatMap((name) => {
      const binding = bindingOf(name);
      return binding ? [{ binding, name, along: [] }] : [];
    });
}

/** The field of a record with a name or title; two fields where it might be either. */
export function fieldNamed(
  fields: Fields,
  name: string,
): Field | readonly [Field, Field] | undefined {
  const own = fields.get(name);
  const titled = (indexOf(fields).get(name) ?? []).flatMap((way) => (way.length === 1 ? way : []));
  const [first, second] = own ? [own, ...titled] : titled;
  return first && second ? [first, second] : first;
}

/** `transaction.contractPrice` */
export function pathOf({ name, along }: Titled): string {
  return [name, ...along.map((field) => field.name)].join('.');
}

/**
 * What a name means: what bears it, or what has it for a title.
 *
 * A title that two things have, or that something else has for a name, means neither: nothing tells which.
 */
export function meaningOf(name: string, names: Names): Meaning | undefined {
  const binding = names.resolve(name);
  const [titled, second] = names.titled?.(name) ?? [];
  if (!titled) return binding && { binding, name, along: [] };
  if (binding) return { clash: [name, pathOf(titled)] };
  if (second) return { clash: [pathOf(titled), pathOf(second)] };
  const start = names.resolve(titled.name);
  return start && isSame(start, titled.binding) ? titled : { clash: [pathOf(titled), titled.name] };
}

function isSame(a: Binding, b: Binding): boolean {
  if (a.kind === 'field' && b.kind === 'field') return a.owner === b.owner && a.field === b.field;
  return a.kind === b.kind;
}

function indexOf(fields: Fields): ReadonlyMap<string, readonly Way[]> {
  const known = indexes.get(fields);
  if (known) return known;
  const ways = new Map<string, Way[]>();
  for (const field of fields.values()) enter([field]);
  indexes.set(fields, ways);
  return ways;

  function enter(way: Way): void {
    const last = way.at(-1) ?? way[0];
    for (const word of wordsOf(last.title)) {
      // a field that bears its own title is written by its name
      if (word === last.name) continue;
      const found = ways.get(word);
      if (found) found.push(way);
      else ways.set(word, [way]);
    }
    if (last.type.kind === 'context')
      for (const inner of last.type.fields.values()) enter([...way, inner]);
  }
}
