import { inLanguage, type Language } from '../base/language.ts';
import { faultsOfCases } from '../cases/faults.ts';
import { textsIn } from '../cases/files.ts';
import { dayLines, expectLine, fileLines, quoted } from '../cases/print-case.ts';
import { dossiersOf, expectationOf, isOnOwnDay, judgedCase } from '../cases/run.ts';
import { fieldAt, pathOf, pathTitled } from '../dossier/path.ts';
import { textOfValue } from '../feel/operations/print.ts';
import { newBudget } from '../feel/operations/limits.ts';
import { isKind, type Value } from '../feel/value.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { CasesFile, Words } from '../rulebook/files.ts';
import { replaceAt } from '../yaml/edit.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, field, plainOf, type Yaml } from '../yaml/tree.ts';
import { type OnDays, onDays } from './days.ts';
import { foundIn, type Probe, probesOf } from './probes.ts';
import type { Altered, Ready } from './tried.ts';

/** A case at an edge, as it is written in a file of cases. */
export interface Suggestion {
  readonly rule: string;
  readonly text: string;
}

/** What is suggested for a rule. */
export interface Suggested {
  readonly cases: readonly Suggestion[];
  /** Further days of cases that there are. */
  readonly days: readonly Suggestion[];
  /** What neither would notice. */
  readonly left: readonly Altered[];
}

/** Suggestions as a file: cases beside those that there are, and days that go under the cases of their titles. */
export function suggestedFile(
  { id, rule }: ProgramRule,
  { cases, days }: Suggested,
): string | undefined {
  if (cases.length + days.length === 0) return undefined;
  const ofDays = [
    '  # 以下须逐日复核：days 放在同名的示例之下',
    '  # to be reviewed day by day: these days go under the case of the same title',
  ];
  return [
    `# ${id}：由 shouze test --suggest 写出，须逐例复核：expect 是引擎现在的判定，未必是应有的判定`,
    `# ${id}: written by shouze test --suggest, to be reviewed one by one: what is expected is what the engine says now`,
    `base: ${quoted(rule.cases?.data.base ?? '')}`,
    'cases:',
    ...cases.map(({ text }) => text.trimEnd()),
    ...(days.length > 0 ? ofDays : []),
    ...days.map(({ text }) => text.trimEnd()),
    '',
  ].join('\n');
}

/** Files that are tried against mutants, at most. */
const mostTries = 600;

/** Suggestions for a rule at most. */
const mostSuggested = 200;

/**
 * Cases at the edges of what a rule asks: each limit and a step to either side, the first days of editions and the
 * days before, of the cases that there are, every word, and each field read that is not there. What the cases show
 * already is left out, and what would be no sound case.
 */
export function suggestionsFor(
  program: Program,
  rule: ProgramRule,
  cases: readonly Ready[],
  survivors: readonly Altered[],
): Suggested {
  const { asked, left } = onDays(program, rule, cases, survivors);
  const probes = [...probesOf(program, rule, cases.filter(isOnOwnDay))];
  // a first day is asked of a case that there is
  const besides = probes.filter(({ isFirstDay }) => !isFirstDay).slice(0, mostSuggested);
  const days = asked.map((one) => daysOf(rule, one));
  return { cases: written(program, rule, besides), days, left };
}

/** The fewest of them that notice what no case notices. */
export function suggestionsAgainst(
  program: Program,
  rule: ProgramRule,
  cases: readonly Ready[],
  survivors: readonly Altered[],
): Suggested {
  const { asked, left: undated } = onDays(program, rule, cases, survivors);
  let left = undated;
  const chosen: Probe[] = [];
  let tries = 0;
  for (const probe of left.length > 0 ? probesOf(program, rule, cases.filter(isOnOwnDay)) : []) {
    tries += 1;
    if (tries > mostTries || left.length === 0) break;
    const found = (by: Program, own: ProgramRule) =>
      foundIn(judgedCase(by, own, probe.of.case, [probe.dossier]));
    const before = found(program, rule);
    const still = left.filter((one) => found(one.program, one.ruleOf(rule)) === before);
    // one that cannot be written as a case notices nothing
    if (still.length === left.length || written(program, rule, [probe]).length === 0) continue;
    chosen.push(probe);
    left = still;
  }
  const days = asked.map((one) => daysOf(rule, one));
  return { cases: written(program, rule, chosen), days, left };
}

/** The days of a case that there is, under its title. */
function daysOf({ id, rule }: ProgramRule, { of, days }: OnDays): Suggestion {
  const titles = Object.entries(rule.cases?.data.cases[of.index]?.title ?? {}).map(
    ([language, title]) => `${language}: ${quoted(title)}`,
  );
  return {
    rule: id,
    text: [`  - title: { ${titles.join(', ')} }`, ...dayLines(days), ''].join('\n'),
  };
}

/** Those of the probes that are sound cases, as they are written. */
function written(
  program: Program,
  rule: ProgramRule,
  probes: readonly Probe[],
): readonly Suggestion[] {
  const { cases: entry } = rule.rule;
  if (!entry || probes.length === 0) return [];
  const titles = new Set(entry.data.cases.flatMap(({ title }) => Object.values(title)));
  const texts = probes.map((probe) => textOf(program, rule, entry, probe, titles));
  const added = parseYaml({ name: entry.path, text: `cases:\n${texts.join('')}` }).value;
  const yaml = added && withCases(entry.yaml, added);
  if (!yaml) return [];
  const together: Entry<CasesFile> = { ...entry, yaml, data: plainOf(yaml) as CasesFile };
  const faults = faultsOfCases(program, { ...rule, rule: { ...rule.rule, cases: together } });
  const first = entry.data.cases.length;
  return texts.flatMap((text, index) =>
    (faults[first + index] ?? []).length === 0 && isAsWritten(first + index)
      ? [{ rule: rule.id, text }]
      : [],
  );

  function isAsWritten(index: number): boolean {
    const one = together.data.cases[index];
    const dossiers = one && dossiersOf(program, rule, together, one, index);
    return one !== undefined && !!dossiers && judgedCase(program, rule, one, dossiers).agreed;
  }
}

/** A file of cases with those of another after its own. */
function withCases(yaml: Yaml, added: Yaml): Yaml | undefined {
  const [own, others] = [yaml, added].map((one) => at(one, ['cases']).yaml);
  if (own?.kind !== 'list' || others?.kind !== 'list') return undefined;
  return replaceAt(yaml, [{ key: 'cases' }], { ...own, items: [...own.items, ...others.items] });
}

function textOf(
  program: Program,
  rule: ProgramRule,
  entry: Entry<CasesFile>,
  probe: Probe,
  titles: Set<string>,
): string {
  const { of, changes, dossier } = probe;
  const [original] = of.dossiers;
  const { yaml: one } = at(entry.yaml, ['cases', String(of.index)]);
  const root = original?.root ?? dossier.root;
  const { type } = rule.subject;
  const given = one.kind === 'map' ? field(one, 'with') : undefined;
  const before = new Map<string, Yaml>(
    given?.kind === 'map' ? given.entries.map(({ key, value: yaml }) => [key.text, yaml]) : [],
  );
  const list = (key: string) =>
    textsIn(one.kind === 'map' ? field(one, key) : undefined).map(({ text }) => text);
  const expect = expectationOf(judgedCase(program, rule, of.case, [dossier]));
  const after = new Map(before);
  const out: string[] = [];
  for (const { pointer, value } of changes) {
    const path = pathOf(pointer, root, type);
    // what stood inside it is gone with it
    for (const other of after.keys())
      if (other === path || (/^[.[]/u.test(other.slice(path.length)) && other.startsWith(path)))
        after.delete(other);
    if (value !== undefined) after.set(path, yamlOf(value, one));
    else {
      if (isInBase(program, entry, of, path)) out.push(path);
    }
  }
  return [
    `  - title:`,
    ...Object.entries(titleOf(rule, probe, titles)).map(
      ([language, title]) => `      ${language}: ${quoted(title)}`,
    ),
    ...fileLines({
      base: of.case.base,
      with: after,
      without: [...list('without'), ...out],
      malformed: list('malformed').filter((name) => after.has(name)),
      element: of.case.element,
      answer: of.case.answer,
    }),
    expectLine(expect),
    '',
  ].join('\n');
}

/** Whether a path is there before the case says anything of it: then it has to be taken out. */
function isInBase(
  { rulebook }: Program,
  { data }: Entry<CasesFile>,
  { case: one }: Ready,
  path: string,
): boolean {
  const base = rulebook.dossiers.get(one.base ?? data.base ?? '');
  if (!base) return false;
  // an element is found by its key: the case may have made it
  if (path.includes('[')) return true;
  return at(base, path.split('.')).whole;
}

function yamlOf(value: Value, { span }: Yaml): Yaml {
  if (isKind(value, 'list')) return { kind: 'list', items: [], span };
  const text = textOfValue(value, newBudget());
  const plain = typeof value !== 'string';
  return { kind: 'text', text, plain, span };
}

/** What the case is beside the one that it is made of: `恰好等于上限；金额为200.01` */
function titleOf(rule: ProgramRule, { of, changes, dossier }: Probe, titles: Set<string>): Words {
  const root = of.dossiers[0]?.root ?? dossier.root;
  const languages = Object.keys(of.case.title);
  return Object.fromEntries(
    languages.map((language) => {
      const says = changes.map(({ pointer, value }) => {
        const name = pathTitled(pointer, root, rule.subject.type, (title) =>
          title ? inLanguage(title, language) : '',
        );
        return phrase(name, shown(value, rule, pointer, language), language);
      });
      const before = inLanguage(of.case.title, language);
      const title = unique([before, ...says].join(language === 'zh' ? '；' : '; '));
      titles.add(title);
      return [language, title];
    }),
  );

  function unique(title: string): string {
    let other = title;
    for (let number = 2; titles.has(other); number += 1) other = `${title} (${number})`;
    return other;
  }
}

function phrase(name: string, value: string | undefined, language: Language): string {
  if (language === 'zh') return value === undefined ? `缺${name}` : `${name}为${value}`;
  const own = name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return value === undefined ? `no ${own}` : `${own} ${value}`;
}

function shown(
  value: Value | undefined,
  { subject }: ProgramRule,
  pointer: string,
  language: Language,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean')
    return language === 'zh' ? (value ? '“是”' : '“否”') : value ? 'yes' : 'no';
  if (isKind(value, 'list')) return language === 'zh' ? '空' : 'empty';
  if (value === '') return language === 'zh' ? '空白' : 'blank';
  if (isKind(value, 'date-time'))
    return textOfValue(value, newBudget())
      .replace('T', ' ')
      .replace(/(?::00)?(?:\+08:00|Z)$/u, '');
  if (typeof value !== 'string') return textOfValue(value, newBudget());
  return titleOfWord(value, subject.type, pointer, language);
}

function titleOfWord(
  word: string,
  type: ProgramRule['subject']['type'],
  pointer: string,
  language: Language,
): string {
  const { field: own } = fieldAt(type, pointer);
  const title = own?.type.kind === 'text' ? own.type.words?.get(word) : undefined;
  const text = title ? inLanguage(title, language) : word;
  return `“${text}”`;
}
