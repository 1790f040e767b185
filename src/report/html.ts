import type { Language } from '../base/language.ts';
import type { CheckReport } from './json-format.ts';

/** A report as a page. */
export function* htmlText(report: CheckReport, language: Language): Generator<string> {
  yield `${report.rulebook.id} ${language}`;
}
