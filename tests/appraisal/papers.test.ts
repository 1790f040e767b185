import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { objectionsFrom, sheetId } from '../../src/appraisal/objections.ts';
import { appraisalRecord } from '../../src/appraisal/record.ts';
import type { SheetRead } from '../../src/base/workbook.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { fileWriter } from '../../src/document/files.ts';
import { appraisalDocument } from '../../src/papers/appraisal-document.ts';
import { appraisalWorkbook } from '../../src/papers/appraisal-workbook.ts';
import { jsonAppraisal } from '../../src/report/appraisal.ts';
import { prettyAppraisal } from '../../src/report/appraisal-text.ts';
import { plain } from '../../src/report/paint.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { workbookBytes } from '../../src/xlsx/workbook.ts';
import { appraised, october, program, sheetOf } from './setting.ts';

const options = { language: 'en', unmasked: false } as const;
const of = program();
const found = { F2: [['issued', '2024-10-20'] as const], F4: [] };
const made = () => appraised([{ ...october[0]!, id: '=F1' }, ...october.slice(1)], found);

async function cameBack(
  fill: (cells: readonly string[], keys: readonly string[]) => readonly string[],
) {
  const bytes = await workbookBytes(appraisalWorkbook(made(), of, options));
  const sheets = await readXlsx(bytes, nodePlatform);
  return sheets.map((sheet): SheetRead => {
    const head = sheet.rows.find(({ cells }) => cells.includes('line'));
    return {
      name: `back.xlsx!${sheet.name}`,
      rows: sheet.rows.map((row) => ({ ...row, cells: fill(row.cells, head?.cells ?? []) })),
    };
  });
}

test('no cell of the workbook is a formula, and every file and finding has its line', async () => {
  const bytes = await workbookBytes(appraisalWorkbook(made(), of, options));
  const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/'));
  expect(xml.length).toBe(4);
  for (const [, text] of xml) expect(strFromU8(text)).not.toContain('<f>');
  const lines = (await readXlsx(bytes, nodePlatform)).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => /^(?:file|finding):/u.test(cell))),
  );
  expect(lines.length).toBe(3 * 4 + 2);
});

test('an objection is read back from its line, and nothing else is', async () => {
  const sheets = await cameBack((cells, keys) =>
    cells.map((cell, at) =>
      keys[at] === 'objection' && cells.includes('file:clean:F2') ? 'not mine' : cell,
    ),
  );
  const { value, diagnostics } = objectionsFrom(sheets, made());
  expect(diagnostics).toEqual([]);
  expect([...value].map(([officer, lines]) => [officer, ...lines])).toEqual([
    ['S1', ['file:clean:F2', 'not mine']],
  ]);
});

test('what is no sheet, of another period, or has an unknown line is told', () => {
  const sheet = (rows: readonly (readonly string[])[]): SheetRead => ({
    name: 'back.csv',
    rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  });
  const head = ['line', 'sheet', 'objection'];
  const id = sheetId(made(), 'S1');
  const told = (...rows: readonly (readonly string[])[]) =>
    objectionsFrom([sheet(rows)], made()).diagnostics.map(({ params }) => Object.values(params));
  expect(told(['a', 'b'])).toEqual([['not-a-sheet', 'back.csv']]);
  expect(told(head, ['file:clean:F2', id.replace('-31', '-30'), 'no'])).toEqual([
    ['other-sheet', 'managers|2024-10-01|2024-10-30|S1'],
  ]);
  expect(told(head, ['file:clean:F9', id, 'no'], ['', id, ''])).toEqual([
    ['unknown-line', 'file:clean:F9'],
  ]);
});

test('text, data and paper say the same', async () => {
  const text = prettyAppraisal(made(), of, options, plain);
  expect(text).toContain('clean   50% to 75% · ≥90% · 0 to 31.25 / 50 · 3／1／0');
  expect(text).toContain('F2/TST-001  2024-10-20 · 2 · Mandatory · counted');
  expect(text).toContain('Result: 48 to 79.25');
  const json = jsonAppraisal(made(), of, 'sha256:0', options);
  expect(json.sheets[0]?.totals.result).toEqual({ low: '48', high: '79.25' });
  const write = await fileWriter('md', nodePlatform.sha256);
  const paper = String(await write(appraisalDocument(made(), of, options)));
  for (const said of ['48 to 79.25', 'F2/TST-001', 'Signature of the reviewer', 'in doubt'])
    expect(paper).toContain(said);
});

test('a record has what is settled, and leaves out what is open', () => {
  const subject = of.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const appraisedBy = {
    family: 'a.family',
    officer: 'a.who',
    from: 'a.from',
    until: 'a.until',
    violated: 'a.violated',
    redLine: 'a.red',
    points: 'a.points',
    rewards: 'a.rewards',
    result: 'a.result',
    measures: { list: 'kpis', code: 'k', category: 'c', weight: 'w', value: 'v' },
    categories: { quality: 'Q', risk: 'R', speed: 'S', service: 'S', sales: 'G' },
  };
  const record = appraisalRecord(made(), sheetOf(made()), {
    ...subject,
    file: { ...subject.file, appraised: appraisedBy },
  });
  expect(JSON.parse(record)).toEqual({
    subject: 'request',
    id: 'managers-2024-10-01-2024-10-31-S1',
    a: {
      family: 'M',
      who: 'S1',
      from: '2024-10-01',
      until: '2024-10-31',
      violated: true,
      red: false,
      points: 2,
      rewards: 0,
    },
    kpis: [
      { k: 'clean', c: 'Q', w: 0.5 },
      { k: 'prompt', c: 'S', w: 0.3, v: 3 },
      { k: 'agreed', c: 'G', w: 0.2, v: 0.75 },
    ],
  });
});
