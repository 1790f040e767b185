import { sayIn } from '../../base/language.ts';
import { verdictMeanings } from '../../words/verdicts.ts';
import type { SummaryJson } from '../json-format.ts';
import type { Page } from './setting.ts';

/** What verdicts mean, those that there are. */
export function verdictsSay(summary: SummaryJson, { language }: Page): readonly string[] {
  const says = sayIn(verdictMeanings, language);
  return (['fail', 'cannot-tell', 'pass'] as const)
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => says[verdict]);
}
