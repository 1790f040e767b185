import { bookOf } from '../book.ts';
import type { FastMaker } from '../fast.ts';
import { type BenchFile, plainOf } from '../files.ts';
import { medians, type Task } from '../measure.ts';
import { dossierOf, judgedByReference } from '../reference.ts';
import { figure, type Section } from '../report.ts';
import type { BenchRule } from '../rules/rule.ts';

/** From the text of one file to its verdicts, beside what `JSON.parse` alone takes. */
export async function wholeSection(
  rules: readonly BenchRule[],
  files: readonly BenchFile[],
  fast: FastMaker | undefined,
  passes: number,
  referenceFiles: number,
): Promise<Section> {
  const book = bookOf(rules);
  const few = files.slice(0, referenceFiles);
  const tasks: Task[] = [{ name: '`JSON.parse` alone', pass: () => files.map(plainOf).length }];
  for (const mode of ['javascript', 'closures'] as const) {
    const made = fast?.(mode, rules);
    if (!made) continue;
    const title = mode === 'javascript' ? 'generated code' : 'closures';
    tasks.push({ name: `parse, validate, load`, pass: () => files.map(({ json }) => made.load(json)).length });
    tasks.push({ name: `parse, validate, load, judge: ${title}`, pass: () => files.map(({ json }) => made.judge(made.load(json))).length });
  }
  const distinct = [...new Map(tasks.map((task) => [task.name, task])).values()];
  const found = await medians(distinct, passes);
  const slowest = await medians([{ name: 'reference', pass: () => few.map(({ json }) => judgedByReference(book, dossierOf(book, json))).length }], passes, 1);
  const parse = (found.get('`JSON.parse` alone') ?? Number.NaN) / files.length;
  const bytes = files.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0) / files.length;
  const row = (name: string, milliseconds: number) => [name, figure(milliseconds * 1000), figure(milliseconds / parse)];
  return {
    title: 'One file, from its text to its verdicts',
    before: `${files.length.toLocaleString('en-US')} files of ${figure(bytes)} bytes on average, ${rules.length} rules, one after the other. Goal: parse, validate, load and judge in at most 2.2 times \`JSON.parse\`. The reference path reads by places in the text and works out reasons and findings (${few.length} files).`,
    head: ['what', 'µs a file', '× `JSON.parse`'],
    rows: [
      ...distinct.map(({ name }) => row(name, (found.get(name) ?? Number.NaN) / files.length)),
      row('our reference path', (slowest.get('reference') ?? Number.NaN) / few.length),
    ],
  };
}
