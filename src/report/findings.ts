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
  const own = ownFindings(fails);
  const gates = Map.groupBy(
    fails.filter((one) => !own.includes(one)),
    ({ gate }) => gate?.rules[0],
  );
  const first = new Map(own.toReversed().map((one) => [one.rule, one]));
  return own.map((outcome) => ({
    dossier,
    outcome,
    gates: first.get(outcome.rule) === outcome ? (gates.get(outcome.rule) ?? []) : [],
  }));
}

type Said = Pick<OutcomeJson, 'rule' | 'status' | 'gate' | 'suppressed'>;

/**
 * What fails by itself: not the steps that went ahead in spite of a gate which is closed by another finding of the same
 * file. That one is put right, and they with it.
 */
export function ownFindings<T extends Said>(outcomes: readonly T[]): readonly T[] {
  const fails = outcomes.filter(({ status }) => status === 'fail');
  const causes = new Set(fails.flatMap(({ rule, gate }) => (gate ? [] : [rule])));
  return fails.filter(
    ({ gate }) => !gate || gate.rules.length === 0 || !gate.rules.every((rule) => causes.has(rule)),
  );
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
