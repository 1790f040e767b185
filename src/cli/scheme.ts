import { inspectionFrom, type SchemeRead } from '../desk/scheme.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { digestedAt, onlyFile } from './option-file.ts';
import type { Sound } from './sound.ts';

/** The inspection scheme of `--scheme`; undefined where none is given, `wrong` after complaining of one that cannot be used. */
export function schemeOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): SchemeRead | 'wrong' | undefined {
  const path = onlyFile(call, 'scheme', '只能给出一份检查方案 / takes one inspection scheme');
  if (path === undefined) return undefined;
  const source = digestedAt(path, language);
  if (!source) return 'wrong';
  const { value, diagnostics } = inspectionFrom(source, { program });
  complainOf(diagnostics, language);
  return value ?? 'wrong';
}
