import { describe, expect, test } from 'vitest';

import { textOf } from '../../src/base/source.ts';
import { verify } from '../../src/verify/verify.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';
import { shipped } from '../evaluate/shipped.ts';

const other: Keys = {
  rule: 'OTH-001',
  kind: 'bank',
  level: 'mandatory',
  check: 'data',
  status: 'issued',
  posts: ['MANAGER'],
  title: { en: 'Another rule' },
  asOf: 'day',
  basis: ['T-1#all'],
  finding: { en: 'Not so' },
  require: 'true',
  editions: [{ from: '2000-01-01' }],
};

/** What is hidden in `TST-001` beside another rule, as `path (key) products`. */
function hiddenBeside(keys: Keys, beside: Keys = {}): readonly string[] {
  const program = programWith(keys, {
    'stages/work/decide/OTH-001-other.yaml': JSON.stringify({ ...other, ...beside }),
    'stages/work/decide/step.yaml': JSON.stringify({
      step: 'decide',
      title: { en: 'Decide' },
      purpose: { en: 'Decide' },
      rules: ['TST-001', 'OTH-001'],
    }),
  });
  return verify(program).flatMap(({ code, params }) => {
    if (code !== 'verify/hidden') return code === 'verify/null-guard' ? [code] : [];
    const { rule, path, key, products } = params;
    return rule === 'TST-001' ? [`${path} (${key}) ${products.join(' ')}`.trim()] : [];
  });
}

const each: Keys = { each: { one: 'items' }, require: 'one.done' };

describe('a list that is empty hides a rule', () => {
  test.each<[string, Keys, readonly string[]]>([
    ['each over it', each, ['items (each)']],
    [
      'each over a part of it',
      { each: { one: 'items[kind = "X"]' }, require: 'one.done' },
      ['items (each)'],
    ],
    ['its count', { when: 'count(items) > 0' }, ['items (when)']],
    ['its count, the other way round', { when: 'not(count(items) = 0)' }, ['items (when)']],
    ['some of it', { when: 'some one in items satisfies one.done' }, ['items (when)']],
    ['beside what is unknown', { when: 'agreed and count(items) >= 2' }, ['items (when)']],
    ['not where another branch is open', { when: 'agreed or count(items) > 0' }, []],
    ['not what the rule itself requires', { require: 'count(items) > 0' }, []],
    ['not an `every`, which is then true', { when: 'every one in items satisfies one.done' }, []],
    ['not a list whose absence means none', { when: 'count(objections) > 0' }, []],
    [
      'not the acts, of which the process says which there must be',
      { when: 'count(acts) > 0' },
      [],
    ],
    ['not a rule that names its companion', { ...each, companion: ['OTH-001'] }, []],
    ['not a draft', { ...each, status: 'draft' }, []],
  ])('%s', (_, keys, expected) => {
    expect(hiddenBeside(keys)).toEqual(expected);
  });
});

describe('another rule says when it may not be empty', () => {
  test.each<[string, Keys, readonly string[]]>([
    ['by its count', { require: 'count(items) >= 1' }, []],
    ['by one of its elements', { require: 'some one in items satisfies one.amount > 5' }, []],
    ['by its first', { require: 'items[1].amount > 5' }, []],
    ['by its day', { asOf: 'items[1].day' }, []],
    ['together with other things', { require: 'agreed and count(items[kind = "X"]) = 1' }, []],
    ['for some files', { when: 'agreed', require: 'count(items) >= 1' }, []],
    [
      'not by what holds of none',
      { require: 'every one in items satisfies one.done' },
      ['items (each)'],
    ],
    [
      'not where other things would do',
      { require: 'agreed or count(items) >= 1' },
      ['items (each)'],
    ],
    [
      'not where it does not apply itself',
      { when: 'count(items) > 0', require: 'count(items) > 1' },
      ['items (each)'],
    ],
    [
      'not each of it',
      { each: { two: 'items' }, require: 'two.amount > 0 and false' },
      ['items (each)'],
    ],
    ['not of less weight', { level: 'advisory', require: 'count(items) >= 1' }, ['items (each) *']],
    [
      'not for one product of two',
      { products: ['A'], require: 'count(items) >= 1' },
      ['items (each) *'],
    ],
    ['not as a draft', { status: 'draft', require: 'count(items) >= 1' }, ['items (each)']],
  ])('%s', (_, beside, expected) => {
    expect(hiddenBeside(each, beside)).toEqual(expected);
  });

  test('for the products of the rule', () => {
    const beside = { products: ['A'], require: 'count(items) >= 1' };
    expect(hiddenBeside({ ...each, products: ['A'] }, beside)).toEqual([]);
    expect(hiddenBeside({ ...each, products: ['A', 'B'] }, beside)).toEqual(['items (each) B']);
  });
});

describe('a null guard', () => {
  test.each<[string, Keys, number]>([
    ['of a field that is unknown while absent', { when: 'amount != null' }, 1],
    ['inside an element', { ...each, when: 'one.day = null or agreed' }, 1],
    ['of a field whose absence means none', { when: 'withdrawn != null' }, 0],
    ['in what is required', { require: 'amount != null' }, 0],
  ])('%s', (_, keys, count) => {
    const beside = { require: 'count(items) >= 1' };
    const found = hiddenBeside(keys, beside).filter((one) => one === 'verify/null-guard');
    expect(found).toHaveLength(count);
  });
});

test('stands at the key that hides', () => {
  const [found] = verify(programWith(each)).filter(({ code }) => code === 'verify/hidden');
  expect(found && textOf(found.span)).toContain('items');
});

test('a companion that does not exist is an error', () => {
  expect(() => programWith({ ...each, companion: ['NON-001'] })).toThrow('unknown-reference');
});

test('no rule that is shipped hides', () => {
  const found = verify(shipped().program).filter(({ code }) => code !== 'verify/table-gap');
  expect(found.map(({ code, params }) => ({ code, params }))).toEqual([]);
});
