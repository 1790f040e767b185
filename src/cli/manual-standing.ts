import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { readCache, writeCache } from '../io/cache.ts';
import type { Program } from '../program/ast.ts';
import { keepAfter } from './keep.ts';
import { keyOf } from './kept.ts';
import { type Digests, sha256 } from './manual-files.ts';
import { today } from './today.ts';

/** All that a manual hangs on but the day. */
export interface ManualCall {
  /** The folder of its rulebook. */
  readonly rulebook: string;
  /** As they were given, with those that select and say the format. */
  readonly args: readonly string[];
  readonly out: string;
  /** The manifest of the last issue, where it is compared with one. */
  readonly lastIssue: string | undefined;
  /** Undefined for the day on which it is made. */
  readonly asOf: string | undefined;
  /** Whether Word files have pictures: what that takes may come to be installed. */
  readonly hasPictures: boolean;
}

/** A manual as it was left. */
interface Standing {
  readonly asOf: string;
  readonly zone: Program['setting']['zone'];
  /** SHA-256 by path in its folder, with its manifest. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a call made is known by; undefined where nothing is kept. */
export function standingName({
  rulebook,
  args,
  out,
  lastIssue,
  hasPictures,
}: ManualCall): string | undefined {
  const key = keyOf(rulebook);
  if (key === undefined) return undefined;
  const last = lastIssue === undefined ? undefined : fileDigest(lastIssue);
  return `manual-${sha256(JSON.stringify([key, args, resolve(out), last, hasPictures]))}`;
}

/** How many files of a manual stand there, each as this very call left it; undefined where one does not. */
export function standingFiles(
  name: string,
  { out, asOf }: Pick<ManualCall, 'out' | 'asOf'>,
): number | undefined {
  const bytes = readCache(name);
  if (!bytes) return undefined;
  const standing = JSON.parse(Buffer.from(bytes).toString()) as Standing;
  if (standing.asOf !== (asOf ?? today({ setting: standing }))) return undefined;
  const files = Object.entries(standing.files);
  return files.every(([path, digest]) => fileDigest(join(out, path)) === digest)
    ? files.length - 1
    : undefined;
}

/**
 * Keeps that a manual stands there, unless its rulebook was edited meanwhile.
 *
 * @param name - what it was known by before its rulebook was read
 * @param files - by their paths in its folder, with its manifest
 */
export function keepStanding(
  name: string,
  call: ManualCall,
  { setting: { zone } }: Pick<Program, 'setting'>,
  asOf: string,
  files: Digests,
): void {
  keepAfter(() => {
    if (standingName(call) !== name) return;
    const standing: Standing = { asOf, zone, files: Object.fromEntries(files) };
    writeCache(name, Buffer.from(JSON.stringify(standing)));
  });
}

/** SHA-256 of a file; undefined where there is none. */
export function fileDigest(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? sha256(readFileSync(path))
    : undefined;
}
