import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import type { Span } from '../base/source.ts';
import type { Bounds } from '../check/outside.ts';
import { peopleSubject } from '../check/read.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { waiverRule } from '../evaluate/waiver-findings.ts';
import type { ProcessRule, Program, ProgramRule, WaiverProblem } from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import { branchOf, remedyTitle } from '../rulebook/ast.ts';
import type { RemedyFile, Words } from '../rulebook/files.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { wordbookOf } from '../words/own.ts';
import { aboutHead } from './about.ts';
import { clauseTitle, standingOf } from './clause-title.ts';
import type {
  AnsweredJson,
  ClauseJson,
  Multilingual,
  ReportHead,
  RuleJson,
  SchemeJson,
  StaffJson,
  WaiversJson,
} from './json-format.ts';

/** What a report is made with. */
export interface Reporting {
  readonly program: Program;
  readonly rulebookDigest: string;
  /** Version of the engine. */
  readonly engine: string;
  readonly options: JudgeOptions;
  /** Of the report, those asked for. */
  readonly languages: readonly Language[];
  readonly unmasked: boolean;
  /** The register of people that the engine looks up posts in. */
  readonly staff?: StaffJson | undefined;
  /** The register of waivers that the engine judges by. */
  readonly waivers?: WaiversJson | undefined;
  /** The inspection that the check is part of. */
  readonly scheme?: SchemeJson | undefined;
  /** How check-lists that came back were looked up; absent where none was brought. */
  readonly answered?: AnsweredJson | undefined;
  /** Which files it covers; absent where all are judged. */
  readonly bounds?: Bounds | undefined;
}

/** What a check judges by: all rules, and all clauses that they rest on. */
export function headOf({
  program,
  rulebookDigest: digest,
  engine,
  options: { asOf, today, step },
  languages,
  unmasked,
  staff,
  waivers,
  scheme,
  answered,
}: Reporting): ReportHead {
  const { rulebook, rules, process, steps } = program;
  const { data } = rulebook.manifest;
  const texts = (words: Words | undefined) => textsOf(prose(words, undefined, program), languages);
  const { id, version } = data;
  const below = rulebook.layers
    .slice(0, -1)
    .map((layer) => ({ id: layer.id, version: layer.version }))
    .toReversed();
  const books = (say: (book: ReturnType<typeof wordbookOf>) => Readonly<Record<string, string>>) =>
    wordsOf(languages, (language) => say(wordbookOf(data, language)));
  const stepOrder = new Map(steps.map((one, index) => [one.id, index]));
  const inOrder = [
    ...rules.map((rule) => {
      const make = () => ruleJson(rule, program, languages);
      return { id: rule.id, step: rule.rule.step, make };
    }),
    ...process.map((rule) => {
      const make = () => processJson(rule, program, languages);
      return { id: rule.id, step: rule.step.id, make };
    }),
  ].toSorted((a, b) => (stepOrder.get(a.step) ?? -1) - (stepOrder.get(b.step) ?? -1));
  const byId = new Map([
    ...inOrder.map((rule) => [rule.id, rule.make] as const),
    ...waiverRules(program, languages),
  ]);
  let clauses: ReportHead['clauses'] | undefined;
  let remedies: ReportHead['remedies'] | undefined;
  return {
    format: 2,
    rulebook: {
      id,
      version,
      digest,
      title: texts(data.title),
      issuer: texts(data.issuer),
      ...(below.length > 0 && { extends: below }),
    },
    engine,
    languages,
    masked: !unmasked,
    ...(asOf !== undefined && { asOf }),
    ...(today !== undefined && { today }),
    ...(step !== undefined && { step }),
    ...(peopleSubject(program) && { staff: staff ?? null }),
    ...(waivers && { waivers }),
    ...(answered && { answered }),
    kinds: books(({ terms }) => terms.kind),
    levels: books(({ terms }) => terms.level),
    ...(data.severities && {
      severities: Object.fromEntries(
        Object.entries(data.severities).map(([name, { title }]) => [
          name,
          textsIn(languages, (language) => inLanguage(title, language) || name),
        ]),
      ),
    }),
    get remedies() {
      remedies ??= remediesOf(program, texts);
      return remedies;
    },
    stages: Object.fromEntries(rulebook.stages.map((one) => [one.id, texts(one.data.title)])),
    steps: Object.fromEntries(steps.map((one) => [one.id, texts(one.step.entry.data.title)])),
    posts: Object.fromEntries(
      (rulebook.posts?.data.posts ?? []).map(({ post, title }) => [post, texts(title)]),
    ),
    about: aboutHead(program, languages),
    scheme: scheme ?? null,
    rules: whenAsked(byId),
    get clauses() {
      clauses ??= whenAsked(
        new Map(clausesIn(program).map((ref) => [ref, () => clauseJson(ref, program, languages)])),
      );
      return clauses;
    },
  };
}

/** A record whose values are made when they are asked for: few reports name more than a handful of rules. */
function whenAsked<V>(values: ReadonlyMap<string, () => V>): Readonly<Record<string, V>> {
  const made = new Map<string, V>();
  const record: Record<string, V> = {};
  for (const [key, make] of values) {
    const get = (): V => {
      const value = made.get(key) ?? make();
      made.set(key, value);
      return value;
    };
    Object.defineProperty(record, key, { get, enumerable: true });
  }
  return record;
}

function remediesOf(
  { rulebook, rules }: Program,
  texts: (words: Words | undefined) => Multilingual,
): ReportHead['remedies'] {
  const all = rules.flatMap(({ editions }) => editions.flatMap(({ remedy }) => remedy ?? []));
  return Object.fromEntries(all.map(({ when }) => [when, texts(remedyTitle(rulebook, when))]));
}

/** Every clause that a rule or a step rests on, and every one that punishes. */
function clausesIn({ rules, process, references, rulebook }: Program): readonly string[] {
  const all = [
    ...rules.flatMap(({ editions }) => editions.flatMap(({ basis }) => basis)),
    ...process.flatMap(({ editions }) => editions.flatMap(({ of }) => of.basis)),
    // what fails by a limit that a branch made stricter rests on the clause of the branch
    ...[...references.values()].flatMap((reference) =>
      reference.kind === 'parameter' && reference.unmoved
        ? reference.editions.flatMap(({ branch, basis }) => (branch ? basis : []))
        : [],
    ),
    ...rulebook.sources.flatMap(({ clauses }) =>
      [...clauses.values()].flatMap(({ ref, punishes }) => (punishes ? [ref] : [])),
    ),
  ];
  return [...new Set(all)];
}

function ruleJson(
  { rule, editions }: ProgramRule,
  program: Program,
  languages: readonly Language[],
): RuleJson {
  const { data, yaml } = rule.entry;
  const last = editions.at(-1);
  return {
    kind: data.kind ?? null,
    level: data.level,
    ...(data.severity !== undefined && { severity: data.severity }),
    ...(data.risk?.redLine === true && { redLine: true }),
    ...placeOf(rule, program),
    posts: [...data.posts],
    title: textsOf(prose(last?.title ?? data.title, last?.until, program), languages),
    remedy: remedyJson(last?.remedy, last?.until, program, languages),
    ...askedBy(yaml.span, program),
    ...(data.adds !== undefined && { adds: data.adds }),
  };
}

function processJson(
  { facet, step, editions }: ProcessRule,
  program: Program,
  languages: readonly Language[],
): RuleJson {
  const of = editions.at(-1)?.of;
  const title = prose(step.step.entry.data.title, undefined, program);
  return {
    kind: of?.kind ?? null,
    level: of?.level ?? 'mandatory',
    ...placeOf({ stage: step.step.stage, step: step.id }, program),
    posts: [...(of?.posts ?? [])],
    title: textsIn(languages, (language) =>
      sayIn(wordbooks, language).terms.processTitle[facet](inLanguage(title, language)),
    ),
    remedy: null,
    ...askedBy(step.step.entry.yaml.span, program),
  };
}

/** What may be wrong with a waiver, as rules that nobody wrote. */
function waiverRules(
  { subjects }: Program,
  languages: readonly Language[],
): readonly (readonly [string, () => RuleJson])[] {
  if (![...subjects.values()].some(({ file }) => file.waivers)) return [];
  const problems = Object.keys(wordbooks.zh.terms.waiver) as WaiverProblem[];
  return problems.map((problem) => [
    waiverRule(problem),
    () => ({
      kind: 'bank',
      level: 'mandatory',
      stage: null,
      step: null,
      posts: [],
      title: textsIn(languages, (language) => {
        const { terms } = sayIn(wordbooks, language);
        return terms.waiverTitle(terms.waiver[problem]);
      }),
      remedy: null,
    }),
  ]);
}

/** The rulebook that a rule or step is of, where one builds on another. */
function askedBy(span: Span, { rulebook }: Program): Pick<RuleJson, 'rulebook'> {
  const { layers } = rulebook;
  if (layers.length < 2) return {};
  const id = (branchOf(rulebook, span) ?? layers[0])?.id;
  return id === undefined ? {} : { rulebook: id };
}

/** Nothing in a rulebook without stages. */
function placeOf(
  { stage, step }: { readonly stage: string; readonly step: string },
  { rulebook }: Program,
): Pick<RuleJson, 'stage' | 'step'> {
  const isStaged = rulebook.manifest.data.rules === undefined;
  return isStaged ? { stage, step } : { stage: null, step: null };
}

export function remedyJson(
  remedy: RemedyFile | undefined,
  day: string | null | undefined,
  program: Program,
  languages: readonly Language[],
): RuleJson['remedy'] {
  return remedy
    ? { when: remedy.when, ...textsOf(prose(remedy.text, day, program), languages) }
    : null;
}

function clauseJson(
  ref: string,
  { rulebook }: Program,
  languages: readonly Language[],
): ClauseJson {
  const title = textsIn(languages, (language) => {
    const words = (text: Words | undefined) => inLanguage(text, language);
    return clauseTitle(ref, rulebook, sayIn(wordbooks, language), words, language);
  });
  return { title, ...standingOf(ref, rulebook) };
}

export function textsOf(words: Words | undefined, languages: readonly Language[]): Multilingual {
  return textsIn(languages, (language) => inLanguage(words, language));
}

/** The same words of a table in each language, turned about: by word, then by language. */
function wordsOf(
  languages: readonly Language[],
  say: (language: Language) => Readonly<Record<string, string>>,
): Readonly<Record<string, Multilingual>> {
  const tables = languages.map((language) => [language, say(language)] as const);
  const keys = Object.keys(tables[0]?.[1] ?? {});
  return Object.fromEntries(
    keys.map((key) => [
      key,
      Object.fromEntries(tables.map(([language, table]) => [language, table[key] ?? ''])),
    ]),
  );
}
