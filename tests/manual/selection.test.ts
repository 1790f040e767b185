import { describe, expect, test } from 'vitest';

import { textFiles } from '../../src/cli/manual-files.ts';
import { numbered } from '../../src/manual/chart/stage.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { Manual, RulePage } from '../../src/manual/model.ts';
import { type Selection, selected } from '../../src/manual/selection.ts';
import { documentsOf, runOf, shipped, small } from './harness.ts';

const asOf = '2026-11-23';
const whole = manual(shipped, { language: 'zh', asOf, examples: new Map() });
const all = rulesIn(whole);

describe.each<readonly [string, Selection, (rule: RulePage) => boolean]>([
  ['a product', { product: 'HOUSING' }, (rule) => isOf(rule, 'HOUSING')],
  ['a post', { post: 'REVIEWER' }, ({ posts }) => posts.some(({ id }) => id === 'REVIEWER')],
  ['red lines', { redLines: true }, ({ redLine }) => redLine],
  [
    'a product and a post',
    { product: 'CONSUMER', post: 'APPROVER' },
    (rule) => isOf(rule, 'CONSUMER') && rule.posts.some(({ id }) => id === 'APPROVER'),
  ],
])('%s', (_, selection, isWanted) => {
  const book = selected(whole, selection);

  test('has its rules and no other, in their order', () => {
    const wanted = all.filter(isWanted).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(rulesIn(book).map(({ id }) => id)).toEqual(wanted);
    expect(book.ruleCount).toBe(wanted.length);
    expect(book.reading.of).toBe(all.length);
  });

  test('has every limit, paper and clause that its rules name, and no clause besides', () => {
    const rules = rulesIn(book);
    const limits = new Set(
      [...book.tables, ...book.definitions, ...book.parameters, ...book.codeSets].map(
        ({ id }) => id,
      ),
    );
    const papers = new Set(book.documents.map(({ id }) => id));
    const clauses = new Set(book.sources.flatMap((source) => source.clauses.map(({ ref }) => ref)));
    const lacking = rules.flatMap((rule) => [
      ...rule.limits.filter(({ id }) => !limits.has(id)),
      ...rule.evidence.filter(({ id }) => !papers.has(id)),
      ...rule.basis.filter(({ ref }) => !clauses.has(ref)),
    ]);
    expect(lacking).toEqual([]);
    expect(clauses.size).toBeLessThan(
      whole.sources.reduce((sum, source) => sum + source.clauses.length, 0),
    );
  });
});

test('a stage keeps the number that it has in the whole book', () => {
  const { stages } = selected(whole, { stage: 'investigate-and-close' });
  expect(stages.map(({ id, number }) => [id, number])).toEqual([['investigate-and-close', 3]]);
  expect(stages[0]?.steps[0]?.number).toBe('3.1');
});

test('a handbook has the steps in which the post has something to do', () => {
  const { stages, posts, incompatible } = selected(whole, { post: 'INVESTIGATOR' });
  const steps = stages.flatMap((stage) => stage.steps).map(({ id }) => id);
  const wanted = whole.stages
    .flatMap((stage) => stage.steps)
    .filter(({ tasks }) => tasks.some(({ post }) => post.id === 'INVESTIGATOR'))
    .map(({ id }) => id);
  expect(steps).toEqual(expect.arrayContaining(wanted));
  expect(posts.map(({ id }) => id)).toEqual(['INVESTIGATOR']);
  expect(incompatible.length).toBeGreaterThan(0);
});

const selections: readonly (readonly [string, Selection])[] = [
  ['for operation, one product', { audience: 'operation', product: 'HOUSING' }],
  ['for inspection, one stage', { audience: 'inspection', stage: 'safeguards' }],
  ['for one post', { post: 'CUSTOMER_MANAGER' }],
  ['red lines', { redLines: true }],
  ['check-lists', { checklists: true }],
];

describe.each(selections)('%s', (_, selection) => {
  const page = pageOf(shipped, selection, 'zh');

  test('no link is dead', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('the cover says how many rules of how many', () => {
    const { ruleCount } = selected(whole, selection);
    const says =
      ruleCount === all.length
        ? `收录规则库的全部${all.length}条规则`
        : `收录${ruleCount}条规则，规则库共有${all.length}条`;
    expect(page).toContain(says);
  });
});

test.each<readonly [string, Selection, readonly string[], readonly string[]]>([
  [
    'operation',
    { audience: 'operation' },
    ['操作要点', '判定标准', '常见差错', '即将变更'],
    ['沿革', '风险提示', '制定理由', '自查清单', '所用口径与限额', '本版说明'],
  ],
  [
    'inspection',
    { audience: 'inspection' },
    ['判定标准', '留痕与例外', '示例'],
    ['操作要点', '沿革'],
  ],
  ['audit', { audience: 'audit' }, ['操作要点', '风险提示', '依据', '沿革', '参数沿革'], []],
  [
    'red lines',
    { redLines: true },
    ['先看后果', '操作要点', '判定标准'],
    ['示例', '自查清单', '沿革'],
  ],
])('for %s', (_, selection, there, away) => {
  const heads = [
    ...pageOf(small, selection, 'zh', '2025-06-01').matchAll(/>([^<>]+)<\/(?:h\d|strong)>/gu),
  ];
  const said = heads.map(([, head]) => head);
  expect(there.filter((head) => !said.includes(head))).toEqual([]);
  expect(away.filter((head) => said.includes(head))).toEqual([]);
});

test('fields, expressions, references and files are for those who ask', () => {
  const technical = ['approval.approverLevel', 'approvals[].approverLevel', 'DEC-002-tiered'];
  const plain = pageOf(shipped, { stage: 'investigate-and-close', audience: 'operation' }, 'zh');
  expect(technical.filter((text) => plain.includes(text))).toEqual([]);
  const whole = pageOf(shipped, { stage: 'investigate-and-close', isTechnical: true }, 'zh');
  expect(technical.filter((text) => !whole.includes(text))).toEqual([]);
});

test('every rule in force is on a check-list of each product it is for', () => {
  const page = pageOf(shipped, { checklists: true }, 'zh');
  const sheets = page.split(/<h3 id="step-/u).slice(1);
  const missing = all
    .filter(({ state }) => state === 'in-force')
    .flatMap((rule) =>
      (rule.products ?? (rule.hasProducts ? whole.products : []))
        .filter(
          ({ title }) =>
            !sheets.some(
              (sheet) =>
                sheet.slice(0, sheet.indexOf('</h3>')).includes(title) &&
                sheet.includes(`${rule.id} `),
            ),
        )
        .map(({ id }) => `${rule.id} ${id}`),
    );
  expect(missing).toEqual([]);
});

test('with one product there are its sheets alone', () => {
  const page = pageOf(shipped, { checklists: true, product: 'CONSUMER' }, 'zh');
  const heads = [...page.matchAll(/<h3 id="step-[^>]*>([^<]+)/gu)].map(([, head]) => head);
  expect(heads).toContain('3.1 面谈（个人消费贷款）');
  expect(heads.filter((head) => !head?.endsWith('（个人消费贷款）'))).toEqual([]);
});

function pageOf(
  program: typeof shipped,
  selection: Selection,
  language: 'zh' | 'en',
  day = asOf,
): string {
  const run = { ...runOf(['html'], day), languages: [language], selection };
  return textFiles(documentsOf(program, run), run).get(`manual.${language}.html`) ?? '';
}

function rulesIn({ stages }: Manual): readonly RulePage[] {
  return stages.flatMap(({ steps }) => steps.flatMap((step) => step.rules));
}

function isOf({ products, hasProducts }: RulePage, product: string): boolean {
  return hasProducts && (products?.some(({ id }) => id === product) ?? true);
}

describe('a book of one product', () => {
  const book = selected(whole, { product: 'HOUSING' });

  test('has the tiers of authority of that product, and of all', () => {
    const table = book.tables.find(({ id }) => id === whole.book.authority);
    const rows = table?.editions.flatMap((edition) => edition.rows) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ cells }) => cells[0]))).toEqual(new Set(['个人住房贷款', '—']));
  });

  test('has principles with limits that are not those of another product', () => {
    const limits = book.book.principles.flatMap((principle) => principle.limits);
    expect(limits.map(({ title }) => title)).toContain('住房贷款最长期限');
    expect(limits.filter(({ title }) => /商业用房|消费贷款|经营贷款/u.test(title))).toEqual([]);
  });

  test('has no time limit and no gate of a rule that it leaves out', () => {
    const steps = book.stages.flatMap((stage) => stage.steps);
    const ids = new Set(rulesIn(book).map(({ id }) => id));
    const left = steps.flatMap(({ times, gate }) =>
      [...times.map(({ rule }) => rule.id), ...gate.map(({ id }) => id)].filter(
        (id) => !ids.has(id),
      ),
    );
    expect(left).toEqual([]);
  });
});

test('a handbook numbers steps as the whole does, in charts too, and closes no ring', () => {
  const book = selected(whole, { post: 'REVIEWER' });
  const numbers = numbered(book.stages).map(({ number }) => number);
  expect(numbers).toEqual(book.stages.flatMap(({ steps }) => steps.map((step) => step.number)));
  expect(numbers[0]).toMatch(/^[2-6]\./u);
  expect([whole.isRing, book.isRing]).toEqual([true, false]);
});

test('a handbook has the terms that it uses, and not all', () => {
  const { terms } = selected(whole, { post: 'VAULT_KEEPER' });
  expect(terms.length).toBeLessThan(whole.terms.length);
});
