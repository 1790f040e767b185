import { statSync } from 'node:fs';
import { extname, join } from 'node:path';

import { openOutput } from '../io/output.ts';
import type { Inputs } from '../io/target.ts';
import { writeText } from '../io/write.ts';
import { type Plain, plainAt } from '../samples/plain.ts';
import type { Sample } from '../samples/series.ts';
import { printYaml } from '../yaml/print.ts';
import { UsageError } from './call.ts';

export const formats = ['json', 'yaml', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/** Where samples go, one by one. */
export interface SampleOut {
  readonly add: (sample: Sample) => void | Promise<void>;
  readonly finish: () => void | Promise<void>;
  /** What was begun and is no longer wanted. */
  readonly abandon: () => void;
  /** Nobody reads on. */
  readonly isClosed: () => boolean;
}

const endings: { readonly [ending: string]: Format | undefined } = {
  '.ndjson': 'ndjson',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** Standard output, a file, or a folder with a file each. */
export type SampleTarget =
  | { readonly kind: 'output'; readonly format: Format }
  | { readonly kind: 'file'; readonly path: string; readonly format: Format }
  | { readonly kind: 'folder'; readonly path: string; readonly format: 'json' | 'yaml' };

/**
 * Where samples are to go.
 *
 * @param out - a folder, or a file by its ending; standard output without it
 */
export function sampleTarget(out: string | undefined, given: Format | undefined): SampleTarget {
  if (out === undefined) return { kind: 'output', format: given ?? 'ndjson' };
  const named = endings[extname(out).toLowerCase()];
  if (given !== undefined && named !== undefined && given !== named)
    throw new UsageError(
      `--format ${given} --out ${out}：文件名的结尾与格式不符 / the ending of the name is of another format`,
    );
  const format = given ?? named ?? 'json';
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === true && (named !== undefined || format === 'ndjson'))
    throw new UsageError(
      `--out ${out}：${format} 写到一个文件，这里是文件夹 / ${format} goes to a file, and this is a folder`,
    );
  if (named === undefined && format !== 'ndjson') return { kind: 'folder', path: out, format };
  return { kind: 'file', path: out, format };
}

/** @param idAt - the path of a file's id, which it is named by in a folder */
export async function sampleOut(
  target: SampleTarget,
  count: number,
  idAt: string,
  inputs?: Inputs,
): Promise<SampleOut> {
  switch (target.kind) {
    case 'output':
      return toOne(undefined, joined(target.format, count));
    case 'file':
      return toOne(target.path, joined(target.format, count), inputs);
    case 'folder':
      return toFolder(target.path, target.format, idAt, inputs);
  }
}

/** How samples are written one behind the other. */
interface Joined {
  readonly piece: (sample: Sample) => string;
  readonly end: string;
}

function joined(format: Format, count: number): Joined {
  switch (format) {
    case 'ndjson':
      return { piece: ({ text }) => `${text}\n`, end: '' };
    case 'yaml':
      return {
        piece: ({ number, text }) =>
          `${number > 0 ? '---\n' : ''}${printYaml(JSON.parse(text) as Plain)}`,
        end: '',
      };
    case 'json': {
      const pretty = (text: string) => JSON.stringify(JSON.parse(text), undefined, 2);
      if (count === 1) return { piece: ({ text }) => `${pretty(text)}\n`, end: '' };
      return {
        piece: ({ number, text }) => `${number > 0 ? ',\n' : '[\n'}${pretty(text)}`,
        end: '\n]\n',
      };
    }
  }
}

/** @param path - standard output without it */
async function toOne(
  path: string | undefined,
  { piece, end }: Joined,
  inputs?: Inputs,
): Promise<SampleOut> {
  const { write, finish, abandon, isClosed } = await openOutput(path, inputs);
  return {
    add: (sample) => write(piece(sample)),
    finish: async () => {
      await write(end);
      await finish();
    },
    abandon,
    isClosed,
  };
}

function toFolder(
  folder: string,
  format: 'json' | 'yaml',
  idAt: string,
  inputs?: Inputs,
): SampleOut {
  const { piece } = joined(format, 1);
  return {
    add: ({ number, text }) => {
      const id = plainAt(JSON.parse(text) as Plain, idAt);
      // an id may hold what a file name must not
      const own = typeof id === 'string' ? id : String(number + 1);
      const name = own.replaceAll(/[^\p{L}\p{N}_.-]|^\./gu, '_');
      writeText(
        join(folder, `${name}.${format}`),
        piece({ number: 0, text, fault: undefined }),
        inputs,
      );
    },
    finish: () => undefined,
    abandon: () => undefined,
    isClosed: () => false,
  };
}
