import type { Texts } from '../base/language.ts';
import type { Side } from './side.ts';
import type { Part, Parts, Thing, ThingEdition, ThingKind } from './parts.ts';
import { thingsOf } from './things.ts';

/** What was done to a thing, to an edition of it, or to a part of either. */
export type Act =
  | 'added'
  | 'removed'
  | 'edition-added'
  | 'edition-removed'
  /** The same words from another day. */
  | 'edition-moved'
  | 'changed';

/**
 * How an edition stands to the day of the comparison. What is said anew of one that is in force, or was, is a
 * correction: git tells when it became known, the edition from which day it is law.
 */
export type Standing = 'past' | 'in-force' | 'ahead';

export interface ChangedEdition {
  readonly from: string;
  readonly until?: string;
  readonly standing: Standing;
}

/** One change, as somebody who works by the rulebook would tell it. */
export interface Change {
  readonly thing: ThingKind | 'schema';
  readonly id: string;
  readonly title: Texts;
  readonly act: Act;
  /** `require`, `basis`, `row`; absent where it is all of the thing or the edition. */
  readonly part?: string;
  /** Which row, day or code. */
  readonly at?: Texts;
  /** The edition: its first day, its last, and how it stands. Of several, of all together. */
  readonly from?: string;
  readonly until?: string;
  readonly standing?: Standing;
  /** Where the same was done in several of them. */
  readonly editions?: readonly ChangedEdition[];
  readonly before?: Texts;
  readonly after?: Texts;
  /** A dossier schema breaks, a verdict may hang on it, or it is words alone. */
  readonly weight: 'schema' | 'verdict' | 'words';
  /** What verdicts hang on, as rules read it. */
  readonly key: string;
}

/** Everything that differs between two rulebooks but the schemas of their dossiers. */
export function changesBetween(old: Side, now: Side, asOf: string): readonly Change[] {
  const before = new Map(thingsOf(old).map((thing) => [thing.key + thing.id, thing]));
  const after = new Map(thingsOf(now).map((thing) => [thing.key + thing.id, thing]));
  const gone = [...before].flatMap(([key, thing]) => (after.has(key) ? [] : [thing]));
  return [
    ...[...after].flatMap(([key, thing]) => {
      const other = before.get(key);
      return other ? inThing(other, thing) : [whole('added', thing, now)];
    }),
    ...gone.map((thing) => whole('removed', thing, old)),
  ];

  function whole(act: 'added' | 'removed', thing: Thing, side: Side): Change {
    const [first] = act === 'added' ? thing.editions : thing.editions.slice(-1);
    const told =
      first?.parts.get('require') ?? first?.parts.get('value') ?? thing.parts.get('text');
    return {
      ...named(thing, side),
      act,
      ...(first && ofEdition(first)),
      ...(told && { [act === 'added' ? 'after' : 'before']: side.said(told.say) }),
      weight: weighs(thing) ? 'verdict' : 'words',
    };
  }

  function inThing(was: Thing, is: Thing): readonly Change[] {
    return [...inParts(is, was.parts, is.parts, undefined), ...inEditions(was, is)];
  }

  function inEditions(was: Thing, is: Thing): readonly Change[] {
    const fresh = is.editions.filter(({ from }) => !was.editions.some((one) => one.from === from));
    const gone = was.editions.filter(({ from }) => !is.editions.some((one) => one.from === from));
    const moved = fresh.flatMap((edition) => {
      const origin = gone.find(({ parts }) => isSame(parts, edition.parts));
      return origin ? [[origin, edition] as const] : [];
    });
    const movedFrom = new Set(moved.map(([origin]) => origin));
    const movedTo = new Set(moved.map(([, edition]) => edition));
    return [
      ...toldOnce(
        is.editions.flatMap((edition) => {
          const other = was.editions.find(({ from }) => from === edition.from);
          if (!other) return [];
          return [
            ...inParts(is, other.parts, edition.parts, edition),
            ...inUntil(is, other, edition),
          ];
        }),
      ),
      ...moved.map(([origin, edition]): Change => ({
        ...named(is, now),
        act: 'edition-moved',
        ...ofEdition(edition),
        before: old.said(() => origin.from),
        after: now.said(() => edition.from),
        weight: weighs(is) ? 'verdict' : 'words',
      })),
      ...fresh
        .filter((edition) => !movedTo.has(edition))
        .flatMap((edition) => {
          const earlier = is.editions.filter(({ from }) => from < edition.from).at(-1);
          return ofWhole('edition-added', is, edition, earlier);
        }),
      ...gone
        .filter((edition) => !movedFrom.has(edition))
        .flatMap((edition) => ofWhole('edition-removed', was, edition, undefined)),
    ];
  }

  /** An edition that came or went, with what it says otherwise than the one before it. */
  function ofWhole(
    act: 'edition-added' | 'edition-removed',
    thing: Thing,
    edition: ThingEdition,
    earlier: ThingEdition | undefined,
  ): readonly Change[] {
    const side = act === 'edition-added' ? now : old;
    const base = { ...named(thing, side), act, ...ofEdition(edition) };
    const differing = [...edition.parts].filter(
      ([key, part]) => part.weighs && earlier?.parts.get(key)?.form !== part.form,
    );
    if (differing.length === 0 || !earlier) {
      const told = edition.parts.get('require') ?? edition.parts.get('value');
      const text = told && { [act === 'edition-added' ? 'after' : 'before']: side.said(told.say) };
      return [{ ...base, ...text, weight: weighs(thing) ? 'verdict' : 'words' }];
    }
    return differing.map(([key, part]): Change => {
      const origin = earlier.parts.get(key);
      return {
        ...base,
        ...partNamed(key, part, side),
        ...(origin && { before: side.said(origin.say) }),
        after: side.said(part.say),
        weight: 'verdict',
      };
    });
  }

  function inUntil(thing: Thing, was: ThingEdition, is: ThingEdition): readonly Change[] {
    if (was.until === is.until) return [];
    const said = (day: string | undefined) => (day === undefined ? {} : now.said(() => day));
    return [
      {
        ...named(thing, now),
        act: 'changed',
        part: 'until',
        ...ofEdition(is),
        ...(was.until !== undefined && { before: said(was.until) }),
        ...(is.until !== undefined && { after: said(is.until) }),
        weight: weighs(thing) ? 'verdict' : 'words',
      },
    ];
  }

  function inParts(
    thing: Thing,
    was: Parts,
    is: Parts,
    edition: ThingEdition | undefined,
  ): readonly Change[] {
    const keys = [...new Set([...is.keys(), ...was.keys()])];
    return keys.flatMap((key): readonly Change[] => {
      const [before, after] = [was.get(key), is.get(key)];
      const part = after ?? before;
      if (!part || before?.form === after?.form) return [];
      // what came or went with all that is around it
      if (part.within !== undefined && was.has(part.within) !== is.has(part.within)) return [];
      return [
        {
          ...named(thing, now),
          act: 'changed',
          ...partNamed(key, part, after ? now : old),
          ...(edition && ofEdition(edition)),
          ...(before && { before: old.said(before.say) }),
          ...(after && { after: now.said(after.say) }),
          weight: part.weighs ? 'verdict' : 'words',
        },
      ];
    });
  }

  function named(
    { kind, id, title, key }: Thing,
    side: Side,
  ): Pick<Change, 'thing' | 'id' | 'title' | 'key'> {
    return { thing: kind, id, title: side.said(title), key };
  }

  function ofEdition({ from, last }: ThingEdition): ChangedEdition {
    const hasEnded = last !== undefined && last < asOf;
    const standing = from > asOf ? 'ahead' : hasEnded ? 'past' : 'in-force';
    return { from, ...(last !== undefined && { until: last }), standing };
  }
}

/** The changes of the editions of one thing: what reads the same in several of them is one. */
function toldOnce(changes: readonly Change[]): readonly Change[] {
  const alike = Map.groupBy(changes, ({ part, at, before, after, weight }) =>
    JSON.stringify([part, at, before, after, weight]),
  );
  return [...alike.values()].flatMap((ones) => {
    const editions = ones.flatMap(({ from, until, standing }): ChangedEdition[] =>
      from === undefined || !standing
        ? []
        : [{ from, ...(until !== undefined && { until }), standing }],
    );
    const [first] = ones;
    const [earliest, latest] = [editions[0], editions.at(-1)];
    if (!first || !earliest || !latest || editions.length < 2) return ones;
    const { until: _, ...shared } = first;
    return { ...shared, ...latest, from: earliest.from, standing: standingOf(editions), editions };
  });
}

/** The edition in force weighs most with who reads of a change, then what was done under those of the past. */
function standingOf(editions: readonly ChangedEdition[]): Standing {
  const met = new Set(editions.map(({ standing }) => standing));
  return met.has('in-force') ? 'in-force' : met.has('past') ? 'past' : 'ahead';
}

/** `row [[…]] 0` is a row, which its cells tell. */
function partNamed(key: string, part: Part, side: Side): Pick<Change, 'part' | 'at'> {
  const [name = key] = key.split(' ');
  return { part: name, ...(part.at && { at: side.said(part.at) }) };
}

function isSame(a: Parts, b: Parts): boolean {
  return a.size === b.size && [...a].every(([key, { form }]) => b.get(key)?.form === form);
}

/** Whether verdicts may hang on anything of it. */
function weighs({ parts, editions }: Thing): boolean {
  return [parts, ...editions.map((one) => one.parts)].some((some) =>
    [...some.values()].some((part) => part.weighs),
  );
}
