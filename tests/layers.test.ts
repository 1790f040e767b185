import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { expect, test } from 'vitest';

import { hosts, layers } from './layers.ts';

const specifier = /(?:from|import)\s*\(?\s*'([^']+)'/gu;

const files = globSync('src/**/*.{ts,tsx}').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

const imports = files.flatMap(({ file, text }) =>
  [...text.matchAll(specifier)].map(([, to = '']) => ({
    file,
    layer: layerOf(file),
    to: to.startsWith('.') ? join(dirname(file), to) : to,
  })),
);

function layerOf(file: string): string {
  return (
    relative('src', file)
      .replace(/\.tsx?$/u, '')
      .split('/')[0] ?? ''
  );
}

test('every folder is a layer', () => {
  const found = new Set(files.map(({ file }) => layerOf(file)));
  expect([...found].filter((name) => !Object.hasOwn(layers, name))).toEqual([]);
});

test('layers are listed bottom to top', () => {
  const names = Object.keys(layers);
  for (const [name, allowed] of Object.entries(layers)) {
    const above = names.slice(names.indexOf(name));
    expect(allowed.filter((other) => above.includes(other))).toEqual([]);
  }
});

test('every import stays within its layer or goes to a layer allowed below', () => {
  const wrong = imports.filter(({ layer, to }) => {
    if (!to.startsWith('src/') || layerOf(to) === layer) return false;
    return layers[layer]?.includes(layerOf(to)) !== true;
  });
  expect(wrong).toEqual([]);
});

test('every edge that is allowed is used, but for the layers on top, which may use all below', () => {
  const used = new Set(imports.map(({ layer, to }) => `${layer} -> ${layerOf(to)}`));
  const inner = Object.entries(layers).filter(
    ([layer]) => !['index', 'cli', 'desk', 'web'].includes(layer),
  );
  const idle = inner.flatMap(([layer, allowed]) =>
    allowed.map((below) => `${layer} -> ${below}`).filter((edge) => !used.has(edge)),
  );
  expect(idle).toEqual([]);
});

test('only hosts use Node', () => {
  const wrong = imports.filter(({ layer, to }) => isBuiltin(to) && !hosts.includes(layer));
  expect(wrong).toEqual([]);
});

test('an import goes to the defining file, never to a folder', () => {
  const wrong = imports.filter(
    ({ to }) =>
      to.startsWith('src/') && (!/\.(?:js|tsx?|css)$/u.test(to) || to.endsWith('/index.ts')),
  );
  expect(wrong).toEqual([]);
});

test('names are exported, nothing by default', () => {
  const wrong = files.filter(({ text }) =>
    /^export (?:default|\{[^}]*\bas default\b)/mu.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
