import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/io/workbook.ts';
import { hiddenKeys, openKeys, registerKeys } from '../../src/papers/register-columns.ts';
import { shouze, temporary } from '../cli/harness.ts';
import { readByOthers } from '../io/others.ts';

const samples = [
  'examples/dossiers/0002-down-payment-short.yaml',
  'examples/dossiers/0003-signed-before-approval.yaml',
  'examples/dossiers/0009-waived.yaml',
  'examples/dossiers/0023-acc-012-papers-by-list.yaml',
  'examples/dossiers/0034-con-018-two-witnesses.yaml',
];

/** The register as a text: a line a cell that has anything in it. */
async function told(path: string): Promise<string> {
  const read = await readWorkbook(path);
  if (!('sheets' in read)) throw new Error(`${path} is no workbook`);
  return read.sheets
    .map(({ name, rows }) => {
      const lines = rows.map(({ number, cells }) =>
        cells.flatMap((cell, column) => {
          const isMerged = column > 0 && number < 5 && cell === cells[0];
          return cell === '' || isMerged ? [] : [`${number}:${column} ${cell}\n`];
        }),
      );
      return `== ${name.split('!').at(-1)}\n${lines.flat().join('')}`;
    })
    .join('\n')
    .replaceAll(/(?<=0\.1\.0[^(（]{0,3}[(（]sha256:)[0-9a-f]+/gu, '…');
}

describe.each(['zh', 'en'])('the register in %s', (lang) => {
  test('has a row a finding, what to fetch, and totals', async () => {
    const out = join(temporary(), 'register.xlsx');
    const args = ['check', ...samples, '--format', 'register', '--lang', lang, '--out', out];
    const { code } = await shouze(...args);
    expect(code).toBe(1);
    await expect(await told(out)).toMatchFileSnapshot(`expected/register.${lang}.txt`);
  });
});

test('its numbers and days are numbers and days for other programs, and only open cells may be changed', async () => {
  const out = join(temporary(), 'register.xlsx');
  await shouze('check', ...samples, '--format', 'register', '--out', out);
  const [sheet] = await readByOthers(out);
  const keys = sheet?.rows[4] ?? [];
  const first = sheet?.rows[6] ?? [];
  expect(keys).toEqual([...registerKeys]);
  expect(first[keys.indexOf('amount')]).toBe(850_000);
  expect(first[keys.indexOf('number')]).toBe(1);
  const locked = registerKeys.filter((key) => {
    const cell = sheet?.cells?.get(`6,${keys.indexOf(key)}`);
    return cell?.style?.protection?.locked === false;
  });
  expect(locked).toEqual([...openKeys]);
  expect(hiddenKeys.map((key) => sheet?.columns?.[keys.indexOf(key)]?.hidden)).toEqual(
    hiddenKeys.map(() => true),
  );
});

test('a register that is there may be filled in: it is not written over', async () => {
  const out = join(temporary(), 'register.xlsx');
  const args = ['check', samples[0] ?? '', '--format', 'register', '--out', out];
  await shouze(...args);
  const again = await shouze(...args);
  expect(again.code).toBe(2);
  expect(again.err).toContain('register.xlsx');
});
