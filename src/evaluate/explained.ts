import type { JudgeOptions, Status } from './outcome.ts';

/** Whether it is asked why a rule says what it says of a file. */
export function isExplained(
  rule: string,
  status: Status,
  { explain }: Pick<JudgeOptions, 'explain'>,
): boolean {
  if (explain === 'inapplicable') return status !== 'pass';
  return explain === 'all' || explain?.has(rule) === true;
}
