import type { Detail, DetailBlock, Legend, RowBlock, Shared } from '../page-data.ts';
import { type DetailPlace, type File, filesOf, resolved } from './files.ts';

/** What the page holds; details are read when they are asked for. */
export interface Store {
  readonly legend: Legend;
  readonly files: readonly File[];
  readonly detailsOf: (file: File) => readonly Detail[];
  readonly of: <T extends string | readonly unknown[]>(value: Shared<T>) => T;
}

/** Blocks of details kept read, so that files beside each other are read once. */
const mostKept = 8;

export function readStore(): Store {
  const blocks = texts('rows').map((text) => JSON.parse(text) as RowBlock);
  const places = [...document.querySelectorAll('script.details')];
  const [legendText = '{}'] = texts('legend');
  const legend = JSON.parse(legendText) as Legend;
  const shared = blocks.flatMap((block) => block.shared);
  const kept = new Map<number, DetailBlock>();
  return {
    legend,
    files: filesOf(blocks, legend, shared),
    detailsOf: ({ details }) => details.flatMap((place) => detailAt(place) ?? []),
    of: (value) => resolved(value, shared),
  };

  function detailAt({ block, index }: DetailPlace): Detail | undefined {
    const known = kept.get(block);
    if (known) return known[index];
    const read = JSON.parse(places[block]?.textContent ?? '[]') as DetailBlock;
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(block, read);
    return read[index];
  }
}

function texts(kind: 'rows' | 'legend'): readonly string[] {
  return [...document.querySelectorAll(`script.${kind}`)].map(({ textContent }) => textContent);
}
