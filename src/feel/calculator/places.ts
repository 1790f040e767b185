import { pointerTo } from '../../base/pointer.ts';
import { type Truth, truthOf } from '../operations/operating.ts';
import type { Syntax } from '../syntax.ts';
import { isKind, type Value } from '../value.ts';
import type { Evaluation } from './evaluation.ts';

/** What an expression comes to where a truth is wanted. */
export function truthAt(node: Syntax, within: Evaluation): Truth {
  return placedTruth(within.evaluate(node, within), node, within);
}

/** The value of an expression where a truth is wanted; a null has the place of its field. */
export function placedTruth(value: Value, node: Syntax, within: Evaluation): Truth {
  return truthOf(value, within, value === null ? pointerOfPart(node, within) : undefined);
}

/** Where in the dossier the value of a name or path lies; undefined for anything computed. */
export function pointerOfPart(node: Syntax, within: Evaluation): string | undefined {
  if (node.kind === 'name') return within.scope.pointerOf?.(node.name);
  if (node.kind !== 'path') return undefined;
  const of = within.evaluate(node.of, within);
  // a record that was verified to be none has the place that it would have
  const record =
    of === null ? pointerOfPart(node.of, within) : isKind(of, 'context') ? of.pointer : undefined;
  return record === undefined ? undefined : pointerTo(record, node.name);
}
