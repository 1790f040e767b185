import type { Diagnostic } from '../base/diagnostic.ts';
import { planOf } from '../plan/from-program.ts';
import type { PlannedRule } from '../plan/plan.ts';
import { printList, printNum, printTruth } from '../plan/print.ts';
import type { Program } from '../program/ast.ts';
import { spanOf } from '../rulebook/ast.ts';
import type { ProofProblems } from './problems.ts';

type Found = Diagnostic<ProofProblems>;

/**
 * Rules of a subject that have the same products, days and conditions: the later one is a copy. This needs no solver: it
 * is told from the form of the rulebook.
 */
export function* copies(program: Program): Generator<Found> {
  for (const subject of program.subjects.values()) {
    const firsts = new Map<string, string>();
    for (const rule of planOf({ ...program, process: [] }, subject).rules) {
      const own = program.rules.find(({ id }) => id === rule.id);
      // what a person alone can tell is told by its text
      if (!own || rule.kind === 'unplanned' || !rule.editions.some(({ require }) => require))
        continue;
      const said = formOf(rule);
      const other = firsts.get(said);
      firsts.set(said, other ?? rule.id);
      if (other === undefined) continue;
      const span = spanOf(own.rule.entry, 'rule');
      yield { code: 'proof/same', severity: 'warning', span, params: { rule: rule.id, other } };
    }
  }
}

/** What a rule asks, as text. */
export function formOf({ product, each, editions }: PlannedRule): string {
  const parts = editions.map(({ from, until, day, when, require, byHand, ifAbsent }) => [
    [from, until, byHand, ifAbsent].join(' '),
    printNum(day),
    when ? printTruth(when) : '',
    require ? printTruth(require) : '',
  ]);
  const text = [product ? printTruth(product) : '', each ? printList(each) : '', ...parts.flat()];
  return renumbered(text.join('\n'));
}

/** Rows are numbered in the order in which they are met. */
export function renumbered(text: string): string {
  const rows = new Map<string, string>();
  return text.replaceAll(/#\d+/gu, (row) => {
    const known = rows.get(row) ?? `#${rows.size}`;
    rows.set(row, known);
    return known;
  });
}
