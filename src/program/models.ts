import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { ModelFile } from '../rulebook/files.ts';
import { characteristicNames, modelNames } from '../rulebook/model-names.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import { type Expression, mainSubject, type Model, type Reference, type Subject } from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/**
 * The scoring models of a rulebook: what they ask of files beside their points, which are tables and definitions
 * already. A model with an error in it is left out.
 */
export function resolveModels(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  references: ReadonlyMap<string, Reference>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): { readonly all: readonly Model[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const all = rulebook.models.flatMap((entry) => modelOf(entry) ?? []);
  return { all, diagnostics: to.diagnostics };

  function modelOf(entry: Entry<ModelFile>): Model | undefined {
    const { data } = entry;
    const subject = data.subject === undefined ? mainSubject(subjects) : subjects.get(data.subject);
    // of a subject that is not there its tables told
    if (!subject) return undefined;
    const names = namesFor(subject);
    const unread: (readonly string[])[] = [];
    const read = (keys: readonly string[], wanted: 'boolean' | 'day'): Expression | undefined => {
      const { yaml, whole } = at(entry.yaml, keys);
      const found = whole ? reader.read(yaml, names, wanted) : undefined;
      if (whole && !found) unread.push(keys);
      return found;
    };
    const asOf = read(['asOf'], 'day');
    const when = read(['when'], 'boolean');
    const [of, matured, bad] = ['of', 'matured', 'bad'].map((key) =>
      read(['outcome', key], 'boolean'),
    );
    const [decided, against, reasoned] = ['of', 'against', 'reasoned'].map((key) =>
      read(['decisions', key], 'boolean'),
    );
    checkRecord(entry);
    const own = modelNames(data);
    const characteristics = data.characteristics.flatMap(({ characteristic, title }) => {
      const { points, band } = characteristicNames(data, characteristic);
      return references.has(points) ? [{ name: characteristic, title, points, band }] : [];
    });
    if (!asOf || unread.length > 0 || !references.has(data.model)) return undefined;
    return {
      name: data.model,
      entry,
      subject,
      asOf,
      when,
      characteristics,
      names: own,
      outcome: of && matured && bad ? { of, matured, bad } : undefined,
      decisions: decided && against && reasoned ? { of: decided, against, reasoned } : undefined,
    };
  }

  function checkRecord(entry: Entry<ModelFile>): void {
    const { record } = entry.data;
    if (!record) return;
    const subject = subjects.get(record.subject);
    if (!subject) {
      const near = nearest(record.subject, subjects.keys());
      const params = { what: 'subject' as const, name: record.subject, near };
      to.error('rulebook/unknown-reference', spanOf(entry, 'record', 'subject'), params);
      return;
    }
    for (const key of ['figures', 'fixed'] as const)
      for (const path of Object.keys(record[key] ?? {})) {
        const steps = parsePath(path);
        if (steps && fieldAlong(subject.type, steps)) continue;
        const params = { path, near: nearest(path, subject.type.fields.keys()) };
        to.error('program/unknown-path', spanOf(entry, 'record', key, path), params);
      }
  }
}
