import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from 'vitest';

import { type FileBytes, FileFault } from '../../src/base/bytes.ts';
import { pathProblem } from '../../src/base/path-problems.ts';
import { openChecklist } from '../../src/desk/checklist.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { givenKinds, type KindFound, kindOfFile } from '../../src/desk/kinds.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { pickedKeys } from '../../src/report/picked.ts';
import { keys as checklistKeys } from '../../src/checklist/form.ts';
import { registerKeys } from '../../src/papers/register-columns.ts';
import { givenKindWords, otherKindWords } from '../../src/words/desk/kinds.ts';
import { workbookBytes } from '../../src/xlsx/workbook.ts';
import { fileOf } from './bytes.ts';
import { incoming, shippedDesk } from './shipped.ts';

let desk: Desk;
beforeAll(() => {
  desk = shippedDesk();
});

function kindOf(content: Uint8Array | string, name = 'file'): Promise<KindFound> {
  return kindOfFile(fileOf(name, content), desk, nodePlatform);
}

/** Rows as a delimited text, each as wide as the widest. */
function csvOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(({ length }) => length));
  const line = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, at) => cells[at] ?? '').join(',');
  return rows.map((cells) => `${line(cells)}\n`).join('');
}

test.each([
  ['examples/{dossiers,situations,customer-book,broken,records}/*.{yaml,json}', 'dossiers'],
  ['examples/exports/*.{csv,xlsx}', 'table'],
  ['examples/exports/*.mapping.yaml', 'mapping'],
  ['examples/staff/*.yaml', 'staff'],
  ['examples/inspection/scheme.yaml', 'scheme'],
  ['examples/inspection/waivers.csv', 'waivers'],
])('%s: %s', async (pattern, kind) => {
  const paths = globSync(pattern);
  expect(paths).not.toEqual([]);
  const kinds = await Promise.all(
    paths.map((path) => kindOfFile(fileBytesAt(path), desk, nodePlatform)),
  );
  expect(paths.filter((_, index) => JSON.stringify(kinds[index]) !== `{"kind":"${kind}"}`)).toEqual(
    [],
  );
});

const sound = readFileSync('examples/dossiers/0010-sound.json');
const loans = readFileSync('examples/exports/core-loans.csv', 'utf8');
const run = '{"type":"head","format":2,"rulebook":{"id":"a"';

describe('by what is in it', () => {
  test.each<[string, Uint8Array | string, KindFound]>([
    ['JSON packed by gzip', gzipSync(sound), { kind: 'dossiers' }],
    ['an array of dossiers', `[${sound.toString()}]`, { kind: 'dossiers' }],
    ['YAML in quotes, behind a comment', `# 卷宗\n"meta":\n  x: 1\n`, { kind: 'dossiers' }],
    ['YAML documents', `---\nmeta:\n  x: 1\n---\nmeta: {}\n`, { kind: 'dossiers' }],
    ['a table with semicolons', '编号;金额\n1;2\n', { kind: 'table' }],
    ['a table in UTF-16', Buffer.from(`\uFEFF编号,金额\n1,2\n`, 'utf16le'), { kind: 'table' }],
    ['a table in GB18030', Buffer.from('b1e0bac52cbdf0b6ee0a312c320a', 'hex'), { kind: 'table' }],
    ['a table packed by gzip', gzipSync(loans), { kind: 'table' }],
    ['waivers as records', '- ruleId: RSK-001\n  approvedBy: "1"\n', { kind: 'waivers' }],
    ['waivers of a file', 'waivers: []\n', { kind: 'waivers' }],
    ['a list that was drawn', 'scheme: a\nmethod: all\npicked: [D-1]\n', { kind: 'picked' }],
    ['a run, though its head is long', `${run}${'x'.repeat(100_000)}`, { kind: 'run' }],
    ['a report', '{\n  "format": 2,\n  "rulebook": {\n', { kind: 'report' }],
    ['a ledger', '{"hash":"sha256:0","entry":{}}\n', { kind: 'ledger' }],
    ['a session', '{"shouze":"session","format":1}', { kind: 'session' }],
    ['nothing', '', { other: 'empty' }],
    ['blanks', ' \n\uFEFF\n', { other: 'empty' }],
    ['gzip of nothing', gzipSync(''), { other: 'empty' }],
    ['gzip cut off', gzipSync(sound).subarray(0, 200), { other: 'damaged' }],
    ['a workbook cut off', 'PK\u0003\u0004[Content_Types].xml', { other: 'damaged' }],
    ['PDF', '%PDF-1.7\n', { other: 'pdf' }],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), { other: 'image' }],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), { other: 'image' }],
    ['XLS', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), { other: 'xls' }],
    [
      'a workbook with a password',
      Buffer.concat([
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      { other: 'encrypted' },
    ],
    ['DOCX', 'PK\u0003\u0004....word/document.xml', { other: 'document' }],
    ['RTF', String.raw`{\rtf1 a}`, { other: 'document' }],
    ['ZIP', 'PK\u0003\u0004....a.txt', { other: 'archive' }],
    ['Parquet', 'PAR1....', { other: 'parquet' }],
    ['HTML', '<!doctype html><p>a', { other: 'page' }],
    ['bytes', Uint8Array.of(1, 0, 2, 255, 254), { other: 'binary' }],
    ['prose', '这是一段说明。\n', { other: 'text' }],
    ['JSON of something else', '{"name":"x","nested":{"meta":1}}', { other: 'text' }],
    ['a text that begins as JSON and is none', '{', { other: 'text' }],
  ])('%s', async (_, content, kind) => {
    expect(await kindOf(content)).toEqual(kind);
  });

  test.each<[string, readonly (readonly string[])[], KindFound]>([
    ['a check-list', [checklistKeys, ['规则']], { kind: 'checklist' }],
    ['a register of findings', [['台账'], registerKeys, ['序号']], { kind: 'register' }],
    ['a list that was drawn', [pickedKeys, ['卷宗'], ['D-1']], { kind: 'picked' }],
    [
      'a register of waivers that lacks a column',
      [['卷宗编号', '规则编号', '审批人', '审批日期', '生效日', '备注']],
      { kind: 'waivers' },
    ],
    ['another table', [['卷宗编号', '规则编号', '金额']], { kind: 'table' }],
    [
      'rows without anything',
      [
        ['', ''],
        ['', ''],
      ],
      { other: 'empty' },
    ],
  ])('a table: %s', async (_, rows, kind) => {
    expect(await kindOf(csvOf(rows))).toEqual(kind);
  });

  test('a text made to be slow is told in no time', async () => {
    const before = performance.now();
    await kindOf(`{"${String.raw`\"`.repeat(40_000)}`);
    await kindOf(`{${'"'.repeat(70_000)}`);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('a check-list as it goes out', async () => {
    const opened = await openChecklist(desk, incoming('examples/dossiers/0010-sound.json'), {
      options: {},
      language: 'zh',
      unmasked: false,
    });
    const bytes = await workbookBytes(opened.book([]).workbook);
    expect(await kindOf(bytes, '核查表.xlsx')).toEqual({ kind: 'checklist' });
  });

  test('a file that was taken away', async () => {
    const gone = pathProblem('io/missing-file', 'a', { path: 'a' });
    const file: FileBytes = {
      ...fileOf('a', 'x'),
      // oxlint-disable-next-line require-yield -- it fails before
      pieces: async function* pieces() {
        await Promise.reject(new FileFault(gone));
      },
    };
    expect(await kindOfFile(file, desk, nodePlatform)).toEqual({ other: 'unreadable' });
  });
});

test('every kind has its words in both languages', () => {
  for (const words of [givenKindWords.zh, givenKindWords.en])
    expect(Object.keys(words)).toEqual([...givenKinds]);
  expect(Object.keys(otherKindWords.zh)).toEqual(Object.keys(otherKindWords.en));
});
