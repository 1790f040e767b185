import type { NetworkFile, NetworkStaffFile } from '../../rulebook/files.ts';
import { personName } from '../people.ts';
import { randomFrom } from '../random.ts';
import { dayNumber, dayOf } from '../working-days.ts';

/** A post that somebody held; `until` is the last day. */
export interface HeldPost {
  readonly post: string;
  readonly from: string;
  readonly until?: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly joined: string;
  readonly left?: string;
  readonly posts: readonly HeldPost[];
  readonly entry: NetworkStaffFile;
}

/** A place in a unit, and who sat on it one after the other. */
interface Chair {
  readonly entry: NetworkStaffFile;
  readonly unit: string;
  readonly holders: readonly {
    readonly id: string;
    readonly from: string;
    readonly until?: string;
  }[];
}

export interface Staff {
  readonly members: readonly Member[];
  /**
   * Who does the work of one of a base dossier.
   *
   * @param code - `CM1`: the letters of the post, and which of several in the same file
   * @param file - a number of the file, so that work is spread
   */
  readonly acting: (code: string, unit: string, day: string, file: number) => string | undefined;
  /** The branch of a unit: it, or the one above it that is one. */
  readonly branchOf: (unit: string) => string;
}

/** When those of the beginning joined, and, not so long before, took their posts: people change posts every few years. */
const [yearsBefore, daysBefore] = [
  [4, 12],
  [2, 32],
] as const;

export function staffOf(data: NetworkFile, seed: number, prefix: string): Staff {
  const above = new Map(data.units.map(({ unit, under }) => [unit, under] as const));
  const chairs: Chair[] = [];
  const members: Member[] = [];
  const random = randomFrom(`${seed}/staff`);
  for (const [code, entries] of Map.groupBy(data.staff, (one) => one.code)) {
    let number = 0;
    for (const entry of entries)
      for (const { unit } of data.units.filter(({ kind }) => kind === entry.of))
        for (let seat = 0; seat < (entry.each ?? 1); seat += 1) {
          number += 1;
          seated(`${prefix}${code}${String(number).padStart(3, '0')}`, entry, unit);
        }
  }
  const kinds = new Map(data.units.map(({ unit, kind }) => [unit, kind] as const));
  const branches = new Map(data.units.map(({ unit, branch }) => [unit, branch] as const));
  return { members, acting, branchOf };

  function seated(id: string, entry: NetworkStaffFile, unit: string): void {
    const joined = dayOf(
      dayNumber(data.from) - random.whole(365 * yearsBefore[0], 365 * yearsBefore[1]),
    );
    const took = dayOf(dayNumber(data.from) - random.whole(daysBefore[0], daysBefore[1]));
    const move = data.moves?.find(({ staff }) => staff === id);
    const { post } = entry;
    const common = { unit, entry };
    if (!move) {
      members.push({
        ...common,
        id,
        name: personName(random),
        joined,
        posts: [{ post, from: took }],
      });
      chairs.push({ entry, unit, holders: [{ id, from: took }] });
      return;
    }
    const { until, to, next } = move;
    const from = dayOf(dayNumber(until) + 1);
    members.push({
      ...common,
      id,
      name: personName(random),
      joined,
      ...(to === undefined && { left: until }),
      posts: [{ post, from: took, until }, ...(to === undefined ? [] : [{ post: to, from }])],
    });
    if (next !== undefined)
      members.push({
        ...common,
        id: next,
        name: personName(random),
        joined: from,
        posts: [{ post, from }],
      });
    chairs.push({
      entry,
      unit,
      holders: [{ id, from: took, until }, ...(next === undefined ? [] : [{ id: next, from }])],
    });
  }

  function acting(code: string, unit: string, day: string, file: number): string | undefined {
    const [, letters, which = '1'] = /^([A-Z]+)(\d+)$/u.exec(code) ?? [];
    const named = data.staff.filter(({ as }) => as?.includes(code) === true);
    const entries = named.length > 0 ? named : data.staff.filter((one) => one.code === letters);
    const place = named.length > 0 ? 0 : Number(which) - 1;
    const held = chairs
      .filter(({ entry }) => entries.includes(entry))
      .flatMap((chair) => {
        const holder = chair.holders.find(
          ({ from, until }) => from <= day && (until === undefined || day <= until),
        );
        return holder ? [{ chair, id: holder.id }] : [];
      });
    // the nearest that has enough of them: the unit, those above, those of the same branch, all
    const own = line(unit);
    const branch = branchOf(unit);
    const rings = [
      ...own.map((one) => held.filter(({ chair }) => chair.unit === one)),
      held.filter(({ chair }) => branchOf(chair.unit) === branch),
      held,
    ];
    const ring = rings.find((ones) => ones.length > place) ?? held;
    return ring[(file + place) % Math.max(1, ring.length)]?.id;
  }

  function branchOf(unit: string): string {
    const own = line(unit);
    const said = own.map((one) => branches.get(one)).find((one) => one !== undefined);
    return said ?? own.find((one) => kinds.get(one) === data.lays.branches) ?? unit;
  }

  function line(unit: string): readonly string[] {
    const found = [unit];
    for (let one = above.get(unit); one !== undefined; one = above.get(one)) found.push(one);
    return found;
  }
}
