import { noted, type Diagnostic } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import { nearest } from '../base/suggest.ts';
import { numberIn, type Units } from '../dossier/schema-units.ts';
import { type Argument, type Binding, type Names, withVariable } from '../feel/bindings.ts';
import { titledAmong, wordsOf } from '../feel/titles.ts';
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
import { allNames, type ExpressionReader } from './expressions.ts';
import { deepest, nestingOf, shownCircle } from './nesting.ts';
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

export interface References {
  readonly namesFor: NamesFor;
  readonly named: ReadonlyMap<string, Named>;
  readonly all: ReadonlyMap<string, Reference>;
  readonly diagnostics: readonly Diagnostic<ProgramProblems & RulebookProblems>[];
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

/** What may be named in expressions besides fields: types are worked out where a name is first used. */
export function resolveReferences(
  rulebook: Rulebook,
  fields: ReadonlyMap<string, Names>,
  {
    subjects,
    rows,
  }: {
    readonly subjects: ReadonlyMap<string, Subject>;
    readonly rows: ReadonlyMap<string, RowsSubject>;
  },
  main: string,
  reader: ExpressionReader,
  units: Units,
  codeSets: Names,
): References {
  const to = noted<ProgramProblems & RulebookProblems>();
  const done = new Map<string, Reference>();
  const underWay: string[] = [];
  /** Names at which a circle closed, each told once however often it is mentioned. */
  const closed = new Set<string>();
  const files = new Map<
    string,
    {
      readonly make: () => Reference;
      readonly title: Title;
      readonly span: ReturnType<typeof spanOf>;
      /** Absent for a parameter, which any subject may read. */
      readonly subject?: string;
      /** Its expressions. */
      readonly texts?: Iterable<string>;
      /** Where what it takes is written. */
      readonly yaml?: Yaml;
    }
  >();

  for (const entry of rulebook.parameters) {
    files.set(entry.data.parameter, {
      make: () => parameter(entry),
      title: entry.data.title,
      span: spanOf(entry, 'parameter'),
    });
  }
  for (const entry of rulebook.tables) {
    const subject = subjectOf(entry.data.subject, () => spanOf(entry, 'subject'));
    files.set(entry.data.table, {
      make: () => table(entry, subject),
      title: entry.data.title,
      span: spanOf(entry, 'table'),
      subject,
      texts: textsOfTable(entry.data),
      yaml: entry.yaml,
    });
  }
  const { definitions } = rulebook;
  for (const [index, file] of (definitions?.data.definitions ?? []).entries()) {
    if (!definitions) continue;
    const span = spanOf(definitions, 'definitions', index, 'definition');
    const subject = subjectOf(file.subject, () =>
      spanOf(definitions, 'definitions', index, 'subject'),
    );
    files.set(file.definition, {
      make: () => definition(definitions, file, index, subject),
      title: file.title,
      span,
      subject,
      texts: file.editions.map(({ is }) => is),
      yaml: at(definitions.yaml, ['definitions', String(index)]).yaml,
    });
  }

  for (const [name, { span, subject }] of files) {
    const taken = [...fields].some(
      ([of, names]) => isReadBy(subject, of, rows) && names.resolve(name) !== undefined,
    );
    if (taken) to.error('rulebook/name-taken', span, { name });
  }
  const byTitle = new Map<string, string[]>();
  for (const [name, { title }] of files)
    for (const word of wordsOf(title)) byTitle.set(word, [...(byTitle.get(word) ?? []), name]);
  const nesting = nestingOf(
    new Map([...files].map(([name, { texts }]) => [name, namesIn([...(texts ?? [])])])),
  );
  const takes = new Map(
    [...files].flatMap(([name, { yaml, subject = '' }]) => {
      const names = allNames(...[fields.get(subject) ?? []].flat(), {
        resolve: isTaken,
        all: () => files.keys(),
      });
      const setting = {
        subject: subjects.get(subject)?.type ?? fieldsAtRow(rows.get(subject)),
        names,
        variables: reader.variables,
        units,
        to,
      };
      const taken = yaml ? argumentsOf(yaml, setting) : [];
      return taken.length > 0 ? [[name, taken] as const] : [];
    }),
  );
  const named = new Map(
    [...files].map(([name, { title, subject }]) => {
      const taken = takes.get(name);
      return [
        name,
        { title, ...(subject !== undefined && { subject }), ...(taken && { takes: taken }) },
      ];
    }),
  );
  const namesFor = namesAmong(named, { called: referenceOf, rows, codeSets });
  for (const names of nesting.circles) inCircle(names);
  for (const name of nesting.tooDeep) {
    const span = files.get(name)?.span;
    if (span) to.error('program/too-deep', span, { name, limit: deepest });
  }
  // what others mention comes before them, so that no chain is followed one inside the other
  for (const name of nesting.order) referenceOf(name);
  // in the order in which they were written, which is the order of the manual
  const all = new Map([...files.keys()].flatMap((name) => entryOf(name) ?? []));
  return { namesFor, named, all, diagnostics: to.diagnostics };

  function entryOf(name: string): [[string, Reference]] | undefined {
    const made = done.get(name);
    return made && [[name, made]];
  }

  /** What an argument may not be called besides a field. */
  function isTaken(name: string): Binding | undefined {
    return files.has(name) ? { kind: 'reference', what: 'definition', type: any } : undefined;
  }

  /** The names among those to be resolved that texts may mention; a name in quotes does no harm. */
  function namesIn(texts: readonly string[]): readonly string[] {
    const words = texts.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
    const named = words.flatMap((word) => [word, ...(byTitle.get(word) ?? [])]);
    return [...new Set(named)].filter((word) => files.has(word));
  }

  function namesOfSubject(subject: string): Names {
    return allNames(...[fields.get(subject) ?? []].flat(), namesFor(subject));
  }

  function subjectOf(given: string | undefined, span: () => ReturnType<typeof spanOf>): string {
    if (given === undefined || fields.has(given)) return given ?? main;
    const params = { what: 'subject' as const, name: given, near: nearest(given, fields.keys()) };
    to.error('rulebook/unknown-reference', span(), params);
    return given;
  }

  /** The names that the expressions of a definition or table may use. */
  function namesInside(name: string, subject: string): Names {
    const taken: readonly Argument[] = takes.get(name) ?? [];
    return taken.reduce(
      (names, { variable }) => withVariable(names, variable),
      namesOfSubject(subject),
    );
  }

  function referenceOf(name: string): Reference | undefined {
    const known = done.get(name);
    const file = files.get(name);
    if (known || !file || nesting.lost.has(name)) return known;
    if (underWay.includes(name)) {
      if (!closed.has(name)) inCircle(underWay.slice(underWay.indexOf(name)));
      closed.add(name);
      return undefined;
    }
    if (underWay.length === deepest) {
      to.error('program/too-deep', file.span, { name, limit: deepest });
      return undefined;
    }
    underWay.push(name);
    const reference = file.make();
    underWay.pop();
    if (
      takes.has(name) &&
      coresOf(reference).some((core) => depthOf(core, (other) => done.get(other)) > mostDepth)
    )
      to.error('program/too-large', file.span, { name, parts: mostParts, depth: mostDepth });
    done.set(name, reference);
    return reference;
  }

  function unitType(unit: string, span: ReturnType<typeof spanOf>): Type {
    if (units.has(unit)) return numberIn(units.get(unit));
    const params = { what: 'unit' as const, name: unit, near: nearest(unit, units.keys()) };
    to.error('rulebook/unknown-reference', span, params);
    return any;
  }

  /** Told at the first of them as they are written, each using the next. */
  function inCircle(names: readonly string[]): void {
    const first = [...files.keys()].find((name) => names.includes(name)) ?? '';
    const from = names.indexOf(first);
    const circle = [...names.slice(from), ...names.slice(0, from), first];
    const span = files.get(first)?.span;
    if (span) to.error('program/cycle', span, { names: shownCircle(circle) });
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
    entry: Entry<WholeDefinitions>,
    file: WholeDefinition,
    index: number,
    subject: string,
  ): Definition {
    let type: Type = any;
    const names = namesInside(file.definition, subject);
    const editions = file.editions.flatMap((edition, number_) => {
      const keys = ['definitions', String(index), 'editions', String(number_), 'is'];
      const is = reader.read(at(entry.yaml, keys).yaml, names);
      if (!is) return [];
      type = either(type, is.core.type) ?? join(type, is.core.type);
      return [{ ...period(edition), is, basis: edition.basis ?? [] }];
    });
    type = withWords(type, file.words);
    return {
      kind: 'definition',
      name: file.definition,
      subject,
      takes: takes.get(file.definition) ?? [],
      row: rows.get(subject)?.variable,
      title: file.title,
      ...factsOf(file),
      type,
      editions,
    };
  }

  function table(entry: Entry<WholeTable>, subject: string): Table {
    const { data, yaml } = entry;
    const names = namesInside(data.table, subject);
    const inputs = data.inputs.flatMap((_, index) => {
      return reader.read(at(yaml, ['inputs', String(index), 'is']).yaml, names) ?? [];
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
            reader.readTests(at(yaml, [...keys, 'when', String(column)]).yaml, input.core, names) ??
            []
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
      takes: takes.get(data.table) ?? [],
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
      const expression = reader.read(cell, names);
      if (!expression) return undefined;
      const wanted = types[column] ?? any;
      if (comparable(wanted, expression.core.type))
        types[column] = join(wanted, expression.core.type);
      else {
        const span = { ...cell.span };
        const params = { wanted, found: expression.core.type };
        reader.diagnostics.push({ code: 'feel/type', severity: 'error', span, params });
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
