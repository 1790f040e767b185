import { closeSync, writeFileSync } from 'node:fs';
import process from 'node:process';

import { cannotWrite, type Inputs, openStream, type Target, targetOf } from './target.ts';
import { temporaryFor } from './temporary.ts';

/** Writes a whole text, as `writeFile` does. */
export function writeText(path: string, text: string, inputs?: Inputs): void {
  writeFile(path, text, inputs);
}

/**
 * Writes a whole file or none: to a temporary name beside it first, then under its own. Links are followed;
 * pipes and devices are written to and stay what they are.
 *
 * @param inputs - what the command reads and this must not replace
 * @throws CannotWrite with one message to tell
 */
export function writeFile(path: string, content: string | Uint8Array, inputs?: Inputs): void {
  const target = targetOf(path, inputs);
  try {
    writeTo(target, content);
  } catch (error) {
    throw cannotWrite(error, path);
  }
}

function writeTo(target: Target, content: string | Uint8Array): void {
  if (target.kind === 'open') {
    if (target.fd === 1) process.stdout.write(content);
    else writeFileSync(target.fd, content);
  } else if (target.kind === 'stream') {
    const fd = openStream(target.path);
    try {
      writeFileSync(fd, content);
    } finally {
      closeSync(fd);
    }
  } else {
    const file = temporaryFor(target);
    try {
      writeFileSync(file.fd, content);
      file.keep();
    } finally {
      file.drop();
    }
  }
}
