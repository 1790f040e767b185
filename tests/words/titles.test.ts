import { describe, expect, test } from 'vitest';

import { newVariables } from '../../src/feel/bindings.ts';
import { checkExpression } from '../../src/feel/check.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { namesFor } from '../../src/program/from-rulebook.ts';
import { mainSubject, type Program } from '../../src/program/ast.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { checkSource } from '../check/check-source.ts';
import { put, shouze } from '../cli/harness.ts';
import { edited, type Files, onDisk, read } from './harness.ts';

const money = { type: 'number', 'x-unit': 'money', minimum: 0 };
const titled = (zh: string, schema: object) => ({ ...schema, 'x-title': { zh } });

/** A rulebook whose writer says everything by its title. */
const byTitle: Files = {
  'rulebook.yaml': `
format: 1
id: zulin
version: 1.0.0
title: { zh: 房屋租赁守则 }
issuer: { zh: 示范中介 }
currency: CNY
zone: '+08:00'
languages: [zh]
subjects:
  lease: { title: { zh: 租约 }, schema: lease.schema.json, id: id }
stages:
  - { stage: sign, title: { zh: 签约 }, steps: [check] }
`,
  'lease.schema.json': JSON.stringify({
    type: 'object',
    properties: {
      id: titled('编号', { type: 'string' }),
      day: titled('签约日期', { type: 'string', format: 'date' }),
      terms: titled('约定', {
        type: 'object',
        properties: {
          deposit: titled('押金', money),
          rent: titled('月租金', money),
          // its own name is its title
          备注: titled('备注', { type: 'string' }),
          note: titled('说明', { type: 'string' }),
        },
      }),
      tenants: titled('承租人', {
        type: 'array',
        'x-key': 'key',
        items: {
          type: 'object',
          properties: {
            key: titled('序号', { type: 'string' }),
            name: titled('姓名', { type: 'string' }),
            share: titled('分摊', money),
            note: titled('说明', { type: 'string' }),
          },
        },
      }),
      owner: titled('出租人', {
        type: 'object',
        properties: {
          name: titled('姓名', { type: 'string' }),
          payee: titled('收款人', { type: 'string' }),
        },
      }),
      agent: titled('经纪人', {
        type: 'object',
        properties: {
          name: titled('姓名', { type: 'string' }),
          payee: titled('收款人', { type: 'string' }),
        },
      }),
    },
  }),
  'posts.yaml': `
posts: [{ post: CLERK, title: { zh: 经办 }, duties: { zh: 经办。 } }]
incompatible: []
`,
  'parameters/mostMonths.yaml': `
parameter: mostMonths
title: { zh: 押金月数上限 }
unit: ratio
editions: [{ from: 2000-01-01, value: 2, basis: [] }]
`,
  'definitions.yaml': `
definitions:
  - definition: depositMonths
    title: { zh: 押金月数 }
    editions: [{ from: 2000-01-01, is: 押金 / 约定.月租金 }]
  - definition: allShares
    title: { zh: 分摊合计 }
    editions: [{ from: 2000-01-01, is: sum(承租人.分摊) }]
`,
  'tables/band.yaml': `
table: band
title: { zh: 押金档 }
hit: unique
inputs: [{ is: 押金月数 }]
outputs: [{ output: level, title: { zh: 档 } }]
editions:
  - from: 2000-01-01
    basis: []
    rows: [{ when: ['<= 1'], then: ['"LOW"'] }, { when: ['> 1'], then: ['"HIGH"'] }]
`,
  'stages/sign/check/step.yaml': `
step: check
title: { zh: 核对 }
purpose: { zh: 核对租约。 }
posts: [CLERK]
rules: [LEA-001]
`,
  'stages/sign/check/LEA-001-deposit.yaml': `
rule: LEA-001
kind: bank
level: mandatory
check: data
status: issued
posts: [CLERK]
title: { zh: 押金不过高 }
asOf: 签约日期
when: count(承租人[姓名 != "无"]) > 0 or 押金档 = "HIGH"
require: 押金月数 <= 押金月数上限(签约日期) and 分摊合计 = 约定.月租金
finding: { zh: '押金 {押金}，月数 {押金月数}' }
basis: []
editions: [{ from: 2000-01-01 }]
`,
};

const rule = 'stages/sign/check/LEA-001-deposit.yaml';

/** The same rulebook by names. */
const byName = (
  [
    ['definitions.yaml', 'is: 押金 / 约定.月租金', 'is: terms.deposit / terms.rent'],
    ['definitions.yaml', 'sum(承租人.分摊)', 'sum(tenants.share)'],
    ['tables/band.yaml', 'is: 押金月数', 'is: depositMonths'],
    [rule, 'asOf: 签约日期', 'asOf: day'],
    [rule, '承租人[姓名 != "无"]', 'tenants[name != "无"]'],
    [rule, '押金档 = "HIGH"', 'band = "HIGH"'],
    [
      rule,
      '押金月数 <= 押金月数上限(签约日期) and 分摊合计 = 约定.月租金',
      'depositMonths <= mostMonths(day) and allShares = terms.rent',
    ],
    [rule, '押金 {押金}，月数 {押金月数}', '押金 {terms.deposit}，月数 {depositMonths}'],
  ] as const
).reduce((files, [path, from, to]) => edited(files, path, from, to), byTitle);

function program(files: Files): Program {
  const { program: found, problems } = read(files);
  const wrong = problems.filter((one) => !one.startsWith('rulebook/no-cases'));
  if (!found || wrong.length > 0) throw new Error(wrong.join('\n'));
  return found;
}

/** Everything but where it stands in the text. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (['span', 'yaml', 'named', 'source'].includes(key)) return undefined;
    if (inner instanceof Map) return [...inner];
    return typeof inner === 'bigint' ? String(inner) : inner;
  });
}

function plan(of: Program): unknown {
  const subject = mainSubject(of.subjects);
  const made = subject && planOf(of, subject);
  expect(made?.rules.length).toBeGreaterThan(0);
  return made;
}

const book = program(byTitle);
const lease = mainSubject(book.subjects);
if (!lease) throw new Error('a subject is there');
const allNames = namesFor(book, lease);

function checked(text: string) {
  const { value, problems } = parseExpression(text, { dialect: 'rule' });
  if (!value) throw new Error(JSON.stringify(problems));
  return checkExpression(value, allNames, newVariables());
}

describe('a rulebook by titles', () => {
  test('is the same core as by names, and the same plan', () => {
    const other = program(byName);
    const parts = ({ rules, references }: Program) =>
      plain([
        rules.map(({ editions, each }) => [editions, each]),
        [...references.values()].map(({ kind, name, type, ...rest }) => [kind, name, type, rest]),
      ]);
    expect(parts(book)).toBe(parts(other));
    expect(plain(plan(book))).toBe(plain(plan(other)));
  });

  test.each([
    ['合规', 'deposit: 4000', 'pass'],
    ['押金过高', 'deposit: 4000.01', 'fail'],
    ['没有押金', 'note: 未收', 'cannot-tell'],
  ])('judges: %s', (_, deposit, status) => {
    const text = `id: A\nday: 2026-05-01\nterms: { ${deposit}, rent: 2000 }\ntenants: [{ key: a, name: 甲, share: 500 }, { key: b, name: 乙, share: 1500 }]\n`;
    const { judged } = checkSource({ name: 'a.yaml', text }, book, {});
    expect(judged?.judgement.outcomes.find(({ rule }) => rule === 'LEA-001')?.status).toBe(status);
  });
});

test.each([
  ['押金 > 100', 'terms.deposit > 100'],
  ['约定.押金 > 100', 'terms.deposit > 100'],
  ['terms.押金 > 100', 'terms.deposit > 100'],
  ['some 人 in 承租人 satisfies 人.姓名 = "甲"', 'some 人 in tenants satisfies 人.name = "甲"'],
  ['count(承租人[分摊 > 押金]) > 0', 'count(tenants[share > terms.deposit]) > 0'],
  ['承租人.分摊', 'tenants.share'],
  ['押金月数上限(签约日期)', 'mostMonths(day)'],
  // the nearest record comes first, for titles as for names
  ['count(承租人[说明 = "x"])', 'count(tenants[note = "x"])'],
  ['出租人.姓名', 'owner.name'],
  ['terms.备注', 'terms.备注'],
])('%s is %s', (title, name) => {
  const [one, other] = [checked(title), checked(name)];
  expect([one.problems, other.problems]).toEqual([[], []]);
  expect(plain(one.core)).toBe(plain(other.core));
});

describe('a title that may mean two things means neither', () => {
  test.each([
    ['of two records', '«收款人» = "x"', 'owner.payee', 'agent.payee'],
    ['of two records, behind one', 'terms.备注 = «姓名»', 'owner.name', 'agent.name'],
  ])('%s', (_, marked, first, second) => {
    const text = marked.replaceAll(/[«»]/gu, '');
    const [problem, ...more] = checked(text).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'feel/ambiguous-title',
      params: { first, second },
      start: marked.indexOf('«'),
      end: marked.indexOf('»') - 1,
    });
  });

  const files = (title: string, name = 'other') =>
    edited(
      byTitle,
      'definitions.yaml',
      '  - definition: allShares',
      `  - definition: ${name}\n    title: { zh: ${title} }\n    editions: [{ from: 2000-01-01, is: "1 + 1" }]\n  - definition: allShares`,
    );

  test('of a field and a definition', () => {
    expect(read(files('月租金')).problems).toEqual(read(byTitle).problems);
    expect(read(files('押金')).problems).toContain('feel/ambiguous-title at «押金»');
  });

  test('of a field, and the name of a definition', () => {
    expect(read(files('另一项', '押金')).problems).toContain('feel/ambiguous-title at «押金»');
  });

  test('of two fields of one record', () => {
    const twice = edited(byTitle, 'lease.schema.json', '"说明"', '"月租金"');
    expect(read(twice).problems).toContain('feel/ambiguous-title at «月租金»');
  });
});

test('what nothing is called is unknown', () => {
  expect(checked('押金额 > 1').problems[0]).toMatchObject({ code: 'feel/unknown-name' });
  expect(checked('约定.押金额 > 1').problems[0]).toMatchObject({ code: 'feel/unknown-field' });
  // fields of elements are no fields of the file
  expect(checked('分摊 > 1').problems[0]).toMatchObject({ code: 'feel/unknown-name' });
});

test('a circle of titles is one', () => {
  const circle = edited(byTitle, 'definitions.yaml', 'is: 押金 / 约定.月租金', 'is: 押金月数');
  expect(read(circle).problems).toContain('program/cycle at «depositMonths»');
});

test('the calculator of the command line takes titles too', async () => {
  const folder = onDisk(byTitle);
  const text =
    'id: A\nday: 2026-05-01\nterms: { deposit: 4000, rent: 2000 }\ntenants: [{ key: a, share: 500 }]\n';
  const path = put(folder, 'a.yaml', text);
  const ran = (expression: string) =>
    shouze('feel', expression, '--dossier', path, '--rulebook', folder, '--as-of', '2026-05-01');
  expect((await ran('押金 / 月租金')).out).toBe('2\n');
  expect((await ran('sum(承租人[分摊 > 100].分摊) + 押金')).out).toBe('4500\n');
  expect((await ran('押金月数')).out).toBe('2\n');
});
