import { expect, test } from 'vitest';

import { freeName, sortedFiles } from '../../src/desk/sorted-files.ts';

function named(...names: readonly string[]) {
  return sortedFiles(names.map((name) => ({ name })));
}

test('files go as folders are gone through, each before what stands behind its folder', () => {
  const { files } = named('b/2.yaml', 'b.yaml', 'b/1/x.json', 'a.ndjson.gz', 'b/10.yaml');
  expect(files.map(({ name }) => name)).toEqual([
    'a.ndjson.gz',
    'b/1/x.json',
    'b/10.yaml',
    'b/2.yaml',
    'b.yaml',
  ]);
});

test('of a folder what is called otherwise is told once a kind, with how many there are', () => {
  const { files, problems } = named(
    'd/1.yaml',
    'd/影像.pdf',
    'd/x/2.PDF',
    'd/.git/a.yaml',
    'd/b.csv',
  );
  expect(files.map(({ name }) => name)).toEqual(['d/1.yaml']);
  expect(problems.map(({ params }) => params)).toEqual([
    { path: 'd/b.csv', why: 'format', ending: 'csv', more: 0 },
    { path: 'd/x/2.PDF', why: 'format', ending: 'pdf', more: 1 },
  ]);
});

test('a file by itself is taken whatever it is called', () => {
  expect(named('.卷宗', '影像.pdf').files.map(({ name }) => name)).toEqual(['.卷宗', '影像.pdf']);
});

test.each([
  ['a.yaml', [], 'a (2).yaml'],
  ['a.yaml', ['a (2).yaml'], 'a (3).yaml'],
  ['2026/a.ndjson.gz', [], '2026/a (2).ndjson.gz'],
  ['a', [], 'a (2)'],
])('%s beside %j is %s', (name, taken, free) => {
  expect(freeName(name, new Set([name, ...taken]))).toBe(free);
});
