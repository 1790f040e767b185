import type { Span } from '../base/source.ts';
import type { ClauseRef, RuleKind } from './files.ts';
import type { Rulebook } from './ast.ts';
import { periodsOf } from './source-periods.ts';

/**
 * The clauses whose breach a clause punishes, as its source lists them in a paragraph below the heading:
 * `罚则：18；25；M-OTHER#3`, or `Punishes: 18; 25`. `罚则：全部`, `Punishes: all` is every other clause of the source.
 */
export interface Punishes {
  readonly clauses: 'all' | readonly ClauseRef[];
  /** Of the paragraph. */
  readonly span: Span;
}

const opening = /^(?:罚则：|Punishes:)/u;

export function isPunishes(paragraph: string): boolean {
  return opening.test(paragraph);
}

/** @param source - id of the source that it stands in: clauses of that one go by their own id alone */
export function punishedIn(paragraph: string, source: string): Punishes['clauses'] {
  const given = paragraph
    .replace(opening, '')
    .split(/[;；、，,\n]/u)
    .map((one) => one.trim());
  if (given.length === 1 && (given[0] === '全部' || given[0] === 'all')) return 'all';
  return given.map((one) => (one.includes('#') ? one : `${source}#${one}`));
}

/**
 * By which clauses a breach of what rests on other clauses is punished, in the order of the sources.
 *
 * No rule says so: what rests on a punished clause has its penalties of it. A regulation punishes no breach of what
 * the institution asks of its own, though a clause of the regulation stands beside it.
 */
export function penaltiesIn(rulebook: Pick<Rulebook, 'sources'>): PenaltiesOf {
  const known = made.get(rulebook.sources) ?? penaltiesOf(rulebook);
  made.set(rulebook.sources, known);
  return known;
}

/** @param day - on which the punishing source must hold; null for any */
export type PenaltiesOf = (breached: Breached, day: string | null) => readonly ClauseRef[];

/** What rests on clauses: a rule, or what a step asks. */
export interface Breached {
  readonly basis: readonly ClauseRef[];
  /** Nothing in a rulebook that does not tell what is regulation from what is not. */
  readonly kind: RuleKind | undefined;
}

/** Every dossier of a run asks for them. */
const made = new WeakMap<Rulebook['sources'], PenaltiesOf>();

function penaltiesOf(rulebook: Pick<Rulebook, 'sources'>): PenaltiesOf {
  const periods = periodsOf(rulebook);
  const all = rulebook.sources.flatMap((source) =>
    [...source.clauses.values()].flatMap(({ ref, punishes }) =>
      punishes ? [{ ref, source, isPunished: punishedBy(punishes, source.id) }] : [],
    ),
  );
  return ({ basis, kind = 'regulation' }, day) =>
    all.flatMap(({ ref, source, isPunished }) => {
      const { from = '', until } = periods.get(source.id) ?? {};
      const holds = day === null || (from <= day && (until === undefined || day <= until));
      const reaches = source.kind === 'bank' || kind === 'regulation';
      return holds && reaches && basis.some((one) => one !== ref && isPunished(one)) ? [ref] : [];
    });
}

function punishedBy({ clauses }: Punishes, source: string): (ref: ClauseRef) => boolean {
  const listed = new Set(clauses === 'all' ? [] : clauses);
  return (ref) => (clauses === 'all' ? ref.startsWith(`${source}#`) : listed.has(ref));
}
