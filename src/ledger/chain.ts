import { type Checked, noted } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { Entry } from './entry.ts';
import { isEntry } from './read-entry.ts';
import type { LedgerProblems } from './problems.ts';

/** A digest of a text, `sha256:…`. */
export type DigestOf = (text: string) => string;

/** An entry in its place, with the hash that the next one builds on. */
export interface Link {
  readonly entry: Entry;
  readonly hash: string;
}

/** What the first entry builds on. */
export const noHead = 'sha256:0';

/** The hash of the last entry. */
export function headOf(links: readonly Link[]): string {
  return links.at(-1)?.hash ?? noHead;
}

/** The lines that put entries behind a chain: each has the digest of the hash before it and of its own text. */
export function linesFor(entries: readonly Entry[], head: string, digestOf: DigestOf): string {
  let previous = head;
  let text = '';
  for (const entry of entries) {
    const written = JSON.stringify(entry);
    previous = digestOf(`${previous}\n${written}`);
    text += lineOf(written, previous);
  }
  return text;
}

/**
 * The entries of a ledger's text. A line that is none, or does not follow from the one before it, is told, and the rest
 * is not read: what stands behind it cannot be believed.
 */
export function readChain(
  source: Source,
  digestOf: DigestOf,
): Checked<readonly Link[], LedgerProblems> {
  const to = noted<LedgerProblems>();
  const links: Link[] = [];
  let previous = noHead;
  let start = 0;
  while (start < source.text.length) {
    const next = source.text.indexOf('\n', start);
    const end = next < 0 ? source.text.length : next;
    const span = { source, start, end };
    const line = source.text.slice(start, next < 0 ? end : end + 1);
    const number = links.length + 1;
    const read = linkOf(line);
    if (!read) {
      to.error('ledger/not-an-entry', span, { number });
      break;
    }
    if (read.hash !== digestOf(`${previous}\n${JSON.stringify(read.entry)}`)) {
      to.error('ledger/broken-chain', span, { number });
      break;
    }
    links.push(read);
    previous = read.hash;
    start = end + 1;
  }
  return { value: links, diagnostics: to.diagnostics };
}

/** Undefined for a line that is not written as we write it, to the byte. */
function linkOf(line: string): Link | undefined {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('entry' in read) || !('hash' in read))
    return undefined;
  const { entry, hash } = read;
  if (typeof hash !== 'string' || !isEntry(entry)) return undefined;
  return line === lineOf(JSON.stringify(entry), hash) ? { entry, hash } : undefined;
}

function lineOf(entry: string, hash: string): string {
  return `{"hash":${JSON.stringify(hash)},"entry":${entry}}\n`;
}
