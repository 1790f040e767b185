import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pointerTo } from '../../src/base/pointer.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { evaluate } from '../../src/feel/calculator/evaluate.ts';
import type { Scope } from '../../src/feel/calculator/scope.ts';
import { newBudget } from '../../src/feel/operations/limits.ts';
import { isUnknown, unknownWithin } from '../../src/feel/operations/unknown.ts';
import type { Context, List, Value } from '../../src/feel/value.ts';
import { whole } from '../../src/values/rational.ts';
import { usual } from '../setting.ts';

/**
 * The law that no verdict rests on what nobody filled in: where an expression has a value though fields are missing,
 * every way to fill them in gives the same value.
 */
test('a value reached in spite of missing fields stays, whatever fills them', () => {
  let known = 0;
  let withHoles = 0;
  fc.assert(
    fc.property(conditions, records, fc.infiniteStream(fc.boolean()), (text, full, removed) => {
      const { value: node, problems } = parseExpression(text, { dialect: 'rule' });
      expect({ text, problems }).toEqual({ text, problems: [] });
      if (!node) return;
      const pocked = pocketed(full, removed);
      const before = evaluate(node, scopeOf(pocked), { nulls: 'rules', setting: usual });
      withHoles += 1;
      if (isUnknown(before) || unknownWithin(before, newBudget())) return;
      known += 1;
      const after = evaluate(node, scopeOf(full), { nulls: 'rules', setting: usual });
      expect({ text, value: after }).toEqual({ text, value: before });
    }),
    { numRuns: 4000, seed: 20241008 },
  );
  // The law would hold idly if nothing were ever known.
  expect(known / withHoles).toBeGreaterThan(0.15);
});

test('what is unknown says which fields would settle it, and filling all of them does', () => {
  fc.assert(
    fc.property(conditions, records, fc.infiniteStream(fc.boolean()), (text, full, removed) => {
      const { value: node } = parseExpression(text, { dialect: 'rule' });
      if (!node) return;
      const pocked = pocketed(full, removed);
      const before = evaluate(node, scopeOf(pocked), { nulls: 'rules', setting: usual });
      if (!isUnknown(before)) return;
      const absent = before.missing.filter(({ why }) => why === 'absent');
      const wrong = absent.filter(({ pointer }) => valueAt(pocked, pointer) !== undefined);
      expect({ text, wrong }).toEqual({ text, wrong: [] });
      expect(new Set(before.missing.map(({ pointer }) => pointer)).size).toBe(
        before.missing.length,
      );
    }),
    { numRuns: 1000, seed: 20241009 },
  );
});

interface Tree {
  readonly [key: string]: Node;
}

type Node = Tree | readonly Tree[] | number | boolean | string | null;

/** `Array.isArray` for lists that cannot be changed. */
function isList(node: Node): node is readonly Tree[] {
  return Array.isArray(node);
}

const amount = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null));
const word = fc.constantFrom('A', 'B', null);
const flag = fc.constantFrom(true, false, null);
const document = fc.record({ n: amount, t: word, ok: flag });
const records: fc.Arbitrary<Tree> = fc.record({
  a: amount,
  b: amount,
  s: word,
  f: flag,
  g: flag,
  // Named as fields of the elements are, which must not stand in for them where they are missing.
  n: amount,
  ok: flag,
  p: fc.record({ x: amount, y: amount, n: amount }),
  docs: fc.array(document, { maxLength: 3 }),
  more: fc.array(document, { maxLength: 2 }),
});

/** A template with its `#` filled in, in order. */
function of(template: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts)
    .map((given) => given.reduce((text, part) => text.replace('#', () => part), template));
}

/** Expressions by the kind of what they give, as rules have them. */
const { condition: conditions } = fc.letrec<
  Record<'condition' | 'number' | 'text' | 'list', string>
>((tie) => {
  const [condition, number, text, list] = [
    tie('condition'),
    tie('number'),
    tie('text'),
    tie('list'),
  ];
  return {
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom('f', 'g', 'a > 1', 's = "A"', 'a = null', 'p.x != null', 'docs[1].ok'),
      of('(# and #)', condition, condition),
      of('(# or #)', condition, condition),
      of('not(#)', condition),
      of('# = #', number, number),
      of('# != #', number, number),
      of('# < #', number, number),
      of('# >= #', number, number),
      of('# between # and #', number, number, number),
      of('# in (#, < #, [#..3))', number, number, number, number),
      of('# = #', text, text),
      of('# in ("A", "C", null)', text),
      of('(if # then # else #)', condition, condition, condition),
      of(
        '(some d in # satisfies (#))',
        list,
        fc.constantFrom('d.ok', 'd.n > a', 'd.t = "A" and d.ok', 'd.n = null'),
      ),
      of(
        '(every d in # satisfies (#))',
        list,
        fc.constantFrom('d.ok', 'd.n <= a', 'd.t != "A" or d.ok'),
      ),
      of('(some d in #, e in # satisfies d.n < e.n)', list, list),
      of('list contains(#.t, #)', list, text),
      of('# in #.n', number, list),
      of('(# = null)', fc.constantFrom('a', 'p.x', 'docs[1].n')),
      of('count(distinct values(#.t)) = 1', list),
    ),
    number: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom('a', 'b', 'p.x', 'p.y', '0', '1', '2', 'docs[1].n', 'docs[-1].n'),
      of('(# + #)', number, number),
      of('(# - #)', number, number),
      of('(# / #)', number, number),
      of('-(#)', number),
      of('count(#)', list),
      of('sum(#.n)', list),
      of('max(#.n)', list),
      of('min(#.n)', list),
      of('min(#, #)', number, number),
      of('(if # then # else #)', condition, number, number),
      of('sum(for d in # return d.n * 2)', list),
      of('count(#.t)', list),
    ),
    text: fc.oneof(
      fc.constantFrom('s', '"A"', '"B"', 'docs[1].t'),
      of('(if # then # else "B")', condition, text),
    ),
    list: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constantFrom('docs', 'more'),
      of('#[ok]', list),
      of('#[n > 1]', list),
      of('#[t = "A"]', list),
      of('#[n = p.n]', list),
      of('#[item.n >= a]', list),
      of('#[not(ok) or t = s]', list),
      of('concatenate(#, #)', list, list),
    ),
  };
});

/** The record with some of its keys taken out, at any depth. */
function pocketed(tree: Tree, removed: fc.Stream<boolean>): Tree {
  const kept = Object.entries(tree).filter(() => removed.next().value !== true);
  return Object.fromEntries(kept.map(([key, value]) => [key, pocketedInside(value, removed)]));
}

function pocketedInside(node: Node, removed: fc.Stream<boolean>): Node {
  if (typeof node !== 'object' || node === null) return node;
  return isList(node) ? node.map((one) => pocketed(one, removed)) : pocketed(node, removed);
}

function scopeOf(tree: Tree): Scope {
  const root = contextOf(tree, '');
  return {
    get: (name) =>
      name in fields && !root.entries.has(name) ? missing(name) : root.entries.get(name),
    pointerOf: (name) => (name in fields ? pointerTo('', name) : undefined),
  };
}

const fields = { a: 1, b: 1, s: 1, f: 1, g: 1, n: 1, ok: 1, p: 1, docs: 1, more: 1 };

function missing(name: string): Value {
  return { kind: 'unknown', missing: [{ why: 'absent', pointer: pointerTo('', name) }] };
}

function contextOf(tree: Tree, pointer: string): Context {
  const entries = Object.entries(tree).map(
    ([key, value]) => [key, valueOf(value, pointerTo(pointer, key))] as const,
  );
  const isDocument = pointer.startsWith('/docs/') || pointer.startsWith('/more/');
  const schema = isDocument ? { fields: new Set(['n', 't', 'ok']) } : {};
  return { kind: 'context', entries: new Map(entries), pointer, ...schema };
}

function valueOf(node: Node, pointer: string): Value {
  if (typeof node === 'number') return whole(node);
  if (typeof node !== 'object' || node === null) return node;
  if (!isList(node)) return contextOf(node, pointer);
  const items = node.map((one, index) => contextOf(one, pointerTo(pointer, index)));
  return { kind: 'list', items, pointer } satisfies List;
}

function valueAt(tree: Tree, pointer: string): unknown {
  let at: unknown = tree;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([one]) => one === key)?.[1];
  }
  return at;
}
