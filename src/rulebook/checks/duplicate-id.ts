import type { Span } from '../../base/source.ts';
import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** No two rules share an id, nor two names of the namespace that expressions read.
 *
 * Findings, waivers and manuals refer to rules by id alone, so a shared one would be ambiguous. */
export function* duplicateId(rulebook: Rulebook): ProblemsFound {
  const rules = [...rulesOf(rulebook).map(({ entry }) => entry), ...rulebook.strays];
  yield* repeated(
    rules.map((entry) => ({ id: entry.data.rule, where: () => spanOf(entry, 'rule') })),
    'rulebook/duplicate-id',
  );
  yield* repeated(
    rulebook.sources.map(({ id, span }) => ({ id, where: () => span })),
    'rulebook/duplicate-id',
  );
  const { definitions, parameters, tables, codes, posts, documents, glossary, claims } = rulebook;
  yield* repeated(
    [
      ...(definitions?.data.definitions ?? []).map(({ definition }, index) => ({
        id: definition,
        where: () =>
          spanOf(
            { yaml: definitions?.yaml ?? rulebook.manifest.yaml },
            'definitions',
            index,
            'definition',
          ),
      })),
      ...parameters.map((entry) => ({
        id: entry.data.parameter,
        where: () => spanOf(entry, 'parameter'),
      })),
      ...tables.map((entry) => ({ id: entry.data.table, where: () => spanOf(entry, 'table') })),
      ...codes.map((entry) => ({ id: entry.data.codes, where: () => spanOf(entry, 'codes') })),
    ],
    'rulebook/name-taken',
  );
  if (posts) {
    const named = posts.data.posts.map(({ post }, index) => ({
      id: post,
      where: () => spanOf(posts, 'posts', index, 'post'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
  if (documents) {
    const named = documents.data.documents.map(({ document }, index) => ({
      id: document,
      where: () => spanOf(documents, 'documents', index, 'document'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
  if (claims) {
    const named = claims.data.claims.map(({ claim }, index) => ({
      id: claim,
      where: () => spanOf(claims, 'claims', index, 'claim'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
  if (glossary) {
    const named = glossary.data.terms.map(({ term }, index) => ({
      id: term,
      where: () => spanOf(glossary, 'terms', index, 'term'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
}

/** An id, and where it stands, which is asked only of those that two have: it takes reading the text of its file. */
interface Named {
  readonly id: string;
  readonly where: () => Span;
}

function* repeated(
  named: readonly Named[],
  code: 'rulebook/duplicate-id' | 'rulebook/name-taken',
): ProblemsFound {
  const firsts = new Map<string, Named>();
  for (const one of named) {
    const { id } = one;
    const first = firsts.get(id);
    if (!first) {
      firsts.set(id, one);
      continue;
    }
    const [span, related] = [one.where(), [first.where()]];
    if (code === 'rulebook/duplicate-id')
      yield { code, severity: 'error', span, params: { id }, related };
    else yield { code, severity: 'error', span, params: { name: id }, related };
  }
}
