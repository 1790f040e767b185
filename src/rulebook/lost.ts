import type { Source } from '../base/source.ts';
import { isRule } from './folder.ts';

/** The values of keys that are one name: `post: REVIEWER`. */
const values =
  /(?:^|[-{,])[ \t]*["']?[\w-]+["']?:[ \t]+["']?(?<name>[\p{L}_][\p{L}\p{N}_.-]*)["']?[ \t]*(?=$|[,}#])/gmu;

/** What nobody can say is not there: files that may declare it could not be read. */
export interface Lost {
  readonly names: ReadonlySet<string>;
  /** Folders of steps whose lists of rules could not be read. */
  readonly folders: readonly string[];
}

/**
 * What files would declare that could not be read. That something does not know it is told once, at the file, and not
 * at everyone who names it.
 *
 * @param broken - their paths, from the folder of the rulebook
 */
export function lostIn(broken: ReadonlyMap<string, Source>, paths: Iterable<string>): Lost {
  const files = [...paths];
  const folders = [...broken.keys()].flatMap(
    (path) => /^(stages\/.*)\/step\.yaml$/u.exec(path)?.[1] ?? [],
  );
  const inSteps = files.filter((path) => isRule(path) && folders.some((one) => isIn(path, one)));
  // `.yml` is not read
  const misnamed = files.filter((path) => path.endsWith('.yml'));
  return {
    names: new Set([
      ...folders.map((folder) => folder.split('/').at(-1) ?? ''),
      ...[...broken].flatMap(([path, source]) => declared(path, source)),
      ...[...inSteps, ...misnamed].flatMap(idsInName),
    ]),
    folders,
  };
}

export function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function declared(path: string, { text }: Source): readonly string[] {
  // a rule or a step that cannot be read is known by where it is listed
  if (path.startsWith('stages/') || path.startsWith('rules/')) return [];
  return [stem(path), ...[...text.matchAll(values)].map(({ groups }) => groups?.['name'] ?? '')];
}

/** The ids that a file may be called by: `Q651-share`, `Q651`. */
function idsInName(path: string): readonly string[] {
  const parts = stem(path).split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '');
}
