import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { lastingMemory } from '../../base/memory.ts';
import type { Source } from '../../base/source.ts';
import type { Read } from '../../base/text-file.ts';
import { type Edit, edited, type Moved } from '../../editor/rename.ts';
import { type Disk, ownDisk } from '../../io/disk.ts';
import { rulebookFolder } from '../../io/rulebook.ts';
import type { Program } from '../../program/ast.ts';
import { readRulebook } from '../../program/read.ts';
import { keepScopes, scopesIn } from '../../program/scopes.ts';
import { isOfStep, isSource, knownFolder, type RulebookFolder } from '../../rulebook/folder.ts';
import { lintRulebook } from '../../verify/lint.ts';
import type { Problems } from '../../words/messages/messages.ts';

/** A rulebook with files that somebody writes. */
export interface OpenRulebook {
  readonly folder: string;
  /** All that is told of it, of its files as they are now; what did not change is not worked out again. */
  readonly diagnostics: () => readonly Diagnostic<Problems>[];
  /**
   * What is told at once: where rules stand on what has changed, so that all of them are to be typed again, the errors
   * in the files that changed, beside what was told before. Undefined where everything can be told at once.
   */
  readonly atOnce: () => readonly Diagnostic<Problems>[] | undefined;
  /** As it is now, or was when its manifest could be read last. */
  readonly program: () => Program | undefined;
  /** The same without looking whether anything has changed. */
  readonly lastProgram: () => Program | undefined;
  /** The last text of a file of which expressions could be read. */
  readonly sound: (path: string) => Source | undefined;
  readonly isStale: () => boolean;
  /** What would be told after some edits, with some files called otherwise. */
  readonly tried: (
    edits: readonly Edit[],
    moved: readonly Moved[],
  ) => readonly Diagnostic<Problems>[];
}

/** The rulebooks that files in an editor are of, and their files: those in the editor as they are there. */
export interface Rulebooks {
  readonly of: (path: string) => OpenRulebook | undefined;
  readonly all: () => Iterable<OpenRulebook>;
  /** A file has other words, on the disk or in the editor. */
  readonly changed: (path: string) => void;
  /** Files have come or gone. */
  readonly moved: () => void;
}

/** @param inEditor - the text of a file that is open, by its path */
export function rulebooks(inEditor: (path: string) => string | undefined): Rulebooks {
  keepScopes();
  const known = new Map<
    string,
    OpenRulebook & { readonly note: (path: string | undefined) => void }
  >();
  const texts = new Map<string, Read>();
  const listed = new Map<string, readonly string[]>();
  const disk: Disk = { ...ownDisk, below, text };
  return {
    of: (path) => {
      const folder = folderOf(path);
      if (folder === undefined) return undefined;
      const found = known.get(folder) ?? open(folder, disk);
      known.set(folder, found);
      return found;
    },
    all: () => known.values(),
    changed: (path) => {
      texts.delete(path);
      for (const one of known.values()) one.note(path);
    },
    moved: () => {
      listed.clear();
      for (const one of known.values()) one.note(undefined);
    },
  };

  function below(folder: string, endings: readonly string[]): readonly string[] {
    const key = [folder, ...endings].join('\0');
    const found = listed.get(key) ?? ownDisk.below(folder, endings);
    listed.set(key, found);
    return found;
  }

  function text(path: string, name: string): Read {
    const own = inEditor(path);
    if (own !== undefined) return { source: { name, text: own } };
    const read = texts.get(path) ?? ownDisk.text(path, name);
    texts.set(path, read);
    return read;
  }
}

/** The nearest folder around a file that is a rulebook. */
function folderOf(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'rulebook.yaml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function open(folder: string, disk: Disk) {
  const memory = lastingMemory();
  const reads = new Set<string>();
  const sound = new Map<string, Source>();
  let isStale = true;
  /** Paths of files that changed since all was told; undefined where files have come or gone. */
  let changed: Set<string> | undefined;
  let files: RulebookFolder | undefined;
  let diagnostics: readonly Diagnostic<Problems>[] = [];
  let program: Program | undefined;
  const noting: Disk = {
    ...disk,
    text: (path, name) => {
      reads.add(path);
      return disk.text(path, name);
    },
  };
  return {
    folder,
    diagnostics: () => {
      refresh();
      return diagnostics;
    },
    program: () => {
      refresh();
      return program;
    },
    lastProgram: () => program,
    sound: (path: string) => sound.get(relative(folder, path).replaceAll('\\', '/')),
    isStale: () => isStale,
    atOnce,
    note: (path: string | undefined) => {
      if (path === undefined) changed = undefined;
      else if (reads.has(path)) changed?.add(relative(folder, path).replaceAll('\\', '/'));
      else return;
      isStale = true;
    },
    tried: (edits: readonly Edit[], moved: readonly Moved[]) => {
      refresh();
      if (!files) return [];
      return lintRulebook(withMoved(withEdits(files, edits), moved), memory).diagnostics;
    },
  };

  function refresh(): void {
    if (!isStale) return;
    const read = readNow();
    files = read.files;
    const linted = files.files.size > 0 ? lintRulebook(files, memory) : undefined;
    if (linted?.value) memory.turn();
    program = linted?.value ?? program;
    diagnostics = [...read.problems, ...(linted?.diagnostics ?? [])];
    for (const [path, source] of files.files)
      if (sound.get(path) !== source && scopesIn(source).length > 0) sound.set(path, source);
    isStale = false;
    changed = new Set();
  }

  function readNow() {
    reads.clear();
    const { folder: found, problems } = rulebookFolder(folder, noting);
    return { files: knownFolder(found, memory), problems };
  }

  function atOnce(): readonly Diagnostic<Problems>[] | undefined {
    if (!files || files.parent || !changed) return undefined;
    const paths = [...changed];
    if (paths.length === 0 || paths.some((path) => isOfStep(path) || isSource(path)))
      return undefined;
    const now = readNow();
    // what rules stand on is worked out here, and found again when they are typed
    const ground = readRulebook({ ...now.files, only: new Set() }, memory);
    const own = new Set(paths.map((path) => now.files.files.get(path)?.name));
    const isOwn = ({ severity, span }: Diagnostic<Problems>) =>
      severity === 'error' && own.has(span.source.name);
    return [...diagnostics.filter((one) => !isOwn(one)), ...ground.diagnostics.filter(isOwn)];
  }
}

function withEdits(folder: RulebookFolder, edits: readonly Edit[]): RulebookFolder {
  const bySource = Map.groupBy(edits, ({ span }) => span.source);
  const files = [...folder.files].map(([path, source]) => {
    const own = bySource.get(source);
    return [path, own ? { ...source, text: edited(source.text, own) } : source] as const;
  });
  const { parent } = folder;
  return { ...folder, files: new Map(files), ...(parent && { parent: withEdits(parent, edits) }) };
}

function withMoved(folder: RulebookFolder, moved: readonly Moved[]): RulebookFolder {
  const names = new Map(moved.map(({ from, to }) => [from, to]));
  const files = [...folder.files].map(([path, source]) => {
    const named = names.get(path);
    // on another file it stays, so that both are read, and what is twice is told
    const to = named !== undefined && folder.files.has(named) ? undefined : named;
    const name = to && `${source.name.slice(0, -path.length)}${to}`;
    return [to ?? path, name === undefined ? source : { ...source, name }] as const;
  });
  return { ...folder, files: new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}
