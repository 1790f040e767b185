import { describe, expect, test } from 'vitest';

import { cellAt } from '../../src/base/source.ts';
import { engineOf } from '../../src/check/engine.ts';
import { readDossier } from '../../src/check/read.ts';
import { boundTables } from '../../src/intake/bound.ts';
import { mappingFrom } from '../../src/intake/mapping.ts';
import { intakeOf, type RowText } from '../../src/intake/rows.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { sampleYaml, samples, shipped } from '../evaluate/shipped.ts';
import { tableOf } from './tables.ts';

const { program, subject } = shipped();

const mapping = `
format: 1
table:
  name: book
  key: 编号
  columns:
    编号: meta.dossierId
    金额（万元）: { to: application.requestedAmount, times: 10000 }
    姓名: "parties[1].name"
    配偶: "parties[2].name"
    评估值: { to: "appraisals[1].appraisedValue", optional: true }
  fixed: { "parties[1].role": BORROWER, "parties[2].role": SPOUSE, meta.baseCurrency: CNY }
lists:
  - { name: papers, list: documents, key: 编号, columns: { 名称: docType, 空白数: blankFields } }
complete: [documents, "documents[]"]
`;

const book = `
机构：演示
编号 | 金额（万元） | 姓名 | 配偶 | 其他
A1 | 130 | 张三 | 李四 | x
A2 | 120 | - | 王五 | x
A2 | 120 | 张三 | | x
 | 110 | 张三 | | x
A4 | 3.1.4 | 3.20E+17 | | x
A5 | 0.0125 | 张三 | | x
A6 | 110 | 张三 | | x
A7 | 110 | 张三 | | x
合计 | 600.0125 | | |
制表：赵六 | | | |
`;

const papers = `
编号 | 名称 | 空白数
A1 | INCOME_PROOF | 0
A9 | INCOME_PROOF | 0
A1 | 收入证明 |
A9 | INCOME_PROOF | 0
`;

async function taken(
  text = mapping,
  tables = [tableOf('f/book.csv', book), tableOf('b.xlsx!papers', papers)],
) {
  const { value, diagnostics } = mappingFrom(
    { name: 'm.yaml', text: text.replace('name: book', 'name: "book*"') },
    program,
  );
  if (!value)
    return { wrong: diagnostics.map(({ code }) => code), texts: [], problems: [], tables: [] };
  const { bound, problems } = await boundTables(value, tables);
  if (problems.length > 0)
    return { wrong: problems.map(({ code }) => code), texts: [], problems: [], tables: [] };
  const intake = intakeOf(value, bound);
  const texts: RowText[] = [];
  for await (const some of intake.texts()) texts.push(...some);
  return { wrong: [], texts, problems: intake.problems, tables: intake.reconciled() };
}

describe('rows become files', async () => {
  const { texts, problems, tables } = await taken();

  test('with what columns, fixed values and child tables give', () => {
    expect(texts.map(({ source }) => JSON.parse(source.text) as unknown)).toEqual([
      {
        meta: { dossierId: 'A1', baseCurrency: 'CNY' },
        application: { requestedAmount: 1_300_000 },
        parties: [
          { name: '张三', role: 'BORROWER' },
          { name: '李四', role: 'SPOUSE' },
        ],
        documents: [{ docType: 'INCOME_PROOF', blankFields: 0 }, { docType: 'INCOME_PROOF' }],
      },
      {
        meta: { dossierId: 'A2', baseCurrency: 'CNY' },
        application: { requestedAmount: 1_200_000 },
        parties: [{ name: '王五', role: 'SPOUSE' }],
        documents: [],
      },
      ...[
        ['A5', 125],
        ['A6', 1_100_000],
        ['A7', 1_100_000],
      ].map(([dossierId, requestedAmount]) => ({
        meta: { dossierId, baseCurrency: 'CNY' },
        application: { requestedAmount },
        parties: [{ name: '张三', role: 'BORROWER' }],
        documents: [],
      })),
    ]);
  });

  test('each value is in its cell, what is not there in its column or its row', () => {
    const [first, second] = texts.map(({ source }) => source);
    const at = (source: typeof first, pointer: string) => {
      const cell = source && cellAt(source, pointer);
      return cell && [cell.sheet, cell.row, cell.column?.letter, cell.column?.heading].join(' ');
    };
    expect(at(first, '/application/requestedAmount')).toBe('f/book.csv 3 B 金额（万元）');
    expect(at(first, '/parties/1/name')).toBe('f/book.csv 3 D 配偶');
    expect(at(second, '/parties/0/name')).toBe('f/book.csv 4 D 配偶');
    expect(at(first, '/documents/1/blankFields')).toBe('b.xlsx!papers 4 C 空白数');
    expect(at(first, '/appraisals')).toBe('f/book.csv 3  ');
    // what the mapping says of every row stands in none of them
    const fixed = (pointer: string) => first && cellAt(first, pointer)?.isFixed;
    expect(fixed('/meta/baseCurrency')).toBe(true);
    expect(fixed('/parties/0/role')).toBe(true);
    expect(fixed('/parties/0/name')).toBeUndefined();
  });

  test('what is refused, suspected or does not add up is told at its cell', () => {
    const told = problems.map(({ code, params, span }) => {
      const cell = cellAt(span.source, '');
      const why = 'why' in params ? params.why : Object.values(params).join(' ');
      return `${code} ${why} ${cell?.sheet}:${cell?.row}${cell?.column?.letter ?? ''}`;
    });
    expect(told).toEqual([
      'intake/row-refused duplicate f/book.csv:5A',
      'intake/row-refused no-key f/book.csv:6A',
      'intake/row-refused turned f/book.csv:7C',
      'intake/total 600.0125 700.0125 f/book.csv:11B',
      'intake/row-refused no-main-row b.xlsx!papers:3A',
      'intake/suspected 0.0125 less f/book.csv:8B',
    ]);
  });

  test('rows that join to no row of the main table are told together, by their number', () => {
    const left = problems.flatMap(({ params }) => ('rows' in params ? [params.rows] : []));
    expect(left).toEqual([
      {
        number: 'A9',
        count: 2,
        ranges: [
          [3, 3],
          [5, 5],
        ],
      },
    ]);
  });

  test('rows and sums are reconciled', () => {
    expect(tables).toEqual([
      {
        table: 'f/book.csv',
        read: 5,
        refused: { duplicate: 1, 'no-key': 1, turned: 1 },
        hidden: 0,
        sums: [{ heading: '金额（万元）', read: '470.0125', refused: '230.00' }],
        unmapped: ['其他'],
      },
      {
        table: 'b.xlsx!papers',
        read: 2,
        refused: { 'no-main-row': 2 },
        hidden: 0,
        sums: [],
        unmapped: [],
      },
    ]);
  });

  test('an amount a ten-thousandth of its neighbours is suspected, and not mended', async () => {
    const amounts = ['130', '0.0125', '115', '90', '120', '118'];
    const rows = amounts.map((amount, index) => `B${index} | ${amount} | 张三 | | x`);
    const heading = '编号 | 金额（万元） | 姓名 | 配偶 | 其他';
    const found = await taken(mapping, [
      tableOf('book.csv', [heading, ...rows].join('\n')),
      tableOf('b.xlsx!papers', papers),
    ]);
    expect(found.problems.filter(({ code }) => code === 'intake/suspected')).toHaveLength(1);
    expect(found.texts[1]?.source.text).toContain('"requestedAmount":125}');
  });
});

test.each([
  [
    'a field that there is not',
    '姓名: "parties[1].name"',
    '姓名: "parties[1].nam"',
    'intake/unknown-field',
  ],
  ['a record', '姓名: "parties[1].name"', '姓名: "parties[1]"', 'intake/unknown-field'],
  ['a heading that there is not', '姓名:', '名字:', 'intake/unknown-heading'],
  ['a table that there is not', 'name: papers', 'name: paper', 'intake/no-table'],
  ['a field twice', '配偶: "parties[2].name"', '配偶: "parties[1].name"', 'intake/field-twice'],
  [
    'complete, not mapped',
    'complete: [documents,',
    'complete: [contracts, documents,',
    'intake/not-mapped',
  ],
  [
    'a code table that there is not',
    '编号: meta.dossierId',
    '编号: { to: meta.dossierId, codes: 码 }',
    'intake/unknown-name',
  ],
  ['a key that there is not', 'format: 1', 'format: 1\nfoo: 1', 'rulebook/unknown-key'],
])('%s is told', async (_, from, to, code) => {
  expect(mapping).toContain(from);
  expect((await taken(mapping.replace(from, to))).wrong).toContain(code);
});

test('a table of a sound dossier is judged as the dossier itself with the same scope', async () => {
  const name = samples[0] ?? '';
  const file = plainOf(sampleYaml(name)) as Record<string, unknown>;
  const complete = ['documents', 'events', 'approvals', 'parties'];
  const lists = complete.map((list) => ({
    list,
    rows: (file[list] as readonly Record<string, unknown>[]).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value !== 'object')),
    ),
  }));
  const main = Object.entries(file).flatMap(([group, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([field, one]) =>
          typeof one === 'object' ? [] : [[`${group}.${field}`, String(one)] as const],
        )
      : [],
  );
  const id = String((file['meta'] as Record<string, unknown>)['dossierId']);
  const columns = (paths: readonly string[]) =>
    Object.fromEntries(paths.map((path) => [path, path]));
  const keysOf = (rows: readonly Record<string, unknown>[]) => [
    ...new Set(rows.flatMap(Object.keys)),
  ];
  const given = {
    format: 1,
    table: { name: 'main', key: 'meta.dossierId', columns: columns(main.map(([path]) => path)) },
    lists: lists.map(({ list, rows }) => ({
      name: list,
      list,
      key: 'key',
      columns: columns(keysOf(rows)),
    })),
    complete,
  };
  const tables = [
    tableOf(
      'main',
      [main.map(([path]) => path).join('|'), main.map(([, value]) => value).join('|')].join('\n'),
    ),
    ...lists.map(({ list, rows }) => {
      const keys = keysOf(rows);
      const lines = rows.map((row) => [id, ...keys.map((key) => saidOf(row[key]))].join('|'));
      return tableOf(list, [['key', ...keys].join('|'), ...lines].join('\n'));
    }),
  ];
  const { texts, problems } = await taken(JSON.stringify(given), tables);
  expect(problems).toEqual([]);
  const kept = Object.fromEntries([
    ...Object.entries(Object.groupBy(main, ([path]) => path.split('.')[0] ?? '')).map(
      ([group, own]) => [
        group,
        Object.fromEntries(
          (own ?? []).map(([path]) => {
            const field = path.split('.')[1] ?? '';
            return [field, (file[group] as Record<string, unknown>)[field]];
          }),
        ),
      ],
    ),
    ...lists.map(({ list, rows }) => [list, rows]),
  ]);
  const engine = engineOf(program, undefined, 0, undefined, { subject: subject.name, complete });
  const lines = [JSON.stringify(kept), texts[0]?.source.text ?? ''].map((text) => {
    const { dossier, diagnostics } = readDossier({ name: 'x.json', text }, engine, subject.name);
    expect(diagnostics).toEqual([]);
    const [judgement] = dossier ? engine.judge([{ dossier, subject }], { captured: true }) : [];
    return judgement?.outcomes.map(({ rule, element, status }) => `${rule} ${element} ${status}`);
  });
  expect(lines[1]).toEqual(lines[0]);
  expect(lines[0]?.filter((line) => line.endsWith('pass')).length).toBeGreaterThan(20);
});

test('a row of a list that is refused keeps the list from being complete, and its file from passing', async () => {
  const text = mapping.replace('{ 名称: docType,', '{ 名称: docType, 资料编号: documentId,');
  const lines = ['编号 | 名称 | 空白数 | 资料编号', 'A1 | INCOME_PROOF | 0 | 3.20E+17'];
  const heading = '编号 | 金额（万元） | 姓名 | 配偶 | 其他';
  const { texts, problems, tables } = await taken(text, [
    tableOf('book.csv', [heading, 'A1 | 130 | 张三 | 李四 | x'].join('\n')),
    tableOf('b.xlsx!papers', lines.join('\n')),
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['intake/row-refused']);
  expect(tables[1]).toMatchObject({ read: 0, refused: { turned: 1 } });
  const capture = { subject: subject.name, complete: ['documents'] };
  const engine = engineOf(program, undefined, 0, undefined, capture);
  const source = texts[0]?.source ?? { name: '', text: '' };
  const { dossier, diagnostics } = readDossier(source, engine, subject.name);
  expect(diagnostics.map(({ code }) => code)).toEqual(['dossier/wrong-type']);
  expect(cellAt(source, '/documents/0')).toMatchObject({ sheet: 'b.xlsx!papers', row: 2 });
  expect(dossier?.malformed).toBe(true);
});

/** A value as a cell has it. */
function saidOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '').replaceAll('"', '');
}
