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

/** What the page carries under an id, packed. */
export function carried(id: string): string {
  return document.querySelector(`#${id}`)?.textContent.trim() ?? '';
}

/** A function that the worker may call. */
export function told<T extends (...args: never[]) => void>(tell: T): T {
  return proxy(tell);
}
