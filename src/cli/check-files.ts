import { readFileSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { parsePath, pointerOfPath } from '../dossier/path.ts';
import { judge } from '../evaluate/judge.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { EvaluationLimit } from '../feel/reference/limits.ts';
import { decode, type Read, readText } from '../io/read.ts';
import { digestOfText } from '../io/rulebook.ts';
import type { Program, Subject } from '../program/ast.ts';
import type { CheckedFile } from '../report/checked.ts';
import type { Problems } from '../report/messages/messages.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at } from '../yaml/tree.ts';

/** Checks one dossier file, or standard input for `-`. What is wrong with it never stops the others. */
export function checkFile(path: string, program: Program, options: JudgeOptions): CheckedFile {
  const read: Read = path === '-' ? decode(readFileSync(0), '<stdin>') : readText(path);
  if ('problem' in read) return unread(path, [read.problem]);
  return checkSource(read.source, program, options);
}

export function checkSource(source: Source, program: Program, options: JudgeOptions): CheckedFile {
  const parsed = parseYaml(source);
  const subject = subjectOf(program);
  const diagnostics: Diagnostic<Problems>[] = [...parsed.diagnostics];
  const digest = digestOfText(source.text);
  if (!parsed.value || diagnostics.length > 0)
    return { ...unread(source.name, diagnostics), digest };
  const loaded = dossierFromYaml(parsed.value, subject.type);
  diagnostics.push(...loaded.diagnostics);
  const dossier = loaded.value;
  if (!dossier) return { ...unread(source.name, diagnostics), digest };
  const steps = parsePath(subject.file.id);
  const pointer = steps && pointerOfPath(steps, dossier.root, subject.type);
  const place = pointer === undefined ? undefined : at(parsed.value, pointer.split('/').slice(1));
  const id = place?.whole && place.yaml.kind === 'text' ? place.yaml.text : undefined;
  try {
    const judgement = judge(program, subject, dossier, options, diagnostics.length > 0);
    return { file: source.name, digest, id, diagnostics, judged: { dossier, subject, judgement } };
  } catch (error) {
    if (!(error instanceof EvaluationLimit)) throw error;
    const span = { source, start: 0, end: 0 };
    diagnostics.push({
      code: 'dossier/too-big',
      severity: 'error',
      span,
      params: { limit: error.limit },
    });
    return { file: source.name, digest, id, diagnostics, judged: undefined };
  }
}

/** The subject that loan files are: the one called `dossier`, or the only one. */
export function subjectOf({ subjects }: Program): Subject {
  const subject = subjects.get('dossier') ?? [...subjects.values()][0];
  if (!subject) throw new Error('a rulebook has a subject');
  return subject;
}

function unread(file: string, diagnostics: readonly Diagnostic<Problems>[]): CheckedFile {
  return { file, digest: undefined, id: undefined, diagnostics, judged: undefined };
}
