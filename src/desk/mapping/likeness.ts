import { foldedHeading } from '../../intake/bound.ts';
import { depthOf, type Target, unitIn } from '../../intake/fields.ts';
import type { TermFile } from '../../rulebook/files.ts';

/** Ranks fields by how like what they may be called is to a heading. */
export type Ranking = (heading: string) => readonly Ranked[];

export interface Ranked {
  readonly target: Target;
  /** About 1 for the same, 0 for nothing in common. */
  readonly likeness: number;
}

/**
 * @param terms - of the glossary, with the words that must not stand for them
 * @param nouns - what a row is called: in a table of it a heading need not say so
 */
export function rankingOf(
  targets: readonly Target[],
  terms: readonly TermFile[],
  nouns: readonly string[] = [],
): Ranking {
  const short = (name: string) =>
    nouns.flatMap((noun) => (name.startsWith(noun) ? [name.slice(noun.length)] : []));
  const all = targets.map((target) => ({
    target,
    names: target.names.flatMap((name) => [name, ...short(name)]).map(foldedHeading),
    records: target.within.flatMap(({ title }) => Object.values(title).map(foldedHeading)),
    depth: depthOf(target.path),
  }));
  const variants = all.flatMap((one) => {
    const plain = all.find((other) => isVariant(one.target, other.target));
    return plain ? [{ ...one, plain: plain.target }] : [];
  });
  return (heading) => {
    const whole = foldedHeading(usual(unitIn(heading).name, terms));
    const own = whole.slice(whole.lastIndexOf('/') + 1);
    const group = whole.slice(0, whole.length - own.length).replaceAll('/', '');
    const plain = whole.replaceAll('/', '');
    const keys = [...new Set([whole, plain, plain.replace(/(?<=..)代码$/u, '')])];
    const best = (names: readonly string[], key: string) =>
      names.reduce(
        (most, name) => (mostAlike(name, key) > most ? Math.max(most, likeness(name, key)) : most),
        0,
      );
    const likest = all.map(({ target, names, records, depth }): Ranked => {
      const called = Math.max(...keys.map((key) => best(names, key)));
      // the heading over several columns tells records apart
      const part = group === '' ? 0 : best(names, own) * 0.95;
      const isGrouped = group !== '' && best(records, group) > 0.5;
      return { target, likeness: Math.max(called, part) + (isGrouped ? 0.1 : 0) - depth / 100 };
    });
    const likenesses = new Map(likest.map((one) => [one.target, one.likeness]));
    const known = (target: Target) => likenesses.get(target) ?? 0;
    // a heading that leaves out what makes it a variant means the plain one
    for (const { target, names, plain } of variants) {
      const isPlain = !names.includes(own) && names.some((name) => name.endsWith(own));
      if (isPlain && known(target) > known(plain)) likenesses.set(plain, known(target) + 0.01);
    }
    return all
      .map(({ target }): Ranked => ({ target, likeness: known(target) }))
      .toSorted((a, b) => b.likeness - a.likeness);
  };
}

/** Whether a field is another of its record in a special case, by its name and a title: `stressTotalDebtRatio`. */
function isVariant(one: Target, of: Target): boolean {
  const [name, plain] = [one.field.name, of.field.name];
  const record = one.path.slice(0, -name.length);
  if (one === of || of.path !== record + plain) return false;
  if (!name.endsWith(plain.charAt(0).toUpperCase() + plain.slice(1))) return false;
  return Object.entries(one.field.title).some(([language, title]) => {
    const ends = foldedHeading(of.field.title[language] ?? '');
    return ends !== '' && foldedHeading(title).endsWith(ends);
  });
}

/** What stands whole within the other, 时间 in 发生时间, is likelier than what only shares characters with it. */
const within = 0.15;
/** The same is likelier still. */
const almost = 0.99;

function likeness(name: string, key: string): number {
  const isWithin = key.length > 1 && name !== key && (name.includes(key) || key.includes(name));
  return isWithin ? Math.min(alike(name, key) + within, almost) : alike(name, key);
}

/** What {@link likeness} is at most, by the characters that both have, in whatever order. */
function mostAlike(a: string, b: string): number {
  let common = 0;
  for (const char of b) if (a.includes(char)) common += char.length;
  const isAll = common >= Math.min(a.length, b.length);
  return (2 * Math.min(common, a.length)) / (a.length + b.length) + (isAll ? within : 0);
}

/** Twice what two texts have in common in the same order, over what they have together. */
function alike(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const char of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at += 1)
      next.push(
        b[at - 1] === char ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0),
      );
    row = next;
  }
  return (2 * (row.at(-1) ?? 0)) / (a.length + b.length);
}

/** A heading with the words of the glossary for those that must not stand for them. */
function usual(heading: string, terms: readonly TermFile[]): string {
  for (const { title, not } of terms)
    for (const word of not?.['zh'] ?? [])
      if (heading.includes(word)) return heading.replace(word, title['zh'] ?? word);
  return heading;
}
