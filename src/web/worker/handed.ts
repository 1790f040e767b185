import type { GivenFile } from './work.ts';

/** A file that was handed over, by a number that no other has. */
export interface Handed {
  readonly id: number;
  readonly name: string;
}

const files = new Map<number, GivenFile>();

/** Files that the page gives: each crosses once, and is the same file in all that is asked of it then. */
export const handedService = {
  take: (given: readonly (Handed & GivenFile)[]): void => {
    for (const { id, name, file } of given) files.set(id, { name, file });
  },

  /** Forgets files by their numbers; what was made of them stays. */
  leave: (ids: readonly number[]): void => {
    for (const id of ids) files.delete(id);
  },
};

export function handedFiles(handed: readonly Handed[]): readonly GivenFile[] {
  return handed.flatMap(({ id }) => files.get(id) ?? []);
}
