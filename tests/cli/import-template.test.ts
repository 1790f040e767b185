import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readByOthers } from '../io/others.ts';
import { shouze, temporary } from './harness.ts';

const rulebook = 'tests/codes/fixture';

test('writes a workbook to be filled in', async () => {
  const out = join(temporary(), '录入模板.xlsx');
  const { code, out: said } = await shouze(
    'import',
    'template',
    '--out',
    out,
    '--rulebook',
    rulebook,
  );
  expect({ code, said }).toEqual({ code: 0, said: `${out}\n` });
  const sheets = await readByOthers(out);
  expect(sheets.map(({ name }) => name)).toEqual(['信贷业务卷宗', '当事人', '填写说明', '代码']);
});

test.each([
  ['where to write it', [], /--out/u],
  ['of which kind of file it is', ['--subject', 'dosier', '--out', 't.xlsx'], /dosier.*dossier/u],
])('asks %s', async (_, args, said) => {
  const { code, err } = await shouze('import', 'template', ...args, '--rulebook', rulebook);
  expect(code).toBe(2);
  expect(err).toMatch(said);
});
