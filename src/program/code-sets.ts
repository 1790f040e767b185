import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { numberIn, type Units } from '../dossier/schema-units.ts';
import type { Names } from '../feel/bindings.ts';
import { any, bareNumber, boolean, date, type Field, text, type Type } from '../feel/types.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import { type CellKind, kindOfColumn } from '../rulebook/code-cells.ts';
import { csvOf } from '../rulebook/csv.ts';
import type { CodesColumnFile } from '../rulebook/files.ts';
import type { WholeCodes } from '../rulebook/whole.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { type CodeSet, period } from './ast.ts';

/** The code sets of a rulebook, by name; one that is called like a field of a subject is told of. */
export function resolveCodeSets(
  rulebook: Rulebook,
  fields: ReadonlyMap<string, Names>,
  units: Units,
): {
  readonly all: ReadonlyMap<string, CodeSet>;
  readonly diagnostics: readonly Diagnostic<RulebookProblems>[];
} {
  const to = noted<RulebookProblems>();
  const all = new Map<string, CodeSet>();
  for (const entry of rulebook.codes) {
    const name = entry.data.codes;
    const isTaken = [...fields.values()].some((names) => names.resolve(name) !== undefined);
    if (isTaken) to.error('rulebook/name-taken', spanOf(entry, 'codes'), { name });
    if (!all.has(name))
      all.set(
        name,
        codeSet(entry, rulebook, (index) => typeOf(entry, index)),
      );
  }
  return { all, diagnostics: to.diagnostics };

  function typeOf(entry: Entry<WholeCodes>, index: number): Type {
    const column = entry.data.columns?.[index];
    const unit = column?.unit;
    if (!column || unit === undefined) return typeOfKind(column ? kindOfColumn(column) : 'text');
    if (units.has(unit)) return numberIn(units.get(unit));
    const params = { what: 'unit' as const, name: unit, near: nearest(unit, units.keys()) };
    to.error('rulebook/unknown-reference', spanOf(entry, 'columns', index, 'unit'), params);
    return any;
  }
}

/** Their names, which the expressions of every subject may use. */
export function namesOfCodeSets(all: ReadonlyMap<string, CodeSet>): Names {
  return {
    resolve: (name) => {
      const set = all.get(name);
      return set && { kind: 'codes', columns: set.columns };
    },
    all: () => all.keys(),
  };
}

function codeSet(
  { data }: Entry<WholeCodes>,
  { files }: Rulebook,
  typeOf: (index: number) => Type,
): CodeSet {
  const { codes: name, title, key, columns = [], editions } = data;
  return {
    kind: 'codes',
    name,
    title,
    columns: new Map(
      columns.map((column, index) => [column.column, fieldOf(column, typeOf(index))]),
    ),
    editions: editions.flatMap((edition) => {
      const { file, basis = [] } = edition;
      const source = files.get(`codes/${file}`);
      const csv = source && csvOf(source);
      const at = csv ? csv.header.indexOf(key) : -1;
      // what is wrong with the file was told when it was checked
      return csv && at >= 0 ? [{ ...period(edition), basis, sheet: { file, csv, key: at } }] : [];
    }),
  };
}

function fieldOf({ column: name, title = {} }: CodesColumnFile, type: Type): Field {
  return { name, title, type, absenceIsNone: false, correctable: false };
}

function typeOfKind(kind: CellKind): Type {
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return bareNumber;
    case 'date':
      return date;
    case 'boolean':
      return boolean;
  }
}
