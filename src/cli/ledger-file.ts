import { existsSync, readFileSync } from 'node:fs';

import type { Language } from '../base/language.ts';
import { ledgerFrom, type LedgerRead, suppressing } from '../desk/ledger.ts';
import { linesFor } from '../ledger/chain.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/fold.ts';
import { digestOfBytes } from '../io/digest.ts';
import { unreadable } from '../io/read.ts';
import { writeText } from '../io/write.ts';
import type { Suppresses } from '../report/suppressed.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';

/** A ledger as its file has it. */
export interface LedgerFile extends LedgerRead {
  readonly path: string;
  readonly text: string;
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
  const { value, diagnostics } = ledgerFrom({ name: path, text }, digestOfBytes);
  complainOf(diagnostics, language);
  return value ? { path, text, ...value } : 'wrong';
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
  return file === 'wrong' ? 'wrong' : suppressing(file);
}

/** The findings of `--findings`; undefined where none is given, `wrong` after complaining of a ledger that is broken. */
export function findingsOf(call: Call, language: Language): Ledger | 'wrong' | undefined {
  const path = call.text('findings');
  if (path === undefined) return undefined;
  const file = readLedger(path, language);
  return file === 'wrong' ? 'wrong' : file.ledger;
}

function textOf(path: string, mayBeAbsent: boolean, language: Language): string | undefined {
  try {
    return mayBeAbsent && !existsSync(path) ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    complainOf([unreadable(error, path).problem], language);
    return undefined;
  }
}
