import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { type Disk, ownDisk } from '../io/disk.ts';
import { type Revision, revisionOf } from '../io/git.ts';
import { rulebookIn, unpacked } from '../io/package.ts';
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
 * A folder or a package, else a commit; the rulebook here where neither is given.
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
  if (given === undefined) return read(here, ownDisk);
  const stats = statSync(given, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return readIn(given, given);
  if (stats) {
    const found = unpacked(given, (folder) => readIn(folder, given));
    if (found === 'no-tar') throw new UsageError(`${given}：没有安装 tar / tar is not installed`);
    if (found === 'no-package')
      throw new UsageError(
        `${given} 不是文件夹，也不是软件包（.tgz） / is neither a folder nor a package (.tgz)`,
      );
    return found;
  }
  const revision = revisionAt(given, here);
  return read(revision.folder, revision.disk);

  function readIn(folder: string, shown: string): Compared {
    const found = rulebookIn(folder);
    if (found === undefined)
      throw new UsageError(`${shown} 中没有 rulebook.yaml / has no rulebook.yaml`);
    return read(found, ownDisk);
  }

  function read(path: string, disk: Disk): Compared {
    const { folder, problems } = rulebookFolder(path, disk, name);
    const { value, diagnostics } = readRulebook(knownFolder(folder, memory), memory);
    const errors = [...problems, ...diagnostics].filter(({ severity }) => severity === 'error');
    return { program: value, digest: digestOf(folder), errors };
  }
}

function revisionAt(given: string, here: string): Revision {
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
