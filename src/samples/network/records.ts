import { indentedJson } from '../../base/json.ts';
import type { Network, Program, Subject } from '../../program/ast.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import type { NetworkRecordFile, NetworkUnitFile, PeopleFile } from '../../rulebook/files.ts';
import { plainOf } from '../../yaml/tree.ts';
import { isList, isRecord, type Plain } from '../plain.ts';
import { copied, define, type OpenRecord, put } from './places.ts';
import type { Planting } from './planting.ts';
import type { Member, Staff } from './staff.ts';

/** The records beside the files, by the names of the files that they are written to. */
export function recordsOf(
  program: Program,
  { entry: { data } }: Network,
  staff: Staff,
  plants: Planting,
): ReadonlyMap<string, string> {
  const [writer = ''] = languagesOf(program.rulebook.manifest.data);
  const texts = new Map<string, string>();
  for (const record of data.records ?? []) {
    const made = textOf(record);
    texts.set(record.to, `${texts.get(record.to) ?? ''}${made}`);
  }
  return texts;

  function textOf(record: NetworkRecordFile): string {
    const subject = program.subjects.get(record.subject);
    const yaml = program.rulebook.dossiers.get(record.base);
    if (!subject || !yaml) return '';
    const base = JSON.parse(JSON.stringify(plainOf(yaml))) as Plain;
    const made = record.of
      ? data.units
          .filter(({ kind }) => record.of?.includes(kind))
          .map((unit) => recordOf(record, subject, base, unit))
      : [recordOf(record, subject, base)];
    const lines = made.map((one) => `${JSON.stringify(one)}\n`);
    return record.of ? lines.join('') : indentedJson(made[0]);
  }

  function recordOf(
    record: NetworkRecordFile,
    subject: Subject,
    base: Plain,
    unit?: NetworkUnitFile,
  ): OpenRecord {
    const { type, file } = subject;
    const made = copied(base) as OpenRecord;
    for (const path of record.without ?? []) put(made, path, type, undefined);
    if (unit) put(made, file.id, type, unit.unit);
    const own = unit ? staff.members.filter((one) => one.unit === unit.unit) : staff.members;
    const here = own.filter(({ left }) => left === undefined || left >= data.seen);
    const names = new Map(
      unit
        ? [
            ['unit', unit.unit],
            ['under', unit.under ?? ''],
            ['name', unit.title[writer] ?? ''],
            ['first', here[0]?.id ?? ''],
          ]
        : [],
    );
    for (const [path, value] of Object.entries(record.with ?? {}))
      put(made, path, type, named(value as Plain, names));
    const { posts, people, member } = record;
    if (posts) {
      const counts = Map.groupBy(here, (one) => one.posts.at(-1)?.post ?? '');
      const rows = [...counts].map(([post, holders]) => ({
        ...posts.with,
        [posts.post]: post,
        [posts.count]: holders.length,
        ...(posts.places !== undefined && { [posts.places]: holders.length }),
      }));
      put(made, posts.list, type, rows as Plain);
    }
    if (people) {
      const rows = here.map((one) => {
        const held = one.posts.at(-1);
        return {
          ...people.with,
          [people.person]: one.id,
          [people.post]: held?.post ?? '',
          ...(people.from !== undefined && { [people.from]: held?.from ?? one.joined }),
        };
      });
      put(made, people.list, type, rows as Plain);
    }
    if (member && file.people) {
      const rows = own.map((one) => memberOf(one, member, file.people as PeopleFile));
      define(made, file.people.list, rows);
    }
    for (const [path, value] of Object.entries(unit?.with ?? {}))
      put(made, path, type, named(value as Plain, names));
    return made;
  }

  function memberOf(
    one: Member,
    fields: NonNullable<NetworkRecordFile['member']>,
    people: PeopleFile,
  ): OpenRecord {
    const { posts } = people;
    const made: OpenRecord = {};
    define(made, people.id, one.id);
    if (people.name !== undefined) define(made, people.name, one.name);
    define(made, fields.unit, one.unit);
    define(made, fields.branch, staff.branchOf(one.unit));
    define(made, fields.joined, one.joined);
    if (one.left !== undefined && people.left !== undefined) define(made, people.left, one.left);
    const second = plants.seconds.filter(({ member }) => member.id === one.id);
    const held = [...one.posts, ...second.map(({ post, from }) => ({ post, from }))];
    define(
      made,
      posts.list,
      held.map((post) => ({
        [posts.post]: post.post,
        [posts.from]: post.from,
        ...('until' in post && { [posts.until]: post.until }),
      })),
    );
    if (people.absences) define(made, people.absences.list, []);
    for (const [path, value] of Object.entries(one.entry.with ?? {}))
      put(made, path, { kind: 'any' }, value as Plain);
    return made;
  }
}

/** With what stands for `{unit}` and the like in its texts. */
function named(value: Plain, names: ReadonlyMap<string, string>): Plain {
  if (typeof value === 'string')
    return value.replaceAll(/\{(\w+)\}/gu, (text, name: string) => names.get(name) ?? text);
  if (isList(value)) return value.map((item) => named(item, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, names)]));
}
