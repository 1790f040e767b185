import {
  type Compiled,
  compileToClosures,
  compileToJavaScript,
  runGenerated,
} from '../../src/compile/compile.ts';
import { verdicts } from '../../src/compile/frame.ts';
import { worse } from '../../src/compile/judge.ts';
import type { JsonSchema } from '../../src/dossier/schema.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { fileSchemas } from '../../src/io/rulebook.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

export interface Book {
  readonly program: Program;
  readonly subject: Subject;
}

const title = { en: 'Test' };
const schemas = fileSchemas();

/** Other files of the rulebook, as JSON values by their paths. */
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
    ([name, value]) => [name, { name, text: JSON.stringify(value) }] as const,
  );
  const { value: program, diagnostics } = readRulebook(
    { name: 'test', files: new Map(sources) },
    schemas,
  );
  const wrong = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const subject = program?.subjects.get('dossier');
  if (!program || !subject || wrong.length > 0) return undefined;
  if (program.rules.length !== conditions.length) throw new Error('a rule got lost');
  return { program, subject };
}

export interface Engines {
  readonly closures: Compiled;
  readonly javascript: Compiled;
}

export function enginesOf({ program, subject }: Book): Engines {
  return {
    closures: compileToClosures(program, subject),
    javascript: compileToJavaScript(program, subject).link(runGenerated),
  };
}

/** What the reference path says of a JSON text, rule by rule; undefined where the file is malformed. */
export function reference({ program, subject }: Book, json: string): readonly number[] | undefined {
  const yaml = parseYaml({ name: 'file.json', text: json });
  const read = yaml.value && dossierFromYaml(yaml.value, subject.type);
  if (!read?.value || yaml.diagnostics.length > 0 || read.diagnostics.length > 0) return undefined;
  const session = newSession(program, read.value, subject);
  return program.rules
    .filter((rule) => rule.subject === subject)
    .map((rule) =>
      judgeRule(rule, session, {}).reduce<number>(
        (worst, { status }) =>
          worse(
            worst,
            status === 'not-due' || status === 'waived' ? verdicts.fail : verdicts[status],
          ),
        verdicts['not-applicable'],
      ),
    );
}

/** How an engine stands beside the reference path on one file. */
export interface Agreement {
  readonly compared: number;
  readonly left: number;
  /** `TST-001: closures 1, reference 0` */
  readonly differing: readonly string[];
}

/** Compares both engines with the reference path; a malformed file has to be left to it. */
export function agreement(book: Book, engines: Engines, json: string): Agreement {
  const expected = reference(book, json);
  const differing: string[] = [];
  let compared = 0;
  let left = 0;
  for (const [name, engine] of Object.entries(engines)) {
    const loaded = (engine as Compiled).load(json);
    if (!loaded) continue;
    if (!expected) {
      differing.push(`${name}: loaded a malformed file`);
      continue;
    }
    for (const [place, verdict] of (engine as Compiled).judge(loaded).entries()) {
      if (verdict === verdicts.slow) left += 1;
      else {
        compared += 1;
        if (verdict !== expected[place])
          differing.push(
            `${(engine as Compiled).rules[place]}: ${name} ${verdict}, reference ${expected[place]}`,
          );
      }
    }
  }
  return { compared, left, differing };
}
