import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { StoreError } from './problem.ts';

/** A session that is in the store, without what is sealed of it. */
export interface StoredSession {
  readonly id: string;
  /** When it was saved last, in milliseconds since 1970. */
  readonly savedAt: number;
  /** Of what is sealed. */
  readonly bytes: number;
  /** What the work is called, for all to read; absent in what earlier pages saved. */
  readonly name?: string;
  /** The tab that may write to it, by a name of its own. */
  readonly holder: string;
}

/** The parts in which a session is saved, sealed. */
export type Part = 'answers' | 'judged';

export type SealedParts = Readonly<Partial<Record<Part, Uint8Array>>>;

/** Sessions in the browser's own store. Everything throws a `StoreError` or an error of the browser. */
export interface SessionStore {
  /** The one saved last first. */
  readonly list: () => Promise<readonly StoredSession[]>;
  readonly read: (id: string) => Promise<SealedParts>;
  /** From now on this tab alone may write to a session. */
  readonly hold: (id: string, holder: string) => Promise<void>;
  /**
   * Writes parts of a session, and reads them back: only then is it saved.
   *
   * @returns when
   */
  readonly write: (
    session: Pick<StoredSession, 'id' | 'holder' | 'name'>,
    parts: SealedParts,
    isNew?: boolean,
  ) => Promise<number>;
  /** Everything of all sessions goes. */
  readonly clear: () => Promise<void>;
}

interface Tables extends DBSchema {
  sessions: { key: string; value: StoredSession };
  parts: { key: [id: string, part: Part]; value: Uint8Array };
}

const version = 1;
const parts = ['answers', 'judged'] as const;

/**
 * Opens the store.
 *
 * @param closed - told when it was closed from outside
 */
export async function openStore(closed: () => void): Promise<SessionStore> {
  let isBlocked: (error: StoreError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    isBlocked = reject;
  });
  const opening = openDB<Tables>('shouze', version, {
    upgrade: (made) => {
      made.createObjectStore('sessions', { keyPath: 'id' });
      made.createObjectStore('parts');
    },
    blocked: () => isBlocked(new StoreError({ kind: 'blocked' })),
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  return storeIn(await Promise.race([opening, blocked]));
}

function storeIn(database: IDBPDatabase<Tables>): SessionStore {
  return { list, read, hold, write, clear };

  async function list(): Promise<readonly StoredSession[]> {
    const all = await database.getAll('sessions');
    return all.toSorted((a, b) => b.savedAt - a.savedAt);
  }

  async function read(id: string): Promise<SealedParts> {
    const act = database.transaction('parts');
    const found = await Promise.all(
      parts.map(async (part) => [part, await act.store.get([id, part])] as const),
    );
    const sealed = Object.fromEntries(found.filter(([, bytes]) => bytes !== undefined));
    if (!('answers' in sealed)) throw new StoreError({ kind: 'gone' });
    return sealed;
  }

  async function hold(id: string, holder: string): Promise<void> {
    const act = database.transaction('sessions', 'readwrite');
    const before = await act.store.get(id);
    if (before) await act.store.put({ ...before, holder });
    await act.done;
    if (!before) throw new StoreError({ kind: 'gone' });
  }

  async function write(
    { id, holder, name }: Pick<StoredSession, 'id' | 'holder' | 'name'>,
    given: SealedParts,
    isNew = false,
  ): Promise<number> {
    const savedAt = Date.now();
    const written = Object.entries(given) as readonly (readonly [Part, Uint8Array])[];
    // on the disk, and not only on its way to it
    const act = database.transaction(['sessions', 'parts'], 'readwrite', { durability: 'strict' });
    const [sessions, kept] = [act.objectStore('sessions'), act.objectStore('parts')];
    let before: StoredSession | undefined;
    const writing = async () => {
      before = await sessions.get(id);
      if (before ? before.holder !== holder : !isNew) return;
      await Promise.all(written.map(([part, bytes]) => kept.put(bytes, [id, part])));
      const all = await Promise.all(parts.map(async (part) => kept.get([id, part])));
      const bytes = all.reduce((sum, one) => sum + (one?.length ?? 0), 0);
      await sessions.put({ id, savedAt, bytes, holder, ...(name !== undefined && { name }) });
    };
    // what went wrong in it is said by the end of the transaction
    await Promise.all([act.done, writing().catch(() => {})]);
    if (before && before.holder !== holder) throw new StoreError({ kind: 'taken' });
    if (!before && !isNew) throw new StoreError({ kind: 'gone' });
    const back = await read(id);
    if (!written.every(([part, sealed]) => isSame(sealed, back[part])))
      throw new StoreError({ kind: 'not-kept' });
    return savedAt;
  }

  async function clear(): Promise<void> {
    const act = database.transaction(['sessions', 'parts'], 'readwrite', { durability: 'strict' });
    await Promise.all([act.objectStore('sessions').clear(), act.objectStore('parts').clear()]);
    await act.done;
  }
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && one.every((byte, index) => byte === other[index]);
}
