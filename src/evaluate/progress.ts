import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { type Core, unwritten } from '../feel/core.ts';
import { call, constant, count } from '../feel/make.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Context, type Value } from '../feel/value.ts';
import {
  type ProcessEdition,
  type ProcessRule,
  type Program,
  type ProgramStep,
  type StepEditionProgram,
  type Subject,
} from '../program/ast.ts';
import { workingDaysOf } from '../program/step-limits.ts';
import type { EventsFile } from '../rulebook/files.ts';
import { toWhole } from '../values/rational.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { dayOf } from './day.ts';
import { recordingStep } from './due.ts';
import { pickEdition } from './edition.ts';
import { momentOf, newSession, onDay, type Session } from './session.ts';
import { traceOf, valueOf } from './value.ts';

/** How far a file has come in one step that it goes through. */
export interface StepProgress {
  readonly step: string;
  /** `next`: all that it waits for is done. `later`: something is not. */
  readonly state: 'done' | 'next' | 'later';
  /** The posts that may do it. */
  readonly posts: readonly string[];
  /** The day it was done, ISO. */
  readonly done?: string;
  /** Who did it, as the file names them. */
  readonly by?: readonly string[];
  readonly deadline?: Deadline;
}

/** By when a step is to be done. */
export interface Deadline {
  /** The step that the time runs from, and the day that was done. */
  readonly from: string;
  readonly since: string;
  readonly workingDays: number;
  /** The last day, ISO; undefined where the calendar of the year is not announced. */
  readonly day: string | undefined;
  /** By today: that working days have passed since, and how many; undefined where those cannot be counted yet. */
  readonly late?: { readonly workingDays: number | undefined };
  /** The first year that the calendar does not know, where that is in the way. */
  readonly unannounced?: number;
}

/** A step as the file has it. */
interface Standing {
  readonly step: ProgramStep;
  readonly edition: StepEditionProgram;
  /** The day that picked the edition, ISO. */
  readonly day: string | undefined;
  /** Whether the file goes through it, as far as can be told. */
  readonly goes: boolean;
  readonly done: string | undefined;
  readonly by: readonly string[];
}

/**
 * What is done of a file, what is next, by whom and by when, step by step in processing order.
 *
 * A step that no other waits for, and that has no time limit, is done when there is occasion: it is never next. Nothing
 * is next of a file that does not go on.
 *
 * @param today - for lateness, ISO
 */
export function progressOf(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  today: string | undefined,
): readonly StepProgress[] {
  const { events } = subject.file;
  if (!events) return [];
  const session = newSession(program, dossier, subject, { today });
  const standings = new Map(
    program.process
      .filter(({ facet }) => facet === 'gate')
      .flatMap((rule) => {
        const standing = standingOf(rule, session, events);
        return standing ? [[rule.step.id, standing] as const] : [];
      }),
  );
  const goesOn = isGoingOn(session, events, standings);
  return [...standings.values()].flatMap((standing): StepProgress[] => {
    const { step, edition, done, by, goes } = standing;
    const { posts } = edition;
    if (done !== undefined) return [{ step: step.id, state: 'done', posts, done, by }];
    if (!goes || !goesOn || !isExpected(standing, standings)) return [];
    const isNext = edition.after.every((id) => isBehind(id, standings, new Set()));
    if (!isNext) return [{ step: step.id, state: 'later', posts }];
    const deadline = deadlineOf(standing, standings, session);
    return [{ step: step.id, state: 'next', posts, ...(deadline && { deadline }) }];
  });
}

/** The steps that come before one, however far back. */
export function stepsBefore(step: string, { steps }: Pick<Program, 'steps'>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    const editions = steps.find((one) => one.id === id)?.editions ?? [];
    for (const other of editions.flatMap(({ after }) => after)) {
      if (found.has(other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(step);
  return found;
}

function standingOf(rule: ProcessRule, session: Session, events: EventsFile): Standing | undefined {
  const { step } = rule;
  const undated = momentOf(session, undefined);
  const picked = pickEdition(rule, undated, undefined);
  if (picked.kind === 'none') return undefined;
  const known = picked.kind === 'edition' ? picked : undefined;
  const edition: ProcessEdition | undefined = known?.edition ?? rule.editions.at(-1);
  if (!edition) return undefined;
  const moment = onDay(undated, known?.day);
  const acts = traceOf(edition.acts, moment).value;
  const own = isList(acts) ? acts.items.filter(isContext) : [];
  const goes = edition.of.when === undefined || valueOf(edition.of.when, moment) !== false;
  const done = doneOn(own, edition.of, events, session);
  const by = [...new Set(own.flatMap((act) => textIn(act, events.actor) ?? []))];
  return { step, edition: edition.of, day: known?.day, goes, done, by };
}

/** The day on which the last of its acts was first done; undefined where one is not. */
function doneOn(
  own: readonly Context[],
  { events: types }: StepEditionProgram,
  events: EventsFile,
  { program }: Session,
): string | undefined {
  const firsts = types.map((type) => {
    const days = own
      .filter((act) => textIn(act, events.type) === type)
      .map((act) => dayOf(act.entries.get(events.at) ?? null, program.setting.zone))
      .filter((day) => typeof day === 'string');
    return days.toSorted()[0];
  });
  const known = firsts.filter((day) => day !== undefined);
  return known.length === types.length ? known.toSorted().at(-1) : undefined;
}

/** Whether a step is behind the file: done, or not on its way and all before it behind. */
function isBehind(
  id: string,
  standings: ReadonlyMap<string, Standing>,
  seen: ReadonlySet<string>,
): boolean {
  const standing = standings.get(id);
  if (!standing || standing.done !== undefined || seen.has(id)) return true;
  if (standing.goes) return false;
  return standing.edition.after.every((other) =>
    isBehind(other, standings, new Set([...seen, id])),
  );
}

function isExpected(
  { step: { id }, edition }: Standing,
  standings: ReadonlyMap<string, Standing>,
): boolean {
  const isWaitedFor = [...standings.values()].some((other) => other.edition.after.includes(id));
  return isWaitedFor || edition.within !== undefined;
}

/** Whether the file goes on; what only steps that were not done record is then taken as not there. */
function isGoingOn(
  session: Session,
  { goesOn }: EventsFile,
  standings: ReadonlyMap<string, Standing>,
): boolean {
  const { program } = session;
  const definition = goesOn === undefined ? undefined : program.references.get(goesOn);
  if (definition?.kind !== 'definition') return true;
  const { name, type } = definition;
  const days = [...standings.values()].flatMap(({ done }) => done ?? []);
  const last = days.toSorted().at(-1) ?? session.today;
  const core: Core = { kind: 'reference', what: 'definition', name, type, span: unwritten };
  const { value } = traceOf(core, momentOf(session, last));
  if (!isUnknown(value)) return value !== false;
  return !value.missing.every(({ why, pointer }) => {
    const step = why === 'absent' ? recordingStep(pointer, program) : undefined;
    return step !== undefined && standings.get(step)?.done === undefined;
  });
}

function deadlineOf(
  { edition: { within }, day: governing }: Standing,
  standings: ReadonlyMap<string, Standing>,
  session: Session,
): Deadline | undefined {
  const { program, today } = session;
  const since = within && standings.get(within.from)?.done;
  if (!within || since === undefined) return undefined;
  const workingDays = workingDaysOf(within, governing ?? since, program);
  if (workingDays === undefined) return undefined;
  const { from } = within;
  const last = valueIn(session, call('add working days', dateCore(since), count(workingDays)));
  const day = isKind(last, 'date') ? printDate(last) : undefined;
  const limit = { from, since, workingDays, day };
  if (day === undefined) return { ...limit, unannounced: firstUnannounced(since, program) };
  if (today === undefined || today <= day) return limit;
  // a working day that is known to have passed is enough to be late
  const year = firstUnannounced(day, program);
  const isCounted = Number(today.slice(0, 4)) < year;
  const end = isCounted ? today : `${year - 1}-12-31`;
  const taken = valueIn(session, call('working days between', dateCore(day), dateCore(end)));
  const days = isKind(taken, 'number') ? (toWhole(taken) ?? 0) : 0;
  return {
    ...limit,
    ...(days > 0 && { late: { workingDays: isCounted ? days : undefined } }),
    ...(!isCounted && { unannounced: year }),
  };
}

/** The first year, from that of a day on, that the calendar does not know. */
function firstUnannounced(from: string, { calendar }: Program): number {
  let year = Number(from.slice(0, 4));
  while (calendar?.years.has(year) === true) year += 1;
  return year;
}

function valueIn(session: Session, core: Core): Value {
  return traceOf(core, momentOf(session, undefined)).value;
}

function dateCore(day: string): Core {
  return constant(parseDate(day) ?? null, { kind: 'date' });
}

function textIn(act: Context, name: string): string | undefined {
  const value = act.entries.get(name);
  return typeof value === 'string' ? value : undefined;
}
