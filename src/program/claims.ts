import { type Diagnostic, noted } from '../base/diagnostic.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { ClaimFile, ClaimsFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import { ruleApplying } from './applying.ts';
import { beginning, type Claim, period, type Subject } from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';
import { strangeProducts } from './product-names.ts';
import { subjectOf } from './subject-of.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/** The claims of a rulebook, each typed by the fields of its subject. */
export function resolveClaims(
  { claims, manifest }: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): { readonly all: readonly Claim[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const written = claims?.data.claims ?? [];
  const all = written.flatMap((data, index) => (claims && claimOf(claims, data, index)) ?? []);
  return { all, diagnostics: to.diagnostics };

  function claimOf(entry: Entry<ClaimsFile>, data: ClaimFile, index: number): Claim | undefined {
    const { yaml } = at(entry.yaml, ['claims', String(index)]);
    const own = { path: entry.path, yaml, data, texts: () => [] };
    const subject = subjectOf(own, subjects, to);
    if (!subject) return undefined;
    for (const { at: place, ...params } of strangeProducts(data.products, subject))
      to.error('rulebook/unknown-reference', spanOf(own, 'products', place), params);
    const names = namesFor(subject);
    const of = (yaml: Yaml, keys: readonly string[]) => {
      const found = at(yaml, keys);
      return found.whole ? found.yaml : undefined;
    };
    const when = reader.read(of(yaml, ['when']), names, 'boolean');
    const day = of(yaml, ['asOf']) ?? of(manifest.yaml, ['subjects', subject.name, 'asOf']);
    const asOf = reader.read(day, names, 'day');
    if (!when || (day && !asOf)) return undefined;
    const { claim: name, title, never, rules } = data;
    const days = period({
      from: data.from ?? beginning,
      ...(data.until !== undefined && { until: data.until }),
    });
    return {
      name,
      title,
      never,
      rules,
      span: spanOf(own, 'claim'),
      // it applies to the files that are claimed something of
      of: ruleApplying({
        name,
        title,
        entry: own,
        subject,
        products: data.products,
        editions: [{ ...days, asOf, when }],
      }),
    };
  }
}
