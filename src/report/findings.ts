import type { DossierJson, OutcomeJson, ReportHead } from './json-format.ts';

/** Something that was found in a file, to be put right. */
export interface Finding {
  readonly dossier: DossierJson;
  readonly outcome: OutcomeJson;
  /** Steps that went ahead although this was not in order: findings of gates that say nothing besides. */
  readonly gates: readonly OutcomeJson[];
}

/**
 * What fails in a file, the gravest first. A gate that was passed because of findings of the same file is told with
 * the first of them, not by itself. What a ledger suppresses is no finding of a paper.
 */
export function findingsIn(dossier: DossierJson): readonly Finding[] {
  const fails = dossier.outcomes.filter(
    ({ status, suppressed }) => status === 'fail' && !suppressed,
  );
  const byRule = new Map<string, OutcomeJson>();
  for (const one of fails) if (!one.gate && !byRule.has(one.rule)) byRule.set(one.rule, one);
  const gates = new Map<OutcomeJson, OutcomeJson[]>();
  const own: OutcomeJson[] = [];
  for (const one of fails) {
    const causes = one.gate?.rules.map((rule) => byRule.get(rule)) ?? [];
    const [cause] = causes;
    if (!cause || causes.includes(undefined)) own.push(one);
    else gates.set(cause, [...(gates.get(cause) ?? []), one]);
  }
  return own.map((outcome) => ({ dossier, outcome, gates: gates.get(outcome) ?? [] }));
}

/** The titles of the steps that went ahead, in their order, each once. */
export function stepsAhead(
  { gates }: Finding,
  head: ReportHead,
  text: (texts: ReportHead['steps'][string] | undefined) => string,
): readonly string[] {
  const steps = gates.map(({ rule }) => head.rules[rule]?.step ?? rule);
  return [...new Set(steps)].map((step) => text(head.steps[step]) || step);
}
