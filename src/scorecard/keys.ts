import { momentOf, type Session } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import type { Expression } from '../program/ast.ts';

/** What an expression comes to for a file, on a day (ISO) where that is known. */
export function valueIn(expression: Expression, session: Session, day: string | undefined): Value {
  return valueOf(expression, momentOf(session, day));
}

/** The keys that a value gives a file: texts; undefined among them where one cannot be told. */
export function keysFrom(value: Value): readonly (string | undefined)[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || isUnknown(value) || value.kind !== 'list')
    return [undefined];
  const unsure = value.maybe?.some((one) => one !== undefined) === true;
  const keys = value.items.map((item) => (typeof item === 'string' ? item : undefined));
  return [...new Set([...keys, ...(unsure || keys.length === 0 ? [undefined] : [])])];
}
