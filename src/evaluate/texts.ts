import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing, Value } from '../feel/value.ts';

/** The texts that an expression comes to, one or a list; what of them cannot be told is `lacking`. */
export function textsIn(value: Value): {
  readonly texts: readonly string[];
  readonly lacking: readonly Missing[];
} {
  if (typeof value === 'string') return { texts: value === '' ? [] : [value], lacking: [] };
  if (value === null) return { texts: [], lacking: [] };
  if (isUnknown(value)) return { texts: [], lacking: value.missing };
  if (typeof value !== 'object' || value.kind !== 'list') return { texts: [], lacking: [] };
  const each = value.items.map((item, index) => {
    const doubt = value.maybe?.[index];
    return doubt ? { texts: [], lacking: doubt.missing } : textsIn(item);
  });
  return {
    texts: [...new Set(each.flatMap(({ texts }) => texts))],
    lacking: each.flatMap(({ lacking }) => lacking),
  };
}
