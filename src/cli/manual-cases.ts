import { createHash } from 'node:crypto';

import { runCases } from '../cases/run.ts';
import { cacheFolder, readCache, writeCache } from '../io/cache.ts';
import type { Example, Examples } from '../manual/model.ts';
import type { Program } from '../program/ast.ts';
import { failedCase, type FailedCase } from '../report/failed-case.ts';
import { examplesIn } from './examples.ts';
import { keepAfter } from './keep.ts';
import { stampOfEngine } from './kept.ts';
import type { Loaded } from './load.ts';

/** What came of the cases of every rule: the examples of the manual are those that came to what they say. */
export interface ManualCases {
  readonly examples: Examples;
  readonly failed: readonly FailedCase[];
}

/** Runs the cases of every rule. */
export function manualCases(program: Program): ManualCases {
  const failed: FailedCase[] = [];
  const examples = program.rules.map((rule) => {
    const results = runCases(program, rule, { explain: new Set([rule.id]) });
    failed.push(...results.filter(({ passed }) => !passed).map(failedCase));
    return [rule.id, examplesIn(results, program)] as const;
  });
  return { examples: new Map(examples), failed };
}

/** The same for a rulebook that was read, from the user's cache where its cases were run before by this engine. */
export function keptManualCases({
  program,
  digest,
  folder,
}: Pick<Loaded, 'digest' | 'folder'> & { readonly program: Program }): ManualCases {
  const name = nameOf(digest, folder);
  const known = name === undefined ? undefined : readCache(name);
  if (known) {
    const { examples, failed } = JSON.parse(Buffer.from(known).toString()) as Kept;
    return { examples: new Map(examples), failed };
  }
  const cases = manualCases(program);
  if (name !== undefined) {
    const kept: Kept = { ...cases, examples: [...cases.examples] };
    keepAfter(() => {
      writeCache(name, Buffer.from(JSON.stringify(kept)));
    });
  }
  return cases;
}

interface Kept extends Omit<ManualCases, 'examples'> {
  readonly examples: readonly (readonly [string, readonly Example[]])[];
}

/** Of all that the cases hang on, and of where they are told to stand; undefined where nothing is kept. */
function nameOf(digest: string, folder: string): string | undefined {
  const stamp = stampOfEngine();
  if (stamp === undefined || cacheFolder() === undefined) return undefined;
  const hash = createHash('sha256').update(`${stamp}\0${digest}\0${folder}`);
  return `cases-${hash.digest('hex')}`;
}
