import type { Source } from '../src/base/source.ts';
import type { Program, Subject } from '../src/program/ast.ts';
import { readRulebook } from '../src/program/read.ts';
import { loanFileSchema } from './dossier/schema.ts';
import { definitions, maximumLoanToValue, parameters } from './rules/formulas.ts';

/** What a rule says, without what it would say by hand. */
export interface RuleText {
  readonly id: string;
  readonly when?: string;
  readonly require: string;
}

export interface Book {
  readonly program: Program;
  readonly subject: Subject;
}

/** The first day of every rule and limit. */
const from = '2020-01-01';

/** A typed program of these rules, in their order. Throws when one of them is wrong. */
export function bookOf(rules: readonly RuleText[]): Book {
  const { value: program, diagnostics } = readRulebook(
    { name: 'bench', files: filesOf(rules) },
  );
  // posts, clauses and cases are not what is measured here
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const subject = program?.subjects.get('dossier');
  if (!program || !subject || errors.length > 0 || program.rules.length !== rules.length) {
    throw new Error(
      `the benchmark's rulebook is wrong: ${JSON.stringify(errors.slice(0, 5).map(({ code, params, span }) => [code, params, span.source.name]))}`,
    );
  }
  return { program, subject };
}

/** The files of the rulebook, as JSON, which is YAML. */
export function filesOf(rules: readonly RuleText[]): ReadonlyMap<string, Source> {
  const title = { en: 'Benchmark' };
  const files: Record<string, unknown> = {
    'rulebook.yaml': {
      format: 1,
      id: 'bench',
      version: '1.0.0',
      title,
      issuer: title,
      languages: ['en'],
      currency: 'CNY',
      zone: '+08:00',
      subjects: { dossier: { title, schema: 'schema.json', id: 'file.id' } },
      stages: [{ stage: 'all', title, steps: ['check'] }],
    },
    'schema.json': loanFileSchema,
    'definitions.yaml': {
      definitions: Object.entries(definitions).map(([definition, is]) => ({
        definition,
        title,
        editions: [{ from, is }],
      })),
    },
    'tables/maximumLoanToValue.yaml': {
      table: 'maximumLoanToValue',
      title,
      hit: 'first',
      inputs: maximumLoanToValue.inputs.map((is) => ({ is })),
      outputs: [{ output: 'limit', title, unit: 'ratio' }],
      editions: [
        {
          from,
          basis: [],
          rows: maximumLoanToValue.rows.map(({ when, limit }) => ({ when, then: [limit] })),
        },
      ],
    },
    'stages/all/check/step.yaml': {
      step: 'check',
      title,
      purpose: title,
      rules: rules.map(({ id }) => id),
    },
  };
  for (const [parameter, { unit, editions }] of Object.entries(parameters)) {
    const dated = editions.map((edition) => ({ ...edition, basis: [] }));
    files[`parameters/${parameter}.yaml`] = { parameter, title, unit, editions: dated };
  }
  for (const { id, when, require } of rules) {
    const own = {
      asOf: 'loan.appliedOn',
      ...(when !== undefined && { when }),
      require,
      finding: { en: 'Not so' },
    };
    const about = {
      kind: 'bank',
      level: 'mandatory',
      check: 'data',
      status: 'issued',
      posts: ['CUSTOMER_MANAGER'],
    };
    files[`stages/all/check/${id}-rule.yaml`] = {
      rule: id,
      ...about,
      title,
      ...own,
      editions: [{ from }],
    };
  }
  return new Map(
    Object.entries(files).map(([path, value]) => [
      path,
      { name: path, text: JSON.stringify(value) },
    ]),
  );
}

/** As many rules as asked: the given ones, then copies with other constants. */
export function manyRules(rules: readonly RuleText[], wanted: number): readonly RuleText[] {
  return Array.from({ length: wanted }, (_, index) => {
    const rule = rules[index % rules.length];
    if (!rule) throw new Error('no rules to copy');
    const round = Math.floor(index / rules.length);
    return round === 0
      ? rule
      : {
          ...rule,
          id: rule.id.replace('-', `-${round}`),
          require: withOtherConstants(rule.require, round),
        };
  });
}

/** The same text with every number above 1 raised, and every fraction made a little larger. */
function withOtherConstants(text: string, round: number): string {
  return text.replaceAll(/"[^"]*"|\[1\]|[a-zA-Z]\w*|\d+(?:\.\d+)?/gu, (token) => {
    if (!/^\d/u.test(token) || token === '0' || token === '1') return token;
    if (token.includes('.')) return (Number(token) + round / 10_000).toFixed(4);
    return String(Number(token) + round);
  });
}
