import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { type AnswersRead, asked } from '../checklist/answers.ts';
import type { ChecklistProblems } from '../checklist/problems.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import type { Program } from '../program/ast.ts';
import { aboutValue } from './about.ts';
import { lookUpsIn } from './people.ts';
import type { ReadFile } from './read.ts';

/** A file with what came back on its check-list, and those of the answers that are taken. */
export interface Answered {
  readonly file: ReadFile;
  readonly taken: AnswersRead;
}

/**
 * Hands a file the answers that came back for it. An answer to another state of the file is not taken, for what it was
 * said of is no longer there; nor is one of somebody who acted in the file.
 */
export function withAnswers(
  file: ReadFile,
  answers: AnswersRead,
  program: Pick<Program, 'setting'>,
): Answered {
  const to = noted<ChecklistProblems>();
  const taken = new Map(answers);
  const people = peopleOn(file, program);
  const told = new Set<string>();
  let isUnbound = false;
  for (const [key, { rule, digest, checker, answer, span, digestSpan }] of answers) {
    const isOther = digest !== '' && digest !== file.digest;
    const onFile = checker.find((one) => people.has(one));
    if (isOther || onFile !== undefined) taken.delete(key);
    if (isOther && !told.has(digest)) {
      told.add(digest);
      to.error('checklist/other-digest', digestSpan, { dossier: file.id ?? file.file });
    } else if (!isOther && onFile !== undefined)
      to.error('checklist/on-the-file', span, { rule, checker: answer.name });
    if (digest === '' && !isUnbound) {
      isUnbound = true;
      to.warn('checklist/unbound', span, { dossier: file.id ?? file.file });
    }
  }
  const diagnostics: readonly Diagnostic<ChecklistProblems>[] = to.diagnostics;
  return {
    file: {
      ...file,
      answers: asked(taken),
      diagnostics: [...file.diagnostics, ...diagnostics],
    },
    taken,
  };
}

/** Ids of all whom a file names as acting in it, and of who handles it. */
function peopleOn(
  { dossier, subject }: ReadFile,
  { setting }: Pick<Program, 'setting'>,
): ReadonlySet<string> {
  const people = new Set<string>();
  if (!dossier || !subject) return people;
  const officer = aboutValue('officer', dossier, subject, setting.zone)?.value;
  if (typeof officer === 'string') people.add(officer);
  for (const { list, person } of lookUpsIn(subject.file, subject.file.lookUps)) {
    const acts = dossier.root.entries.get(list);
    for (const act of isList(acts) ? acts.items : []) {
      const own = isContext(act) ? act.entries.get(person) : undefined;
      if (typeof own === 'string') people.add(own);
    }
  }
  return people;
}
