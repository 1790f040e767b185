import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import { positionOf } from '../base/source.ts';
import type { Program } from '../program/ast.ts';
import type { AllProgramProblems } from '../program/from-rulebook.ts';
import { readRulebook } from '../program/read.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { digestOf, rulebookFolder } from './rulebook.ts';

type Found = Diagnostic<AllProgramProblems & YamlProblems & PathProblems>;

/** A rulebook that was read, without errors. */
export interface LoadedRulebook {
  readonly program: Program;
  /** `sha256:…` over its files and those of the rulebooks it extends. */
  readonly digest: string;
  readonly warnings: readonly Found[];
}

/** A rulebook has errors: `shouze lint` tells them in words. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
  readonly diagnostics: readonly Found[];

  constructor(path: string, diagnostics: readonly Found[]) {
    const lines = diagnostics.map(({ code, span }) => {
      const { line, column } = positionOf(span);
      return `${span.source.name}:${line}:${column} ${code}`;
    });
    super([`${path} has ${diagnostics.length} errors`, ...lines].join('\n  '));
    this.diagnostics = diagnostics;
  }
}

/**
 * Reads a rulebook's folder, and those of the rulebooks it extends; no part of it is run.
 *
 * @throws RulebookError where anything in it is wrong
 */
export function loadRulebook(path: string): LoadedRulebook {
  const { folder, problems } = rulebookFolder(path);
  const read = readRulebook(folder);
  const all: readonly Found[] = [...problems, ...read.diagnostics];
  const errors = all.filter(({ severity }) => severity === 'error');
  if (!read.value || errors.length > 0) throw new RulebookError(path, errors);
  const warnings = all.filter(({ severity }) => severity !== 'error');
  return { program: read.value, digest: digestOf(folder), warnings };
}
