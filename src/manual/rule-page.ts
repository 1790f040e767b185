import { inLanguage, type Language } from '../base/language.ts';
import type { Core } from '../feel/core.ts';
import { writtenPoint } from '../feel/sentence/clause.ts';
import type { Type } from '../feel/types.ts';
import {
  type Each,
  type Expression,
  inForce,
  type Program,
  type ProgramRule,
  type RuleEditionProgram,
} from '../program/ast.ts';
import { writtenOf } from '../program/written.ts';
import { branchOf, pathFrom, type Rulebook, remedyTitle, riskTitle } from '../rulebook/ast.ts';
import type { RuleFile, RuleLevel, Words } from '../rulebook/files.ts';
import type { Breached } from '../rulebook/penalties.ts';
import { fieldsRead } from './fields.ts';
import type {
  Citation,
  Example,
  ExampleEntry,
  Force,
  Named,
  NamedValue,
  RuleHistory,
  RulePage,
} from './model.ts';
import { productsAsked, productsOf } from './products.ts';
import { limitsSpokenOf, namedValues, textOf } from './named-values.ts';
import { comingOf, limitsOf, type ParametersById, spanOf } from './reads.ts';
import { capital } from '../words/capitals.ts';
import { codeSetsRead, coresOf, partsOf, referencesRead } from '../program/walk.ts';
import { noteOf, type Speaker } from './speaker.ts';

/** What the page of a rule needs besides the rule. */
export interface RuleSetting {
  readonly program: Program;
  readonly speaker: Speaker;
  readonly cite: (refs: readonly string[]) => readonly Citation[];
  /** By which a breach of what rests on these clauses is punished. */
  readonly penalties: (breached: Breached) => readonly Citation[];
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
  const products = productsOf(rule.subject, speaker);
  const asked = productsAsked(
    rule,
    edition,
    products.map((product) => product.id),
  );
  const read = [...references, ...codeSetsRead(cores, program)];
  const when = edition.when && speaker.conditions(edition.when.core);
  const criterion = criterionOf(edition, speaker);
  const printed = [when ?? [], criterion ?? []].flat().map(textOf).join('\n');
  const named = namedValues(edition, printed, speaker);
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
    force: forceOf(data.level, edition.title),
    subject: words(rule.subject.file.title),
    state,
    edition: spanOf(edition),
    hasProducts: products.length > 0,
    products: asked && products.filter(({ id }) => asked.includes(id)),
    posts: data.posts.map(post),
    each: rule.each && eachOf(rule.each, speaker),
    group: rule.group && (words(rule.group.title) || speaker.plain(rule.group.by.core)),
    file: words(rule.subject.type.noun?.title),
    when,
    criterion,
    named,
    expression: edition.require && writtenOf(edition.require),
    governingDay: edition.asOf && speaker.plain(edition.asOf.core),
    absenceFails: edition.ifAbsent === 'fail',
    limits: limitsOf(read, speaker),
    spokenOf: limitsSpokenOf(read, edition, [printed, ...named.map(saysOf)].join('\n'), speaker),
    coming: comingOf(read, speaker),
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
    question: words(data.question),
    how: words(data.how),
    standard: words(data.standard),
    mistakes: words(data.mistakes),
    why: words(data.why),
    note: noteOf(data.editions[index], speaker),
    basis: cite(edition.basis),
    penalties: setting.penalties({ basis: edition.basis, kind: data.kind }),
    history: historyOf(rule, setting),
    limitHistory: references.flatMap(({ name }) => {
      const parameter = setting.parameters.get(name);
      return parameter && parameter.editions.length > 1 ? [parameter] : [];
    }),
    examples: examplesOf(setting.examples, speaker.language),
  };
}

function saysOf({ title, says }: NamedValue): string {
  return title === undefined ? '' : says;
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

/** What a rule asks: in its own words, or said from its expression. */
function criterionOf(edition: RuleEditionProgram, speaker: Speaker): RulePage['criterion'] {
  const { require, criterion } = edition;
  if (!require) return undefined;
  const point = criterion
    ? writtenPoint(speaker.words(criterion, edition), speaker.lexicon)
    : speaker.points(require.core);
  return { ...point, text: capital(point.text) };
}

/** By its level; a mandatory rule whose title forbids something says so. */
function forceOf(level: RuleLevel, title: Words): Force {
  if (level === 'advisory') return 'should';
  if (level === 'reference') return 'may';
  const { zh, en = '' } = title;
  const forbids = zh === undefined ? /\b(?:not|never|no)\b/iu.test(en) : /不得|禁止|严禁/u.test(zh);
  return forbids ? 'must-not' : 'must';
}

/** The records that a rule judges, by the word its schema has for one of them. */
function eachOf({ list, variable }: Each, { words, plain, language }: Speaker): RulePage['each'] {
  const noun = variable.type.kind === 'context' ? variable.type.noun : undefined;
  return {
    list: plain(list.core),
    one: noun && (noun.counter?.[language] ?? '') + words(noun.title),
  };
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
      isFirst: !before,
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

function examplesOf(examples: readonly Example[], language: Language): readonly ExampleEntry[] {
  const say = (text: Words | undefined) => inLanguage(text, language);
  return examples.map(({ title, status, message, facts, missing = [] }) => ({
    title: say(title),
    status,
    message: say(message),
    facts: say(facts),
    missing: missing.map(say),
  }));
}
