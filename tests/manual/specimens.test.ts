import { describe, expect, test } from 'vitest';

import { type ManualRun, textFiles } from '../../src/cli/manual-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { manual } from '../../src/manual/from-program.ts';
import { readRulebook } from '../../src/program/read.ts';
import { documentsOf, runOf, shipped } from './harness.ts';

const { folder } = rulebookFolder('tests/manual/fixture');

/** The small rulebook with a specimen of its only document. */
function withSpecimen(specimen: string) {
  const path = 'documents.yaml';
  const text = `${folder.files.get(path)?.text}    specimen: ${specimen}\n`;
  const files = new Map([...folder.files, [path, { name: path, text }]]);
  return readRulebook({ ...folder, files });
}

function specimensOf(program: typeof shipped, language = 'zh') {
  return manual(program, { language, asOf: '2026-11-23', examples: new Map() }).specimens;
}

describe('a form', () => {
  test('is filled in from the file, in the words of the manual', () => {
    const { value } = withSpecimen(
      '{ by: ASSESSOR, of: base, fields: [day, price, grade, events] }',
    );
    const [form] = value ? specimensOf(value) : [];
    expect(form).toMatchObject({ document: { title: '付款凭证' }, product: undefined });
    expect(form?.lines.map(({ says }) => says)).toEqual(['2025-05-06', '1,000元', '甲等', '无']);
  });

  test.each([
    ['a post', '{ by: ASSESSORS, of: base, fields: [day] }', 'rulebook/unknown-reference'],
    ['a file', '{ by: ASSESSOR, of: bases, fields: [day] }', 'rulebook/unknown-reference'],
    ['a field', '{ by: ASSESSOR, of: base, fields: [dya] }', 'program/unknown-path'],
    ['no field', '{ by: ASSESSOR, of: base, fields: [] }', 'rulebook/schema'],
  ])('names %s that is not there', (_, specimen, code) => {
    const { diagnostics } = withSpecimen(specimen);
    expect(
      diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code),
    ).toEqual([code]);
  });
});

describe.each(['zh', 'en'])('the forms of the shipped rulebook: %s', (language) => {
  const forms = specimensOf(shipped, language);

  test('leave no line blank, and repeat no title', () => {
    expect(forms.length).toBeGreaterThanOrEqual(6);
    for (const { lines } of forms) {
      expect(lines.filter(({ says }) => says === '')).toEqual([]);
      expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length);
    }
  });

  test('show nobody’s name or number', () => {
    const said = forms.flatMap(({ lines }) => lines.map(({ says }) => says)).join('\n');
    for (const person of ['梁', '许'])
      expect(said).not.toMatch(new RegExp(`${person}\\p{Script=Han}`, 'u'));
    expect(said).not.toMatch(/\d{17}[\dX]/u);
  });
});

test.each<[string, NonNullable<ManualRun['selection']>, number]>([
  ['of its product', { product: 'HOUSING', audience: 'operation' }, 9],
  ['of another', { product: 'CONSUMER' }, 0],
  ['of a stage, those that its steps and rules name', { stage: 'identify-and-sell' }, 4],
])('a part has the forms %s', (_, selection, count) => {
  const run = { ...runOf(['md'], '2026-11-23'), selection };
  const text = textFiles(documentsOf(shipped, run), run).get('zh/appendix-specimens.md') ?? '';
  expect(text.match(/^## /gmu)?.length ?? 0).toBe(count);
});
