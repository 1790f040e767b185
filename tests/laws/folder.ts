import type { Source } from '../../src/base/source.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { type Book, type BookEdition, usualSetting } from './book.ts';
import { filesOfCodes } from './codes.ts';
import { isUnit } from './making.ts';
import type { Taken } from './places.ts';
import { fileSchemaOf } from './shapes.ts';
import { always, type Span } from './span.ts';
import { printTerm } from './term.ts';

const title = { en: 'Test' };

export const calendar = {
  calendar: 'own',
  title,
  years: [
    { year: 2023, basis: [], holidays: ['2023-01-01', '2023-12-29'], workdays: ['2023-12-30'] },
    {
      year: 2024,
      basis: [],
      holidays: ['2024-01-01', '2024-02-29', '2024-09-24'],
      workdays: ['2024-02-04'],
    },
  ],
};

/** The files of a book, by path. */
export function folderOf(book: Book): RulebookFolder {
  const files = Object.entries(filesOf(book)).map(([name, value]): [string, Source] => [
    name,
    { name, text: typeof value === 'string' ? value : JSON.stringify(value) },
  ]);
  return { name: 'test', files: new Map(files) };
}

/** The files of a book as the values that they hold, or as texts. */
export function filesOf(book: Book): Readonly<Record<string, unknown>> {
  const { shape, setting = usualSetting, definitions, parameters, tables, codes, rules } = book;
  const files: Record<string, unknown> = {
    'rulebook.yaml': {
      format: 1,
      id: 'test',
      version: '1.0.0',
      title,
      issuer: title,
      languages: ['en'],
      calendar: 'own',
      ...setting,
      subjects: { dossier: { title, schema: 'schema.json', id: 'id', product: 'product' } },
      stages: [{ stage: 'all', title, steps: ['check'] }],
    },
    'calendars/own.yaml': calendar,
    'schema.json': fileSchemaOf(shape),
    'definitions.yaml': {
      definitions: definitions
        .filter(({ editions }) => editions.length > 0)
        .map(({ name, takes, editions }) => ({
          definition: name,
          title,
          ...(takes && { takes: written(takes) }),
          ...dated(editions.map(({ is, ...span }) => ({ ...days(span), is: printTerm(is) }))),
        })),
    },
    'stages/all/check/step.yaml': {
      step: 'check',
      title,
      purpose: title,
      rules: rules.map(({ id }) => id),
    },
  };
  if (definitions.every(({ editions }) => editions.length === 0)) delete files['definitions.yaml'];
  for (const { name, unit, editions } of parameters) {
    files[`parameters/${name}.yaml`] = {
      parameter: name,
      title,
      unit,
      ...dated(editions.map(({ value, ...span }) => ({ ...days(span), value, basis: [] }))),
    };
  }
  for (const { name, takes, hit, inputs, outputs, editions } of tables) {
    files[`tables/${name}.yaml`] = {
      table: name,
      title,
      ...(takes && { takes: written(takes) }),
      hit,
      inputs: inputs.map((is) => ({ is: printTerm(is) })),
      outputs: outputs.map(({ name: output, sort }) => ({
        output,
        title,
        ...(isUnit(sort) && { unit: sort }),
      })),
      ...dated(
        editions.map(({ rows, ...span }) => ({
          ...days(span),
          basis: [],
          rows: rows.map(({ when, gives }) =>
            row(
              when,
              gives.map((one) => (one ? printTerm(one) : null)),
            ),
          ),
        })),
      ),
    };
  }
  for (const set of codes) Object.assign(files, filesOfCodes(set));
  for (const { id, products, each, editions, since, ended, ifAbsent } of rules) {
    const [first] = editions;
    files[`stages/all/check/${id}-rule.yaml`] = {
      rule: id,
      kind: 'bank',
      level: 'mandatory',
      check: 'data',
      status: 'issued',
      posts: ['MANAGER'],
      title,
      finding: { en: 'Not so' },
      ...(first?.asOf && { asOf: printTerm(first.asOf) }),
      ...(products && { products }),
      ...(each && { each: { [each.variable]: printTerm(each.list) } }),
      ...(since && { since: 'new' }),
      ...(ended && { ended: { by: 'T-1#all', why: title } }),
      ...(ifAbsent && { ifAbsent: 'fail' }),
      ...dated(editions.map((one) => edition(one, first))),
    };
  }
  return files;
}

function edition(
  { lets, asOf, when, require, ...span }: BookEdition,
  first: BookEdition | undefined,
): Span & Readonly<Record<string, unknown>> {
  const day = asOf && printTerm(asOf);
  return {
    ...days(span),
    ...(lets && { let: Object.fromEntries(lets.map(({ name, is }) => [name, printTerm(is)])) }),
    ...(day !== undefined && first?.asOf && day !== printTerm(first.asOf) && { asOf: day }),
    ...(when && { when: printTerm(when) }),
    require: printTerm(require),
  };
}

function written(takes: readonly Taken[]): object {
  return Object.fromEntries(takes.map(({ name, takes: what }) => [name, what]));
}

/** As a file says it: what has always been so without editions. */
function dated(editions: readonly Span[]): object {
  const [only] = editions;
  if (!only || editions.length > 1 || only.from !== always) return { editions };
  const { from: _, ...said } = only;
  return said;
}

function days({ from, until }: Span): Span {
  return until === undefined ? { from } : { from, until };
}

function row(when: readonly string[], then: readonly unknown[]): object {
  // oxlint-disable-next-line no-thenable -- the format's own word
  return { when, then };
}
