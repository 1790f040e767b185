import { isAbsolute, relative } from 'node:path';
import process from 'node:process';

import type { Diagnostic } from '../base/diagnostic.ts';
import { engineOf } from '../check/engine.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { SheetRead } from '../base/workbook.ts';
import { answersFrom, asked, unused } from '../checklist/answers.ts';
import { dossierPaths } from '../io/paths.ts';
import type { Program } from '../program/ast.ts';
import { type CheckedFile, type CheckRun, dossierName } from '../report/checked.ts';
import { answerWords } from '../report/checklist.ts';
import type { Problems } from '../words/messages/messages.ts';
import { judgeFiles, readFile } from './check-files.ts';
import { engineVersion, type Loaded } from './load.ts';

/** What a check is given besides dossiers and options. */
export interface RunSetting {
  /** The subject that files are which do not say so themselves. */
  readonly kind?: string | undefined;
  /** Check-lists that came back. */
  readonly sheets?: readonly SheetRead[];
  /** What was wrong with their files. */
  readonly unread?: readonly Diagnostic<Problems>[];
}

/** Checks every dossier that files, folders, globs and `-` stand for. */
export function runCheck(
  { program, digest }: Loaded & { readonly program: Program },
  given: readonly string[],
  options: JudgeOptions,
  { kind, sheets = [], unread = [] }: RunSetting = {},
): CheckRun {
  const engine = engineOf(program);
  const { paths, problems } = dossierPaths(given.filter((path) => path !== '-'));
  const dashes = given.filter((path) => path === '-').slice(0, 1);
  const read = [...dashes, ...paths.map(fromHere)].map((path) => readFile(path, engine, kind));
  const lists = answersFrom(sheets, {
    rules: program.rules.flatMap(({ id, rule }) => (rule.entry.data.check === 'data' ? [] : [id])),
    dossiers: read.map(dossierName),
    digest,
    words: answerWords(),
  });
  const files = judgeFiles(
    read.map((file) => {
      const own = lists.answers.get(dossierName(file));
      return own ? { ...file, answers: asked(own) } : file;
    }),
    engine,
    options,
  );
  const wrong = [
    ...lists.diagnostics,
    ...files.flatMap((file) => {
      const own = lists.answers.get(dossierName(file));
      return own && file.judged ? unused(own, file.judged.judgement.outcomes) : [];
    }),
  ];
  const failed = [...problems, ...unread, ...wrong].map(
    (problem: Diagnostic<Problems>): CheckedFile => ({
      file: problem.span.source.name,
      digest: undefined,
      id: undefined,
      diagnostics: [problem],
      judged: undefined,
    }),
  );
  return {
    program,
    rulebookDigest: digest,
    engine: engineVersion(),
    options,
    files: [...files, ...failed],
  };
}

/** A path as it reads from the folder we are in, where it lies below it. */
function fromHere(path: string): string {
  if (!isAbsolute(path)) return path;
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
