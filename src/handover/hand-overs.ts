import { type Act, actsOf, type ActTime, wallOf } from '../evaluate/acts.ts';
import { momentOf, newSession } from '../evaluate/session.ts';
import { textsIn } from '../evaluate/texts.ts';
import { valueOf } from '../evaluate/value.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Program, Subject } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import { dateOfEpochDay } from '../values/temporal.ts';

/** A file, to be looked through for hand-overs. */
export interface Handled {
  readonly id: string;
  readonly subject: Subject;
  readonly dossier: Dossier;
}

/** From one event of a file to the next, where the post or the person changes. */
export interface HandOver {
  readonly file: string;
  readonly branch: string | undefined;
  readonly from: TimedAct;
  readonly to: TimedAct;
  /** Whether the file was sent back by the first of them. */
  readonly isReturn: boolean;
  /** Days of work after the first and up to the second; undefined where the calendar does not know a year. */
  readonly workingDays: number | undefined;
  /** Hours by the clock, days off left out; undefined besides where a time of day is not known. */
  readonly hours: number | undefined;
}

export type TimedAct = Act & { readonly at: ActTime };

/** A field that would tell whether, when, or between whom a file changed hands. */
export interface Untold {
  readonly file: string;
  readonly event: string | undefined;
  /** JSON pointers. */
  readonly lacking: readonly string[];
}

/** What the events of one file come to. */
export interface HandledFile {
  readonly id: string;
  readonly branch: string | undefined;
  readonly customers: readonly string[];
  readonly acts: readonly TimedAct[];
  readonly handOvers: readonly HandOver[];
  readonly untold: readonly Untold[];
  readonly outOfOrder: readonly string[];
}

const secondsPerDay = 86_400;

/**
 * The hand-overs of files, each by its events in the order of their times.
 *
 * An event without a time may have come between any two: of a file with one no hand-over is told. Without a post or a
 * person on one side, what cannot be told is whether it changed hands, or between whom.
 */
export function handledFiles(program: Program, files: readonly Handled[]): readonly HandledFile[] {
  const { zone } = program.setting;
  const worked = new Map<number, boolean | undefined>();
  return files.flatMap(({ id, subject, dossier }) => {
    const { events } = subject.file;
    if (!events) return [];
    const { timed, untimed, outOfOrder, missing } = actsOf(dossier, subject, zone);
    const by = program.measures.find((measure) => measure.subject === subject)?.by;
    const terms = by ?? program.rounds.get(subject.name)?.by;
    const session = newSession(program, dossier, subject);
    const read = (what: 'branch' | 'customer') =>
      terms ? textsIn(valueOf(terms[what], momentOf(session, undefined))).texts : [];
    const [branch] = read('branch');
    const file = { id, branch, customers: read('customer'), acts: timed, outOfOrder };
    if (missing.length > 0 || untimed.length > 0) {
      const lacking = missing.map(({ pointer }) => pointer);
      const untold = [
        ...(missing.length > 0 ? [{ file: id, event: undefined, lacking }] : []),
        ...untimed.map(({ event, place }) => ({
          file: id,
          event,
          lacking: [`${place}/${events.at}`],
        })),
      ];
      return [{ ...file, handOvers: [], untold }];
    }
    const untold: Untold[] = [];
    const handOvers = timed.slice(1).flatMap((to, index): readonly HandOver[] => {
      const from = timed[index];
      if (!from) return [];
      const lacking = [from, to].flatMap(({ post, actor, place }) => [
        ...(post === undefined ? [`${place}/${events.post}`] : []),
        ...(actor === undefined ? [`${place}/${events.actor}`] : []),
      ]);
      const known = (what: 'post' | 'actor') => from[what] !== undefined && to[what] !== undefined;
      const isOther = known('post') && from.post !== to.post;
      if (!known('post') || (!known('actor') && !isOther)) {
        untold.push({ file: id, event: to.event, lacking });
        return [];
      }
      if (!isOther && from.actor === to.actor) return [];
      const waited = between(from.at, to.at);
      return [{ file: id, branch, from, to, isReturn: from.isReturn, ...waited }];
    });
    return [{ ...file, handOvers, untold }];
  });

  function between(from: ActTime, to: ActTime): Pick<HandOver, 'workingDays' | 'hours'> {
    const [first, last] = [from, to].map(({ day }) => wallOf(day) / secondsPerDay);
    if (first === undefined || last === undefined)
      return { workingDays: undefined, hours: undefined };
    let workingDays = 0;
    let seconds = 0;
    for (let day = first; day <= last; day += 1) {
      const is = isWorked(day);
      if (is === undefined) return { workingDays: undefined, hours: undefined };
      if (!is) continue;
      if (day > first) workingDays += 1;
      const [begins, ends] = [day * secondsPerDay, (day + 1) * secondsPerDay];
      seconds += Math.min(ends, to.wall) - Math.max(begins, from.wall);
    }
    const isTimed = from.isTimed && to.isTimed;
    return { workingDays, hours: isTimed ? Math.round(seconds / 360) / 10 : undefined };
  }

  /** Whether a day is worked, by days since 1970; without a calendar nobody knows. */
  function isWorked(day: number): boolean | undefined {
    if (worked.has(day)) return worked.get(day);
    const date = dateOfEpochDay(day);
    const is = program.calendar && date ? isWorkingDay(program.calendar, date) : undefined;
    worked.set(day, is);
    return is;
  }
}
