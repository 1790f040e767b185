import { type Diagnostic, noted } from '../base/diagnostic.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { ClaimFile, ClaimsFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { WholeRule } from '../rulebook/whole.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import { beginning, type Claim, period, type RuleEditionProgram, type Subject } from './ast.ts';
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
    const edition: RuleEditionProgram = {
      ...period({
        from: data.from ?? beginning,
        ...(data.until !== undefined && { until: data.until }),
      }),
      title,
      lets: [],
      asOf,
      when,
      require: undefined,
      criterion: undefined,
      ifAbsent: undefined,
      basis: [],
      finding: {},
      remedy: undefined,
    };
    const rule = {
      id: name,
      stage: '',
      step: '',
      entry: { ...own, data: ruleData(data) },
      written: ruleData(data),
      cases: undefined,
    };
    return {
      name,
      title,
      never,
      rules,
      span: spanOf(own, 'claim'),
      // it applies to the files that are claimed something of
      of: {
        id: name,
        rule,
        subject,
        group: undefined,
        each: undefined,
        rows: undefined,
        editions: [edition],
        waivers: undefined,
        since: 'new',
        ended: undefined,
      },
    };
  }
}

function ruleData({ claim, title, products, when }: ClaimFile): WholeRule {
  return {
    rule: claim,
    title,
    kind: 'bank',
    level: 'mandatory',
    check: 'data',
    status: 'issued',
    posts: [],
    when,
    editions: [],
    ...(products && { products }),
  };
}
