import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/document/prose.ts';
import { documentOf } from '../../src/manual/document.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { RulePage } from '../../src/manual/model.ts';
import { selected } from '../../src/manual/selection.ts';
import { casesOf, shipped } from './harness.ts';

const { examples } = casesOf(shipped);
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
  [
    'RSK-007',
    'pass',
    '合同成交价：1,600,000元；首付款金额：400,000元；首付款比例：25%；全国住房贷款最低首付款比例：15%；城市最低首付款比例：15%',
  ],
  ['DEC-002', 'pass', '审批层级：2；应有的终批层级：2'],
  ['MKT-101', 'pass', '由检查人员判断'],
])('the example of %s that comes to %s shows what was read: %s', (id, status, facts) => {
  expect(cardOf(id).examples.find((one) => one.status === status)?.facts).toBe(facts);
});

test('examples speak in words: no path, no code', () => {
  const said = [zh, en].flatMap((rules) =>
    [...(rules?.values() ?? [])].flatMap(({ id, examples: own }) =>
      own.flatMap(({ facts, message, missing }) =>
        [facts, message, ...missing].map((text) => `${id} ${text}`),
      ),
    ),
  );
  const paths = said.filter((text) => /\w\[[^\]]*\]|\w\.[a-z]\w*[A-Z]|\[[A-Z_]{3,}/u.test(text));
  expect(said.length).toBeGreaterThan(2000);
  expect(paths).toEqual([]);
  expect(said.filter((text) => text.includes('{}'))).toEqual([]);
});

test.each([
  // the one event of intake, and not the first of the file
  ['ACC-014', 'zh', '流程事件类型：受理；事件操作人：S-IN1；客户经理：S-CM1'],
  // who was there, beside how many must be
  ['INV-001', 'en', 'Investigators: S-INV1, S-INV2; Minimum number of on-site investigators: 2'],
])('a right example of %s tells the record that counts', (id, language, facts) => {
  const rules = language === 'zh' ? zh : en;
  const right = rules?.get(id)?.examples.find(({ status }) => status === 'pass');
  expect(right?.facts).toContain(facts);
});

test('a wrong example speaks of records by what they are, and not by the numbers of the file', () => {
  const wrong = [...(zh?.values() ?? [])].flatMap(({ id, examples: own }) =>
    own.filter(({ status }) => status === 'fail').map(({ message }) => `${id} ${message}`),
  );
  const numbered = wrong.filter((text) => /(?<![A-Z-])[A-Z]\d{1,2}(?!\d)/u.test(text));
  // the number of a customer, or of an area, which is the very matter
  expect(numbered.map((text) => text.slice(0, 7))).toEqual([
    'IDS-007',
    'GRP-005',
    'GRP-006',
    'GRP-007',
    'GRP-008',
    'GRP-009',
    'ORG-026',
    'ORG-027',
    'ORG-028',
  ]);
});

test('every right example says what it is right by', () => {
  const right = [...(zh?.values() ?? [])].flatMap(({ id, examples: own }) =>
    own.filter(({ status }) => status === 'pass').map(({ facts }) => [id, facts] as const),
  );
  const silent = right.filter(([, facts]) => facts === '').map(([id]) => id);
  expect(silent).toEqual([]);
});

test('a card explains what it speaks of, by the words that it uses, and nothing else', () => {
  const cards = [...(zh?.values() ?? [])];
  const unspoken = cards.flatMap(({ id, when, criterion, named, spokenOf }) => {
    const said = JSON.stringify([when, criterion, named.map(({ title, says }) => title && says)]);
    const names = [...named, ...spokenOf.filter(({ kind }) => kind === 'definition')];
    return names.flatMap(({ title }) =>
      title === undefined || JSON.stringify([said, spokenOf]).includes(title)
        ? []
        : [`${id} ${title}`],
    );
  });
  expect(unspoken).toEqual([]);
  const patterns = cards.flatMap(({ id, named, spokenOf }) =>
    [...named, ...spokenOf].filter(({ says }) => says.includes('|')).map(() => id),
  );
  expect(patterns).toEqual([]);
});

test('times of a step are those by when something has to be done, with the day they run from', () => {
  const steps = books[0]?.stages.flatMap((stage) => stage.steps) ?? [];
  const times = new Map(
    steps.flatMap((step) => step.times.map((time) => [`${step.id} ${time.limit.title}`, time])),
  );
  expect(times.get('acceptance 受理时限')).toMatchObject({
    from: '资料齐全时间',
    isDeadline: true,
  });
  expect(times.get('acceptance 收入资料有效天数')).toMatchObject({ isDeadline: false });
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
