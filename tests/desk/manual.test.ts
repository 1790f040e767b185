import { beforeAll, describe, expect, test } from 'vitest';

import { textFiles } from '../../src/cli/manual-files.ts';
import type { Book } from '../../src/desk/manual/book.ts';
import { type ManualChoice, type Reader, readerOf } from '../../src/desk/manual/reader.ts';
import { docxBytes } from '../../src/document/docx.ts';
import type { PageText } from '../../src/document/passages.ts';
import { search, unitsOf } from '../../src/document/page/search.ts';
import type { Selection } from '../../src/manual/selection.ts';
import { casesOf, documentsOf, runOf, shipped, small } from '../manual/harness.ts';

const asOf = '2026-11-23';
const digest = `sha256:${'0'.repeat(64)}`;
const addressOf = (anchor: string) => `#/read/${encodeURIComponent(anchor)}`;

/** What the command line writes: each page below its head and the text of all, with the addresses of the desk. */
function written(
  program: typeof small,
  { language, selection }: ManualChoice,
): { readonly mains: readonly string[]; readonly text: readonly PageText[] } {
  const run = { ...runOf(['html-pages'], asOf), languages: [language], selection, digest };
  const files = textFiles(documentsOf(program, run), run);
  const mains = [...files].flatMap(([name, html]) =>
    name.endsWith('.html') ? [routed(html.split('<main>\n')[1]?.split('\n</main>')[0] ?? '')] : [],
  );
  const script = files.get(`${language}/search.js`) ?? '';
  const text = JSON.parse(
    script.replace(/^window\.bookText = |;\n(?:window\.bookSynonyms = .*\n)?$/gu, ''),
  ) as PageText[];
  return { mains, text };
}

function routed(html: string): string {
  return html.replaceAll(
    /href="[\w-]+\.html#([^"]+)"/gu,
    (_, anchor: string) => `href="#/read/${encodeURIComponent(anchor)}"`,
  );
}

/** Every page from the front on, as one goes on from the other. */
function pagesOf(book: Book) {
  const pages = [book.page('')];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(book.page(next.anchor));
  return pages.flatMap((page) => page ?? []);
}

const readers = new Map<typeof small, Reader>();

beforeAll(() => {
  for (const program of [small, shipped]) {
    const { examples } = casesOf(program);
    readers.set(program, readerOf({ program, digest, examples }, addressOf));
  }
}, 60_000);

const choices: readonly (readonly ['small' | 'shipped', string, Selection])[] = [
  ['small', 'zh', {}],
  ['small', 'en', { audience: 'audit', isTechnical: true }],
  ['small', 'zh', { redLines: true }],
  ['shipped', 'zh', {}],
  ['shipped', 'zh', { audience: 'operation' }],
  ['shipped', 'en', { audience: 'inspection', product: 'HOUSING' }],
  ['shipped', 'zh', { post: 'REVIEWER' }],
  ['shipped', 'en', { checklists: true, stage: 'investigate-and-close' }],
];

test.each(choices)(
  'the manual of the %s rulebook (%s, %o) is that of the command line',
  (name, language, selection) => {
    const program = name === 'small' ? small : shipped;
    const choice = { language, asOf, selection };
    const book = readers.get(program)?.book(choice);
    const { mains, text } = written(program, choice);
    const pages = book ? pagesOf(book) : [];
    expect(pages).toHaveLength(mains.length);
    const other = pages.filter(({ html }, index) => !html.endsWith(mains[index] ?? '?'));
    expect(other.map(({ title }) => title)).toEqual([]);
    const units = unitsOf(text);
    for (const query of ['审查', 'review', '双人 面谈', 'ＲＳＫ-007', '没有这种词语']) {
      const of = search(units, query);
      const found = book?.search(query, 0, units.length);
      expect(found?.places.map(({ anchor }) => anchor)).toEqual(of.units.map(({ id }) => id));
      expect([found?.count, found?.isApart]).toEqual([of.units.length, of.isApart]);
    }
  },
  60_000,
);

test.each(['zh', 'en'])(
  'the %s card of a rule is that of the whole manual',
  (language) => {
    const { mains } = written(shipped, { language, asOf, selection: {} });
    const html = mains.join('\n');
    const some = shipped.rules.filter((_, index) => index % 9 === 0);
    const printed = some.flatMap(({ id }) => {
      const card = readers.get(shipped)?.card(id, { language, asOf });
      const isSame = card ? html.includes(card.html) : !html.includes(` id="${id}"`);
      return [{ id, clauses: card?.clauses ?? [], isSame }];
    });
    expect(printed.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(printed.length).toBeGreaterThan(20);
    // every clause that a card rests on names the card's rule among its own
    for (const { id, clauses } of printed)
      for (const { rules } of clauses) expect(rules).toContain(id);
  },
  60_000,
);

test.each([
  ['首付比例', '首付款比例'],
  ['二套房 首付', '第二套'],
  ['第二套房首付', '第二套'],
])('what is called otherwise is found: %s', (query, written) => {
  const book = readers.get(shipped)?.book({ language: 'zh', asOf, selection: {} });
  const found = book?.search(query, 0, 1);
  expect(found?.places[0]?.anchor).toBe('RSK-007');
  expect(found?.instead.map((one) => one.written)).toEqual([written]);
});

test('the handbook of a post is called by the post, and tells its rules by step', () => {
  const selection = { post: 'CUSTOMER_MANAGER' };
  const book = readers.get(shipped)?.book({ language: 'zh', asOf, selection });
  expect(book?.front.title).toBe('岗位手册：客户经理（个人贷款业务守则）');
  const html = book?.page('post-CUSTOMER_MANAGER')?.html ?? '';
  const rules = html.split('<table class="rules">')[1]?.split('</table>')[0] ?? '';
  expect(rules.match(/#\/read\/MKT-\d+/gu)?.length).toBeGreaterThan(5);
});

describe('a place', () => {
  const reader = readerOf({ program: small, digest }, addressOf);
  const whole: ManualChoice = { language: 'zh', asOf, selection: {} };

  test('leads to the page that it stands on, and to no other', () => {
    const book = reader.book(whole);
    const rule = small.rules[0]?.id ?? '';
    expect(book.page(rule)?.html).toContain(` id="${rule}"`);
    expect(book.page('no-such-place')).toBeUndefined();
  });

  test('that the rulebook has not chooses nothing, and what was read is not made again', () => {
    const book = reader.book(whole);
    const selection = { post: 'NOBODY', product: 'NOTHING', stage: 'never' };
    expect(reader.book({ ...whole, selection })).toBe(book);
    expect(reader.card('NO-001', whole)).toBeUndefined();
  });

  test('is found whether the text was made ready or not, a page of places at a time', () => {
    const [ready, fresh] = [1, 2].map(() => readerOf({ program: small, digest }, addressOf));
    while (ready?.book(whole).prepare());
    const found = fresh?.book(whole).search('评价', 0, 2);
    expect(ready?.book(whole).search('评价', 0, 2)).toEqual(found);
    expect(found?.places).toHaveLength(2);
    expect(fresh?.book(whole).search('评价', 1, 1).places).toEqual(found?.places.slice(1));
  });
});

test('the handbook of a post for Word is that of the command line without pictures', async () => {
  const selection = { post: 'ASSESSOR' };
  const reader = readerOf({ program: small, digest }, addressOf);
  const run = { ...runOf(['docx'], asOf), languages: ['zh'], selection, digest };
  const [document] = documentsOf(small, run);
  const bytes = document && (await docxBytes(document, { countsPages: true }));
  expect(await reader.docx({ language: 'zh', asOf, selection })).toEqual(bytes);
});
