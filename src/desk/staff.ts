import type { Checked } from '../base/diagnostic.ts';
import type { FileProblems } from '../check/checked.ts';
import { readRegister, type RegisterRead } from '../check/read.ts';
import type { StaffJson } from '../report/json-format.ts';
import type { Desk } from './desk.ts';
import type { Digested } from './given.ts';

/** A register of people (员工名册), read. */
export interface StaffRead {
  readonly source: Digested;
  readonly read: RegisterRead;
  /** As reports tell it. */
  readonly staff: StaffJson;
}

/**
 * Reads a register of people; undefined for one that cannot be used: nothing is judged by half a register.
 *
 * @param today - ISO; a register that speaks of later days is refused
 */
export function staffFrom(
  source: Digested,
  { program }: Pick<Desk, 'program'>,
  today?: string,
): Checked<StaffRead | undefined, FileProblems> {
  const { value: read, diagnostics } = readRegister(source, { program }, today);
  if (!read) return { value: undefined, diagnostics };
  const { id = null, count, people } = read;
  const { name: file, digest } = source;
  return {
    value: { source, read, staff: { id, file, digest, of: people.of, people: count } },
    diagnostics,
  };
}
