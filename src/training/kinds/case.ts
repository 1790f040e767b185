import type { FileToJudge } from '../../check/engine.ts';
import type { FileOfCase } from '../../cases/files.ts';
import { dossierFromYaml } from '../../dossier/from-yaml.ts';
import type { Judgement, Outcome } from '../../evaluate/outcome.ts';
import { newSession } from '../../evaluate/session.ts';
import type { Random } from '../../samples/random.ts';
import { foundIn } from '../../samples/judged.ts';
import { groundOf, type Ground } from '../../samples/patterns.ts';
import { newDrawing } from '../../samples/replacing.ts';
import { newMaker } from '../../samples/series.ts';
import { templateOf } from '../../samples/template.ts';
import { replaceAt } from '../../yaml/edit.ts';
import { factsOf, fieldsAsked, tell, tellAll, type ToldFields, valuesIn } from '../facts.ts';
import { casesOf, findingText, plainFile, type TaughtCase, treeOf } from '../judged.ts';
import { productOf } from './judgement.ts';
import { type Candidate, lettered, mixed, type Question, restsOnNothing } from '../question.ts';
import type { AskedRule, Setting } from '../setting.ts';

/** What may be wrong with the file of a case, at most. */
const mostFindings = 4;

/** Requirements to choose from. */
const options = 8;

/** Values that a case tells of its file, at most. */
const mostValues = 60;

/** Values that one requirement adds to what is told, at most. */
const mostOfOne = 12;

/** A whole file with one fault or several, of which all have to be found. */
export function caseExercises(setting: Setting): readonly Candidate[] {
  const ground = groundOf(setting.engine);
  if (!ground) return [];
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
        for (const first of mixed(cases, random).slice(0, 4)) {
          const others = mixed(failing, random)
            .slice(0, 6)
            .flatMap((one) => mixed(one.cases, random).slice(0, 1));
          const made = caseOf(id, first, others, random, ground, setting);
          if (made) return made;
        }
        return undefined;
      },
    };
  });
}

function caseOf(
  id: string,
  first: TaughtCase,
  others: readonly TaughtCase[],
  random: Random,
  ground: Ground,
  setting: Setting,
): Question | undefined {
  const { engine, subject, program } = setting;
  let file = first.file();
  if (!file?.base) return undefined;
  let text = JSON.stringify(plainFile(file.yaml));
  if (!isAskable(text, setting, mostFindings)) return undefined;
  const wanted = random.whole(1, 3);
  const planted = [first.rule.id];
  for (const other of others) {
    if (planted.length >= wanted) break;
    const both: FileOfCase | undefined = joined(file, other);
    if (!both || planted.includes(other.rule.id)) continue;
    const more = JSON.stringify(plainFile(both.yaml));
    const failed = isAskable(more, setting, mostFindings);
    if (![...planted, other.rule.id].every((rule) => failed?.has(rule))) continue;
    [file, text] = [both, more];
    planted.push(other.rule.id);
  }
  const found = foundIn([text], engine, subject);
  if (!found) return undefined;
  const template = templateOf([JSON.parse(text)], subject, program.calendar);
  const made = newMaker({ template, fault: first.rule.id, findings: found.findings }, ground);
  const [whole] =
    made(
      random.whole(1, 1_000_000),
      random.whole(1, 1_000_000),
      newDrawing(random.whole(1, 1_000_000)),
    ) ?? [];
  return whole === undefined ? undefined : exercise(id, whole, random, setting);
}

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
function isAskable(text: string, setting: Setting, most: number): ReadonlySet<string> | undefined {
  const judgement = judgementOf(text, setting);
  if (!judgement) return undefined;
  const failed = new Set(judgement.findings.map(({ rule }) => rule));
  const isPlain = judgement.findings.every(
    ({ status, rule, edition }) => status === 'fail' && isAsked(rule, edition, setting),
  );
  return isPlain && failed.size > 0 && failed.size <= most ? failed : undefined;
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
  { engine, subject }: Pick<Setting, 'engine' | 'subject'>,
): Judgement | undefined {
  const yaml = treeOf(text);
  const read = yaml && dossierFromYaml(yaml, subject.type);
  if (!read?.value || read.diagnostics.length > 0) return undefined;
  const file: FileToJudge = { subject, dossier: read.value };
  return engine.judge([file], {})[0];
}

function exercise(
  id: string,
  text: string,
  random: Random,
  setting: Setting,
): Question | undefined {
  const { subject, program, speaker, says, cite } = setting;
  const judgement = judgementOf(text, setting);
  const yaml = treeOf(text);
  const read = yaml && dossierFromYaml(yaml, subject.type);
  if (!judgement || !read?.value) return undefined;
  const session = newSession(program, read.value, subject, {});
  const { root } = session.dossier;
  const broken = byRule(judgement.findings);
  const told: ToldFields = new Map();
  for (const rule of broken.keys()) tellAll(told, fieldsOf(rule, setting));
  const passed = byRule(judgement.outcomes.filter(({ status }) => status === 'pass'));
  const others: string[] = [];
  const titles = new Set([...broken.values()].map(([one]) => titleOf(one, setting)));
  for (const rule of mixed(setting.rules, random)) {
    if (broken.size + others.length === options) break;
    if (rule.rule.group || rule.rule.rows || rule.rule.subject !== subject) continue;
    const own = passed.get(rule.id);
    const title = speaker.words(rule.edition.title);
    if (
      !own ||
      broken.has(rule.id) ||
      titles.has(title) ||
      !isPassed(own, judgement.outcomes, rule)
    )
      continue;
    const more = fieldsAsked(rule.rule, rule.edition, setting);
    const alone = valuesIn(factsOf(root, more, setting));
    if (alone === 0 || alone > mostOfOne) continue;
    const both: ToldFields = new Map();
    tellAll(both, told);
    tellAll(both, more);
    if (valuesIn(factsOf(root, both, setting)) > mostValues) continue;
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
    stem: says.caseAsked(productOf(JSON.parse(text), setting), speaker.asOf),
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

/** Whether a rule is met by every element, by the edition of the day. */
function isPassed(
  own: readonly Outcome[],
  all: readonly Outcome[],
  { id, edition }: AskedRule,
): boolean {
  const others = all.filter(
    (one) => one.rule === id && one.status !== 'pass' && one.status !== 'not-applicable',
  );
  return others.length === 0 && own.every((one) => one.edition === edition.from);
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
