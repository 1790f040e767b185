import { momentOf } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { textsIn } from '../evaluate/texts.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Program } from '../program/ast.ts';
import { byCustomer, type Customers, withCustomers } from './customers.ts';
import { dayIn, type Lacking, lackingIn, type Walked } from './walk.ts';

/** The rounds of one customer, in the order in which they began. */
export interface CustomerRounds {
  readonly customer: string;
  readonly rounds: readonly Round[];
  /** Rounds that came out of a lead of an earlier one: how often the ring closed. */
  readonly closed: number;
  /** Leads that came out of a round, of which no file was given. */
  readonly openLeads: readonly { readonly file: string; readonly lead: string }[];
}

/** One file of a customer as a walk through the stages. */
export interface Round {
  /** From 1; undefined where nobody can tell when it began, and so its place among the others. */
  readonly number: number | undefined;
  readonly file: string;
  /** ISO. */
  readonly began: string | undefined;
  readonly lead: string | undefined;
  /** Where its lead came from: a file of the customer; undefined for a customer who came by other ways. */
  readonly cameFrom: string | undefined;
  /** Two files that say they came of one lead, or one that began before the file that its lead came from. */
  readonly problem: 'lead-twice' | 'before-its-cause' | undefined;
  readonly lacking: readonly Lacking[];
}

/** The rounds of every customer, and the files of which nobody can tell whose they are. */
export interface Rounds {
  readonly customers: readonly CustomerRounds[];
  readonly unplaced: readonly { readonly file: string; readonly lacking: readonly Lacking[] }[];
}

interface Begun extends Customers {
  readonly began: string | undefined;
  readonly leads: readonly string[];
  readonly from: string | undefined;
  readonly missing: readonly Lacking[];
}

/** Customers with their rounds, in the order of their numbers. */
export function roundsOf(program: Program, files: readonly Walked[], today: string): Rounds {
  const byOf = (subject: string) => program.rounds.get(subject)?.by;
  const own = withCustomers(program, files, byOf, today).map(begun);
  const customers = [...byCustomer(own)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([customer, theirs]) => customerRounds(customer, theirs));
  const unplaced = own
    .filter((file) => file.customers.length === 0)
    .map(({ id, lacking }) => ({ file: id, lacking: lackingIn(lacking, id) }));
  return { customers, unplaced };

  function begun(file: Customers): Begun {
    const terms = program.rounds.get(file.subject.name);
    const moment = momentOf(file.session, today);
    const began = terms ? dayIn(terms.began, moment) : null;
    const lead = terms ? textsIn(valueOf(terms.lead, moment)) : { texts: [], lacking: [] };
    const leads = terms ? textsIn(valueOf(terms.leads, moment)) : { texts: [], lacking: [] };
    const missing = [...(isUnknown(began) ? began.missing : []), ...lead.lacking];
    return {
      ...file,
      began: typeof began === 'string' ? began : undefined,
      from: lead.texts[0],
      leads: leads.texts,
      missing: lackingIn([...missing, ...leads.lacking], file.id),
    };
  }
}

function customerRounds(customer: string, files: readonly Begun[]): CustomerRounds {
  const dated = files
    .filter(({ began }) => began !== undefined)
    .toSorted((a, b) => compared(a.began ?? '', b.began ?? '') || compared(a.id, b.id));
  const undated = files.filter(({ began }) => began === undefined);
  const claims = Map.groupBy(files, ({ from }) => from);
  const rounds = [...dated, ...undated].map((file, index): Round => {
    const { began, from } = file;
    const cause =
      from === undefined
        ? undefined
        : files.find((other) => other !== file && other.leads.includes(from));
    const isTwice = cause !== undefined && (claims.get(from)?.length ?? 0) > 1;
    const isBefore = began !== undefined && cause?.began !== undefined && began < cause.began;
    return {
      // one that may have begun before any other leaves the numbers of them all open
      number: undated.length === 0 ? index + 1 : undefined,
      file: file.id,
      began,
      lead: from,
      cameFrom: cause?.id,
      problem: isTwice ? 'lead-twice' : isBefore ? 'before-its-cause' : undefined,
      lacking: file.missing,
    };
  });
  const taken = new Set(files.map(({ from }) => from));
  return {
    customer,
    rounds,
    closed: rounds.filter(({ cameFrom, problem }) => cameFrom !== undefined && !problem).length,
    openLeads: files.flatMap(({ id, leads }) =>
      leads.filter((lead) => !taken.has(lead)).map((lead) => ({ file: id, lead })),
    ),
  };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
