import { createHash } from 'node:crypto';
import process from 'node:process';

import { type Language, sayIn } from '../base/language.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import {
  casesOf,
  casesTogether,
  type ManualCases,
  manualCases,
  type RuleCases,
} from '../desk/manual/cases.ts';
import { cacheFolder, readCache, writeCache } from '../io/cache.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { casesPath, isRule } from '../rulebook/folder.ts';
import { failedCaseText } from '../report/failed-case.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { complain, paintFor } from './console.ts';
import { keepAfter } from './keep.ts';
import { stampOfEngine } from './kept.ts';
import type { Loaded } from './load.ts';

/**
 * What came of the cases of a rulebook that was read, from the user's cache where the cases of a rule were run before by this
 * engine, and neither the rule nor anything that rules stand on has changed since.
 */
export function keptManualCases(
  loaded: Pick<Loaded, 'digest' | 'folder'> & { readonly program: Program },
  memory: Memory = noMemory,
): ManualCases {
  const { program } = loaded;
  const name = nameOf(loaded.folder);
  if (name === undefined) return manualCases(program, memory);
  const keyOf = keysOf(loaded);
  const kept = memory.here('cases kept', [name], () => keptUnder(name));
  const ran = new Set<string>();
  const all = program.rules.map((rule) => {
    const key = keyOf(rule);
    const of = memory.of('cases run', [rule], () => {
      const known = kept[key];
      if (!known) ran.add(key);
      return known ?? casesOf(rule, program);
    });
    return { id: rule.id, key, ...of };
  });
  if (ran.size > 0)
    keepAfter(() => {
      const now = all.map(({ key, examples, failed }) => [key, { examples, failed }] as const);
      writeCache(name, Buffer.from(JSON.stringify(Object.fromEntries(now))));
    });
  return casesTogether(all);
}

/**
 * Complains of the cases that fail and keep what is made of a rulebook from being written: what is not finished yet may
 * have such cases, and is not printed.
 *
 * @returns whether there were any
 */
export function complainsOfCases(
  { failed }: ManualCases,
  { rules }: Program,
  made: 'manual' | 'page',
  language: Language,
): boolean {
  const drafts = new Set(
    rules.flatMap(({ id, rule }) => (rule.entry.data.status === 'draft' ? [id] : [])),
  );
  const own = failed.filter(({ rule }) => !drafts.has(rule));
  if (own.length === 0) return false;
  const book = sayIn(wordbooks, language);
  const paint = paintFor(process.stderr);
  const lines = own.map((one) => failedCaseText(one, book, language, paint));
  complain(`${lines.join('')}${paint.red(book.terms.casesRefuse(own.length, made))}`);
  return true;
}

type Kept = Readonly<Record<string, RuleCases>>;

function keptUnder(name: string): Kept {
  const known = readCache(name);
  return known ? (JSON.parse(Buffer.from(known).toString()) as Kept) : {};
}

/** Of this engine, and of where the cases are told to stand; undefined where nothing is kept. */
function nameOf(folder: string): string | undefined {
  const stamp = stampOfEngine();
  if (stamp === undefined || cacheFolder() === undefined) return undefined;
  return `cases-${sha256(`${stamp}\0${folder}`)}`;
}

/** All that the cases of a rule hang on: its own two files, and every file that is not another rule's. */
function keysOf({
  program: { rulebook },
  digest,
}: Pick<Loaded, 'digest'> & { readonly program: Program }): (rule: ProgramRule) => string {
  // a rule may be written in several rulebooks that build on each other
  if (rulebook.layers.length > 1) return ({ id }) => `${id} ${digest}`;
  const textOf = (path: string) => rulebook.files.get(path)?.text ?? '';
  const ofRules = new Set(
    [...rulebook.files.keys()].filter(isRule).flatMap((path) => [path, casesPath(path)]),
  );
  const ground = [...rulebook.files].flatMap(([path, { text }]) =>
    ofRules.has(path) ? [] : [`${path}\0${text}`],
  );
  const stands = sha256(ground.join('\0'));
  return ({ id, rule: { entry } }) =>
    `${id} ${sha256([stands, entry.path, textOf(entry.path), textOf(casesPath(entry.path))].join('\0'))}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
