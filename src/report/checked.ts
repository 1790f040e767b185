import type { Language } from '../base/language.ts';
import type { CheckedFile } from '../check/checked.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';

export { type CheckedFile, dossierName } from '../check/checked.ts';

/** Files that were checked, all of them in memory. */
export interface CheckedFiles {
  readonly program: Program;
  readonly rulebookDigest: string;
  readonly engine: string;
  readonly options: JudgeOptions;
  readonly files: readonly CheckedFile[];
}

export interface ReportOptions {
  readonly language: Language;
  readonly unmasked: boolean;
}
