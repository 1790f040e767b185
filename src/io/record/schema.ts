import type { DatabaseSync } from 'node:sqlite';

import { sqlite } from './sqlite.ts';

/** What the head of a database says that is a record: `shze`. */
export const application = 0x73687a65;
/** Of the tables below; a record of a later one is refused. */
export const format = 1;

const refusals = (['texts', 'entries'] as const).flatMap((table) =>
  (['UPDATE', 'DELETE'] as const).map(
    (act) =>
      `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, 'a record is only added to'); END`,
  ),
);

/**
 * Texts are kept once, by their digests; entries follow each other, each with the hash of all before it. Neither is ever
 * changed or removed, nor is an entry put anywhere but behind the last: whoever tries is refused.
 */
const statements: readonly string[] = [
  'CREATE TABLE texts (digest TEXT PRIMARY KEY, text ANY NOT NULL) STRICT',
  'CREATE TABLE entries (number INTEGER PRIMARY KEY, run INTEGER, kind TEXT NOT NULL, digest TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  'CREATE INDEX entries_by_run ON entries (run, number)',
  'CREATE INDEX entries_by_kind ON entries (kind, number)',
  ...refusals,
  `CREATE TRIGGER texts_once BEFORE INSERT ON texts WHEN EXISTS (SELECT 1 FROM texts WHERE digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'a text is kept once'); END`,
  `CREATE TRIGGER entries_behind BEFORE INSERT ON entries WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries) BEGIN SELECT RAISE(ABORT, 'an entry goes behind the last'); END`,
];

/** Makes an empty database a record. */
export function create(database: DatabaseSync): void {
  database.exec(
    `BEGIN IMMEDIATE; PRAGMA application_id = ${application}; PRAGMA user_version = ${format};
     ${statements.join(';\n')}; COMMIT`,
  );
}

interface Part {
  readonly name: string;
  readonly sql: string | null;
}

/** The names of tables, indexes and triggers that are missing, changed or not ours. */
export function strangeParts(database: DatabaseSync): readonly string[] {
  const { DatabaseSync: Database } = sqlite();
  const fresh = new Database(':memory:');
  create(fresh);
  const ours = partsOf(fresh);
  fresh.close();
  const found = partsOf(database);
  return [...new Set([...ours.keys(), ...found.keys()])].filter(
    (name) => ours.get(name) !== found.get(name),
  );
}

function partsOf(database: DatabaseSync): ReadonlyMap<string, string> {
  const rows = database
    .prepare(`SELECT type || ' ' || name AS name, sql FROM sqlite_schema`)
    .all() as unknown as readonly Part[];
  return new Map(rows.map(({ name, sql }) => [name, sql ?? '']));
}
