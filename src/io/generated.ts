import { createHash } from 'node:crypto';
import process from 'node:process';
import { Script } from 'node:vm';

import { readCache, writeCache } from './cache.ts';

export interface GeneratedCode {
  /** Makes a function of `name` of a body, and calls it. */
  readonly run: (body: string, name: string, given: unknown) => unknown;
  /** Keeps what was made of the bodies that ran, where it is not kept already: best when they have done their work. */
  readonly keep: () => void;
}

/** Runs generated code, with what Node made of it the last time. */
export function generatedCode(): GeneratedCode {
  const fresh = new Map<string, { readonly script: Script; readonly again: () => unknown }>();
  return {
    run: (body, name, given) => {
      const text = `(function(${name}){${body}\n})`;
      const digest = createHash('sha256').update(text).digest('hex');
      const key = `code-${process.versions.v8.replaceAll('.', '-')}-${process.arch}-${digest}`;
      const kept = readCache(key);
      const script = new Script(text, {
        filename: `shouze-${name}.js`,
        ...(kept && { cachedData: Buffer.from(kept) }),
      });
      const made = script.runInThisContext() as (given: unknown) => unknown;
      // another version or other flags of V8 take nothing of it
      if (!kept || script.cachedDataRejected === true)
        fresh.set(key, { script, again: () => made(given) });
      return made(given);
    },
    keep: () => {
      for (const [key, { script, again }] of fresh) {
        // V8 drops the code of what ran long ago, and would read a whole body once more each time for want of this
        again();
        writeCache(key, script.createCachedData());
      }
      fresh.clear();
    },
  };
}
