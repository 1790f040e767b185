/** Plain data, as read from JSON or YAML. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain };

export type PlainRecord = { readonly [key: string]: Plain };

export function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isRecord(value: Plain | undefined): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path. */
export function plainAt(file: Plain, path: string | undefined): Plain | undefined {
  let here: Plain | undefined = file;
  for (const name of path?.split('.') ?? []) {
    if (!isRecord(here)) return undefined;
    here = Object.hasOwn(here, name) ? here[name] : undefined;
  }
  return here;
}
