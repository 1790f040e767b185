import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { Problems } from '../../src/words/messages/messages.ts';
import { temporary } from '../cli/harness.ts';

/** The files of a rulebook, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** What is read of a rulebook, and what is wrong with it: `code at «text»`. */
export function read(files: Files): {
  readonly program: Program | undefined;
  readonly problems: readonly string[];
  readonly diagnostics: readonly Diagnostic<Problems>[];
} {
  const sources = Object.entries(files).map(([name, text]) => [name, { name, text }] as const);
  const { value: program, diagnostics } = readRulebook({ name: 'rules', files: new Map(sources) });
  const problems = diagnostics.map(({ code, span: { source, start, end } }) => {
    return `${code} at «${source.text.slice(start, end)}»`;
  });
  return { program, problems, diagnostics };
}

/** The same files in a folder that is gone after the test. */
export function onDisk(files: Files): string {
  const folder = temporary();
  for (const [path, text] of Object.entries(files)) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
  return folder;
}

/** The files with a text changed in one of them. */
export function edited(files: Files, path: string, from: string, to: string): Files {
  const text = files[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...files, [path]: text.replace(from, to) };
}
