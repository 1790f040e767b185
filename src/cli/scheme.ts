import type { Capture } from '../check/engine.ts';
import { digestOfBytes } from '../io/digest.ts';
import type { SchemeJson } from '../report/json-format.ts';
import { schemeJson } from '../report/scheme.ts';
import { languagesOf } from '../rulebook/ast.ts';
import { mainSubject } from '../program/ast.ts';
import { capturedPaths } from '../scheme/captured.ts';
import { type Scheme, schemeFrom } from '../scheme/scheme.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile, sourceAt } from './option-file.ts';
import type { Sound } from './sound.ts';

/** The scheme of `--scheme`, read, and as reports tell it in the languages of the rulebook. */
export interface SchemeRead {
  readonly scheme: Scheme;
  /** What of files was captured; absent where that is everything. */
  readonly capture: Capture | undefined;
  readonly json: SchemeJson;
}

/**
 * The inspection scheme of `--scheme`; undefined where none is given, `wrong` after complaining of one that cannot be
 * used: nothing is inspected by half a scheme.
 */
export function schemeOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): SchemeRead | 'wrong' | undefined {
  const path = onlyFile(call, 'scheme', '只能给出一份检查方案 / takes one inspection scheme');
  if (path === undefined) return undefined;
  const text = sourceAt(path, language);
  if (!text) return 'wrong';
  const { value: scheme, diagnostics } = schemeFrom(text, program);
  complainOf(diagnostics, language);
  if (!scheme) return 'wrong';
  const digest = digestOfBytes(text.text);
  const languages = languagesOf(program.rulebook.manifest.data);
  const main = mainSubject(program.subjects);
  const { captured } = scheme.data;
  const capture = captured &&
    main && { subject: main.name, complete: capturedPaths(main.type, captured) };
  return { scheme, capture, json: schemeJson(scheme, { file: path, digest }, languages) };
}
