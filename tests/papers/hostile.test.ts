import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { fileName } from '../../src/base/file-name.ts';
import { plainText } from '../../src/document/prose.ts';
import { readXml } from '../../src/xlsx/xml.ts';
import { put, shouze, temporary } from '../cli/harness.ts';
import { onDisk } from '../words/harness.ts';

/** What would do harm as a formula, as markup, as a command or as a path. */
const hostile = [
  `=cmd|'/c calc'!A1`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</w:t></w:r><w:hyperlink/>',
  '</failure><testcase/>]]>',
  '[a](javascript:alert(1)) ![b](https://example.org/x.png)',
  'a\n::error::b\r\n::set-env name=x::y',
  '../../outside',
  '/etc/passwd',
  'CON',
  '..',
  'nul\0\u0007\ufffe',
  'half \ud800',
  '& < > " \'',
  '# one\n\n- two',
  '{0} %0A %25 $(id) `id`',
  '\u202Etxt.exe',
  '| a | b |',
  'https://example.org www.example.org',
  '_x0041_',
];

const title = (en: string) => `title: { en: ${JSON.stringify(en)} }`;

const book = {
  'rulebook.yaml': [
    'format: 1',
    'id: book',
    'version: 1.0.0',
    title('=Book <b>'),
    'issuer: { en: "@Us" }',
    'languages: [en]',
    'currency: CNY',
    'remedies: { at-once: { title: { en: "<at> once" }, workingDays: 0 } }',
    'subjects:',
    '  file:',
    '    title: { en: File }',
    '    schema: file.json',
    '    id: id',
    '    about: { number: [number], branch: [branch], officer: [officer], amount: [amount] }',
    'rules: [A1, A2]',
    '',
  ].join('\n'),
  'file.json': JSON.stringify({
    type: 'object',
    properties: {
      id: { type: 'string' },
      number: { type: 'string' },
      branch: { type: 'string' },
      officer: { type: 'string' },
      amount: { type: 'number', 'x-unit': 'money' },
    },
  }),
  'rules/A1.yaml': [
    'rule: A1',
    title('<b>=A1</b> [x](javascript:y)'),
    'require: amount <= 1 and officer = "nobody"',
    'finding: { en: "officer {officer}" }',
    'remedy: { when: at-once, text: { en: "=1+1 <i>" } }',
    '',
  ].join('\n'),
  'rules/A2.yaml': `rule: A2\n${title('only who has')}\nrequire: number != branch\n`,
};

/** One file a hostile text, which stands in all its fields. */
function given(): { readonly rulebook: string; readonly path: string } {
  const lines = hostile.map((text, index) =>
    JSON.stringify({
      id: `${text}${index}`,
      number: text,
      branch: text,
      officer: text,
      amount: 1000 + index,
    }),
  );
  return { rulebook: onDisk(book), path: put(temporary(), 'files.ndjson', lines.join('\n')) };
}

async function check(format: string, ...more: readonly string[]) {
  const { rulebook, path } = given();
  const args = ['check', path, '--rulebook', rulebook, '--unmask', '--format', format, ...more];
  return shouze(...args);
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

/** The names of all elements; throws where it is not well-formed. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  readXml(Buffer.from(xml), { open: (name) => names.push(name) });
  return names;
}

test('no cell of the register is a formula', async () => {
  const out = join(temporary(), 'register.xlsx');
  await check('register', '--out', out);
  const parts = partsOf(readFileSync(out));
  const names = [...parts].flatMap(([, text]) => elementsOf(text));
  expect(names.filter((name) => name === 'c').length).toBeGreaterThan(hostile.length * 20);
  expect(names).not.toContain('f');
  expect(names).not.toContain('hyperlink');
  expect(parts.get('xl/sharedStrings.xml')).toContain('=cmd|');
});

describe.each(['confirmation', 'notice', 'workpaper'])('%s', (format) => {
  test('is DOCX without links or markup of a text, and stays in its folder', async () => {
    const around = temporary();
    const out = join(around, 'papers');
    const { code, err } = await check(format, '--out', out);
    expect(err).toContain(`${hostile.length} papers`);
    expect(code).toBe(1);
    expect(readdirSync(around)).toEqual(['papers']);
    const files = readdirSync(out, { withFileTypes: true });
    expect(files).toHaveLength(hostile.length);
    for (const file of files) {
      expect(file.isFile()).toBe(true);
      const parts = partsOf(readFileSync(join(out, file.name)));
      const names = elementsOf(parts.get('word/document.xml') ?? '');
      expect(names).toContain('t');
      expect(names).not.toContain('hyperlink');
      expect(parts.get('word/document.xml')).not.toMatch(/<script|<img/u);
    }
  });

  test('is Markdown in which no text is markup', async () => {
    const out = join(temporary(), 'papers');
    await check(format, '--paper', 'md', '--out', out);
    for (const name of readdirSync(out)) {
      const kinds = kindsIn(readFileSync(join(out, name), 'utf8'));
      expect(kinds).toContain('table');
      for (const kind of ['link', 'image', 'definition', 'code']) expect(kinds).not.toContain(kind);
      // the anchor of the title alone
      expect(kinds.filter((kind) => kind === 'html').length).toBeLessThanOrEqual(2);
    }
  });

  test('is HTML in which no text is markup', async () => {
    const out = join(temporary(), 'papers');
    await check(format, '--paper', 'html', '--out', out);
    for (const name of readdirSync(out)) {
      const page = readFileSync(join(out, name), 'utf8');
      expect(page).not.toMatch(/<script>alert|<img|<b>|<i>|href="(?!#)/u);
    }
  });
});

function kindsIn(markdown: string): readonly string[] {
  const kinds: string[] = [];
  const visit = (node: Nodes) => {
    // an address in plain sight, which leads where it says
    const isLiteral = node.type === 'link' && node.url.endsWith(plainText(node));
    kinds.push(isLiteral ? 'literal' : node.type);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return kinds;
}

test('JUnit is well-formed, and has the cases that it counts', async () => {
  const { out } = await check('junit');
  const names = elementsOf(out);
  expect(names.filter((name) => name === 'testsuite')).toHaveLength(hostile.length);
  const cases = names.filter((name) => name === 'testcase').length;
  expect(out).toContain(`<testsuites name="book 1.0.0" tests="${cases}"`);
  expect(names.filter((name) => name === 'failure').length).toBeGreaterThanOrEqual(hostile.length);
});

test('SARIF has no link in a text, and no scheme in an address', async () => {
  const { out } = await check('sarif');
  const { runs } = JSON.parse(out) as { readonly runs: readonly [{ readonly results: unknown[] }] };
  expect(runs[0].results.length).toBeGreaterThanOrEqual(hostile.length);
  const texts = out.matchAll(/"(?:text|justification)":"((?:[^"\\]|\\.)*)"/gu);
  for (const [, text = ''] of texts) expect(text).not.toContain('](');
  for (const [, uri = ''] of out.matchAll(/"uri":"([^"]*)"/gu)) expect(uri).not.toMatch(/[:?#]/u);
});

test('every line of the annotations is one of ours', async () => {
  const { out } = await check('github');
  const lines = out.split(/[\n\r\u2028\u2029]/u).filter((line) => line !== '');
  expect(lines.length).toBeGreaterThanOrEqual(hostile.length);
  for (const line of lines)
    expect(line).toMatch(
      /^::(?:error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[^,:]*::/u,
    );
});

test('a name of a file leads nowhere else, and is like no other', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (names) => {
      const taken = new Set<string>();
      const made = names.map((name) => fileName(name, taken));
      for (const name of made) {
        expect(name).not.toMatch(/[\\/:*?"<>|\p{C}]|^\.|^-|^(?:con|nul)$/iu);
        expect(name).not.toBe('');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(250);
      }
      expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
  );
});
