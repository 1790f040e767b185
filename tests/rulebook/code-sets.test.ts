import { digestOfBytes } from '../../src/io/digest.ts';
import { describe, expect, test } from 'vitest';

import type { Source, Span } from '../../src/base/source.ts';
import { positionOf } from '../../src/base/source.ts';
import { digestOf, rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { copied, edit, put } from '../cli/harness.ts';

const example = 'examples/code-sets';
const { files } = rulebookFolder(example).folder;
const [yaml, csv] = ['codes/censusTracts.yaml', 'codes/census-tracts-2018.csv'];
const rule = 'stages/register/areas/ARE-001-tract-listed.yaml';

/** What is said of the example when files of it have other texts, or are not there: code, place, what is marked. */
function said(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const all = new Map<string, Source>(files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) all.delete(path);
    // nobody took the digest of a text
    else all.set(path, { name: `${example}/${path}`, text });
  }
  const { diagnostics } = readRulebook({ name: 'rules', files: all });
  return diagnostics.map(({ code, span }) => `${code} ${placeOf(span)}`);
}

function placeOf(span: Span): string {
  const { line, column } = positionOf(span);
  const marked = span.source.text.slice(span.start, span.end);
  return `${span.source.name.replace(`${example}/`, '')}:${line}:${column} «${marked}»`;
}

function edited(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = files.get(path)?.text ?? '';
  if (!text.includes(from)) throw new Error(`${path} lacks ${from}`);
  return { [path]: text.replace(from, to) };
}

test('the example is sound', () => {
  expect(said({})).toEqual([]);
});

describe('what is wrong is told at its character', () => {
  const name = 'codes/census-tracts-2018.csv';
  test.each([
    [
      'a code twice',
      csv,
      '06001400200',
      '06001400100',
      `rulebook/code-twice ${name}:3:1 «06001400100»`,
    ],
    ['an empty code', csv, '06001400200', '', `rulebook/code-empty ${name}:3:1 «»`],
    ['a code of blanks', csv, '06001400200', '  ', `rulebook/code-empty ${name}:3:1 «  »`],
    [
      'a column missing',
      csv,
      'medianIncome',
      'income',
      `rulebook/csv-column ${name}:1:1 «tract,county,income,since,distressed»`,
    ],
    [
      'the codes missing',
      csv,
      'tract,',
      'code,',
      `rulebook/csv-column ${name}:1:1 «code,county,medianIncome,since,distressed»`,
    ],
    [
      'a column twice',
      csv,
      'county,',
      'since,',
      `rulebook/csv-column ${name}:1:1 «tract,since,medianIncome,since,distressed»`,
    ],
    [
      'a cell too few',
      csv,
      ',121400',
      '',
      `rulebook/csv-cells ${name}:2:1 «06001400100,Alameda,1990-04-01,false»`,
    ],
    [
      'a cell too many',
      csv,
      '121400',
      '121,400',
      `rulebook/csv-cells ${name}:2:1 «06001400100,Alameda,121,400,1990-04-01,false»`,
    ],
    ['a number with a letter', csv, '121400', '121k', `rulebook/csv-cell ${name}:2:21 «121k»`],
    ['a number with a blank', csv, '121400', ' 121400', `rulebook/csv-cell ${name}:2:21 « 121400»`],
    [
      'a number in the form of a double',
      csv,
      '121400',
      '1e5',
      `rulebook/csv-cell ${name}:2:21 «1e5»`,
    ],
    [
      'a day that there is none of',
      csv,
      '1990-04-01',
      '1990-02-30',
      `rulebook/csv-cell ${name}:2:28 «1990-02-30»`,
    ],
    [
      'a day of another form',
      csv,
      '1990-04-01',
      '1990/4/1',
      `rulebook/csv-cell ${name}:2:28 «1990/4/1»`,
    ],
    [
      'yes for true',
      csv,
      '1990-04-01,false',
      '1990-04-01,no',
      `rulebook/csv-cell ${name}:2:39 «no»`,
    ],
    [
      'a quote that nothing closes',
      csv,
      '"Bexar, Texas"',
      '"Bexar, Texas',
      `rulebook/csv ${name}:11:13 «"»`,
    ],
    ['an empty file', csv, files.get(csv)?.text ?? '', '', `rulebook/csv ${name}:1:1 «»`],
    [
      'a gap between editions',
      yaml,
      'until: 2021-12-31',
      'until: 2021-12-30',
      `rulebook/edition-gap ${yaml}:28:11 «2022-01-01»`,
    ],
    [
      'editions that overlap',
      yaml,
      'until: 2021-12-31',
      'until: 2022-01-01',
      `rulebook/edition-overlap ${yaml}:28:11 «2022-01-01»`,
    ],
    [
      'a file that is not there',
      yaml,
      'file: census-tracts-2018.csv',
      'file: tracts.csv',
      `rulebook/missing-file ${yaml}:25:11 «tracts.csv»`,
    ],
    [
      'a file elsewhere',
      yaml,
      'file: census-tracts-2018.csv',
      'file: ../tracts.csv',
      `rulebook/pattern ${yaml}:25:11 «../tracts.csv»`,
    ],
    [
      'another digest',
      yaml,
      'digest: sha256:7',
      'digest: sha256:0',
      `rulebook/digest ${yaml}:26:13 `,
    ],
    [
      'a name that is not that of the file',
      yaml,
      'codes: censusTracts',
      'codes: tracts',
      `rulebook/file-name ${yaml}:2:8 «tracts»`,
    ],
    [
      'the name of a field',
      yaml,
      'codes: censusTracts',
      'codes: county',
      `rulebook/name-taken ${yaml}:2:8 «county»`,
    ],
    [
      'a column named twice',
      yaml,
      'column: county',
      'column: since',
      `rulebook/name-taken ${yaml}:16:13 «since»`,
    ],
    [
      'the codes as a column',
      yaml,
      'column: county',
      'column: tract',
      `rulebook/name-taken ${yaml}:11:13 «tract»`,
    ],
    [
      'a unit and a type',
      yaml,
      'unit: money',
      'unit: money\n    type: number',
      `rulebook/insert ${yaml}:16:11 «number»`,
    ],
    [
      'a unit there is none of',
      yaml,
      'unit: money',
      'unit: dollars',
      `rulebook/unknown-reference ${yaml}:15:11 «dollars»`,
    ],
    [
      'a clause there is none of',
      yaml,
      "basis: ['B-REGISTER#2']",
      "basis: ['B-REGISTER#9']",
      `rulebook/unknown-reference ${yaml}:27:14 «B-REGISTER#9»`,
    ],
  ])('%s', (_, path, from, to, expected) => {
    const found = said(edited(path, from, to));
    expect(found.join('\n')).toContain(expected);
    // a slip in one file says nothing of its cells more than once
    if (path === csv) expect(found.length).toBeLessThan(3);
  });

  test('days that a rule reads and no edition covers', () => {
    const found = said(edited(yaml, 'from: 2018-01-01', 'from: 2019-01-01'));
    expect(found).toContain(`program/no-value ${rule}:18:11 «2018-01-01»`);
  });
});

describe('on disk', () => {
  function read(folder: string) {
    const { folder: all, problems } = rulebookFolder(folder);
    const { diagnostics } = readRulebook(all);
    return { digest: digestOf(all), codes: [...problems, ...diagnostics].map(({ code }) => code) };
  }

  test('a cell that was changed shows in the digest of the file and of the rulebook', () => {
    const folder = copied(example);
    const before = read(folder);
    edit(folder, csv, '121400', '121401');
    const after = read(folder);
    expect(before.codes).toEqual([]);
    expect(after.codes).toEqual(['rulebook/digest']);
    expect(after.digest).not.toBe(before.digest);
  });

  test('a digest that nobody wrote is a warning, with the right one', () => {
    const folder = copied(example);
    edit(folder, yaml, /    digest: [^\n]*\n/u.exec(files.get(yaml)?.text ?? '')?.[0] ?? '', '');
    const { diagnostics } = readRulebook(rulebookFolder(folder).folder);
    const digest = digestOfBytes(files.get(csv)?.text ?? '');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rulebook/digest',
        severity: 'warning',
        params: { file: 'census-tracts-2018.csv', digest, isWritten: false },
      }),
    ]);
  });

  test('a byte order mark is read over, and counts in the digest', () => {
    const folder = copied(example);
    put(folder, csv, `\uFEFF${files.get(csv)?.text ?? ''}`);
    expect(read(folder).codes).toEqual(['rulebook/digest']);
  });

  test('what is no text is told, and the rest is read', () => {
    const folder = copied(example);
    put(folder, csv, 'tract\0');
    expect(read(folder).codes).toEqual(
      expect.arrayContaining(['io/not-text', 'rulebook/missing-file']),
    );
  });
});
