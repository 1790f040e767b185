import type { Network } from '../../program/ast.ts';
import type { NetworkPlantFile, Words } from '../../rulebook/files.ts';
import { randomFrom } from '../random.ts';
import { byCustomer, type PlannedFile, successions } from './customers.ts';
import type { Member, Staff } from './staff.ts';
import { dayNumber } from '../working-days.ts';

/** A contradiction that was put in on purpose, and where it is to be found. */
export interface Planted {
  readonly plant: string;
  readonly title: Words;
  /** The files that contradict one another, by id. */
  readonly files: readonly string[];
  readonly staff?: string;
  readonly unit?: string;
}

/** A second post of somebody of the register. */
export interface SecondPost {
  readonly member: Member;
  readonly post: string;
  readonly from: string;
}

export interface Planting {
  /** What is put into a file. */
  readonly of: (
    plan: PlannedFile,
  ) => readonly { readonly index: number; readonly file: NetworkPlantFile }[];
  /** By the code of a base dossier, who acts in its place. */
  readonly actor: (plan: PlannedFile) => ReadonlyMap<string, string>;
  readonly seconds: readonly SecondPost[];
  /** Says the id of a file that was made. */
  readonly made: (plan: PlannedFile, id: string) => void;
  /** When all files have been made. */
  readonly list: () => readonly Planted[];
}

interface Place {
  readonly index: number;
  readonly plant: NetworkPlantFile;
  /** Numbers of the files that it is put into. */
  readonly into: ReadonlySet<number>;
  /** Numbers of the files that contradict one another. */
  readonly between: readonly number[];
  readonly second?: SecondPost;
}

/** Chooses where contradictions go: no file has two of them. */
export function planting(
  network: Network,
  planned: readonly PlannedFile[],
  staff: Staff,
  seed: number,
): Planting {
  const { data } = network.entry;
  const ids = new Map<number, string>();
  const taken = new Set<number>();
  const ofCustomer = byCustomer(planned);
  const places = (data.planted ?? []).flatMap((plant, index) => placesOf(plant, index));
  const actors = new Map<number, Map<string, string>>();
  for (const { plant, into, second } of places)
    if (second)
      for (const number of into) {
        const codes = codesOf(plant.posts?.also ?? '');
        actors.set(number, new Map(codes.map((code) => [code, second.member.id])));
      }
  const byFile = new Map<number, { readonly index: number; readonly file: NetworkPlantFile }[]>();
  for (const { index, plant, into, second } of places)
    if (!second)
      for (const number of into)
        byFile.set(number, [...(byFile.get(number) ?? []), { index, file: plant }]);
  return {
    of: ({ number }) => byFile.get(number) ?? [],
    actor: ({ number }) => actors.get(number) ?? new Map<string, string>(),
    seconds: places.flatMap(({ second }) => second ?? []),
    made: ({ number }, id) => {
      if (taken.has(number)) ids.set(number, id);
    },
    list: () => [
      ...places.map(({ plant, between, second }) => ({
        plant: plant.plant,
        title: plant.title,
        files: between.map((number) => ids.get(number) ?? ''),
        ...(second && { staff: second.member.id }),
      })),
      ...data.units.flatMap(({ unit, planted }) =>
        planted ? [{ plant: 'unit', title: planted, files: [], unit }] : [],
      ),
    ],
  };

  function placesOf(plant: NetworkPlantFile, index: number): readonly Place[] {
    const random = randomFrom(`${seed}/planted/${plant.plant}`);
    const found: Place[] = [];
    const isFit = ({ deal, number }: PlannedFile) =>
      !taken.has(number) && (plant.deals?.includes(deal) ?? true);
    const isLate = ({ day }: PlannedFile) => plant.from === undefined || day >= plant.from;
    let open =
      plant.in === 'register'
        ? []
        : ofCustomer.flatMap((every) => {
            const own = every.filter(isLate);
            switch (plant.in) {
              case 'file':
                return own.filter(isFit).map((one) => [one]);
              case 'second':
                return successions(own).flatMap(([first, second]) =>
                  isFit(second) &&
                  !taken.has(first.number) &&
                  daysBetween(first, second) <= (plant.within ?? Infinity)
                    ? [[second, first]]
                    : [],
                );
              default:
                return own.length > 1 && own.every(isFit) ? [own] : [];
            }
          });
    while (found.length < plant.count && open.length > 0) {
      const [chosen] = open.splice(random.whole(0, open.length - 1), 1);
      if (!chosen) break;
      const into = plant.in === 'second' ? chosen.slice(0, 1) : chosen;
      found.push({
        index,
        plant,
        into: new Set(into.map(({ number }) => number)),
        between: chosen.map(({ number }) => number).toSorted((a, b) => a - b),
      });
      for (const { number } of chosen) taken.add(number);
      open = open.filter((one) => one.every(({ number }) => !taken.has(number)));
    }
    if (plant.posts) found.push(...secondPosts(plant, index, plant.posts));
    return found;
  }

  /** Somebody who holds a post holds another besides, and does its work in a file of a colleague in the same month. */
  function secondPosts(
    plant: NetworkPlantFile,
    index: number,
    { holds, also, from }: NonNullable<NetworkPlantFile['posts']>,
  ): readonly Place[] {
    const found: Place[] = [];
    const random = randomFrom(`${seed}/second/${plant.plant}`);
    const members = staff.members.filter(
      ({ posts, left }) => left === undefined && posts.length === 1 && posts[0]?.post === holds,
    );
    while (found.length < plant.count && members.length > 0) {
      const [member] = members.splice(random.whole(0, members.length - 1), 1);
      if (!member) break;
      const own = planned.find(
        ({ unit, day, number, household }) =>
          day >= from &&
          !taken.has(number) &&
          codesOf(holds).some(
            (code) => staff.acting(code, unit, day, household.number) === member.id,
          ),
      );
      const other = planned.find(
        ({ unit, day, number }) =>
          unit !== own?.unit &&
          day.slice(0, 7) === own?.day.slice(0, 7) &&
          day >= from &&
          !taken.has(number),
      );
      if (!own || !other) continue;
      for (const { number } of [own, other]) taken.add(number);
      found.push({
        index,
        plant,
        into: new Set([other.number]),
        between: [own.number, other.number],
        second: { member, post: also, from },
      });
    }
    return found;
  }

  /** The codes in base dossiers of those who hold a post. */
  function codesOf(post: string): readonly string[] {
    return data.staff
      .filter((one) => one.post === post)
      .flatMap(({ code, as = [] }) => [`${code}1`, ...as]);
  }
}

function daysBetween(first: PlannedFile, second: PlannedFile): number {
  return dayNumber(second.day) - dayNumber(first.day);
}
