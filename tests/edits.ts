import fc from 'fast-check';

/** Values that are put in place of others: of every kind, at the edges of their kinds, and malformed. */
export const edits = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  0,
  0.001,
  1,
  999_999_999.99,
  true,
  false,
  'x',
  '2024-02-30',
  '2026-08-28',
  '2026-08-28T00:00:00+08:00',
  [],
  {},
);

/** Puts a value in place of some scalar, list or record of a file. */
export function edited(plain: unknown, at: number, value: unknown): void {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  collect(plain);
  const [record, key] = places[at % places.length] ?? [];
  if (record && key !== undefined) record[key] = value;

  function collect(of: unknown): void {
    if (Array.isArray(of)) for (const item of of) collect(item);
    else if (typeof of === 'object' && of !== null)
      for (const [name, inner] of Object.entries(of)) {
        places.push([of as Record<string, unknown>, name]);
        collect(inner);
      }
  }
}
