import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { spanOf } from '../rulebook/ast.ts';
import { spanWithin } from '../yaml/tree.ts';
import type { ProofProblems } from './problems.ts';
import { type Answered, textOfPart } from './questions.ts';

/** What is proved, as something that may be wrong with the rule. */
export function findingsOf(
  rule: ProgramRule,
  answers: readonly Answered[],
): readonly Diagnostic<ProofProblems>[] {
  return answers.filter(({ answer }) => answer === 'proved').map((one) => findingOf(rule, one));
}

function findingOf(rule: ProgramRule, one: Answered): Diagnostic<ProofProblems> {
  const params = { rule: rule.id, from: one.edition, within: one.within };
  const span = spanOf(rule.rule.entry, 'rule');
  const severity = 'warning';
  switch (one.kind) {
    case 'idle-part': {
      const { of, span: at } = one.part;
      return {
        code: 'proof/idle-part',
        severity,
        span: spanWithin(of.yaml, at.start, at.end),
        params: { ...params, part: textOfPart(one.part) },
      };
    }
    case 'contradiction': {
      const { other } = one;
      return { code: 'proof/contradiction', severity, span, params: { rule: rule.id, other } };
    }
    default:
      return { code: codes[one.kind], severity, span, params };
  }
}

const codes = {
  'never-applies': 'proof/never-applies',
  'never-passes': 'proof/never-passes',
  'never-fails': 'proof/never-fails',
} as const;

/** The rules that are asked about: those named, or all. */
export function rulesNamed(
  { rules }: Pick<Program, 'rules'>,
  names: readonly string[],
): readonly ProgramRule[] {
  return names.length === 0 ? rules : rules.filter(({ id }) => names.includes(id));
}
