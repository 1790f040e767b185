import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from 'lezer-feel';

import { type FromTree, expressionFromTree, unaryTestsFromTree } from './from-tree.ts';
import { needsTracking, trackNames } from './name-tracker.ts';
import { namesOfSeveralWords, normalName } from './names.ts';
import type { Dialect, FeelProblem } from './problems.ts';
import { scan } from './scan.ts';
import { slipIn } from './slips.ts';
import type { Syntax, UnaryTest } from './syntax.ts';

/** Longest expression, in UTF-16 units. */
const longest: Readonly<Record<Dialect, number>> = { rule: 20_000, dmn: 1_000_000 };

/** A key in quotes, so that `{"a-b": 1}.a-b` finds it. */
const quotedKey = /"([^"\\\n]{1,200})"\s*:/gu;

/** A name, or names with dots between: fields, as most of what is read. */
const plainPath = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?=\s*$)/u;

/** Names in one of them; of more the grammar says what it thinks. */
const deepestPath = 20;

/** Words that the grammar has a use for: it names its nodes by them. */
const grammatical = new Set(['true', 'false', ...parser.nodeSet.types.map(({ name }) => name)]);

export interface ParseOptions {
  readonly dialect: Dialect;
  /** Names in scope; only those of several words, or with operators in them, matter to the parser. */
  readonly names?: Iterable<string>;
}

export interface Parsed<T> {
  /** Absent when anything is wrong. */
  readonly value?: T;
  readonly problems: readonly FeelProblem[];
}

/** Reads one FEEL expression. */
export function parseExpression(text: string, options: ParseOptions): Parsed<Syntax> {
  const path = options.dialect === 'rule' && !options.names ? pathIn(text) : undefined;
  if (path) return { value: path, problems: [] };
  return parse(text, options, 'Expression', expressionFromTree);
}

/** What is a path and nothing else, as the grammar would read it; undefined for anything else. */
export function pathIn(text: string): Syntax | undefined {
  const [path] = plainPath.exec(text) ?? [];
  const words = path?.split('.') ?? [];
  if (text.length > longest.rule || words.length === 0) return undefined;
  if (words.length > deepestPath || words.some((word) => grammatical.has(word))) return undefined;
  let end = 0;
  let syntax: Syntax | undefined;
  for (const name of words) {
    const start = syntax ? end + 1 : 0;
    end = start + name.length;
    syntax = syntax
      ? { kind: 'path', of: syntax, name, nameStart: start, start: 0, end }
      : { kind: 'name', name, start, end };
  }
  return syntax;
}

/** Reads the tests of a decision table's cell: `-`, `"FIRST"`, `not("FIRST")`, `<= 90`, `[1..5)`, `"A","B"`. */
export function parseUnaryTests(text: string, options: ParseOptions): Parsed<readonly UnaryTest[]> {
  return parse(text, options, 'UnaryTests', unaryTestsFromTree);
}

/** Names of several words that need not be told. */
const builtin: ReadonlyMap<string, string> = new Map(normal(namesOfSeveralWords));

function normal(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [normalName(name), name]);
}

function parse<T>(
  text: string,
  { dialect, names = [] }: ParseOptions,
  top: 'Expression' | 'UnaryTests',
  fromTree: (from: FromTree, node: SyntaxNode) => T | undefined,
): Parsed<T> {
  const limit = longest[dialect];
  if (text.length > limit) {
    const params = { length: text.length, limit };
    return { problems: [{ code: 'feel/too-long', params, start: limit, end: text.length }] };
  }
  const quoted = dialect === 'dmn' ? [...text.matchAll(quotedKey)].map(([, key = '']) => key) : [];
  const tracked = [...names, ...quoted].filter(needsTracking);
  const known = tracked.length === 0 ? builtin : new Map([...builtin, ...normal(tracked)]);
  const scanned = scan(text, dialect, new Set(tracked.join('')));
  if (scanned.length > 0) return { problems: scanned };

  const configured = parser.configure({
    top,
    contextTracker: trackNames(text, tracked),
  });
  let tree = configured.parse(text);
  let wrong = firstError(tree);
  if (wrong && /\brange\s*</u.test(text)) {
    // lezer-feel has no `range<T>`: it is read as the equally long `list <T>`, and told apart by the text.
    const asList = configured.parse(text.replaceAll(/\brange(?=\s*<)/gu, 'list '));
    if (!firstError(asList)) [tree, wrong] = [asList, undefined];
  }
  if (wrong) return { problems: [told(text, wrong, dialect)] };

  const problems: FeelProblem[] = [];
  const value = fromTree({ text, dialect, known, problems }, tree.topNode);
  if (problems.length > 0 || value === undefined) {
    if (problems.length === 0)
      problems.push(unexpected(text, { from: text.length, to: text.length }));
    return { problems };
  }
  return { value, problems };
}

/** The first place where the grammar failed, in the order of the text. */
function firstError(tree: Tree): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && (!found || from < found.from)) found = { from, to };
    },
  });
  return found;
}

/** A rule's writer is told which slip it is; whoever asks the calculator, what DMN has no use for. */
function told(text: string, wrong: { from: number; to: number }, dialect: Dialect): FeelProblem {
  return (dialect === 'rule' ? slipIn(text, wrong.from) : undefined) ?? unexpected(text, wrong);
}

function unexpected(text: string, { from, to }: { from: number; to: number }): FeelProblem {
  const found =
    /^\s*(?:[\p{L}\p{N}_]+|\S)?/u.exec(text.slice(from, Math.max(to, from + 40)))?.[0] ?? '';
  const blank = found.length - found.trimStart().length;
  const start = found.trim() === '' ? from : from + blank;
  return {
    code: 'feel/syntax',
    params: { found: found.trim() },
    start,
    end: start + found.trim().length,
  };
}
