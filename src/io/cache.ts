import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Files that are kept, and how many bytes of them together: the ones used last. */
const most = { files: 512, bytes: 512_000_000 } as const;
/** What our files end in, and those that are being written: no others in the folder are touched. */
const [ending, unfinished] = ['.shouze', /\.shouze\.\d+-\w+\.tmp$/u];
/** Bytes before the content: a SHA-256 of its name and of itself. */
const head = 32;

/**
 * Bytes that were kept under a name; undefined where there are none, or none that can be believed: the file has to be
 * our own user's, and to hold the digest of its name and content.
 *
 * @param name - of letters, digits and hyphens; it has to tell everything that the bytes depend on
 */
export function readCache(name: string): Uint8Array | undefined {
  const folder = cacheFolder();
  if (folder === undefined) return undefined;
  const path = join(folder, name + ending);
  try {
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file).uid !== (process.getuid?.() ?? 0)) return undefined;
      const bytes = readFileSync(file);
      const content = bytes.subarray(head);
      if (!digestOf(name, content).equals(bytes.subarray(0, head))) return undefined;
      touch(path);
      return content;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined; // what cannot be read is made anew
  }
}

/** Keeps bytes under a name, whole or not at all; where they cannot be kept, nothing is said: nothing is lost. */
export function writeCache(name: string, bytes: Uint8Array): void {
  const folder = cacheFolder();
  if (folder === undefined || bytes.length + head > most.bytes) return;
  const path = join(folder, name + ending);
  const temporary = `${path}.${process.pid}-${Date.now().toString(36)}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(temporary, Buffer.concat([digestOf(name, bytes), bytes]), { mode: 0o600 });
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    prune(folder);
  } catch {
    // a full disk, a home that cannot be written
  }
}

/** `$SHOUZE_CACHE`, or the user's cache folder; undefined where it is turned off, or there is no home. */
export function cacheFolder(): string | undefined {
  const { SHOUZE_CACHE: own, XDG_CACHE_HOME: caches } = process.env;
  if (own === 'off') return undefined;
  if (own !== undefined && own !== '') return own;
  if (caches !== undefined && caches !== '') return join(caches, 'shouze');
  try {
    return join(homedir(), '.cache', 'shouze');
  } catch {
    return undefined;
  }
}

function digestOf(name: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\0`).update(content).digest();
}

/** Marks a file as used. */
function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // kept all the same
  }
}

/** Removes what was used least lately, and what a run that was killed left half-written more than an hour ago. */
function prune(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(ending) || unfinished.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return mtimeMs === undefined || size === undefined ? [] : [{ path, mtimeMs, size }];
    })
    .toSorted((a, b) => b.mtimeMs - a.mtimeMs);
  const hourAgo = Date.now() - 3_600_000;
  let [count, bytes] = [0, 0];
  for (const { path, mtimeMs, size } of files) {
    const isWhole = path.endsWith(ending);
    if (isWhole) [count, bytes] = [count + 1, bytes + size];
    const isKept = isWhole ? count <= most.files && bytes <= most.bytes : mtimeMs > hourAgo;
    if (!isKept) rmSync(path, { force: true });
  }
}
