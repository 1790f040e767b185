import type { JudgedBy, Work } from '../../desk/work.ts';

/** A file that was given, under the name that it goes by: with its folders where it was given with them. */
export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

/** A mapping of tables, as its file has it. */
export interface MappingText {
  readonly name: string;
  readonly text: string;
}

/** What is being worked on: the files that were given, and what came of them. */
export interface WorkHeld {
  files: readonly GivenFile[];
  /** What all of the files are read by, where they are tables. */
  mapping: MappingText | undefined;
  judged: Work | undefined;
  /** Whether it is a saved run that was opened to be looked at. */
  isRun: boolean;
  /** What they were judged by; undefined for what was judged before, and opened again. */
  by: JudgedBy | undefined;
  /** Results that were opened without their files. */
  before: Work | undefined;
  /** Told when files were judged. */
  changed: () => void;
}

export const work: WorkHeld = {
  files: [],
  mapping: undefined,
  judged: undefined,
  isRun: false,
  by: undefined,
  before: undefined,
  changed: () => {},
};
