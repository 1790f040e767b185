import type { Core, TestCore } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';

const known = new WeakMap<Core | TestCore, string>();

/** Where an expression was written, what its values are called and of which type they are: not what it computes. */
const aside: ReadonlySet<string> = new Set(['span', 'type', 'yaml', 'title', 'facts', 'listed']);

/**
 * What an expression computes, as a text: alike for two that differ in layout, brackets, titles or the names of
 * their variables alone.
 */
export function formOf(core: Core | TestCore): string {
  const before = known.get(core);
  if (before !== undefined) return before;
  const variables = new Map<number, number>();
  const form = JSON.stringify(core, (key, value: unknown) => {
    if (aside.has(key)) return undefined;
    if (typeof value === 'bigint') return String(value);
    // of alternatives it is all one which stands first
    if (key === 'tests' && Array.isArray(value)) return value.toSorted(byText);
    if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'field' || key === 'column') return fieldForm(value as Field);
    if (key === 'local') return (value as { readonly core: Core }).core;
    if ('id' in value && 'name' in value && 'type' in value) {
      const id = Number(value.id);
      if (!variables.has(id)) variables.set(id, variables.size);
      return variables.get(id);
    }
    return value;
  });
  known.set(core, form);
  return form;
}

function byText(a: unknown, b: unknown): number {
  const [one, other] = [a, b].map(textOf);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function textOf(test: unknown): string {
  return JSON.stringify(test, (key, value: unknown) =>
    aside.has(key) ? undefined : typeof value === 'bigint' ? String(value) : value,
  );
}

/** What a field means to those who compute with it. */
function fieldForm({ name, type, absenceIsNone, emptyIsNone }: Field): string {
  return [name, typeForm(type), absenceIsNone ? 'none' : '', emptyIsNone ? 'empty' : ''].join(' ');
}

function typeForm(type: Type): string {
  if (type.kind === 'number') return `number ${JSON.stringify(type.unit ?? '')}`;
  if (type.kind === 'list') return `list ${typeForm(type.of)}`;
  return type.kind === 'union' ? type.of.map(typeForm).join('|') : type.kind;
}
