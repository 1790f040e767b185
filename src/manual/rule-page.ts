import { inLanguage } from '../base/language.ts';
import type { Core } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import {
  type Expression,
  inForce,
  type Program,
  type ProgramRule,
  type RuleEditionProgram,
} from '../program/ast.ts';
import { writtenOf } from '../program/written.ts';
import { branchOf, pathFrom, type Rulebook, remedyTitle, riskTitle } from '../rulebook/ast.ts';
import type { RuleFile, Words } from '../rulebook/files.ts';
import { fieldsRead } from './fields.ts';
import type { Citation, Example, ExampleEntry, Named, RuleHistory, RulePage } from './model.ts';
import { limitsOf, type ParametersById, spanOf } from './reads.ts';
import { codeSetsRead, coresOf, partsOf, referencesRead } from '../program/walk.ts';
import { noteOf, type Speaker } from './speaker.ts';

/** What the page of a rule needs besides the rule. */
export interface RuleSetting {
  readonly program: Program;
  readonly speaker: Speaker;
  readonly cite: (refs: readonly string[]) => readonly Citation[];
  readonly post: (id: string) => Named;
  readonly document: (id: string) => Named;
  readonly parameters: ParametersById;
  readonly examples: readonly Example[];
}

export function rulePage(rule: ProgramRule, setting: RuleSetting): RulePage | undefined {
  const { speaker, cite, post, document, program } = setting;
  const [edition, state] = editionShown(rule.editions, speaker.asOf);
  if (!edition) return undefined;
  const words = (text: Words | undefined) => speaker.words(text, edition);
  const { data, path, yaml } = rule.rule.entry;
  const index = rule.editions.indexOf(edition);
  const cores = coresOfEdition(edition);
  const references = [...referencesRead(cores, program)];
  return {
    id: rule.id,
    title: words(edition.title),
    path: pathFrom(program.rulebook, path, yaml.span),
    branch: words(branchOf(program.rulebook, yaml.span)?.title) || undefined,
    adds: data.adds,
    kind: data.kind,
    level: data.level,
    severity:
      words(program.rulebook.manifest.data.severities?.[data.severity ?? '']?.title) || undefined,
    check: data.check,
    redLine: data.risk?.redLine === true,
    state,
    edition: spanOf(edition),
    products: (data.products ?? []).map((code) => productTitle(code, rule, speaker)),
    posts: data.posts.map(post),
    each: rule.each && speaker.plain(rule.each.list.core),
    when: edition.when && speaker.criterion(edition.when.core),
    criterion: edition.require
      ? partsOfRun(edition.require).map((part) => speaker.criterion(part))
      : [],
    named: edition.lets.map((one) => ({
      name: one.name,
      title: one.title && words(one.title),
      says: speaker.withLimits(one.core),
      written: writtenOf(one),
    })),
    expression: edition.require && writtenOf(edition.require),
    governingDay: edition.asOf && speaker.plain(edition.asOf.core),
    absenceFails: edition.ifAbsent === 'fail',
    limits: limitsOf([...references, ...codeSetsRead(cores, program)], speaker),
    fields: fieldsRead(
      [...cores, ...references.flatMap((one) => coresOf(one))],
      rule,
      program,
      speaker,
    ),
    evidence: (data.evidence ?? []).map(document),
    waiver: data.waiver && post(data.waiver.post).title,
    remedy: edition.remedy && {
      when: words(remedyTitle(program.rulebook, edition.remedy.when)),
      text: words(edition.remedy.text),
    },
    risk: riskOf(data, program.rulebook, words, post),
    how: words(data.how),
    standard: words(data.standard),
    mistakes: words(data.mistakes),
    why: words(data.why),
    note: noteOf(data.editions[index], speaker),
    basis: cite(edition.basis),
    history: historyOf(rule, setting),
    limitHistory: references.flatMap(({ name }) => {
      const parameter = setting.parameters.get(name);
      return parameter && parameter.editions.length > 1 ? [parameter] : [];
    }),
    examples: examplesOf(setting.examples, rule, speaker),
  };
}

/** The edition of the day; where there is none, the next to come, else the last that held. */
function editionShown(
  editions: readonly RuleEditionProgram[],
  day: string,
): readonly [RuleEditionProgram | undefined, RulePage['state']] {
  const now = inForce(editions, day);
  if (now) return [now, 'in-force'];
  const coming = editions.find(({ from }) => from > day);
  return coming ? [coming, 'coming'] : [editions.at(-1), 'past'];
}

function coresOfEdition({ when, require, asOf }: RuleEditionProgram): readonly Core[] {
  return [when, require, asOf].flatMap((expression) => expression?.core ?? []);
}

/** The parts of a run of `and`, each a sentence of its own. */
function partsOfRun({ core }: Expression): readonly Core[] {
  return core.kind === 'logic' && core.operator === 'and' ? core.parts : [core];
}

function productTitle(code: string, { subject }: ProgramRule, { words }: Speaker): string {
  const steps = subject.file.product === undefined ? undefined : parsePath(subject.file.product);
  const type = steps && fieldAlong(subject.type, steps)?.type;
  return wordTitle(type, code, words);
}

/** The title of a word of an enumeration; the word itself where it has none. */
export function wordTitle(type: Type | undefined, word: string, words: Speaker['words']): string {
  return (type?.kind === 'text' && words(type.words?.get(word))) || word;
}

function riskOf(
  { risk }: RuleFile,
  { manifest }: Pick<Rulebook, 'manifest'>,
  words: Speaker['words'],
  post: RuleSetting['post'],
): RulePage['risk'] {
  if (!risk) return undefined;
  return {
    point: words(risk.point),
    type: words(riskTitle({ manifest }, risk.type)),
    level: risk.level,
    control: words(risk.control),
    post: post(risk.post).title,
  };
}

function historyOf(rule: ProgramRule, { speaker, cite }: RuleSetting): readonly RuleHistory[] {
  const { data } = rule.rule.entry;
  return rule.editions.map((edition, index) => {
    const before = rule.editions[index - 1];
    const said = (of: RuleEditionProgram | undefined, key: 'when' | 'require') =>
      of?.[key] && speaker.plainCriterion(of[key].core) + saidOfLets(of, of[key], speaker);
    const changed = (key: 'when' | 'require') => {
      const now = said(edition, key);
      return now === said(before, key) ? undefined : now;
    };
    const title = speaker.words(edition.title, edition);
    return {
      ...spanOf(edition),
      title: before && title !== speaker.words(before.title, before) ? title : undefined,
      when: changed('when'),
      criterion: changed('require'),
      basis: cite(edition.basis),
      note: noteOf(data.editions[index], speaker),
    };
  });
}

/** What the titles of named values in a sentence stand for. */
function saidOfLets(
  { lets }: RuleEditionProgram,
  { core }: Expression,
  { words, plain, join, lexicon }: Speaker,
): string {
  const read = new Set<Core>();
  const visit = (part: Core): void => {
    if (part.kind === 'let') read.add(part.local.core);
    partsOf(part).forEach(visit);
  };
  visit(core);
  const said = lets.flatMap((one) =>
    one.title && read.has(one.core) ? [`${words(one.title)} = ${plain(one.core)}`] : [],
  );
  return said.length === 0 ? '' : lexicon.brackets(join(said));
}

/** The first case of each status, in the order in which they teach. */
function examplesOf(
  examples: readonly Example[],
  { id, subject }: ProgramRule,
  { words, language }: Speaker,
): readonly ExampleEntry[] {
  const order: readonly Example['status'][] = [
    'pass',
    'fail',
    'cannot-tell',
    'waived',
    'not-applicable',
  ];
  return order.flatMap((status) => {
    const those = examples.filter((one) => one.status === status);
    // a field that is missing teaches more than a day without an edition
    const example = those.find(({ missing }) => missing?.includes(id) !== true) ?? those[0];
    if (!example) return [];
    const missing = (example.missing ?? []).map((path) => {
      const steps = parsePath(path);
      const field = steps && fieldAlong(subject.type, steps);
      return words(field?.title) || path;
    });
    const said = (text: Example['title'] | undefined) => inLanguage(text, language);
    return [{ title: said(example.title), status, message: said(example.message), missing }];
  });
}
