/** Where a text that YAML reads is no JSON, and why. */
export interface JsonFault {
  readonly why: 'trailing-comma' | 'single-quotes' | 'comment' | 'other';
  readonly start: number;
  readonly end: number;
}

const token =
  /\s*(?:"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|true\b|false\b|null\b|[{}[\]:,])/uy;

/** Why a text is no JSON; undefined for one that is. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return faultIn(text);
  }
}

function faultIn(text: string): JsonFault {
  let comma = -1;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const read = token.exec(text)?.[0];
    if (read === undefined) break;
    const sign = read.trimStart();
    if (comma >= 0 && (sign === '}' || sign === ']'))
      return { why: 'trailing-comma', start: comma, end: comma + 1 };
    at += read.length;
    comma = sign === ',' ? at - 1 : -1;
  }
  const rest = text.slice(at);
  const start = at + rest.length - rest.trimStart().length;
  const end = Math.min(start + 1, text.length);
  const found = text[start];
  if (found === "'") return { why: 'single-quotes', start, end };
  return { why: found === '#' || found === '/' ? 'comment' : 'other', start, end };
}
