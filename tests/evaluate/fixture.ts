import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Source } from '../../src/base/source.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { pathOf } from '../../src/dossier/path.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Answers, JudgeOptions, Judgement, Outcome } from '../../src/evaluate/outcome.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { yamlOf } from './shipped.ts';

/** Keys of the rule under test that differ from the plain one below. */
export type Keys = Readonly<Record<string, unknown>>;

const plain: Keys = {
  rule: 'TST-001',
  kind: 'bank',
  level: 'mandatory',
  check: 'data',
  status: 'issued',
  posts: ['MANAGER'],
  title: { en: 'The rule under test' },
  asOf: 'day',
  basis: ['T-1#all'],
  finding: { en: 'Not so' },
  editions: [{ from: '2000-01-01' }],
};

const programs = new Map<string, Program>();
const files = rulebookFolder('tests/evaluate/fixture').folder.files;

/** The fixture's rulebook with `TST-001` in its step `decide`; changes of other files by their path. */
export function programWith(keys: Keys, others: Readonly<Record<string, string>> = {}): Program {
  const rule = JSON.stringify({ require: 'true', ...plain, ...keys });
  const id = rule + JSON.stringify(others);
  const known = programs.get(id);
  if (known) return known;
  const changed = { 'stages/work/decide/TST-001-under-test.yaml': rule, ...others };
  const own = Object.entries(changed).map(([path, text]): [string, Source] => [
    path,
    { name: path, text },
  ]);
  const { value, diagnostics } = readRulebook({
    name: 'fixture',
    files: new Map([...files, ...own]),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0)
    throw new Error(JSON.stringify(errors.map(({ code, params }) => ({ code, params }))));
  programs.set(id, value);
  return value;
}

export interface Verdict extends Judgement {
  /** `pass`; `cannot-tell: amount, items[A].day`; one for each element, `A pass | B fail`. */
  readonly of: (rule: string) => string;
  readonly codes: readonly string[];
}

/** Judges a file written in YAML. */
export function judgeWith(
  program: Program,
  file: string,
  options: JudgeOptions = {},
  answers?: Answers,
): Verdict {
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const { type } = subject;
  const { value: dossier, diagnostics } = dossierFromYaml(yamlOf(file), type);
  if (!dossier) throw new Error(`no dossier: ${file}`);
  const { root } = dossier;
  const judgement = judge(program, subject, dossier, { ...options, ...(answers && { answers }) });
  return {
    ...judgement,
    of: (rule) =>
      judgement.outcomes
        .filter((one) => one.rule === rule)
        .map(said)
        .join(' | '),
    codes: diagnostics.map(({ code }) => code),
  };

  function said({ element, status, missing }: Outcome): string {
    const paths = missing.map(({ pointer }) =>
      pointer.startsWith('/') ? pathOf(pointer, root, type) : pointer,
    );
    const what = status === 'cannot-tell' ? `${status}: ${paths.toSorted().join(', ')}` : status;
    return element === null ? what : `${element} ${what}`;
  }
}

/** What the rule under test says of a file. */
export function outcome(keys: Keys, file: string, options: JudgeOptions = {}): string {
  return judgeWith(programWith(keys), file, options).of('TST-001');
}
