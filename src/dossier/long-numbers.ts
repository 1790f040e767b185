import { noted } from '../base/diagnostic.ts';
import { pointerTo } from '../base/pointer.ts';
import type { ContextType, Field, NumberType, Type } from '../feel/types.ts';
import { isKind } from '../feel/value.ts';
import { equal, parseRational } from '../values/rational.ts';
import type { LongNumber } from './json-numbers.ts';
import type { DossierProblems } from './problems.ts';
import { scalarOf } from './scalar.ts';

/** A number of a file that its double does not tell. */
export interface Untold {
  /** Its field in the schema: a pointer without positions. */
  readonly field: string;
  /** The position in the outermost list around it; -1 outside of lists. */
  readonly row: number;
}

/**
 * Those of the long numbers of a JSON text that its doubles do not tell exactly; undefined where one of them is not as
 * its schema asks, or stands where that has no number.
 */
export function untoldNumbers(
  json: string,
  numbers: readonly LongNumber[],
  type: ContextType,
): readonly Untold[] | undefined {
  const found: Untold[] = [];
  for (const long of numbers) {
    const field = fieldAt(type, long.path);
    const own = field && numberIn(field.type);
    const isTold = own && isToldByDouble(json, long, field, own);
    if (isTold === undefined) return undefined;
    if (!isTold) found.push(placeOf(long));
  }
  return found;
}

function placeOf({ path }: LongNumber): Untold {
  const names = path.filter((step) => typeof step === 'string');
  const row = path.find((step) => typeof step === 'number') ?? -1;
  return { field: names.reduce(pointerTo, ''), row };
}

/** Undefined for a number that its field does not allow. */
function isToldByDouble(
  json: string,
  { start, text }: LongNumber,
  field: Field,
  type: NumberType,
): boolean | undefined {
  const { diagnostics, error } = noted<DossierProblems>();
  const span = { source: { name: '', text: json }, start, end: start + text.length };
  const written = { kind: 'text', span, text, plain: true } as const;
  const value = scalarOf(written, field, type, '', { error });
  if (diagnostics.length > 0 || !isKind(value, 'number')) return undefined;
  const told = parseRational(String(Number(text)));
  return told !== undefined && equal(value, told);
}

function fieldAt(type: ContextType, path: readonly (string | number)[]): Field | undefined {
  let field: Field | undefined;
  let inside: Type | undefined = type;
  for (const step of path) {
    if (typeof step === 'number') {
      inside = inside?.kind === 'list' ? inside.of : undefined;
    } else {
      field = inside?.kind === 'context' ? inside.fields.get(step) : undefined;
      inside = field?.type;
    }
  }
  return field;
}

/** The number that a field may be; a list of numbers is none. */
function numberIn(type: Type): NumberType | undefined {
  if (type.kind === 'number') return type;
  return type.kind === 'union' ? type.of.find((one) => one.kind === 'number') : undefined;
}
