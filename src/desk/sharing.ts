/** More different parts than these are not remembered, nor longer ones: most that come again are short, and come soon. */
const most = 100_000;
const longest = 300;
/** Records are no deeper; of what is, the rest is left as it is. */
const deepest = 20;

/**
 * Makes innermost parts of plain data that are equal, such as titles, one and the same thing: many records of one kind
 * take far less memory so. What is given is changed, and given back.
 */
export function sharing(): <T>(value: T) => T {
  const known = new Map<string, object>();
  return (value) => shared(value, 0) as typeof value;

  function shared(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null || depth > deepest) return value;
    const parts = value as Record<string, unknown>;
    let isInnermost = true;
    for (const key of Object.keys(parts)) {
      const part = parts[key];
      if (typeof part !== 'object' || part === null) continue;
      isInnermost = false;
      parts[key] = shared(part, depth + 1);
    }
    return isInnermost ? first(value) : value;
  }

  function first(value: object): object {
    const name = JSON.stringify(value);
    if (name.length > longest) return value;
    const found = known.get(name);
    if (!found && known.size < most) known.set(name, value);
    return found ?? value;
  }
}
