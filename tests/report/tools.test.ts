import { Ajv } from 'ajv';
import { expect, test } from 'vitest';

import { shouze } from '../cli/harness.ts';

const found = 'examples/dossiers/0002-down-payment-short.yaml';
const waived = 'examples/dossiers/0009-waived.yaml';
const open = 'examples/dossiers/0006-in-progress.yaml';

const text = { type: 'string', minLength: 1 };
const message = object({ text }, 'text');
const region = object({ startLine: positive(), startColumn: positive() }, 'startLine');
const location = object({
  id: { type: 'integer', minimum: 0 },
  physicalLocation: object(
    {
      artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' } }, 'uri'),
      region,
    },
    'artifactLocation',
  ),
  logicalLocations: list(object({ fullyQualifiedName: text })),
});

/** Of the schema of SARIF 2.1.0 what we write, and nothing besides. */
const sarif = object(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: text,
                  semanticVersion: text,
                  rules: {
                    ...list(
                      object(
                        {
                          id: text,
                          shortDescription: message,
                          fullDescription: message,
                          help: message,
                          defaultConfiguration: object({
                            level: { enum: ['none', 'note', 'warning', 'error'] },
                          }),
                          properties: object({ tags: { ...list(text), uniqueItems: true } }),
                        },
                        'id',
                      ),
                    ),
                    uniqueItems: true,
                  },
                },
                'name',
              ),
            },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          properties: { type: 'object' },
          invocations: list(
            object(
              {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: { type: 'array' },
              },
              'executionSuccessful',
            ),
          ),
          results: list(
            object(
              {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                kind: {
                  enum: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'],
                },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message,
                locations: list(location),
                relatedLocations: { ...list(location), uniqueItems: true },
                fingerprints: { type: 'object', additionalProperties: text },
                partialFingerprints: { type: 'object', additionalProperties: text },
                suppressions: list(
                  object(
                    {
                      kind: { enum: ['inSource', 'external'] },
                      status: { enum: ['accepted', 'underReview', 'rejected'] },
                      justification: text,
                    },
                    'kind',
                  ),
                ),
                properties: { type: 'object' },
              },
              'message',
            ),
          ),
        },
        'tool',
      ),
    ),
  },
  'version',
  'runs',
);

function object(properties: object, ...required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: 'array', items };
}

function positive(): object {
  return { type: 'integer', minimum: 1 };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly fingerprints?: Readonly<Record<string, string>>;
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}

async function sarifOf(...args: readonly string[]) {
  const { out } = await shouze('check', found, waived, open, '--format', 'sarif', ...args);
  const ajv = new Ajv({ formats: { uri: true, 'uri-reference': true } });
  const json: unknown = JSON.parse(out);
  ajv.validate(sarif, json);
  expect(ajv.errors ?? []).toEqual([]);
  const { runs } = json as {
    runs: [{ tool: { driver: { rules: { id: string }[] } }; results: Result[] }];
  };
  return { rules: runs[0].tool.driver.rules, results: runs[0].results };
}

test('SARIF keeps to its schema, and a result to its rule', async () => {
  const { rules, results } = await sarifOf();
  for (const one of results) expect(rules[one.ruleIndex]?.id).toBe(one.ruleId);
  expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['fail', 'open']));
  // the standard has no level for what is no fail
  for (const { kind, level } of results) expect(level === 'none').toBe(kind !== 'fail');
  const short = results.find(({ ruleId }) => ruleId === 'RSK-007');
  expect(short?.partialFingerprints).toEqual({ 'finding/v1': 'D-2026-000002/RSK-007' });
  expect(results.filter(({ suppressions }) => suppressions).map(({ ruleId }) => ruleId)).toEqual([
    'APR-005',
  ]);
});

test('what passes, does not apply or waits for a person is told where all outcomes are', async () => {
  const { results } = await sarifOf('--outcomes', 'all');
  expect(new Set(results.map(({ kind }) => kind))).toEqual(
    new Set(['fail', 'open', 'review', 'pass', 'notApplicable']),
  );
});

test('with nothing masked the fingerprint is whole', async () => {
  const { results } = await sarifOf('--unmask');
  expect(results[0]?.fingerprints).toEqual({ 'finding/v1': 'D-2026-000002/RSK-007' });
});

test.each(['zh', 'en'])('annotations in %s tell a finding once', async (lang) => {
  const { out } = await shouze('check', found, waived, '--format', 'github', '--lang', lang);
  await expect(out).toMatchFileSnapshot(`expected/annotations.${lang}.txt`);
});

test('JUnit in Chinese', async () => {
  const { out } = await shouze('check', found, waived, '--format', 'junit', '--lang', 'zh');
  await expect(out).toMatchFileSnapshot('expected/junit.zh.xml');
});
