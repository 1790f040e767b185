import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { groupList } from '../dossier/together.ts';
import { type Names, withVariable } from '../feel/bindings.ts';
import { any, listOf } from '../feel/types.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { OccasionFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import {
  type Each,
  type MeasuredBy,
  type Occasion,
  type RoundsTerms,
  type Subject,
} from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';
import { subjectOf } from './subject-of.ts';
import { keyOf } from './each.ts';

/**
 * The occasions of a rulebook and the terms of its rounds, each typed by the fields of its subject.
 *
 * @param gathered - what files of a subject are gathered by
 */
export function resolveOccasions(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  gathered: ReadonlyMap<string, MeasuredBy | undefined>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): {
  readonly all: readonly Occasion[];
  readonly rounds: ReadonlyMap<string, RoundsTerms>;
  readonly diagnostics: readonly Diagnostic<ProgramProblems & RulebookProblems>[];
} {
  const to = noted<ProgramProblems & RulebookProblems>();
  const { manifest } = rulebook;
  const all = rulebook.occasions.flatMap((entry) => occasion(entry) ?? []);
  const rounds = new Map(
    [...subjects.values()].flatMap((subject) => {
      const terms = roundsTerms(subject);
      return terms ? [[subject.name, terms] as const] : [];
    }),
  );
  return { all, rounds, diagnostics: to.diagnostics };

  function occasion(entry: Entry<OccasionFile>): Occasion | undefined {
    const { data, yaml } = entry;
    const subject = subjectOf(entry, subjects, to);
    if (!subject) return undefined;
    const by = gathered.get(subject.name);
    if (!by) to.error('program/occasion', spanOf(entry, 'occasion'), { reason: 'customer' });
    const variables = {
      today: reader.variables.named('today', { kind: 'date' }),
      due: reader.variables.named('due', { kind: 'date' }),
      dossiers: reader.variables.named(groupList, listOf(subject.type)),
    };
    const { today, due, dossiers } = variables;
    const own = withVariable(withVariable(namesFor(subject), today), dossiers);
    const [each, inner] = eachOf(entry, own);
    const whole = withVariable(inner, due);
    const read = (key: 'when' | 'due' | 'answered', names: Names, wanted: 'boolean' | 'day') =>
      data[key] === undefined ? undefined : reader.read(at(yaml, [key]).yaml, names, wanted);
    const [when, day] = [read('when', inner, 'boolean'), read('due', inner, 'day')];
    const answered = read('answered', whole, 'boolean');
    const needs = (data.needs ?? []).flatMap(({ otherwise }, index) => {
      const is = reader.read(at(yaml, ['needs', String(index), 'is']).yaml, whole, 'boolean');
      return is ? [{ is, otherwise }] : [];
    });
    const isWhole =
      (data.when === undefined || when) &&
      (data.answered === undefined || answered) &&
      (data.each === undefined || each) &&
      needs.length === (data.needs ?? []).length;
    if (!by || !day || !isWhole) return undefined;
    const name = data.occasion;
    return { name, entry, subject, each, when, due: day, needs, answered, by, variables };
  }

  function eachOf(entry: Entry<OccasionFile>, names: Names): readonly [Each | undefined, Names] {
    const given = Object.keys(entry.data.each ?? {});
    const [variable] = given;
    if (entry.data.each && given.length !== 1)
      to.error('program/occasion', spanOf(entry, 'each'), { reason: 'each' });
    if (variable === undefined) return [undefined, names];
    if (names.resolve(variable) || variable === 'due')
      to.error('rulebook/name-taken', spanOf(entry, 'each'), { name: variable });
    const list = reader.read(at(entry.yaml, ['each', variable]).yaml, names, 'list');
    const of = list?.core.type.kind === 'list' ? list.core.type.of : any;
    const element = reader.variables.named(variable, of);
    const inner = withVariable(names, element);
    return [list && { variable: element, list, key: keyOf(list.core) }, inner];
  }

  function roundsTerms(subject: Subject): RoundsTerms | undefined {
    const { name, file } = subject;
    if (!file.rounds) return undefined;
    const by = gathered.get(name);
    const keys = ['subjects', name, 'rounds'] as const;
    if (!by) to.error('program/occasion', spanOf(manifest, ...keys), { reason: 'customer' });
    const read = (key: keyof RoundsTerms, wanted?: 'day' | 'list') =>
      reader.read(at(manifest.yaml, [...keys, key]).yaml, namesFor(subject), wanted);
    const [began, lead, leads] = [read('began', 'day'), read('lead'), read('leads', 'list')];
    return by && began && lead && leads ? { began, lead, leads, by } : undefined;
  }
}
