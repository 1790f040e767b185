import type { Dossier } from '../dossier/dossier.ts';
import type { Core, Variable } from '../feel/core.ts';
import { newBudget } from '../feel/operations/limits.ts';
import type { Operating } from '../feel/operations/operating.ts';
import type { Value } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import type { PlainDate } from '../values/temporal.ts';
import type { Answers, Outcome } from './outcome.ts';
import type { Behind, Trace } from './trace.ts';

/** One dossier under judgement: what was read of it is remembered, since rules share definitions and limits. */
export interface Session {
  readonly program: Program;
  readonly dossier: Dossier;
  readonly subject: Subject;
  /** What definitions, parameters and tables came to, by name and day. */
  readonly remembered: Map<string, Behind>;
  /** The same of those that read a row: of the row that was read last. */
  readonly ofRow: { row: Value | undefined; readonly remembered: Map<string, Behind> };
  /** What loops over the file came to that are the same on every day: steps of the process share them. */
  readonly ofFile: Map<Core, Trace>;
  /** What rules said so far, by id. */
  readonly judged: Map<string, readonly Outcome[]>;
  /** What came back on the check-list; undefined when none was brought. */
  readonly answers: Answers | undefined;
  /** For lateness only, ISO; undefined where nobody gave it. */
  readonly today: string | undefined;
}

export function newSession(
  program: Program,
  dossier: Dossier,
  subject: Subject,
  {
    answers,
    today,
  }: { readonly answers?: Answers | undefined; readonly today?: string | undefined } = {},
): Session {
  return {
    program,
    dossier,
    subject,
    remembered: new Map(),
    ofRow: { row: undefined, remembered: new Map() },
    ofFile: new Map(),
    judged: new Map(),
    answers,
    today,
  };
}

/** Where an evaluation stands: a session on a day, and what its variables have come to. */
export interface Moment {
  readonly session: Session;
  /** ISO; undefined while the day itself is being worked out: what has several editions has no value then. */
  readonly day: string | undefined;
  /** By the ids of the variables. */
  readonly bindings: ReadonlyMap<number, Value>;
  /** The variable that was bound last, and the moment before it was. */
  readonly inside: { readonly variable: number; readonly outer: Moment } | undefined;
  /** What came to be the same for every element of the loops inside: it is worked out once. */
  readonly constant: Map<Core, Trace>;
  readonly work: Work;
}

/** What a rule has used up of what it may, and the field that it read last. */
export interface Work extends Operating {
  record: string | undefined;
  field: string;
  /** What definitions and tables came to that were called with arguments, by name, day and arguments. */
  readonly called: Map<string, Behind>;
}

/** Lets go of what was worked out of a file; it is worked out again where somebody asks. */
export function forget(session: Session): void {
  session.remembered.clear();
  session.ofRow.remembered.clear();
  session.ofFile.clear();
}

/** The beginning of an evaluation, with a budget of its own. */
export function momentOf(session: Session, day: string | undefined): Moment {
  const work = newWork(session.program);
  return { session, day, bindings: new Map(), inside: undefined, constant: new Map(), work };
}

/** The same variables on another day. */
export function onDay(moment: Moment, day: string | undefined): Moment {
  const { inside } = moment;
  const constant = new Map<Core, Trace>();
  if (!inside) return { ...moment, day, constant };
  return { ...moment, day, constant, inside: { ...inside, outer: onDay(inside.outer, day) } };
}

export function bound(moment: Moment, variable: Variable, value: Value): Moment {
  const { id } = variable;
  const bindings = new Map(moment.bindings);
  bindings.set(id, value);
  return { ...moment, bindings, inside: { variable: id, outer: moment }, constant: new Map() };
}

export function newWork({ calendar, setting }: Program): Work {
  return {
    reading: { nulls: 'rules', setting },
    budget: newBudget(),
    record: undefined,
    field: '',
    called: new Map(),
    ...(calendar && {
      calendar: { isWorkingDay: (date: PlainDate) => isWorkingDay(calendar, date) },
    }),
  };
}
