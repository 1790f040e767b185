import type { Texts } from '../base/language.ts';

/** How titles call the time within which a thing has to be done, and not how long it is good for or what lies between. */
const called: Readonly<Record<string, RegExp>> = {
  zh: /时限$/u,
  en: /\b(?:time limit|deadline)\b|\btime$|^time to\b/iu,
};

/** Whether a limit on days says by when something has to be done: 审查时限, and not 报告有效天数. */
export function isDeadline(title: Texts): boolean {
  return Object.entries(called).some(([language, pattern]) => pattern.test(title[language] ?? ''));
}
