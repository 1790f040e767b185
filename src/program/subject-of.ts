import type { Noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { mainSubject, type Subject } from './ast.ts';
import type { ProgramProblems } from './problems.ts';

/** Whose files an entry of the rulebook is about: those it names, else the main ones; undefined after complaining. */
export function subjectOf(
  entry: Entry<{ readonly subject?: string }>,
  subjects: ReadonlyMap<string, Subject>,
  to: Noted<ProgramProblems & RulebookProblems>,
): Subject | undefined {
  const name = entry.data.subject;
  const subject = name === undefined ? mainSubject(subjects) : subjects.get(name);
  if (subject) return subject;
  const params = {
    what: 'subject',
    name: name ?? '',
    near: nearest(name ?? '', subjects.keys()),
  } as const;
  to.error('rulebook/unknown-reference', spanOf(entry, 'subject'), params);
  return undefined;
}
