import { type Diagnostic, hasErrors, noted } from '../base/diagnostic.ts';
import type { Names } from '../feel/bindings.ts';
import type { Type } from '../feel/types.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { PromiseFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import { type MeasuredBy, type ServicePromise, type Subject } from './ast.ts';
import { eachOf } from './each.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';
import { subjectOf } from './subject-of.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/**
 * The promises of a rulebook, each typed by the fields of its subject.
 *
 * @param gathered - what figures of each subject are gathered by
 */
export function resolvePromises(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
  gathered: ReadonlyMap<string, MeasuredBy | undefined>,
): { readonly all: readonly ServicePromise[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const all = rulebook.promises.flatMap((entry) => promiseOf(entry) ?? []);
  return { all, diagnostics: to.diagnostics };

  function promiseOf(entry: Entry<PromiseFile>): ServicePromise | undefined {
    const { data } = entry;
    const subject = subjectOf(entry, subjects, to);
    if (!subject) return undefined;
    const before = reader.diagnostics.length;
    const [each, names] = eachOf(entry, namesFor(subject), reader, to);
    const read = (key: keyof PromiseFile, wanted?: Type['kind'] | 'day') =>
      reader.read(at(entry.yaml, [key]).yaml, names, wanted);
    const [from, end] = [read('from', 'day'), read('to', 'day')];
    const within = read('within', 'number');
    const when = read('when', 'boolean');
    const holder = read('holder');
    const by = gathered.get(subject.name);
    const known = by?.known;
    const wrong = (reason: ProgramProblems['program/promise']['reason'], key: string) => {
      to.error('program/promise', spanOf(entry, key), { reason });
    };
    if (!by) wrong('scorecard', 'promise');
    else if (!known) wrong('known', 'promise');
    if (within && !isIn(within.core.type, data.unit)) wrong('unit', 'within');
    for (const [key, one] of [
      ['from', from],
      ['to', end],
    ] as const)
      if (data.unit === 'elapsed-hours' && one?.core.type.kind === 'date') wrong('moment', key);
    if (!by || !known || !from || !end || !within) return undefined;
    if (hasErrors(reader.diagnostics.slice(before)) || (data.each && !each)) return undefined;
    return {
      name: data.promise,
      entry,
      subject,
      each,
      when,
      from,
      to: end,
      within,
      holder,
      by: { ...by, known },
    };
  }
}

/** Whether a number is in a unit, or bare. */
function isIn(type: Type, unit: string): boolean {
  return type.kind !== 'number' || type.unit === undefined || type.unit === unit;
}
