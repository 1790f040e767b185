import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why a file is not unpacked: tar is not installed, or it does not know the file. */
export type NoPackage = 'no-tar' | 'no-package';

/**
 * The folder of a rulebook: the folder itself, `rules` in it as an installed package has it, or in the one folder
 * that it holds, as packages have it; undefined where there is none.
 */
export function rulebookIn(folder: string): string | undefined {
  const here = [folder, join(folder, 'rules')].find((one) =>
    existsSync(join(one, 'rulebook.yaml')),
  );
  if (here !== undefined) return here;
  const [only, other] = readdirSync(folder, { withFileTypes: true });
  return only && other === undefined && only.isDirectory()
    ? rulebookIn(join(folder, only.name))
    : undefined;
}

/** What is done with the files of a package, such as `npm pack` makes one; they are gone after it. */
export function unpacked<T>(file: string, act: (folder: string) => T): T | NoPackage {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-package-'));
  try {
    // through a pipe: a path with a colon would be another machine's to tar
    const { status, error } = spawnSync('tar', ['-xzf', '-'], {
      cwd: folder,
      input: readFileSync(file),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // it stops reading at the end of the archive, whatever comes behind
    if (error && 'code' in error && error.code === 'ENOENT') return 'no-tar';
    return status === 0 ? act(folder) : 'no-package';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
