import process from 'node:process';

import { lastingMemory } from '../src/base/memory.ts';
import { manualCases } from '../src/desk/manual/cases.ts';
import { documentsOf, issuesOf, type ManualRun, textFiles } from '../src/cli/manual-files.ts';
import { rulebookFolder } from '../src/io/rulebook.ts';
import { readRulebook } from '../src/program/read.ts';
import { knownFolder, type RulebookFolder } from '../src/rulebook/folder.ts';
import { computed, median } from './measure.ts';

/** CPU milliseconds of a manual in HTML, in every language, in a process that has done nothing yet. */
export interface ManualEdits {
  readonly rules: number;
  /** Everything: reading, cases, pages. */
  readonly first: number;
  /** The same again after an edit of one rule. */
  readonly rule: number;
}

const edited = /^stages\/.*\/RSK-007-[a-z][^.]*\.yaml$/u;

const [path = '', passes = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(afterEdits(path, Number(passes))));

function afterEdits(given: string, times: number): ManualEdits {
  const { folder } = rulebookFolder(given);
  const memory = lastingMemory();
  let rules = 0;
  const first = computed(() => {
    rules = make(folder);
  });
  const [file, source] = [...folder.files].find(([one]) => edited.test(one)) ?? [];
  if (file === undefined || !source) throw new Error(`no file like ${String(edited)}`);
  const rule = median(
    Array.from({ length: times }, (_, time) => {
      const text = `${source.text}# ${time}\n`;
      const files = new Map(folder.files).set(file, { ...source, text });
      return computed(() => make({ ...folder, files }));
    }),
  );
  return { rules, first, rule };

  function make(of: RulebookFolder): number {
    const { value } = readRulebook(knownFolder(of, memory), memory);
    if (!value) throw new Error('a rulebook without a manifest');
    const run: ManualRun = {
      formats: ['html'],
      languages: value.rulebook.manifest.data.languages,
      asOf: '2026-11-23',
      out: '',
    };
    const cases = manualCases(value, memory);
    textFiles(documentsOf(value, run, cases, memory), run, memory);
    issuesOf(value, run, cases, memory);
    memory.turn();
    return value.rules.length;
  }
}
