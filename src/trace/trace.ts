import { type Language, textsIn } from '../base/language.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program, Reference } from '../program/ast.ts';
import { type CitedBy, clausesCited, type Other } from '../program/cited.ts';
import { referencesBehind } from '../program/walk.ts';
import { branchOf, type Clause, clauseOf, type SourceDocument } from '../rulebook/ast.ts';
import type { ReviewedFile, ReviewFile, Words } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { ClauseStatus, Review, Totals, TracedClause, TraceReport } from './format.ts';

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
  const resting = restingIn(program, digest);
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
        review: reviewOf(derived !== undefined, last, () => ({
          digest: digestOfClause(clause, digest),
          rules: resting(clause.ref, by),
        })),
        reviewedOn: last?.on ?? null,
        reviewedBy: last?.by ?? null,
      };
    }),
  );
}

/** A warning for each clause whose text, or whose rules, are not those that were last compared, or that the reviewer found to differ. */
export function drift(
  { rulebook }: Program,
  clauses: readonly TracedClause[],
): readonly Diagnostic<RulebookProblems, DriftCode>[] {
  return clauses.flatMap(({ clause: ref, review, reviewedOn, rules, others }) => {
    const clause = clauseOf(rulebook, ref);
    const code = driftCodes[review];
    if (code === undefined || !clause) return [];
    const params = { clause: ref, rules: [...rules, ...others], on: reviewedOn ?? '' };
    return [{ code, severity: 'warning', span: clause.span, params }];
  });
}

type DriftCode = 'rulebook/clause-changed' | 'rulebook/rules-changed' | 'rulebook/review-differs';

const driftCodes: Readonly<Partial<Record<Review, DriftCode>>> = {
  changed: 'rulebook/clause-changed',
  'rules-changed': 'rulebook/rules-changed',
  differs: 'rulebook/review-differs',
};

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
      'rules-changed': reviewed('rules-changed'),
      differs: reviewed('differs'),
      open: reviewed('open'),
    },
    sources,
    clauses,
  };
}

function totalsOf(clauses: readonly TracedClause[]): Totals {
  const of = (status: ClauseStatus) => clauses.filter((one) => one.status === status).length;
  return {
    clauses: clauses.length,
    automated: of('automated'),
    manual: of('manual'),
    'not-applicable': of('not-applicable'),
    pending: of('pending'),
  };
}

/** That rules rest on a clause outweighs what its source says of it. */
function derivedStatus(
  checks: readonly string[],
  others: readonly string[],
): ClauseStatus | undefined {
  if (checks.some((check) => check === 'data' || check === 'both') || others.length > 0)
    return 'automated';
  return checks.includes('manual') ? 'manual' : undefined;
}

function reviewOf(rests: boolean, was: ReviewFile | undefined, now: () => Digests): Review {
  if (!rests) return 'none';
  if (was === undefined) return 'never';
  const is = now();
  if (was.digest !== is.digest) return 'changed';
  if (was.rules !== undefined && was.rules !== is.rules) return 'rules-changed';
  return was.says === undefined || was.says === 'agrees' ? 'current' : was.says;
}

/** Digests of a clause and of what rests on it, by which a review knows them again. */
export interface Digests {
  readonly digest: string;
  readonly rules: string;
}

/** Of every clause of the rulebook's own sources, by its ref: those of one that it builds on are reviewed there. */
export function digestsOf(program: Program, digest: Digest): ReadonlyMap<string, Digests> {
  const cited = clausesCited(program);
  const resting = restingIn(program, digest);
  const own = program.rulebook.sources.filter(({ span }) => isTop(program, span));
  return new Map(
    own.flatMap(({ clauses }) =>
      [...clauses.values()].map((clause) => {
        const rules = resting(clause.ref, cited.get(clause.ref));
        return [clause.ref, { digest: digestOfClause(clause, digest), rules }] as const;
      }),
    ),
  );
}

/** Digests over what decides: conditions, values and days of all that rests on a clause, and of the limits behind its rules. */
function restingIn(
  program: Program,
  digest: Digest,
): (ref: string, by: CitedBy | undefined) => string {
  const rules = new Map(program.rules.map((rule) => [rule.id, rule]));
  const steps = Map.groupBy(program.steps, ({ id }) => id);
  return (ref, by) => {
    const others = by?.others ?? [];
    const own = (by?.rules ?? []).flatMap((id) => rules.get(id) ?? []);
    const references = new Set([
      ...own.flatMap((rule) => [...referencesBehind(rule, program)]),
      ...others.flatMap(({ id }) => program.references.get(id) ?? []),
    ]);
    const parts = [
      ref,
      ...own.map(({ rule }) => decides(rule.entry.data)),
      ...[...references].map((reference) => writtenOf(reference, program)),
      ...others
        .flatMap(({ kind, id }) => (kind === 'step' ? (steps.get(id) ?? []) : []))
        .map(({ step }) => decides(step.entry.data)),
      ...others.map(nameOf),
    ];
    return short(digest(JSON.stringify(parts)));
  };
}

/** Keys of what is only said to people. */
const told: ReadonlySet<string> = new Set([
  'title',
  'criterion',
  'question',
  'finding',
  'remedy',
  'risk',
  'how',
  'standard',
  'mistakes',
  'why',
  'note',
  'purpose',
  'takes',
  'gives',
]);

function decides(data: object): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (told.has(key) ? undefined : value)),
  );
}

function writtenOf({ kind, name }: Reference, { rulebook }: Program): unknown {
  switch (kind) {
    case 'parameter':
      return rulebook.parameters.find(({ data }) => data.parameter === name)?.data.editions;
    case 'table':
      return rulebook.tables.find(({ data }) => data.table === name)?.data.editions;
    case 'definition':
      return rulebook.definitions?.data.definitions.find((one) => one.definition === name)
        ?.editions;
  }
}

/** Sixteen hexadecimal digits over all languages; line breaks and blanks are not counted. */
function digestOfClause({ title, text, figures }: Clause, digest: Digest): string {
  const words = [title, text].flatMap(({ zh = '', en = '', ...others }) => [
    zh,
    en,
    ...Object.values(others),
  ]);
  const plain = words.map((one) => one.replaceAll(/\s+/gu, ' ').trim()).join('\n');
  return short(
    digest(figures.length === 0 ? plain : `${plain}\n${JSON.stringify(figures, asText)}`),
  );
}

function asText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The first sixteen hexadecimal digits of a digest. */
export function short(digest: string): string {
  return digest.replace(/^sha256:/u, '').slice(0, 16);
}

/**
 * The review record with every clause of the rulebook's own sources that rules rest on accepted as it now reads.
 *
 * @param day - ISO; a clause that did not change, nor its rules, keeps the review it had
 */
export function accepted(program: Program, digest: Digest, day: string): ReviewedFile {
  const { rulebook } = program;
  const own = new Map<string, SourceDocument>(
    rulebook.sources
      .filter(({ span }) => isTop(program, span))
      .map((source) => [source.id, source]),
  );
  const digests = digestsOf(program, digest);
  const before = rulebook.reviewed?.data.reviewed ?? {};
  const entries = trace(program, digest).flatMap(({ clause: ref, source, review }) => {
    const clause = own.get(source)?.clauses.get(ref.slice(source.length + 1));
    const is = digests.get(ref);
    if (!clause || !is || review === 'none') return [];
    const was = before[ref];
    // what a reviewer said of this very text and these very rules stands
    const stands = was && review !== 'changed' && review !== 'rules-changed';
    return [[ref, stands ? { ...was, ...is } : { ...is, on: day }] as const];
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
