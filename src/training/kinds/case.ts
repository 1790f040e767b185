import type { FileOfCase } from '../../cases/files.ts';
import { dossierFromYaml } from '../../dossier/from-yaml.ts';
import { judgeRule } from '../../evaluate/judge-rule.ts';
import type { Judgement, Outcome } from '../../evaluate/outcome.ts';
import { newSession, type Session } from '../../evaluate/session.ts';
import { foundIn } from '../../samples/judged.ts';
import type { Plain } from '../../samples/plain.ts';
import type { Random } from '../../samples/random.ts';
import { newDrawing } from '../../samples/replacing.ts';
import { templateOf, unchanged, type Variation } from '../../samples/template.ts';
import { replaceAt } from '../../yaml/edit.ts';
import { factsOf, fieldsAsked, tell, tellAll, type ToldFields, valuesIn } from '../facts.ts';
import { casesOf, findingText, plainFile, type TaughtCase, treeOf } from '../judged.ts';
import { type Candidate, lettered, mixed, type Question, restsOnNothing } from '../question.ts';
import type { AskedRule, Setting } from '../setting.ts';
import { productOf } from './judgement.ts';

/** What may be wrong with the file of a case, at most. */
const mostFindings = 4;

/** Requirements to choose from. */
const options = 8;

/** Values that a case tells of its file, at most. */
const mostValues = 60;

/** Values that one requirement adds to what is told, at most. */
const mostOfOne = 12;

/** Variations that are tried before a file is left with its amounts and days. */
const mostTries = 3;

/** A whole file with one fault or several, of which all have to be found. */
export function caseExercises(setting: Setting): readonly Candidate[] {
  const failing = setting.rules.flatMap((rule) => {
    const cases = casesOf(rule, setting).filter(({ expect }) => expect === 'fail');
    return cases.length > 0 ? [{ rule, cases }] : [];
  });
  return failing.map(({ rule, cases }) => {
    const id = `case/${rule.id}`;
    return {
      id,
      topic: rule.id,
      redLine: rule.isRedLine,
      make: (random) => {
        for (const first of mixed(cases, random).slice(0, 3)) {
          const others = mixed(failing, random)
            .slice(0, 6)
            .flatMap((one) => mixed(one.cases, random).slice(0, 1));
          const text = faultyFile(first, others, random, setting);
          const made = text === undefined ? undefined : exercise(id, text, random, setting);
          if (made) return made;
        }
        return undefined;
      },
    };
  });
}

/** A file that breaks the rule of a case, and some others where they go together; somebody else's, with other amounts. */
function faultyFile(
  first: TaughtCase,
  others: readonly TaughtCase[],
  random: Random,
  setting: Setting,
): string | undefined {
  const own = first.file();
  if (!own?.base) return undefined;
  let file: FileOfCase = own;
  let text = JSON.stringify(plainFile(file.yaml));
  if (!brokenIn(text, setting)) return undefined;
  const wanted = random.whole(1, 3);
  const planted = [first.rule.id];
  for (const other of others) {
    if (planted.length >= wanted) break;
    const both: FileOfCase | undefined = planted.includes(other.rule.id)
      ? undefined
      : joined(file, other);
    if (!both) continue;
    const more = JSON.stringify(plainFile(both.yaml));
    const broken = brokenIn(more, setting);
    if (![...planted, other.rule.id].every((rule) => broken?.has(rule))) continue;
    [file, text] = [both, more];
    planted.push(other.rule.id);
  }
  return variedFrom(text, random, setting);
}

/** The same file with other people, numbers, amounts and days, of which the same is found. */
function variedFrom(text: string, random: Random, setting: Setting): string | undefined {
  const { engine, subject, program } = setting;
  const template = templateOf([JSON.parse(text) as Plain], subject, program.calendar);
  const findings = foundIn([text], engine, subject)?.findings;
  for (let left = mostTries; left >= 0; left -= 1) {
    const variation: Variation =
      left === 0
        ? unchanged
        : {
            percent: 5 * random.whole(12, 24),
            workingDays: random.whole(-18, 15),
            birthDays: 50 * random.whole(-30, 30),
          };
    const number = random.whole(1, mostNumber);
    const [varied] = template.texts(number, variation, random, newDrawing(number));
    if (varied !== undefined && foundIn([varied], engine, subject)?.findings === findings)
      return varied;
  }
  return undefined;
}

/** Files that people and numbers are drawn for are counted up to here. */
const mostNumber = 1_000_000;

/** A file with what another case changes too, where both start from the same base. */
function joined(file: FileOfCase, other: TaughtCase): FileOfCase | undefined {
  const more = other.file();
  if (!more || more.base !== file.base) return undefined;
  let { yaml } = file;
  for (const { route, value } of more.changes) {
    const changed = replaceAt(
      yaml,
      route.ways.map(({ into }) => into),
      value,
    );
    if (changed?.kind !== 'map') return undefined;
    yaml = changed;
  }
  return { ...file, yaml, changes: [...file.changes, ...more.changes] };
}

/** The rules that fail, where nothing else is found and all of them may be asked about. */
function brokenIn(text: string, setting: Setting): ReadonlySet<string> | undefined {
  const findings = judgementOf(text, setting)?.judgement.findings ?? [];
  const broken = new Set(findings.map(({ rule }) => rule));
  const isPlain = findings.every(
    ({ status, rule, edition }) => status === 'fail' && isAsked(rule, edition, setting),
  );
  return isPlain && broken.size > 0 && broken.size <= mostFindings ? broken : undefined;
}

/** Whether a rule may be asked about in the edition of the day; what the process asks is asked about by its steps. */
function isAsked(id: string, edition: string | null, { rules, steps }: Setting): boolean {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule.edition.from === edition;
  const [kind, step] = id.split('/');
  return kind === 'process' && steps.some((one) => one.id === step && one.edition.from === edition);
}

/** A fresh judgement of the file of a case. */
export function judgementOf(
  text: string,
  { engine, subject, program }: Pick<Setting, 'engine' | 'subject' | 'program'>,
): { readonly judgement: Judgement; readonly session: Session } | undefined {
  const yaml = treeOf(text);
  const read = yaml && dossierFromYaml(yaml, subject.type);
  if (!read?.value || read.diagnostics.length > 0) return undefined;
  const [judgement] = engine.judge([{ subject, dossier: read.value }], {});
  return judgement && { judgement, session: newSession(program, read.value, subject, {}) };
}

function exercise(
  id: string,
  text: string,
  random: Random,
  setting: Setting,
): Question | undefined {
  const { subject, speaker, says, cite } = setting;
  const judged = judgementOf(text, setting);
  if (!judged) return undefined;
  const { judgement, session } = judged;
  const { root } = session.dossier;
  const broken = byRule(judgement.findings);
  const told: ToldFields = new Map();
  for (const rule of broken.keys()) tellAll(told, fieldsOf(rule, setting));
  const others: string[] = [];
  const titles = new Set([...broken.values()].map(([one]) => titleOf(one, setting)));
  for (const rule of mixed(setting.rules, random)) {
    if (broken.size + others.length === options) break;
    if (rule.rule.group || rule.rule.rows || rule.rule.subject !== subject) continue;
    const title = speaker.words(rule.edition.title);
    if (broken.has(rule.id) || titles.has(title) || rule.rule.rule.entry.data.check !== 'data')
      continue;
    const more = fieldsAsked(rule.rule, rule.edition, setting);
    const alone = valuesIn(factsOf(root, more, setting));
    if (alone === 0 || alone > mostOfOne) continue;
    const both: ToldFields = new Map();
    tellAll(both, told);
    tellAll(both, more);
    if (valuesIn(factsOf(root, both, setting)) > mostValues || !isMet(rule, session)) continue;
    tellAll(told, more);
    titles.add(title);
    others.push(title);
  }
  const lines = factsOf(root, told, setting);
  if (others.length < 3 || valuesIn(lines) > mostValues) return undefined;
  const failed = [...broken.values()].flatMap(([one]) => (one ? [one] : []));
  const rules = failed.map(({ rule }) => rule);
  return {
    id,
    kind: 'case',
    stem: says.caseAsked(
      productOf(JSON.parse(text) as Plain, setting),
      speaker.asOf,
      failed.length === 1,
    ),
    extract: lines.map((line) => line.text),
    ...lettered(
      failed.map((one) => titleOf(one, setting)),
      others,
      random,
    ),
    explanation: [...broken.values()].map((outcomes) =>
      says.finding(
        titleOf(outcomes[0], setting),
        outcomes.map((one) => findingText(one, session, setting)),
        cite(outcomes[0]?.basis ?? []),
      ),
    ),
    difficulty: broken.size > 1 ? 'hard' : 'medium',
    topic: says.namesOf(failed.map((one) => titleOf(one, setting))),
    posts: [...new Set(failed.flatMap(({ posts }) => posts))].map(setting.post),
    basis: cite([...new Set(failed.flatMap(({ basis }) => basis))]),
    rests: {
      ...restsOnNothing,
      rules: rules.filter((one) => !one.includes('/')),
      steps: rules.flatMap((one) => (one.includes('/') ? (one.split('/')[1] ?? []) : [])),
    },
    dossier: text,
  };
}

function byRule(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  return Map.groupBy(outcomes, ({ rule }) => rule);
}

/** Whether a file meets a rule in the edition of the day, each element of it that the rule is for. */
function isMet({ rule, edition }: AskedRule, session: Session): boolean {
  const asked = judgeRule(rule, session, {}).filter(({ status }) => status !== 'not-applicable');
  return (
    asked.length > 0 && asked.every((one) => one.status === 'pass' && one.edition === edition.from)
  );
}

function titleOf(outcome: Outcome | undefined, { speaker, says, step }: Setting): string {
  if (!outcome) return '';
  const { finding, title, rule } = outcome;
  const facet = finding?.kind === 'process' ? finding.facet : undefined;
  return facet ? says.processTitle[facet](step(rule.split('/')[1] ?? '')) : speaker.words(title);
}

/** What a rule reads of a file; of the process, its acts and documents. */
function fieldsOf(id: string, setting: Setting): ToldFields {
  const asked = setting.rules.find((one) => one.id === id);
  if (asked) return fieldsAsked(asked.rule, asked.edition, setting);
  const told: ToldFields = new Map();
  const { events, documents } = setting.subject.file;
  const isOfDocuments = id.endsWith('/documents');
  const list = isOfDocuments ? documents?.list : events?.list;
  const names = isOfDocuments
    ? [documents?.type]
    : [events?.type, events?.at, events?.actor, events?.post];
  const field = list === undefined ? undefined : setting.subject.type.fields.get(list);
  const record =
    field?.type.kind === 'list' && field.type.of.kind === 'context' ? field.type.of : undefined;
  for (const name of names) {
    const own = name === undefined ? undefined : record?.fields.get(name);
    if (field && own) tell(told, [field, own]);
  }
  return told;
}
