import { momentOf, newSession, type Session } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { textsIn } from '../evaluate/texts.ts';
import type { Missing } from '../feel/value.ts';
import type { MeasuredBy, Program } from '../program/ast.ts';
import type { Walked } from './walk.ts';

/** A file with what it is gathered by. */
export interface Customers extends Walked {
  readonly session: Session;
  /** The numbers of its customers; of one that lacks any, `lacking` says what. */
  readonly customers: readonly string[];
  readonly officers: readonly string[];
  readonly branch: string | undefined;
  readonly lacking: readonly Missing[];
}

/** Whose file each is, as far as it says; files of a kind that nobody gathers are left out. */
export function withCustomers(
  program: Program,
  files: readonly Walked[],
  byOf: (subject: string) => MeasuredBy | undefined,
  today: string,
): readonly Customers[] {
  return files.flatMap((file) => {
    const by = byOf(file.subject.name);
    if (!by) return [];
    const session = newSession(program, file.dossier, file.subject, { today });
    const read = (what: 'customer' | 'officer' | 'branch') =>
      textsIn(valueOf(by[what], momentOf(session, today)));
    const { texts: customers, lacking } = read('customer');
    const { texts: officers } = read('officer');
    return [{ ...file, session, customers, officers, branch: read('branch').texts[0], lacking }];
  });
}

/** The files of each customer, in the order given; by number of customer. */
export function byCustomer<T extends Pick<Customers, 'customers'>>(
  files: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const file of files)
    for (const customer of file.customers) {
      const own = found.get(customer);
      if (own) own.push(file);
      else found.set(customer, [file]);
    }
  return found;
}
