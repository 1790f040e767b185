import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from 'vitest';

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  }),
) as readonly [{ readonly files: readonly { readonly path: string }[] }];
const files = packed.files.map(({ path }) => path);

/** What stays in the repository: the code and its tests, measurements, and the manual, which the program makes. */
const atHome = /^(?:src|tests|bench|conformance|scripts|docs\/manual)(?:\/|$)/u;

describe('the npm package', () => {
  test('has the page of every code', () => {
    const pages = globSync('docs/codes/*/*.md').toSorted();
    expect(pages.length).toBeGreaterThan(100);
    expect(files).toEqual(expect.arrayContaining(pages));
  });

  test('has what the program reads beside its own code', () => {
    for (const path of ['rules/rulebook.yaml', 'schemas/rule.schema.json', 'bin/shouze.js'])
      expect(files).toContain(path);
    expect(files.filter((path) => atHome.test(path))).toEqual([]);
  });

  const pages = files.filter(
    (path) => path.endsWith('.md') && !/^(?:docs\/codes\/|rules\/)/u.test(path),
  );
  test.each(pages)('%s points to nothing that is not there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/gu)]
      .map(([, to = '']) => to)
      .filter((to) => !/^[a-z]+:/u.test(to))
      .map((to) => normalize(join(dirname(page), to)).replace(/\/$/u, ''));
    const broken = links.filter(
      (to) => !atHome.test(to) && !files.some((path) => path === to || path.startsWith(`${to}/`)),
    );
    expect(broken).toEqual([]);
  });

  test.each(['README.md', 'README.zh.md'])('%s points to nothing outside it', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#:]+)\)/gu)];
    expect(links.map(([, to = '']) => to).filter((to) => atHome.test(to))).toEqual([]);
  });
});
