import type { Language } from '../base/language.ts';
import type { Source } from '../base/source.ts';
import type { Digested } from '../desk/given.ts';
import { digestOfBytes } from '../io/digest.ts';
import { readText } from '../io/read.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';

/**
 * The file of an option that takes one; undefined where none is given.
 *
 * @param says - that it takes no more than one, in both languages
 * @throws UsageError where more are given
 */
export function onlyFile(call: Call, name: string, says: string): string | undefined {
  const [path, second] = call.texts(name);
  if (second !== undefined) throw new UsageError(`--${name} ${says}`);
  return path;
}

/** A file that a command cannot do without; undefined after complaining of one that cannot be read. */
export function sourceAt(path: string, language: Language): Source | undefined {
  const read = readText(path);
  if ('source' in read) return read.source;
  complainOf([read.problem], language);
  return undefined;
}

/** The same with the digest of its bytes. */
export function digestedAt(path: string, language: Language): Digested | undefined {
  const source = sourceAt(path, language);
  return source && { ...source, digest: digestOfBytes(source.text) };
}
