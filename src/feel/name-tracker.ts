import { normalizeContextKey, parser } from 'lezer-feel';

import { namesOfSeveralWords } from './names.ts';

/** What the tokenizer of lezer-feel asks for at a point of the text. */
interface Names {
  /** The words of the name so far that is being read. */
  readonly tokens: readonly string[];
  readonly declared: Sets;
  readonly contextCache: () => Known;
}

interface Known {
  /** Names in lezer's normal form: one blank between words and around operators. */
  readonly keys: Has;
  /** Their beginnings, to whole words. */
  readonly prefixes: Has;
}

interface Has {
  readonly has: (name: string) => boolean;
}

/** The names of one expression, to which those declared in its text are added. */
interface Sets {
  readonly keys: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

/** Declared names beyond so many are not told to the parser: each is kept in a copy of those before it. */
const mostDeclared = 1000;

interface At {
  readonly pos: number;
}

/** Words that FEEL's grammar uses, but which may be names too when the scope has them. */
const softWords = /^(?:days|months|years|time|date|duration|list|context|of|instance)$/u;

const idsOf = (name: string) =>
  new Set(parser.nodeSet.types.filter((type) => type.name === name).map(({ id }) => id));
const identifiers = idsOf('Identifier');
const declarations = idsOf('Name');
const uses = new Set([...idsOf('VariableName'), ...idsOf('PathName')]);

/** A context tracker, as lezer's parser takes one. */
interface NameTracker {
  readonly start: Names;
  readonly strict: boolean;
  readonly hash: (context: Names) => number;
  readonly shift: (context: Names) => Names;
  readonly reuse: (context: Names) => Names;
  readonly reduce: (context: Names, term: number, stack: At, input: At) => Names;
}

/**
 * Tells lezer-feel which names have several words or operators in them.
 *
 * Stands in for its own `trackVariables`, which also follows the shapes of values and so takes time and memory
 * that grow with the square of the text (100,000 numbers in a list exhaust 4 GB).
 * A name declared in the text (a key, an iterator, a parameter) is known from there to the end of the text.
 */
export function trackNames(text: string, names: Iterable<string>): NameTracker {
  const outside = setsOf(names);
  return {
    start: namesAt([], outside, emptySets),
    strict: true,
    hash: () => 0,
    shift: (context: Names) => context,
    reuse: (context: Names) => context,
    reduce(context: Names, term: number, stack: At, input: At): Names {
      const { tokens, declared } = context;
      if (identifiers.has(term)) {
        return namesAt([...tokens, text.slice(input.pos, stack.pos).trim()], outside, declared);
      }
      if (uses.has(term)) return namesAt([], outside, declared);
      if (!declarations.has(term)) return context;
      // A reading of the text that the parser gives up later must not leave its names to the others: hence the copy.
      return namesAt([], outside, withName(declared, tokens.join(' ')));
    },
  };
}

/** True for a name that the parser must be told of. */
export function needsTracking(name: string): boolean {
  return /[^\p{L}\p{N}_]/u.test(name) || softWords.test(name);
}

function namesAt(tokens: readonly string[], outside: Sets, declared: Sets): Names {
  const isIn = (kind: keyof Sets) => ({
    has: (name: string) =>
      declared[kind].has(name) || outside[kind].has(name) || builtins[kind].has(name),
  });
  return {
    tokens,
    declared,
    contextCache: () => ({ keys: isIn('keys'), prefixes: isIn('prefixes') }),
  };
}

function withName(sets: Sets, name: string): Sets {
  if (!needsTracking(name) || sets.keys.size >= mostDeclared) return sets;
  const { keys, prefixes } = setsOf([name]);
  return {
    keys: new Set([...sets.keys, ...keys]),
    prefixes: new Set([...sets.prefixes, ...prefixes]),
  };
}

function setsOf(names: Iterable<string>): Sets {
  const keys = new Set<string>();
  const prefixes = new Set<string>();
  for (const name of names) {
    const key = normalizeContextKey(name);
    if (!needsTracking(name) || keys.has(key)) continue;
    keys.add(key);
    prefixes.add(key);
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1))
      prefixes.add(key.slice(0, at));
  }
  return { keys, prefixes };
}

const emptySets = setsOf([]);
const builtins = setsOf(namesOfSeveralWords);
