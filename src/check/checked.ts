import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { ChecklistProblems } from '../checklist/problems.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DossierProblems } from '../dossier/problems.ts';
import type { WaiverProblems } from '../dossier/waiver-problems.ts';
import type { Judgement } from '../evaluate/outcome.ts';
import type { Subject } from '../program/ast.ts';
import type { YamlProblems } from '../yaml/problems.ts';

/** What may be wrong with a file that is to be judged, or with what came with it. */
export interface FileProblems
  extends PathProblems, YamlProblems, DossierProblems, WaiverProblems, ChecklistProblems {}

/** Which dossier of its file it is, from 1, and the line it begins on. */
export interface RecordPlace {
  readonly number: number;
  readonly line: number;
}

/** One dossier that was checked: what it was, and what came of it. */
export interface CheckedFile {
  readonly file: string;
  /** Absent where the file is one dossier. */
  readonly record?: RecordPlace | undefined;
  /** `sha256:…` of its text; absent when it could not be read. */
  readonly digest: string | undefined;
  readonly id: string | undefined;
  readonly diagnostics: readonly Diagnostic<FileProblems>[];
  /** Absent when it is no dossier: then there is no verdict. */
  readonly judged:
    | { readonly dossier: Dossier; readonly subject: Subject; readonly judgement: Judgement }
    | undefined;
}

/** What a dossier goes by: its id, or its place where it has none. */
export function dossierName({
  id,
  file,
  record,
}: Pick<CheckedFile, 'file' | 'record'> & { readonly id: string | null | undefined }): string {
  return id ?? (record ? `${file}#${record.number}` : file);
}
