import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import { beginning, type ProcessRule, type ProgramRule } from '../program/ast.ts';
import { spanOf } from '../rulebook/ast.ts';
import { at, spanWithin } from '../yaml/tree.ts';
import type { ProofProblems } from './problems.ts';
import type { ClaimAnswer } from './claims.ts';
import { type Answered, textOfPart } from './questions.ts';

/** What is proved, as something that may be wrong with the rule: once, whatever editions it is so in. */
export function findingsOf(
  rule: ProgramRule | ProcessRule,
  answers: readonly Answered[],
): readonly Diagnostic<ProofProblems>[] {
  const proved = answers.filter(({ answer }) => answer === 'proved');
  return [...Map.groupBy(proved, saidOnce).values()].flatMap(([first, ...others]) =>
    first ? [findingOf(rule, first, others)] : [],
  );
}

function saidOnce(one: Answered): string {
  switch (one.kind) {
    case 'idle-part':
      return `${one.kind} ${textOfPart(one.part)}`;
    case 'contradiction':
    case 'implied':
      return `${one.kind} ${one.other}`;
    default:
      return one.kind;
  }
}

function findingOf(
  rule: ProgramRule | ProcessRule,
  one: Answered,
  others: readonly Answered[],
): Diagnostic<ProofProblems> {
  const all = [one, ...others];
  const bounds = all.flatMap(({ within }) => within ?? []);
  const within = bounds.length > 0 ? Math.min(...bounds) : undefined;
  const params = {
    rule: rule.id,
    editions: all.map(({ edition }) => edition).filter((from) => from !== beginning),
    within,
  };
  const span = placeOf(rule);
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
    case 'contradiction':
    case 'implied': {
      const pair = { rule: rule.id, other: one.other, within };
      const code = one.kind === 'implied' ? 'proof/implied' : 'proof/contradiction';
      return { code, severity, span, params: pair };
    }
    default:
      return { code: codes[one.kind], severity, span, params };
  }
}

/** The name of a rule, the step that asks, or the condition of what is no rule. */
function placeOf(rule: ProgramRule | ProcessRule): Span {
  if ('step' in rule) return spanOf(rule.step.step.entry, 'step');
  const { entry } = rule.rule;
  const named = at(entry.yaml, ['rule']);
  return named.whole ? named.yaml.span : spanOf(entry, 'when');
}

/** A claim that does not hold. */
export function findingOfClaim({
  claim,
  answer,
}: ClaimAnswer): readonly Diagnostic<ProofProblems>[] {
  if (answer !== 'refuted') return [];
  const { name, never, span } = claim;
  return [{ code: 'proof/refuted', severity: 'error', span, params: { claim: name, never } }];
}

const codes = {
  'never-applies': 'proof/never-applies',
  'always-applies': 'proof/always-applies',
  'never-passes': 'proof/never-passes',
  'never-fails': 'proof/never-fails',
} as const;
