import { expect, test } from 'vitest';

import { manualCases } from '../../src/cli/manual-cases.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { RulePage } from '../../src/manual/model.ts';
import { shipped } from './harness.ts';

const { examples } = manualCases(shipped);
const books = (['zh', 'en'] as const).map((language) =>
  manual(shipped, { language, asOf: '2026-11-23', examples }),
);
const [zh, en] = books.map(({ stages }) => {
  const rules = stages.flatMap(({ steps }) => steps.flatMap((step) => step.rules));
  return new Map(rules.map((rule) => [rule.id, rule]));
});

test.each([
  ['MOD-007', ['HOUSING']],
  ['APR-013', ['COMMERCIAL_PROPERTY']],
  ['RSK-007', ['HOUSING']],
  ['INT-008', ['HOUSING', 'COMMERCIAL_PROPERTY']],
  ['MKT-011', undefined],
])('%s is for the products of its list and of its condition', (id, products) => {
  expect(cardOf(id).products?.map((product) => product.id)).toEqual(products);
});

test.each([
  ['DEC-002', 'must', '■'],
  ['MKT-003', 'must-not', '✕'],
  ['ACC-005', 'should', '●'],
])('%s binds as %s', (id, force) => {
  expect(cardOf(id).force).toBe(force);
});

test.each([
  ['RSK-007', 'pass', '首付款比例25%；全国住房贷款最低首付款比例15%；城市最低首付款比例15%'],
  ['DEC-002', 'pass', '审批层级2；应有的终批层级2'],
  ['MKT-101', 'pass', '由检查人员判断'],
])('the example of %s that comes to %s shows what was read: %s', (id, status, facts) => {
  expect(cardOf(id).examples.find((one) => one.status === status)?.facts).toBe(facts);
});

test('examples speak in words: no path, no code', () => {
  const said = [zh, en].flatMap((rules) =>
    [...(rules?.values() ?? [])].flatMap(({ id, examples: own }) =>
      own.flatMap(({ facts, changes, missing }) =>
        [facts, changes, ...missing].map((text) => `${id} ${text}`),
      ),
    ),
  );
  const paths = said.filter((text) => /\w\[[^\]]*\]|\w\.[a-z]\w*[A-Z]|\[[A-Z_]{3,}/u.test(text));
  expect(said.length).toBeGreaterThan(2000);
  expect(paths).toEqual([]);
});

test('nearly every right example says what it is right by', () => {
  const right = [...(zh?.values() ?? [])].flatMap(({ id, examples: own }) =>
    own.filter(({ status }) => status === 'pass').map(({ facts }) => [id, facts] as const),
  );
  const silent = right.filter(([, facts]) => facts === '').map(([id]) => id);
  expect(silent.length).toBeLessThan(right.length / 20);
});

test('a step without a time limit of its own has those of its rules', () => {
  const steps = books[0]?.stages.flatMap((stage) => stage.steps) ?? [];
  const acceptance = steps.find(({ id }) => id === 'acceptance');
  expect(
    acceptance?.times.map(({ rule, limit, value }) => [rule.id, limit.title, value]),
  ).toContainEqual(['ACC-005', '受理时限', '1个工作日']);
  const timeless = steps.filter(({ within, times }) => !within && times.length === 0);
  expect(timeless.length).toBeLessThan(7);
});

function cardOf(id: string): RulePage {
  const card = zh?.get(id);
  if (!card) throw new Error(`no rule ${id}`);
  return card;
}
