import { expect, test } from 'vitest';

import { digestsOf, leftOver, manifestOf } from '../../src/cli/manual-files.ts';
import { filesOf, runOf, small } from './harness.ts';

const run = runOf(['md'], '2026-11-23');
const files = filesOf(small, ['md'], '2026-11-23');

test.each([
  ['a chapter that is no more', { 'zh/gone.md': 'x' }, ['zh/gone.md']],
  [
    'a file of another format',
    { 'manual.zh.html': 'x', 'zh/gone.html': 'x', 'zh/search.js': 'x' },
    [],
  ],
  [
    'a path that leads out of the folder',
    { '../zh/gone.md': 'x', 'zh/../../gone.md': 'x', '/zh/gone.md': 'x' },
    [],
  ],
  ['a file that is written again', { 'zh/README.md': 'x' }, []],
])('%s', (_, before, gone) => {
  expect(leftOver(run, files, JSON.stringify({ files: before }))).toEqual(gone);
});

test('of many pages those that are no more go, and no file of another format', () => {
  const pages = ['html-pages'] as const;
  const before = {
    'zh/step-gone.html': 'x',
    'zh/search.js': 'x',
    'zh/other.js': 'x',
    'zh/gone.md': 'x',
    'manual.zh.html': 'x',
    'fr/step-gone.html': 'x',
    '../zh/gone.html': 'x',
  };
  const written = filesOf(small, pages, '2026-11-23');
  expect(written.has('zh/search.js')).toBe(true);
  const gone = leftOver(runOf(pages, '2026-11-23'), written, JSON.stringify({ files: before }));
  expect(gone).toEqual(['zh/step-gone.html']);
});

test('a manifest that cannot be read is nobody’s', () => {
  expect(leftOver(run, files, '{')).toEqual([]);
});

test('a run for one format keeps the digests of the other', () => {
  const manifest = manifestOf(
    small,
    run,
    digestsOf(files),
    JSON.stringify({ files: { 'manual.zh.html': 'abc', 'zh/gone.md': 'x' } }),
  );
  const { files: kept } = JSON.parse(manifest) as {
    readonly files: Readonly<Record<string, string>>;
  };
  expect(kept['manual.zh.html']).toBe('abc');
  expect(kept['zh/gone.md']).toBeUndefined();
});
