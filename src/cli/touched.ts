import { changedFiles, GitFault, textAtRevision } from '../io/git-changes.ts';
import { rulebookFolder } from '../io/rulebook.ts';
import { type Touched, touchedBy } from '../program/touched.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';
import { type Call, UsageError } from './call.ts';
import type { Sound } from './sound.ts';

const why = {
  'no-git': '找不到 git / git is not there',
  'no-repository': '不在 git 仓库中 / not in a repository of git',
} as const;

/** The rules that what changed since a revision of git concerns, in the rulebook and in those that it extends. */
export function touchedSince(call: Call, { program, folder }: Sound): Touched {
  const revision = call.text('since') ?? 'HEAD';
  const option = call.text('since') === undefined ? '--changed' : `--since ${revision}`;
  try {
    const layers = layersOf(rulebookFolder(folder).folder);
    const changed = layers.map((layer) => [layer, changedFiles(layer, revision)] as const);
    const paths = [...new Set(changed.flatMap(([, own]) => own))];
    const before = (path: string) => {
      const of = changed.find(([, own]) => own.includes(path));
      return of && textAtRevision(of[0], revision, path);
    };
    return touchedBy(program, paths, before);
  } catch (error) {
    if (!(error instanceof GitFault)) throw error;
    const reason =
      error.reason === 'unknown-revision'
        ? `git 没有版本 / git has no revision \`${revision}\``
        : why[error.reason];
    throw new UsageError(`${option}：${reason}`);
  }
}

function layersOf({ name, parent }: RulebookFolder): readonly string[] {
  return [name, ...(parent ? layersOf(parent) : [])];
}
