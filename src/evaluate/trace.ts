import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import type { Core, Formula } from '../feel/core.ts';
import type { Truth } from '../feel/operations/operating.ts';
import type { Value } from '../feel/value.ts';
import type { Moment } from './session.ts';

/** What an expression came to, and what each of its parts did. */
export interface Trace {
  readonly core: Core;
  readonly value: Value;
  /** The first that has all its variables: what speaks of no element of a loop is the same for all of them. */
  readonly moment: Moment;
  /** In reading order; both branches of an `if`, and of a loop the list alone. */
  readonly parts: readonly Trace[];
  /** Of a loop: its condition or result once around for each element. */
  readonly rounds?: readonly Trace[];
  /** Of a name: what stands behind it, shared by all that read it on one day. */
  readonly behind?: Behind;
}

/** What a definition, parameter or table came to on a day, or a named value of a rule. */
export type Behind =
  | {
      readonly kind: 'definition';
      readonly value: Value;
      readonly expression: Formula;
      /** Absent where it would take too much to tell. */
      readonly formula: Trace | undefined;
    }
  | {
      readonly kind: 'table';
      readonly value: Value;
      readonly inputs: readonly Trace[];
      /** Those that were looked at. */
      readonly rows: readonly RowTrace[];
    }
  | { readonly kind: 'parameter'; readonly value: Value }
  /** No edition is in force. */
  | { readonly kind: 'none'; readonly value: Value };

export interface RowTrace {
  /** Whether it matches. */
  readonly match: Truth;
  /** What the tests of its cells compare with. */
  readonly tests: readonly Trace[];
  /** Empty where it does not match, or gives no value. */
  readonly outputs: readonly Trace[];
}

/** What an expression comes to at a moment: given, not imported, so that the kinds of expression need not know each other. */
export type TraceOf = (core: Core, moment: Moment) => Trace;

/** Where in the dossier the value of a part lies; undefined for anything computed. */
export function placeOf({ core, value, parts }: Trace): string | undefined {
  if (core.kind === 'field') {
    const of = parts[0]?.value;
    if (isContext(of) && of.pointer !== undefined) return pointerTo(of.pointer, core.field.name);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return value.kind === 'context' || value.kind === 'list' ? value.pointer : undefined;
}
