import type { Program, Subject } from './ast.ts';

/** The kind of file that goes through the steps; undefined where none has events. */
export function processSubject({ subjects }: Pick<Program, 'subjects'>): Subject | undefined {
  return [...subjects.values()].find(({ file }) => file.events);
}
