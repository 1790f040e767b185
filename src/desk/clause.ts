import type { Texts } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import { standingOf } from '../report/clause-title.ts';
import type { ClauseJson } from '../report/json-format.ts';
import { clauseOf, sourceOf } from '../rulebook/ast.ts';

/** A clause with its words. */
export interface ClauseTold extends Omit<ClauseJson, 'title'> {
  readonly ref: string;
  readonly source: Texts;
  readonly title: Texts;
  readonly text: Texts;
}

/** What a clause says; undefined for one that is not in the rulebook. */
export function clauseTold(
  { rulebook }: Pick<Program, 'rulebook'>,
  ref: string,
): ClauseTold | undefined {
  const clause = clauseOf(rulebook, ref);
  if (!clause) return undefined;
  return {
    ref,
    source: { ...sourceOf(rulebook, ref)?.title },
    title: { ...clause.title },
    text: { ...clause.text },
    ...standingOf(ref, rulebook),
  };
}
