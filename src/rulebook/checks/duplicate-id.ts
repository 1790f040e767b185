import type { Span } from '../../base/source.ts';
import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** No two rules share an id, nor two names of the namespace that expressions read.
 *
 * Findings, waivers and manuals refer to rules by id alone, so a shared one would be ambiguous. */
export function* duplicateId(rulebook: Rulebook): ProblemsFound {
  const rules = [...rulesOf(rulebook).map(({ entry }) => entry), ...rulebook.strays];
  yield* repeated(
    rules.map((entry) => ({ id: entry.data.rule, span: spanOf(entry, 'rule') })),
    'rulebook/duplicate-id',
  );
  yield* repeated(rulebook.sources, 'rulebook/duplicate-id');
  const { definitions, parameters, tables, codes, posts, documents, glossary } = rulebook;
  yield* repeated(
    [
      ...(definitions?.data.definitions ?? []).map(({ definition }, index) => ({
        id: definition,
        span: spanOf(
          { yaml: definitions?.yaml ?? rulebook.manifest.yaml },
          'definitions',
          index,
          'definition',
        ),
      })),
      ...parameters.map((entry) => ({
        id: entry.data.parameter,
        span: spanOf(entry, 'parameter'),
      })),
      ...tables.map((entry) => ({ id: entry.data.table, span: spanOf(entry, 'table') })),
      ...codes.map((entry) => ({ id: entry.data.codes, span: spanOf(entry, 'codes') })),
    ],
    'rulebook/name-taken',
  );
  if (posts) {
    const named = posts.data.posts.map(({ post }, index) => ({
      id: post,
      span: spanOf(posts, 'posts', index, 'post'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
  if (documents) {
    const named = documents.data.documents.map(({ document }, index) => ({
      id: document,
      span: spanOf(documents, 'documents', index, 'document'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
  if (glossary) {
    const named = glossary.data.terms.map(({ term }, index) => ({
      id: term,
      span: spanOf(glossary, 'terms', index, 'term'),
    }));
    yield* repeated(named, 'rulebook/duplicate-id');
  }
}

function* repeated(
  named: readonly { readonly id: string; readonly span: Span }[],
  code: 'rulebook/duplicate-id' | 'rulebook/name-taken',
): ProblemsFound {
  const firsts = new Map<string, Span>();
  for (const { id, span } of named) {
    const first = firsts.get(id);
    if (!first) firsts.set(id, span);
    else if (code === 'rulebook/duplicate-id') {
      yield { code, severity: 'error', span, params: { id }, related: [first] };
    } else yield { code, severity: 'error', span, params: { name: id }, related: [first] };
  }
}
