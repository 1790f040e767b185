import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { type Names, withVariable } from '../feel/bindings.ts';
import type { Variable } from '../feel/core.ts';
import { any } from '../feel/types.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { ViewFile, ViewSectionFile, Words } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import {
  type Expression,
  mainSubject,
  type Subject,
  type View,
  type ViewAdds,
  type ViewGroup,
  type ViewSection,
  type ViewTable,
  type ViewValue,
} from './ast.ts';
import { allNames, type ExpressionReader, fieldsOf } from './expressions.ts';
import { groupSubject, isKey } from './groups.ts';
import type { ProgramProblems } from './problems.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;
type Reason = ProgramProblems['program/view']['reason'];

/** The name of the key that was asked for, in every expression of a view but those that give the keys of a file. */
const askedName = 'asked';

/** The views of a rulebook, each section typed by the files that it reads; one with an error in it is left out. */
export function resolveViews(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  reader: ExpressionReader,
  namesFor: (subject: string | undefined) => Names,
): { readonly all: readonly View[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const groupSubjects = new Map<Subject, Subject>();
  const all = rulebook.views.map(viewOf);
  return { all, diagnostics: to.diagnostics };

  function viewOf(entry: Entry<ViewFile>): View {
    const { data } = entry;
    const asked = reader.variables.named(askedName, { kind: 'text' });
    const keys = keysAt(entry, ['groupBy'], undefined);
    const groups = (data.groups ?? []).map(({ group, title }, index): ViewGroup => ({
      name: group,
      title,
      keys: keysAt(entry, ['groups', String(index), 'groupBy'], asked),
    }));
    const sections: ViewSection[] = [];
    for (const [index, section] of data.sections.entries()) {
      const made = sectionOf(entry, section, index, { keys, groups, asked, before: sections });
      if (made) sections.push(made);
    }
    return { name: data.view, entry, keys, groups, asked, sections };
  }

  /** By subject, the expression that gives the keys of one file. */
  function keysAt(
    entry: Entry<ViewFile>,
    path: readonly string[],
    asked: Variable | undefined,
  ): ReadonlyMap<string, Expression> {
    const { yaml } = at(entry.yaml, path);
    const entries = yaml.kind === 'map' ? yaml.entries : [];
    return new Map(
      entries.flatMap(({ key, value }): [string, Expression][] => {
        const subject = subjects.get(key.text);
        if (!subject) {
          unknownSubject(key.text, key.span);
          return [];
        }
        const own = allNames(fieldsOf(subject), namesFor(subject.name));
        const by = reader.read(value, asked ? withVariable(own, asked) : own);
        if (by && !isKey(by.core.type)) {
          to.error('program/view', value.span, { reason: 'key', name: key.text });
          return [];
        }
        return by ? [[subject.name, by]] : [];
      }),
    );
  }

  function sectionOf(
    entry: Entry<ViewFile>,
    file: ViewSectionFile,
    index: number,
    view: Pick<View, 'keys' | 'groups' | 'asked'> & { readonly before: readonly ViewSection[] },
  ): ViewSection | undefined {
    const wrong = (reason: Reason, key: string, name: string, near?: string) => {
      to.error('program/view', spanOf(entry, 'sections', index, key), { reason, name, near });
    };
    const subject = file.subject === undefined ? mainSubject(subjects) : subjects.get(file.subject);
    if (!subject) {
      unknownSubject(file.subject ?? '', spanOf(entry, 'sections', index, 'subject'));
      return undefined;
    }
    if (view.before.some(({ name }) => name === file.section)) {
      wrong('taken', 'section', file.section);
      return undefined;
    }
    const isOfFiles = file.facts !== undefined || file.each !== undefined;
    if (isOfFiles && !view.keys.has(subject.name)) {
      wrong('files', 'section', subject.name);
      return undefined;
    }
    const names = view.groups.map(({ name }) => name);
    if (file.group !== undefined && !names.includes(file.group)) {
      wrong('group', 'group', file.group, nearest(file.group, names));
      return undefined;
    }
    const kinds = [file.facts, file.each ?? file.columns, file.adds, file.shows];
    if (kinds.filter((kind) => kind !== undefined).length !== 1) {
      wrong('one-of', 'section', file.section);
      return undefined;
    }
    if ((file.each === undefined) !== (file.columns === undefined)) {
      wrong('table', 'section', file.section);
      return undefined;
    }
    const files = filesOf(subject);
    const scope = withVariable(allNames(fieldsOf(files), namesFor(undefined)), view.asked);
    const shows = showsOf(entry, file, index, scope, view.before, wrong);
    if (!shows) return undefined;
    const { section: name, title, note, group } = file;
    return { name, title, note, subject, files, group, shows };
  }

  function showsOf(
    entry: Entry<ViewFile>,
    file: ViewSectionFile,
    index: number,
    names: Names,
    before: readonly ViewSection[],
    wrong: (reason: Reason, key: string, name: string, near?: string) => void,
  ): ViewSection['shows'] | undefined {
    const inSection = (...keys: readonly (string | number)[]) =>
      at(entry.yaml, ['sections', String(index), ...keys.map(String)]).yaml;
    if (file.shows) return { kind: file.shows };
    if (file.adds) {
      const totals = new Map(before.flatMap(totalsOf));
      const adds = file.adds.flatMap(({ of, title }): ViewAdds[] => {
        const found = totals.get(of);
        if (!found) wrong('total', 'adds', of, nearest(of, totals.keys()));
        return found ? [{ ...found, title: title ?? found.title }] : [];
      });
      return { kind: 'sum', adds, total: file.total };
    }
    if (file.facts) {
      const facts = file.facts.flatMap(({ fact, title }, place): ViewValue[] => {
        const is = reader.read(inSection('facts', place, 'is'), names);
        return is ? [{ name: fact, title, is }] : [];
      });
      return { kind: 'facts', facts };
    }
    return tableOf(file, names, inSection, wrong);
  }

  function tableOf(
    file: ViewSectionFile,
    outer: Names,
    inSection: (...keys: readonly (string | number)[]) => Entry<ViewFile>['yaml'],
    wrong: (reason: Reason, key: string, name: string) => void,
  ): ViewTable | undefined {
    let names = outer;
    const each: ViewTable['each'][number][] = [];
    for (const variable of Object.keys(file.each ?? {})) {
      if (names.resolve(variable)) wrong('taken', 'each', variable);
      const list = reader.read(inSection('each', variable), names, 'list');
      if (!list) return undefined;
      const { type } = list.core;
      const element = reader.variables.named(variable, type.kind === 'list' ? type.of : any);
      each.push({ variable: element, list });
      names = withVariable(names, element);
    }
    const when =
      file.when === undefined ? undefined : reader.read(inSection('when'), names, 'boolean');
    const orderBy =
      file.orderBy === undefined ? undefined : reader.read(inSection('orderBy'), names);
    const columns = (file.columns ?? []).flatMap(({ column, title, total }, place) => {
      const wanted = total === true ? 'number' : undefined;
      const is = reader.read(inSection('columns', place, 'is'), names, wanted);
      return is ? [{ name: column, title, is, isTotalled: total === true }] : [];
    });
    return { kind: 'table', each, when, columns, orderBy, isDescending: file.descending === true };
  }

  function filesOf(subject: Subject): Subject {
    const made = groupSubjects.get(subject) ?? groupSubject(subject);
    groupSubjects.set(subject, made);
    return made;
  }

  function unknownSubject(name: string, span: ReturnType<typeof spanOf>): void {
    const near = nearest(name, subjects.keys());
    to.error('rulebook/unknown-reference', span, { what: 'subject', name, near });
  }
}

/** The totals that a section has, by `section.column`. */
function totalsOf({ name, title, shows }: ViewSection): readonly (readonly [string, ViewAdds])[] {
  if (shows.kind !== 'table') return [];
  const totalled = shows.columns.filter(({ isTotalled }) => isTotalled);
  return totalled.map((column) => [
    `${name}.${column.name}`,
    {
      section: name,
      column: column.name,
      title: titleOfTotal(title, column.title, totalled.length),
    },
  ]);
}

/** The section's where it has one total, the column's where it has more. */
function titleOfTotal(section: Words, column: Words, totals: number): Words {
  return totals === 1 ? section : column;
}
