import { freeName } from '../../desk/sorted-files.ts';
import type { GivenFile } from './work.ts';

/**
 * Files with further ones: the same file is taken once; one that took the place of another on the disk takes its place
 * here, too; and another of the same name goes by a name of its own.
 */
export async function withFiles(
  before: readonly GivenFile[],
  given: readonly GivenFile[],
): Promise<{ readonly files: readonly GivenFile[]; readonly same: number }> {
  const files = new Map(before.map((one) => [one.name, one]));
  let same = 0;
  for (const one of given) {
    const known = files.get(one.name);
    // eslint-disable-next-line no-await-in-loop -- names that were taken are known before the next
    const found = known ? await compared(known.file, one.file) : 'replaced';
    if (found === 'same') same += 1;
    const name = found === 'other' ? freeName(one.name, new Set(files.keys())) : one.name;
    files.set(name, { ...one, name });
  }
  return { files: [...files.values()], same };
}

async function compared(known: File, file: File): Promise<'same' | 'replaced' | 'other'> {
  try {
    if (known.size !== file.size) {
      // what was changed on the disk cannot be read any more
      await known.slice(0, 1).arrayBuffer();
      return 'other';
    }
    const [a, b] = await Promise.all([known.arrayBuffer(), file.arrayBuffer()]);
    const other = new Uint8Array(b);
    return new Uint8Array(a).every((byte, index) => byte === other[index]) ? 'same' : 'other';
  } catch {
    return 'replaced';
  }
}
