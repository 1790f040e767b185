import { proxy, type Remote, wrap } from 'comlink';

import { unpackedText } from '../packed.ts';
import type { Services } from '../worker/services.ts';

/** The worker as the page asks it: every answer is waited for. */
export type DeskWorker = { readonly [Area in keyof Services]: Remote<Services[Area]> };

/** The code of the desk's worker, as the page carries it. */
export async function workerCode(): Promise<Blob> {
  return new Blob([await unpackedText(carried('worker'))], { type: 'text/javascript' });
}

export function startWorker(code: Blob): DeskWorker {
  return wrap(new Worker(URL.createObjectURL(code))) as unknown as DeskWorker;
}

let apart: Promise<DeskWorker> | undefined;

/**
 * A worker beside the desk's, for what takes long and has nothing to do with files; it is started when it is first
 * asked for.
 */
export async function workerApart(): Promise<DeskWorker> {
  apart ??= openedApart();
  try {
    return await apart;
  } catch (error) {
    apart = undefined;
    throw error;
  }
}

async function openedApart(): Promise<DeskWorker> {
  const code = await workerCode();
  const worker = startWorker(code);
  await worker.rulebook.open(carried('rulebook'), code);
  return worker;
}

/** What the page carries under an id, packed. */
export function carried(id: string): string {
  return document.querySelector(`#${id}`)?.textContent.trim() ?? '';
}

/** A function that the worker may call. */
export function told<T extends (...args: never[]) => void>(tell: T): T {
  return proxy(tell);
}
