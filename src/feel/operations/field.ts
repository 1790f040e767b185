import { pointerTo } from '../../base/pointer.ts';
import type { Context, Value } from '../value.ts';
import { unknown } from './unknown.ts';

/** The value of a context's key; undefined when it has none and is no part of a dossier. */
export function fieldOf(context: Context, name: string): Value | undefined {
  const value = context.entries.get(name);
  if (value !== undefined || context.pointer === undefined) return value;
  return unknown('absent', pointerTo(context.pointer, name));
}
