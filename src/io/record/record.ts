import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { linked, type Link, type RecordHead, seed } from './chain.ts';
import { fault, told } from './faults.ts';
import { application, create, format, strangeParts } from './schema.ts';
import { sqlite } from './sqlite.ts';
import { digestOfBytes } from '../digest.ts';

/** An entry of a record. */
export interface Entry extends Link {
  /** From 1, over the whole record. */
  readonly number: number;
  readonly hash: string;
}

/** What is to be added: a text of some kind, or a text that is kept once and that entries name by its digest. */
export type Addition =
  | { readonly run: number | null; readonly kind: string; readonly text: string }
  | { readonly kept: string | Uint8Array };

/** The kind of the entry by which a text comes in that is kept once. */
const textKind = 'text';

/** Entries that are read at a time. */
const pageLength = 1000;

/** How long another program is waited for that writes at the moment, in milliseconds. */
const patience = 5000;

/**
 * A record of checks: an SQLite database to which entries are added, and nothing else is ever done. Every fault is a
 * `RecordFault` or a `CannotWrite`.
 */
export interface RecordFile {
  readonly path: string;
  readonly head: () => RecordHead;
  /**
   * Adds entries, all of them or none.
   *
   * @param whole - called before, with nobody else writing: throws where something is not as it has to be
   * @returns the head behind them
   */
  readonly add: (additions: readonly Addition[], whole?: () => void) => RecordHead;
  /** Adds one entry that belongs to no run, such as one of a ledger. */
  readonly appendEntry: (kind: string, text: string) => RecordHead;
  /** The entries of a kind, of a run, or all, in their order. */
  readonly entries: (which?: { readonly run?: number; readonly kind?: string }) => Iterable<Entry>;
  /** The last entry of a run. */
  readonly lastOf: (run: number) => number;
  readonly text: (digest: string) => string | Uint8Array | undefined;
  /** The digests that texts are kept under. */
  readonly digests: () => Iterable<string>;
  /** What the database finds damaged in itself; undefined where it finds nothing. */
  readonly damage: () => string | undefined;
  readonly close: () => void;
}

/**
 * Opens a record, and makes it where there is none and it is to be written to.
 *
 * @throws RecordFault where the file is something else, of a later format, or not as it was made
 * @throws CannotWrite where it cannot be made
 */
export function openRecord(path: string, how: 'read' | 'write'): RecordFile {
  const database = openDatabase(path, how);
  const asking = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw told(error, path);
    }
  };
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    path,
    head: () => asking(head),
    add: (additions, whole) => asking(() => add(additions, whole)),
    appendEntry: (kind, text) => asking(() => add([{ run: null, kind, text }])),
    entries,
    lastOf: (run) =>
      asking(() => {
        const row = prepared('SELECT max(number) AS number FROM entries WHERE run = ?').get(run);
        return Number(row?.['number'] ?? 0);
      }),
    text: (digest) =>
      asking(() => {
        const row = prepared('SELECT text FROM texts WHERE digest = ?').get(digest);
        return row?.['text'] as string | Uint8Array | undefined;
      }),
    digests: () =>
      asking(() =>
        prepared('SELECT digest FROM texts ORDER BY digest')
          .all()
          .map((row) => String(row['digest'])),
      ),
    damage: () =>
      asking(() => {
        const said = String(Object.values(prepared('PRAGMA integrity_check(1)').get() ?? {})[0]);
        return said === 'ok' ? undefined : said;
      }),
    close: () => {
      database.close();
    },
  };

  function head(): RecordHead {
    const row = prepared('SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1').get();
    return row ? (row as unknown as RecordHead) : seed;
  }

  function add(additions: readonly Addition[], whole?: () => void): RecordHead {
    database.exec('BEGIN IMMEDIATE');
    try {
      whole?.();
      let last = head();
      for (const one of additions) {
        const isKept = 'kept' in one;
        const text = isKept ? one.kept : one.text;
        const digest = digestOfBytes(text);
        const isNew = !prepared('SELECT 1 FROM texts WHERE digest = ?').get(digest);
        if (isNew) prepared('INSERT INTO texts (digest, text) VALUES (?, ?)').run(digest, text);
        else if (isKept) continue;
        const link = isKept
          ? { run: null, kind: textKind, digest }
          : { run: one.run, kind: one.kind, digest };
        last = linked(last, link);
        const values: SQLInputValue[] = [last.number, link.run, link.kind, digest, last.hash];
        prepared(
          'INSERT INTO entries (number, run, kind, digest, hash) VALUES (?, ?, ?, ?, ?)',
        ).run(...values);
      }
      database.exec('COMMIT');
      return last;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Some at a time, so that others may write meanwhile. */
  function* entries({ run, kind }: { readonly run?: number; readonly kind?: string } = {}) {
    const given = [run, kind].filter((one) => one !== undefined);
    const where = [
      'number > ?',
      ...(run === undefined ? [] : ['run = ?']),
      ...(kind === undefined ? [] : ['kind = ?']),
    ].join(' AND ');
    const sql = `SELECT number, run, kind, digest, hash FROM entries WHERE ${where} ORDER BY number LIMIT ${pageLength}`;
    for (let last = Number.MIN_SAFE_INTEGER; ;) {
      const from = last;
      const rows = asking(() => prepared(sql).all(from, ...given)) as unknown as readonly Entry[];
      yield* rows;
      const end = rows.at(-1);
      if (!end || rows.length < pageLength) return;
      last = end.number;
    }
  }
}

function openDatabase(path: string, how: 'read' | 'write'): DatabaseSync {
  const isThere = existsSync(path) && statSync(path).size !== 0;
  if (!isThere && how === 'read') throw fault('record/not-a-record', { path, why: 'missing' });
  if (existsSync(path) && !statSync(path).isFile())
    throw fault('record/not-a-record', { path, why: 'other' });
  let database: DatabaseSync | undefined;
  try {
    if (how === 'write') mkdirSync(dirname(path), { recursive: true });
    const { DatabaseSync: Database } = sqlite();
    // one that is only read is opened no otherwise: what a program that was killed left half-written is taken back first
    database = new Database(path, { timeout: patience });
    // what somebody else put into the file is never run
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    if (!isThere) create(database);
    database.exec('PRAGMA synchronous = FULL');
    mustBeRecord(database, path);
    if (how === 'read') database.exec('PRAGMA query_only = ON');
    return database;
  } catch (error) {
    database?.close();
    throw told(error, path);
  }
}

function mustBeRecord(database: DatabaseSync, path: string): void {
  const numberOf = (pragma: string) =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  if (numberOf('application_id') !== application)
    throw fault('record/not-a-record', { path, why: 'other' });
  const found = numberOf('user_version');
  if (found > format) throw fault('record/newer', { path, format: found, known: format });
  const [strange] = strangeParts(database);
  if (strange !== undefined)
    throw fault('record/altered', { path, how: 'schema', number: 0, what: strange });
}
