import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Names } from '../feel/bindings.ts';
import type { Type } from '../feel/types.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type {
  NetworkAddFile,
  NetworkFile,
  NetworkPlantFile,
  NetworkSetFile,
  NetworkTurnFile,
} from '../rulebook/files.ts';
import type { ReferenceKind, RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import {
  mainSubject,
  type Network,
  type NetworkAdd,
  type NetworkChange,
  type NetworkSet,
  type NetworkTurn,
  type Subject,
} from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;
type Keys = readonly (string | number)[];

/** The networks of a rulebook, each typed by the fields of the main subject. */
export function resolveNetworks(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): { readonly all: readonly Network[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const main = mainSubject(subjects);
  const all = main ? rulebook.networks.map((entry) => network(entry, main)) : [];
  return { all, diagnostics: to.diagnostics };

  function network(entry: Entry<NetworkFile>, subject: Subject): Network {
    const { data } = entry;
    const names = namesFor(subject);
    checkNames(entry);
    checkPaths(entry, subject);
    return {
      entry,
      subject,
      turns: data.turns.map((one, index) => turn(one, ['turns', index])),
      planted: (data.planted ?? []).map((one, index) => change(one, ['planted', index])),
    };

    function turn(one: NetworkTurnFile, keys: Keys): NetworkTurn {
      return {
        ...change(one, keys),
        when: read([...keys, 'when'], 'boolean'),
        share: read([...keys, 'share'], 'number'),
        day: read([...keys, 'day'], 'day'),
        later: read([...keys, 'later', 'from'], 'day'),
        cut: read([...keys, 'cut', 'after'], 'day'),
      };
    }

    function change(one: Pick<NetworkTurnFile, 'set' | 'add'>, keys: Keys): NetworkChange {
      const added = one.add ?? [];
      return {
        set: sets(one.set, subject.type, '', [...keys, 'set']),
        add: added.flatMap((row, index) => add(row, [...keys, 'add', index])),
      };
    }

    function add(file: NetworkAddFile, keys: Keys): readonly NetworkAdd[] {
      const type = fieldAlong(subject.type, parsePath(file.list) ?? [])?.type;
      if (type?.kind !== 'list') {
        unknownPath(entry, [...keys, 'list'], file.list, subject.type);
        return [];
      }
      for (const name of [...Object.keys(file.row), ...Object.keys(file.days ?? {})])
        if (!fieldAlong(type.of, parsePath(name) ?? []))
          unknownPath(entry, [...keys, 'row'], `${file.list}.${name}`, type.of);
      const set = sets(file.set, type.of, `${file.list}.`, [...keys, 'set']);
      const when = read([...keys, 'when'], 'boolean');
      const [from, until] = [read([...keys, 'from'], 'day'), read([...keys, 'until'], 'day')];
      const after = read([...keys, 'after'], 'day');
      return [{ file, when, from, after, until, set }];
    }

    function sets(
      given: readonly NetworkSetFile[] | undefined,
      type: Type,
      before: string,
      keys: Keys,
    ): readonly NetworkSet[] {
      return (given ?? []).flatMap((file, index) => {
        if (!fieldAlong(type, parsePath(file.field) ?? []))
          unknownPath(entry, [...keys, index, 'field'], `${before}${file.field}`, type);
        const is = read([...keys, index, 'is']);
        return is ? [{ file, is }] : [];
      });
    }

    function read(keys: Keys, wanted?: 'boolean' | 'number' | 'day') {
      const { yaml, whole } = at(entry.yaml, keys.map(String));
      return whole ? reader.read(yaml, names, wanted) : undefined;
    }
  }

  /** What the parts of a network call one another by. */
  function checkNames(entry: Entry<NetworkFile>): void {
    const { data } = entry;
    const units = new Set(data.units.map(({ unit }) => unit));
    const kinds = new Set(data.units.map(({ kind }) => kind));
    const deals = new Set(data.deals.map(({ deal }) => deal));
    const posts = new Set(rulebook.posts?.data.posts.map(({ post }) => post));
    const bases = new Set(rulebook.dossiers.keys());
    const above = new Set<string>();
    for (const [index, { unit, under }] of data.units.entries()) {
      // those above come first, so that nothing is under itself
      if (under !== undefined) known('unit', under, above, ['units', index, 'under']);
      if (above.has(unit))
        to.error('rulebook/duplicate-id', spanOf(entry, 'units', index, 'unit'), { id: unit });
      above.add(unit);
      const { branch } = data.units[index] ?? {};
      if (branch !== undefined) known('unit', branch, units, ['units', index, 'branch']);
    }
    for (const [index, { post, of }] of data.staff.entries()) {
      known('post', post, posts, ['staff', index, 'post']);
      known('unit', of, kinds, ['staff', index, 'of']);
    }
    for (const [index, move] of (data.moves ?? []).entries())
      if (move.to !== undefined) known('post', move.to, posts, ['moves', index, 'to']);
    for (const [index, { base }] of data.deals.entries())
      known('dossier', base, bases, ['deals', index, 'base']);
    for (const [index, kind] of data.kinds.entries()) {
      const people = new Set(kind.household.map(({ person }) => person));
      for (const [number, { deal, by }] of kind.deals.entries()) {
        const keys = ['kinds', index, 'deals', number];
        known('deal', deal, deals, [...keys, 'deal']);
        if (by !== undefined) known('person', by, people, [...keys, 'by']);
      }
    }
    for (const list of ['turns', 'planted'] as const)
      for (const [index, one] of (data[list] ?? []).entries())
        for (const [number, deal] of (one.deals ?? []).entries())
          known('deal', deal, deals, [list, index, 'deals', number]);
    for (const [index, { subject, base, of }] of (data.records ?? []).entries()) {
      known('subject', subject, subjects, ['records', index, 'subject']);
      known('dossier', base, bases, ['records', index, 'base']);
      for (const [number, kind] of (of ?? []).entries())
        known('unit', kind, kinds, ['records', index, 'of', number]);
    }

    function known(
      what: ReferenceKind,
      name: string,
      among: { readonly has: (name: string) => boolean; readonly keys: () => Iterable<string> },
      keys: Keys,
    ): void {
      if (among.has(name)) return;
      const params = { what, name, near: nearest(name, among.keys()) };
      to.error('rulebook/unknown-reference', spanOf(entry, ...keys), params);
    }
  }

  function checkPaths(entry: Entry<NetworkFile>, { type }: Subject): void {
    const { lays, deals, turns, planted = [] } = entry.data;
    for (const key of ['unit', 'branch', 'starts'] as const)
      checkPath(['lays', key], lays[key], type);
    for (const [index, name] of lays.own.entries()) checkPath(['lays', 'own', index], name, type);
    for (const [list, given] of [
      ['deals', deals],
      ['turns', turns],
      ['planted', planted],
    ] as const)
      for (const [index, one] of given.entries()) {
        const { with: changed = {}, without = [] } = one as NetworkTurnFile & NetworkPlantFile;
        const { followed } = one as NetworkTurnFile;
        if (followed)
          for (const key of ['of', 'to'] as const)
            checkPath([list, index, 'followed', key], followed[key], type);
        for (const path of Object.keys(changed)) checkPath([list, index, 'with', path], path, type);
        for (const [number, path] of without.entries())
          checkPath([list, index, 'without', number], path, type);
      }

    function checkPath(keys: Keys, path: string, of: Type): void {
      const steps = parsePath(path);
      if (!steps || !fieldAlong(of, steps)) unknownPath(entry, keys, path, of);
    }
  }

  function unknownPath(entry: Entry<NetworkFile>, keys: Keys, path: string, type: Type): void {
    const names = type.kind === 'context' ? type.fields.keys() : [];
    to.error('program/unknown-path', spanOf(entry, ...keys), { path, near: nearest(path, names) });
  }
}
