import { unfit } from './scalars.ts';

/**
 * How many keys a JSON text has, counted by the colons that follow a quotation mark.
 *
 * A key given twice, or one that no schema knows, makes the count differ from that of the fields that were found: so
 * neither gets past the loader. Unfit where a number has over 15 digits or an exponent, which the double no longer
 * tells, or where a colon stands after a space, which could hide a key from the count.
 */
export function keysIn(json: string): number {
  let keys = 0;
  for (let at = json.indexOf(':'); at >= 0; at = json.indexOf(':', at + 1)) {
    const before = json.charCodeAt(at - 1);
    if (before !== 34) {
      if (before <= 32) unfit();
      continue;
    }
    keys += 1;
    let next = at + 1;
    let code = json.charCodeAt(next);
    while (code <= 32) code = json.charCodeAt((next += 1));
    if (code === 45) code = json.charCodeAt((next += 1));
    if (!(code >= 48 && code <= 57)) continue;
    const start = next;
    while ((code >= 48 && code <= 57) || code === 46) code = json.charCodeAt((next += 1));
    if (next - start > 16 || code === 101 || code === 69) unfit();
  }
  return keys;
}
