import { Buffer } from 'node:buffer';

import { invariant } from '../src/base/invariant.ts';

/** A text in the two bytes that GB18030 shares with GBK, which have all characters of a bank's exports. */
export function gb18030(text: string): Buffer {
  const bytes = Array.from(text, (char) => {
    if (char < '\u0080') return char.charCodeAt(0);
    const code = codes().get(char);
    invariant(code !== undefined, `GBK has ${char}`);
    return code;
  });
  return Buffer.from(bytes.flatMap((code) => (code < 0x80 ? [code] : [code >> 8, code & 0xff])));
}

let known: ReadonlyMap<string, number> | undefined;

function codes(): ReadonlyMap<string, number> {
  known ??= new Map(twoBytes());
  return known;
}

function* twoBytes(): Generator<readonly [string, number]> {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char !== '\uFFFD') yield [char, (lead << 8) | trail];
    }
  }
}
