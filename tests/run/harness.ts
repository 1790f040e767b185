import type { Dossier } from '../../src/dossier/dossier.ts';
import type { JsonSchema } from '../../src/dossier/schema.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Outcome } from '../../src/evaluate/outcome.ts';
import { planOf } from '../../src/plan/from-program.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import {
  type Compiled,
  compileToClosures,
  compileToJavaScript,
  runGenerated,
} from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { worse } from '../../src/run/worse.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

export interface Book {
  readonly program: Program;
  readonly subject: Subject;
}

const title = { en: 'Test' };

/** Other files of the rulebook by their paths: JSON values, and texts as they stand. */
export type Others = Readonly<Record<string, unknown>>;

/** A rulebook of these conditions; undefined where one of them does not type. */
export function bookOf(
  conditions: readonly string[],
  schema: JsonSchema,
  others: Others = {},
  keys: Others = {},
): Book | undefined {
  const ids = conditions.map((_, index) => `TST-${String(index + 1).padStart(3, '0')}`);
  const files: Record<string, unknown> = {
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
  };
  for (const [index, require] of conditions.entries()) {
    const about = { kind: 'bank', level: 'mandatory', check: 'data', status: 'issued' };
    files[`stages/all/check/${ids[index]}-rule.yaml`] = {
      rule: ids[index],
      ...about,
      posts: ['MANAGER'],
      title,
      asOf: 'day',
      require,
      finding: { en: 'Not so' },
      editions: [{ from: '2000-01-01' }],
      ...keys,
    };
  }
  const sources = Object.entries(files).map(
    ([name, value]) =>
      [name, { name, text: typeof value === 'string' ? value : JSON.stringify(value) }] as const,
  );
  const { value: program, diagnostics } = readRulebook({ name: 'test', files: new Map(sources) });
  const wrong = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const subject = program?.subjects.get('dossier');
  if (!program || !subject || wrong.length > 0) return undefined;
  if (program.rules.length !== conditions.length) throw new Error('a rule got lost');
  return { program, subject };
}

export interface Engines {
  readonly plan: Plan;
  readonly closures: Compiled;
  readonly javascript: Compiled;
}

export const engineNames = ['closures', 'javascript'] as const;

export function enginesOf({ program, subject }: Book): Engines {
  const plan = planOf(program, subject);
  const { calendar } = program;
  return {
    plan,
    closures: compileToClosures(plan, subject.type, calendar),
    javascript: compileToJavaScript(plan, subject.type, calendar).link(runGenerated),
  };
}

/** Whether each engine lays a JSON text out. */
export function loads(engines: Engines, json: string): readonly boolean[] {
  return engineNames.map((name) => !(engines[name].load(json) instanceof Unfit));
}

/** What an engine says of a JSON text; undefined where it is not for it. */
export function verdictsOf(engine: Compiled, json: string): readonly number[] | undefined {
  const loaded = engine.load(json);
  return loaded instanceof Unfit ? undefined : [...engine.judge(loaded)];
}

/** A JSON or YAML text as the careful reading has it, and whether all of it is well formed. */
export function readDossier(
  { subject }: Book,
  json: string,
): { readonly dossier: Dossier | undefined; readonly isSound: boolean } {
  const name = json.startsWith('{') ? 'file.json' : 'file.yaml';
  const yaml = parseYaml({ name, text: json });
  const read = yaml.value && dossierFromYaml(yaml.value, subject.type);
  const problems = [...yaml.diagnostics, ...(read?.diagnostics ?? [])];
  return { dossier: read?.value, isSound: problems.length === 0 };
}

/** What the evaluator says of a well-formed JSON text, rule by rule; undefined where the file is malformed. */
export function reference(book: Book, json: string): readonly number[] | undefined {
  const { dossier, isSound } = readDossier(book, json);
  return dossier && isSound ? judged(book, dossier, planOf(book.program, book.subject)) : undefined;
}

/** What the evaluator says, in the order of a plan's rules. */
export function judged(
  { program, subject }: Book,
  dossier: Dossier,
  { rules }: Plan,
  today?: string,
): readonly number[] {
  const day = today === undefined ? {} : { today };
  // a plan has the drafts too: whether they count is for who reads its verdicts
  const { outcomes } = judge(program, subject, dossier, { ...day, drafts: true });
  const byRule = Map.groupBy(outcomes, ({ rule }) => rule);
  return rules.map(({ id }) => worstOf(byRule.get(id) ?? []));
}

/** What a rule says of a file whose elements it says these of. */
export function worstOf(outcomes: readonly Outcome[]): number {
  return outcomes
    .map(codeOf)
    .reduce<number>((worst, code) => worse(worst, code), verdicts['not-applicable']);
}

function codeOf({ status, manual, missing }: Outcome): number {
  if (status === 'not-due') return verdicts['not-applicable'];
  if (manual && status === 'cannot-tell' && missing.length === 0) return verdicts.waiting;
  return verdicts[status];
}

/** What a verdict is called. */
export function nameOf(verdict: number): keyof typeof verdicts {
  for (const name of [
    'fail',
    'pass',
    'cannot-tell',
    'not-applicable',
    'waived',
    'waiting',
  ] as const)
    if (verdicts[name] === verdict) return name;
  return 'slow';
}

/** How an engine stands beside the evaluator on one file. */
export interface Agreement {
  readonly compared: number;
  readonly left: number;
  /** `TST-001: closures 1, evaluator 0` */
  readonly differing: readonly string[];
}

/**
 * Compares both engines with the evaluator, on the file as text and as it was read; as text a malformed one has to be
 * left to it.
 */
export function agreement(book: Book, engines: Engines, json: string): Agreement {
  const { dossier, isSound } = readDossier(book, json);
  if (!dossier) return { compared: 0, left: 0, differing: [] };
  const expected = judged(book, dossier, engines.plan);
  const differing: string[] = [];
  let compared = 0;
  let left = 0;
  for (const name of engineNames) {
    const engine = engines[name];
    const text = engine.load(json);
    if (!isSound && !(text instanceof Unfit)) differing.push(`${name}: loaded a malformed file`);
    for (const loaded of [text, engine.loadValues(dossier.root)]) {
      if (loaded instanceof Unfit) continue;
      for (const [place, verdict] of engine.judge(loaded).entries()) {
        if (verdict === verdicts.slow) left += 1;
        else compared += 1;
        if (verdict !== verdicts.slow && verdict !== expected[place]) {
          const how = loaded === text ? 'text' : 'values';
          differing.push(
            `${engine.rules[place]}: ${name} of ${how} ${verdict}, evaluator ${expected[place]}`,
          );
        }
      }
    }
  }
  return { compared, left, differing };
}
