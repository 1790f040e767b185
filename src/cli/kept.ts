import type { Source } from '../base/source.ts';
import { type Capture, type Engine, engineOf } from '../check/engine.ts';
import { type Prepared, prepared } from '../check/prepared.ts';
import { cacheFolder, readCache, writeCache } from '../io/cache.ts';
import { generatedCode } from '../io/generated.ts';
import { bytesOfGraph, graphOf, type Remade } from '../io/graph.ts';
import { rulebookBytes } from '../io/rulebook-digest.ts';
import type { Program } from '../program/ast.ts';
import { textOfTree, treeOfText } from '../yaml/parse.ts';
import type { Yaml } from '../yaml/tree.ts';
import { keepAfter } from './keep.ts';

/** A rulebook without errors as it is kept. */
export interface Kept {
  readonly program: Program;
  /** `sha256:…` of the rulebook's texts. */
  readonly digest: string;
  readonly prepared: Prepared;
}

/** What of a program is read only where something asks for it: all that a sound file never needs. */
export const readLater: ReadonlySet<string> = new Set([
  'acts',
  'asOf',
  'asks',
  'calendars',
  'cases',
  'codes',
  'core',
  'criterion',
  'data',
  'definitions',
  'delegated',
  'documents',
  'dossiers',
  'each',
  'editions',
  'entry',
  'evidence',
  'fields',
  'files',
  'glossary',
  'finding',
  'groups',
  'holds',
  'how',
  'images',
  'incompatible',
  'itself',
  'layers',
  'lets',
  'list',
  'measures',
  'networks',
  'members',
  'mistakes',
  'noList',
  'parameters',
  'part',
  'pilots',
  'point',
  'posts',
  'process',
  'product',
  'promises',
  'question',
  'reading',
  'references',
  'remedy',
  'require',
  'reviewed',
  'risk',
  'rows',
  'rule',
  'rulebook',
  'schemaFiles',
  'schemas',
  'scope',
  'sources',
  'stages',
  'standard',
  'steps',
  'strays',
  'tables',
  'terms',
  'title',
  'unread',
  'waived',
  'waiver',
  'waivers',
  'when',
  'whenever',
  'why',
  'written',
  'yaml',
]);

/** Trees of files, which are most of a program and hardly ever asked for, are read of their texts again. */
export const trees: Remade = {
  of: (object) => textOfTree(object as Yaml),
  make: (of) => treeOfText(of as Source),
};

let engineStamp: string | undefined;

/** Says what this engine is made of; until then nothing is kept, nor taken from what was. */
export function ranAs(stamp: string | undefined): void {
  engineStamp = stamp;
}

export function stampOfEngine(): string | undefined {
  return engineStamp;
}

/** What the kept program of a rulebook hangs on: this engine and every byte of it; undefined where none is kept. */
export function keyOf(folder: string): string | undefined {
  if (engineStamp === undefined || cacheFolder() === undefined) return undefined;
  return rulebookBytes(folder, engineStamp);
}

/** Those that were read last, by their keys: who runs several commands in one process reads a rulebook once. */
const held = new Map<string, Kept>();
const mostHeld = 2;

export function keptProgram(key: string): Kept | undefined {
  const known = held.get(key);
  if (known) return known;
  const bytes = readCache(`program-${key}`);
  if (!bytes) return undefined;
  const kept = graphOf(bytes, trees) as Kept;
  const [oldest] = held.keys();
  if (oldest !== undefined && held.size === mostHeld) held.delete(oldest);
  held.set(key, kept);
  return kept;
}

/** An engine of what was kept, by generated code. */
export function keptEngine({ program, prepared: before }: Kept, capture?: Capture): Engine {
  const code = generatedCode();
  keepAfter(code.keep);
  return engineOf(program, code.run, 0, before, capture);
}

/** The same of a program that was just read, which is kept when all is done. */
export function keepingEngine(
  key: string,
  program: Program,
  digest: string,
  capture?: Capture,
): Engine {
  const kept: Kept = { program, digest, prepared: prepared(program) };
  keepAfter(() => {
    const bytes = bytesOfGraph(kept, readLater, trees);
    if (bytes) writeCache(`program-${key}`, bytes);
  });
  return keptEngine(kept, capture);
}
