import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../feel/calculator/evaluate.ts';
import type { Scope } from '../feel/calculator/scope.ts';
import type { Syntax } from '../feel/syntax.ts';
import type { Value } from '../feel/value.ts';
import {
  type Expression,
  inForce,
  type Program,
  type Reference,
  type Subject,
} from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import type { PlainDate } from '../values/temporal.ts';
import { bankDay } from './day.ts';
import type { Answers } from './outcome.ts';
import { readTable } from './table.ts';
import { unknown } from './unknown.ts';

/** One dossier under judgement: what was read of it is remembered, since rules share definitions and limits. */
export interface Session {
  readonly program: Program;
  readonly dossier: Dossier;
  readonly subject: Subject;
  readonly remembered: Map<string, Value>;
  /** What came back on the check-list; undefined when none was brought. */
  readonly answers: Answers | undefined;
}

export function newSession(
  program: Program,
  dossier: Dossier,
  subject: Subject,
  answers?: Answers,
): Session {
  return { program, dossier, subject, remembered: new Map(), answers };
}

/** A session on a day, with the variables of `each`. */
export interface Moment {
  readonly session: Session;
  /** ISO; undefined while the day itself is being worked out. */
  readonly day: string | undefined;
  readonly variables: ReadonlyMap<string, Value>;
}

/** The names of an expression, as rules read them: variables, fields, then definitions, parameters and tables. */
export function scopeOf({ session, day, variables }: Moment): Scope {
  const { program, dossier, subject } = session;
  return {
    get: (name) => {
      const variable = variables.get(name);
      if (variable !== undefined) return variable;
      if (subject.type.fields.has(name)) {
        const field = dossier.root.entries.get(name);
        return field === undefined ? unknown({ why: 'absent', pointer: `/${name}` }) : field;
      }
      const reference = program.references.get(name);
      return reference && read(reference, day, session);
    },
    call: (name, [on]) => {
      const reference = program.references.get(name);
      if (!reference) return undefined;
      const asked = on === undefined ? undefined : bankDay(on);
      if (typeof asked === 'string' || asked === undefined) return read(reference, asked, session);
      return asked;
    },
    pointerOf: (name) =>
      !variables.has(name) && subject.type.fields.has(name) ? `/${name}` : undefined,
  };
}

export function valueOf(expression: Expression | Syntax, moment: Moment): Value {
  const syntax = 'syntax' in expression ? expression.syntax : expression;
  return evaluate(syntax, scopeOf(moment), { nulls: 'rules' }, worldOf(moment.session.program));
}

/** What functions may read besides their arguments. */
export function worldOf({ calendar }: Program) {
  return {
    ...(calendar && {
      calendar: { isWorkingDay: (date: PlainDate) => isWorkingDay(calendar, date) },
    }),
  };
}

/** A definition, parameter or table on a day; the only edition when there is no day yet. */
function read(reference: Reference, day: string | undefined, session: Session): Value {
  const key = `${reference.name}@${day ?? ''}`;
  const known = session.remembered.get(key);
  if (known !== undefined) return known;
  const value = readAnew(reference, day, session);
  session.remembered.set(key, value);
  return value;
}

function readAnew(reference: Reference, day: string | undefined, session: Session): Value {
  const none = unknown({ why: 'no-value', pointer: reference.name });
  const moment: Moment = { session, day, variables: new Map() };
  switch (reference.kind) {
    case 'parameter':
      return editionOn(reference.editions, day)?.value ?? none;
    case 'definition': {
      const edition = editionOn(reference.editions, day);
      return edition ? valueOf(edition.is, moment) : none;
    }
    case 'table': {
      const edition = editionOn(reference.editions, day);
      if (!edition) return none;
      return readTable(reference, edition.rows, (syntax, column) => {
        const variables = new Map<string, Value>(column === undefined ? [] : [['?', column]]);
        return valueOf(syntax, { ...moment, variables });
      });
    }
  }
}

export function editionOn<T extends { readonly from: string; readonly until?: string }>(
  editions: readonly T[],
  day: string | undefined,
): T | undefined {
  if (day !== undefined) return inForce(editions, day);
  return editions.length === 1 ? editions[0] : undefined;
}
