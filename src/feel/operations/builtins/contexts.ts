import { isKind, type Context, type List, type Value } from '../../value.ts';
import { isRules } from '../operating.ts';
import { type Builtins, form } from '../form.ts';
import { type Budget, spend } from '../limits.ts';
import { list } from '../list.ts';
import { fieldOf } from '../field.ts';
import { unknown } from '../unknown.ts';

const inside = { mayBeUnknown: 'inside' } as const;

export const contextBuiltins = {
  'get value': [form(['m', 'key'], ['context', 'text'], ([m, key]) => fieldOf(m, key), inside)],
  'get entries': [
    form(
      ['m'],
      ['context'],
      ([m], within) => {
        // Which fields a record of a dossier has is not settled by those that were filled in.
        if (m.pointer !== undefined && isRules(within)) return unknown('undefined', m.pointer);
        spend(within.budget, 4 * m.entries.size);
        return list([...m.entries].map(([key, value]) => entry(key, value)));
      },
      inside,
    ),
  ],
  context: [
    form(
      ['entries'],
      ['list'],
      ([entries], { budget }) => contextOfEntries(entries, budget),
      inside,
    ),
  ],
  'context put': [
    form(
      ['context', 'key', 'value'],
      ['context', 'text', 'any'],
      ([context, key, value], { budget }) => put(context, [key], value, budget),
      inside,
    ),
    form(
      ['context', 'keys', 'value'],
      ['context', 'list', 'any'],
      ([context, keys, value], { budget }) => put(context, keys.items, value, budget),
      inside,
    ),
  ],
  'context merge': [
    form(
      ['contexts'],
      ['list'],
      ([contexts], { budget }) => {
        const entries = new Map<string, Value>();
        for (const item of contexts.items) {
          const one = asContext(item);
          if (!one) return undefined;
          spend(budget, 1 + one.entries.size);
          for (const [key, value] of one.entries) entries.set(key, value);
        }
        return { kind: 'context', entries };
      },
      inside,
    ),
  ],
} satisfies Builtins;

function entry(key: string, value: Value): Value {
  return {
    kind: 'context',
    entries: new Map<string, Value>([
      ['key', key],
      ['value', value],
    ]),
  };
}

function contextOfEntries({ items }: List, budget: Budget): Value | undefined {
  spend(budget, items.length);
  const entries = new Map<string, Value>();
  for (const item of items) {
    const one = asContext(item);
    const key = one?.entries.get('key');
    const value = one?.entries.get('value');
    if (typeof key !== 'string' || value === undefined || entries.has(key)) return undefined;
    entries.set(key, value);
  }
  return { kind: 'context', entries };
}

/** The context with a value at a path of keys; all but the last must lead to contexts. */
function put(
  context: Context,
  keys: readonly Value[],
  value: Value,
  budget: Budget,
): Value | undefined {
  const [key, ...others] = keys;
  spend(budget, keys.length + context.entries.size);
  if (typeof key !== 'string') return undefined;
  let inner: Value | undefined = value;
  if (others.length > 0) {
    const next = asContext(context.entries.get(key) ?? null);
    inner = next && put(next, others, value, budget);
  }
  if (inner === undefined) return undefined;
  return { ...context, entries: new Map([...context.entries, [key, inner]]) };
}

function asContext(value: Value): Context | undefined {
  return isKind(value, 'context') ? value : undefined;
}
