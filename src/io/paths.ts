import { existsSync, globSync, statSync } from 'node:fs';
import { isAbsolute, join, parse, resolve, sep } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { dossierEndings, endingOf } from '../base/endings.ts';
import { type FolderFiles, folderFiles } from './folder.ts';
import { unreadable } from './read.ts';

/** The endings of tables, which take a mapping. */
const tableEndings = new Set(['csv', 'tsv', 'xlsx', 'xls', 'et', 'ods', 'parquet', 'dbf']);

/**
 * The dossier files that paths, folders and globs stand for, each once.
 *
 * What is there wins over what a name would mean as a pattern: `[2026]/*.yaml` is in the folder `[2026]` if there
 * is one. A file that is named itself is taken whatever its ending, except a table: people are told what it takes.
 */
export function dossierPaths(given: readonly string[]): FolderFiles {
  const problems: Diagnostic<PathProblems>[] = [];
  const paths = new Map<string, string>();
  for (const path of given.flatMap(existing)) {
    for (const file of filesAt(path)) {
      const key = resolve(file);
      if (!paths.has(key)) paths.set(key, file);
    }
  }
  return { paths: [...paths.values()], problems };

  /** Itself, or what a pattern matches. */
  function existing(path: string): readonly string[] {
    if (existsSync(path) || !/[*?{[]/u.test(path)) return [path];
    const matched = matches(path);
    return matched.length > 0 ? matched : [path];
  }

  function filesAt(path: string): readonly string[] {
    try {
      if (!statSync(path).isDirectory()) {
        const ending = endingOf(path);
        if (!tableEndings.has(ending)) return [path];
        problems.push(pathProblem('io/not-read', path, { path, why: 'format', ending, more: 0 }));
        return [];
      }
      const found = folderFiles(path, dossierEndings);
      problems.push(...found.problems);
      if (found.paths.length === 0 && found.problems.length === 0)
        problems.push(pathProblem('io/empty-folder', path, { path }));
      return found.paths;
    } catch (error) {
      problems.push(unreadable(error, path).problem);
      return [];
    }
  }
}

/** What a pattern matches, below the folders at its head that are there as they are written. */
function matches(pattern: string): readonly string[] {
  const { root } = parse(pattern);
  const parts = pattern.slice(root.length).split(sep === '/' ? '/' : /[/\\]/u);
  let folder = root;
  let first = 0;
  for (const part of parts.slice(0, -1)) {
    if (!existsSync(join(folder, part))) break;
    folder = join(folder, part);
    first += 1;
  }
  const found = globSync(parts.slice(first).join('/'), { cwd: folder === '' ? '.' : folder });
  return found.map((path) => (isAbsolute(path) ? path : join(folder, path))).toSorted();
}
