import type { Diagnostic } from '../base/diagnostic.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Judgement, JudgeOptions } from '../evaluate/outcome.ts';
import type { Language } from '../base/language.ts';
import type { Program, Subject } from '../program/ast.ts';
import type { Problems } from '../words/messages/messages.ts';

/** One file that was checked: what it was, and what came of it. */
export interface CheckedFile {
  readonly file: string;
  /** `sha256:…` of its text; absent when it could not be read. */
  readonly digest: string | undefined;
  readonly id: string | undefined;
  readonly diagnostics: readonly Diagnostic<Problems>[];
  /** Absent when it is no dossier: then there is no verdict. */
  readonly judged:
    | { readonly dossier: Dossier; readonly subject: Subject; readonly judgement: Judgement }
    | undefined;
}

/** Everything a report of a check is made from. */
export interface CheckRun {
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

/** What a file goes by: its id, or its path where it has none. */
export function dossierName({ id, file }: Pick<CheckedFile, 'id' | 'file'>): string {
  return id ?? file;
}

export interface Counts {
  readonly dossiers: number;
  readonly pass: number;
  readonly fail: number;
  readonly 'cannot-tell': number;
}

export function countsOf({ files }: CheckRun): Counts {
  const counts = { dossiers: 0, pass: 0, fail: 0, 'cannot-tell': 0 };
  for (const { judged } of files) {
    if (!judged) continue;
    counts.dossiers += 1;
    counts[judged.judgement.verdict] += 1;
  }
  return counts;
}
