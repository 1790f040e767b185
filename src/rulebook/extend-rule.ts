import type { Noted } from '../base/diagnostic.ts';
import { startOf } from '../base/source.ts';
import { field, type Yaml, type YamlEntry, type YamlMap } from '../yaml/tree.ts';
import { piecesOf } from './extend-parts.ts';
import type { RulebookProblems } from './problems.ts';
import { entryOf, listOf, mapOf, textAt, without } from './trees.ts';

/** What an added rule never has of the rule it adds to: who it is, on what it rests, how it began and ended. */
const notInherited = [
  'rule',
  'title',
  'kind',
  'level',
  'severity',
  'check',
  'waiver',
  'question',
  'basis',
  'note',
  'why',
  'since',
  'ended',
  'together',
];

/**
 * A branch's addition to a rule, as a rule of its own: what it does not say it has of the other rule, on each day
 * what that rule says on the day. The other rule stays as it is, so that nothing is ever judged less strictly.
 *
 * @returns undefined when it neither requires more nor applies wider
 */
export function addedRule(
  own: YamlMap,
  old: YamlMap,
  to: Noted<RulebookProblems>,
): Yaml | undefined {
  const editions = field(own, 'editions');
  if (editions?.kind !== 'list') return undefined;
  const parts = [own, ...editions.items.flatMap((one) => (one.kind === 'map' ? [one] : []))];
  const given = (key: string) => parts.flatMap((part) => field(part, key) ?? [])[0];
  const narrowed = given('when');
  if (narrowed) {
    to.error('rulebook/narrowed', narrowed.span, {});
    return undefined;
  }
  const [requires, widens] = [given('require'), given('widen') ?? given('products')];
  if (!requires && !widens) {
    to.error('rulebook/missing-key', startOf(own.span), { key: 'require' });
    return undefined;
  }
  const both = given('widen');
  if (requires && both) {
    to.error('rulebook/insert', both.span, { one: 'require', other: 'widen' });
    return undefined;
  }

  const top = own.entries
    .flatMap(renamed)
    .filter(({ key }) => key.text !== 'editions' && key.text !== 'let');
  const said = new Set(top.map(({ key }) => key.text));
  const inherited = without(old, [...notInherited, ...said, ...reworded(said), 'let', 'editions']);
  const pieces = piecesOf(editions, field(old, 'editions')).flatMap((piece) => {
    if (!piece.own) return [];
    const mine = without(piece.own, ['from', 'until', 'let']).flatMap(renamed);
    const has = new Set([...said, ...mine.map(({ key }) => key.text)]);
    const theirs = piece.old
      ? without(piece.old, [...notInherited, ...has, ...reworded(has), 'from', 'until', 'let'])
      : [];
    const named = letsOf(old, piece.old, own, piece.own);
    return [mapOf(piece.own, [...piece.period, ...mine, ...theirs, ...named])];
  });
  const check = said.has('check') ? [] : [entryOf('check', textAt('data', own.span))];
  const entries = [...top, ...check, ...inherited, entryOf('editions', listOf(editions, pieces))];
  return mapOf(own, entries);
}

/** The other rule's words for what it requires are not those of another requirement. */
function reworded(said: ReadonlySet<string>): readonly string[] {
  return said.has('require') ? ['criterion'] : [];
}

/** The values that an edition names: what the other rule names its conditions may read, its own come first. */
function letsOf(...maps: readonly (YamlMap | undefined)[]): readonly YamlEntry[] {
  const byName = new Map<string, YamlEntry>();
  let place: YamlMap | undefined;
  for (const map of maps) {
    const named = map && field(map, 'let');
    if (named?.kind !== 'map') continue;
    place = named;
    for (const entry of named.entries) byName.set(entry.key.text, entry);
  }
  return place ? [entryOf('let', mapOf(place, [...byName.values()]))] : [];
}

/** Where it applies wider, the rule added applies there alone: elsewhere the other rule does. */
function renamed(entry: YamlEntry): readonly YamlEntry[] {
  return entry.key.text === 'widen' ? [{ ...entry, key: { ...entry.key, text: 'when' } }] : [entry];
}
