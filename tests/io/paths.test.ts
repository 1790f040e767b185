import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { describe, expect, test } from 'vitest';

import { dossierPaths } from '../../src/io/paths.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { put, small, spawned, temporary } from '../cli/harness.ts';

/** A folder with files, links (`name -> target`), pipes (`name|`) and folders (`name/`). */
function folderOf(...things: readonly string[]): string {
  const folder = temporary();
  for (const thing of things) {
    const [name = '', target] = thing.split(' -> ');
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    if (target !== undefined) symlinkSync(target, join(folder, name));
    else if (name.endsWith('|')) spawnSync('mkfifo', [join(folder, name.slice(0, -1))]);
    else if (name.endsWith('/')) mkdirSync(join(folder, name), { recursive: true });
    else put(folder, name, 'id: D-1\n');
  }
  return folder;
}

/** What is read of a folder, and what is named as not read, as `why name (+ more)` or `code name`. */
function found(folder: string, ...given: readonly string[]) {
  const { paths, problems } = dossierPaths(given.map((path) => join(folder, path)));
  const named = (path: string) => relative(folder, path);
  return {
    read: paths.map(named),
    told: problems.map((one) => {
      if (one.code !== 'io/not-read') return `${one.code} ${named(one.span.source.name)}`;
      const { why, path, more } = one.params;
      return `${why} ${named(path)}${more > 0 ? ` (+ ${more})` : ''}`;
    }),
  };
}

describe('a folder', () => {
  test.each([
    [
      'every ending, in capitals or not',
      ['a.yaml', 'b.YAML', 'c.Json', 'd.yml', 'e.ndjson', 'f.JSONL', 'g.json.gz', 'h.Yaml.GZ'],
      ['a.yaml', 'b.YAML', 'c.Json', 'd.yml', 'e.ndjson', 'f.JSONL', 'g.json.gz', 'h.Yaml.GZ'],
      [],
    ],
    [
      'folders in it',
      ['x/b.yaml', 'a.yaml', 'x/y/c.yaml'],
      ['a.yaml', 'x/b.yaml', 'x/y/c.yaml'],
      [],
    ],
    [
      'other formats, a line for each',
      ['a.yaml', 'b.csv', 'x/c.CSV', 'd.xlsx', 'readme', 'e.gz'],
      ['a.yaml'],
      ['format b.csv (+ 1)', 'format d.xlsx', 'format e.gz', 'format readme'],
    ],
    [
      'hidden files and modules',
      ['a.yaml', '.b.csv', '.git/c.csv', 'node_modules/d.csv'],
      ['a.yaml'],
      [],
    ],
    ['nothing', [], [], ['io/empty-folder ']],
    ['nothing that is read', ['b.csv'], [], ['format b.csv']],
    ['a pipe', ['a.yaml', 'p.yaml|'], ['a.yaml'], ['special p.yaml']],
    ['a folder called as a file', ['a.yaml/b.yaml'], ['a.yaml/b.yaml'], []],
    [
      'folders too deep',
      [`${'x/'.repeat(12)}a.yaml`, `${'x/'.repeat(13)}b.yaml`],
      [`${'x/'.repeat(12)}a.yaml`],
      [`deep ${'x/'.repeat(12)}x`],
    ],
    [
      'a link to a file beside it, once',
      ['a.yaml', 'b.yaml -> a.yaml', 'A.yaml -> a.yaml'],
      ['a.yaml'],
      [],
    ],
    [
      'a link to a file that is not looked at by itself',
      ['..data -> ..2026', '..2026/a.yaml', 'a.yaml -> ..data/a.yaml'],
      ['a.yaml'],
      [],
    ],
    [
      'a link to a hidden folder',
      ['.x/a.yaml', '.x/b.csv', 'y -> .x'],
      ['y/a.yaml'],
      ['format y/b.csv'],
    ],
    ['a link to a folder beside it, once', ['z/a.yaml', 'b -> z'], ['z/a.yaml'], []],
    [
      'a link to a format that is not read',
      ['a.yaml', 'b.csv', 'c.yaml -> b.csv'],
      ['a.yaml'],
      ['format b.csv'],
    ],
    ['circles', ['a.yaml', 'x/up -> ..', 'x/same -> .', 'me -> me'], ['a.yaml'], ['dangling me']],
    [
      'a link to nothing',
      ['a.yaml', 'b.yaml -> gone.yaml', 'c -> x/y'],
      ['a.yaml'],
      ['dangling b.yaml (+ 1)'],
    ],
    [
      'a link that leads out',
      ['a.yaml', 'b.yaml -> /etc/hostname', 'c -> /etc'],
      ['a.yaml'],
      ['elsewhere b.yaml (+ 1)'],
    ],
    [
      'a name like the folder beside it',
      ['in/a.yaml -> ../in2/b.yaml', 'in2/b.yaml'],
      ['in2/b.yaml'],
      [],
    ],
  ])('%s', (_, things, read, told) => {
    expect(found(folderOf(...things), '')).toEqual({ read, told });
  });

  test('a link to a folder beside the one that is given', () => {
    const folder = folderOf('in/a.yaml', 'in/b.yaml -> ../in2/b.yaml', 'in2/b.yaml');
    expect(found(folder, 'in')).toEqual({ read: ['in/a.yaml'], told: ['elsewhere in/b.yaml'] });
  });

  test('that is a link itself', () => {
    const folder = folderOf('in/a.yaml', 'link -> in');
    expect(found(folder, 'link')).toEqual({ read: ['link/a.yaml'], told: [] });
  });
});

describe('paths and globs', () => {
  test.each([
    ['a glob', ['b.yaml', 'a.yaml', 'c.csv'], ['*.yaml'], ['a.yaml', 'b.yaml']],
    ['a folder with brackets', ['[2026]/a.yaml', '2/b.yaml'], ['[2026]'], ['[2026]/a.yaml']],
    ['a glob below it', ['[2026]/a.yaml', '2/b.yaml'], ['[2026]/*.yaml'], ['[2026]/a.yaml']],
    ['further below it', ['[2026]/x{1}/a.yaml'], ['[2026]/x{1}/*.yaml'], ['[2026]/x{1}/a.yaml']],
    [
      'a class, where no such folder is',
      ['2/b.yaml', '3/c.yaml'],
      ['[23]/*.yaml'],
      ['2/b.yaml', '3/c.yaml'],
    ],
    ['a file with brackets', ['a[1].yaml', 'a1.yaml'], ['a[1].yaml'], ['a[1].yaml']],
    ['folders that a glob matches', ['x1/a.yaml', 'x2/b.yaml'], ['x*'], ['x1/a.yaml', 'x2/b.yaml']],
    ['any depth', ['x/y/a.yaml', 'b.yaml'], ['**/*.yaml'], ['b.yaml', 'x/y/a.yaml']],
    [
      'the same twice',
      ['a.yaml', 'b.yaml'],
      ['a.yaml', '*.yaml', './a.yaml', '.'],
      ['a.yaml', 'b.yaml'],
    ],
    ['any ending, when it is named', ['a.txt', 'b.data'], ['a.txt', '*.data'], ['a.txt', 'b.data']],
  ])('%s', (_, things, given, read) => {
    expect(found(folderOf(...things), ...given)).toEqual({ read, told: [] });
  });

  test('what matches nothing is not there', () => {
    expect(found(folderOf('a.yaml'), '*.json', 'b.yaml')).toEqual({
      read: [],
      told: ['io/missing-file *.json', 'io/missing-file b.yaml'],
    });
  });

  test('from here', () => {
    const folder = relative('.', folderOf('[2026]/a.yaml'));
    const { paths } = dossierPaths([join(folder, '[2026]/*.yaml')]);
    expect(paths).toEqual([join(folder, '[2026]/a.yaml')]);
  });
});

test('what was not read is told with what to do, and ends with 2', () => {
  const folder = folderOf('b.csv', 'c.csv', 'd.zip', 'e.pdf', 'f.doc', 'g.bin', 'h -> gone');
  put(folder, 'a.YAML', 'id: L-1\n');
  const { code, out } = spawned(['check', folder, '--rulebook', small]);
  expect(code).toBe(2);
  expect(out).toContain('L-1');
  expect(out.match(/\[io\/not-read\]/gu)).toHaveLength(6);
  const { problems } = dossierPaths([folder]);
  const said = problems.map((one) => message(wordbooks.en, one).replaceAll(`${folder}/`, ''));
  expect(said).toEqual([
    '`b.csv` and 1 more were not read: tables are given by themselves, with a mapping (--mapping), which shouze import columns drafts',
    '`d.zip` was not read: unpack archives first; a single file may be compressed with gzip (.gz)',
    '`e.pdf` was not read: keep images and documents elsewhere; a dossier has their digests or numbers',
    '`f.doc` was not read: keep images and documents elsewhere; a dossier has their digests or numbers',
    '`g.bin` was not read: it has no format that is read here; move it elsewhere if it is of something else',
    '`h` was not read: the link leads to nothing',
  ]);
});
