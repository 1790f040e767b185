import { type Language, textsIn } from '../base/language.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program } from '../program/ast.ts';
import { clausesCited, type Other } from '../program/cited.ts';
import { branchOf, type Clause, clauseOf, type SourceDocument } from '../rulebook/ast.ts';
import type { ReviewedFile, Words } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { Review, Status, Totals, TracedClause, TraceReport } from './format.ts';

/** A digest of a text; the outside world has the means. */
export type Digest = (text: string) => string;

/** What was made of every clause of every source, in the order of the sources. */
export function trace(program: Program, digest: Digest): readonly TracedClause[] {
  const { rulebook } = program;
  const { languages } = rulebook.manifest.data;
  const cited = clausesCited(program);
  const calendars = rulebook.calendars.flatMap(({ data: { calendar, years } }) =>
    years.map(({ basis = [] }) => ({ name: `calendar ${calendar}`, basis })),
  );
  const reviewed = new Map(Object.entries(rulebook.reviewed?.data.reviewed ?? {}));
  const checks = new Map(
    program.rules.map(({ id, rule }): [string, string] => {
      const { status, check } = rule.entry.data;
      return [id, status === 'issued' ? check : status];
    }),
  );
  return rulebook.sources.flatMap((source) =>
    [...source.clauses.values()].map((clause): TracedClause => {
      const by = cited.get(clause.ref);
      const rules = by?.rules ?? [];
      const others = [
        ...(by?.others ?? []).map(nameOf),
        ...new Set(
          calendars.flatMap(({ name, basis }) => (basis.includes(clause.ref) ? [name] : [])),
        ),
      ];
      const last = reviewed.get(clause.ref);
      const derived = derivedStatus(
        rules.map((id) => checks.get(id) ?? ''),
        others,
      );
      return {
        clause: clause.ref,
        source: source.id,
        title: whole(clause.title, languages),
        status: derived ?? clause.status?.kind ?? 'pending',
        says: whole(clause.status?.says ?? {}, languages),
        rules,
        others,
        confidence: clause.confidence,
        textReadOn: source.reviewedOn ?? null,
        review: reviewOf(derived !== undefined, last?.digest, digestOfClause(clause, digest)),
        reviewedOn: last?.on ?? null,
      };
    }),
  );
}

/** A warning for each clause that reads otherwise than when its rules were last compared with it. */
export function drift(
  { rulebook }: Program,
  clauses: readonly TracedClause[],
): readonly Diagnostic<RulebookProblems, 'rulebook/clause-changed'>[] {
  return clauses.flatMap(({ clause: ref, review, reviewedOn, rules, others }) => {
    const clause = clauseOf(rulebook, ref);
    if (review !== 'changed' || !clause) return [];
    const params = { clause: ref, rules: [...rules, ...others], on: reviewedOn ?? '' };
    return [{ code: 'rulebook/clause-changed', severity: 'warning', span: clause.span, params }];
  });
}

/** The clauses with their totals. */
export function traceReport({ rulebook }: Program, clauses: readonly TracedClause[]): TraceReport {
  const { id, version } = rulebook.manifest.data;
  const reviewed = (review: Review) => clauses.filter((one) => one.review === review).length;
  const sources = [...Map.groupBy(clauses, ({ source }) => source)].map(([source, own]) => ({
    source,
    ...totalsOf(own),
  }));
  return {
    rulebook: { id, version },
    totals: totalsOf(clauses),
    reviews: {
      current: reviewed('current'),
      changed: reviewed('changed'),
      never: reviewed('never'),
    },
    sources,
    clauses,
  };
}

function totalsOf(clauses: readonly TracedClause[]): Totals {
  const of = (status: Status) => clauses.filter((one) => one.status === status).length;
  return {
    clauses: clauses.length,
    automated: of('automated'),
    manual: of('manual'),
    'not-applicable': of('not-applicable'),
    pending: of('pending'),
  };
}

/** That rules rest on a clause outweighs what its source says of it. */
function derivedStatus(checks: readonly string[], others: readonly string[]): Status | undefined {
  if (checks.some((check) => check === 'data' || check === 'both') || others.length > 0)
    return 'automated';
  return checks.includes('manual') ? 'manual' : undefined;
}

function reviewOf(rests: boolean, was: string | undefined, is: string): Review {
  if (!rests) return 'none';
  if (was === undefined) return 'never';
  return was === is ? 'current' : 'changed';
}

/** Sixteen hexadecimal digits over all languages; line breaks and blanks are not counted. */
function digestOfClause({ title, text }: Clause, digest: Digest): string {
  const words = [title, text].flatMap(({ zh = '', en = '', ...others }) => [
    zh,
    en,
    ...Object.values(others),
  ]);
  const plain = words.map((one) => one.replaceAll(/\s+/gu, ' ').trim()).join('\n');
  return digest(plain)
    .replace(/^sha256:/u, '')
    .slice(0, 16);
}

/**
 * The review record with every clause of the rulebook's own sources that rules rest on accepted as it now reads.
 *
 * @param day - ISO; a clause whose text did not change keeps the day it had
 */
export function accepted(program: Program, digest: Digest, day: string): ReviewedFile {
  const { rulebook } = program;
  const own = new Map<string, SourceDocument>(
    rulebook.sources
      .filter(({ span }) => isTop(program, span))
      .map((source) => [source.id, source]),
  );
  const entries = trace(program, digest).flatMap(({ clause: ref, source, review, reviewedOn }) => {
    const clause = own.get(source)?.clauses.get(ref.slice(source.length + 1));
    if (!clause || review === 'none') return [];
    const on = review === 'current' && reviewedOn !== null ? reviewedOn : day;
    return [[ref, { digest: digestOfClause(clause, digest), on }] as const];
  });
  return { reviewed: Object.fromEntries(entries) };
}

function isTop({ rulebook }: Program, span: SourceDocument['span']): boolean {
  const branch = branchOf(rulebook, span);
  return rulebook.layers.length < 2 ? true : branch === rulebook.layers.at(-1);
}

/** `step approval`, `parameter maximumTotalDebtRatio` */
function nameOf({ kind, id }: Other): string {
  return `${kind} ${id}`;
}

/** Empty where the clause is not in a language. */
function whole(words: Words, languages: readonly Language[]): Words {
  return textsIn(languages, (language) => words[language] ?? '');
}
