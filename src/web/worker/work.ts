import type { JudgedBy, Work } from '../../desk/work.ts';

/** A file that was given, under the name that it goes by: with its folders where it was given with them. */
export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

/** What is being worked on: the files that were given, and what came of them. */
export interface WorkHeld {
  files: readonly GivenFile[];
  judged: Work | undefined;
  /** What they were judged by; undefined for what was judged before, and opened again. */
  by: JudgedBy | undefined;
}

export const work: WorkHeld = { files: [], judged: undefined, by: undefined };
