import type { IncompatibleFile } from '../rulebook/files.ts';

/** By post, those that nobody may hold beside it. */
export function excludedPosts(
  incompatible: readonly IncompatibleFile[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = incompatible.flatMap(({ posts: [a, b] }) =>
    a !== undefined && b !== undefined && a !== b
      ? [
          [a, b],
          [b, a],
        ]
      : [],
  );
  const byPost = Map.groupBy(pairs, ([post = '']) => post);
  return new Map(
    [...byPost].map(([post, own]) => [post, [...new Set(own.map(([, other = '']) => other))]]),
  );
}
