import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The platforms for which npm has a Node of this version. */
export const platforms = ['linux-x64', 'linux-arm64', 'win-x64'] as const;
export type Platform = (typeof platforms)[number];

/** Of the npm packages `node-<platform>`; they change with the version of `node` in package.json. */
const version = '24.21.0';
const integrity: Readonly<Record<Platform, string>> = {
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

export interface NodeBinary {
  readonly version: string;
  /** `node` or `node.exe`. */
  readonly name: string;
  readonly bytes: Buffer;
  /** The licence of Node and of what is built into it. */
  readonly licence: string;
}

/**
 * Node for a platform, out of its npm package.
 *
 * @param kept - folder in which packages stay once they were fetched
 * @throws where npm cannot be asked, or gives other bytes than those that were looked at
 */
export function nodeBinary(platform: Platform, kept: string): NodeBinary {
  const wanted = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8')) as {
    readonly version: string;
  };
  if (wanted.version !== version)
    throw new Error(
      `package.json wants Node ${wanted.version}: give its version and digests in scripts/release/node-binary.ts`,
    );
  const name = platform === 'win-x64' ? 'node.exe' : 'node';
  const folder = mkdtempSync(join(tmpdir(), 'shouze-node-'));
  try {
    const bytes = fileIn(tarball(platform, kept), `package/bin/${name}`, folder);
    // the package for Windows comes without it
    const licence = fileIn(tarball('linux-x64', kept), 'package/LICENSE', folder).toString('utf8');
    return { version, name, bytes, licence };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tarball(platform: Platform, kept: string): string {
  mkdirSync(kept, { recursive: true });
  const path = join(kept, `node-${platform}-${version}.tgz`);
  if (!existsSync(path))
    run('npm', ['pack', '--silent', '--pack-destination', kept, `node-${platform}@${version}`]);
  const found = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
  if (found !== integrity[platform])
    throw new Error(`${path} is not the package that was looked at: ${found}`);
  return path;
}

function fileIn(archive: string, path: string, folder: string): Buffer {
  run('tar', ['-xzf', archive, '-C', folder, path]);
  return readFileSync(join(folder, path));
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
