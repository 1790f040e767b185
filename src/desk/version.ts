import type { Program } from '../program/ast.ts';
import type { Words } from '../rulebook/files.ts';
import type { Desk } from './desk.ts';
import { type KnownChange, knownChanges } from './known-changes.ts';
import type { PageDays } from './pack.ts';
import { shortDigest } from './version-name.ts';

/** Of which rulebook a view or a download is, and how it stood on a day. */
export interface KnownVersion {
  readonly id: string;
  readonly version: string;
  readonly title: Words;
  /** `sha256:…` of the rulebook. */
  readonly digest: string;
  /** The beginning of the digest, as people read it to each other: `3f2a 91c0`. */
  readonly short: string;
  /** The day that views are of, as ISO text. */
  readonly asOf: string;
  /** The first change after that day; absent where none is known. */
  readonly next?: KnownChange;
}

/** What is to be known of a page that may be too old. */
export type VersionWarning =
  /** The rulebook changed after the page was made, by what the page itself knows. */
  | { readonly kind: 'changed'; readonly made: string; readonly change: KnownChange }
  /** `expires` was the last day on which it was to be used. */
  | { readonly kind: 'expired'; readonly expires: string };

/** The version on a day, and what is to be said of a page on it. */
export interface VersionOn {
  readonly version: KnownVersion;
  readonly warnings: readonly VersionWarning[];
}

export function versionOn({ program, digest, days }: Desk, today: string): VersionOn {
  const changes = knownChanges(program);
  return {
    version: knownVersion(program, digest, today, changes),
    warnings: versionWarnings(days, today, changes),
  };
}

/** @param asOf - as ISO text */
export function knownVersion(
  program: Program,
  digest: string,
  asOf: string,
  changes: readonly KnownChange[] = knownChanges(program),
): KnownVersion {
  const { id, version, title } = program.rulebook.manifest.data;
  const next = changes.find(({ day }) => day > asOf);
  return { id, version, title, digest, short: shortDigest(digest), asOf, ...(next && { next }) };
}

/** Both are told where both hold: a new page is wanted all the sooner. */
export function versionWarnings(
  { made, expires }: PageDays,
  today: string,
  changes: readonly KnownChange[],
): readonly VersionWarning[] {
  const change = changes.find(({ day }) => made < day && day <= today);
  return [
    ...(change ? [{ kind: 'changed', made, change } as const] : []),
    ...(expires !== undefined && expires < today ? [{ kind: 'expired', expires } as const] : []),
  ];
}
