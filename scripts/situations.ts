import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { writeText } from '../src/io/write.ts';
import { parsePath } from '../src/dossier/path.ts';
import { daysLater } from '../src/samples/days.ts';
import { isResidentId, renumbered, residentIdOf } from '../src/samples/people.ts';
import { parseYaml } from '../src/yaml/parse.ts';
import { printYaml } from '../src/yaml/print.ts';
import { plainOf } from '../src/yaml/tree.ts';

/** A file as plain data, to be changed in place. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** What a file has that its base has not. */
interface Changes {
  /** Paths and their new values, as in a case: `parties[P2].maritalStatus`. */
  readonly with?: { readonly [path: string]: Plain };
  /** Paths, and elements of lists, that are taken out. */
  readonly without?: readonly string[];
  /** Elements put behind those of a list. */
  readonly add?: { readonly [list: string]: Plain[] };
}

/** A file of `scripts/situations/`: a situation that banks really have, and what makes it faulty. */
export interface SituationFile extends Changes {
  readonly title: { readonly zh: string; readonly en: string };
  /** A file of `rules/dossiers/`. */
  readonly base: string;
  /** The rulebook it is judged by; `rules` unless said otherwise. */
  readonly rulebook?: string;
  /** Days by which every date of the base is moved first; weeks keep working days mostly working days. */
  readonly days?: number;
  readonly faulty: Changes & {
    readonly title: { readonly zh: string; readonly en: string };
    /** The one rule that its twin fails. */
    readonly rule: string;
  };
}

export interface Situation {
  readonly name: string;
  readonly file: SituationFile;
  /** Its place among all of them, from 0: no two files share a customer or a home. */
  readonly number: number;
}

/** People are numbered from here on, behind those of the made samples. */
const firstPerson = 5000;
/** No situation has more parties. */
const mostParties = 20;
/** The last places of the number of a home. */
const unitPlaces = 8;

const folder = join('scripts', 'situations');
export const examples = join('examples', 'situations');

/** All situations, by name. */
export function situations(): readonly Situation[] {
  return globSync(join(folder, '*.yaml'))
    .toSorted()
    .map((path, number) => ({
      number,
      name: basename(path, '.yaml'),
      file: plainFile(path) as unknown as SituationFile,
    }));
}

/** The texts of a situation: sound, and with its fault. */
export function textsOf({ name, file, number }: Situation): {
  readonly sound: string;
  readonly faulty: string;
} {
  const base = moved(plainFile(join('rules', 'dossiers', `${file.base}.yaml`)), file.days ?? 0);
  change(base, file);
  const sound = headed(file.title, numbered(base, name, 2 * number));
  change(base, file.faulty);
  const { zh, en } = file.faulty.title;
  const { rule } = file.faulty;
  const faulty = headed(
    { zh: `${zh}（违反 ${rule}）`, en: `${en} (breaks ${rule})` },
    numbered(base, `${name}-faulty`, 2 * number + 1),
  );
  return { sound, faulty };
}

function headed({ zh, en }: SituationFile['title'], file: Plain): string {
  const head = `# 用途：${zh}；由 npm run examples 生成，人名、机构、号码均为虚构。\n# What for: ${en}; made by npm run examples. Names, institutions and numbers are invented.\n`;
  return head + printYaml(file);
}

/** The same file with its own number, and people and a home of its own: many of them are checked together. */
function numbered(file: Plain, name: string, number: number): Plain {
  const others = new Map<string, string>();
  const { meta, parties, property } = isRecord(file) ? file : {};
  if (isRecord(meta)) meta['dossierId'] = `D-${name}`;
  for (const [index, party] of (Array.isArray(parties) ? parties : []).entries()) {
    if (!isRecord(party)) continue;
    const { customerNo, idNumber, birthDate } = party;
    if (typeof idNumber !== 'string' || typeof birthDate !== 'string') continue;
    if (!isResidentId(idNumber)) continue;
    others.set(
      idNumber,
      residentIdOf(idNumber, birthDate, firstPerson + number * mostParties + index),
    );
    if (typeof customerNo === 'string') others.set(customerNo, `${customerNo}-${name}`);
  }
  const unit = isRecord(property) ? property['realEstateUnitNo'] : undefined;
  if (typeof unit === 'string')
    others.set(unit, renumbered(unit, unitPlaces, firstPerson + number));
  return JSON.parse(
    JSON.stringify(file, (_, value: unknown) =>
      typeof value === 'string' ? (others.get(value) ?? value) : value,
    ),
  ) as Plain;
}

/** A YAML or JSON file as plain data. */
export function plainFile(path: string): Plain {
  const { value, diagnostics } = parseYaml({ name: path, text: readFileSync(path, 'utf8') });
  if (!value) throw new Error(`${path}: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return JSON.parse(JSON.stringify(plainOf(value))) as Plain;
}

/** The same file with every date so many days later. */
function moved(file: Plain, days: number): Plain {
  if (days === 0) return file;
  return JSON.parse(
    JSON.stringify(file, (_, value: unknown) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/u.test(value)
        ? daysLater(value.slice(0, 10), days) + value.slice(10)
        : value,
    ),
  ) as Plain;
}

function change(file: Plain, { with: values = {}, without = [], add = {} }: Changes): void {
  for (const [path, value] of Object.entries(values)) put(file, path, value);
  for (const path of without) put(file, path, undefined);
  for (const [path, items] of Object.entries(add)) {
    const list = parsePath(path)?.reduce<Plain | undefined>(
      (place, step) => into(place, 'name' in step ? step.name : step.element),
      file,
    );
    if (!Array.isArray(list)) throw new Error(`${path} is no list of the file`);
    list.push(...structuredClone(items));
  }
}

export function isRecord(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record's key, or the element of a list whose first field, its key, is so called. */
function into(place: Plain | undefined, name: string): Plain | undefined {
  if (place === undefined) return undefined;
  if (Array.isArray(place)) return place[indexIn(place, name)];
  return isRecord(place) ? place[name] : undefined;
}

function indexIn(list: readonly Plain[], name: string): number {
  return list.findIndex((item) => isRecord(item) && Object.values(item)[0] === name);
}

function put(file: Plain, path: string, value: Plain | undefined): void {
  const names = parsePath(path)?.map((step) => ('name' in step ? step.name : step.element)) ?? [];
  const last = names.pop();
  let place: Plain | undefined = file;
  for (const name of names) {
    if (isRecord(place) && !(name in place) && value !== undefined) place[name] = {};
    place = into(place, name);
  }
  if (last === undefined || place === undefined) throw new Error(`${path} leads nowhere`);
  if (Array.isArray(place)) {
    const index = indexIn(place, last);
    if (index === -1) throw new Error(`${path} leads nowhere`);
    place.splice(index, 1, ...(value === undefined ? [] : [structuredClone(value)]));
  } else if (isRecord(place)) {
    if (value !== undefined) place[last] = structuredClone(value);
    else if (last in place) delete place[last];
    else throw new Error(`${path} is not there to be taken out`);
  }
}

/** Writes the files of `examples/situations/`. */
export function writeSituations(): void {
  mkdirSync(examples, { recursive: true });
  for (const situation of situations()) {
    const { sound, faulty } = textsOf(situation);
    writeText(join(examples, `${situation.name}.yaml`), sound);
    writeText(join(examples, `${situation.name}-faulty.yaml`), faulty);
  }
}

if (import.meta.main) writeSituations();
