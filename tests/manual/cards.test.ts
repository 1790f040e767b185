import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';

import { manualCases } from '../../src/cli/manual-cases.ts';
import { plainText } from '../../src/document/prose.ts';
import { documentOf } from '../../src/manual/document.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { RulePage } from '../../src/manual/model.ts';
import { selected } from '../../src/manual/selection.ts';
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

describe('the operation edition', () => {
  const [book] = books;
  const document =
    book && documentOf(selected(book, { audience: 'operation', product: 'HOUSING' }));
  const cards = (document?.parts ?? []).flatMap(({ blocks }) =>
    blocks.filter((block) => block.type === 'card'),
  );
  const card = (id: string) => cards.find(({ children }) => plainText(children[0]!).startsWith(id));

  test('has a card for each rule in force of the product, and no table on any', () => {
    const rules = [...(zh?.values() ?? [])].filter(
      ({ state, hasProducts, products }) =>
        state === 'in-force' &&
        hasProducts &&
        (products?.some(({ id }) => id === 'HOUSING') ?? true),
    );
    expect(cards.map(({ children }) => plainText(children[0]!))).toEqual(
      rules.map(({ id, title }) => `${id} ${title}`),
    );
    expect(cards.filter(({ children }) => children.some(({ type }) => type === 'table'))).toEqual(
      [],
    );
  });

  test.each(['RSK-007', 'CON-035', 'INT-101', 'ACC-012'])('the card of %s', async (id) => {
    const said = card(id)?.children.flatMap(linesOf).join('\n');
    await expect(`${said}\n`).toMatchFileSnapshot(`expected/brief/${id}.txt`);
  });

  test('contents go down to steps', () => {
    expect(document?.parts.map(({ listed }) => listed)).not.toContain(3);
  });

  test('an example is short, and measures something', () => {
    const examples = cards.flatMap(({ children }) =>
      children.map(plainText).filter((line) => /^[✓✗] /u.test(line)),
    );
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.filter((line) => line.length > 200 || !/\d/u.test(line))).toEqual([]);
  });

  test('the index is in the order of ids', () => {
    const index = document?.parts.find(({ name }) => name === 'appendix-rules');
    const list = index?.blocks.find((block) => block.type === 'list');
    const ids = list?.children.map((item) => plainText(item).slice(0, 7)) ?? [];
    expect(ids.length).toBeGreaterThan(cards.length);
    expect(ids).toEqual(ids.toSorted());
  });
});

/** The text of a block, each item of a list in a line. */
function linesOf(block: Nodes): readonly string[] {
  return block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote'
    ? block.children.flatMap(linesOf)
    : [plainText(block)];
}

function cardOf(id: string): RulePage {
  const card = zh?.get(id);
  if (!card) throw new Error(`no rule ${id}`);
  return card;
}
