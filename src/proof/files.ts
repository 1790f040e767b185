import { partsOf } from '../cases/faults.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import type { Program, Subject } from '../program/ast.ts';

const read = new WeakMap<Program, Map<Subject, readonly Dossier[]>>();

/** The files of the rulebook that are of a subject, as far as their form tells: read once. */
export function filesOf(program: Program, subject: Subject): readonly Dossier[] {
  const bySubject = read.get(program) ?? new Map<Subject, readonly Dossier[]>();
  read.set(program, bySubject);
  const files = bySubject.get(subject) ?? filesAnew(program, subject);
  bySubject.set(subject, files);
  return files;
}

function filesAnew(program: Program, { type }: Subject): readonly Dossier[] {
  return [...program.rulebook.dossiers.values()]
    .flatMap((yaml) => dossierFromYaml(yaml, type, partsOf(program)).value ?? [])
    .filter(({ malformed }) => !malformed);
}
