import type { Checked } from '../base/diagnostic.ts';
import type { Capture } from '../check/engine.ts';
import { mainSubject } from '../program/ast.ts';
import type { SchemeJson } from '../report/json-format.ts';
import { schemeJson } from '../report/scheme.ts';
import { languagesOf } from '../rulebook/ast.ts';
import { capturedPaths } from '../scheme/captured.ts';
import { type Scheme, schemeFrom } from '../scheme/scheme.ts';
import type { Problems } from '../words/messages/messages.ts';
import type { Desk } from './desk.ts';
import type { Digested } from './given.ts';

/** An inspection scheme (检查方案), read, and as reports tell it in the languages of the rulebook. */
export interface SchemeRead {
  readonly scheme: Scheme;
  /** What of files was captured; absent where that is everything. */
  readonly capture: Capture | undefined;
  readonly json: SchemeJson;
}

/** Reads an inspection scheme; undefined for one that cannot be used: nothing is inspected by half a scheme. */
export function inspectionFrom(
  source: Digested,
  { program }: Pick<Desk, 'program'>,
): Checked<SchemeRead | undefined, Problems> {
  const { value: scheme, diagnostics } = schemeFrom(source, program);
  if (!scheme) return { value: undefined, diagnostics };
  const { name: file, digest } = source;
  const languages = languagesOf(program.rulebook.manifest.data);
  const main = mainSubject(program.subjects);
  const { captured } = scheme.data;
  const capture = captured &&
    main && { subject: main.name, complete: capturedPaths(main.type, captured) };
  const json = schemeJson(scheme, { file, digest }, languages);
  return { value: { scheme, capture, json }, diagnostics };
}
