import process from 'node:process';

import { rulebookFolder } from '../src/io/rulebook.ts';
import { rulebookLinter } from '../src/verify/lint.ts';
import { computed, median } from './measure.ts';

/** CPU milliseconds of a linter that is asked again after edits, in a process that has done nothing yet. */
export interface Edits {
  readonly rules: number;
  /** Of the whole rulebook, the first time. */
  readonly first: number;
  readonly rule: number;
  readonly parameter: number;
}

/** A rule, and a parameter. */
const [rule, parameter] = [/^stages\/.*\/RSK-007-[a-z][^.]*\.yaml$/u, /^parameters\//u];

const [path = '', passes = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(afterEdits(path, Number(passes))));

function afterEdits(given: string, times: number): Edits {
  const { folder } = rulebookFolder(given);
  const lint = rulebookLinter();
  let rules = 0;
  const first = computed(() => {
    rules = lint(folder).value?.rules.length ?? 0;
  });
  return { first, rules, rule: edited(rule), parameter: edited(parameter) };

  function edited(wanted: RegExp): number {
    const [file, source] = [...folder.files].find(([one]) => wanted.test(one)) ?? [];
    if (file === undefined || !source) throw new Error(`no file like ${String(wanted)}`);
    return median(
      Array.from({ length: times }, (_, time) => {
        const text = `${source.text}# ${time}\n`;
        const files = new Map(folder.files).set(file, { ...source, text });
        return computed(() => lint({ ...folder, files }));
      }),
    );
  }
}
