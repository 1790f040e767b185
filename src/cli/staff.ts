import type { Source } from '../base/source.ts';
import { readRegister, type RegisterRead } from '../check/read.ts';
import { digestOfBytes } from '../io/digest.ts';
import type { StaffJson } from '../report/json-format.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile, sourceAt } from './option-file.ts';
import type { Sound } from './sound.ts';

/** The register of `--staff`, read. */
export interface StaffRead {
  readonly source: Source;
  readonly read: RegisterRead;
  readonly staff: StaffJson;
}

/**
 * The register of people of `--staff`; undefined where none is given, `wrong` after complaining of one that cannot be
 * used: nothing is judged by half a register.
 */
export function staffOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): StaffRead | 'wrong' | undefined {
  const says =
    '只能给出一份员工名册；多份须先合并 / takes one staff register: put several into one first';
  const path = onlyFile(call, 'staff', says);
  if (path === undefined) return undefined;
  const text = sourceAt(path, language);
  if (!text) return 'wrong';
  const digest = digestOfBytes(text.text);
  const source = { ...text, digest };
  const { value, diagnostics } = readRegister(source, { program }, call.text('today'));
  complainOf(diagnostics, language);
  if (!value) return 'wrong';
  const { id = null, count } = value;
  return {
    source,
    read: value,
    staff: { id, file: source.name, digest, of: value.people.of, people: count },
  };
}
