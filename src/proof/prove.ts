import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { spanOf } from '../rulebook/ast.ts';
import { spanWithin } from '../yaml/tree.ts';
import type { ProofProblems } from './problems.ts';
import type { Answered } from './questions.ts';

/** What is proved, as something that may be wrong with the rule. */
export function findingsOf(
  rule: ProgramRule,
  answers: readonly Answered[],
): readonly Diagnostic<ProofProblems>[] {
  return answers.filter(({ answer }) => answer === 'proved').map((one) => findingOf(rule, one));
}

function findingOf(rule: ProgramRule, one: Answered): Diagnostic<ProofProblems> {
  const { entry } = rule.rule;
  const params = { rule: rule.id, from: one.edition, within: one.within };
  const span = spanOf(entry, 'rule');
  const severity = 'warning';
  if (one.part) {
    const { of, span: at } = one.part;
    const part = of.yaml.text.slice(at.start, at.end).replaceAll(/\s+/gu, ' ');
    return {
      code: 'proof/idle-part',
      severity,
      span: spanWithin(of.yaml, at.start, at.end),
      params: { ...params, part },
    };
  }
  if (one.other !== undefined)
    return {
      code: 'proof/contradiction',
      severity,
      span,
      params: { rule: rule.id, other: one.other },
    };
  const code = ({ 'never-passes': 'proof/never-passes', 'never-fails': 'proof/never-fails' } as const)[
    one.kind as 'never-passes' | 'never-fails'
  ];
  return { code: code ?? 'proof/never-applies', severity, span, params };
}

/** The rules that are asked about: those named, or all. */
export function rulesNamed(
  { rules }: Pick<Program, 'rules'>,
  names: readonly string[],
): readonly ProgramRule[] {
  return names.length === 0 ? rules : rules.filter(({ id }) => names.includes(id));
}
