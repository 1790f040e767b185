import { readFileSync } from 'node:fs';

import { engineOf } from '../../src/check/engine.ts';
import { readRulebook } from '../../src/program/read.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { ViewReport, ViewSectionJson } from '../../src/views/format.ts';
import { gather } from '../../src/views/gather.ts';
import { viewReport } from '../../src/views/report.ts';
import { programWith } from '../evaluate/fixture.ts';

/** The fixture's rulebook with a second kind of file beside requests. */
const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `  desk:
    title: { en: Desk }
    schema: schemas/desk.schema.json
    id: code
stages:`,
);

const desk = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    of: { type: 'string' },
    seats: { type: 'integer', 'x-unit': 'count' },
    head: { type: 'string', 'x-personal': 'name' },
  },
};

/** A view of whoever is named in the remarks of requests, and of desks. */
export const head = {
  view: 'person',
  title: { en: 'Person' },
  key: { en: 'Number' },
  groupBy: { request: 'remarks', desk: 'of' },
};

export const lists = {
  section: 'items',
  title: { en: 'Items' },
  each: { r: 'dossiers', i: 'r.items' },
  columns: [
    { column: 'file', title: { en: 'File' }, is: 'r.id' },
    { column: 'item', title: { en: 'Item' }, is: 'i.itemId' },
    { column: 'amount', title: { en: 'Amount' }, is: 'i.amount', total: true },
  ],
};

function filesWith(view: object): Readonly<Record<string, string>> {
  return {
    'rulebook.yaml': rulebook,
    'schemas/desk.schema.json': JSON.stringify(desk),
    'views/person.yaml': JSON.stringify(view),
  };
}

/** What a view tells of a key over files, each a text. */
export async function told(
  view: object,
  key: string,
  files: readonly string[],
  {
    rule = {},
    unmasked = false,
    twice = true,
    today,
  }: {
    readonly rule?: object;
    readonly unmasked?: boolean;
    readonly twice?: boolean;
    readonly today?: string;
  } = {},
): Promise<ViewReport> {
  const program = programWith({ require: 'true', ...rule }, filesWith(view));
  const [one] = program.views;
  if (!one) throw new Error('the fixture has a view');
  const engine = engineOf(program);
  const incoming = async function* () {
    await Promise.resolve();
    for (const [index, text] of files.entries())
      yield [{ source: { name: `${index + 1}.yaml`, text } }];
  };
  const setting = { engine, kind: undefined, today };
  const gathered = await gather(
    one,
    key,
    (time) => (time === 1 || twice ? incoming() : undefined),
    setting,
  );
  const reporting = {
    program,
    rulebookDigest: '',
    engine: '',
    options: { today },
    languages: ['en'],
    unmasked,
  };
  return viewReport(one, gathered, engine, reporting, twice);
}

/** The codes of what is wrong with a view. */
export function wrongWith(view: object): readonly string[] {
  const { files } = rulebookFolder('tests/evaluate/fixture').folder;
  const own = Object.entries(filesWith(view)).map(
    ([path, text]) => [path, { name: path, text }] as const,
  );
  const { diagnostics } = readRulebook({ name: 'fixture', files: new Map([...files, ...own]) });
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, params }) => ('reason' in params ? `${code} ${params.reason}` : code));
}

export function section<K extends ViewSectionJson['kind']>(
  { sections }: ViewReport,
  kind: K,
): Extract<ViewSectionJson, { kind: K }> {
  const found = sections.find((one) => one.kind === kind);
  if (!found) throw new Error(`the view has a section of the kind ${kind}`);
  return found as Extract<ViewSectionJson, { kind: K }>;
}

/** The cells of a table as they are shown, a row a line. */
export function rowsOf(report: ViewReport): readonly string[] {
  return section(report, 'table').rows.map(({ cells, doubt }) =>
    [...cells.map(({ text }) => text['en']), ...(doubt ? ['?'] : [])].join(' | '),
  );
}
