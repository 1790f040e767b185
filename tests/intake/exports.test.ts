import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { exportsMade } from '../../scripts/exports.ts';
import { boundTables } from '../../src/intake/bound.ts';
import { mappingFrom } from '../../src/intake/mapping.ts';
import { intakeOf } from '../../src/intake/rows.ts';
import { tablesIn } from '../../src/io/tables.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { shipped } from '../evaluate/shipped.ts';

const folder = 'examples/exports';
const { program } = shipped();

test('the exports are what is made of samples', { timeout: 60_000 }, async () => {
  for (const [name, content] of await exportsMade())
    expect([name, Buffer.from(content).equals(readFileSync(join(folder, name)))]).toEqual([
      name,
      true,
    ]);
});

describe.each([
  ['core-loans', ['core-loans.csv', 'core-flow.csv']],
  ['core-loans', ['core-loans-faulty.csv', 'core-flow.csv']],
  ['loan-book', ['loan-book.xlsx']],
  ['loan-book', ['loan-book-faulty.xlsx']],
])('%s', (mapping, files) => {
  test(`of ${files.join(' and ')} each fault is told where it is`, async () => {
    const { loans, told } = await taken(`${mapping}.mapping.yaml`, files);
    const text = [`${loans} 份`, ...told].join('\n');
    const [name = ''] = files;
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/${name}.txt`);
  });
});

/** How many loans come of files by a mapping, and what is told of them; of one fault after the other in a table, how many. */
async function taken(mappingName: string, files: readonly string[]) {
  const name = join(folder, mappingName);
  const { value } = mappingFrom({ name, text: readFileSync(name, 'utf8') }, program);
  if (!value) throw new Error(`${name} is no mapping`);
  const read = await Promise.all(files.map((file) => tablesIn(join(folder, file))));
  const tables = read.flatMap((one) => ('tables' in one ? one.tables : []));
  const { bound, problems } = await boundTables(value, tables);
  expect(problems).toEqual([]);
  const intake = intakeOf(value, bound);
  let loans = 0;
  for await (const some of intake.texts()) loans += some.length;
  const all = [...tables.flatMap((table) => table.problems), ...intake.problems];
  const counts = new Map<string, { readonly first: string; count: number }>();
  for (const problem of all) {
    const said = message(wordbooks.zh, problem).replaceAll(`${folder}/`, '');
    const { name: table, begins } = problem.span.source;
    const sheet = table.replace(`${folder}/`, '');
    const at = begins ? `${sheet}:${begins.line}` : sheet;
    const key = `${sheet} ${said}`;
    const before = counts.get(key);
    if (before) before.count += 1;
    else counts.set(key, { first: `${at} ${said} [${problem.code}]`, count: 1 });
  }
  return {
    loans,
    told: [...counts.values()].map(({ first, count }) =>
      count > 1 ? `${first} × ${count}` : first,
    ),
  };
}
