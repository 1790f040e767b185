import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import type { Source, Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { aboutField } from '../program/about-fields.ts';
import { mainSubject, type Program } from '../program/ast.ts';
import type { SchemeFile, Words } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { checkShape } from '../rulebook/shape.ts';
import { parseDate } from '../values/temporal-text.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import type { NamedInScheme, SchemeProblems } from './problems.ts';
import { checkSample } from './sample.ts';

/** An inspection scheme (检查方案), every name of it the id of something in the rulebook. */
export interface Scheme {
  readonly data: SchemeFile;
  readonly branches: readonly string[];
  readonly products: readonly string[];
  readonly steps: readonly string[];
  readonly rules: readonly string[];
  /** The rules, and checks of the process, that it covers; undefined where that is all of them. */
  readonly covers: ReadonlySet<string> | undefined;
  /** What is wrong with a sample that names files, or strata, which the population has not. */
  readonly unknownIn: (
    names: readonly string[],
    population: readonly string[],
  ) => readonly Diagnostic<SchemeProblems>[];
}

type Found = Diagnostic<SchemeProblems & RulebookProblems & YamlProblems>;

/** Reads a scheme and compares what it names with a rulebook; its value is undefined where anything is wrong. */
export function schemeFrom(
  source: Source,
  program: Program,
): { readonly value: Scheme | undefined; readonly diagnostics: readonly Found[] } {
  const { value: yaml, diagnostics } = parseYaml(source);
  if (!yaml) return { value: undefined, diagnostics };
  const shape = noted<RulebookProblems>();
  const checked = checkShape('scheme', yaml, shape);
  if (!checked) return { value: undefined, diagnostics: [...diagnostics, ...shape.diagnostics] };
  const data = checked.data as SchemeFile;
  const to = noted<SchemeProblems & RulebookProblems>();
  const spanAt = (...keys: readonly (string | number)[]) => spanIn(yaml, keys);
  checkDays(data, spanAt, to);
  checkFields(data, program, spanAt, to);
  checkTargets(data, program, spanAt, to);
  checkSample(data, spanAt, to);
  const { branches, products, steps, rules } = known(program);
  const named = {
    branches: resolved('branch', data.branches, branches),
    products: resolved('product', data.products, products),
    steps: resolved('step', data.steps, steps),
    rules: resolved('rule', data.rules, rules),
  };
  const covers = coveredBy(named, program);
  if (covers?.size === 0 && to.diagnostics.length === 0)
    to.error('scheme/nothing-left', spanAt(named.rules.length > 0 ? 'rules' : 'steps'), {});
  const all = [...diagnostics, ...to.diagnostics];
  return {
    value: all.length > 0 ? undefined : { data, ...named, covers, unknownIn },
    diagnostics: all,
  };

  function unknownIn(
    names: readonly string[],
    population: readonly string[],
  ): readonly Diagnostic<SchemeProblems>[] {
    const strange = noted<SchemeProblems>();
    for (const name of names) {
      const index = data.sample?.files?.indexOf(name) ?? -1;
      const keys = index < 0 ? ['sizes', name] : ['files', index];
      strange.error('scheme/unknown-name', spanAt('sample', ...keys), {
        what: index < 0 ? 'stratum' : 'dossier',
        name,
        near: nearest(name, population),
      });
    }
    return strange.diagnostics;
  }

  /** The ids of what is named; a list of `undefined` has any. */
  function resolved(
    what: NamedInScheme,
    given: readonly string[] = [],
    names: ReadonlyMap<string, string> | undefined,
  ): readonly string[] {
    if (!names) return [...new Set(given)];
    const list = `${what}${what === 'branch' ? 'es' : 's'}`;
    return given.flatMap((name, index) => {
      const id = names.get(name);
      if (id === undefined)
        to.error('scheme/unknown-name', spanAt(list, index), {
          what,
          name,
          near: nearest(name, names.keys()),
        });
      return id ?? [];
    });
  }
}

type SpanAt = (...keys: readonly (string | number)[]) => Span;

function spanIn(yaml: Yaml, keys: readonly (string | number)[]): Span {
  return at(yaml, keys.map(String)).yaml.span;
}

/** What a scheme may name of a rulebook, by id and by title; undefined where any name may be right. */
function known(program: Program): {
  readonly [List in 'branches' | 'products' | 'steps' | 'rules']:
    | ReadonlyMap<string, string>
    | undefined;
} {
  const codesOf = (key: 'branch' | 'product') => {
    const subject = mainSubject(program.subjects);
    const [place] = subject?.file.about?.[key] ?? [];
    const field = subject && place !== undefined ? aboutField(place, subject.type) : undefined;
    const words = field?.type.kind === 'text' ? field.type.words : undefined;
    return words && namesOf([...words].map(([id, title]) => ({ id, titles: [title] })));
  };
  const rules = program.rules.map(({ id, rule, editions }) => ({
    id,
    titles: [rule.entry.data.title, ...editions.map(({ title }) => title)],
  }));
  return {
    branches: codesOf('branch'),
    products: codesOf('product'),
    steps: namesOf(program.steps.map(({ id, step }) => ({ id, titles: [step.entry.data.title] }))),
    rules: namesOf([...rules, ...program.process.map(({ id }) => ({ id, titles: [] }))]),
  };
}

/** Ids by themselves and by their titles; a title that two have names neither. */
function namesOf(
  all: readonly { readonly id: string; readonly titles: readonly (Words | undefined)[] }[],
): ReadonlyMap<string, string> {
  const byTitle = new Map<string, Set<string>>();
  for (const { id, titles } of all)
    for (const title of titles.flatMap((words) => Object.values(words ?? {})))
      byTitle.set(title.trim(), (byTitle.get(title.trim()) ?? new Set()).add(id));
  const titles = [...byTitle].flatMap(([title, [id, second]]) =>
    id !== undefined && second === undefined ? [[title, id] as const] : [],
  );
  return new Map([...titles, ...all.map(({ id }) => [id, id] as const)]);
}

function coveredBy(
  { steps, rules }: Pick<Scheme, 'steps' | 'rules'>,
  program: Program,
): Scheme['covers'] {
  if (steps.length === 0 && rules.length === 0) return undefined;
  const all = [
    ...program.rules.map(({ id, rule }) => ({ id, step: rule.step })),
    ...program.process.map(({ id, step }) => ({ id, step: step.id })),
  ];
  const covered = all.filter(
    ({ id, step }) =>
      (steps.length === 0 || steps.includes(step)) && (rules.length === 0 || rules.includes(id)),
  );
  return new Set(covered.map(({ id }) => id));
}

function checkDays(
  { day, period }: SchemeFile,
  spanAt: SpanAt,
  to: Noted<SchemeProblems & RulebookProblems>,
): void {
  const days = [
    [day, spanAt('day')],
    [period?.from, spanAt('period', 'from')],
    [period?.until, spanAt('period', 'until')],
  ] as const;
  for (const [text, span] of days)
    if (text !== undefined && !parseDate(text))
      to.error('rulebook/impossible-date', span, { text });
  const { from, until } = period ?? {};
  if (from !== undefined && until !== undefined && from > until)
    to.error('scheme/period', spanAt('period'), { from, until });
}

function checkFields(
  { captured = [] }: SchemeFile,
  { subjects }: Program,
  spanAt: SpanAt,
  to: Noted<SchemeProblems & RulebookProblems>,
): void {
  const type = mainSubject(subjects)?.type;
  for (const [index, name] of captured.entries()) {
    const steps = parsePath(name.replaceAll('[]', '[1]'));
    if (type && (!steps || !fieldAlong(type, steps)))
      to.error('scheme/unknown-name', spanAt('captured', index), {
        what: 'field',
        name,
        near: nearest(name, type.fields.keys()),
      });
  }
}

/** By what rules are grave, where a rulebook has no words of its own for that, and besides. */
const gravities = [
  'all',
  'red-line',
  'regulation',
  'bank',
  'service',
  'mandatory',
  'advisory',
  'reference',
];

function checkTargets(
  { targets = {} }: SchemeFile,
  { rulebook }: Program,
  spanAt: SpanAt,
  to: Noted<SchemeProblems & RulebookProblems>,
): void {
  const names = [...Object.keys(rulebook.manifest.data.severities ?? {}), ...gravities];
  for (const name of Object.keys(targets))
    if (!names.includes(name))
      to.error('scheme/unknown-name', spanAt('targets', name), {
        what: 'severity',
        name,
        near: nearest(name, names),
      });
}
