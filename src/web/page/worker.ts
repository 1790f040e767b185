import { proxy, type Remote, wrap } from 'comlink';

import { unpackedText } from '../packed.ts';
import type { Services } from '../worker/services.ts';

/** The worker as the page asks it: every answer is waited for. */
export type DeskWorker = { readonly [Area in keyof Services]: Remote<Services[Area]> };

/** The desk's worker, from the code that the page carries. */
export async function startWorker(): Promise<DeskWorker> {
  const code = await unpackedText(carried('worker'));
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return wrap(new Worker(address)) as unknown as DeskWorker;
}

/** What the page carries under an id, packed. */
export function carried(id: string): string {
  return document.querySelector(`#${id}`)?.textContent.trim() ?? '';
}

/** A function that the worker may call. */
export function told<T extends (...args: never[]) => void>(tell: T): T {
  return proxy(tell);
}
