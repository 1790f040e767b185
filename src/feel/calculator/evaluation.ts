import type { Operating } from '../operations/operating.ts';
import type { Syntax } from '../syntax.ts';
import type { Value } from '../value.ts';
import type { Scope } from './scope.ts';

/** Where an evaluation stands. */
export interface Evaluation extends Operating {
  readonly scope: Scope;
  /** Given rather than imported, so that the files of the evaluator do not import each other in a circle. */
  readonly evaluate: (node: Syntax, within: Evaluation) => Value;
}
