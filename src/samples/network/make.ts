import { indentedJson } from '../../base/json.ts';
import type { Program, Network, NetworkChange, Subject } from '../../program/ast.ts';
import type { NetworkDealFile, NetworkPlantFile } from '../../rulebook/files.ts';
import { plainOf } from '../../yaml/tree.ts';
import { isRecord, type Plain, plainAt } from '../plain.ts';
import { personName, renumbered, residentId } from '../people.ts';
import { randomFrom, shuffled } from '../random.ts';
import type { Replaced } from '../replacing.ts';
import { type Template, templateOf } from '../template.ts';
import {
  byCustomer,
  drawn,
  identities,
  type Person,
  type PlannedFile,
  plannedFiles,
  successions,
} from './customers.ts';
import {
  define,
  got,
  isOpenList,
  isOpenRecord,
  type Open,
  type OpenRecord,
  put,
} from './places.ts';
import { planting } from './planting.ts';
import { recordsOf } from './records.ts';
import { staffOf } from './staff.ts';
import { turnerOf } from './turns.ts';
import { dayNumber, dayOf, type WorkingDays, workingDays } from '../working-days.ts';

export interface NetworkOptions {
  readonly seed: number;
  readonly customers: number;
  readonly files: number;
}

/** A whole network: files of the main subject one by one, and what lies beside them. */
export interface MadeNetwork {
  /** The name of the file for the first. */
  readonly name: string;
  readonly files: Iterable<MadeFile>;
  /** Other files by name, when all of the first have been made. */
  readonly beside: () => ReadonlyMap<string, string>;
}

export interface MadeFile {
  readonly text: string;
  /** Nothing was changed in it that breaks a rule on purpose. */
  readonly isMeantSound: boolean;
  /** Its turns, by name. */
  readonly turns: readonly string[];
}

const numbers = 10 ** 8;
const lastDigits = 8;
/** People of households come first; strangers of files behind them. */
const strangersFrom = 1_000_000;
const strangersOfFile = 20;
/** Days behind that of the base still belong to its process. */
const daysBehind = 240;

/** A base that files are made of. */
interface Base {
  readonly file: Plain;
  readonly deal: NetworkDealFile;
  readonly template: Template;
  /** From the text of somebody in the base to the person that it is of. */
  readonly people: ReadonlyMap<string, string>;
  /** The day on which the base begins. */
  readonly starts: string;
}

export function makeNetwork(
  program: Program,
  network: Network,
  options: NetworkOptions,
): MadeNetwork {
  const { subject, entry } = network;
  const { data } = entry;
  const { seed } = options;
  const days = workingDays(program.calendar, data.from);
  const staff = staffOf(data, seed, subject.file.sample?.staff ?? '');
  const planned = plannedFiles(data, options, days.isWorked);
  const turner = turnerOf(program, network, days);
  const bases = new Map(
    data.deals.flatMap((deal) => {
      const base = baseOf(program, network, deal, days);
      return base ? [[deal.deal, base] as const] : [];
    }),
  );
  const identityOf = identities(seed);
  const likes = likesOf(network, bases);
  const numberAt = shuffled(`${seed}/numbers`, numbers);
  const plants = planting(network, planned, staff, seed);
  const nexts = new Map(byCustomer(planned).flatMap(successions));
  return { name: data.lays.to, files: files(), beside };

  function* files(): Generator<MadeFile> {
    for (const one of planned) {
      const made = fileOf(one);
      if (made) yield made;
    }
  }

  function beside(): ReadonlyMap<string, string> {
    const found = new Map(recordsOf(program, network, staff, plants));
    found.set('planted.json', indentedJson(plants.list()));
    return found;
  }

  function fileOf(plan: PlannedFile): MadeFile | undefined {
    const base = bases.get(plan.deal);
    if (!base) return undefined;
    const { deal, template, starts } = base;
    const random = randomFrom(`${seed}/file/${plan.number}`);
    const texts = textsOf(plan, base);
    const by = days.between(starts, plan.day);
    const own = plan.household.percent;
    const part = deal.percent ? random.whole(...deal.percent) : 100;
    const written = (percent: number) => {
      const variation = { percent, workingDays: by, birthDays: 0 };
      const drawing = { texts, tagOf: (number: number) => String(number) };
      const [text = '{}'] = template.texts(plan.number, variation, random, drawing);
      return JSON.parse(replaced(text, plan, deal)) as OpenRecord;
    };
    const file = written((own * part) / 100);
    if (part !== 100) {
      const others = written(own);
      for (const name of data.lays.own)
        if (Object.hasOwn(others, name) && others[name] !== undefined)
          define(file, name, others[name]);
    }
    const { type } = subject;
    for (const [path, value] of Object.entries(deal.with ?? {}))
      put(file, path, type, value as Plain);
    for (const path of deal.without ?? []) put(file, path, type, undefined);
    put(file, data.lays.unit, type, plan.unit);
    put(file, data.lays.branch, type, staff.branchOf(plan.unit));
    bornRight(file);
    const turns: string[] = [];
    let isMeantSound = true;
    for (const [index, turn] of network.turns.entries()) {
      const { turn: name, deals, breaks, followed } = data.turns[index] ?? { turn: '' };
      if (deals && !deals.includes(plan.deal)) continue;
      const next = followed && nexts.get(plan);
      if (followed && !next) continue;
      if (!turner.turn(turn, index, file, random, next?.day.slice(0, 10))) continue;
      if (followed && next) {
        const text = textIn(next, followed.of);
        if (text !== undefined) put(file, followed.to, type, text);
      }
      turns.push(name);
      if (breaks === true) isMeantSound = false;
    }
    const id = plainAt(file, subject.file.id);
    const name = typeof id === 'string' ? id : '';
    plants.made(plan, name);
    for (const plant of plants.of(plan)) {
      plantIn(plant.file, network.planted[plant.index], file, plan, random);
      isMeantSound = false;
    }
    staffed(file, plan, plants.actor(plan));
    return { text: JSON.stringify(file), isMeantSound, turns };
  }

  /** A text of a file that is made later. */
  function textIn(plan: PlannedFile, path: string): string | undefined {
    const base = bases.get(plan.deal);
    if (!base) return undefined;
    const from = got(base.file, path, subject.type);
    if (typeof from !== 'string') return undefined;
    const [text] = textsOf(plan, base)([{ kind: 'number', from }]);
    return text;
  }

  function plantIn(
    plant: NetworkPlantFile,
    change: NetworkChange | undefined,
    file: OpenRecord,
    plan: PlannedFile,
    random: ReturnType<typeof randomFrom>,
  ): void {
    const { type } = subject;
    turner.change(
      { set: change?.set ?? [], add: change?.add ?? [], ...(plant.with && { with: plant.with }) },
      file,
      data.seen,
      random,
    );
    for (const [index, path] of (plant.strangers ?? []).entries()) {
      const like = got(file, path, type);
      if (typeof like !== 'string') continue;
      const serial = strangersFrom + plan.number * strangersOfFile + strangersOfFile - 1 - index;
      const other = identityOf(serial, like).id;
      // the same day of birth: the same person by all else
      put(file, path, type, sameBirth(like, other));
    }
  }

  /** The texts that stand for those of the base: of people of the household always the same. */
  function textsOf(plan: PlannedFile, { people }: Base) {
    const { household, number } = plan;
    let stranger = strangersFrom + number * strangersOfFile;
    return (all: readonly Replaced[]) => {
      const names = new Map<string, string>();
      return all.map((one) => {
        const who = people.get(one.from);
        const person = who === undefined ? undefined : household.people.get(whoIs(who, plan));
        switch (one.kind) {
          case 'staff':
            return one.from;
          case 'number':
            return numberOf(one.from, plan, person);
          case 'name':
            return person?.name ?? unused(one.from, names, plan);
          case 'id': {
            if (!person) stranger += 1;
            const like = person && likes.get(`${household.kind.kind}/${whoIs(who ?? '', plan)}`);
            return identityOf(person?.serial ?? stranger, like ?? one.from).id;
          }
          case 'phone':
          case 'account':
            if (!person) stranger += 1;
            return renumbered(one.from, lastDigits, numberAt(person?.serial ?? stranger));
        }
      });
    };
  }

  function numberOf(from: string, plan: PlannedFile, person: Person | undefined): string {
    if (person)
      return `${from.replace(/\d+$/u, '')}${String((seed % 9) + 1)}${String(person.serial).padStart(5, '0')}`;
    const serial = ((seed % 9) + 1) * 100_000 + plan.number + 1;
    const year = plan.day.slice(0, 4);
    const dated = /^([A-Z]+-)\d{4}-\d+$/u.exec(from);
    if (dated) return `${dated[1] ?? ''}${year}-${serial}`;
    const digits = /\d/gu;
    // one that is long has room for the number; a short one is numbered on
    return (from.match(digits)?.length ?? 0) > 12
      ? renumbered(from, 15, serial)
      : `${from}-${serial}`;
  }

  function unused(from: string, names: Map<string, string>, plan: PlannedFile): string {
    const random = randomFrom(`${seed}/stranger/${plan.number}/${from}`);
    const taken = new Set([
      ...names.values(),
      ...[...plan.household.people.values()].map(({ name }) => name),
    ]);
    let name = personName(random);
    for (let tries = 0; taken.has(name) && tries < 50; tries += 1) name = personName(random);
    names.set(from, name);
    return name;
  }

  /** Texts of the base that are one of others. */
  function replaced(text: string, plan: PlannedFile, { texts = [] }: NetworkDealFile): string {
    let result = text;
    for (const { of, text: from, like = from, to } of texts) {
      const who =
        of === 'customer' ? plan.household.number : of === 'unit' ? plan.unit : `f${plan.number}`;
      const other = drawn(randomFrom(`${seed}/text/${of}/${who}/${like}`), to, () => 1);
      result = result.replaceAll(from, other);
    }
    return result;
  }

  /** Days of birth are those of the identity numbers. */
  function bornRight(file: Open): void {
    const { person } = subject.file.sample ?? {};
    if (!person) return;
    if (isOpenList(file)) file.forEach(bornRight);
    else if (isOpenRecord(file)) {
      const [id, birth] = [file[person.id], file[person.birth]];
      if (typeof id === 'string' && typeof birth === 'string' && /^\d{17}[\dX]$/u.test(id))
        define(file, person.birth, `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
      Object.values(file).forEach(bornRight);
    }
  }

  /** Puts those who held the posts on the day in the place of those of the base. */
  function staffed(file: OpenRecord, plan: PlannedFile, actors: ReadonlyMap<string, string>): void {
    const prefix = subject.file.sample?.staff;
    if (prefix === undefined) return;
    const isStaff = new RegExp(`^${prefix}[A-Z]+\\d{1,2}$`, 'u');
    const last = data.seen;
    go(file, plan.day);

    function go(value: OpenRecord | Open[], day: string): void {
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
          if (typeof item === 'string') {
            if (isStaff.test(item)) value[index] = who(item, day);
          } else if (isOpenList(item) || isOpenRecord(item)) go(item, day);
        return;
      }
      const entries = Object.entries(value);
      const dayAt = entries.map(([, one]) => dayIn(one));
      for (const [index, [key, one]] of entries.entries()) {
        const before = dayAt.slice(0, index).findLast((found) => found !== undefined);
        const own = before ?? dayAt.slice(index + 1).find((found) => found !== undefined) ?? day;
        if (typeof one === 'string') {
          if (isStaff.test(one)) define(value, key, who(one, own));
        } else if (isOpenList(one) || isOpenRecord(one)) go(one, own);
      }
    }

    /** A day of the process. */
    function dayIn(value: Open): string | undefined {
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(value)) return undefined;
      const day = value.slice(0, 10);
      return day >= plan.day && day <= last ? day : undefined;
    }

    function who(code: string, day: string): string {
      const bare = code.slice(prefix?.length ?? 0);
      return actors.get(bare) ?? staff.acting(bare, plan.unit, day, plan.household.number) ?? code;
    }
  }
}

/** Identity numbers of a base whom those of households are like, in whichever place of a file they stand. */
function likesOf(
  { subject, entry }: Network,
  bases: ReadonlyMap<string, Base>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { person } = subject.file.sample ?? {};
  if (!person) return found;
  for (const { kind, deals } of entry.data.kinds)
    for (const { deal } of deals) {
      const base = bases.get(deal);
      for (const [path, who] of Object.entries(base?.deal.people ?? {})) {
        const like = base && got(base.file, `${path}.${person.id}`, subject.type);
        if (typeof like === 'string' && !found.has(`${kind}/${who}`))
          found.set(`${kind}/${who}`, like);
      }
    }
  return found;
}

/** A person of the deal as a person of the household: the one who asks is the first. */
function whoIs(who: string, { by, household }: PlannedFile): string {
  const [first] = household.kind.household;
  if (who === first?.person) return by;
  return who === by && first ? first.person : who;
}

/** The number of somebody else with the day of birth of one. */
function sameBirth(like: string, other: string): string {
  const birth = `${like.slice(6, 10)}-${like.slice(10, 12)}-${like.slice(12, 14)}`;
  return residentId(other.slice(0, 6), birth, Number(other.slice(14, 17)));
}

function baseOf(
  program: Program,
  { subject, entry }: Network,
  deal: NetworkDealFile,
  days: WorkingDays,
): Base | undefined {
  const yaml = program.rulebook.dossiers.get(deal.base);
  if (!yaml) return undefined;
  const file = JSON.parse(JSON.stringify(plainOf(yaml))) as Plain;
  const asOf = plainAt(file, subject.file.sample?.day);
  const last = dayOf(dayNumber(typeof asOf === 'string' ? asOf : deal.moves) + daysBehind);
  const known = new Map<string, string>();
  const moved = (text: string, by: number) => {
    const day = text.slice(0, 10);
    if (day < deal.moves || day > last) return text;
    const key = `${by} ${day}`;
    const to = known.get(key) ?? days.shifted(day, by);
    known.set(key, to);
    return to + text.slice(10);
  };
  const template = templateOf([file], subject, program.calendar, new Set(), {
    moved,
    published: moved,
    shifted: days.shifted,
  });
  const starts = plainAt(file, entry.data.lays.starts);
  return {
    file,
    deal,
    template,
    people: peopleIn(file, subject, deal),
    starts: typeof starts === 'string' ? starts.slice(0, 10) : deal.moves,
  };
}

/** The texts of the base that are those of somebody of the household. */
function peopleIn(
  file: Plain,
  { type }: Subject,
  deal: NetworkDealFile,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, who] of Object.entries(deal.people)) {
    const record = got(file, path, type);
    if (!isRecord(record)) continue;
    for (const text of Object.values(record)) if (typeof text === 'string') found.set(text, who);
  }
  return found;
}
