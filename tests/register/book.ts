import { dossierOfJson, type Engine, engineOf, type FileToJudge } from '../../src/check/engine.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { FileOptions, Judgement } from '../../src/evaluate/outcome.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { yamlOf } from '../evaluate/shipped.ts';

/** Keys of a rule on rows, or with `subject: register` on the file; `stage: second` puts it into the gated one. */
export type Keys = Readonly<Record<string, unknown>> & { readonly stage?: 'first' | 'second' };

export interface Book {
  readonly program: Program;
  readonly subject: Subject;
  readonly engines: readonly (readonly [string, Engine])[];
}

const title = { en: 'Test' };

const money = { type: 'number', 'x-unit': 'money' };
const date = { type: 'string', format: 'date' };

export const schema = {
  type: 'object',
  properties: {
    head: {
      type: 'object',
      title: 'Head',
      properties: {
        id: { type: 'string', 'x-title': { en: 'Register' } },
        year: { type: 'integer', minimum: 2000, maximum: 2100, 'x-title': { en: 'Year' } },
        filedOn: { ...date, 'x-title': { en: 'Filed on' } },
        limit: { ...money, 'x-title': { en: 'Limit' } },
      },
    },
    rows: {
      type: 'array',
      'x-title': { en: 'Rows' },
      items: {
        type: 'object',
        properties: {
          uid: { type: 'string', 'x-title': { en: 'Identifier' } },
          kind: { enum: ['LOAN', 'LEASE'], 'x-title': { en: 'Kind' } },
          amount: { ...money, 'x-title': { en: 'Amount' } },
          balance: { ...money, minimum: 0, 'x-title': { en: 'Balance' } },
          signedOn: { ...date, 'x-title': { en: 'Signed on' } },
        },
      },
    },
  },
};

/** A rulebook for registers; says what is wrong with it, if anything is. */
export function readBook(
  rules: readonly Keys[],
  others: Readonly<Record<string, unknown>> = {},
): ReturnType<typeof readRulebook> {
  const ids = rules.map((_, index) => `TST-${String(index + 1).padStart(3, '0')}`);
  const inStage = (wanted: string) =>
    ids.filter((_, index) => (rules[index]?.stage ?? 'first') === wanted);
  const about = { kind: 'bank', level: 'mandatory', check: 'data', status: 'issued' };
  const written = rules.map(({ stage = 'first', ...keys }, index) => [
    `stages/${stage}/check-${stage}/${ids[index]}-rule.yaml`,
    {
      rule: ids[index],
      ...about,
      subject: 'entry',
      posts: ['MANAGER'],
      title,
      asOf: 'head.filedOn',
      finding: { en: 'Not so' },
      editions: [{ from: '2000-01-01' }],
      ...keys,
    },
  ]);
  const step = (stage: string) => [
    `stages/${stage}/check-${stage}/step.yaml`,
    { step: `check-${stage}`, title, purpose: title, rules: inStage(stage) },
  ];
  const files: Readonly<Record<string, unknown>> = {
    'rulebook.yaml': {
      format: 1,
      id: 'test',
      version: '1.0.0',
      title,
      issuer: title,
      languages: ['en'],
      currency: 'EUR',
      subjects: {
        register: { title: { en: 'Register' }, schema: 'schema.json', id: 'head.id' },
        entry: { title: { en: 'Entry' }, rows: 'register.rows' },
      },
      stages: [
        { stage: 'first', title: { en: 'Form' }, steps: ['check-first'] },
        {
          stage: 'second',
          title: { en: 'Sense' },
          onlyAfter: 'first',
          steps: ['check-second'],
        },
      ],
    },
    'schema.json': schema,
    ...Object.fromEntries([step('first'), step('second')]),
    ...others,
    ...Object.fromEntries(written),
  };
  const sources = Object.entries(files).map(
    ([name, value]) => [name, { name, text: JSON.stringify(value) }] as const,
  );
  return readRulebook({ name: 'test', files: new Map(sources) });
}

/** A rulebook for registers, which has to be sound. */
export function bookOf(
  rules: readonly Keys[],
  others: Readonly<Record<string, unknown>> = {},
): Book {
  const { value: program, diagnostics } = readBook(rules, others);
  const wrong = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const subject = program?.subjects.get('register');
  if (!program || !subject || wrong.length > 0 || program.rules.length < rules.length)
    throw new Error(JSON.stringify(wrong.map(({ code, params }) => ({ code, params }))));
  const engines = [
    ['closures', engineOf(program)],
    ['generated', engineOf(program, runGenerated)],
  ] as const;
  return { program, subject, engines };
}

/** Reads a register with care. */
export function read({ subject }: Book, text: string): Dossier {
  const { value } = dossierFromYaml(yamlOf(text), subject.type);
  if (!value) throw new Error(`no register: ${text.slice(0, 200)}`);
  return value;
}

/** What the evaluator alone says of a register. */
export function judged(book: Book, text: string, options: FileOptions = {}): Judgement {
  return judge(book.program, book.subject, read(book, text), options);
}

/** What every engine says of a JSON text, laid out in one go and read with care. */
export function byEngines(
  book: Book,
  text: string,
  options: FileOptions = {},
): readonly (readonly [string, Judgement])[] {
  const { subject } = book;
  const parsed = JSON.parse(text) as object;
  return book.engines.flatMap(([name, engine]) => {
    const files: (readonly [string, FileToJudge])[] = [
      [`${name}, with care`, { subject, dossier: read(book, text), ...options }],
    ];
    const loaded = engine.load(text, subject, parsed);
    const dossier = dossierOfJson({ name: 'register.json', text }, parsed, subject.type);
    if (loaded) files.push([`${name}, in one go`, { subject, dossier, loaded, ...options }]);
    return files.flatMap(([how, file]) =>
      engine.judge([file], options).map((judgement) => [how, judgement] as const),
    );
  });
}

/** `TST-001 pass ×2 | TST-001 3 fail /rows/2/amount`, in a line each. */
export function lines({ outcomes }: Judgement): readonly string[] {
  return outcomes.map(({ rule, row, rows, status, at, missing, heldBy, related, ...more }) =>
    [
      rule,
      ...(row === undefined ? [] : [String(row)]),
      status,
      ...(rows === undefined ? [] : [`×${rows}`]),
      ...(heldBy === undefined ? [] : [`held by ${heldBy}`]),
      ...(status === 'fail' ? [at, ...related] : []),
      ...(more.moreRelated === undefined ? [] : [`and ${more.moreRelated} more`]),
      ...missing.map(({ why, pointer }) => `${why} ${pointer}`),
    ].join(' '),
  );
}
