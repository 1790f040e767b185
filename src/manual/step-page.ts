import { fieldAlong, parsePath } from '../dossier/path.ts';
import {
  inForce,
  type Parameter,
  type Program,
  type ProgramStep,
  type StepLimit,
  type Subject,
} from '../program/ast.ts';
import { parameterOf, timesOfStep, workingDaysOf } from '../program/step-limits.ts';
import { phaseOf } from '../program/joined.ts';
import { branchOf, levelOf, pathFrom, type Rulebook } from '../rulebook/ast.ts';
import type { Named, RulePage, StepPage } from './model.ts';
import { isDeadline } from '../words/deadlines.ts';
import { spanOf } from './reads.ts';
import { type RuleSetting, wordTitle } from './rule-page.ts';

/** What the page of a step needs besides the step. */
export interface StepSetting extends Pick<RuleSetting, 'speaker' | 'cite' | 'post' | 'document'> {
  readonly program: Program;
  readonly rulebook: Rulebook;
  readonly step: (id: string) => Named;
  readonly rule: (id: string) => Named;
  readonly subject: Subject | undefined;
  readonly next: Named | undefined;
  /** `2.3` */
  readonly number: string;
  /** Whether a time is no step's own: rules of many steps hold days against it. */
  readonly isCommon: (limit: Parameter) => boolean;
}

/** Steps that a time may be set in and still be the time of each. */
const fewSteps = 3;

/** Times that rules of so many steps read that they are no time limit of any: how far days on one file may lie apart. */
export function commonTimes(program: Program, day: string): ReadonlySet<Parameter> {
  const steps = new Map<Parameter, Set<string>>();
  for (const { id } of program.steps)
    for (const { limit } of timesOfStep(id, program, day))
      steps.set(limit, (steps.get(limit) ?? new Set()).add(id));
  return new Set([...steps].flatMap(([limit, { size }]) => (size > fewSteps ? [limit] : [])));
}

export function stepPage(
  { id, step, editions }: ProgramStep,
  rules: readonly RulePage[],
  setting: StepSetting,
): StepPage {
  const { speaker, cite, program } = setting;
  const { words } = speaker;
  const { data, path, yaml } = step.entry;
  const edition = inForce(editions, speaker.asOf) ?? editions.at(-1);
  return {
    id,
    number: setting.number,
    path: pathFrom(setting.rulebook, path, yaml.span),
    branch: words(branchOf(setting.rulebook, yaml.span)?.title) || undefined,
    owner: words(setting.rulebook.layers[levelOf(setting.rulebook, yaml.span)]?.title),
    phase: phaseNamed(id, setting),
    title: words(data.title),
    purpose: words(data.purpose),
    takes: words(data.takes),
    gives: words(data.gives),
    kind: edition?.kind ?? 'bank',
    level: edition?.level ?? 'mandatory',
    posts: (edition?.posts ?? []).map(setting.post),
    events: (edition?.events ?? []).map((event) => ({
      id: event,
      title: eventTitle(event, setting),
    })),
    when: edition?.when && speaker.criterion(edition.when.core),
    after: (edition?.after ?? []).map(setting.step),
    within: edition?.within && withinOf(edition.within, setting),
    times: edition?.within ? [] : timesOf(id, setting),
    tasks: (data.tasks ?? []).map(({ post, does }) => ({
      post: setting.post(post),
      does: words(does),
    })),
    returns: (data.returns ?? []).map(({ to, why }) => ({
      to: setting.step(to),
      why: words(why),
    })),
    talk: (data.talk ?? []).map(({ when, posts = [], say, never, why }) => ({
      when: words(when),
      posts: posts.map(setting.post),
      say: words(say),
      never: words(never),
      why: why.map(setting.rule),
    })),
    record: data.record && {
      title: words(program.subjects.get(data.record.subject)?.file.title),
      says: words(data.record.says),
    },
    documents: (edition?.documents ?? []).map(setting.document),
    gate: (edition?.gate ?? []).map(setting.rule),
    basis: cite(edition?.basis ?? []),
    editions: data.editions ? editions.map(spanOf) : [],
    rules,
    next: setting.next,
  };
}

function phaseNamed(id: string, { rulebook, speaker }: StepSetting): Named | undefined {
  const phase = phaseOf(rulebook, id);
  return phase && { id: phase.phase, title: speaker.words(phase.title) };
}

/** Characters of a day that a time runs from, at most: a longer one is a condition, which its rule says. */
const longestDay = 40;

/** Days and working days that rules in force hold a time against; months are ages and terms. */
function timesOf(
  id: string,
  { program, speaker, rule: named, isCommon }: StepSetting,
): StepPage['times'] {
  return timesOfStep(id, program, speaker.asOf).flatMap(({ rule, limit, from }) => {
    const now = inForce(limit.editions, speaker.asOf);
    const unit = limit.type.kind === 'number' ? limit.type.unit : undefined;
    const isDays = unit === 'days' || unit === 'working-days';
    if (!now || !isDays || isCommon(limit) || !inForce(rule.editions, speaker.asOf)) return [];
    const value = speaker.value(limit, now.value);
    const title = speaker.words(limit.title);
    const days = new Set(from.map((one) => speaker.plain(one)));
    // which of several it runs from its rule says
    const [day = ''] = days.size === 1 ? days : [];
    return [
      {
        rule: named(rule.id),
        limit: { id: limit.name, title },
        value,
        from: day.length > longestDay ? '' : day,
        isDeadline: unit === 'working-days' || isDeadline(limit.title),
      },
    ];
  });
}

/** Undefined where no value is in force on the day. */
function withinOf(within: StepLimit, { program, speaker, step }: StepSetting) {
  const workingDays = workingDaysOf(within, speaker.asOf, program);
  const parameter = parameterOf(within.limit, program);
  return workingDays === undefined
    ? undefined
    : {
        workingDays,
        from: step(within.from).title,
        parameter: parameter && { id: parameter.name, title: speaker.words(parameter.title) },
      };
}

/** The title of a type of event, from the schema of the file it is recorded in. */
function eventTitle(event: string, { subject, speaker }: StepSetting): string {
  const events = subject?.file.events;
  const steps = events && parsePath(events.list);
  const list = subject && steps && fieldAlong(subject.type, steps)?.type;
  const record = list?.kind === 'list' ? list.of : undefined;
  const type =
    record?.kind === 'context' && events ? record.fields.get(events.type)?.type : undefined;
  return wordTitle(type, event, speaker.words);
}
