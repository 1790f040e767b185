import { isAbsolute, relative } from 'node:path';
import process from 'node:process';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { dossierPaths } from '../io/read.ts';
import type { Program } from '../program/ast.ts';
import type { CheckedFile, CheckRun } from '../report/checked.ts';
import type { Problems } from '../report/messages/messages.ts';
import { judgeFiles, readFile } from './check-files.ts';
import { engineVersion, type Loaded } from './load.ts';

/** Checks every dossier that files, folders, globs and `-` stand for. */
export function runCheck(
  { program, digest }: Loaded & { readonly program: Program },
  given: readonly string[],
  options: JudgeOptions,
  kind?: string,
): CheckRun {
  const { paths, problems } = dossierPaths(given.filter((path) => path !== '-'));
  const dashes = given.filter((path) => path === '-').slice(0, 1);
  const read = [...dashes, ...paths.map(fromHere)].map((path) => readFile(path, program, kind));
  const files = judgeFiles(read, program, options);
  const failed = problems.map((problem: Diagnostic<Problems>): CheckedFile => ({
    file: problem.span.source.name,
    digest: undefined,
    id: undefined,
    diagnostics: [problem],
    judged: undefined,
  }));
  return {
    program,
    rulebookDigest: digest,
    engine: engineVersion(),
    options,
    files: [...files, ...failed],
  };
}

/** A path as it reads from the folder we are in, where it lies below it. */
function fromHere(path: string): string {
  if (!isAbsolute(path)) return path;
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
