import { fileName } from '../base/file-name.ts';

/** What a version is told by. */
interface Versioned {
  readonly id: string;
  readonly version: string;
  /** `sha256:…` of the rulebook. */
  readonly digest: string;
}

/**
 * The beginning of a digest: `3f2a 91c0`. Eight digits tell rulebooks apart when two people compare them by telephone;
 * files are compared by all of them.
 */
export function shortDigest(digest: string): string {
  const [first = '', second = ''] =
    digest
      .replace(/^sha256:/u, '')
      .match(/^([\da-f]{4})([\da-f]{4})/u)
      ?.slice(1) ?? [];
  return `${first} ${second}`;
}

/** A rulebook and its version as names of files have them: `vehicle-lease-1.4.0-3f2a91c0`. */
export function versionName({ id, version, digest }: Versioned): string {
  return [id, version, shortDigest(digest).replace(' ', '')].join('-');
}

/**
 * A name that tells, where the file is found long after, by which version it was made:
 * `结果-vehicle-lease-1.4.0-3f2a91c0.json`.
 *
 * @param name - with its ending
 */
export function nameWithVersion(name: string, version: Versioned): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot === -1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return fileName(`${stem}-${versionName(version)}`, new Set()) + ending;
}
