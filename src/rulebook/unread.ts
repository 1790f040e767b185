import { nearest } from '../base/suggest.ts';
import { casesPath, isCases } from './folder.ts';

/** Files at the top of a rulebook's folder. */
const topFiles = [
  'rulebook.yaml',
  'posts.yaml',
  'documents.yaml',
  'glossary.yaml',
  'definitions.yaml',
  'claims.yaml',
  'reviewed.yaml',
];

const folders = [
  'parameters',
  'tables',
  'codes',
  'calendars',
  'measures',
  'promises',
  'samples',
  'appraisals',
  'dossiers',
  'stages',
  'rules',
  'views',
  'occasions',
  'models',
];

/**
 * The files of a rulebook, YAML and CSV, that nothing reads, with the path that may have been meant.
 *
 * @param read - paths that something read
 */
export function unreadFiles(
  paths: Iterable<string>,
  read: ReadonlySet<string>,
): ReadonlyMap<string, string | undefined> {
  const lost = [...paths].filter((path) => /\.(?:ya?ml|csv)$/u.test(path) && !read.has(path));
  return new Map(lost.map((path) => [path, meant(path, read)]));
}

function meant(path: string, read: ReadonlySet<string>): string | undefined {
  if (path.endsWith('.yml')) return path.replace(/\.yml$/u, '.yaml');
  const [folder = '', ...rest] = path.split('/');
  if (rest.length === 0) return nearest(path, topFiles);
  if (!folders.includes(folder)) {
    const near = nearest(folder, folders);
    return near === undefined ? undefined : [near, ...rest].join('/');
  }
  return nearest(path, isCases(path) ? casesOf(read) : read);
}

/** Where the cases of the rules that were read would be. */
function casesOf(read: ReadonlySet<string>): readonly string[] {
  return [...read].filter((path) => !isCases(path)).map(casesPath);
}
