import { DamagedGzip, type FileBytes, FileFault, joined, type Platform } from '../base/bytes.ts';
import { headingsOf, rowsForHeadings } from '../base/headings.ts';
import type { Table, TableRow } from '../base/table.ts';
import { peopleSubject } from '../check/read.ts';
import { isLike, subjectFor } from '../check/subject.ts';
import { neededKeys } from '../checklist/form.ts';
import { headRegister } from '../intake/waivers.ts';
import { openKeys } from '../papers/register-columns.ts';
import { pickedKeys } from '../report/picked.ts';
import { isEncrypted } from '../tables/old-format.ts';
import { tablesOf } from '../tables/tables.ts';
import { waiverHeadings } from '../words/waivers.ts';
import type { Desk } from './desk.ts';
import { waivedSubject } from './waivers.ts';

/** What a file that is given to the desk may be. */
export const givenKinds = [
  /** One or many, to be judged. */
  'dossiers',
  /** That is made into dossiers by a mapping. */
  'table',
  'mapping',
  'staff',
  'waivers',
  'scheme',
  /** The files that were drawn for an inspection. */
  'picked',
  /** Filled in, or not yet. */
  'checklist',
  /** Of findings, as a workbook that came back. */
  'register',
  'ledger',
  /** What `check --format ndjson` wrote. */
  'run',
  /** What `check --format json` wrote. */
  'report',
  'session',
] as const;
export type GivenKind = (typeof givenKinds)[number];

/** What a file is that the desk can do nothing with. */
export type OtherKind =
  | 'empty'
  | 'unreadable'
  | 'damaged'
  | 'pdf'
  | 'xls'
  | 'encrypted'
  | 'parquet'
  | 'document'
  | 'page'
  | 'image'
  | 'archive'
  | 'binary'
  /** A text without a field of any kind of file. */
  | 'text';

export type KindFound = { readonly kind: GivenKind } | { readonly other: OtherKind };

/** What a file is, by what is in it: names and endings say nothing. It is read no further than it takes to tell. */
export async function kindOfFile(
  file: FileBytes,
  { program }: Pick<Desk, 'program'>,
  platform: Platform,
): Promise<KindFound> {
  try {
    const packed = await beginningOf(file.pieces());
    if (packed.length === 0) return { other: 'empty' };
    const known = byBytes(packed);
    if (known === 'compound') return { other: (await isEncrypted(file)) ? 'encrypted' : 'xls' };
    if (known === 'zip') return await kindOfZip(packed);
    if (known !== 'gzip' && known !== undefined) return { other: known };
    const bytes = known === 'gzip' ? await beginningOf(platform.gunzip(file.pieces())) : packed;
    const text = textOf(bytes);
    if (text === undefined) return await kindOfBytes(bytes);
    return (await kindOfText(text)) ?? (await kindOfTable());
  } catch (error) {
    if (error instanceof FileFault) return { other: 'unreadable' };
    if (error instanceof DamagedGzip) return { other: 'damaged' };
    throw error;
  }

  async function kindOfZip(bytes: Uint8Array): Promise<KindFound> {
    const names = new TextDecoder('latin1').decode(bytes);
    if (/(?:^|\W)word\//u.test(names)) return { other: 'document' };
    if (!/\[Content_Types\]\.xml|xl\//u.test(names)) return { other: 'archive' };
    return kindOfTable();
  }

  /** A text in another encoding, or no text. */
  async function kindOfBytes(bytes: Uint8Array): Promise<KindFound> {
    const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
    return isWide || !bytes.some(isControl) ? kindOfTable() : { other: 'binary' };
  }

  async function kindOfTable(): Promise<KindFound> {
    const read = await tablesOf(file, platform);
    if ('problem' in read) {
      const isDamaged = read.problem.code === 'io/not-a-workbook';
      return { other: isDamaged ? 'damaged' : 'unreadable' };
    }
    let any = false;
    for (const table of read.tables) {
      // eslint-disable-next-line no-await-in-loop -- the first that is of a kind tells
      const rows = await firstRows(table);
      any ||= rows.length > 0;
      const kind = kindOfRows(rows);
      if (kind) return { kind };
    }
    return any ? { kind: 'table' } : { other: 'empty' };
  }

  function kindOfRows(rows: readonly TableRow[]): GivenKind | undefined {
    const has = (keys: readonly string[]) =>
      rows.some(({ cells }) => keys.every((key) => cells.includes(key)));
    if (has(neededKeys)) return 'checklist';
    if (has(['finding', ...openKeys])) return 'register';
    if (has(pickedKeys)) return 'picked';
    const subject = waivedSubject(program);
    const titles = headingsOf(rows)?.titles ?? [];
    return subject && headRegister(titles, subject, waiverHeadings) ? 'waivers' : undefined;
  }

  /** Undefined for what may be a delimited text. */
  async function kindOfText(whole: string): Promise<KindFound | undefined> {
    const text = whole.trimStart();
    if (text === '') return { other: 'empty' };
    if (text.startsWith('{\\rtf')) return { other: 'document' };
    if (/^<[!a-z?]/iu.test(text)) return { other: 'page' };
    if (/^[[{]/u.test(text)) return kindOfJson(text);
    const keys = keysOfYaml(text);
    if (keys.length > 0) return kindOfKeys(keys);
    return isDelimited(text) ? undefined : { other: 'text' };
  }

  function kindOfJson(text: string): KindFound {
    if (/^\{\s*"shouze"\s*:\s*"session"/u.test(text)) return { kind: 'session' };
    if (text.startsWith('{"hash":"sha256:')) return { kind: 'ledger' };
    if (isRun.test(text)) return { kind: 'run' };
    if (isReport.test(text)) return { kind: 'report' };
    return kindOfKeys(keysOfJson(text));
  }

  function kindOfKeys(keys: readonly string[]): KindFound {
    const has = (...names: readonly string[]) => names.every((name) => keys.includes(name));
    if (has('scheme', 'title')) return { kind: 'scheme' };
    if (has('scheme', 'picked')) return { kind: 'picked' };
    if (has('format', 'table')) return { kind: 'mapping' };
    const { subjects } = program;
    const waivers = waivedSubject(program)?.file.waivers;
    if (waivers && (isList(keys, waivers.list) || has(waivers.rule, waivers.approvedBy)))
      return { kind: 'waivers' };
    const people = peopleSubject(program);
    if (people && !has('subject')) {
      const found = subjectFor(subjects, undefined, keys);
      if ('subject' in found && found.subject === people) return { kind: 'staff' };
    }
    if (people && has(people.file.people?.list ?? '', 'subject')) return { kind: 'staff' };
    const isDossier = has('subject') || [...subjects.values()].some((one) => isLike(one, keys));
    return isDossier ? { kind: 'dossiers' } : { other: 'text' };
  }
}

/** What is looked at of a text, in bytes. */
const looked = 65_536;

async function beginningOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    found.push(piece.subarray(0, looked - length));
    length += piece.length;
    if (length >= looked) break;
  }
  return joined(found);
}

/** How files of a kind begin, each byte as a character. */
const beginnings: readonly (readonly [string, 'zip' | 'gzip' | 'compound' | OtherKind])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'archive'],
  ['Rar!', 'archive'],
  ['7z\u00BC\u00AF', 'archive'],
  ['\u001F\u008B', 'gzip'],
  ['\u00D0\u00CF\u0011\u00E0', 'compound'],
  ['PAR1', 'parquet'],
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'image'],
  ['\u00FF\u00D8\u00FF', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
];

function byBytes(bytes: Uint8Array) {
  const first = String.fromCharCode(...bytes.subarray(0, 4));
  return beginnings.find(([beginning]) => first.startsWith(beginning))?.[1];
}

/** Undefined for what is no UTF-8, or no text. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    // the last character may be cut
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27);
}

async function firstRows({ rows }: Table): Promise<readonly TableRow[]> {
  for await (const some of rows) return some.slice(0, rowsForHeadings);
  return [];
}

/** Lines that are looked at for cells. */
const linesForCells = 20;

/** Whether a text has cells: a line alone that has something which parts them, or two together with as many. */
function isDelimited(text: string): boolean {
  const lines = text.split('\n', linesForCells).filter((line) => line.trim() !== '');
  return [',', ';', '\t', '|'].some((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length);
    return counts.some((count, index) => count > 1 && count === (counts[index + 1] ?? count));
  });
}

/** Reports as `check` writes them: their form, then their rulebook. */
const isRun = /^\{\s*"type"\s*:\s*"head"\s*,\s*"format"\s*:\s*2\s*,/u;
const isReport = /^\{\s*"format"\s*:\s*2\s*,\s*"rulebook"\s*:\s*\{/u;

function isList(keys: readonly string[], list: string): boolean {
  return keys.length === 1 && keys[0] === list;
}

/** The names that stand at the beginning of lines of the first document, or of the first record of a list. */
function keysOfYaml(text: string): readonly string[] {
  const lines = text.replace(/^---[^\n]*\n/u, '').split('\n');
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)/u.test(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  const first = own.find((line) => /^[^\s#]/u.test(line)) ?? '';
  if (!first.startsWith('- ')) return own.flatMap((line) => keyOf.exec(line)?.[2] ?? []);
  const place = own.indexOf(first);
  const next = own.findIndex((line, index) => index > place && line.startsWith('- '));
  const record = own.slice(place, next < 0 ? undefined : next);
  return record.flatMap((line) => keyOf.exec(line.replace(/^(?:- | {2})/u, ''))?.[2] ?? []);
}

/** A name and a colon at the beginning of a line. */
const keyOf = /^(["']?)([^\s"'#:,;\t|[\]{}-][^"':,;\t|]*)\1\s*:(?:\s|$)/u;

/** The names of the first record, whether the text goes on behind what is looked at or not. */
function keysOfJson(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let record: number | undefined;
  for (const [token, name] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      depth += 1;
      if (token === '{') record ??= depth;
    } else if (token === '}' || token === ']') {
      if (depth === record) break;
      depth -= 1;
    } else if (name !== undefined && depth === record) keys.push(name);
  }
  return keys;
}

/** Names with their colon, other texts (the last may be cut), and what opens and closes. */
const tokens = /"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]]/gsu;
