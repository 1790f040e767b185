import { compare, type Rational } from '../values/rational.ts';
import { inForce, type Parameter, type ProgramRule } from '../program/ast.ts';
import { coresOfWaivers } from '../program/reads.ts';
import { strictness } from '../program/strictness.ts';
import { referencesIn } from '../program/walk.ts';
import type { Affected } from './affected.ts';
import { isProcess } from './judging.ts';
import { searched, type Witness } from './search.ts';
import type { Side } from './side.ts';

/** Whether a change makes a rule stricter for some file, or looser. */
export type Told =
  /** For this file it does. */
  | { readonly kind: 'witness'; readonly witness: Witness }
  /** Proved: for no file whatever. */
  | { readonly kind: 'never' }
  /**
   * Proved by a solver: what was in order never fails by it, or the other way round; of lists with so many records at
   * most, where lists are read. What can no longer be told is not asked.
   */
  | { readonly kind: 'proved'; readonly within: number | undefined }
  /** No file was found, and nothing was proved. */
  | { readonly kind: 'unknown'; readonly tried: number };

/** What is known of a change of a rule. */
export interface Evidence {
  readonly tightens: Told;
  readonly loosens: Told;
}

/** Stricter for some files, looser for some, both, the same for all, or not known. */
export type Effect = 'stricter' | 'looser' | 'both' | 'same' | 'unknown';

/** Which way a change of a rule goes, by its form and by files that are looked for. */
export function compareRules(affected: Affected, old: Side, now: Side): Evidence {
  const sure = movedOneWay(affected, old, now);
  const found = searched(affected, old, now);
  const told = (way: 'tightens' | 'loosens'): Told => {
    const witness = found[way];
    if (witness) return { kind: 'witness', witness };
    return isNever(way) ? { kind: 'never' } : { kind: 'unknown', tried: found.tried };
  };
  return { tightens: told('tightens'), loosens: told('loosens') };

  function isNever(way: 'tightens' | 'loosens'): boolean {
    // what asked nothing cannot be met more easily now, and what asks nothing cannot be missed
    if (!affected.old) return way === 'loosens';
    if (!affected.now) return way === 'tightens';
    return sure !== undefined && sure !== way;
  }
}

export function effectOf({ tightens, loosens }: Evidence): Effect {
  const [up, down] = [tightens.kind, loosens.kind];
  if (up === 'witness') return down === 'witness' ? 'both' : 'stricter';
  if (down === 'witness') return 'looser';
  return up === 'unknown' || down === 'unknown' ? 'unknown' : 'same';
}

/** Which way alone a rule can go of which nothing changed but values of parameters; undefined where that is not proved. */
function movedOneWay(
  { old: was, now: is, isItself, via }: Affected,
  old: Side,
  now: Side,
): 'tightens' | 'loosens' | undefined {
  if (!was || !is || isProcess(was) || isProcess(is) || isItself) return undefined;
  const ways = via.map((key) => wayOf(key, was, is, old, now));
  const [first] = ways;
  return ways.every((way) => way === first) ? first : undefined;
}

function wayOf(
  key: string,
  was: ProgramRule,
  is: ProgramRule,
  old: Side,
  now: Side,
): 'tightens' | 'loosens' | undefined {
  const name = key.replace(/^parameter /u, '');
  const [before, after] = [old, now].map(({ program }) => program.references.get(name));
  if (before?.kind !== 'parameter' || after?.kind !== 'parameter') return undefined;
  if ([was, is].some((rule) => isReadByWaivers(rule, name))) return undefined;
  const moves = movesOf(before, after);
  const senses = [strictness(was, name, old.program), strictness(is, name, now.program)];
  if (moves === undefined || senses[0] !== senses[1]) return undefined;
  if (senses[0] === 'up') return moves === 'up' ? 'tightens' : 'loosens';
  if (senses[0] === 'down') return moves === 'up' ? 'loosens' : 'tightens';
  return undefined;
}

/** Whether it decides which waivers hold: that is no part of the rule’s own strictness. */
function isReadByWaivers(rule: ProgramRule, name: string): boolean {
  return coresOfWaivers(rule)
    .flatMap(referencesIn)
    .some((reference) => reference.name === name);
}

/** Whether on every day a value is no lower, or no higher, than before; undefined where neither is so, or days differ. */
function movesOf(before: Parameter, after: Parameter): 'up' | 'down' | undefined {
  const days = [...before.editions, ...after.editions].flatMap(({ from, until }) => [
    from,
    ...(until === undefined ? [] : [until]),
  ]);
  const pairs = [...new Set(days)].map(
    (day) => [valueOn(before, day), valueOn(after, day)] as const,
  );
  if (pairs.some(([a, b]) => (a === undefined) !== (b === undefined))) return undefined;
  const signs = pairs.flatMap(([a, b]) => (a && b ? [Math.sign(compare(b, a))] : []));
  if (signs.every((sign) => sign >= 0)) return 'up';
  return signs.every((sign) => sign <= 0) ? 'down' : undefined;
}

function valueOn({ editions }: Parameter, day: string): Rational | undefined {
  return inForce(editions, day)?.value;
}
