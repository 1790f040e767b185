import type { Language } from '../base/language.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import type { WaiverProblem } from '../program/ast.ts';
import type { Multilingual, ReportHead, SchemeJson, SummaryJson } from './json-format.ts';

type Terms = Wordbook['terms'];

/** Files that are named of those that did not come, at most. */
const mostNamed = 10;

/**
 * What the inspection covers, and how its files were chosen, or that no scheme was given; nothing for a rulebook that
 * does not say what tells its files apart, which nobody inspects by a scheme.
 */
export function schemeLines(
  { scheme, about, steps }: Pick<ReportHead, 'scheme' | 'about' | 'steps'>,
  terms: Terms,
  language: Language,
): readonly string[] {
  const said = (text: Multilingual | null | undefined) =>
    text?.[language] ?? Object.values(text ?? {})[0] ?? '';
  if (!scheme) return Object.keys(about).length > 0 ? [terms.noScheme] : [];
  const codes = new Map(
    Object.values(about).flatMap(({ product }) => Object.entries(product?.codes ?? {})),
  );
  const covered = terms.scheme({
    ...scheme,
    title: said(scheme.title) || scheme.id,
    products: scheme.products.map((code) => said(codes.get(code)) || code),
    steps: scheme.steps.map((id) => said(steps[id]) || id),
    rules: scheme.rules.length,
  });
  const { sample, picked } = scheme;
  return [
    covered,
    ...(sample ? [sampledLine(sample, scheme.population, said(sample.reason), terms)] : []),
    ...(picked ? [terms.picked(picked.files, picked.file)] : []),
  ];
}

function sampledLine(
  { method, size, seed }: NonNullable<SchemeJson['sample']>,
  population: number | null,
  reason: string,
  { sampled }: Terms,
): string {
  switch (method) {
    case 'all':
      return sampled.all;
    case 'discretionary':
      return sampled.discretionary(reason);
    default:
      return sampled[method](size, population, seed);
  }
}

/** Files that were not judged, those that were drawn and did not come, and exceptions, where there are any. */
export function besidesLines(
  { outside, absent = [], waivers }: Pick<SummaryJson, 'outside' | 'absent' | 'waivers'>,
  terms: Terms,
): readonly string[] {
  const isAny = outside !== undefined && Object.values(outside).some((count) => count > 0);
  return [
    ...(isAny ? [terms.outside(outside)] : []),
    ...(waivers
      ? [
          terms.waivers(
            waivers.valid,
            Object.entries(waivers.refused).map(
              ([problem, count]) => [terms.waiver[problem as WaiverProblem], count] as const,
            ),
          ),
        ]
      : []),
    ...(absent.length > 0 ? [terms.absent(absent.length, absent.slice(0, mostNamed))] : []),
  ];
}
