import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import { endingOf, endsWith } from '../base/endings.ts';
import { pathProblem, type PathProblems, type UnreadReason } from '../base/path-problems.ts';
import { isMangled } from './read.ts';

/** Deepest folder that is looked into. */
const deepest = 12;

/** What a folder holds: files to read, and a diagnostic for each kind of thing in it that is not read. */
export interface FolderFiles {
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic<PathProblems>[];
}

/**
 * The files in and below a folder with one of the endings, in capitals or not, in a fixed order.
 *
 * Links are followed as far as they stay inside, each file once. Names that begin with a dot and `node_modules`
 * are not looked at. Everything else is told.
 */
export function folderFiles(folder: string, endings: readonly string[]): FolderFiles {
  const root = realpathSync(folder);
  const paths: string[] = [];
  /** Real paths of what was read or looked into. */
  const seen = new Set<string>();
  const unread = newUnread();
  let links: string[] = [];
  walk(folder, root, 0);
  while (links.length > 0) {
    const found = links;
    links = [];
    for (const path of found) follow(path);
  }
  return { paths, problems: unread.problems() };

  function walk(path: string, real: string, depth: number): void {
    if (seen.has(real)) return;
    seen.add(real);
    if (depth > deepest) {
      unread.note('deep', path);
      return;
    }
    for (const entry of entriesOf(path, unread)) {
      const [inside, realInside] = [join(path, entry.name), join(real, entry.name)];
      if (isMangled(inside) && !existsSync(inside)) paths.push(inside); // for its reader to name
      else if (entry.isSymbolicLink()) links.push(inside);
      else if (entry.isDirectory()) walk(inside, realInside, depth + 1);
      else if (entry.isFile()) take(inside, realInside);
      else unread.note('special', inside);
    }
  }

  function take(path: string, real: string): void {
    if (seen.has(real)) return;
    seen.add(real);
    if (endsWith(path, endings)) paths.push(path);
    else unread.note('format', path);
  }

  /** After all that is no link, so that a file goes by its own name where it has one here. */
  function follow(path: string): void {
    let real: string;
    try {
      real = realpathSync(path);
    } catch {
      unread.note('dangling', path);
      return;
    }
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      if (!seen.has(real)) unread.note('elsewhere', path);
      return;
    }
    const stats = statSync(real);
    if (stats.isDirectory()) walk(path, real, relative(root, real).split(sep).length);
    else if (stats.isFile()) take(path, real);
    else unread.note('special', path);
  }
}

/** The files below a folder with one of the endings, in a fixed order; links are not followed, and nothing is told. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return below(folder, 0);

  function below(path: string, depth: number): readonly string[] {
    if (depth > deepest) return [];
    return listed(path).flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return below(inside, depth + 1);
      if (isMangled(inside) && !existsSync(inside)) return [inside]; // for its reader to name
      return entry.isFile() && endsWith(inside, endings) ? [inside] : [];
    });
  }
}

function listed(path: string): readonly Dirent[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function entriesOf(path: string, unread: Unread): readonly Dirent[] {
  try {
    return listed(path);
  } catch {
    unread.note('closed', path);
    return [];
  }
}

/** What was not read: one line for what is alike, with the first of it. */
interface Unread {
  readonly note: (why: UnreadReason, path: string) => void;
  readonly problems: () => readonly Diagnostic<PathProblems>[];
}

function newUnread(): Unread {
  const kinds = new Map<string, { readonly why: UnreadReason; readonly paths: string[] }>();
  return {
    note: (why, path) => {
      // formats are told apart, since what to do differs
      const kind = why === 'format' ? `.${endingOf(path)}` : why;
      const known = kinds.get(kind);
      if (known) known.paths.push(path);
      else kinds.set(kind, { why, paths: [path] });
    },
    problems: () =>
      [...kinds.values()].map(({ why, paths: [path = '', ...more] }) =>
        pathProblem('io/not-read', path, { path, why, more: more.length, ending: endingOf(path) }),
      ),
  };
}
