import { type StaffRead, staffFrom } from '../desk/staff.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { digestedAt, onlyFile } from './option-file.ts';
import type { Sound } from './sound.ts';

/** The register of people of `--staff`; undefined where none is given, `wrong` after complaining of one that cannot be used. */
export function staffOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): StaffRead | 'wrong' | undefined {
  const says =
    '只能给出一份员工名册；多份须先合并 / takes one staff register: put several into one first';
  const path = onlyFile(call, 'staff', says);
  if (path === undefined) return undefined;
  const source = digestedAt(path, language);
  if (!source) return 'wrong';
  const { value, diagnostics } = staffFrom(source, { program }, call.text('today'));
  complainOf(diagnostics, language);
  return value ?? 'wrong';
}
