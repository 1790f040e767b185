import type { Language } from '../../base/language.ts';
import { invariant } from '../../base/invariant.ts';
import type { RulebookFolder } from '../../rulebook/folder.ts';
import { fault } from './faults.ts';
import type { Addition, Entry, RecordFile } from './record.ts';
import { type RecordHead, seed } from './chain.ts';
import { digestOfBytes } from '../digest.ts';

/** What a run began with: one that goes on, or is judged again, has to begin with the same. */
export interface RunSetting {
  readonly format: 1;
  readonly engine: {
    readonly version: string;
    /** Digest of the program itself; null where it was not told. */
    readonly digest: string | null;
  };
  readonly rulebook: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    /** Digest of the list of its files, a `RulebookListing`. */
    readonly files: string;
  };
  /** What else was judged by: a staff register, check-lists that came back. */
  readonly inputs: readonly RunInput[];
  readonly options: RunOptionsKept;
  /** As they were given on the command line. */
  readonly paths: readonly string[];
  /** Digest of the list of the files that they stand for, `FileListed`; what comes as a stream is not in it. */
  readonly files: string;
}

export interface RunInput {
  /** The option that it was given by. */
  readonly role: string;
  readonly file: string;
  readonly digest: string;
}

export interface RunOptionsKept {
  readonly asOf: string | null;
  /** The day of the check. */
  readonly today: string | null;
  readonly step: string | null;
  readonly subject: string | null;
  readonly outcomes: 'findings' | 'all';
  readonly explain: 'all' | readonly string[];
  readonly languages: readonly Language[];
  readonly unmasked: boolean;
  readonly keepDossiers: boolean;
}

export interface FileListed {
  readonly file: string;
  readonly bytes: number;
  readonly digest: string;
}

/** A rulebook's folder, and below it those that it builds on: each file with the digest of its text. */
export type RulebookListing = readonly {
  readonly name: string;
  readonly files: { readonly [path: string]: FileOfRulebook };
}[];

/** `bytes` is the digest of what is on the disk, where reports tell of it. */
interface FileOfRulebook {
  readonly text: string;
  readonly bytes?: string;
}

/** A rulebook as it goes into a record: its list, and the texts. */
export function rulebookKept(folder: RulebookFolder): {
  readonly listing: string;
  readonly texts: readonly string[];
} {
  const texts: string[] = [];
  const layers: RulebookListing[number][] = [];
  for (let layer: RulebookFolder | undefined = folder; layer; layer = layer.parent) {
    const files = [...layer.files].map(([path, { text, digest }]) => {
      texts.push(text);
      return [path, { text: digestOfBytes(text), ...(digest !== undefined && { bytes: digest }) }];
    });
    layers.push({ name: layer.name, files: Object.fromEntries(files) as object as Listed });
  }
  return { listing: JSON.stringify(layers), texts };
}

type Listed = RulebookListing[number]['files'];

/** The rulebook of a run, as it was read then: nothing of it is written to a disk. */
export function rulebookOf(record: RecordFile, { rulebook }: RunSetting): RulebookFolder {
  const layers = JSON.parse(textOf(record, rulebook.files)) as RulebookListing;
  let below: RulebookFolder | undefined;
  for (const { name, files } of layers.toReversed()) {
    const sources = Object.entries(files).map(([path, { text, bytes }]) => {
      const source = { name: `${name}/${path}`, text: textOf(record, text) };
      return [path, bytes === undefined ? source : { ...source, digest: bytes }] as const;
    });
    below = { name, files: new Map(sources), ...(below && { parent: below }) };
  }
  invariant(below, 'a rulebook has a folder');
  return below;
}

/** A run as it stands in a record. */
export interface RunKept {
  readonly run: number;
  readonly setting: RunSetting;
}

/**
 * A run of a record.
 *
 * @throws RecordFault where there is none of that number
 */
export function runOf(record: RecordFile, given: string): RunKept {
  const runs = runNumbers(record);
  const run = /^\d{1,9}$/u.test(given) ? Number(given) : 0;
  if (!runs.includes(run))
    throw fault('record/unknown-run', {
      path: record.path,
      run: given,
      runs: runs.length,
    });
  const [first] = record.entries({ run, kind: 'run' });
  invariant(first, 'a run begins with its setting');
  return { run, setting: settingOf(record, first) };
}

/** The numbers of all runs, from 1. */
export function runNumbers(record: RecordFile): readonly number[] {
  return [...record.entries({ kind: 'run' })].map(({ run }) => run ?? 0);
}

export function settingOf(record: RecordFile, { digest }: Entry): RunSetting {
  return JSON.parse(textOf(record, digest)) as RunSetting;
}

/** The text under a digest, which has to be there and to have that digest. */
export function textOf(record: RecordFile, digest: string): string {
  return Buffer.from(bytesOf(record, digest)).toString();
}

export function bytesOf(record: RecordFile, digest: string): Uint8Array {
  const text = record.text(digest);
  const { path } = record;
  if (text === undefined)
    throw fault('record/altered', { path, how: 'no-text', number: 0, what: digest });
  if (digestOfBytes(text) !== digest)
    throw fault('record/altered', { path, how: 'text', number: 0, what: digest });
  return typeof text === 'string' ? Buffer.from(text) : text;
}

/** Writes the entries of one run, in the order in which they are told; those that are there already are compared. */
export interface RunWriter {
  readonly run: number;
  /** Keeps a text that the entries of the run name. */
  readonly keep: (text: string | Uint8Array) => void;
  /** @returns whether it stands there as it is told, or is new; false where something else stands in its place */
  readonly tell: (kind: string, text: string) => boolean;
  /** Has all that was told written down, or nothing of it. */
  readonly flush: () => void;
  /** The head behind the last entry that was told and written down. */
  readonly head: () => RecordHead;
}

/** @param going - the run that goes on; undefined for a new one */
export function runWriter(record: RecordFile, going: number | undefined): RunWriter {
  const known = going === undefined ? [] : [...record.entries({ run: going })];
  const run = going ?? runNumbers(record).length + 1;
  let last = record.lastOf(run);
  let head = seed;
  let place = 0;
  let pending: Addition[] = [];
  return {
    run,
    keep: (kept) => {
      if (place >= known.length) pending.push({ kept });
    },
    tell: (kind, text) => {
      const before = known[place];
      place += 1;
      if (before) {
        head = { number: before.number, hash: before.hash };
        return before.kind === kind && before.digest === digestOfBytes(text);
      }
      pending.push({ run, kind, text });
      return true;
    },
    flush: () => {
      if (pending.length === 0) return;
      head = record.add(pending, () => {
        // two that write one run at a time would part it between them
        if (record.lastOf(run) !== last) throw fault('record/locked', { path: record.path });
      });
      last = record.lastOf(run);
      pending = [];
    },
    head: () => head,
  };
}
