import type {
  ProcessRule,
  Program,
  ProgramStep,
  StepEditionProgram,
  Subject,
} from '../program/ast.ts';
import type { EventsFile } from '../rulebook/files.ts';
import { workingDaysOf } from '../program/step-limits.ts';
import { type Days, newDays } from './days.ts';
import { isList, isRecord, type Plain, plainAt, type PlainRecord } from './plain.ts';

/** Ways to break one thing that are tried in one file, at most. */
const mostWays = 40;

/** An act on file, and its place in the list. */
interface Act {
  readonly place: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly post: string;
}

/**
 * A file changed in each of the ways that may break what the process asks of a step. Whether a way does, and what else
 * it breaks, is for judging to tell.
 */
export function faultsOfStep(
  file: Plain,
  { facet, editions }: ProcessRule,
  subject: Subject,
  program: Program,
): readonly Plain[] {
  const { events, documents, sample } = subject.file;
  if (!events || !isRecord(file)) return [];
  const asOf = plainAt(file, sample?.day);
  const days = newDays(typeof asOf === 'string' ? asOf : undefined, program.calendar);
  const edition = editions.at(-1)?.of;
  const acts = actsIn(file, events);
  const own = acts.filter(({ type }) => edition?.events.includes(type));
  const [first] = own;
  if (!edition || !first) return [];
  const of = (id: string) => {
    const types = program.steps.find((one) => one.id === id)?.editions.at(-1)?.events ?? [];
    return acts.filter(({ type }) => types.includes(type));
  };
  const change = (changed: ReadonlyMap<number, PlainRecord>) => withActs(file, events, changed);
  switch (facet) {
    case 'order':
      return edition.after.flatMap((id) => turned(own, of(id), days, events)).map(change);
    case 'time':
      return late(edition, own, acts, of, days, events, program).map(change);
    case 'post':
      return postsIn(program.steps)
        .filter((post) => !edition.posts.includes(post))
        .slice(0, mostWays)
        .map((post) => change(new Map([[first.place, { [events.post]: post }]])));
    case 'separation':
      return bySamePerson(own, acts, program, events).map(change);
    case 'documents':
      return documents
        ? edition.documents.map((type) => without(file, documents.list, documents.type, type))
        : [];
    case 'gate':
      return [];
  }
}

type Changes = ReadonlyMap<number, PlainRecord>;

/** The step comes before that which it has to come after, or that one comes later. */
function turned(
  own: readonly Act[],
  before: readonly Act[],
  days: Days,
  { at }: EventsFile,
): readonly Changes[] {
  const [first, last] = [earliest(own), latest(before)];
  if (!first || !last) return [];
  const moved = (acts: readonly Act[], day: string) =>
    new Map(acts.map(({ place, at: was }) => [place, { [at]: day + was.slice(10) }]));
  return [
    moved(own, days.shifted(last.at.slice(0, 10), -1)),
    moved(before, days.shifted(first.at.slice(0, 10), 1)),
    moved([last], days.shifted(first.at.slice(0, 10), 1)),
  ];
}

/** The step takes one working day more than it may: it and what follows it come later, or what it runs from earlier. */
function late(
  { within }: StepEditionProgram,
  own: readonly Act[],
  acts: readonly Act[],
  of: (step: string) => readonly Act[],
  days: Days,
  { at }: EventsFile,
  program: Program,
): readonly Changes[] {
  const starts = within ? of(within.from) : [];
  const [first, last, start] = [earliest(own), latest(own), latest(starts)];
  if (!within || !first || !last || !start) return [];
  const most = workingDaysOf(within, first.at.slice(0, 10), program);
  if (most === undefined) return [];
  const limit = most + 1;
  const due = days.shifted(start.at.slice(0, 10), limit);
  const by = workingDaysBetween(last.at.slice(0, 10), due, days);
  const moved = (which: readonly Act[], workingDays: number): Changes =>
    new Map(
      which.map(({ place, at: was }) => [
        place,
        { [at]: days.shifted(was.slice(0, 10), workingDays) + was.slice(10) },
      ]),
    );
  return [
    moved(own, by),
    moved([last], by),
    moved(
      acts.filter((act) => act.at >= first.at),
      by,
    ),
    moved(starts, -by),
    moved(
      acts.filter((act) => act.at <= start.at),
      -by,
    ),
  ];
}

function workingDaysBetween(from: string, to: string, days: Days): number {
  let count = 0;
  while (days.shifted(from, count) < to && count < 400) count += 1;
  return count;
}

/** Whoever did the step held a post before that nobody may hold beside it. */
function bySamePerson(
  own: readonly Act[],
  acts: readonly Act[],
  { incompatible }: Program,
  { actor }: EventsFile,
): readonly Changes[] {
  const excludes = (a: string, b: string) =>
    incompatible.some(({ posts }) => a !== b && posts.includes(a) && posts.includes(b));
  return own
    .flatMap((here) =>
      acts
        .filter((before) => before.at <= here.at && excludes(here.post, before.post))
        .flatMap((before): readonly Changes[] => [
          new Map([[here.place, { [actor]: before.actor }]]),
          new Map([[before.place, { [actor]: here.actor }]]),
        ]),
    )
    .slice(0, mostWays);
}

function postsIn(steps: readonly ProgramStep[]): readonly string[] {
  return [...new Set(steps.flatMap(({ editions }) => editions.flatMap(({ posts }) => posts)))];
}

function earliest(acts: readonly Act[]): Act | undefined {
  return acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

function latest(acts: readonly Act[]): Act | undefined {
  return acts.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
}

function actsIn(file: PlainRecord, { list, type, at, actor, post }: EventsFile): readonly Act[] {
  const events = file[list];
  if (!isList(events)) return [];
  return events.flatMap((event, place) => {
    if (!isRecord(event)) return [];
    const text = (name: string) => (typeof event[name] === 'string' ? event[name] : '');
    return [{ place, type: text(type), at: text(at), actor: text(actor), post: text(post) }];
  });
}

function withActs(file: PlainRecord, { list }: EventsFile, changed: Changes): Plain {
  const events = file[list];
  if (!isList(events)) return file;
  const acts = events.map((event, place) =>
    isRecord(event) ? { ...event, ...changed.get(place) } : event,
  );
  return { ...file, [list]: acts };
}

/** The file without the papers of one type. */
function without(file: PlainRecord, list: string, type: string, wanted: string): Plain {
  const papers = file[list];
  if (!isList(papers)) return file;
  return { ...file, [list]: papers.filter((paper) => !isRecord(paper) || paper[type] !== wanted) };
}
