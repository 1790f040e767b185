import { type Moment, newSession, valueOf } from '../evaluate/scope.ts';
import type { Core } from '../feel/core.ts';
import { EvaluationLimit } from '../feel/operations/limits.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';

/** What an expression comes to in a file of which no more is known than this; undefined where that cannot be told. */
export function valueKnowing(
  core: Core,
  root: Context,
  subject: Subject,
  { day, variables }: Pick<Moment, 'day' | 'variables'>,
  program: Program,
): Value | undefined {
  const session = newSession(program, { root, yaml: program.rulebook.manifest.yaml }, subject);
  try {
    return valueOf(core, { session, day, variables });
  } catch (error) {
    if (error instanceof EvaluationLimit) return undefined;
    throw error;
  }
}

/** A file in which nothing is filled in. */
export const blank: Context = { kind: 'context', entries: new Map(), pointer: '' };
