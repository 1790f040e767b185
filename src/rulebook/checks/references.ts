import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Span, startOf } from '../../base/source.ts';
import { nearest } from '../../base/suggest.ts';
import { type Entry, type Rulebook, rulesOf, spanOf, stepsOf } from '../ast.ts';
import type { Words } from '../files.ts';
import type { ProblemsFound, ReferenceKind, RulebookProblems } from '../problems.ts';
import { unlistedIn } from '../unlisted.ts';

/** What is named outside expressions. */
type Named = Exclude<
  ReferenceKind,
  | 'rulebook'
  | 'field'
  | 'product'
  | 'definition'
  | 'code set'
  | 'schema'
  | 'measure'
  | 'promise'
  | 'network'
  | 'deal'
  | 'person'
  | 'file'
  | 'unit'
  | 'severity'
  | 'event'
  | 'term'
  | 'view'
  | 'occasion'
  | 'model'
  | 'characteristic'
  | 'appraisal'
  | 'claim'
>;
type Keys = readonly (string | number)[];

/** Every post, document, rule, step, clause, calendar and base dossier that is named exists. */
export function* references(rulebook: Rulebook): ProblemsFound {
  const { stages, subjects, remedies = {}, risks = {} } = rulebook.manifest.data;
  const sources = new Map(rulebook.sources.toReversed().map((source) => [source.id, source]));
  const known: Readonly<Record<Named, ReadonlySet<string>>> = {
    post: new Set(rulebook.posts?.data.posts.map(({ post }) => post)),
    document: new Set(rulebook.documents?.data.documents.map(({ document }) => document)),
    rule: new Set(
      stepsOf(rulebook).flatMap(({ rules, broken }) => [...rules.map(({ id }) => id), ...broken]),
    ),
    step: new Set(stepsOf(rulebook).map(({ id }) => id)),
    stage: new Set(stages.map(({ stage }) => stage)),
    clause: new Set(
      [...sources.values()]
        .toReversed()
        .flatMap(({ clauses }) => [...clauses.values()].map(({ ref }) => ref)),
    ),
    source: new Set(rulebook.sources.map(({ id }) => id)),
    parameter: new Set(rulebook.parameters.map(({ data }) => data.parameter)),
    table: new Set(rulebook.tables.map(({ data }) => data.table)),
    calendar: new Set(rulebook.calendars.map(({ data }) => data.calendar)),
    dossier: new Set(rulebook.dossiers.keys()),
    subject: new Set(Object.keys(subjects)),
    remedy: new Set(Object.keys(remedies)),
    risk: new Set(Object.keys(risks)),
  };

  /** What people call them, which may have been written for the id. */
  const titled: Partial<Readonly<Record<Named, ReadonlyMap<string, string>>>> = {
    post: idsByTitle(rulebook.posts?.data.posts, ({ post }) => post),
    document: idsByTitle(rulebook.documents?.data.documents, ({ document }) => document),
    step: idsByTitle(
      stepsOf(rulebook).map(({ id, entry }) => ({ id, title: entry.data.title })),
      ({ id }) => id,
    ),
  };
  /** The step in whose folder each rule lies. */
  const homes = new Map(
    stepsOf(rulebook).flatMap((step) => [
      ...step.rules.map(({ id }) => [id, step] as const),
      ...step.broken.map((id) => [id, step] as const),
    ]),
  );
  const { manifest, posts, documents, definitions } = rulebook;
  if (manifest.data.calendar !== undefined)
    yield* name(manifest, 'calendar', manifest.data.calendar, ['calendar']);
  for (const [index, { onlyAfter }] of manifest.data.stages.entries()) {
    const earlier = new Set([...known.stage].slice(0, index));
    if (onlyAfter !== undefined)
      yield* name(manifest, 'stage', onlyAfter, ['stages', index, 'onlyAfter'], earlier);
  }
  for (const [index, { clause }] of (manifest.data.acceptedUnverified ?? []).entries())
    yield* name(manifest, 'clause', clause, ['acceptedUnverified', index, 'clause']);
  for (const [index, { step, asks }] of (manifest.data.gates ?? []).entries()) {
    yield* name(manifest, 'step', step, ['gates', index, 'step']);
    yield* name(manifest, 'post', asks, ['gates', index, 'asks']);
  }
  const { principles = [], authority } = manifest.data.book ?? {};
  for (const [index, { limits }] of principles.entries())
    yield* names(manifest, 'parameter', limits, ['book', 'principles', index, 'limits']);
  if (authority !== undefined) yield* name(manifest, 'table', authority, ['book', 'authority']);
  for (const [index, { from, until }] of (manifest.data.phases?.phases ?? []).entries()) {
    yield* name(manifest, 'step', from, ['phases', 'phases', index, 'from']);
    yield* name(manifest, 'step', until, ['phases', 'phases', index, 'until']);
  }
  for (const { manifest: yaml, owner } of rulebook.layers)
    if (owner !== undefined && !known.post.has(owner))
      yield unknown('post', owner, known.post, spanOf({ yaml }, 'owner'));
  for (const step of stepsOf(rulebook)) {
    const { entry } = step;
    const { data } = entry;
    if (data.ended) yield* name(entry, 'clause', data.ended.by, ['ended', 'by']);
    for (const [index, { to }] of (data.returns ?? []).entries())
      yield* name(entry, 'step', to, ['returns', index, 'to']);
    for (const [index, { posts, why }] of (data.talk ?? []).entries()) {
      yield* names(entry, 'post', posts, ['talk', index, 'posts']);
      yield* names(entry, 'rule', why, ['talk', index, 'why']);
    }
    if (data.record) yield* name(entry, 'subject', data.record.subject, ['record', 'subject']);
    const own = new Set([...step.rules.map(({ id }) => id), ...step.broken]);
    for (const [index, rule] of data.rules.entries()) {
      const first = data.rules.indexOf(rule);
      const span = spanOf(entry, 'rules', index);
      const home = own.has(rule) ? undefined : homes.get(rule);
      if (first < index) {
        const related = [spanOf(entry, 'rules', first)];
        const params = { id: rule };
        yield { code: 'rulebook/listed-twice', severity: 'error', span, params, related };
      } else if (home) {
        const params = { id: rule, step: home.id };
        const related = [home.entry.yaml.span].map(startOf);
        yield { code: 'rulebook/other-step', severity: 'error', span, params, related };
      } else if (!own.has(rule)) {
        const near = nearest(rule, unlistedIn(rulebook, entry)) ?? nearest(rule, own);
        const params = { what: 'rule' as const, name: rule, near };
        yield { code: 'rulebook/unknown-reference', severity: 'error', span, params };
      }
    }
    const parts: readonly (readonly [Partial<typeof data>, Keys])[] = [
      [data, []],
      ...(data.editions ?? []).map((edition, index) => [edition, ['editions', index]] as const),
    ];
    for (const [part, keys] of parts) {
      yield* names(entry, 'post', part.posts, [...keys, 'posts']);
      yield* names(entry, 'step', part.after, [...keys, 'after']);
      yield* names(entry, 'document', part.documents, [...keys, 'documents']);
      yield* names(entry, 'rule', part.gate, [...keys, 'gate']);
      yield* names(entry, 'clause', part.basis, [...keys, 'basis']);
      if (part.within) yield* name(entry, 'step', part.within.from, [...keys, 'within', 'from']);
    }
  }
  for (const { entry, cases } of rulesOf(rulebook)) {
    const { data } = entry;
    if (data.adds !== undefined) yield* name(entry, 'rule', data.adds, ['adds']);
    yield* names(entry, 'post', data.posts, ['posts']);
    yield* names(entry, 'document', data.evidence, ['evidence']);
    yield* names(entry, 'clause', data.basis, ['basis']);
    yield* names(entry, 'rule', data.companion, ['companion']);
    for (const other of Object.keys(data.together ?? {}))
      yield* name(entry, 'rule', other, ['together', other]);
    if (data.ended) yield* name(entry, 'clause', data.ended.by, ['ended', 'by']);
    if (data.waiver) yield* name(entry, 'post', data.waiver.post, ['waiver', 'post']);
    if (data.risk) {
      yield* name(entry, 'post', data.risk.post, ['risk', 'post']);
      yield* name(entry, 'risk', data.risk.type, ['risk', 'type']);
    }
    if (data.remedy) yield* name(entry, 'remedy', data.remedy.when, ['remedy', 'when']);
    for (const [index, edition] of data.editions.entries()) {
      yield* names(entry, 'clause', edition.basis, ['editions', index, 'basis']);
      const when = edition.remedy?.when;
      if (when !== undefined)
        yield* name(entry, 'remedy', when, ['editions', index, 'remedy', 'when']);
    }
    if (cases) {
      if (cases.data.base !== undefined) yield* name(cases, 'dossier', cases.data.base, ['base']);
      for (const [index, { base, dossiers = [] }] of cases.data.cases.entries()) {
        if (base !== undefined) yield* name(cases, 'dossier', base, ['cases', index, 'base']);
        for (const [number, { base: own }] of dossiers.entries()) {
          const keys = ['cases', index, 'dossiers', number, 'base'];
          if (own !== undefined) yield* name(cases, 'dossier', own, keys);
        }
      }
    }
  }
  for (const entry of [...rulebook.parameters, ...rulebook.tables, ...rulebook.codes]) {
    for (const [index, { basis }] of entry.data.editions.entries()) {
      yield* names(entry, 'clause', basis, ['editions', index, 'basis']);
    }
  }
  for (const entry of rulebook.measures) {
    yield* names(entry, 'clause', entry.data.basis, ['basis']);
    yield* names(entry, 'post', entry.data.posts, ['posts']);
  }
  for (const entry of rulebook.occasions) {
    yield* names(entry, 'clause', entry.data.basis, ['basis']);
    yield* name(entry, 'post', entry.data.post, ['post']);
  }
  for (const entry of rulebook.promises) {
    yield* names(entry, 'clause', entry.data.basis, ['basis']);
    yield* names(entry, 'post', entry.data.posts, ['posts']);
    for (const [index, rule] of (entry.data.rules ?? []).entries()) {
      const step = /^process\/([^/]+)\/[a-z]+$/u.exec(rule)?.[1];
      yield* name(entry, step === undefined ? 'rule' : 'step', step ?? rule, ['rules', index]);
    }
  }
  for (const entry of rulebook.appraisals) {
    const { basis, posts: appraised, violations } = entry.data;
    yield* names(entry, 'clause', basis, ['basis']);
    yield* names(entry, 'post', appraised, ['posts']);
    for (const [index, { rules }] of violations.points.entries())
      yield* names(entry, 'rule', rules, ['violations', 'points', index, 'rules']);
  }
  const { claims } = rulebook;
  for (const [index, { rules = [] }] of (claims?.data.claims ?? []).entries())
    if (claims) yield* names(claims, 'rule', rules, ['claims', index, 'rules']);
  for (const entry of rulebook.calendars) {
    for (const [index, { basis }] of entry.data.years.entries()) {
      yield* names(entry, 'clause', basis, ['years', index, 'basis']);
    }
  }
  for (const [index, { editions }] of (definitions?.data.definitions ?? []).entries()) {
    for (const [number, { basis }] of editions.entries()) {
      if (definitions)
        yield* names(definitions, 'clause', basis, [
          'definitions',
          index,
          'editions',
          number,
          'basis',
        ]);
    }
  }
  for (const [index, pair] of (posts?.data.incompatible ?? []).entries()) {
    if (!posts) continue;
    yield* names(posts, 'post', pair.posts, ['incompatible', index, 'posts']);
    yield* names(posts, 'clause', pair.basis, ['incompatible', index, 'basis']);
  }

  for (const [index, { specimen }] of (documents?.data.documents ?? []).entries()) {
    if (!documents || !specimen) continue;
    const keys = ['documents', index, 'specimen'];
    yield* name(documents, 'post', specimen.by, [...keys, 'by']);
    yield* name(documents, 'dossier', specimen.of, [...keys, 'of']);
  }
  for (const { punishes } of rulebook.sources.flatMap(({ clauses }) => [...clauses.values()])) {
    if (!punishes || punishes.clauses === 'all') continue;
    for (const ref of punishes.clauses)
      if (!known.clause.has(ref)) yield unknown('clause', ref, known.clause, punishes.span);
  }

  function* names(
    entry: Entry<unknown>,
    what: keyof typeof known,
    list: readonly string[] | undefined,
    keys: Keys,
  ): ProblemsFound {
    for (const [index, one] of (list ?? []).entries())
      yield* name(entry, what, one, [...keys, index]);
  }

  function* name(
    entry: Entry<unknown>,
    what: keyof typeof known,
    one: string,
    keys: Keys,
    among: ReadonlySet<string> = known[what],
  ): ProblemsFound {
    if (among.has(one)) return;
    // of a list that is wrong itself nobody can say what is in it
    if (what === 'post' && !posts && rulebook.files.has('posts.yaml')) return;
    if (what === 'document' && !rulebook.documents && rulebook.files.has('documents.yaml')) return;
    yield unknown(what, one, among, spanOf(entry, ...keys), titled[what]?.get(one));
  }
}

/** The ids of what has a title, by the title. */
function idsByTitle<T extends { readonly title: Words }>(
  things: readonly T[] | undefined,
  idOf: (thing: T) => string,
): ReadonlyMap<string, string> {
  return new Map(
    (things ?? []).flatMap((thing) =>
      Object.values(thing.title).map((title) => [title, idOf(thing)] as const),
    ),
  );
}

function unknown(
  what: Named,
  name: string,
  among: ReadonlySet<string>,
  span: Span,
  titled?: string,
): Diagnostic<RulebookProblems> {
  const params = { what, name, near: titled ?? nearest(name, among) };
  return { code: 'rulebook/unknown-reference', severity: 'error', span, params };
}
