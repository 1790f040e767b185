import { describe, expect, test } from 'vitest';

import { lastingMemory, type Memory } from '../../src/base/memory.ts';
import { manualCases } from '../../src/desk/manual/cases.ts';
import { documentsOf, issuesOf, type ManualRun, textFiles } from '../../src/cli/manual-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { knownFolder, type RulebookFolder } from '../../src/rulebook/folder.ts';
import { edits, title } from './edits.ts';
import { runOf } from './harness.ts';

const run = runOf(['md', 'html'], '2026-11-23');

/** Every file of the manual, and what is recorded of it. */
function made(
  folder: RulebookFolder,
  memory?: Memory,
  of: ManualRun = run,
): ReadonlyMap<string, string> {
  const { value } = readRulebook(memory ? knownFolder(folder, memory) : folder, memory);
  if (!value) throw new Error('a rulebook without a manifest');
  const cases = manualCases(value, memory);
  const files = textFiles(documentsOf(value, of, cases, memory), of, memory);
  return new Map([...files, ['issues', JSON.stringify(issuesOf(value, of, cases, memory))]]);
}

/** With so much added behind the first place like this in a file. */
function edited(
  folder: RulebookFolder,
  path: RegExp,
  behind: RegExp,
  added: string,
): RulebookFolder {
  const [file, source] = [...folder.files].find(([one]) => path.test(one)) ?? [];
  if (file === undefined || !source) throw new Error(`no file like ${String(path)}`);
  const text = source.text.replace(behind, (found) => found + added);
  expect(text).not.toBe(source.text);
  return { ...folder, files: new Map(folder.files).set(file, { ...source, text }) };
}

describe('a manual that is made again after an edit is the one that is made anew', () => {
  const { folder } = rulebookFolder('tests/manual/fixture');
  const memory = lastingMemory();
  const first = made(folder, memory);

  test.each(edits)('%s', (_, path, behind, added) => {
    const after = edited(folder, path, behind, added);
    const again = made(after, memory);
    memory.turn();
    expect(again).toEqual(made(after));
    expect(again).not.toEqual(first);
  });

  test('and taken back, the first', () => {
    expect(made(folder, memory)).toEqual(first);
  });
});

test('the shipped one too', () => {
  const { folder } = rulebookFolder('rules');
  const memory = lastingMemory();
  const zh: ManualRun = { ...run, formats: ['html'], languages: ['zh'] };
  made(folder, memory, zh);
  const after = edited(folder, /\/RSK-007-[a-z-]+\.yaml$/u, title, '首付：');
  expect(made(after, memory, zh)).toEqual(made(after, undefined, zh));
});
