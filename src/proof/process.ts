import { judgeProcessRule } from '../evaluate/process.ts';
import type { Outcome, Status } from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import { beginning, mainSubject, type ProcessRule, type Program } from '../program/ast.ts';
import { filesOf } from './files.ts';
import { newProver } from './prover.ts';
import { type Answered, answered, type Begin, type EditionQuestion } from './questions.ts';
import { applies, type CaseTerms, fails, passes, some } from './rule.ts';
import { said } from './said.ts';
import type { Solver } from './solver.ts';
import type { Term } from './term.ts';

interface Asked {
  readonly kind: EditionQuestion;
  readonly holds: (one: CaseTerms) => Term;
  /** What the evaluator then says. */
  readonly status: Status;
  /** Of the rule as one that asks nothing: what it applies to passes. */
  readonly isBare?: boolean;
}

const asked: readonly Asked[] = [
  { kind: 'never-applies', holds: applies, status: 'pass', isBare: true },
  { kind: 'never-passes', holds: passes, status: 'pass' },
  { kind: 'never-fails', holds: fails, status: 'fail' },
];

/** All that is asked of what a step asks of files: its order, time, posts, papers and gates. */
export async function askProcess(
  program: Program,
  rule: ProcessRule,
  solver: Solver,
  begin: Begin = () => {},
): Promise<readonly Answered[]> {
  const subject = mainSubject(program.subjects);
  if (!subject) return [];
  const isGate = rule.facet === 'gate';
  const gates = new Set(rule.editions.flatMap(({ asks }) => asks.map(({ about }) => about)));
  const rules = isGate ? program.rules.filter(({ id }) => gates.has(id)) : [];
  const side = { program, subject, rules, process: [rule] };
  const prover = newProver([side], solver, filesOf(program, subject));
  const bare = { ...rule, editions: rule.editions.map((one) => ({ ...one, asks: [] })) };
  const all: Answered[] = [];
  for (const [index, { from, asks }] of rule.editions.entries())
    for (const { kind, holds, status, isBare = false } of asks.length > 0 ? asked : []) {
      begin(kind);
      const found = await prover.find(
        ({ of }) => {
          const terms = of(rule.id)?.[index];
          return terms && some(terms, holds);
        },
        (session) => {
          const outcome = saidOn(session, isBare ? bare : rule);
          return (outcome.edition ?? beginning) === from && outcome.status === status;
        },
      );
      all.push(answered({ kind, rule: rule.id, edition: from }, found));
      if (kind === 'never-applies' && found.kind === 'none') break;
    }
  return all;

  /** What the evaluator says: a gate asks what it said of the rules. */
  function saidOn(session: Session, by: ProcessRule): Outcome {
    for (const one of rules) session.judged.set(one.id, said(one, session));
    return judgeProcessRule(by, session, {});
  }
}
