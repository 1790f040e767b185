import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { beforeAll, expect, test } from 'vitest';

import { copyOf } from './copy.ts';
import { startEditor } from './harness.ts';

const out = 'out/vscode';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/editor.ts']);
}, 120_000);

test('the extension has what its manifest names, in both languages', () => {
  const written = readFileSync(join(out, 'package.json'), 'utf8');
  const { main, version } = JSON.parse(written) as { main: string; version: string };
  const { version: own } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(version).toBe(own);
  expect(existsSync(join(out, main))).toBe(true);
  const keys = [...written.matchAll(/"%(\w+)%"/gu)].map(([, key]) => key);
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json'])
    expect(Object.keys(JSON.parse(readFileSync(join(out, name), 'utf8')) as object)).toEqual(
      expect.arrayContaining(keys),
    );
});

test('its server stands on its own, with the pages of codes', async () => {
  const folder = copyOf('docs/leasing');
  const editor = await startEditor({}, [join(out, 'server.cjs'), '--stdio']);
  const file = editor.open(join(folder, 'rules/L07-licence.yaml'));
  file.write('lessee.kind', 'lessee.kindd');
  const [told] = await file.told();
  const page = fileURLToPath(told?.codeDescription?.href ?? '');
  expect(page).toMatch(/out\/vscode\/docs\/codes\/feel\/unknown-field\.md$/u);
  expect(existsSync(page)).toBe(true);
  await editor.close();
});
