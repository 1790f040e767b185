import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { pathOf } from '../../src/dossier/path.ts';
import { judgeTogether, type ToJudge } from '../../src/evaluate/judge.ts';
import type { Judgement, Outcome } from '../../src/evaluate/outcome.ts';
import { judgeWith, type Keys, programWith } from './fixture.ts';
import { yamlOf } from './shipped.ts';

const together: Keys = {
  scope: { groupBy: 'kind' },
  asOf: 'max(dossiers.day)',
  require: 'sum(dossiers.amount) <= 100',
};

const file = (id: string, keys: string) => `id: ${id}\nday: 2024-01-02\n${keys}`;

/** What the rule under test says of each file: `pass X 2` is a pass for the group `X` of two files. */
function judged(keys: Keys, files: readonly string[]): readonly string[] {
  return judgements(keys, files).map((judgement) =>
    judgement.outcomes
      .filter(({ rule }) => rule === 'TST-001')
      .map(said)
      .join(' | '),
  );
}

function judgements(keys: Keys, files: readonly string[]): readonly Judgement[] {
  const program = programWith(keys);
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const read = files.map((text): ToJudge => {
    const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
    if (!dossier) throw new Error(text);
    return { subject, dossier };
  });
  return judgeTogether(program, read, {});
}

function said({ status, missing, group }: Outcome): string {
  const at = missing.map(({ pointer }) =>
    group && pointer.startsWith('/')
      ? pathOf(pointer, group.dossier.root, group.subject.type)
      : pointer,
  );
  const what = [status, ...(status === 'cannot-tell' ? [at.join(' ')] : [])].join(' ');
  return group?.key === null ? `${what} –` : `${what} ${group?.key} ${group?.files}`;
}

const x = (id: string, amount: string) => file(id, `kind: X\namount: ${amount}`);

describe('a rule for files judged together', () => {
  test.each([
    ['at the limit', [x('1', '40'), x('2', '60')], ['pass X 2', 'pass X 2']],
    ['a fen above', [x('1', '40'), x('2', '60.01')], ['fail X 2', 'fail X 2']],
    [
      'each group by itself',
      [x('1', '40'), file('2', 'kind: Y\namount: 60.01'), x('3', '70')],
      ['fail X 2', 'pass Y 1', 'fail X 2'],
    ],
    ['a file alone is a group of one', [x('1', '100')], ['pass X 1']],
    [
      'an amount that nobody filled in leaves its group open',
      [x('1', '40'), file('2', 'kind: X'), file('3', 'kind: Y\namount: 1')],
      ['cannot-tell dossiers[2].amount X 2', 'cannot-tell dossiers[2].amount X 2', 'pass Y 1'],
    ],
    [
      'a file without its key is cannot-tell, and leaves totals open that it may belong to',
      [x('1', '40'), file('2', 'amount: 70')],
      ['cannot-tell dossiers[2].kind X 1', 'cannot-tell dossiers[1].kind –'],
    ],
  ])('%s', (_, files, outcomes) => {
    expect(judged(together, files)).toEqual(outcomes);
  });

  test('judges each file beside the others, and says of it what is its own', () => {
    const keys = {
      scope: { groupBy: 'kind' },
      each: { own: 'dossiers' },
      asOf: 'own.day',
      when: 'own.amount != 7',
      require: 'own.amount <= 50 and (some other in dossiers satisfies other.amount > own.amount)',
    };
    const files = [x('1', '40'), x('2', '60'), x('3', '7'), file('4', 'kind: X')];
    expect(judged(keys, files)).toEqual([
      'pass X 4',
      'fail X 4',
      'not-applicable X 4',
      'cannot-tell dossiers[4].amount X 4',
    ]);
    const [, second] = judgements(keys, files);
    const own = second?.outcomes.filter(({ rule }) => rule === 'TST-001');
    expect(own?.map(({ element, at }) => [element, at])).toEqual([[null, '/dossiers/1/amount']]);
  });

  test('leaves the others open to a file that may belong beside them', () => {
    const keys = {
      scope: { groupBy: 'kind' },
      each: { own: 'dossiers' },
      asOf: 'own.day',
      require: 'count(dossiers[amount = own.amount]) = 1',
    };
    expect(judged(keys, [x('1', '40'), x('2', '60'), file('3', 'amount: 60')])).toEqual([
      'pass X 2',
      'cannot-tell dossiers[3].kind X 2',
      'cannot-tell dossiers[1].kind –',
    ]);
  });

  test('sees through a file without its key where the others decide', () => {
    const keys = {
      ...together,
      require: 'every d in dossiers satisfies d.amount <= 50',
      asOf: 'date("2024-01-02")',
    };
    const files = [x('1', '40'), x('2', '60'), file('3', 'amount: 1')];
    expect(judged(keys, files)).toEqual(['fail X 2', 'fail X 2', 'cannot-tell dossiers[1].kind –']);
  });

  test('may put a file into several groups, or into none', () => {
    const keys = { ...together, scope: { groupBy: 'items.kind' } };
    const items = (id: string, amount: number, ...kinds: string[]) =>
      file(
        id,
        `amount: ${amount}\nitems: [${kinds.map((kind, index) => `{ itemId: I${index}, kind: ${kind} }`).join(', ')}]`,
      );
    const files = [
      items('1', 60, 'X', 'Y'),
      items('2', 50, 'X'),
      items('3', 40, 'Y'),
      items('4', 999),
    ];
    expect(judged(keys, files)).toEqual([
      'fail X 2 | pass Y 2',
      'fail X 2',
      'pass Y 2',
      'not-applicable –',
    ]);
  });

  test('may read its key: a file in several groups then says in each what is that key’s', () => {
    const keys = {
      scope: { groupBy: 'items.kind', key: 'common' },
      each: { own: 'dossiers' },
      asOf: 'own.day',
      require:
        'every a in own.items[kind = common] satisfies every d in dossiers satisfies every b in d.items[kind = common] satisfies a.amount = b.amount',
    };
    const item = (kind: string, amount: number) =>
      `{ itemId: ${kind}, kind: ${kind}, amount: ${amount} }`;
    const files = [
      file('1', `items: [${item('X', 1)}, ${item('Y', 2)}]`),
      file('2', `items: [${item('X', 1)}, ${item('Y', 3)}]`),
    ];
    expect(judged(keys, files)).toEqual(['pass X 2 | fail Y 2', 'pass X 2 | fail Y 2']);
  });

  test.each([
    ['a number', { groupBy: 'amount', key: 'common' }, 'program/scope'],
    ['named as the list of files', { groupBy: 'kind', key: 'dossiers' }, 'rulebook/name-taken'],
  ])('reads no key that is %s', (_, scope, code) => {
    expect(() => programWith({ ...together, scope })).toThrow(code);
  });

  test('is located in the file whose report it is in', () => {
    const keys = {
      ...together,
      require: 'every d in dossiers satisfies d.amount <= 50',
      asOf: 'date("2024-01-02")',
    };
    const found = judgements(keys, [x('1', '60'), x('2', '70')]).map(({ outcomes }) =>
      outcomes.filter(({ rule }) => rule === 'TST-001').map(({ at, related }) => [at, ...related]),
    );
    expect(found).toEqual([
      [['/dossiers/0/amount', '/dossiers/1/amount']],
      [['/dossiers/1/amount', '/dossiers/0/amount']],
    ]);
  });

  test('counts in the verdict of each of its files', () => {
    const verdicts = judgements(together, [x('1', '40'), x('2', '70')]).map(
      ({ outcomes }) => outcomes.find(({ rule }) => rule === 'TST-001')?.level,
    );
    expect(verdicts).toEqual(['mandatory', 'mandatory']);
    expect(judgements(together, [x('1', '40'), x('2', '70')])[0]?.verdict).toBe('fail');
  });

  test('is judged for a file by itself as for a group of one', () => {
    expect(judgeWith(programWith(together), x('1', '101')).of('TST-001')).toBe('fail');
  });

  test('decides no group where more files than can be tried may belong to it', () => {
    const lost = Array.from({ length: 51 }, (_, index) => file(`L${index}`, 'amount: 0'));
    const keys = {
      ...together,
      require: 'every d in dossiers satisfies d.amount <= 50',
      asOf: 'date("2024-01-02")',
    };
    expect(judged(keys, [x('1', '60'), ...lost])[0]).toMatch(/^cannot-tell/u);
  });
});
