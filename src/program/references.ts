import { type Checked, type Diagnostic, noted } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { numberIn, type Units } from '../dossier/schema-units.ts';
import {
  type Argument,
  type Binding,
  type Names,
  type Variables,
  withVariable,
} from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import { titledAmong } from '../feel/titles.ts';
import type { ContextType, Facts, Field, Title, Type } from '../feel/types.ts';
import { any, comparable, either, join } from '../feel/types.ts';
import { branchOf, type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { Words, WordsByCode } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import {
  type WholeDefinition,
  type WholeDefinitions,
  type WholeParameter,
  wholeParameter,
  type WholeTable,
} from '../rulebook/whole.ts';
import { parseRational, zero } from '../values/rational.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, field, type Yaml } from '../yaml/tree.ts';
import {
  beginning,
  type Definition,
  type Parameter,
  period,
  type Reference,
  rowOf,
  type RowsSubject,
  type Subject,
  type Table,
  type TableRow,
} from './ast.ts';
import { allNames, type ExpressionReader, notesOf, type ReaderNotes } from './expressions.ts';
import { type Mentions, mentionsAmong, namesIn } from './mentions.ts';
import { deepest, type Nesting, nestingOf, shownCircle } from './nesting.ts';
import type { ProgramProblems } from './problems.ts';
import { argumentsOf } from './takes.ts';
import { coresOf } from './walk.ts';
import { depthOf, mostDepth, mostParts } from './weight.ts';

/** The definitions and tables of one subject, every parameter and code set; without a subject the latter two alone. */
export type NamesFor = (subject: string | undefined) => Names;

/** What may be named, as data. */
export interface Named {
  readonly title: Title;
  /** Absent for a parameter, which any subject may read. */
  readonly subject?: string;
  readonly takes?: readonly Argument[];
}

/** What may be named, worked out without anything that a name stands for. */
export interface Outline {
  readonly named: ReadonlyMap<string, Named>;
  readonly nesting: Nesting;
  readonly mentions: Mentions;
  readonly diagnostics: readonly Diagnostic<ProgramProblems & RulebookProblems>[];
}

/** Something that has a name, and what was noted when it was read. */
export interface ReferenceRead extends Checked<Reference, ProgramProblems & RulebookProblems> {
  readonly notes: ReaderNotes;
}

export interface References {
  readonly namesFor: NamesFor;
  readonly all: ReadonlyMap<string, Reference>;
  readonly diagnostics: readonly Diagnostic<ProgramProblems & RulebookProblems>[];
  readonly notes: readonly ReaderNotes[];
}

/**
 * The names that expressions may use besides fields.
 *
 * @param called - what is behind a name; undefined where something is wrong with it
 */
export function namesAmong(
  named: ReadonlyMap<string, Named>,
  {
    called,
    rows,
    codeSets,
  }: {
    readonly called: (name: string) => Reference | undefined;
    readonly rows: ReadonlyMap<string, RowsSubject>;
    readonly codeSets: Names;
  },
): NamesFor {
  const made = new Map<string | undefined, Names>();
  return (subject) => {
    const names = made.get(subject) ?? namesOf(subject);
    made.set(subject, names);
    return names;
  };

  function namesOf(subject: string | undefined): Names {
    const own = [...named].filter(
      ([, { subject: of }]) => of === undefined || isReadBy(of, subject, rows),
    );
    const known = new Set(own.map(([name]) => name));
    return {
      resolve: (name) => (known.has(name) ? bindingOf(name) : undefined) ?? codeSets.resolve(name),
      all: () => [...known, ...codeSets.all()],
      titled: titledAmong(
        own.map(([name, { title }]) => [name, title]),
        bindingOf,
      ),
    };
  }

  function bindingOf(name: string): Binding | undefined {
    const file = named.get(name);
    if (!file) return undefined;
    const own = file.takes && { takes: file.takes };
    const reference = called(name);
    if (!reference) return { kind: 'reference', what: 'definition', type: any, ...own };
    const { kind, type } = reference;
    return { kind: 'reference', what: kind, type, row: rowOf(reference), ...own };
  }
}

/** Whether what reads a subject, or any where that is absent, may be named on another: on rows what reads their file too. */
function isReadBy(
  of: string | undefined,
  subject: string | undefined,
  rows: ReadonlyMap<string, RowsSubject>,
): boolean {
  if (of === undefined || of === subject) return true;
  return subject !== undefined && rows.get(subject)?.of.name === of;
}

/** A definition, parameter or table as it is written. */
type Written = {
  readonly title: Title;
  readonly span: Span;
  /** All that is written of it; of a parameter all but what it is worth. */
  readonly data: unknown;
} & (
  | { readonly kind: 'parameter'; readonly entry: Entry<WholeParameter> }
  | (OnSubject & { readonly kind: 'table'; readonly entry: Entry<WholeTable> })
  | (OnSubject & {
      readonly kind: 'definition';
      readonly entry: Entry<WholeDefinitions>;
      readonly file: WholeDefinition;
      readonly index: number;
    })
);

interface OnSubject {
  /** As it is written, if at all, and where. */
  readonly subject: string | undefined;
  readonly subjectSpan: Span;
  /** Its expressions. */
  readonly texts: Iterable<string>;
  /** Where what it takes is written. */
  readonly yaml: Yaml;
}

function writtenIn({ parameters, tables, definitions }: Rulebook): ReadonlyMap<string, Written> {
  const files = new Map<string, Written>();
  for (const entry of parameters) {
    const { data } = entry;
    files.set(data.parameter, {
      kind: 'parameter',
      entry,
      title: data.title,
      span: spanOf(entry, 'parameter'),
      data: headOf(data),
    });
  }
  for (const entry of tables) {
    const { data, yaml } = entry;
    files.set(data.table, {
      kind: 'table',
      entry,
      title: data.title,
      span: spanOf(entry, 'table'),
      data,
      subject: data.subject,
      subjectSpan: spanOf(entry, 'subject'),
      texts: [...textsOfTable(data)],
      yaml,
    });
  }
  for (const [index, file] of (definitions?.data.definitions ?? []).entries()) {
    if (!definitions) continue;
    files.set(file.definition, {
      kind: 'definition',
      entry: definitions,
      file,
      index,
      title: file.title,
      span: spanOf(definitions, 'definitions', index, 'definition'),
      data: file,
      subject: file.subject,
      subjectSpan: spanOf(definitions, 'definitions', index, 'subject'),
      texts: file.editions.map(({ is }) => is),
      yaml: at(definitions.yaml, ['definitions', String(index)]).yaml,
    });
  }
  return files;
}

/** All that a parameter says but what it is worth. */
export function headOf(parameter: WholeParameter): Omit<WholeParameter, 'editions'> {
  const { editions: _, ...head } = parameter;
  return head;
}

/** Of what names are read. */
export interface ReferenceSetting {
  /** By subject. */
  readonly fields: ReadonlyMap<string, Names>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly rows: ReadonlyMap<string, RowsSubject>;
  readonly units: Units;
}

/**
 * Which names there are besides fields, and what each of them takes and mentions.
 *
 * @param main - the subject of what names none
 * @param ground - what everything hangs on, as it is written
 */
export function outlineOf(
  rulebook: Rulebook,
  { fields, subjects, rows, units }: ReferenceSetting,
  main: string,
  ground: unknown,
  variables: Variables,
): Outline {
  const to = noted<ProgramProblems & RulebookProblems>();
  const files = writtenIn(rulebook);
  const isTaken = (name: string): Binding | undefined =>
    files.has(name) ? { kind: 'reference', what: 'definition', type: any } : undefined;
  const named = new Map(
    [...files].map(([name, file]): [string, Named] => {
      const { title } = file;
      if (file.kind === 'parameter') return [name, { title }];
      const subject = subjectOf(file);
      const own = fields.get(subject);
      const taken = argumentsOf(file.yaml, {
        subject: subjects.get(subject)?.type ?? fieldsAtRow(rows.get(subject)),
        // an argument may not be called like one of them
        names: allNames(...(own ? [own] : []), { resolve: isTaken, all: () => files.keys() }),
        variables,
        units,
        to,
      });
      return [name, { title, subject, ...(taken.length > 0 && { takes: taken }) }];
    }),
  );
  const mentions = mentionsAmong(files, ground);
  const nesting = nestingOf(
    new Map(
      [...files].map(([name, file]) => [
        name,
        file.kind === 'parameter' ? [] : namesIn([...file.texts], mentions.byWord),
      ]),
    ),
  );
  return { named, nesting, mentions, diagnostics: to.diagnostics };

  function subjectOf({ subject, subjectSpan }: OnSubject): string {
    if (subject === undefined || fields.has(subject)) return subject ?? main;
    const params = {
      what: 'subject' as const,
      name: subject,
      near: nearest(subject, fields.keys()),
    };
    to.error('rulebook/unknown-reference', subjectSpan, params);
    return subject;
  }
}

/**
 * What may be named in expressions besides fields: types are worked out where a name is first used.
 *
 * @param remembered - what was read of a name before, while all that it hangs on was the same
 */
export function resolveReferences(
  rulebook: Rulebook,
  { named, nesting }: Outline,
  { fields, rows, units }: ReferenceSetting,
  reader: ExpressionReader,
  codeSets: Names,
  remembered: (name: string, make: () => ReferenceRead) => ReferenceRead,
): References {
  const to = noted<ProgramProblems & RulebookProblems>();
  const done = new Map<string, ReferenceRead>();
  /** By name, where it is noted what is wrong with it. */
  const underWay = new Map<string, typeof to>();
  /** Names at which a circle closed, each told once however often it is mentioned. */
  const closed = new Set<string>();
  const files = writtenIn(rulebook);
  for (const [name, { span }] of files) {
    const subject = named.get(name)?.subject;
    const taken = [...fields].some(
      ([of, names]) => isReadBy(subject, of, rows) && names.resolve(name) !== undefined,
    );
    if (taken) to.error('rulebook/name-taken', span, { name });
  }
  const namesFor = namesAmong(named, { called: referenceOf, rows, codeSets });
  for (const names of nesting.circles) inCircle(names);
  for (const name of nesting.tooDeep) {
    const span = files.get(name)?.span;
    if (span) to.error('program/too-deep', span, { name, limit: deepest });
  }
  // what others mention comes before them, so that no chain is followed one inside the other
  for (const name of nesting.order) referenceOf(name);
  // in the order in which they were written, which is the order of the manual
  const all = [...files.keys()].flatMap((name) => {
    const read = done.get(name);
    return read ? [[name, read] as const] : [];
  });
  return {
    namesFor,
    all: new Map(all.map(([name, { value }]) => [name, value])),
    diagnostics: [...to.diagnostics, ...all.flatMap(([, { diagnostics }]) => diagnostics)],
    notes: all.map(([, { notes }]) => notes),
  };

  function namesOfSubject(subject: string): Names {
    return allNames(...[fields.get(subject) ?? []].flat(), namesFor(subject));
  }

  /** The names that the expressions of a definition or table may use. */
  function namesInside(name: string, subject: string): Names {
    const taken = takenBy(name);
    return taken.reduce(
      (names, { variable }) => withVariable(names, variable),
      namesOfSubject(subject),
    );
  }

  function takenBy(name: string): readonly Argument[] {
    return named.get(name)?.takes ?? [];
  }

  function referenceOf(name: string): Reference | undefined {
    const known = done.get(name);
    const file = files.get(name);
    if (known || !file || nesting.lost.has(name)) return known?.value;
    if (underWay.has(name)) {
      const names = [...underWay.keys()];
      if (!closed.has(name)) inCircle(names.slice(names.indexOf(name)));
      closed.add(name);
      return undefined;
    }
    if (underWay.size === deepest) {
      noting().error('program/too-deep', file.span, { name, limit: deepest });
      return undefined;
    }
    const read = remembered(name, () => readReference(name, file));
    done.set(name, read);
    return read.value;
  }

  function readReference(name: string, file: Written): ReferenceRead {
    const own = reader.apart();
    const about = noted<ProgramProblems & RulebookProblems>();
    underWay.set(name, about);
    const value = referenceFrom(file, own);
    underWay.delete(name);
    const isLarge = (core: Core) => depthOf(core, (other) => done.get(other)?.value) > mostDepth;
    if (takenBy(name).length > 0 && coresOf(value).some(isLarge))
      about.error('program/too-large', file.span, { name, parts: mostParts, depth: mostDepth });
    return { value, diagnostics: about.diagnostics, notes: notesOf(own) };
  }

  function referenceFrom(file: Written, own: ExpressionReader): Reference {
    switch (file.kind) {
      case 'parameter':
        return parameter(file.entry);
      case 'table':
        return table(file.entry, own);
      case 'definition':
        return definition(file, own);
    }
  }

  /** Of what is being read, or of all. */
  function noting(): typeof to {
    return [...underWay.values()].at(-1) ?? to;
  }

  function unitType(unit: string, span: Span): Type {
    if (units.has(unit)) return numberIn(units.get(unit));
    const params = { what: 'unit' as const, name: unit, near: nearest(unit, units.keys()) };
    noting().error('rulebook/unknown-reference', span, params);
    return any;
  }

  /** Told at the first of them as they are written, each using the next. */
  function inCircle(names: readonly string[]): void {
    const first = [...files.keys()].find((name) => names.includes(name)) ?? '';
    const from = names.indexOf(first);
    const circle = [...names.slice(from), ...names.slice(0, from), first];
    const span = files.get(first)?.span;
    if (span) noting().error('program/cycle', span, { names: shownCircle(circle) });
  }

  function parameter(entry: Entry<WholeParameter>): Parameter {
    const { parameter: name, title, unit, counter } = entry.data;
    const editions = entry.data.editions.map((edition, index) => {
      const { yaml } = at(entry.yaml, ['editions', String(index), 'value']);
      invariant(yaml.kind === 'text', 'the schema asks for a number');
      const moved = branchOf(rulebook, entry.yaml.span) ? undefined : branchOf(rulebook, yaml.span);
      return {
        ...period(edition),
        value: parseRational(yaml.text) ?? zero,
        basis: edition.basis ?? [],
        ...(moved && { branch: moved.title }),
      };
    });
    const type = unitType(unit, spanOf(entry, 'unit'));
    const unmoved = editions.some(({ branch }) => branch) ? unmovedEditions(entry) : undefined;
    return {
      kind: 'parameter',
      name,
      title,
      ...(counter && { counter }),
      type,
      editions,
      ...(unmoved && { unmoved }),
    };
  }

  /** As the file of the parameter itself says, which a moved one keeps as its source. */
  function unmovedEditions({ yaml: { span } }: Entry<WholeParameter>): Parameter['editions'] {
    const { value: tree } = parseYaml(span.source);
    const whole = tree && at(wholeParameter(tree), ['editions']).yaml;
    if (whole?.kind !== 'list') return [];
    const textOf = (edition: Yaml, key: string): string | undefined => {
      const found = edition.kind === 'map' ? field(edition, key) : undefined;
      return found?.kind === 'text' ? found.text : undefined;
    };
    return whole.items.map((edition) => {
      const [from, until] = [textOf(edition, 'from'), textOf(edition, 'until')];
      const value = parseRational(textOf(edition, 'value') ?? '') ?? zero;
      return {
        from: from ?? beginning,
        ...(until !== undefined && { until }),
        value,
        basis: [],
      };
    });
  }

  function definition(
    { entry, file, index }: Extract<Written, { readonly kind: 'definition' }>,
    own: ExpressionReader,
  ): Definition {
    const subject = named.get(file.definition)?.subject ?? '';
    let type: Type = any;
    const names = namesInside(file.definition, subject);
    const editions = file.editions.flatMap((edition, number_) => {
      const keys = ['definitions', String(index), 'editions', String(number_), 'is'];
      const is = own.read(at(entry.yaml, keys).yaml, names);
      if (!is) return [];
      type = either(type, is.core.type) ?? join(type, is.core.type);
      return [{ ...period(edition), is, basis: edition.basis ?? [] }];
    });
    type = withWords(type, file.words);
    return {
      kind: 'definition',
      name: file.definition,
      subject,
      takes: takenBy(file.definition),
      row: rows.get(subject)?.variable,
      title: file.title,
      ...factsOf(file),
      type,
      editions,
    };
  }

  function table(entry: Entry<WholeTable>, own: ExpressionReader): Table {
    const { data, yaml } = entry;
    const subject = named.get(data.table)?.subject ?? '';
    const names = namesInside(data.table, subject);
    const inputs = data.inputs.flatMap((_, index) => {
      return own.read(at(yaml, ['inputs', String(index), 'is']).yaml, names) ?? [];
    });
    const types: Type[] = data.outputs.map(({ unit }, index) => {
      return unit === undefined
        ? any
        : unitType(unit, spanOf(entry, 'outputs', String(index), 'unit'));
    });
    const complete = inputs.length === data.inputs.length;
    const editions = data.editions.map((edition, index) => {
      const rows = edition.rows.flatMap((_, row): TableRow[] => {
        const keys = ['editions', String(index), 'rows', String(row)];
        const cells = inputs.flatMap((input, column) => {
          return (
            own.readTests(at(yaml, [...keys, 'when', String(column)]).yaml, input.core, names) ?? []
          );
        });
        const outputs = types.map((_type, column) =>
          output(at(yaml, [...keys, 'then', String(column)]).yaml, column),
        );
        return cells.length === inputs.length && complete ? [{ cells, outputs }] : [];
      });
      return { ...period(edition), rows, basis: edition.basis ?? [] };
    });
    const outputs = data.outputs.map(({ output: name, title }) => ({ name, title }));
    const [first] = data.outputs;
    const titled = types.map((type, index) => withWords(type, data.outputs[index]?.words));
    const type: Type = titled.length === 1 ? (titled[0] ?? any) : contextOf(data, titled);
    return {
      kind: 'table',
      name: data.table,
      subject,
      takes: takenBy(data.table),
      row: rows.get(subject)?.variable,
      title: data.title,
      ...(titled.length === 1 && first && factsOf(first)),
      type,
      hit: data.hit,
      inputs,
      outputs,
      editions,
    };

    function output(cell: Yaml, column: number) {
      if (cell.kind === 'text' && cell.plain && cell.text === 'null') return undefined;
      const expression = own.read(cell, names);
      if (!expression) return undefined;
      const wanted = types[column] ?? any;
      if (comparable(wanted, expression.core.type))
        types[column] = join(wanted, expression.core.type);
      else {
        const span = { ...cell.span };
        const params = { wanted, found: expression.core.type };
        own.diagnostics.push({ code: 'feel/type', severity: 'error', span, params });
      }
      return expression;
    }
  }
}

function* textsOfTable({ inputs, editions }: WholeTable): Generator<string> {
  for (const { is } of inputs) yield is;
  for (const { rows } of editions) {
    for (const { when, then } of rows) yield* [...when, ...then].map(String);
  }
}

/** A type of texts with the titles that the rulebook gives its words. */
function withWords(type: Type, words: WordsByCode | undefined): Type {
  if (!words) return type;
  if (type.kind === 'list') return { kind: 'list', of: withWords(type.of, words) };
  return type.kind === 'text'
    ? { ...type, words: new Map(Object.entries(words)), lenient: true }
    : type;
}

function factsOf({ yes, no }: { readonly yes?: Words; readonly no?: Words }): {
  readonly facts?: Facts;
} {
  return yes && no ? { facts: { yes, no } } : {};
}

function contextOf(data: WholeTable, types: readonly Type[]): Type {
  const fields = data.outputs.map((output, index) => {
    const { output: name, title } = output;
    const type = types[index] ?? any;
    const field: Field = {
      name,
      title,
      type,
      ...factsOf(output),
      absenceIsNone: false,
      correctable: false,
    };
    return [name, field] as const;
  });
  return { kind: 'context', fields: new Map(fields) };
}

/** What a rule on rows may name: the fields of the row, and those of its file. */
function fieldsAtRow(rows: RowsSubject | undefined): ContextType | undefined {
  if (!rows) return undefined;
  const { of, variable } = rows;
  const own = variable.type.kind === 'context' ? variable.type.fields : [];
  return { kind: 'context', fields: new Map([...of.type.fields, ...own]) };
}
