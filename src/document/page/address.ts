/** What the address of a page says: a place, and what is chosen, as `#RSK-007?post=REVIEWER&level=red-line`. */
export interface Address {
  readonly anchor: string;
  readonly chosen: ReadonlyMap<string, string>;
  /** Whether it says anything of what is chosen: a link inside the page does not. */
  readonly tells: boolean;
}

/** @param hash - as the browser has it, with its `#` */
export function addressOf(hash: string): Address {
  const [anchor = '', ...query] = hash.replace(/^#/u, '').split('?');
  return {
    anchor: decoded(anchor),
    chosen: new Map(new URLSearchParams(query.join('?'))),
    tells: query.length > 0,
  };
}

/** The `#…` of a place with what is chosen there; empty where neither is. */
export function hashOf(anchor: string, chosen: ReadonlyMap<string, string>): string {
  const query = new URLSearchParams([...chosen].filter(([, value]) => value !== '')).toString();
  const hash = `${encodeURIComponent(anchor)}${query === '' ? '' : `?${query}`}`;
  return hash === '' ? '' : `#${hash}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // an address that was cut in the middle of a sign
    return text;
  }
}
