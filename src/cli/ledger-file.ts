import { existsSync, readFileSync } from 'node:fs';

import { hasErrors } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { headOf, type Link, linesFor, readChain } from '../ledger/chain.ts';
import type { Entry } from '../ledger/entry.ts';
import { fold, type Ledger } from '../ledger/fold.ts';
import { digestOfBytes } from '../io/digest.ts';
import { unreadable } from '../io/read.ts';
import { writeText } from '../io/write.ts';
import { isSuppressed } from '../ledger/suppressed.ts';
import { basisOf } from '../report/ledger-run.ts';
import type { Suppresses } from '../report/suppressed.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';

/** A ledger as its file has it. */
export interface LedgerFile {
  readonly path: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly ledger: Ledger;
  /** The hash of its last entry. */
  readonly head: string;
}

/** Where a ledger is unless `--ledger` says. */
export const usualLedger = 'ledger.ndjson';

/**
 * Reads a ledger; an absent one is empty where that may be. `wrong` after complaining of one whose chain is broken: what
 * stands in it cannot be believed.
 */
export function readLedger(
  path: string,
  language: Language,
  { mayBeAbsent = false }: { readonly mayBeAbsent?: boolean } = {},
): LedgerFile | 'wrong' {
  const text = textOf(path, mayBeAbsent, language);
  if (text === undefined) return 'wrong';
  const { value: links, diagnostics } = readChain({ name: path, text }, digestOfBytes);
  const ledger = fold(links.map(({ entry }) => entry));
  const [stray] = ledger.stray;
  const all = [
    ...diagnostics,
    ...(stray === undefined
      ? []
      : [
          {
            code: 'ledger/stray-entry' as const,
            severity: 'error' as const,
            span: { source: { name: path, text }, ...lineAt(text, stray) },
            params: { number: stray + 1 },
          },
        ]),
  ];
  // a line of a ledger is long, and its place says enough
  complainOf(
    all.map((one) => ({ ...one, quote: 'none' as const })),
    language,
  );
  return hasErrors(all) ? 'wrong' : { path, text, links, ledger, head: headOf(links) };
}

/** Puts entries behind those that a file has; the file is written whole or stays as it was. */
export function append({ path, text, head }: LedgerFile, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (now !== text)
    throw new UsageError(
      `${path} 在此期间被别的命令改过，没有写入，请再办一次 / was changed by another command meanwhile; nothing was written: do it again`,
    );
  writeText(path, text + linesFor(entries, head, digestOfBytes));
}

/** What `--ledger` suppresses; undefined where none is given, `wrong` after complaining of one that is broken. */
export function suppressedBy(call: Call, language: Language): Suppresses | 'wrong' | undefined {
  const path = call.text('ledger');
  if (path === undefined) return undefined;
  const file = readLedger(path, language);
  if (file === 'wrong') return 'wrong';
  return (digest, outcome) =>
    isSuppressed(file.ledger, outcome.finding, basisOf({ digest }, outcome));
}

function textOf(path: string, mayBeAbsent: boolean, language: Language): string | undefined {
  try {
    return mayBeAbsent && !existsSync(path) ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    complainOf([unreadable(error, path).problem], language);
    return undefined;
  }
}

/** Where a line begins and ends, from 0. */
function lineAt(text: string, number: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let passed = 0; passed < number; passed += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
