import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

import { openText } from '../io/text-out.ts';
import { writeText } from '../io/write.ts';
import { type Plain, plainAt } from '../samples/plain.ts';
import type { Sample } from '../samples/series.ts';
import { printYaml } from '../yaml/print.ts';
import { UsageError } from './call.ts';
import { print } from './console.ts';

export const formats = ['json', 'yaml', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/** Where samples go, one by one. */
export interface SampleOut {
  readonly add: (sample: Sample) => void | Promise<void>;
  readonly finish: () => void;
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
export function sampleOut(target: SampleTarget, count: number, idAt: string): SampleOut {
  switch (target.kind) {
    case 'output':
      return toOutput(joined(target.format, count));
    case 'file':
      return toFile(target.path, joined(target.format, count));
    case 'folder':
      return toFolder(target.path, target.format, idAt);
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

/** Samples between which what happened to standard output is looked at. */
const between = 16;

function toOutput({ piece, end }: Joined): SampleOut {
  const isClosed = () => process.stdout.destroyed || process.stdout.errored !== null;
  return {
    add: async (sample) => {
      process.stdout.write(piece(sample));
      if (sample.number % between === between - 1) await setImmediate();
    },
    finish: () => {
      if (end !== '' && !isClosed()) print(end);
    },
    abandon: () => undefined,
    isClosed,
  };
}

function toFile(path: string, { piece, end }: Joined): SampleOut {
  const file = openText(path);
  return {
    add: (sample) => file.write(piece(sample)),
    finish: () => {
      file.write(end);
      file.finish();
    },
    abandon: file.abandon,
    isClosed: () => false,
  };
}

function toFolder(folder: string, format: 'json' | 'yaml', idAt: string): SampleOut {
  const { piece } = joined(format, 1);
  return {
    add: ({ number, text }) => {
      const id = plainAt(JSON.parse(text) as Plain, idAt);
      // an id may hold what a file name must not
      const own = typeof id === 'string' ? id : String(number + 1);
      const name = own.replaceAll(/[^\p{L}\p{N}_.-]|^\./gu, '_');
      writeText(join(folder, `${name}.${format}`), piece({ number: 0, text, fault: undefined }));
    },
    finish: () => undefined,
    abandon: () => undefined,
    isClosed: () => false,
  };
}
