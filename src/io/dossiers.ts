import { statSync } from 'node:fs';

import { dossierTextsOf, type ReadingOptions } from '../streams/dossiers.ts';
import type { TextRead } from '../streams/records.ts';
import { openInput } from './input.ts';
import { nodePlatform } from './platform.ts';

/** The texts of dossiers of files by their paths, as {@link dossierTextsOf} tells; `-` is standard input. */
export function dossierTexts(
  paths: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<readonly TextRead[]> {
  const { progress, signal } = options;
  if (progress) progress.total = totalOf(paths);
  const files = paths.map((path) => {
    const name = path === '-' ? '<stdin>' : path;
    return { name, open: () => openInput(path, name, signal) };
  });
  return dossierTextsOf(files, nodePlatform, options);
}

function totalOf(paths: readonly string[]): number | undefined {
  let total = 0;
  for (const path of paths) {
    const size = sizeOf(path);
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

/** Nothing for what cannot be read; undefined for what is read as it comes. */
function sizeOf(path: string): number | undefined {
  if (path === '-') return undefined;
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : stats.isDirectory() ? 0 : undefined;
  } catch {
    return 0;
  }
}
