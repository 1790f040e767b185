import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { describe, expect, test } from 'vitest';

import { shapesModule, shapesText } from '../../scripts/shapes.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { FileKind } from '../../src/rulebook/shape.ts';
import { validators } from '../../src/rulebook/shapes.js';
import { parseYaml } from '../../src/yaml/parse.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { slip } from '../slips.ts';

test(`${shapesModule} follows schemas/ (\`npm run schemas\` writes it anew)`, () => {
  expect(readFileSync(shapesModule, 'utf8')).toBe(shapesText());
});

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });

/** What is told of an error: not the way to its schema, which is another where schemas are in one. */
function facts({
  instancePath,
  keyword,
  params,
  message,
  propertyName,
  parentSchema,
}: ErrorObject) {
  const known = Object.keys((parentSchema?.['properties'] ?? {}) as object);
  return { instancePath, keyword, params, message, propertyName, known };
}

function schemaOf(kind: FileKind): object {
  return JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as object;
}

describe('files with slips in them', () => {
  const files = ['rules', 'examples/branch', 'examples/code-sets'].flatMap((folder) => [
    ...rulebookFolder(folder).folder.files,
  ]);

  test.each([
    ['rule', /^stages\/.*-\d+-[^.]*\.yaml$/u],
    ['addition', /^stages\/.*-\d+-[^.]*\.yaml$/u],
    ['cases', /\.cases\.yaml$/u],
    ['step', /step\.yaml$/u],
    ['table', /^tables\//u],
    ['parameter', /^parameters\//u],
    ['movement', /^parameters\//u],
    ['rulebook', /^rulebook/u],
    ['extension', /^rulebook/u],
    ['posts', /^posts/u],
    ['catalogue', /^documents/u],
    ['measure', /^measures\//u],
    ['calendar', /^calendars\//u],
    ['codes', /^codes\/.*yaml$/u],
    ['definitions', /^definitions/u],
    ['reviewed', /^reviewed/u],
  ] as const)('%s: the errors of its schema, in the order of ajv', (kind, pattern) => {
    const byAjv = ajv.compile(schemaOf(kind));
    const check = validators[kind];
    const texts = files.flatMap(([path, { text }]) => (pattern.test(path) ? [text] : []));
    let faulty = 0;
    for (let round = 0; round < 120; round += 1) {
      const text = texts[(round * 7) % texts.length] ?? '';
      const wrong = slip(slip(text, { line: round * 31, kind: round, at: round * 17 }), {
        line: round * 13,
        kind: round * 5 + 3,
        at: round,
      });
      const { value } = parseYaml({ name: 'file.yaml', text: wrong });
      if (!value) continue;
      const data = plainOf(value);
      expect(check(data)).toBe(byAjv(data));
      expect(check.errors?.map(facts)).toEqual(byAjv.errors?.map(facts));
      if (check.errors) faulty += 1;
    }
    expect(faulty).toBeGreaterThan(3);
  });
});

test('errors are told in time that grows as they do', { timeout: 20_000 }, () => {
  const count = 200_000;
  const { cases } = validators;
  cases({ rule: 'T-1', cases: Array.from({ length: count }, () => ({ a: 1 })) });
  expect(cases.errors?.length).toBeGreaterThan(count);
});
