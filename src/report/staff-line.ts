import type { Wordbook } from '../words/messages/messages.ts';
import type { AnsweredJson, ReportHead, StaffJson } from './json-format.ts';

/** By which register of people posts were looked up, or that there was none. */
export function staffLine(staff: StaffJson | null, terms: Wordbook['terms']): string {
  return staff ? terms.staff(staff.id ?? staff.file, staff.of, staff.people) : terms.noStaff;
}

/** From which register waivers were taken, and by what the posts of approvers go; nothing where none was given. */
export function waiverLines(
  { waivers, staff }: Pick<ReportHead, 'waivers' | 'staff'>,
  terms: Wordbook['terms'],
): readonly string[] {
  if (!waivers) return [];
  const { file, entries, dossiers } = waivers;
  return [terms.waiverRegister(file, entries, dossiers, staff !== undefined && staff !== null)];
}

/** How it was looked up who filled in check-lists, and up to which day; nothing where none was brought. */
export function answeredLines(
  answered: AnsweredJson | undefined,
  { answered: says }: Wordbook['terms'],
): readonly string[] {
  return answered ? [says.by[answered.by ?? 'nobody'] + says.until(answered.until)] : [];
}
