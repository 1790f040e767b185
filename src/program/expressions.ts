import { type Diagnostic, withFixes } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { type Binding, type Names, newVariables, type Variables } from '../feel/bindings.ts';
import type { Renaming } from '../feel/checker.ts';
import { checkExpression, checkTests } from '../feel/check.ts';
import type { Core } from '../feel/core.ts';
import { parseExpression, parseUnaryTests } from '../feel/parse.ts';
import type { FeelProblem, FeelProblems } from '../feel/problems.ts';
import { isHarmless, type TypeProblem, type TypeProblems } from '../feel/type-problems.ts';
import { titledIn } from '../feel/titles.ts';
import { any, type Field, type Type } from '../feel/types.ts';
import { spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';
import type { Expression, Subject, TableRow } from './ast.ts';
import { fixesInFile } from './fixes.ts';
import { noteScope } from './scopes.ts';
import { partsOf, partsOfTest } from './walk.ts';

export type ExpressionProblems = FeelProblems & TypeProblems;

/** What came of reading expressions, besides these themselves. */
export type ReaderNotes = Readonly<Pick<ExpressionReader, 'diagnostics' | 'asWritten'>>;

/** Reads the expressions of one rulebook, each in its own place. */
export interface ExpressionReader {
  readonly diagnostics: Diagnostic<ExpressionProblems>[];
  /** undefined when it cannot be parsed; what is wrong has been noted. */
  readonly read: (
    yaml: Yaml | undefined,
    names: Names,
    wanted?: Type['kind'] | 'day',
  ) => Expression | undefined;
  readonly readTests: (
    yaml: Yaml | undefined,
    of: Core,
    names: Names,
  ) => TableRow['cells'][number] | undefined;
  /** Names of fields of which they ask how they are written. */
  readonly asWritten: ReadonlySet<string>;
  /** Of all expressions of the rulebook. */
  readonly variables: Variables;
  /** One that notes what it finds by itself. */
  readonly apart: () => ExpressionReader;
}

/** @param memory - of texts that were parsed before: as `syntax` expressions, as `tests` those of tables */
export function expressionReader(
  memory: Memory = noMemory,
  variables: Variables = newVariables(),
): ExpressionReader {
  return readerWith(variables, new Map(), memory);
}

/** @param parsed - texts that were parsed before */
function readerWith(
  variables: Variables,
  parsed: Map<string, ReturnType<typeof parseExpression>>,
  memory: Memory,
): ExpressionReader {
  const diagnostics: Diagnostic<ExpressionProblems>[] = [];
  const asWritten = new Set<string>();
  const apart = () => readerWith(variables, parsed, memory);
  return { diagnostics, read, readTests, asWritten, variables, apart };

  function read(
    yaml: Yaml | undefined,
    names: Names,
    wanted?: Type['kind'] | 'day',
  ): Expression | undefined {
    if (yaml?.kind !== 'text') return undefined;
    const { value, problems } = parsedOnce(yaml.text);
    note(yaml, problems);
    if (!value || problems.length > 0) {
      noteScope({ yaml, names, cores: [] });
      return undefined;
    }
    const checked = checkExpression(value, names, variables);
    note(yaml, checked.problems);
    const { core } = checked;
    noteScope({ yaml, names, cores: [core] });
    for (const name of writtenIn(core)) asWritten.add(name);
    if (wanted !== undefined && !suits(core.type, wanted)) {
      const found = core.type;
      const type = {
        kind: wanted === 'day' ? 'date' : wanted,
        ...(wanted === 'list' && { of: any }),
      } as Type;
      note(yaml, [
        { code: 'feel/type', params: { wanted: type, found }, start: value.start, end: value.end },
      ]);
    }
    const { renamings } = checked;
    return { yaml, core, ...(renamings.length > 0 && { named: byName(yaml.text, renamings) }) };
  }

  /** Editions that restate nothing share the rule's own text. */
  function parsedOnce(text: string): ReturnType<typeof parseExpression> {
    const parse = () => parseExpression(text, { dialect: 'rule' });
    const known = parsed.get(text) ?? memory.of('syntax', [text], parse);
    parsed.set(text, known);
    return known;
  }

  function readTests(yaml: Yaml | undefined, of: Core, names: Names) {
    if (yaml?.kind !== 'text') return undefined;
    const { text } = yaml;
    const { value, problems } = memory.of('tests', [text], () =>
      parseUnaryTests(text, { dialect: 'rule' }),
    );
    note(yaml, problems);
    if (!value || problems.length > 0) {
      noteScope({ yaml, names, of, cores: [] });
      return undefined;
    }
    const checked = checkTests(value, of, names, variables);
    note(yaml, checked.problems);
    const { subject, tests } = checked;
    const cores = tests.flatMap(partsOfTest);
    noteScope({ yaml, names, of, cores });
    for (const part of cores) {
      for (const name of writtenIn(part)) asWritten.add(name);
    }
    return { subject, tests };
  }

  function note(yaml: YamlText, problems: readonly (FeelProblem | TypeProblem)[]): void {
    const fixes = fixesInFile(
      yaml,
      problems.map((problem) => ('fix' in problem ? problem.fix : undefined)),
    );
    for (const [index, { start, end, ...facts }] of problems.entries()) {
      const fix = fixes[index];
      const span = spanWithin(yaml, start, end);
      const severity = isHarmless(facts) ? 'warning' : 'error';
      // The problem's own fix counts from the start of the expression: never let it through.
      diagnostics.push({ ...facts, severity, span, fix });
    }
  }
}

/** What a reader noted so far, as data. */
export function notesOf({ diagnostics, asWritten }: ExpressionReader): ReaderNotes {
  return { diagnostics: [...diagnostics], asWritten: new Set(asWritten) };
}

/** A text with names where it has titles. */
export function byName(written: string, renamings: readonly Renaming[]): string {
  return withFixes(
    written,
    renamings.map(({ start, end, name }) => ({ start, end, text: name })),
  );
}

/** Names of fields of which an expression asks how they are written. */
function* writtenIn(core: Core): Generator<string> {
  if (core.kind === 'call' && core.builtin === 'scale of') {
    const [of] = core.args;
    if (of?.kind === 'field') yield of.field.name;
  }
  for (const part of partsOf(core)) yield* writtenIn(part);
}

function suits(type: Type, wanted: Type['kind'] | 'day'): boolean {
  if (type.kind === 'any') return true;
  if (wanted === 'day') return type.kind === 'date' || type.kind === 'date-time';
  return type.kind === wanted;
}

const ofSubjects = new WeakMap<Subject, Names>();

/** The fields of a subject, by name and by title. */
export function fieldsOf(subject: Subject | undefined): Names {
  const known = subject && ofSubjects.get(subject);
  if (known) return known;
  const made = namesOfFields(subject);
  if (subject) ofSubjects.set(subject, made);
  return made;
}

function namesOfFields(subject: Subject | undefined): Names {
  const { fields } = subject?.type ?? { fields: new Map<string, Field>() };
  const bind = (field: Field): Binding => ({ kind: 'field', owner: 'file', field });
  return {
    ...namesOf(new Map([...fields].map(([name, field]) => [name, bind(field)]))),
    titled: (title) => titledIn(fields, title, bind),
  };
}

/** Names from several places, the first that knows one winning. */
export function allNames(...layers: readonly Names[]): Names {
  return {
    resolve: (name) => {
      for (const layer of layers) {
        const binding = layer.resolve(name);
        if (binding) return binding;
      }
      return undefined;
    },
    all: () => layers.flatMap((layer) => [...layer.all()]),
    titled: (title) => layers.flatMap((layer) => layer.titled?.(title) ?? []),
  };
}

export function namesOf(bindings: ReadonlyMap<string, Binding>): Names {
  return { resolve: (name) => bindings.get(name), all: () => bindings.keys() };
}
