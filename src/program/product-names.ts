import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Subject } from './ast.ts';

/** The products among some that no file of a subject can be of, each with its place. */
export function* strangeProducts(
  products: readonly string[] | undefined,
  { type, file }: Subject,
): Generator<{
  readonly at: number;
  readonly what: 'product';
  readonly name: string;
  readonly near: string | undefined;
}> {
  const steps = file.product === undefined ? undefined : parsePath(file.product);
  const field = steps && fieldAlong(type, steps);
  if (field?.type.kind !== 'text' || !field.type.words) return;
  const words = [...field.type.words.keys()];
  for (const [index, name] of (products ?? []).entries()) {
    if (words.includes(name)) continue;
    yield { at: index, what: 'product', name, near: nearest(name, words) };
  }
}
