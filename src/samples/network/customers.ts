import { invariant } from '../../base/invariant.ts';
import type { NetworkChoiceFile, NetworkCustomersFile, NetworkFile } from '../../rulebook/files.ts';
import { mostPeople, personName, residentIdOf } from '../people.ts';
import { type Random, randomFrom, shuffled } from '../random.ts';
import { dayNumber, dayOf } from '../working-days.ts';

/** Somebody with a number of their own, the same in every file. */
export interface Person {
  /** Among all people of the network. */
  readonly serial: number;
  readonly name: string;
}

export interface Household {
  readonly number: number;
  readonly kind: NetworkCustomersFile;
  readonly people: ReadonlyMap<string, Person>;
  /** Hundredths of the amounts of the base. */
  readonly percent: number;
}

/** A file that is to be made. */
export interface PlannedFile {
  readonly number: number;
  readonly household: Household;
  /** Who asks for it. */
  readonly by: string;
  readonly deal: string;
  /** The unit that keeps it. */
  readonly unit: string;
  /** The day on which it begins. */
  readonly day: string;
  /** How many of the customer’s files began before. */
  readonly before: number;
}

/** Who the customers are and which files they have; so many customers exactly, and so many files. */
export function plannedFiles(
  data: NetworkFile,
  {
    seed,
    customers,
    files,
  }: { readonly seed: number; readonly customers: number; readonly files: number },
  isWorked: (day: string) => boolean,
): readonly PlannedFile[] {
  const random = randomFrom(`${seed}/customers`);
  const households: Household[] = [];
  /** Of each customer, what they take and what they might take besides. */
  const wishes: Wishes[] = [];
  let serial = 0;
  while (wishes.length < customers) {
    const kind = drawn(random, data.kinds, ({ share }) => share);
    const people = new Map(
      kind.household.map(({ person }) => {
        serial += 1;
        return [person, { serial, name: personName(random) }] as const;
      }),
    );
    const household: Household = {
      number: households.length,
      kind,
      people,
      percent: random.whole(...kind.percent),
    };
    households.push(household);
    const unit = drawn(random, data.units, (one) => one.files ?? 0).unit;
    for (const [index, { person, customer = 0 }] of kind.household.entries())
      if ((index === 0 || random.whole(1, 100) <= customer) && wishes.length < customers) {
        const own = wishesOf(household, person, unit, random);
        if (own) wishes.push(own);
      }
  }
  fitTo(files, wishes, randomFrom(`${seed}/files`));
  return dated(wishes, data, randomFrom(`${seed}/days`), isWorked);
}

interface Wishes {
  readonly household: Household;
  readonly by: string;
  readonly unit: string;
  readonly taken: NetworkChoiceFile[];
  readonly left: NetworkChoiceFile[];
}

function wishesOf(
  household: Household,
  by: string,
  unit: string,
  random: Random,
): Wishes | undefined {
  const [first] = household.kind.household;
  const choices = household.kind.deals.filter((one) => (one.by ?? first?.person) === by);
  const [usual] = choices;
  if (!usual) return undefined;
  const [taken, left]: [NetworkChoiceFile[], NetworkChoiceFile[]] = [[], []];
  for (const choice of choices)
    for (let time = 0; time < (choice.most ?? 1); time += 1)
      (random.whole(1, 100) <= choice.share ? taken : left).push(choice);
  if (taken.length === 0) {
    left.splice(left.indexOf(usual), 1);
    taken.push(usual);
  }
  return { household, by, unit, taken, left };
}

/** Takes away, or adds, what makes so many files of all; each customer keeps one. */
function fitTo(files: number, wishes: readonly Wishes[], random: Random): void {
  let count = wishes.reduce((sum, { taken }) => sum + taken.length, 0);
  while (count !== files) {
    const isTooMany = count > files;
    const able = wishes.filter(({ taken, left }) =>
      isTooMany ? taken.length > 1 : left.length > 0,
    );
    const [first, ...others] = able;
    // there are no more to be had: so few customers do not take so many
    if (!first) return;
    const { taken, left } = random.one([first, ...others]);
    const [from, to] = isTooMany ? [taken, left] : [left, taken];
    const [moved] = from.splice(random.whole(0, from.length - 1), 1);
    if (moved) to.push(moved);
    count += isTooMany ? -1 : 1;
  }
}

function dated(
  wishes: readonly Wishes[],
  { from, until, deals }: NetworkFile,
  random: Random,
  isWorked: (day: string) => boolean,
): readonly PlannedFile[] {
  const last = dayNumber(until);
  const firstOf = new Map(deals.map((one) => [one.deal, dayNumber(one.from ?? from)]));
  const all = wishes.flatMap(({ household, by, unit, taken }) => {
    const own = taken.map(({ deal }) => ({ deal, day: workedDay(firstOf.get(deal) ?? last) }));
    return own
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((one, before) => ({ ...one, household, by, unit, before }));
  });
  return all
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) =>
      a.one.day < b.one.day ? -1 : a.one.day > b.one.day ? 1 : a.index - b.index,
    )
    .map(({ one }, number) => ({ ...one, number }));

  function workedDay(first: number): string {
    for (let tries = 0; tries < 30; tries += 1) {
      const day = dayOf(random.whole(first, last));
      if (isWorked(day)) return day;
    }
    return from;
  }
}

/** The files of each customer, in the order of their days. */
export function byCustomer(planned: readonly PlannedFile[]): readonly (readonly PlannedFile[])[] {
  const own = Map.groupBy(planned, ({ household, by }) => `${household.number}/${by}`);
  return [...own.values()];
}

/** Each file of a customer with the next one. */
export function successions(
  own: readonly PlannedFile[],
): readonly (readonly [first: PlannedFile, second: PlannedFile])[] {
  return own.slice(1).flatMap((second, index) => {
    const first = own[index];
    return first ? [[first, second] as const] : [];
  });
}

/** One of several by their shares. */
export function drawn<T>(random: Random, among: readonly T[], shareOf: (one: T) => number): T {
  const all = among.reduce((sum, one) => sum + shareOf(one), 0);
  let left = random.whole(1, Math.max(1, all));
  for (const one of among) {
    left -= shareOf(one);
    if (left <= 0 && shareOf(one) > 0) return one;
  }
  const [first] = among;
  invariant(first !== undefined, 'there is something to draw from');
  return first;
}

/** Identity numbers of people by their serials: no two have the same. */
export function identities(
  seed: number,
): (serial: number, like: string) => { readonly id: string; readonly birth: string } {
  const personAt = shuffled(`${seed}/people`, mostPeople);
  return (serial, like) => {
    const born = `${like.slice(6, 10)}-${like.slice(10, 12)}-${like.slice(12, 14)}`;
    const random = randomFrom(`${seed}/born/${serial}`);
    const birth = dayOf(dayNumber(born) + random.whole(-1500, 1500));
    return { id: residentIdOf(like, birth, personAt(serial)), birth };
  };
}
