import type { Noted } from '../base/diagnostic.ts';
import { compare, parseRational } from '../values/rational.ts';
import { field, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { piecesOf } from './extend-parts.ts';
import type { RulebookProblems } from './problems.ts';
import { entryOf, listOf, mapOf, textsOf, without } from './trees.ts';

/**
 * A parameter as a branch moved it: on the days the branch speaks of its value, on all others the parent's.
 *
 * @returns undefined when it is not moved the way its parent declares to be stricter
 */
export function movedParameter(
  own: YamlMap,
  old: YamlMap,
  to: Noted<RulebookProblems>,
): Yaml | undefined {
  const name = textIn(own, 'moves');
  const stricter = textIn(old, 'stricter');
  if (stricter !== 'higher' && stricter !== 'lower') {
    to.error('rulebook/fixed', field(own, 'moves')?.span ?? own.span, { name });
    return undefined;
  }
  const editions = field(old, 'editions');
  if (editions?.kind !== 'list') return undefined;
  const before = to.diagnostics.length;
  const pieces = piecesOf(field(own, 'editions'), editions).flatMap((piece) => {
    if (!piece.own) {
      const kept = piece.old ? without(piece.old, ['from', 'until']) : [];
      return [mapOf(piece.old ?? old, [...piece.period, ...kept])];
    }
    const value = textIn(piece.own, 'value');
    const limit = piece.old && textIn(piece.old, 'value');
    const span = (field(piece.own, 'value') ?? piece.own).span;
    if (limit === undefined || isLooser(value, limit, stricter)) {
      const from = piece.period.map((entry) => textsOf(entry.value)[0] ?? '')[0] ?? '';
      const known = to.diagnostics.slice(before).some((one) => one.span.start === span.start);
      if (!known) to.error('rulebook/loosened', span, { name, value, limit, stricter, from });
      return [];
    }
    return [mapOf(piece.own, [...piece.period, ...without(piece.own, ['from', 'until'])])];
  });
  if (to.diagnostics.length > before) return undefined;
  const note = field(own, 'note');
  const entries = [
    ...without(old, ['editions', ...(note ? ['note'] : [])]),
    ...(note ? [entryOf('note', note)] : []),
    entryOf('editions', listOf(editions, pieces)),
  ];
  return mapOf(old, entries);
}

function isLooser(value: string, limit: string, stricter: 'higher' | 'lower'): boolean {
  const [a, b] = [parseRational(value), parseRational(limit)];
  if (!a || !b) return true;
  return stricter === 'higher' ? compare(a, b) < 0 : compare(a, b) > 0;
}

function textIn(map: YamlMap, key: string): string {
  const value = field(map, key);
  return (value && textsOf(value)[0]) ?? '';
}
