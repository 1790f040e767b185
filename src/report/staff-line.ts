import type { Wordbook } from '../words/messages/messages.ts';
import type { StaffJson } from './json-format.ts';

/** By which register of people posts were looked up, or that there was none. */
export function staffLine(staff: StaffJson | null, terms: Wordbook['terms']): string {
  return staff ? terms.staff(staff.id ?? staff.file, staff.of, staff.people) : terms.noStaff;
}
