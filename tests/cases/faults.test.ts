import { describe, expect, test } from 'vitest';

import { positionOf, textOf } from '../../src/base/source.ts';
import { faultsOfCases } from '../../src/cases/faults.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { lintRulebook } from '../../src/verify/lint.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';

const file = 'stages/work/decide/TST-001-under-test.cases.yaml';
const base =
  'day: 2024-05-01\namount: 150\nitems:\n  - { itemId: A, amount: 5 }\n  - { itemId: B, amount: 500 }\n';

/** What is wrong with cases, each as its code and the text it is about, with that of what explains it. */
function faults(cases: string, keys: Keys = { require: 'amount <= limit' }): readonly string[] {
  const program = programWith(keys, { [file]: cases, 'dossiers/plain.yaml': base });
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  return (rule ? faultsOfCases(program, rule) : []).flat().map(({ code, span, related = [] }) => {
    const places = [span, ...related].map((one) => `${textOf(one)} @${positionOf(one).line}`);
    return [code, ...places].join(' | ');
  });
}

/** One case whose keys are given, a line each. */
function one(lines: string, expected = 'pass'): string {
  const text = `base: plain\ncases:\n  - title: { en: A case }\n${lines}    expect: ${expected}\n`;
  return text;
}

const each = { each: { item: 'items' }, require: 'item.amount <= limit' };

describe('a case without a fault', () => {
  test.each([
    ['its base alone', one('')],
    ['a value', one('    with: { amount: 3 }\n')],
    ['a value where there was none', one('    with: { price: 3 }\n')],
    [
      'a list, and then a field of it',
      one('    with: { items: [{ itemId: C }], "items[C].amount": 1 }\n'),
    ],
    ['an element taken out', one('    without: ["items[A]"]\n')],
    ['an element by its key', one('    element: A\n'), each],
    ['a field that cannot be told', one('    without: [amount]\n', '{ cannot-tell: [amount] }')],
    ['a rule that has no edition', one('    with: { amount: 3 }\n', '{ cannot-tell: [TST-001] }')],
    ['a parameter without a value', one('    with: { amount: 3 }\n', '{ cannot-tell: [limit] }')],
    [
      'a field of an element',
      one('    without: ["items[A].amount"]\n', '{ cannot-tell: ["items[A].amount"] }'),
    ],
    ['a value malformed on purpose', one('    with: { amount: x }\n    malformed: [amount]\n')],
    ['a name misspelt on purpose', one('    with: { amuont: 1 }\n    malformed: [amuont]\n')],
  ])('%s', (_, cases, keys?: Keys) => {
    expect(faults(cases, keys)).toEqual([]);
  });
});

describe('a fault is told where it stands', () => {
  test.each([
    ['a misspelt field', one('    with: { amuont: 1 }\n'), 'cases/unknown-path | amuont @4'],
    ['one taken out', one('    without: [amount, amuont]\n'), 'cases/unknown-path | amuont @4'],
    [
      'a misspelt field of an element',
      one('    with:\n      "items[A].amuont": 1\n'),
      'cases/unknown-path | amuont @5',
    ],
    [
      'one that is said to be missing',
      one('    without: [amount]\n', '{ cannot-tell: [amuont] }'),
      'cases/unknown-path | amuont @5',
    ],
    ['no path', one('    with: { "amount..": 1 }\n'), 'cases/not-a-path | amount.. @4'],
    ['no element', one('    with: { "items[Z].amount": 1 }\n'), 'cases/no-element | Z @4'],
    [
      'an element that a list gone before had',
      one('    with: { items: [], "items[A].amount": 1 }\n'),
      'cases/no-element | A @4',
    ],
    [
      'an element said to be missing',
      one('    without: [amount]\n', '{ cannot-tell: ["items[Z].amount"] }'),
      'cases/no-element | Z @5',
    ],
    ['an element judged', one('    element: Z\n'), 'cases/no-element | Z @4', each],
    ['a field of a list', one('    with: { items.amount: 1 }\n'), 'cases/wrong-step | amount @4'],
    ['an element of a value', one('    with: { "amount[1]": 1 }\n'), 'cases/wrong-step | 1 @4'],
    ['nothing to take out', one('    without: [price]\n'), 'cases/nothing-there | price @4'],
    ['a value of another kind', one('    with: { amount: x }\n'), 'dossier/wrong-type | x @4'],
    [
      'a field that no element has',
      one('    with:\n      items:\n        - { itemId: C, amuont: 1 }\n'),
      'dossier/unknown-field | amuont @6',
    ],
    [
      'a day that there is not',
      one('    with: { day: 2024-02-30 }\n'),
      'dossier/impossible-date | 2024-02-30 @4',
    ],
    [
      'a key that another element has',
      one('    with: { "items[B].itemId": A }\n'),
      'dossier/duplicate-element | { en: A case @3 | { itemId: B, amount: 500 @5',
    ],
    [
      'malformed, and well',
      one('    with: { amount: 3 }\n    malformed: [amount]\n'),
      'cases/not-malformed | amount @5',
    ],
    [
      'malformed, and not given',
      one('    with: { amount: x }\n    malformed: [amount, day]\n'),
      'cases/not-malformed | day @5',
    ],
    [
      'what is so already',
      one('    with: { amount: 150, "items[A].amount": 5 }\n'),
      'cases/no-change | { en: A case @3',
    ],
    ['an element of a rule without any', one('    element: A\n'), 'cases/stray-key | A @4'],
    [
      'files of a rule that judges each by itself',
      one('    dossiers: [{ base: plain }]\n'),
      'cases/stray-key | [{ base: plain @4',
    ],
  ])('%s', (_, cases, fault, keys?: Keys) => {
    expect(faults(cases, keys)).toEqual([fault]);
  });

  test('two cases of one title, and two that are one', () => {
    const two = one('    with: { amount: 3 }\n');
    const [, , ...second] = two.split('\n');
    expect(faults(two + second.join('\n'))).toEqual([
      'cases/same-title | A case @6 | A case @3',
      'cases/same-case | { en: A case @6 | { en: A case @3',
    ]);
    const others = second.join('\n').replace('A case', 'Another').replace('3 }', '3.0 }');
    expect(faults(two + others)).toEqual([]);
  });

  test('what is wrong with a base once for all its cases', () => {
    const { files } = rulebookFolder('tests/codes/fixture').folder;
    const path = 'dossiers/loan.yaml';
    const text = (files.get(path)?.text ?? '').replace('amount: 800000', 'amuont: 800000');
    const changed = new Map([...files, [path, { name: path, text }]]);
    const { diagnostics } = lintRulebook({ name: 'rules', files: changed });
    expect(diagnostics.map(({ code, span }) => `${code} ${textOf(span)}`)).toEqual([
      'dossier/unknown-field amuont',
    ]);
  });

  test('a near name, also of what may have no value', () => {
    const nearIn = (cases: string) => {
      const program = programWith({}, { [file]: cases, 'dossiers/plain.yaml': base });
      const rule = program.rules.find(({ id }) => id === 'TST-001');
      const [fault] = rule ? faultsOfCases(program, rule).flat() : [];
      return fault?.code === 'cases/unknown-path' ? fault.params.near : undefined;
    };
    expect(nearIn(one('    with: { amuont: 1 }\n'))).toBe('amount');
    expect(nearIn(one('', '{ cannot-tell: [limti] }'))).toBe('limit');
  });
});

test.each(['rules', 'docs/leasing', 'examples/branch', 'examples/code-sets', 'examples/register'])(
  'the cases of %s are without fault',
  (path) => {
    const { value: program } = readRulebook(rulebookFolder(path).folder);
    const all = program?.rules.flatMap((rule) => faultsOfCases(program, rule)) ?? [];
    expect(all.length).toBeGreaterThan(10);
    expect(all.flat().map(({ code, span }) => `${code} ${span.source.name}`)).toEqual([]);
  },
  60_000,
);
