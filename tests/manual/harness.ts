import {
  documentsOf,
  type ManualFormat,
  type ManualRun,
  textFiles,
} from '../../src/cli/manual-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';

/** A rulebook of two rules, with a limit that changes, a table, and prose that means harm. */
export const small: Program = programOf('tests/manual/fixture');
/** The rulebook that is shipped. */
export const shipped: Program = programOf('rules');

/** Every file of a manual by its path in `docs/manual`. */
export function filesOf(
  program: Program,
  formats: readonly ManualFormat[],
  asOf: string,
  digest?: string,
): ReadonlyMap<string, string> {
  const run = { ...runOf(formats, asOf), ...(digest !== undefined && { digest }) };
  return textFiles(documentsOf(program, run), run);
}

export function runOf(formats: readonly ManualFormat[], asOf: string): ManualRun {
  return {
    formats,
    asOf,
    languages: ['zh', 'en'],
    out: 'docs/manual',
    rulebookAt: '../../../rules',
  };
}

function programOf(path: string): Program {
  const { folder } = rulebookFolder(path);
  const { value, diagnostics } = readRulebook(folder);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0)
    throw new Error(`${path} has errors: ${errors.map(({ code }) => code).join(', ')}`);
  return value;
}
