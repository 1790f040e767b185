import { git } from './git.ts';

/** Why git does not tell what changed. */
export type GitReason = 'no-git' | 'no-repository' | 'unknown-revision';

/** What git cannot do for us, which its caller puts into words. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
  readonly reason: GitReason;

  constructor(reason: GitReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The files of a folder that differ from a revision, by path from the folder; those that git does not know yet, and
 * those that are gone, among them.
 *
 * @throws {@link GitFault}
 */
export function changedFiles(folder: string, revision: string): readonly string[] {
  answer(folder, 'no-repository', 'rev-parse', '--git-dir');
  const commit = answer(
    folder,
    'unknown-revision',
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).trim();
  const diff = ['diff', '--name-only', '--no-renames', '--relative', '-z', commit, '--', '.'];
  const others = ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'];
  const paths = [diff, others].flatMap((args) =>
    answer(folder, 'no-repository', ...args).split('\0'),
  );
  return [...new Set(paths.filter((path) => path !== ''))].toSorted();
}

/** The text of a file at a revision; undefined where it was not there. */
export function textAtRevision(folder: string, revision: string, path: string): string | undefined {
  try {
    return answer(folder, 'unknown-revision', 'show', '--end-of-options', `${revision}:./${path}`);
  } catch (error) {
    if (error instanceof GitFault && error.reason === 'unknown-revision') return undefined;
    throw error;
  }
}

function answer(folder: string, reason: GitReason, ...args: readonly string[]): string {
  const said = git(folder, ['--no-optional-locks', ...args]);
  if (!said?.ok) throw new GitFault(said ? reason : 'no-git');
  return said.out.toString('utf8');
}
