import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import { runCases } from '../cases/run.ts';
import { type FailedCase, failedCase, toldOfCase } from '../report/failed-case.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { RulebookDiff } from './diff.ts';
import type { CasesJson } from './format.ts';

/** What came of the cases that a change concerns, as the rulebook is now. */
export interface CasesAfter {
  readonly ran: number;
  readonly failed: readonly (FailedCase & { readonly path: string })[];
}

/** Runs the cases of the rules of which a verdict may change, and of those whose cases were changed. */
export function casesAfter({ now, rules, changes }: RulebookDiff): CasesAfter {
  const asked = new Set([
    ...rules.map(({ id }) => id),
    ...changes.flatMap(({ thing, id }) => (thing === 'cases' ? [id] : [])),
  ]);
  const results = now.program.rules
    .filter(({ id }) => asked.has(id))
    .flatMap((rule) => runCases(now.program, rule));
  const failed = results.filter(({ passed }) => !passed);
  return {
    ran: results.length,
    failed: failed.map((result) => ({
      ...failedCase(result),
      path: result.rule.rule.cases?.path ?? '',
    })),
  };
}

export function casesJson({ ran, failed }: CasesAfter, languages: readonly Language[]): CasesJson {
  return {
    ran,
    failed: failed.map((one) => ({
      rule: one.rule,
      title: textsIn(languages, (language) => inLanguage(one.title, language)),
      file: one.path,
      line: one.at.start.line,
      says: textsIn(
        languages,
        (language) => toldOfCase(one, sayIn(wordbooks, language), language).says,
      ),
    })),
  };
}
