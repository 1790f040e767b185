import type { ReadAgain } from '../../desk/again.ts';
import { webPlatform } from '../platform.ts';
import type { GivenFile } from './work.ts';

/** What workers have to read a file at once. */
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

/** Reads a file that is one dossier once more; undefined where it is gone, or another by now. */
export function readAgainOf(files: readonly GivenFile[]): ReadAgain {
  const byName = new Map(files.map(({ name, file }) => [name, file]));
  return ({ file: name, record, digest }) => {
    const file = byName.get(name);
    if (!file || record) return undefined;
    try {
      const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const read = `sha256:${webPlatform.sha256(new TextEncoder().encode(text))}`;
      return read === digest ? { name, text } : undefined;
    } catch {
      return undefined;
    }
  };
}
