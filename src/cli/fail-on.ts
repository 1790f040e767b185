import type { DossierJson, ReportHead } from '../report/json-format.ts';
import { verdictWithout } from '../report/suppressed.ts';
import { isAsGrave, ruleOf, weights } from '../report/weight.ts';
import { type Call, oneOf } from './call.ts';

/** What of a record says whether a check fails. */
type Failing = Pick<DossierJson, 'verdict' | 'part' | 'outcomes' | 'waiting' | 'diagnostics'>;

/** What `--fail-on` asks: whether what was found of a file makes the exit code 1. */
export function failing(call: Call, head: ReportHead): (record: Failing) => boolean {
  const own = Object.keys(head.severities ?? {});
  const given = call.text('fail-on') ?? 'cannot-tell';
  const level = oneOf('fail-on', given, [
    'cannot-tell',
    'fail',
    ...(own.length > 0 ? own : weights),
  ]);
  const without = ({ verdict, ...rest }: Failing) =>
    verdict === null ? null : verdictWithout({ ...rest, verdict }, head);
  if (level === 'cannot-tell')
    return (record) => ['fail', 'cannot-tell'].includes(without(record) ?? '');
  if (level === 'fail') return (record) => without(record) === 'fail';
  return ({ outcomes }) =>
    outcomes.some((outcome) => {
      const { status, suppressed } = outcome;
      const rule = ruleOf(outcome, head);
      if (status !== 'fail' || suppressed || !rule) return false;
      if (own.length > 0) return own.indexOf(rule.severity ?? '') <= own.indexOf(level);
      const weight = weights.find((one) => one === level);
      return weight !== undefined && isAsGrave(rule, weight);
    });
}
