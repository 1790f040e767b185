import { pointerTo } from '../base/pointer.ts';
import type { NotHeld } from '../checklist/problems.ts';
import type { Dossier, Held } from '../dossier/dossier.ts';
import { isContext, pointerOfNames, valueOfPath } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { unknown } from '../feel/operations/unknown.ts';
import { type Context, isKind, type Unknown, type Value } from '../feel/value.ts';
import type { Subject } from '../program/ast.ts';
import { compare, type Rational, whole } from '../values/rational.ts';
import { printDate } from '../values/temporal-text.ts';
import { compareDates, type PlainDate } from '../values/temporal.ts';
import { dayAtZone, type Zone } from '../values/zone.ts';

type SubjectFile = Subject['file'];
type PeopleFile = NonNullable<SubjectFile['people']>;
type LookUpsFile = NonNullable<SubjectFile['lookUps']>;
type LookUpFile = NonNullable<LookUpsFile['fields']>[number];

/** A register of people (员工名册), ready to be asked who held which post on which day. */
export interface People {
  /** Of which organisation it is. */
  readonly of: string;
  /** The last day that it speaks of. */
  readonly upTo: PlainDate;
  /** A file as the register leaves it; the same one where it bears out all that the file says. */
  readonly lookUp: (dossier: Dossier, declared: SubjectFile) => Dossier;
  /** The organisation that a file is of, where the register is of another. */
  readonly stranger: (dossier: Dossier, declared: SubjectFile) => string | undefined;
  /** Whether somebody, by id or by name, held any post on a day. */
  readonly acted: (person: string, day: PlainDate) => 'held' | NotHeld;
  /** The posts that somebody held on a day, by id, or why that is not told. */
  readonly posts: (id: string, day: PlainDate) => readonly string[] | NotHeld;
  /** Somebody's id, by id or by name; undefined where nobody or more than one goes by it. */
  readonly idOf: (person: string) => string | undefined;
  /** Everybody who has an id. */
  readonly everybody: readonly Person[];
}

/** Somebody of a register. */
export interface Person {
  readonly id: string;
  readonly branch: string | undefined;
  /** The posts of their record, and whether they held them on a day; undefined where that is not told at all. */
  readonly postsOn: (day: PlainDate) => ReadonlyMap<string, Truth> | undefined;
  /** Their posts with first and last day, ISO; undefined where a record is not whole. */
  readonly tenures: readonly Tenure[] | undefined;
}

export interface Tenure {
  readonly post: string;
  readonly from: string;
  /** null where it goes on. */
  readonly until: string | null;
}

/** A post that somebody did not hold is no post that a rule may name, and no gap either. */
const notHeld = '(not held)';

/** Undefined where it cannot be told. */
type Truth = boolean | undefined;

/**
 * Reads a register of people; undefined where it does not say of which organisation it is, or up to which day it speaks.
 *
 * What a file says of somebody's post is taken for true where the register bears it out. A post that they did not hold
 * on that day is no post, and a level of authority no higher than theirs; where the register lacks the person, or does not
 * tell, both are unknown. All engines then judge the file as any other.
 *
 * @param zone - the clock that tells the day of a moment
 */
export function peopleOf(root: Context, names: PeopleFile, zone: Zone): People | undefined {
  const upTo = dayOf(valueOfPath(root, names.upTo), zone);
  const of = valueOfPath(root, names.of);
  if (!upTo || typeof of !== 'string') return undefined;
  const people = recordsOf(root.entries.get(names.list)) ?? [];
  const byId = Map.groupBy(people, (one) => one.entries.get(names.id));
  const { name } = names;
  const byName = name === undefined ? byId : Map.groupBy(people, (one) => one.entries.get(name));
  const everybody = people.flatMap((one): Person[] => {
    const id = one.entries.get(names.id);
    const branch = names.branch === undefined ? undefined : one.entries.get(names.branch);
    if (typeof id !== 'string') return [];
    return [
      {
        id,
        branch: typeof branch === 'string' ? branch : undefined,
        postsOn: (day) => postsOn(one, day),
        get tenures() {
          return tenuresOf(one);
        },
      },
    ];
  });
  return { of, upTo, lookUp, stranger, acted, posts: heldBy, idOf, everybody };

  function tenuresOf(person: Context): readonly Tenure[] | undefined {
    const { list, post, from, until } = names.posts;
    const records = recordsOf(person.entries.get(list));
    const left = names.left === undefined ? null : (person.entries.get(names.left) ?? null);
    const gone = dayOf(left, zone);
    const tenures = records?.flatMap(({ entries }): Tenure[] => {
      const [own, start] = [entries.get(post), dayOf(entries.get(from), zone)];
      const last = entries.get(until);
      const end = last === null ? gone : dayOf(last, zone);
      if (typeof own !== 'string' || !start || (last !== null && !end)) return [];
      return [{ post: own, from: printDate(start), until: end ? printDate(end) : null }];
    });
    return tenures?.length === records?.length ? tenures : undefined;
  }

  function lookUp(dossier: Dossier, declared: SubjectFile): Dossier {
    const { lookUps } = declared;
    if (!lookUps) return dossier;
    const elsewhere =
      stranger(dossier, declared) === undefined ? undefined : pointerOfNames(lookUps.of);
    const held = new Map<string, Held>();
    let { root: looked } = dossier;
    for (const one of lookUpsIn(declared, lookUps)) {
      const list = looked.entries.get(one.list);
      if (!isList(list)) continue;
      const items = list.items.map((act) =>
        isContext(act) ? actLookedUp(act, one, elsewhere, held) : act,
      );
      if (items.every((item, place) => item === list.items[place])) continue;
      const entries = new Map([...looked.entries, [one.list, { ...list, items }]]);
      looked = { ...looked, entries };
    }
    if (looked === dossier.root) return dossier;
    return {
      root: looked,
      get yaml() {
        return dossier.yaml;
      },
      malformed: dossier.malformed,
      held,
    };
  }

  function stranger({ root: file }: Dossier, { lookUps }: SubjectFile): string | undefined {
    const own = lookUps && valueOfPath(file, lookUps.of);
    return typeof own === 'string' && own !== of ? own : undefined;
  }

  function idOf(person: string): string | undefined {
    const [one, second] = byId.get(person) ?? byName.get(person) ?? [];
    const id = second ? undefined : one?.entries.get(names.id);
    return typeof id === 'string' ? id : undefined;
  }

  function acted(person: string, day: PlainDate): 'held' | NotHeld {
    const found = byId.get(person) ?? byName.get(person);
    const [one, second] = found ?? [];
    if (!one) return 'not-in-register';
    const posts = second ? undefined : postsOn(one, day);
    if (!posts) return 'unclear-in-register';
    const states = [...posts.values()];
    if (states.includes(true)) return 'held';
    return states.includes(undefined) ? 'unclear-in-register' : 'no-post';
  }

  function heldBy(id: string, day: PlainDate): readonly string[] | NotHeld {
    const [one, second] = byId.get(id) ?? [];
    if (!one) return 'not-in-register';
    const held = second ? undefined : postsOn(one, day);
    if (!held || [...held.values()].includes(undefined)) return 'unclear-in-register';
    const posts = [...held].flatMap(([post, is]) => (is === true ? [post] : []));
    return posts.length === 0 ? 'no-post' : posts;
  }

  /**
   * An act with its post and level as the register has them; itself where nothing differs.
   *
   * @param elsewhere - where a file says that it is of another organisation, which leaves all of them open
   */
  function actLookedUp(
    act: Context,
    { person, day, post, level }: LookUpFile,
    elsewhere: string | undefined,
    held: Map<string, Held>,
  ): Context {
    const { entries, pointer = '' } = act;
    const on = dayOf(entries.get(day), zone);
    const changed = new Map<string, Value>();
    const said = post === undefined ? undefined : entries.get(post);
    if (post !== undefined && typeof said === 'string') set(post, postOf(said, post));
    const claimed = level === undefined ? undefined : entries.get(level);
    if (level !== undefined && isKind(claimed, 'number')) set(level, levelOf(claimed, level));
    return changed.size === 0 ? act : { ...act, entries: new Map([...entries, ...changed]) };

    function set(name: string, value: Value): void {
      if (value !== entries.get(name)) changed.set(name, value);
    }

    function postOf(claim: string, name: string): Value {
      const place = pointerTo(pointer, name);
      const known = entryFor(place);
      if ('missing' in known) return known;
      const posts = postsOn(known.entry, known.on);
      const is = posts && stateOf(posts, claim);
      if (!posts || is === undefined) return unknown('unclear-in-register', place);
      if (is) return claim;
      const others = [...posts].flatMap(([one, isHeld]) => (isHeld ? [one] : []));
      held.set(place, { said: claim, posts: others });
      return notHeld;
    }

    function levelOf(claim: Rational, name: string): Value {
      const place = pointerTo(pointer, name);
      const known = entryFor(place);
      if ('missing' in known) return known;
      const most = levelOn(known.entry, known.on, claim);
      if (!most) return unknown('unclear-in-register', place);
      return compare(most, claim) < 0 ? most : claim;
    }

    function entryFor(
      place: string,
    ): Unknown | { readonly entry: Context; readonly on: PlainDate } {
      if (elsewhere !== undefined) return unknown('other-register', elsewhere);
      const id = entries.get(person);
      if (typeof id !== 'string') return unknown('absent', pointerTo(pointer, person));
      if (!on) return unknown('absent', pointerTo(pointer, day));
      const [entry, second] = byId.get(id) ?? [];
      if (!entry) return unknown('not-in-register', place);
      return second ? unknown('unclear-in-register', place) : { entry, on };
    }
  }

  /** Whether somebody held each post of their record on a day; undefined where that is not told at all. */
  function postsOn(person: Context, day: PlainDate): ReadonlyMap<string, Truth> | undefined {
    const { post, from, until, list } = names.posts;
    const present = isPresent(person, day);
    const records = recordsOf(person.entries.get(list));
    if (!records) return undefined;
    const posts = new Map<string, Truth>();
    for (const record of records) {
      const own = record.entries.get(post);
      const is = both(present, isWithin(day, record, from, until));
      if (typeof own === 'string') posts.set(own, either(posts.get(own) ?? false, is));
      else if (is !== false) return undefined;
    }
    return posts;
  }

  /** The highest level that somebody had on a day, where it is told as far as the level that a file claims. */
  function levelOn(person: Context, day: PlainDate, claimed: Rational): Rational | undefined {
    if (!names.levels) return undefined;
    const { list, post, level, from, until } = names.levels;
    const posts = postsOn(person, day);
    const records = recordsOf(person.entries.get(list));
    if (!posts || !records) return undefined;
    let most = whole(0);
    let isTold = true;
    for (const record of records) {
      const heldFor = record.entries.get(post);
      const own = record.entries.get(level);
      const isHeld = typeof heldFor === 'string' ? stateOf(posts, heldFor) : undefined;
      const is = both(isHeld, isWithin(day, record, from, until));
      if (is === false) continue;
      if (is === undefined || !isKind(own, 'number')) isTold = false;
      else if (compare(own, most) > 0) most = own;
    }
    return isTold || compare(most, claimed) >= 0 ? most : undefined;
  }

  /** Whether somebody was there on a day: neither gone nor away, and the register speaks of that day. */
  function isPresent(person: Context, day: PlainDate): Truth {
    if (!upTo || compareDates(day, upTo) > 0) return undefined;
    const left = names.left === undefined ? null : person.entries.get(names.left);
    const isThere = left === null ? true : isUpTo(day, left);
    if (!names.absences) return isThere;
    const { list, from, until } = names.absences;
    const records = recordsOf(person.entries.get(list));
    if (!records) return isThere === false ? false : undefined;
    return records.reduce<Truth>(
      (there, record) => both(there, not(isWithin(day, record, from, until))),
      isThere,
    );
  }

  function isWithin(day: PlainDate, { entries }: Context, from: string, until: string): Truth {
    const start = dayOf(entries.get(from), zone);
    const end = entries.get(until);
    return both(start && compareDates(start, day) <= 0, end === null ? true : isUpTo(day, end));
  }

  function isUpTo(day: PlainDate, last: Value | undefined): Truth {
    const end = dayOf(last, zone);
    return end && compareDates(day, end) <= 0;
  }
}

/** What is looked up in a file: posts of events and waivers, and what its subject adds. */
export function lookUpsIn(
  { events, waivers }: SubjectFile,
  { fields = [] }: Partial<LookUpsFile> = {},
): readonly LookUpFile[] {
  return [
    ...(events
      ? [{ list: events.list, person: events.actor, day: events.at, post: events.post }]
      : []),
    ...(waivers
      ? [
          {
            list: waivers.list,
            person: waivers.approvedBy,
            day: waivers.approvedOn,
            post: waivers.post,
          },
        ]
      : []),
    ...fields,
  ];
}

/** A post that a record does not name was not held. */
function stateOf(posts: ReadonlyMap<string, Truth>, post: string): Truth {
  return posts.has(post) ? posts.get(post) : false;
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function not(a: Truth): Truth {
  return a === undefined ? undefined : !a;
}

function either(a: Truth, b: Truth): Truth {
  return not(both(not(a), not(b)));
}

/** The records of a list; undefined where one of them, or the list, is not known. */
function recordsOf(value: Value | undefined): readonly Context[] | undefined {
  if (!isList(value)) return undefined;
  const records = value.items.filter(isContext);
  return records.length === value.items.length ? records : undefined;
}

function dayOf(value: Value | undefined, zone: Zone): PlainDate | undefined {
  if (isKind(value, 'date')) return value;
  return isKind(value, 'date-time') ? dayAtZone(value, zone) : undefined;
}
