import type { ContextType, Field, Type } from '../feel/types.ts';
import { takesBlank } from '../feel/types.ts';
import { mostBits, type Slot, slotKinds, type TextTest } from '../plan/plan.ts';
import { scaleOf } from '../plan/scale.ts';
import { epochDay } from '../values/temporal.ts';
import type { Script } from './script.ts';
import { textTests } from '../run/numbers.ts';
import {
  and,
  app,
  equal,
  ite,
  not,
  or,
  sum,
  type Term,
  times,
  type Trit,
  type Val,
  whole,
} from './term.ts';
import { type Model, type Plain, type Witness, witnessOf } from './witness.ts';

/** A file of which nothing is known but its schema: what it holds is for the solver to choose. */
export interface World {
  readonly root: Place;
  /** A value of a record or element, as a slot reads it. */
  readonly slot: (slot: Slot, at: Place) => Val;
  /** The day of a moment. */
  readonly dayOf: (slot: Slot, at: Place) => Val;
  readonly flag: (slot: Slot, at: Place) => Trit;
  readonly none: (slot: Slot, at: Place) => Trit;
  /** How many elements a list has, and the places of the first of them. */
  readonly list: (path: readonly string[], at: Place) => Listed;
  /** The number that stands for a text. */
  readonly codeOf: (text: string) => bigint;
  /** Which texts are named by now: holds of every file. */
  readonly texts: () => Term;
  readonly textOf: (code: bigint) => string;
  /** Characters of a text, by its number. */
  readonly lengthOf: (code: Term) => Term;
  readonly textTest: (code: Term, test: TextTest, part: string) => Term;
  /** The day given for lateness. */
  readonly today: Val;
  /** No list of records has more of them than are looked at. */
  readonly within: () => Term;
  /** Whether any list of records is read. */
  readonly isBounded: () => boolean;
  /** Nothing that may be verified to be none is. */
  readonly nothingNone: () => Term;
  /** Seconds that the rulebook's clock is east of UTC. */
  readonly offset: number;
  /**
   * The file that a model of the solver is of.
   *
   * @param under - a file that has the rest of it
   */
  readonly fileOf: (model: Model, under?: Plain) => Witness;
}

/** What is looked at of a list. */
export interface Listed {
  readonly count: Val;
  readonly items: readonly Place[];
  /** It has records besides. */
  readonly more: Term;
}

/** A record, a list, an element or a value. */
export interface Place {
  readonly pointer: string;
  readonly field: Field;
  readonly type: Type;
  /** It is there. */
  readonly there: Term;
  /** The record that would have it is there. */
  readonly within: Term;
  /** It was verified that there is none. */
  readonly none: Term;
  readonly inner: Map<string, Place>;
  readonly isOfFile: boolean;
  value?: { readonly is: Term; readonly day?: Term; readonly seconds?: Term };
  kind?: Term;
  verified?: Term;
  elements?: { readonly count: Term; readonly items: readonly Place[]; readonly more: Term };
}

interface TextFeature {
  readonly of: Term;
  readonly test: TextTest;
  readonly part: string;
  readonly holds: Term;
}

/** Numbers of texts that rules name, besides words. */
const firstNamed = 1_000_000;
/** Numbers of texts that nothing names begin here; what is left of one after whole thousands is its length. */
const firstOther = 2_000_000;
const longest = 1000;
/** So many of each length. */
const lastOther: number = firstOther + 36 * longest - 1;

const unnamed = { name: '', title: {}, absenceIsNone: false, correctable: false };
const firstDay = -719_162;
const lastDay = 2_932_896;
const perDay = 86_400;

/**
 * @param offset - seconds that the rulebook's clock is east of UTC
 * @param most - elements that a list may have
 */
export function newWorld(
  type: ContextType,
  words: ReadonlyMap<string, number>,
  script: Script,
  offset: number,
  most: (list: Place) => number,
): World {
  const longer = new Set<Term>();
  const verified = new Set<Term>();
  const codes = new Map<string, number>();
  const texts = new Map<number, string>([...words].map(([word, number]) => [number, word]));
  const lengths = new Map<Term, Term>();
  const tests = new Map<string, TextFeature>();
  const namedEnd = script.declare('Int', 'texts');
  const root: Place = {
    pointer: '',
    field: { ...unnamed, type },
    type,
    there: 'true',
    within: 'true',
    none: 'false',
    inner: new Map(),
    isOfFile: true,
  };
  needed(root, type);
  // a file without any of its records is not known as one
  const records = [...type.fields.values()].filter((field) => field.type.kind === 'context');
  const known = records.length > 0 ? records : [...type.fields.values()];
  script.assert(or(...known.map(({ name }) => innerOf(root, name).there)));
  const today: Val = {
    known: script.declare('Bool', 'today?'),
    is: script.declare('Int', 'today'),
  };
  script.assert(app('<=', whole(firstDay), today.is, whole(lastDay)));
  return {
    root,
    within: () => not(or(...longer)),
    isBounded: () => longer.size > 0,
    nothingNone: () => not(or(...verified)),
    offset,
    today,
    texts: () => equal(namedEnd, whole(firstNamed + codes.size)),
    codeOf: (text) => BigInt(codeOf(text)),
    textOf: (code) => textOf(Number(code), []),
    lengthOf,
    textTest,
    slot: (slot, at) => {
      const place = along(at, slot.path);
      if (slot.as === 'kind') return { known: place.there, is: kindOf(place) };
      const { is } = valueOf(place, slot);
      return { known: thereAs(place, slot), is };
    },
    dayOf: (slot, at) => {
      const place = along(at, slot.path);
      const { day = '0' } = valueOf(place, slot);
      return { known: thereAs(place, slot), is: day };
    },
    flag: (slot, at) => {
      const place = along(at, slot.path);
      const { is } = valueOf(place, slot);
      const there = thereAs(place, slot);
      return { yes: and(there, is), no: and(there, not(is)) };
    },
    none: (slot, at) => {
      const place = along(at, slot.path);
      hasValue(place);
      return { yes: place.none, no: or(place.there, emptyAsNone(place)) };
    },
    list: (path, at) => {
      const place = along(at, path);
      const { count, items, more } = elementsOf(place);
      return {
        count: {
          known: or(place.there, emptyAsNone(place)),
          is: script.name('Int', app('ite', place.there, count, '0')),
        },
        items,
        more,
      };
    },
    fileOf,
  };

  function codeOf(text: string): number {
    const known = words.get(text) ?? codes.get(text);
    if (known !== undefined) return known;
    const code = firstNamed + codes.size;
    codes.set(text, code);
    texts.set(code, text);
    for (const [of, length] of lengths) knowLength(of, length, code, text);
    for (const feature of tests.values()) knowTest(feature, code, text);
    return code;
  }

  /** It stands for a text that something names, or for one that nothing does. */
  function isText(code: Term): Term {
    return or(
      and(app('<=', '0', code), app('<', code, whole(words.size))),
      and(app('<=', whole(firstNamed), code), app('<', code, namedEnd)),
      app('<=', whole(firstOther), code, whole(lastOther)),
    );
  }

  function lengthOf(code: Term): Term {
    const known = lengths.get(code);
    if (known !== undefined) return known;
    const own = script.declare('Int', 'length');
    const length = script.name(
      'Int',
      ite(
        app('<', code, whole(firstOther)),
        own,
        sum(['1', app('mod', sum([code, whole(-firstOther)]), whole(longest))]),
      ),
    );
    lengths.set(code, length);
    for (const [number, text] of texts) knowLength(code, length, number, text);
    return length;
  }

  function knowLength(of: Term, length: Term, code: number, text: string): void {
    script.assert(app('=>', equal(of, whole(code)), equal(length, whole([...text].length))));
  }

  function textTest(of: Term, test: TextTest, part: string): Term {
    const key = [of, test, part].join(' ');
    const known = tests.get(key);
    if (known) return known.holds;
    const feature = { of, test, part, holds: script.declare('Bool', `${test} ${part}`) };
    tests.set(key, feature);
    script.watch(of);
    for (const [code, text] of texts) knowTest(feature, code, text);
    return feature.holds;
  }

  function knowTest({ of, test, part, holds }: TextFeature, code: number, text: string): void {
    script.assert(
      app('=>', equal(of, whole(code)), textTests[test](text, part) ? holds : not(holds)),
    );
  }

  /** Of a text that nothing names: its number tells its length. */
  function textOf(code: number, features: readonly TextFeature[]): string {
    const text = texts.get(code);
    if (text !== undefined || code < firstOther) return text ?? `T-${code}`;
    const [number, length] = [
      Math.floor((code - firstOther) / longest),
      1 + ((code - firstOther) % longest),
    ];
    const parts = (test: TextTest) =>
      features.filter((one) => one.test === test).map(({ part }) => part);
    const [before, inside, after] = [
      parts('starts with'),
      parts('contains'),
      parts('ends with'),
    ].map((some) => some.join(''));
    const own = number.toString(36).toUpperCase();
    const rest = `${before}${inside}${own}${after}`;
    return `${before}${inside}${'X'.repeat(Math.max(0, length - [...rest].length))}${own}${after}`;
  }

  function needed(place: Place, { fields }: ContextType): void {
    for (const field of fields.values()) {
      if (field.needed) script.assert(innerOf(place, field.name).there);
      if (field.needed && field.type.kind === 'context')
        needed(innerOf(place, field.name), field.type);
    }
  }

  function along(place: Place, path: readonly string[]): Place {
    return path.reduce(innerOf, place);
  }

  function innerOf(place: Place, name: string): Place {
    const known = place.inner.get(name);
    if (known) return known;
    const field = (place.type.kind === 'context' ? place.type.fields.get(name) : undefined) ?? {
      ...unnamed,
      name,
      type: { kind: 'any' as const },
    };
    const pointer = `${place.pointer}/${name}`;
    const there = script.declare('Bool', `${pointer}?`);
    script.assert(app('=>', there, place.there));
    const inner: Place = {
      pointer,
      field,
      type: field.type,
      there,
      within: place.there,
      // of what was verified to be none itself there is a place of its own
      none: place.none,
      inner: new Map(),
      isOfFile: place.isOfFile,
    };
    const isNone =
      field.type.kind === 'list'
        ? place.none
        : or(place.none, and(place.there, not(there), verifiedNone(inner)));
    const made: Place = Object.assign(inner, { none: script.name('Bool', isNone) });
    place.inner.set(name, made);
    return made;
  }

  /** That it is not there says that there is none; a file may say so of a field of its own too. */
  function verifiedNone(place: Place): Term {
    if (place.field.absenceIsNone) return 'true';
    if (!place.isOfFile || place.field.needed) return 'false';
    if (place.verified === undefined) {
      place.verified = script.declare('Bool', `${place.pointer} none`);
      script.assert(app('=>', place.verified, and(place.within, not(place.there))));
      verified.add(place.verified);
    }
    return place.verified;
  }

  /** A field of which only presence is asked has some value of its type all the same. */
  function hasValue(place: Place): void {
    const { type, field, pointer } = place;
    if (type.kind === 'context' || type.kind === 'list' || type.kind === 'any') return;
    const kinds = type.kind === 'union' ? type.of : [type];
    for (const of of kinds)
      valueOf(place, { row: 0, path: [pointer], as: 'number', field, type: of });
  }

  /** A list that is none has no elements, and is there. */
  function emptyAsNone(place: Place): Term {
    if (place.type.kind !== 'list') return 'false';
    return and(place.within, not(place.there), verifiedNone(place));
  }

  function elementsOf(place: Place): NonNullable<Place['elements']> {
    if (place.elements) return place.elements;
    const count = script.declare('Int', `${place.pointer}#`);
    script.assert(app('<=', '0', count));
    const isLonger = app('<', whole(most(place)), count);
    if (!isOfRecords(place)) script.assert(not(isLonger));
    const more = isOfRecords(place) ? script.name('Bool', and(place.there, isLonger)) : 'false';
    if (more !== 'false') longer.add(more);
    const of: Type = place.type.kind === 'list' ? place.type.of : { kind: 'any' };
    const items = Array.from({ length: most(place) }, (_, index): Place => ({
      pointer: `${place.pointer}/${index}`,
      field: elementField(place.field, of),
      type: of,
      there: script.name('Bool', and(place.there, app('<', whole(index), count))),
      within: place.there,
      none: place.none,
      inner: new Map(),
      isOfFile: false,
    }));
    place.elements = { count, items, more };
    distinctKeys(place, of, items);
    return place.elements;
  }

  /** A file whose elements share a key is malformed. */
  function distinctKeys({ field }: Place, of: Type, items: readonly Place[]): void {
    const key = field.key ?? (of.kind === 'context' ? of.key : undefined);
    if (key === undefined || of.kind !== 'context') return;
    const keyed = of.fields.get(key);
    if (keyed?.type.kind !== 'text' && keyed?.type.kind !== 'number') return;
    const as = keyed.type.kind === 'text' ? (keyed.type.words ? 'word' : 'text') : 'number';
    const slot: Slot = { row: 0, path: [key], as, field: keyed, type: keyed.type };
    const keys = items.map((item) => ({ item, is: valueOf(along(item, [key]), slot).is }));
    for (const [index, one] of keys.entries())
      for (const other of keys.slice(0, index))
        script.assert(
          or(
            not(along(one.item, [key]).there),
            not(along(other.item, [key]).there),
            not(equal(one.is, other.is)),
          ),
        );
  }

  function kindOf(place: Place): Term {
    if (place.kind !== undefined) return place.kind;
    place.kind = script.declare('Int', `${place.pointer} kind`);
    const kinds = place.type.kind === 'union' ? place.type.of.map(({ kind }) => kind) : [];
    const numbers = kinds.map((kind) => slotKinds.findIndex((one) => one === kind));
    script.assert(or(...numbers.map((number) => equal(place.kind ?? '', whole(number)))));
    return place.kind;
  }

  function thereAs(place: Place, slot: Slot): Term {
    if (place.type.kind !== 'union') return place.there;
    const number = slotKinds.findIndex((one) => one === slot.type.kind);
    return and(place.there, equal(kindOf(place), whole(number)));
  }

  function valueOf(place: Place, slot: Slot): NonNullable<Place['value']> {
    // a field of several kinds has a value of each, of which its kind picks one
    const key = place.type.kind === 'union' ? `:${slot.type.kind}` : undefined;
    const owner =
      key === undefined ? place : (place.inner.get(key) ?? { ...place, inner: new Map() });
    if (key !== undefined) place.inner.set(key, owner);
    owner.value ??= newValue(place, slot.type);
    return owner.value;
  }

  function newValue({ pointer, field }: Place, type: Type): NonNullable<Place['value']> {
    if (type.kind === 'boolean') return { is: script.declare('Bool', pointer) };
    if (type.kind === 'date-time') {
      const day = script.declare('Int', `${pointer} day`);
      const seconds = script.declare('Int', `${pointer} s`);
      believable(day, field);
      script.assert(app('<=', '0', seconds, whole(perDay - 1)));
      const millis = sum([times(whole(perDay * 1000), day), times('1000', seconds)]);
      const is = offset === 0 ? millis : app('-', millis, whole(offset * 1000));
      return { is: script.name('Int', is), day, seconds };
    }
    const is = script.declare('Int', pointer);
    switch (type.kind) {
      case 'number':
        withinLimits(is, field, type);
        break;
      case 'date':
        believable(is, field);
        break;
      case 'text':
        if (type.words && !type.lenient)
          script.assert(
            or(...[...type.words.keys()].map((word) => equal(is, whole(codeOf(word))))),
          );
        else script.assert(isText(is));
        if (!takesBlank(type)) script.assert(not(equal(is, whole(codeOf('')))));
        break;
      default:
        break;
    }
    return { is };
  }

  function withinLimits(is: Term, field: Field, type: Extract<Type, { kind: 'number' }>): void {
    const by = 10 ** scaleOf(type);
    const { minimum, maximum, above, below } = field;
    const scaled = (limit: number) => whole(Math.round(limit * by));
    if (minimum !== undefined) script.assert(app('<=', scaled(minimum), is));
    if (above !== undefined) script.assert(app('<', scaled(above), is));
    if (maximum !== undefined) script.assert(app('<=', is, scaled(maximum)));
    if (below !== undefined) script.assert(app('<', is, scaled(below)));
    const most = whole(2 ** mostBits);
    script.assert(app('<=', app('-', most), is, most));
    if (type.values && !type.lenient)
      script.assert(or(...type.values.map((value) => equal(is, scaled(Number(value))))));
  }

  function believable(day: Term, { earliest, latest, endless }: Field): void {
    const within = app(
      '<=',
      whole(earliest ? epochDay(earliest) : firstDay),
      day,
      whole(latest ? epochDay(latest) : lastDay),
    );
    script.assert(endless ? or(within, equal(day, whole(epochDay(endless)))) : within);
  }

  function fileOf(model: Model, under?: Plain): Witness {
    const textIn = (code: bigint) => textOf(Number(code), featuresIn(model, code));
    return witnessOf(model, { root, today, offset, textIn }, under);
  }

  function featuresIn(model: Model, code: bigint): readonly TextFeature[] {
    return [...tests.values()].filter(
      ({ of, holds }) => model.get(of) === code && model.get(holds) === true,
    );
  }
}

function isOfRecords({ type }: Place): boolean {
  return type.kind === 'list' && type.of.kind === 'context';
}

function elementField(list: Field, type: Type): Field {
  const { earliest, latest, endless } = list;
  return {
    ...unnamed,
    type,
    ...(earliest && { earliest }),
    ...(latest && { latest }),
    ...(endless && { endless }),
  };
}
