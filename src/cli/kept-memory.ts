import { createHash } from 'node:crypto';

import { type HeldMemory, lastingMemory, type LastingMemory } from '../base/memory.ts';
import { cacheFolder, readCache, writeCache } from '../io/cache.ts';
import { bytesOfGraph, graphOf } from '../io/graph.ts';
import { keepAfter } from './keep.ts';
import { readLater, stampOfEngine, trees } from './kept.ts';

/** What is read only where something asks for it: of most keys that things are remembered by nothing at all is. */
const later: ReadonlySet<string> = new Set([
  ...readLater,
  'blocks',
  'children',
  'entries',
  'items',
  'next',
  'value',
]);

/** The memory of a rulebook that processes before this one left; a new one where there is none. */
export function keptMemory(folder: string): LastingMemory {
  const name = nameOf(folder);
  const bytes = name === undefined ? undefined : readCache(name);
  return lastingMemory(bytes && (graphOf(bytes, trees) as HeldMemory));
}

/** Part of what is remembered that has to be new for it to be worth to write it all. */
const worthKeeping = 1 / 8;

/** Leaves what a memory holds to processes to come, when the command is done. */
export function keepMemory(folder: string, memory: LastingMemory): void {
  const name = nameOf(folder);
  if (name === undefined) return;
  keepAfter(() => {
    if (!(memory.freshShare() >= worthKeeping)) return;
    const bytes = bytesOfGraph(memory.held(), later, trees);
    if (bytes) writeCache(name, bytes);
  });
}

/** Of this engine, and of where a rulebook stands; undefined where nothing is kept. */
function nameOf(folder: string): string | undefined {
  const stamp = stampOfEngine();
  if (stamp === undefined || cacheFolder() === undefined) return undefined;
  return `memory-${createHash('sha256').update(`${stamp}\0${folder}`).digest('hex')}`;
}
