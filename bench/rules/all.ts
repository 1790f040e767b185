import { amountRules } from './amounts.ts';
import { dayRules } from './days.ts';
import { formulaRules } from './formulas.ts';
import { paperRules } from './papers.ts';
import { peopleRules } from './people.ts';
import type { BenchRule } from './rule.ts';

/** The 150 rules of the benchmark. */
export const benchRules: readonly BenchRule[] = [
  ...amountRules,
  ...dayRules,
  ...peopleRules,
  ...paperRules,
  ...formulaRules,
];
