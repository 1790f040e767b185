import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { digestOf, rulebookFolder } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook } from '../program/read.ts';
import { knownFolder } from '../rulebook/folder.ts';
import type { Problems } from '../words/messages/messages.ts';
import { rulebookAt } from './rulebook-at.ts';

export interface Loaded {
  readonly program: Program | undefined;
  /** `sha256:…` over all its files. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic<Problems>[];
  readonly folder: string;
}

/**
 * The rulebook of `--rulebook`, or of `rules/` here, or the one that is shipped.
 *
 * @param memory - of the same rulebook as it was read before
 */
export function loadRulebook(given: string | undefined, memory: Memory = noMemory): Loaded {
  const path = rulebookAt(given);
  const { folder, problems } = rulebookFolder(path);
  if (problems.length > 0 && folder.files.size === 0) {
    return { program: undefined, digest: '', diagnostics: problems, folder: path };
  }
  const { value, diagnostics } = readRulebook(knownFolder(folder, memory), memory);
  return {
    program: value,
    digest: digestOf(folder),
    diagnostics: [...problems, ...diagnostics],
    folder: path,
  };
}
