import type { Wordbook } from '../words/messages/messages.ts';
import type { AnsweredJson, StaffJson } from './json-format.ts';

/** By which register of people posts were looked up, or that there was none. */
export function staffLine(staff: StaffJson | null, terms: Wordbook['terms']): string {
  return staff ? terms.staff(staff.id ?? staff.file, staff.of, staff.people) : terms.noStaff;
}

/** How it was looked up who filled in check-lists, and up to which day; nothing where none was brought. */
export function answeredLines(
  answered: AnsweredJson | undefined,
  { answered: says }: Wordbook['terms'],
): readonly string[] {
  return answered ? [says.by[answered.by ?? 'nobody'] + says.until(answered.until)] : [];
}
