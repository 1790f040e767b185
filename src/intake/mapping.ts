import { type Checked, type Noted, noted } from '../base/diagnostic.ts';
import { pointerTo } from '../base/pointer.ts';
import type { Source, Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath, type PathStep } from '../dossier/path.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { mainSubject, type Program, type Subject } from '../program/ast.ts';
import type {
  ColumnFile,
  ColumnsFile,
  FixedFile,
  ListTableFile,
  MainTableFile,
  MappingFile,
} from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { checkShape } from '../rulebook/shape.ts';
import { parseRational } from '../values/rational.ts';
import { eastOf, type Zone } from '../values/zone.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import { cellReader, type ReadCell } from './cells.ts';
import type { IntakeProblems } from './problems.ts';

/** How tables become the files of a subject, compared with the rulebook. */
export interface Mapping {
  readonly subject: Subject;
  readonly main: MappedTable;
  readonly lists: readonly MappedTable[];
  /** The paths that the tables have all of, one by one: `documents`, `parties[].mobile`. */
  readonly complete: readonly string[];
}

export interface MappedTable {
  /** Absent where the only table is meant. */
  readonly name: string | undefined;
  /** Where the mapping speaks of it. */
  readonly span: Span;
  /** The list that its rows fill; absent for the main table. */
  readonly list: readonly string[] | undefined;
  readonly key: { readonly heading: string; readonly span: Span };
  readonly columns: readonly MappedColumn[];
  readonly fixed: readonly FixedValue[];
}

export interface MappedColumn {
  readonly heading: string;
  readonly span: Span;
  /** From the record of the row. */
  readonly steps: readonly PathStep[];
  /** The same as a JSON pointer: positions count from 0. */
  readonly pointer: string;
  readonly field: Field;
  readonly read: ReadCell;
  readonly isOptional: boolean;
}

export interface FixedValue {
  readonly steps: readonly PathStep[];
  /** The same as a JSON pointer: positions count from 0. */
  readonly pointer: string;
  readonly json: string;
}

type Found = IntakeProblems & RulebookProblems & YamlProblems;

/** Reads a mapping and compares what it names with a rulebook; its value is undefined where anything is wrong. */
export function mappingFrom(source: Source, program: Program): Checked<Mapping | undefined, Found> {
  const { value, diagnostics } = readMapping(source, program);
  return { value: diagnostics.length > 0 ? undefined : value?.mapping, diagnostics };
}

/** A mapping as its file has it, and what can be used of it. */
export interface MappingRead {
  readonly data: MappingFile;
  readonly yaml: Yaml;
  /** Without the columns and lists that something is wrong with. */
  readonly mapping: Mapping;
}

/** The same as far as it can be read: for whoever mends it. */
export function readMapping(
  source: Source,
  program: Program,
): Checked<MappingRead | undefined, Found> {
  const { value: yaml, diagnostics } = parseYaml(source);
  if (!yaml) return { value: undefined, diagnostics };
  const shape = noted<RulebookProblems>();
  const checked = checkShape('mapping', yaml, shape);
  if (!checked) return { value: undefined, diagnostics: [...diagnostics, ...shape.diagnostics] };
  const own = noted<IntakeProblems>();
  const data = checked.data as MappingFile;
  const mapping = mappingOf(data, yaml, program, own);
  return {
    value: mapping && { data, yaml, mapping },
    diagnostics: [...diagnostics, ...own.diagnostics],
  };
}

function mappingOf(
  data: MappingFile,
  yaml: Yaml,
  { subjects, setting }: Program,
  to: Noted<IntakeProblems>,
): Mapping | undefined {
  const subject = data.subject === undefined ? mainSubject(subjects) : subjects.get(data.subject);
  if (!subject) {
    const name = data.subject ?? '';
    const near = nearest(name, subjects.keys());
    to.error('intake/unknown-name', spanAt('subject'), { what: 'subject', name, near });
    return undefined;
  }
  const root = subject.type;
  const offset = offsetIn(setting.zone);
  const filled = new Set<string>();
  const main = tableOf(data.table, root, undefined, ['table']);
  const lists = (data.lists ?? []).flatMap((table, index) => listOf(table, ['lists', index]) ?? []);
  return { subject, main, lists, complete: completeOf() };

  function spanAt(...keys: readonly (string | number)[]): Span {
    return at(yaml, keys.map(String)).yaml.span;
  }

  function listOf(
    table: ListTableFile,
    keys: readonly (string | number)[],
  ): MappedTable | undefined {
    const steps = parsePath(table.list);
    const field = steps && fieldAlong(root, steps);
    const isPlain = steps?.every((step) => 'name' in step) === true;
    if (!field || field.type.kind !== 'list' || field.type.of.kind !== 'context' || !isPlain) {
      unknownField(table.list, root, spanAt(...keys, 'list'));
      return undefined;
    }
    filled.add(table.list);
    return tableOf(table, field.type.of, table.list, keys);
  }

  function tableOf(
    table: MainTableFile | ListTableFile,
    type: ContextType,
    list: string | undefined,
    keys: readonly (string | number)[],
  ): MappedTable {
    const taken = new Set<string>();
    return {
      name: table.name,
      span: spanAt(...keys, ...(table.name === undefined ? [] : ['name'])),
      list: list?.split('.'),
      key: { heading: table.key, span: spanAt(...keys, 'key') },
      columns: columnsOf(table.columns),
      fixed: fixedOf(table.fixed ?? {}),
    };

    function columnsOf(columns: ColumnsFile): readonly MappedColumn[] {
      return Object.entries(columns).flatMap(([heading, given]) => {
        const span = spanAt(...keys, 'columns', heading);
        const column: ColumnFile = typeof given === 'string' ? { to: given } : given;
        const inside = typeof given === 'string' ? [] : ['to'];
        const path = pathOf(column.to, spanAt(...keys, 'columns', heading, ...inside));
        const codes = codesOf(column.codes, spanAt(...keys, 'columns', heading, 'codes'));
        if (!path) return [];
        const times = column.times === undefined ? undefined : parseRational(String(column.times));
        const read = cellReader(path.field.type, { times, codes, offset, time: column.time });
        return [{ heading, span, ...path, read, isOptional: column.optional === true }];
      });
    }

    function fixedOf(fixed: FixedFile): readonly FixedValue[] {
      return Object.entries(fixed).flatMap(([given, value]) => {
        const path = pathOf(given, spanAt(...keys, 'fixed', given));
        if (!path) return [];
        const { steps, pointer } = path;
        return [{ steps, pointer, json: JSON.stringify(value) }];
      });
    }

    /** A path to a field that is no record, nor a list of records. */
    function pathOf(given: string, span: Span) {
      const steps = parsePath(given);
      const field = steps && fieldAlong(type, steps);
      const last = steps?.at(-1);
      const isSound = steps?.every((step) => 'name' in step || /^[1-9]\d?$/u.test(step.element));
      if (!field || !last || !('name' in last) || isSound !== true || isRecord(field.type)) {
        unknownField(given, type, span);
        return undefined;
      }
      const pointer = pointerOf(steps);
      if (taken.has(pointer)) to.error('intake/field-twice', span, { path: given });
      taken.add(pointer);
      const captured = captureOf(steps);
      const own = list === undefined ? captured : `${list}[].${captured}`;
      filled.add(own);
      for (const part of own.matchAll(/\[\]/gu)) filled.add(own.slice(0, part.index));
      return { steps, pointer, field };
    }
  }

  function codesOf(codes: ColumnFile['codes'], span: Span) {
    if (typeof codes !== 'string') return codes;
    const known = data.codes ?? {};
    if (Object.hasOwn(known, codes)) return known[codes];
    const near = nearest(codes, Object.keys(known));
    to.error('intake/unknown-name', span, { what: 'codes', name: codes, near });
    return undefined;
  }

  function unknownField(path: string, type: Type, span: Span): void {
    const near = nearest(path.replaceAll(/\[\d*\]/gu, '[]'), pathsOf(type, ''));
    to.error('intake/unknown-field', span, { path, near: near?.replaceAll('[]', '[1]') });
  }

  function completeOf(): readonly string[] {
    const complete = (data.complete ?? []).flatMap((given, index) => {
      const path = given.replaceAll(/\[\d+\]/gu, '[]');
      const found = filled.has(path) ? [path] : [...filled].filter((one) => isOf(one, path));
      if (found.length === 0) {
        const span = spanAt('complete', index);
        const isField = pathsOf(root, '').includes(path.replace(/\[\]$/u, ''));
        if (isField) to.error('intake/not-mapped', span, { path: given });
        else unknownField(given, root, span);
      }
      return found;
    });
    return [...new Set(complete)].toSorted();
  }
}

/** Whether a path is of a field of a record, or of elements: of no list in it. */
function isOf(path: string, record: string): boolean {
  return path.startsWith(`${record}.`) && !path.slice(record.length).includes('[]');
}

function isRecord(type: Type): boolean {
  return type.kind === 'context' || (type.kind === 'list' && type.of.kind === 'context');
}

function pointerOf(steps: readonly PathStep[]): string {
  return steps.reduce(
    (pointer, step) => pointerTo(pointer, 'name' in step ? step.name : Number(step.element) - 1),
    '',
  );
}

/** `parties[].name` */
function captureOf(steps: readonly PathStep[]): string {
  return steps.reduce(
    (path, step) =>
      'name' in step ? (path === '' ? step.name : `${path}.${step.name}`) : `${path}[]`,
    '',
  );
}

const deepest = 6;

/** The paths of the fields of a type. */
function pathsOf(type: Type, path: string, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  if (type.kind === 'list') return pathsOf(type.of, `${path}[]`, depth);
  if (type.kind !== 'context') return [];
  return [...type.fields.values()].flatMap((field) => {
    const own = path === '' ? field.name : `${path}.${field.name}`;
    return [own, ...pathsOf(field.type, own, depth + 1)];
  });
}

/** The seconds since 1970 of a day of our time: zones of their own laws are taken as they are now. */
const now = 1_700_000_000;

/** What moments without an offset are in: `+08:00`. */
export function offsetIn(zone: Zone): string {
  const minutes = Math.round(eastOf(zone, now) / 60);
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
}
