import type { DossierJson, OutcomeJson, ReportHead, Verdict } from './json-format.ts';

/** Whether a ledger says that two people found an outcome mistaken, and that nothing it rests on changed since. */
export type Suppresses = (digest: string | null, outcome: OutcomeJson) => boolean;

/**
 * Marks what is suppressed, and the gates that are closed by nothing else. It fails all the same, and is told apart.
 *
 * @returns the very same outcomes where none is
 */
export function marked(
  outcomes: readonly OutcomeJson[],
  digest: string | null,
  suppresses: Suppresses,
): readonly OutcomeJson[] {
  const fails = outcomes.filter(({ status }) => status === 'fail');
  const suppressed = new Set(fails.filter((one) => suppresses(digest, one)));
  if (suppressed.size === 0) return outcomes;
  const [gone, left] = [true, false].map(
    (is) => new Set(fails.flatMap((one) => (suppressed.has(one) === is ? [one.rule] : []))),
  );
  for (const one of fails) {
    const rules = one.gate?.rules ?? [];
    if (rules.some((rule) => gone?.has(rule)) && !rules.some((rule) => left?.has(rule)))
      suppressed.add(one);
  }
  return outcomes.map((one) => (suppressed.has(one) ? { ...one, suppressed: true } : one));
}

/** The verdict on a file without what is suppressed. */
export function verdictWithout(
  {
    verdict,
    part,
    outcomes,
    waiting,
    diagnostics,
  }: Pick<DossierJson, 'part' | 'outcomes' | 'waiting' | 'diagnostics'> & {
    readonly verdict: Verdict;
  },
  { rules }: Pick<ReportHead, 'rules'>,
): Verdict {
  if (verdict !== 'fail' || !outcomes.some(({ suppressed }) => suppressed)) return verdict;
  const mandatory = outcomes.filter(({ rule }) => rules[rule]?.level === 'mandatory');
  if (mandatory.some((one) => one.status === 'fail' && !one.suppressed)) return 'fail';
  const isMalformed = diagnostics.some(({ severity }) => severity === 'error');
  const isOpen = mandatory.some(
    ({ status, manual, missing }) =>
      status === 'cannot-tell' && !(part === 'data' && manual && missing.length === 0),
  );
  const isWaiting = part === 'whole' && waiting.some((id) => rules[id]?.level === 'mandatory');
  return isMalformed || isOpen || isWaiting ? 'cannot-tell' : 'pass';
}
