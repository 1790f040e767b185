import type { CheckReport } from '../../report/json-format.ts';

/** What is being worked on: the files that were given last, and what came of them. */
export const work: { files: readonly File[]; report: CheckReport | undefined } = {
  files: [],
  report: undefined,
};
