import { said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

/** What a report for tools that run tests says itself. */
export const junitWords = spoken({
  passed: said(
    (rules: number) => `其余 ${rules} 条规则合规`,
    (rules) => `${counted(rules, 'more rule')} met`,
  ),
});
