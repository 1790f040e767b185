import type { JsonSchema } from '../../src/dossier/schema.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';

export interface Book {
  readonly program: Program;
  readonly subject: Subject;
}

const title = { en: 'Test' };

/** A rulebook of these conditions, one rule each; says which does not type. */
export function bookOf(
  conditions: readonly string[],
  schema: JsonSchema,
  others: Readonly<Record<string, unknown>> = {},
): Book {
  const ids = conditions.map((_, index) => `TST-${String(index + 1).padStart(3, '0')}`);
  const about = { kind: 'bank', level: 'mandatory', check: 'data', status: 'issued' };
  const rules = conditions.map((require, index) => [
    `stages/all/check/${ids[index]}-rule.yaml`,
    {
      rule: ids[index],
      ...about,
      posts: ['MANAGER'],
      title,
      asOf: 'day',
      require,
      finding: { en: 'Not so' },
      editions: [{ from: '2000-01-01' }],
    },
  ]);
  const files: Readonly<Record<string, unknown>> = {
    'rulebook.yaml': {
      format: 1,
      id: 'test',
      version: '1.0.0',
      title,
      issuer: title,
      languages: ['en'],
      calendar: 'own',
      currency: 'CNY',
      zone: '+08:00',
      subjects: { dossier: { title, schema: 'schema.json', id: 'id' } },
      stages: [{ stage: 'all', title, steps: ['check'] }],
    },
    'calendars/own.yaml': {
      calendar: 'own',
      title,
      years: [
        { year: 2023, basis: [], holidays: ['2023-01-01', '2023-12-29'], workdays: ['2023-12-30'] },
        { year: 2024, basis: [], holidays: ['2024-01-01', '2024-02-29'], workdays: ['2024-02-04'] },
      ],
    },
    'schema.json': schema,
    'stages/all/check/step.yaml': { step: 'check', title, purpose: title, rules: ids },
    ...others,
    ...Object.fromEntries(rules),
  };
  const sources = Object.entries(files).map(
    ([name, value]) =>
      [name, { name, text: typeof value === 'string' ? value : JSON.stringify(value) }] as const,
  );
  const { value: program, diagnostics } = readRulebook({ name: 'test', files: new Map(sources) });
  const wrong = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const subject = program?.subjects.get('dossier');
  if (!program || !subject || wrong.length > 0)
    throw new Error(
      wrong
        .map(
          ({ code, span, params }) =>
            `${code} ${span.source.text.slice(span.start, span.end)} ${JSON.stringify(params, undefined, 0).slice(0, 200)} ${span.source.name}`,
        )
        .join('\n'),
    );
  return { program, subject };
}
