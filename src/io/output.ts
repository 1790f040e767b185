import { createWriteStream, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Writable } from 'node:stream';

import {
  cannotWrite,
  type CannotWrite,
  codeOf,
  type Inputs,
  openStream,
  type Target,
  targetOf,
} from './target.ts';
import { temporaryFor } from './temporary.ts';

/** Where a report goes that is written piece by piece. Every failure is a `CannotWrite`. */
export interface Output {
  /** Takes a piece; done when the next one may come. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Puts the whole in its place; done when the system has it. */
  readonly finish: () => Promise<void>;
  /** Gives up: what was there before is there still, and nothing half-written lies beside it. */
  readonly abandon: () => void;
  /** Whether nobody reads any more, as behind `| head`: no error, and no more is wanted. */
  readonly isClosed: () => boolean;
}

/** For what is written elsewhere. */
export const noOutput: Output = {
  write: async () => undefined,
  finish: async () => undefined,
  abandon: () => undefined,
  isClosed: () => false,
};

/** What is gathered before it is written to a file, in UTF-16 units. */
const blockSize = 1 << 16;

/**
 * Opens a file, pipe or device, or standard output where there is no path.
 *
 * @param inputs - what the command reads and this must not replace
 * @throws CannotWrite where that can be known before the first piece
 */
export async function openOutput(path: string | undefined, inputs?: Inputs): Promise<Output> {
  if (path === undefined) return standardOutput();
  const target = targetOf(path, inputs);
  try {
    return opened(target, path);
  } catch (error) {
    throw cannotWrite(error, path);
  }
}

function opened(target: Target, path: string): Output {
  switch (target.kind) {
    case 'file':
      return fileOutput(target, path);
    case 'open':
      if (target.fd === 1) return standardOutput();
      return streamOutput(createWriteStream('', { fd: target.fd, autoClose: false }), path);
    case 'stream':
      return streamOutput(createWriteStream('', { fd: openStream(target.path) }), path);
  }
}

function fileOutput(target: Extract<Target, { kind: 'file' }>, path: string): Output {
  const file = temporaryFor(target);
  let gathered = '';
  return {
    write: async (piece) => {
      if (typeof piece !== 'string') put(piece);
      else if ((gathered += piece).length >= blockSize) put();
    },
    finish: async () => {
      put();
      trying(file.keep);
    },
    abandon: file.drop,
    isClosed: () => false,
  };

  function put(bytes?: Uint8Array): void {
    trying(() => {
      if (gathered !== '') writeFileSync(file.fd, gathered);
      gathered = '';
      if (bytes) writeFileSync(file.fd, bytes);
    });
  }

  function trying(write: () => void): void {
    try {
      write();
    } catch (error) {
      file.drop();
      throw cannotWrite(error, path);
    }
  }
}

/** @param stream - one of our own, which is ended */
function streamOutput(stream: Writable, path: string): Output {
  let failure: CannotWrite | undefined;
  stream.on('error', (error) => {
    failure ??= cannotWrite(error, path);
  });
  return {
    write: async (piece) => {
      if (!failure && !stream.write(piece)) await settled(stream);
      if (failure) throw failure;
    },
    finish: async () => {
      stream.end();
      if (!failure && !stream.writableFinished) await settled(stream);
      if (failure) throw failure;
    },
    abandon: () => {
      stream.destroy();
    },
    isClosed: () => false,
  };
}

/** Until a stream takes more, is at its end, or has failed. */
async function settled(stream: Writable): Promise<void> {
  const events = ['drain', 'finish', 'error', 'close'] as const;
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}

const standard: { failure?: CannotWrite; isClosed: boolean } = { isClosed: false };

// a reader such as `head` that has seen enough is no error
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') standard.isClosed = true;
  else standard.failure ??= cannotWrite(error, '<stdout>');
});

// where complaints cannot be heard there is nobody to tell
process.stderr.on('error', () => undefined);

function standardOutput(): Output {
  const { stdout } = process;
  return {
    write: async (piece) => {
      if (!isDone() && !stdout.write(piece)) await settled(stdout);
      if (standard.failure) throw standard.failure;
    },
    finish: async () => {
      const failure = await standardFailure();
      if (failure) throw failure;
    },
    abandon: () => undefined,
    isClosed: () => standard.isClosed,
  };
}

/** What went wrong with standard output, once all that was printed has gone there or could not. */
export async function standardFailure(): Promise<CannotWrite | undefined> {
  const { stdout } = process;
  if (!isDone() && stdout.writableLength > 0) {
    await new Promise<void>((resolve) => {
      stdout.write('', () => {
        resolve();
      });
    });
  }
  // a failure is told after the turn in which it happened
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return standard.failure;
}

function isDone(): boolean {
  return standard.isClosed || standard.failure !== undefined;
}
