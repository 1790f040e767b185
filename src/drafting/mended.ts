import { type Fix, withFixes } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';

/** A file in which something was mended. */
export interface Mended {
  /** From the folder of the rulebook. */
  readonly path: string;
  readonly text: string;
  /** How many places. */
  readonly fixes: number;
}

/**
 * The files of a rulebook with every fix made that a diagnostic is sure of.
 *
 * @param folder - where the rulebook is: what an extended one says is not ours to mend
 */
export function mendedIn(
  diagnostics: readonly { readonly span: Span; readonly fix?: Fix | undefined }[],
  folder: string,
): readonly Mended[] {
  const own = `${folder.replace(/\/+$/u, '')}/`;
  const bySource = Map.groupBy(
    diagnostics.filter(({ fix, span }) => fix && span.source.name.startsWith(own)),
    ({ span }) => span.source,
  );
  return [...bySource].map(([{ name, text }, list]) => {
    const fixes = [...new Map(list.map(({ fix }) => [fix?.start ?? 0, fix])).values()];
    return {
      path: name.slice(own.length),
      text: withFixes(
        text,
        fixes.filter((fix) => fix !== undefined),
      ),
      fixes: fixes.length,
    };
  });
}
