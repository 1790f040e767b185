import type { Language } from '../base/language.ts';
import type { Source } from '../base/source.ts';
import { readRegister, type RegisterRead } from '../check/read.ts';
import { readText } from '../io/read.ts';
import { digestOfText } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import type { StaffJson } from '../report/json-format.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';
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
  const [path, second] = call.texts('staff');
  if (path === undefined) return undefined;
  if (second !== undefined)
    throw new UsageError(
      '--staff 只能给出一份员工名册；多份须先合并 / takes one staff register: put several into one first',
    );
  const text = readText(path);
  if (!('source' in text)) {
    complainOf([text.problem], language);
    return 'wrong';
  }
  return staffIn(text.source, program, call.text('today'), language);
}

/** The same of a register whose text is at hand. */
export function staffIn(
  text: Source,
  program: Program,
  today: string | undefined,
  language: Language,
): StaffRead | 'wrong' {
  const digest = digestOfText(text.text);
  const source = { ...text, digest };
  const { value, diagnostics } = readRegister(source, { program }, today);
  complainOf(diagnostics, language);
  if (!value) return 'wrong';
  const { id = null, count } = value;
  return {
    source,
    read: value,
    staff: { id, file: text.name, digest, of: value.people.of, people: count },
  };
}
