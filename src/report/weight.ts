import type { OutcomeJson, ReportHead, RuleJson } from './json-format.ts';

const levels = ['mandatory', 'advisory', 'reference'] as const;
const kinds = ['regulation', 'bank', 'service', null] as const;

/** What `--fail-on` may name besides the severities of a rulebook: a finding as grave as that, or graver. */
export const weights = ['red-line', 'regulation', 'bank', 'service', 'advisory'] as const;
export type Weight = (typeof weights)[number];

/**
 * How grave a finding of a rule is, smaller being graver: by level, then red lines, then by kind; by the rulebook's own
 * severities first, where it has some.
 */
export function gravityOf(
  rule: RuleJson | undefined,
  { severities }: Pick<ReportHead, 'severities'>,
): number {
  if (!rule) return Number.MAX_SAFE_INTEGER;
  const own = severities ? Object.keys(severities).indexOf(rule.severity ?? '') : 0;
  const level = levels.indexOf(rule.level);
  const kind = rule.redLine ? 0 : 1 + kinds.indexOf(rule.kind);
  return (own < 0 ? 99 : own) * 100 + level * 10 + kind;
}

/** What is said of the rule of an outcome: where a branch's limit alone made it fail, it is of the branch's kind. */
export function ruleOf(
  { rule: id, kind }: Pick<OutcomeJson, 'rule' | 'kind'>,
  { rules }: Pick<ReportHead, 'rules'>,
): RuleJson | undefined {
  const rule = rules[id];
  if (!rule || kind === undefined) return rule;
  const { redLine: _, ...rest } = rule;
  return { ...rest, kind };
}

/** Whether a fail of a rule is as grave as asked, or graver. */
export function isAsGrave(rule: RuleJson, asked: Weight): boolean {
  return weights.indexOf(weightOf(rule)) <= weights.indexOf(asked);
}

/** The rulebook's own word for how grave a rule is; its weight where there is none. */
export function severityOf(rule: RuleJson): string {
  return rule.severity ?? weightOf(rule);
}

/** As which weight a rule counts, where its rulebook has no severities. */
export function weightOf({ redLine, level, kind }: RuleJson): Weight {
  if (redLine) return 'red-line';
  if (level !== 'mandatory') return 'advisory';
  return kind ?? 'service';
}
