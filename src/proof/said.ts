import { judgeRule } from '../evaluate/judge-rule.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import type { ProgramRule } from '../program/ast.ts';

/** What the evaluator says by one rule, a draft too, and row by row: every file that a solver finds is held to it. */
export function said(rule: ProgramRule, session: Session): readonly Outcome[] {
  return judgeRule(rule, session, { drafts: true, rowByRow: true });
}
