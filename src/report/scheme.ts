import { inLanguage, type Language, textsIn } from '../base/language.ts';
import type { Bounds } from '../check/outside.ts';
import type { Words } from '../rulebook/files.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Multilingual, SchemeJson } from './json-format.ts';

/** A scheme as the head of a report tells it. */
export function schemeJson(
  { data, branches, products, steps, rules }: Scheme,
  { file, digest, picked }: Pick<SchemeJson, 'file' | 'digest' | 'picked'>,
  languages: readonly Language[],
): SchemeJson {
  const texts = (words: Words): Multilingual =>
    textsIn(languages, (language) => inLanguage(words, language));
  const { period, sample, inspectors = [], reviewers = [], targets = {} } = data;
  return {
    id: data.scheme,
    title: texts(data.title),
    file,
    digest,
    day: data.day ?? null,
    branches,
    products,
    steps,
    rules,
    period: period ? { from: period.from ?? null, until: period.until ?? null } : null,
    captured: data.captured ?? null,
    population: data.population ?? null,
    sample: sample
      ? {
          method: sample.method,
          size: sample.size ?? null,
          seed: sample.seed ?? null,
          reason: sample.reason ? texts(sample.reason) : null,
        }
      : null,
    ...(picked && { picked }),
    inspectors: inspectors.map(({ id }) => id),
    reviewers: reviewers.map(({ id }) => id),
    targets: Object.fromEntries(
      Object.entries(targets).map(([severity, share]) => [severity, String(share)]),
    ),
  };
}

/** Which files a scheme covers, or a list of those that were drawn; undefined where all are judged. */
export function boundsOf(
  scheme: SchemeJson | undefined,
  picked: ReadonlySet<string> | undefined,
): Bounds | undefined {
  if (!scheme && !picked) return undefined;
  const { branches = [], products = [], period = null } = scheme ?? {};
  return { branches, products, period, picked };
}
