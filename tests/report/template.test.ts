import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { Form } from '../../src/base/form.ts';
import type { Language } from '../../src/base/language.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import type { ContextType, Field, Type } from '../../src/feel/types.ts';
import { boundTables } from '../../src/intake/bound.ts';
import { draftOf, mappingText } from '../../src/intake/columns.ts';
import { mappingFrom } from '../../src/intake/mapping.ts';
import { intakeOf } from '../../src/intake/rows.ts';
import { tablesIn } from '../../src/io/tables.ts';
import { formBytes } from '../../src/xlsx/workbook.ts';
import { mainSubject } from '../../src/program/ast.ts';
import { templateOf } from '../../src/report/template.ts';
import { wordbooks } from '../../src/words/messages/messages.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { temporary } from '../cli/harness.ts';
import { sampleYaml, shipped } from '../evaluate/shipped.ts';
import { type Entry, readByOthers, writeByOthers } from '../io/others.ts';

const { program, subject } = shipped();

describe('a template', () => {
  test.each<Language>(['zh', 'en'])('says in %s what it wants, cell by cell', async (language) => {
    const { program: small } = loadRulebook('tests/codes/fixture');
    const of = small && mainSubject(small.subjects);
    if (!of) throw new Error('the fixture does not load');
    const path = join(temporary(), 'template.xlsx');
    writeFileSync(
      path,
      await formBytes(templateOf(of, language, language === 'zh' ? '元' : 'yuan')),
    );
    const sheets = await readByOthers(path);
    const told = sheets.flatMap(({ name, rows, dataValidations = [], hidden }) => [
      `# ${name}${hidden ? ' (hidden)' : ''}`,
      ...rows.map((row) => row.map((cell) => String(cell ?? '')).join(' | ')),
      ...dataValidations.map(({ range, type, formula1 = '', inputTitle, inputMessage }) =>
        [range, type, formula1, inputTitle, inputMessage].join(' · '),
      ),
    ]);
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`expected/template.${language}.txt`);
  });

  test.each<Language>(['zh', 'en'])(
    'names each sheet and each column of a sheet once, in %s',
    (language) => {
      const { sheets } = templateOf(subject, language, '元');
      const names = sheets.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/u.test(name))).toEqual([]);
      for (const { name, columns } of sheets) {
        const titles = columns.map(({ title }) => title);
        expect([name, titles.filter((title, at) => titles.indexOf(title) !== at)]).toEqual([
          name,
          [],
        ]);
      }
    },
  );

  test('is the same at every time', async () => {
    const bytes = async () => Buffer.from(await formBytes(templateOf(subject, 'zh', '元')));
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});

test('a template that was filled in is drafted a mapping as it is, and read as what it was filled in from', async () => {
  const form = templateOf(subject, 'zh', '元');
  const loan = plainOf(sampleYaml('0001-sound.yaml')) as Plain;
  const { drafts, text } = await drafted(form, loan);
  const wrong = drafts.flatMap(({ list, columns }) =>
    columns
      .filter(({ path, heading }) => path === undefined || !leadsTo(heading, list, path))
      .map(({ heading, path }) => `${list ?? ''} ${heading} → ${path ?? ''}`),
  );
  expect(wrong).toEqual([]);
  expect(drafts).toHaveLength(form.sheets.length - 2);
  expect(JSON.parse(text)).toEqual(scalarsOf(loan, subject.type));
});

interface Plain {
  readonly [name: string]: unknown;
}

/** What is drafted of a template with the scalars of a file, and the file that comes of it. */
async function drafted(form: Form, loan: Plain) {
  const path = join(temporary(), '录入.xlsx');
  const empty = form.sheets.slice(0, -2).map(({ name, columns }) => ({
    name,
    rows: [columns.map(({ title }) => title)] as readonly (readonly Entry[])[],
  }));
  const draft = async () => {
    const read = await tablesIn(path);
    if ('problem' in read) throw new Error(read.problem.code);
    return { tables: read.tables, drafts: await draftOf(read.tables, subject, []) };
  };
  await writeByOthers(path, ...empty);
  const { drafts } = await draft();
  const id = String(valueAt(loan, subject.file.id));
  const filled = empty.map(({ name, rows: [titles = []] }, index) => {
    const { list, columns = [] } = drafts[index] ?? {};
    const records = list === undefined ? [loan] : ((valueAt(loan, list) ?? []) as readonly Plain[]);
    const entries = records.map((record) =>
      titles.map((title, column): Entry => {
        if (column === 0) return id;
        const to = columns.find(({ heading }) => heading === title)?.path ?? '';
        return entryOf(valueAt(record, to), fieldAt(list, to));
      }),
    );
    return { name, rows: [titles, ...entries] };
  });
  await writeByOthers(path, ...filled);
  const { tables, drafts: again } = await draft();
  const { value } = mappingFrom(
    { name: 'm.yaml', text: mappingText(again, subject.name, wordbooks.zh.terms.intake.draft) },
    program,
  );
  if (!value) throw new Error('the draft is no mapping');
  const { bound } = await boundTables(value, tables);
  const texts: string[] = [];
  for await (const some of intakeOf(value, bound).texts())
    texts.push(...some.map(({ source }) => source.text));
  return { drafts, text: texts[0] ?? '' };
}

function valueAt(record: Plain, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Plain | undefined)?.[name], record);
}

function fieldAt(list: string | undefined, path: string): Field | undefined {
  let type: Type = subject.type;
  let field: Field | undefined;
  for (const name of [...(list?.split('.') ?? []), ...path.split('.')]) {
    if (type.kind === 'list') type = type.of;
    field = type.kind === 'context' ? type.fields.get(name) : undefined;
    type = field?.type ?? { kind: 'any' };
  }
  return field;
}

/** Whether a path is of the field that a heading names, in the record that it names where it does. */
function leadsTo(heading: string, list: string | undefined, path: string): boolean {
  const [title, group] = heading.split('/').toReversed();
  const record = path.includes('.')
    ? fieldAt(list, path.slice(0, path.lastIndexOf('.')))
    : undefined;
  return (
    fieldAt(list, path)?.title['zh'] === title &&
    (group === undefined || record?.title['zh'] === group)
  );
}

/** As people fill it in. */
function entryOf(value: unknown, field: Field | undefined): Entry {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const type = field?.type;
  const text = String(value);
  if (type?.kind === 'boolean') return value === true ? '是' : '否';
  if (type?.kind === 'date') return new Date(`${text}T00:00:00Z`);
  if (type?.kind === 'number') return Number(text);
  if (type?.kind === 'text' && type.words) return type.words.get(text)?.['zh'] ?? text;
  return text;
}

/** What a template has columns for: fields of one value, and lists of records with a key. */
function scalarsOf(record: Plain, { fields }: ContextType): Plain {
  const kept = [...fields.values()].flatMap(
    ({ name, type, key }): (readonly [string, unknown])[] => {
      const value = record[name];
      if (value === undefined || value === null) return [];
      if (type.kind === 'context') return [[name, scalarsOf(value as Plain, type)]];
      if (type.kind !== 'list') return [[name, value]];
      if (type.of.kind !== 'context' || key === undefined) return [];
      const { of } = type;
      const rows = (value as readonly Plain[]).map((one) => scalarsOf(one, of));
      return rows.length > 0 ? [[name, rows]] : [];
    },
  );
  return Object.fromEntries(kept);
}
