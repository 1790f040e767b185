import { afterAll, describe, expect, test } from 'vitest';

import { judge } from '../../src/evaluate/judge.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { askClaim, type ClaimAnswer } from '../../src/proof/claims.ts';
import { readDossier } from '../../src/proof/prover.ts';
import { shipped } from '../evaluate/shipped.ts';
import { solverOrNone } from './harness.ts';

const z3 = solverOrNone();

afterAll(async () => z3?.close());

const schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    amount: { type: 'number', 'x-unit': 'money' },
    price: { type: 'number', 'x-unit': 'money' },
    agreed: { type: 'boolean' },
    items: {
      type: 'array',
      items: { type: 'object', properties: { amount: { type: 'number', 'x-unit': 'money' } } },
    },
  },
};

const sound = {
  id: 'R-1',
  day: '2024-05-01',
  amount: 40,
  price: 80,
  agreed: true,
  items: [{ amount: 1 }, { amount: 2 }],
};

/** A rulebook of rules that require this, one after the other, with one claim and one sound file. */
function read(claim: object, requires: readonly (string | object)[]) {
  const ids = requires.map((_, index) => `TST-00${index + 1}`);
  const files = {
    'rulebook.yaml': {
      format: 1,
      id: 'claims',
      version: '1.0.0',
      title: { en: 'Claims' },
      languages: ['en'],
      currency: 'CNY',
      subjects: {
        request: {
          title: { en: 'Request' },
          schema: 'schemas/request.schema.json',
          id: 'id',
          asOf: 'day',
        },
      },
      rules: ids,
    },
    'schemas/request.schema.json': schema,
    'dossiers/sound.yaml': sound,
    'claims.yaml': {
      claims: [{ claim: 'tested', title: { en: 'Under test' }, never: 'pass', ...claim }],
    },
    ...Object.fromEntries(
      requires.map((require, index) => [
        `rules/${ids[index]}.yaml`,
        {
          rule: ids[index],
          kind: 'bank',
          title: { en: `Rule ${ids[index]}` },
          ...(typeof require === 'string' ? { require } : require),
        },
      ]),
    ),
  };
  const texts = Object.entries(files).map(([path, data]) => {
    return [path, { name: path, text: JSON.stringify(data) }] as const;
  });
  return readRulebook({ name: 'claims', files: new Map(texts) });
}

function programOf(claim: object, requires: readonly (string | object)[]): Program {
  const { value, diagnostics } = read(claim, requires);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0)
    throw new Error(JSON.stringify(errors.map(({ code, params }) => [code, params])));
  return value;
}

function said(one: ClaimAnswer | undefined): string {
  return one?.answer === 'proved' ? `proved ${one.by.join(' ')}` : (one?.answer ?? '');
}

describe.skipIf(z3 === undefined)('a claim', () => {
  test.each<[string, object, (string | object)[], string]>([
    ['that a rule sees to', { when: 'amount > 100' }, ['amount <= 100'], 'proved TST-001'],
    ['that goes a little further', { when: 'amount >= 100' }, ['amount <= 100'], 'refuted'],
    [
      'that one of several rules sees to',
      { when: 'amount > price' },
      ['agreed', 'amount <= price', 'price > 0'],
      'proved TST-002',
    ],
    [
      'that two rules see to together',
      { when: 'amount > 100' },
      ['amount <= 100 or agreed', 'not(agreed) or amount <= 100'],
      'proved TST-001 TST-002',
    ],
    [
      'that a rule for some files does not see to',
      { when: 'amount > 100' },
      [{ when: 'agreed', require: 'amount <= 100' }],
      'refuted',
    ],
    [
      'that no rule of its days sees to',
      { when: 'amount > 100' },
      [{ require: 'amount <= 100', since: 'new', editions: [{ from: '2020-01-01' }] }],
      'refuted',
    ],
    [
      'from the day of the rule',
      { when: 'amount > 100', from: '2020-01-01' },
      [{ require: 'amount <= 100', since: 'new', editions: [{ from: '2020-01-01' }] }],
      'proved TST-001',
    ],
    [
      'of a list',
      { when: 'some item in items satisfies item.amount > 9' },
      [{ each: { item: 'items' }, require: 'item.amount <= 9' }],
      'proved TST-001',
    ],
    [
      'of no file, that no rule is to find wrong',
      { when: 'amount < 100 and amount > 200', never: 'fail', rules: ['TST-001'] },
      ['amount <= 100'],
      'undecided',
    ],
    ['of no file', { when: 'amount < 100 and amount > 200' }, ['amount <= 100'], 'undecided'],
    ['of absence', { when: 'not(agreed)' }, ['agreed or amount > 0'], 'refuted'],
    [
      'of a rule that finds nothing',
      { when: 'amount < 100', never: 'fail', rules: ['TST-001'] },
      ['amount <= 100'],
      'proved TST-001',
    ],
    [
      'of a rule that finds something',
      { when: 'amount < 101', never: 'fail', rules: ['TST-001'] },
      ['amount <= 100'],
      'refuted',
    ],
  ])('%s', { timeout: 120_000 }, async (_, claim, requires, expected) => {
    if (!z3) return;
    const program = programOf(claim, requires);
    const [own] = program.claims;
    expect(said(own && (await askClaim(program, own, z3)))).toBe(expected);
  });

  test(
    'is refuted by a sound file in which as little as possible is changed',
    { timeout: 120_000 },
    async () => {
      if (!z3) return;
      const program = programOf({ when: 'amount > 50' }, ['amount <= price', 'agreed']);
      const [own] = program.claims;
      const answer = own && (await askClaim(program, own, z3));
      const subject = program.subjects.get('request');
      const text = answer?.answer === 'refuted' ? answer.witness.text : '';
      const file = subject && readDossier(text, program, subject);
      expect(file && judge(program, subject, file, {}).verdict).toBe('pass');
      expect(text.replace(/^amount: .*$/mu, 'amount: 40')).toBe(
        "id: R-1\nday: '2024-05-01'\namount: 40\nprice: 80\nagreed: true\nitems:\n  - amount: 1\n  - amount: 2\n",
      );
    },
  );
});

describe('what is written of a claim', () => {
  test.each<[string, object, readonly string[]]>([
    ['an unknown field', { when: 'amuont > 100' }, ['feel/unknown-name']],
    ['no condition', { when: 'amount' }, ['feel/type']],
    ['a day that is none', { when: 'agreed', asOf: 'amount' }, ['feel/type']],
    [
      'a rule that is not there',
      { when: 'agreed', rules: ['TST-009'] },
      ['rulebook/unknown-reference'],
    ],
    [
      'a subject that is not there',
      { when: 'agreed', subject: 'loan' },
      ['rulebook/unknown-reference'],
    ],
    ['a key that is none', { when: 'agreed', nver: 'pass' }, ['rulebook/unknown-key']],
  ])('%s', (_, claim, codes) => {
    const errors = read(claim, ['agreed']).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});

describe.skipIf(z3 === undefined)('the shipped rulebook', () => {
  const { program } = shipped();

  test.each(program.claims)('$name is proved', { timeout: 280_000 }, async (claim) => {
    if (!z3) return;
    expect((await askClaim(program, claim, z3)).answer).toBe('proved');
  });
});
