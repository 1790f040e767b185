import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

import { git } from '../io/git.ts';
import { packageRoot } from '../io/rulebook.ts';
import { UsageError } from './call.ts';
import { rulebookAt } from './rulebook-at.ts';
import { engineVersion } from './sound.ts';

/** Where merge requests are, and what runs before a commit. */
export const forges = ['github', 'gitlab', 'gitee', 'pre-commit'] as const;

export type Forge = (typeof forges)[number];

/** What every pipeline runs. */
const scripts = { 'shouze.sh': 'ci/shouze.sh', 'shouze-comment.sh': 'ci/shouze-comment.sh' };

/** From the folder `ci/` of the package to where each stands in a repository. */
const places: Readonly<Record<Forge, Readonly<Record<string, string>>>> = {
  github: { 'github.yml': '.github/workflows/shouze.yml', ...scripts },
  gitlab: { 'gitlab-ci.yml': '.gitlab-ci.yml', ...scripts },
  gitee: { 'gitee.yml': '.workflow/shouze.yml', ...scripts },
  'pre-commit': { 'pre-commit': '.githooks/pre-commit' },
};

interface CiFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly isProgram: boolean;
}

/** The files for the repository that we are in, which name its rulebook and what is installed. */
export function ciFiles(
  forge: Forge,
  rulebook: string | undefined,
  wanted: string | undefined,
): { readonly root: string; readonly files: readonly CiFile[] } {
  const top = git(process.cwd(), ['rev-parse', '--show-toplevel']);
  if (top?.ok !== true)
    throw new UsageError('不在 git 仓库中 / not in a repository of git: git init');
  const root = realpathSync(top.out.toString('utf8').trimEnd());
  const at = rulebookAt(rulebook);
  const isThere = existsSync(join(at, 'rulebook.yaml'));
  const folder = isThere ? relative(root, realpathSync(at)).replaceAll('\\', '/') : '..';
  if (folder.startsWith('..'))
    throw new UsageError(
      '这个仓库中没有规则库，用 --rulebook 指定 / there is no rulebook in this repository; name one with --rulebook DIR',
    );
  const filled = {
    rulebook: folder || '.',
    package: wanted ?? `shouze@${engineVersion()}`,
  };
  const files = Object.entries(places[forge]).map(([name, path]) => ({
    path,
    text: readFileSync(join(packageRoot, 'ci', name), 'utf8').replaceAll(
      /\{\{(rulebook|package)\}\}/gu,
      (_, key: keyof typeof filled) => filled[key],
    ),
    isProgram: !path.endsWith('.yml'),
  }));
  return { root, files };
}
