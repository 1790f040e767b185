import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { type Engine, engineOf } from '../check/engine.ts';
import type { Language } from '../base/language.ts';
import { digestOf, fileSchemas, packageRoot, rulebookFolder } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook } from '../program/read.ts';
import { languagesOf } from '../rulebook/ast.ts';
import type { Problems } from '../words/messages/messages.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { keepingEngine, keptEngine, keptProgram, keyOf } from './kept.ts';

export interface Loaded {
  readonly program: Program | undefined;
  /** `sha256:…` over all its files. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic<Problems>[];
  readonly folder: string;
}

/** A rulebook without errors, with what judges by it. */
export interface Sound extends Loaded {
  readonly program: Program;
  readonly language: Language;
  /** Made when it is first asked for. */
  readonly engine: Engine;
}

/** Where the rulebook is: of `--rulebook`, or `rules/` here, or the one that is shipped. */
function pathOf(given: string | undefined): string {
  const here = existsSync(join('rules', 'rulebook.yaml')) ? 'rules' : join(packageRoot, 'rules');
  return given ?? here;
}

/** The rulebook of `--rulebook`, or of `rules/` here, or the one that is shipped. */
export function loadRulebook(given: string | undefined): Loaded {
  const path = pathOf(given);
  const { folder, problems } = rulebookFolder(path);
  if (problems.length > 0 && folder.files.size === 0) {
    return { program: undefined, digest: '', diagnostics: problems, folder: path };
  }
  const { value, diagnostics } = readRulebook(folder, fileSchemas());
  return {
    program: value,
    digest: digestOf(folder),
    diagnostics: [...problems, ...diagnostics],
    folder: path,
  };
}

/**
 * The same for commands that need a rulebook without errors; undefined after complaining. It may come from the cache,
 * and then without its warnings.
 */
export function soundRulebook(call: Call): Sound | undefined {
  const path = pathOf(call.text('rulebook'));
  const key = keyOf(path);
  const kept = key === undefined ? undefined : keptProgram(key);
  if (kept) {
    const { program, digest } = kept;
    const language = languageIn(program, call);
    return withEngine({ program, digest, language, diagnostics: [], folder: path }, () =>
      keptEngine(kept),
    );
  }
  const loaded = loadRulebook(path);
  const { program, digest } = loaded;
  const language = languageIn(program, call);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  complainOf(errors, language);
  if (!program || hasErrors(errors)) return undefined;
  return withEngine({ ...loaded, program, language }, () =>
    // a rulebook that was edited meanwhile is not what the key is of
    key === undefined || keyOf(path) !== key
      ? engineOf(program)
      : keepingEngine(key, program, digest),
  );
}

function withEngine(loaded: Omit<Sound, 'engine'>, make: () => Engine): Sound {
  let engine: Engine | undefined;
  return {
    ...loaded,
    get engine() {
      engine ??= make();
      return engine;
    },
  };
}

/** In which language to speak of a rulebook, or of what could not be read as one. */
export function languageIn(program: Program | undefined, call: Call): Language {
  return program ? call.languageOf(languagesOf(program.rulebook.manifest.data)) : call.language;
}

/** The version in package.json: of this engine. */
export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
