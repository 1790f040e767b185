import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { type Disk, ownDisk } from '../io/disk.ts';
import { revisionOf } from '../io/git.ts';
import { digestOf, rulebookFolder } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook } from '../program/read.ts';
import { knownFolder } from '../rulebook/folder.ts';
import type { Problems } from '../words/messages/messages.ts';
import { UsageError } from './call.ts';

/** One of two rulebooks that are compared, as it was read. */
export interface Compared {
  readonly program: Program | undefined;
  readonly digest: string;
  readonly errors: readonly Diagnostic<Problems>[];
}

/**
 * A folder, else a commit; the rulebook here where neither is given.
 *
 * @param here - where the rulebook is, of which a commit is asked
 * @param name - what its files are called by: the same on both sides, so that what did not change is read once
 */
export function comparedAt(
  given: string | undefined,
  here: string,
  memory: Memory,
  name = here,
): Compared {
  const { folder: path, disk } =
    given === undefined ? { folder: here, disk: ownDisk } : placeOf(given, here);
  const { folder, problems } = rulebookFolder(path, disk, name);
  const { value, diagnostics } = readRulebook(knownFolder(folder, memory), memory);
  const errors = [...problems, ...diagnostics].filter(({ severity }) => severity === 'error');
  return { program: value, digest: digestOf(folder), errors };
}

function placeOf(given: string, here: string): { readonly folder: string; readonly disk: Disk } {
  if (existsSync(given)) {
    if (existsSync(join(given, 'rulebook.yaml'))) return { folder: given, disk: ownDisk };
    throw new UsageError(`${given} 中没有 rulebook.yaml / has no rulebook.yaml`);
  }
  const revision = revisionOf(given, here);
  if (revision === 'no-git')
    throw new UsageError(
      `没有文件夹 ${given}，也没有安装 git / no such folder, and git is not installed`,
    );
  if (revision === 'no-repository')
    throw new UsageError(
      `没有文件夹 ${given}，${here} 也不在 git 中 / no such folder, and the rulebook is not in a git repository`,
    );
  if (revision === 'no-commit')
    throw new UsageError(`没有文件夹或版本 / no such folder or revision：${given}`);
  if (!revision.disk.has(join(revision.folder, 'rulebook.yaml')))
    throw new UsageError(`${given} 中没有规则库 / has no rulebook：${here}`);
  return revision;
}
