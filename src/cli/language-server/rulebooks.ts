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
import { scopesIn } from '../../program/scopes.ts';
import { knownFolder, type RulebookFolder } from '../../rulebook/folder.ts';
import { lintRulebook } from '../../verify/lint.ts';
import type { Problems } from '../../words/messages/messages.ts';

/** A rulebook with files that somebody writes. */
export interface OpenRulebook {
  readonly folder: string;
  /** All that is told of it, of its files as they are now; what did not change is not worked out again. */
  readonly diagnostics: () => readonly Diagnostic<Problems>[];
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
    note: (path: string | undefined) => {
      isStale ||= path === undefined || reads.has(path);
    },
    tried: (edits: readonly Edit[], moved: readonly Moved[]) => {
      refresh();
      if (!files) return [];
      return lintRulebook(withMoved(withEdits(files, edits), moved), memory).diagnostics;
    },
  };

  function refresh(): void {
    if (!isStale) return;
    reads.clear();
    const read = rulebookFolder(folder, noting);
    files = knownFolder(read.folder, memory);
    const linted = files.files.size > 0 ? lintRulebook(files, memory) : undefined;
    if (linted?.value) memory.turn();
    program = linted?.value ?? program;
    diagnostics = [...read.problems, ...(linted?.diagnostics ?? [])];
    for (const [path, source] of files.files)
      if (sound.get(path) !== source && scopesIn(source).length > 0) sound.set(path, source);
    isStale = false;
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
    const to = names.get(path);
    const name = to && `${source.name.slice(0, -path.length)}${to}`;
    return [to ?? path, name === undefined ? source : { ...source, name }] as const;
  });
  return { ...folder, files: new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}
