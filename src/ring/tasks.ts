import { keysOf } from '../base/pointer.ts';
import { groupList, together } from '../dossier/together.ts';
import { isContext } from '../dossier/path.ts';
import { bound, type Moment, momentOf } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing, Unknown, Value } from '../feel/value.ts';
import type { Occasion, Program } from '../program/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { parseDate } from '../values/temporal-text.ts';
import { byCustomer, type Customers, withCustomers } from './customers.ts';
import { dayIn, type Lacking, lackingIn, truthIn, type Walked } from './walk.ts';

/** Files whose customer nobody can tell, at most, that are read with those of every customer; with more, no task is told. */
const mostUnplaced = 50;

/** The next contact with a customer, as an occasion opens it. */
export interface Task {
  readonly occasion: Occasion;
  readonly file: string;
  readonly customers: readonly string[];
  readonly branch: string | undefined;
  readonly officers: readonly string[];
  /** The key or position of the element; undefined for an occasion of the whole file. */
  readonly element: string | undefined;
  /** `blocked`: something that has to hold does not, as `why` says, and it is not opened. */
  readonly state: 'open' | 'late' | 'done' | 'blocked' | 'cannot-tell';
  /** The day it is due, ISO; undefined where that cannot be told. */
  readonly due: string | undefined;
  readonly why: readonly Words[];
  /** What would tell. */
  readonly lacking: readonly Lacking[];
}

/**
 * The tasks that the occasions of a rulebook open today, file by file.
 *
 * What has to hold is asked of all files of the customer that were given; those whose customer nobody can tell may be
 * the customer's, and count as perhaps so.
 *
 * @param today - ISO
 */
export function tasksOf(
  program: Program,
  files: readonly Walked[],
  today: string,
): readonly Task[] {
  const own = withCustomers(
    program,
    files,
    (subject) => program.occasions.find((one) => one.subject.name === subject)?.by,
    today,
  );
  const known = byCustomer(own);
  const unplaced = own.filter(({ lacking }) => lacking.length > 0);
  // a customer's files are put together once, and one customer's at a time
  const groups = Map.groupBy(own, ({ id, subject, customers }) =>
    [subject.name, ...(customers.length > 0 ? customers : ['', id])].join('\n'),
  );
  return [...groups.values()].flatMap((files) => {
    const [first] = files;
    if (!first) return [];
    const group = groupOf(first);
    return files.flatMap((file) =>
      program.occasions
        .filter(({ subject }) => subject === file.subject)
        .flatMap((occasion) => tasksIn(occasion, file, group, today)),
    );
  });

  function groupOf(file: Customers): Group {
    const { customers, subject } = file;
    const isOfKind = (one: Customers) => one.subject === subject;
    const theirs = customers.flatMap((customer) => known.get(customer) ?? []);
    const sure = new Set(customers.length > 0 ? theirs.filter(isOfKind) : [file]);
    const perhaps = unplaced.filter((one) => !sure.has(one) && isOfKind(one));
    const isTried = perhaps.length <= mostUnplaced;
    const members = [...sure, ...(isTried ? perhaps : [])];
    const doubts = members.map((one): Unknown | undefined =>
      sure.has(one) ? undefined : { kind: 'unknown', missing: one.lacking },
    );
    const dossiers = members.map(({ dossier }) => dossier);
    const list = together(dossiers, doubts).root.entries.get(groupList) ?? null;
    const untried = isTried
      ? []
      : perhaps.slice(0, mostUnplaced).flatMap(({ id, lacking }) => lackingIn(lacking, id));
    return { members, list, untried };
  }
}

/** All files of a customer, as expressions read them. */
interface Group {
  readonly members: readonly Walked[];
  readonly list: Value;
  /** Of files that may be the customer's, too many to be read with each: what would tell. */
  readonly untried: readonly Lacking[];
}

function tasksIn(
  occasion: Occasion,
  file: Customers,
  group: Group,
  today: string,
): readonly Task[] {
  const { variables, each } = occasion;
  const start = momentOf(file.session, today);
  const day = bound(start, variables.today, parseDate(today) ?? null);
  const outside = bound(day, variables.dossiers, group.list);
  const blank: Task = {
    occasion,
    file: file.id,
    customers: file.customers,
    branch: file.branch,
    officers: file.officers,
    element: undefined,
    state: 'cannot-tell',
    due: undefined,
    why: [],
    lacking: [],
  };
  if (!each) return taskIn(blank, outside);
  const list = valueOf(each.list, outside);
  if (isUnknown(list)) return [lacks(blank, list.missing)];
  if (!isList(list)) return [];
  return list.items.flatMap((item, index) => {
    const named = { ...blank, element: elementOf(item, index, each.key) };
    const doubt = list.maybe?.[index] ?? (isUnknown(item) ? item : undefined);
    if (doubt) return [lacks(named, doubt.missing)];
    return taskIn(named, bound(outside, each.variable, item));
  });

  function taskIn(base: Task, moment: Moment): readonly Task[] {
    const applies = occasion.when ? truthIn(occasion.when, moment) : true;
    if (applies === false) return [];
    if (isUnknown(applies)) return [lacks(base, applies.missing)];
    const due = dayIn(occasion.due, moment);
    if (due === null) return [];
    if (isUnknown(due)) return [lacks(base, due.missing)];
    const whole = bound(moment, variables.due, parseDate(due) ?? null);
    const dated = { ...base, due };
    if (group.untried.length > 0) return [{ ...dated, lacking: group.untried }];
    const told = occasion.answered ? truthIn(occasion.answered, whole) : false;
    const isAbsent = isUnknown(told) && told.missing.every((one) => one.why === 'absent');
    const answered = occasion.entry.data.ifAbsent === 'open' && isAbsent ? false : told;
    if (answered === true) return [{ ...dated, state: 'done' }];
    const needs = occasion.needs.map((need) => ({ ...need, holds: truthIn(need.is, whole) }));
    const why = needs.flatMap(({ holds, otherwise }) => (holds === false ? [otherwise] : []));
    if (isUnknown(answered)) return [lacks({ ...dated, why }, answered.missing)];
    if (why.length > 0) return [{ ...dated, state: 'blocked', why }];
    const open = needs.flatMap(({ holds }) => (isUnknown(holds) ? holds.missing : []));
    if (open.length > 0) return [lacks(dated, open)];
    return [{ ...dated, state: today > due ? 'late' : 'open' }];
  }

  function lacks(base: Task, missing: readonly Missing[]): Task {
    return { ...base, state: 'cannot-tell', lacking: lackingIn(missing, file.id, group.members) };
  }
}

function elementOf(item: Value, index: number, key: string | undefined): string {
  const own = key !== undefined && isContext(item) ? item.entries.get(key) : undefined;
  if (typeof own === 'string') return own;
  const place = isContext(item) ? Number(keysOf(item.pointer ?? '').at(-1)) : Number.NaN;
  return String((Number.isInteger(place) ? place : index) + 1);
}
