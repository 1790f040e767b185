import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

import { sayIn } from '../base/language.ts';
import type { Drafted } from '../drafting/edition.ts';
import { rulebookFolder } from '../io/rulebook.ts';
import { writeText } from '../io/write.ts';
import { diagnosticsText } from '../report/diagnostics.ts';
import { lintRulebook } from '../verify/lint.ts';
import { draftingWords } from '../words/drafting.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { type ExitCode, paintFor, print } from './console.ts';

/** Writes the files and says what lint says of them. */
export function writeDrafted(
  root: string,
  drafted: readonly Drafted[],
  language: string,
): ExitCode {
  const words = sayIn(draftingWords, language);
  for (const { path, text } of drafted) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeText(target, text);
  }
  const paths = drafted.map(({ path }) => join(root, path));
  print(`${words.written(paths)}\n`);
  const { folder: read } = rulebookFolder(root);
  const own = new Set(drafted.flatMap(({ path }) => read.files.get(path) ?? []));
  const told = lintRulebook(read).diagnostics.filter(({ span }) => own.has(span.source));
  if (told.length === 0) print(`${words.sound}\n`);
  else {
    print(`\n${words.wants}\n\n`);
    print(diagnosticsText(told, sayIn(wordbooks, language), paintFor(process.stdout)));
  }
  return 0;
}
