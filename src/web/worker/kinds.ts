import type { FileBytes } from '../../base/bytes.ts';
import { type BesideFile, type BesideKind, besideKinds } from '../../desk/beside.ts';
import { type KindFound, kindOfFile } from '../../desk/kinds.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { openedDesk } from './open.ts';
import type { GivenFile } from './work.ts';

const bytes = new WeakMap<File, FileBytes>();

/** The same for the same file, as long as it is there: what was opened of it is found again. */
export function bytesOf({ name, file }: GivenFile): FileBytes {
  const before = bytes.get(file);
  if (before?.name === name) return before;
  const made = fileBytes(file, name);
  bytes.set(file, made);
  return made;
}

/** What files are does not change: one that was changed on the disk is another. */
const known = new WeakMap<File, KindFound>();

/** What files are, by what is in them, in their order. */
export async function kindsOf(files: readonly GivenFile[]): Promise<readonly KindFound[]> {
  const kinds: KindFound[] = [];
  for (const one of files) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, none of them held
    const kind = known.get(one.file) ?? (await kindOfFile(bytesOf(one), openedDesk(), webPlatform));
    known.set(one.file, kind);
    kinds.push(kind);
  }
  return kinds;
}

/** Files by what becomes of them. */
export interface Parts {
  /** Those that are judged, and those that are nothing: these are told with the others. */
  readonly dossiers: readonly GivenFile[];
  /** That others are judged by. */
  readonly others: readonly BesideFile[];
}

export async function partsOf(files: readonly GivenFile[]): Promise<Parts> {
  const kinds = await kindsOf(files);
  const dossiers: GivenFile[] = [];
  const others: BesideFile[] = [];
  for (const [index, one] of files.entries()) {
    const found = kinds[index];
    const kind = found && 'kind' in found ? found.kind : undefined;
    if (isBeside(kind)) others.push({ kind, file: bytesOf(one) });
    else if (kind === undefined || kind === 'dossiers') dossiers.push(one);
  }
  return { dossiers, others };
}

function isBeside(kind: string | undefined): kind is BesideKind {
  return besideKinds.some((one) => one === kind);
}
