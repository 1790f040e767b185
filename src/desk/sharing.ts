/** More different texts than these are not looked for any more: most are said once. */
const mostTexts = 200_000;
/** Texts and parts that are longer are hardly ever the same. */
const longest = 400;

/**
 * Makes of plain data the same data, in which equal texts and equal small parts are one and the same thing: many records
 * of one kind take a fraction of their memory so.
 */
export function sharing(): <T>(value: T) => T {
  const texts = new Map<string, string>();
  const parts = new Map<string, unknown>();
  return (value) => shared(value) as typeof value;

  function shared(value: unknown): unknown {
    if (typeof value === 'string') return sharedText(value);
    if (typeof value !== 'object' || value === null) return value;
    const made = Array.isArray(value)
      ? value.map(shared)
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shared(one)]));
    const key = JSON.stringify(value);
    return key.length > longest ? made : first(parts, key, made);
  }

  function sharedText(text: string): string {
    return text.length > longest ? text : first(texts, text, text);
  }

  function first<T>(known: Map<string, T>, key: string, value: T): T {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size < mostTexts) known.set(key, value);
    return value;
  }
}
