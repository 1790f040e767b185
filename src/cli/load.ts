import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { digestOf, fileSchemas, packageRoot, rulebookFolder } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook } from '../program/read.ts';
import { languagesOf } from '../rulebook/ast.ts';
import type { Problems } from '../words/messages/messages.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';

export interface Loaded {
  readonly program: Program | undefined;
  /** `sha256:…` over all its files. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic<Problems>[];
  readonly folder: string;
}

/** The rulebook of `--rulebook`, or of `rules/` here, or the one that is shipped. */
export function loadRulebook(given: string | undefined): Loaded {
  const here = existsSync(join('rules', 'rulebook.yaml')) ? 'rules' : join(packageRoot, 'rules');
  const path = given ?? here;
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

/** The same for commands that need a rulebook without errors; undefined after complaining. */
export function soundRulebook(
  call: Call,
): (Loaded & { readonly program: Program; readonly language: Language }) | undefined {
  const loaded = loadRulebook(call.text('rulebook'));
  const { program } = loaded;
  const language = languageIn(program, call);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  complainOf(errors, language);
  return program && !hasErrors(errors) ? { ...loaded, program, language } : undefined;
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
