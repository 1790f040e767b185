import { type Characters, classOf, escapedCharacter, oneOf, propertyOf } from './characters.ts';
import type { Flags, Pattern } from './pattern.ts';

export interface ParsedPattern {
  readonly pattern: Pattern;
  /** How many capturing groups it has. */
  readonly groups: number;
}

/** Reads a regular expression; undefined where it is none. */
export function parsePattern(text: string, flags: Flags): ParsedPattern | undefined {
  if (flags.q) {
    const parts = Array.from(text).map((char): Pattern => one(oneCharacter(char, flags), 1));
    return { pattern: { kind: 'sequence', parts }, groups: 0 };
  }
  const source = Array.from(flags.x ? withoutBlanks(text) : text);
  let at = 0;
  let groups = 0;
  const failure = { found: false };
  /** Groups that are closed; only to those may a number refer back. */
  const closed = new Set<number>();
  const pattern = choice();
  return failure.found || at < source.length ? undefined : { pattern, groups };

  function choice(): Pattern {
    const options = [sequence()];
    while (source[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    while (!failure.found && at < source.length && source[at] !== '|' && source[at] !== ')') {
      parts.push(quantified());
    }
    return { kind: 'sequence', parts };
  }

  function quantified(): Pattern {
    const of = atom();
    const range = quantifier();
    if (!range) return of;
    const lazy = source[at] === '?';
    if (lazy) at += 1;
    return { kind: 'repeat', of, least: range[0], most: range[1], lazy };
  }

  function quantifier(): readonly [number, number] | undefined {
    const sign = source[at];
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1;
      return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    }
    if (sign !== '{') return undefined;
    const end = source.indexOf('}', at);
    const match = /^(\d{1,6})(,(\d{1,6})?)?$/u.exec(
      source.slice(at + 1, Math.max(end, at)).join(''),
    );
    if (!match) return bad([0, 0]);
    at = end + 1;
    const least = Number(match[1]);
    const most =
      match[2] === undefined ? least : match[3] === undefined ? Infinity : Number(match[3]);
    return most < least ? bad([0, 0]) : [least, most];
  }

  function atom(): Pattern {
    const start = at;
    const char = source[at] ?? '';
    at += 1;
    switch (char) {
      case '.':
        return one(flags.s ? () => true : (code) => code !== 10 && code !== 13, 1);
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '(':
        return group();
      case '[':
        return bracket(start);
      case '\\':
        return escape(start);
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        return bad({ kind: 'start' });
      default:
        return one(oneCharacter(char, flags), 1);
    }
  }

  function bracket(start: number): Pattern {
    const set = bracketed();
    return one(set, at - start);
  }

  function group(): Pattern {
    const captures = !(source[at] === '?' && source[at + 1] === ':');
    if (!captures) at += 2;
    else groups += 1;
    const index = captures ? groups : undefined;
    const of = choice();
    if (source[at] !== ')') return bad(of);
    at += 1;
    if (index !== undefined) closed.add(index);
    return { kind: 'group', index, of };
  }

  function escape(start: number): Pattern {
    const digits = /^[1-9]\d*/u.exec(source.slice(at, at + 3).join(''))?.[0];
    if (digits === undefined) {
      const set = escapedSet();
      return one(set, at - start);
    }
    // As many digits as still name a group that there is.
    for (let length = digits.length; length > 0; length -= 1) {
      const index = Number(digits.slice(0, length));
      if (!closed.has(index)) continue;
      at += length;
      return { kind: 'back', index };
    }
    return bad({ kind: 'start' });
  }

  /** After a backslash: a class, a property, or a character itself. */
  function escapedSet(): Characters {
    const letter = source[at] ?? '';
    at += 1;
    if (letter === 'p' || letter === 'P') {
      const end = source[at] === '{' ? source.indexOf('}', at) : -1;
      const property = end < 0 ? undefined : propertyOf(source.slice(at + 1, end).join(''));
      if (!property) return bad(() => false);
      at = end + 1;
      return letter === 'p' ? property : (code) => !property(code);
    }
    const set = classOf(letter);
    if (set) return set;
    const char = escapedCharacter(letter);
    return char === undefined ? bad(() => false) : oneCharacter(char, flags);
  }

  /** After `[`: characters, ranges and escapes, and what is taken away from them. */
  function bracketed(): Characters {
    const isNegated = source[at] === '^';
    if (isNegated) at += 1;
    const sets: Characters[] = [];
    let without: Characters | undefined;
    while (!failure.found && source[at] !== ']') {
      if (at >= source.length) return bad(() => false);
      if (source[at] === '-' && source[at + 1] === '[' && sets.length > 0) {
        at += 2;
        without = bracketed();
        if (source[at] !== ']') return bad(() => false);
        break;
      }
      sets.push(bracketedItem());
    }
    at += 1;
    if (sets.length === 0) return bad(() => false);
    const has = (code: number) => sets.some((set) => set(code)) !== isNegated;
    const taken = without;
    return taken ? (code) => has(code) && !taken(code) : has;
  }

  function bracketedItem(): Characters {
    const from = bracketedCharacter();
    if (typeof from !== 'string') return from;
    const isRange = source[at] === '-' && source[at + 1] !== ']' && source[at + 1] !== '[';
    if (!isRange) return oneCharacter(from, flags);
    at += 1;
    const to = bracketedCharacter();
    const [first, last] = [
      from.codePointAt(0) ?? 0,
      typeof to === 'string' ? (to.codePointAt(0) ?? 0) : -1,
    ];
    return last < first ? bad(() => false) : oneOf(first, last, flags.i);
  }

  function bracketedCharacter(): string | Characters {
    const char = source[at] ?? '';
    at += 1;
    if (char === '[') return bad('');
    if (char !== '\\') return char;
    const letter = escapedCharacter(source[at] ?? '');
    if (letter === undefined) return escapedSet();
    at += 1;
    return letter;
  }

  /** @param length - how many characters of the expression say which it is: with them grows the work */
  function one(has: Characters, length: number): Pattern {
    return { kind: 'one', has, work: Math.max(1, flags.i ? length * 2 : length / 10) };
  }

  function bad<T>(instead: T): T {
    failure.found = true;
    at = source.length;
    return instead;
  }
}

function oneCharacter(char: string, { i }: Flags): Characters {
  const code = char.codePointAt(0) ?? 0;
  return oneOf(code, code, i);
}

/** Takes the blanks out of a pattern, but for those between square brackets. */
function withoutBlanks(text: string): string {
  let kept = '';
  let depth = 0;
  let isEscaped = false;
  for (const char of text) {
    if (/[ \t\n\r]/u.test(char) && depth === 0) continue;
    if (!isEscaped && char === '[') depth += 1;
    if (!isEscaped && char === ']' && depth > 0) depth -= 1;
    isEscaped = char === '\\' && !isEscaped;
    kept += char;
  }
  return kept;
}
