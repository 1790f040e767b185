import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { RulebookFolder } from '../rulebook/from-files.ts';
import type { FileKind, FileSchemas } from '../rulebook/shape.ts';
import type { PathProblems } from '../base/path-problems.ts';
import { filesBelow, problem, readText } from './read.ts';

/** The folder that holds `rules/` and `schemas/`: the same from `src/io` and from `dist/io`. */
export const packageRoot: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

let shipped: FileSchemas | undefined;

/** The JSON Schemas of the kinds of rulebook file, as shipped. */
export function fileSchemas(): FileSchemas {
  shipped ??= {
    rulebook: schema('rulebook'),
    posts: schema('posts'),
    catalogue: schema('catalogue'),
    definitions: schema('definitions'),
    parameter: schema('parameter'),
    table: schema('table'),
    calendar: schema('calendar'),
    step: schema('step'),
    rule: schema('rule'),
    cases: schema('cases'),
  };
  return shipped;
}

function schema(kind: FileKind): object {
  return JSON.parse(
    readFileSync(join(packageRoot, 'schemas', `${kind}.schema.json`), 'utf8'),
  ) as object;
}

/** The texts of a rulebook's folder. */
export function rulebookFolder(folder: string): {
  readonly folder: RulebookFolder;
  readonly problems: readonly Diagnostic<PathProblems>[];
} {
  const name = folder.replace(/\/+$/u, '');
  if (!existsSync(folder)) {
    return {
      folder: { name, files: new Map() },
      problems: [problem('io/missing-file', name, { path: name })],
    };
  }
  const problems: Diagnostic<PathProblems>[] = [];
  const files = filesBelow(folder, ['.yaml', '.yml', '.md', '.json']).flatMap(
    (path): [string, Source][] => {
      const inside = relative(folder, path).replaceAll('\\', '/');
      const read = readText(path, `${name}/${inside}`);
      if ('source' in read) return [[inside, read.source]];
      problems.push(read.problem);
      return [];
    },
  );
  return { folder: { name, files: new Map(files) }, problems };
}

/** `sha256:…` over the names and texts of all files, in the order of their names. */
export function digestOf(files: ReadonlyMap<string, Source>): string {
  const hash = createHash('sha256');
  for (const [path, { text }] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${Buffer.byteLength(text)}\0${text}`);
  }
  return `sha256:${hash.digest('hex')}`;
}

export function digestOfText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
