import { sayIn } from '../../base/language.ts';
import { inspectionWords } from '../../words/inspection.ts';
import type { DefectJson, SchemeJson, SummaryJson } from '../json-format.ts';
import type { Page } from './setting.ts';

/** What the head of a report says of the inspection that the check is part of: each by what it is called. */
export function inspectionFacts(page: Page): readonly (readonly [string, string])[] {
  const { head, language, text, book } = page;
  const words = sayIn(inspectionWords, language);
  const { scheme } = head;
  if (!scheme) return [[words.scheme, words.none]];
  const people = [...scheme.inspectors, ...scheme.reviewers].join(book.terms.comma);
  return [
    [words.scheme, `${text(scheme.title) || scheme.id} · ${scheme.digest}`],
    ...(scheme.day === null ? [] : [[words.day, scheme.day] as const]),
    ...(people === '' ? [] : [[words.people, people] as const]),
    [words.covers, covered(scheme, page) || words.coversAll],
    ...chosen(scheme, page),
  ];
}

function covered(scheme: SchemeJson, { head, language, text }: Page): string {
  const { branches, products, steps, rules, period, captured } = scheme;
  return sayIn(inspectionWords, language).coversSay({
    branches,
    products,
    steps: steps.map((step) => text(head.steps[step]) || step),
    rules: rules.length,
    from: period?.from ?? '',
    until: period?.until ?? '',
    captured: captured?.length,
  });
}

function chosen(
  { sample, population }: SchemeJson,
  { language, text }: Page,
): readonly (readonly [string, string])[] {
  const words = sayIn(inspectionWords, language);
  if (!sample) return [];
  const { method, size, seed, reason } = sample;
  const said = words.chosenSay({
    method,
    population,
    size,
    seed,
    reason: text(reason ?? undefined),
  });
  return [[words.chosen, said]];
}

/** What verdicts mean, those that there are, and what was waived. */
export function verdictsSay(summary: SummaryJson, { language }: Page): readonly string[] {
  const words = sayIn(inspectionWords, language);
  const verdicts = (['fail', 'cannot-tell', 'pass'] as const).filter((one) => summary[one] > 0);
  const waived = summary.defects.filter((one: DefectJson) => one.waived > 0);
  const files = waived.reduce((sum, one) => sum + one.waived, 0);
  return [
    ...verdicts.map((one) => words.verdicts[one]),
    ...(files > 0 ? [words.waived(waived.length, files)] : []),
  ];
}
