import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { hasErrors } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { type Capture, type Engine, engineOf } from '../check/engine.ts';
import type { Language } from '../base/language.ts';
import { packageRoot } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { languagesOf } from '../rulebook/ast.ts';
import { runGenerated } from '../run/compile.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { keepingEngine, keptEngine, keptProgram, keyOf } from './kept.ts';
import type { Loaded } from './load.ts';
import { rulebookAt } from './rulebook-at.ts';

/** A rulebook without errors, with what judges by it. */
export interface Sound extends Loaded {
  readonly program: Program;
  readonly language: Language;
  /** Made when it is first asked for. */
  readonly engine: Engine;
  /** An engine for files whose source does not record everything. */
  readonly engineFor: (capture: Capture) => Engine;
}

/**
 * The rulebook of `--rulebook`, for commands that need one without errors; undefined after complaining. It may come from the cache,
 * and then without its warnings.
 *
 * @param memory - of the same rulebook as it was read before: it is then read, and not taken from the cache
 */
export async function soundRulebook(call: Call, memory?: Memory): Promise<Sound | undefined> {
  const path = rulebookAt(call.text('rulebook'));
  const key = memory ? undefined : keyOf(path);
  const kept = key === undefined ? undefined : keptProgram(key);
  if (kept) {
    const { program, digest } = kept;
    const language = languageIn(program, call);
    return withEngine({ program, digest, language, diagnostics: [], folder: path }, (capture) =>
      keptEngine(kept, capture),
    );
  }
  // what it takes to read one is a third of this program
  const { loadRulebook } = await import('./load.ts');
  const loaded = loadRulebook(path, memory);
  const { program, digest } = loaded;
  const language = languageIn(program, call);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  complainOf(errors, language);
  if (!program || hasErrors(errors)) return undefined;
  return withEngine({ ...loaded, program, language }, (capture) =>
    // a rulebook that was edited meanwhile is not what the key is of
    key === undefined || keyOf(path) !== key
      ? engineOf(program, runGenerated, atFirst, undefined, capture)
      : keepingEngine(key, program, digest, capture),
  );
}

/** Files that closures judge before code is generated, where none of it is kept. */
const atFirst = 100;

function withEngine(
  loaded: Omit<Sound, 'engine' | 'engineFor'>,
  make: (capture?: Capture) => Engine,
): Sound {
  let engine: Engine | undefined;
  return {
    ...loaded,
    engineFor: make,
    get engine() {
      engine ??= make();
      return engine;
    },
  };
}

/** In which language to speak of a rulebook, or of what could not be read as one. */
export function languageIn(program: Pick<Program, 'rulebook'> | undefined, call: Call): Language {
  return program ? call.languageOf(languagesOf(program.rulebook.manifest.data)) : call.language;
}

/** The version in package.json: of this engine. */
export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
