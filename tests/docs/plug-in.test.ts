import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { loadRulebook } from '../../src/cli/load.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { sampleText, yamlOf } from '../evaluate/shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouze-plug-in-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The files that a page shows, by path. */
function filesOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(page, 'utf8');
  return new Map(
    [...text.matchAll(/^```[a-z]+ plug\/(\S+)\n(.*?)^```$/gmsu)].map(([, path = '', file = '']) => [
      path,
      file,
    ]),
  );
}

test('both pages show the same files', () => {
  const files = filesOf('docs/plug-in.md');
  expect(files.size).toBe(6);
  expect(filesOf('docs/plug-in.zh.md')).toEqual(files);
});

test('the plug-in of the page is sound, and judges as the page says', () => {
  for (const [path, text] of filesOf('docs/plug-in.md')) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    const rules = relative(folder, resolve('rules'));
    writeFileSync(at, text.replace('RULES', rules).replaceAll('~~~', '```'));
  }
  const { program, diagnostics } = loadRulebook(folder);
  expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([]);
  const subject = program?.subjects.get('dossier');
  if (!program || !subject) throw new Error('it does not load');
  const failed = (text: string) => {
    const { value } = dossierFromYaml(yamlOf(text, 'file'), subject.type);
    if (!value) throw new Error('no file');
    const { outcomes } = judge(program, subject, value, {});
    return outcomes.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
  };
  const sound = sampleText('0001-sound.yaml');
  expect(failed(sound)).toEqual([]);
  const booked = `${sound}appointment: { madeAt: "2026-08-25T10:00:00+08:00", listSent: false }\n`;
  expect(failed(booked)).toEqual(['BOK-001', 'process/acceptance/order']);
});
