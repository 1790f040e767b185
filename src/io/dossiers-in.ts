import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { ReadingOptions } from '../streams/dossiers.ts';
import type { TextRead } from '../streams/records.ts';
import { dossierTexts } from './dossiers.ts';
import { dossierPaths } from './paths.ts';

/**
 * The texts of all dossiers in files, folders and globs, one at a time, and what is wrong with those that cannot be read:
 * NDJSON, JSON arrays and YAML streams are read as many, `.gz` too.
 */
export async function* dossiersIn(
  paths: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<TextRead | { readonly problem: Diagnostic<PathProblems> }> {
  const found = dossierPaths(paths);
  for (const problem of found.problems) yield { problem };
  for await (const batch of dossierTexts(found.paths, options)) yield* batch;
}
