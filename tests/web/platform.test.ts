import { Buffer } from 'node:buffer';
import { globSync, readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { gb18030 } from '../../scripts/gb18030.ts';
import {
  DamagedGzip,
  type FileBytes,
  FileFault,
  joined,
  lastIndexOf,
  type Platform,
} from '../../src/base/bytes.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { rulebookDigest } from '../../src/rulebook/digest.ts';
import { dossierTextsIn } from '../../src/streams/dossiers.ts';
import type { TextRead } from '../../src/streams/records.ts';
import { tablesOf } from '../../src/tables/tables.ts';
import { fileBytes } from '../../src/web/file-bytes.ts';
import { webPlatform } from '../../src/web/platform.ts';
import { workbookOf } from '../../src/xlsx/workbook.ts';
import { zip } from '../../src/xlsx/zip.ts';
import { workbook } from '../io/parts.ts';

const hosts = [nodePlatform, webPlatform] as const;

/** What both platforms make of something, which has to be the same. */
async function both<T>(make: (platform: Platform) => Promise<T>): Promise<T> {
  const [ofNode, ofWeb] = [await make(nodePlatform), await make(webPlatform)];
  expect(ofWeb).toEqual(ofNode);
  return ofNode;
}

function chosen(name: string, content: string | Uint8Array<ArrayBuffer>): FileBytes {
  return fileBytes(new File([content], name));
}

const examples = globSync('examples/**/*.{yaml,json,csv,xlsx}').toSorted();

describe('a file that was chosen is read as one on the disk', () => {
  test.each(examples)('%s', async (path) => {
    const [file, onDisk] = [chosen(path, readFileSync(path)), fileBytesAt(path)];
    expect({ name: file.name, size: file.size }).toEqual({ name: path, size: onDisk.size });
    expect(await textsIn(file, webPlatform)).toEqual(await textsIn(onDisk, nodePlatform));
    expect(await tablesIn(file, webPlatform)).toEqual(await tablesIn(onDisk, nodePlatform));
    expect(await workbookOf(file, webPlatform)).toEqual(await workbookOf(onDisk, nodePlatform));
  });
});

const csv = '编号,金额\r\nA-1,"1,000"\r\nA-2,\r\n';
const sheet = bytes(workbook({ data: '<row><c><v>45986</v></c></row>' }));
const inputs: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
  ['lines.ndjson', '{"a":1}\n{"a" 2}\n\n{"a":"'],
  ['array.json', '[{"a":1},\n {"a":2},]'],
  ['objects', '{"a":\n1}\n{"b":2} x'],
  ['documents.yaml', 'a: 住房\n---\nb: 😀\n...\n# none\n---\n'],
  ['packed.ndjson.gz', packed('{"a":1}\n{"a":2}\n')],
  ['members.yaml.gz', bytes(Buffer.concat([gzipSync('a: 1\n'), gzipSync('---\na: 2\n')]))],
  ['cut.csv.gz', packed(csv).subarray(0, -9)],
  ['bomb.json.gz', packed('a,b\n'.repeat(5_000_000))],
  ['empty.yaml', ''],
  ['utf16.csv', bytes(Buffer.from(`\uFEFF${csv}`, 'utf16le'))],
  ['utf16-cut.csv', bytes(Buffer.from(`\uFEFF${csv}`, 'utf16le').subarray(0, -1))],
  ['gb18030.csv', bytes(Buffer.from(gb18030(csv)))],
  ['gb18030.csv.gz', packed(Buffer.from(gb18030(csv)))],
  ['neither.csv', Uint8Array.of(0x61, 0x0a, 0xff, 0xff, 0x0a)],
  ['quote.csv', 'a,b\n1,"2\n3,4\n'],
  ['book.xlsx', sheet],
  ['damaged.xlsx', sheet.map((code, at) => (at === 700 ? code ^ 1 : code))],
  ['cut.xlsx', sheet.slice(0, 900)],
  ['archive.zip', bytes(zip(new Map([['a.txt', 'a']])))],
  ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
  [
    'password.xlsx',
    bytes(
      Buffer.concat([
        Buffer.of(0xd0, 0xcf, 0x11, 0xe0),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ),
  ],
  ['table.parquet', 'PAR1'],
  ['paper.pdf', '%PDF-1.7'],
];

describe('what is made, or unsound, is read alike', () => {
  test.each(inputs)('%s', async (name, content) => {
    await both((platform) => textsIn(chosen(name, content), platform));
    await both((platform) => tablesIn(chosen(name, content), platform));
    await both((platform) => workbookOf(chosen(name, content), platform));
  });

  test('and told as it should be', async () => {
    const told = async (name: string) => {
      const content = inputs.find(([other]) => other === name)?.[1] ?? '';
      const read = await tablesOf(chosen(name, content), webPlatform);
      return 'problem' in read ? [read.problem.code, read.problem.params] : [];
    };
    expect(await told('cut.csv.gz')).toEqual([
      'io/damaged-gzip',
      { path: 'cut.csv.gz', how: 'cut' },
    ]);
    expect(await told('bomb.json.gz')).toMatchObject(['io/gzip-bomb', { path: 'bomb.json.gz' }]);
    expect(await told('table.parquet')).toMatchObject(['table/save-as', { why: 'parquet' }]);
    expect(await told('password.xlsx')).toMatchObject(['table/save-as', { why: 'encrypted' }]);
  });
});

describe('gzip', () => {
  const long = Array.from({ length: 3000 }, (_, index) => `${index * 7919}`).join('\n');
  const members = Buffer.concat([gzipSync('a'), gzipSync(long), gzipSync(''), gzipSync('b')]);

  test.each([1, 100_000])('of several members, in pieces of %s bytes', async (length) => {
    expect(textOf(await unpackedBy(webPlatform, members, length))).toBe(`a${long}b`);
  });

  test('cut off at any place is told to be cut', async () => {
    const short = Buffer.concat([gzipSync('some text'), gzipSync('and more')]);
    for (let end = 1; end < short.length; end += 1) {
      // eslint-disable-next-line no-await-in-loop -- one after the other
      await both((platform) => faultOf(platform, short.subarray(0, end)));
    }
  });

  test.each([
    ['noughts', Buffer.alloc(5)],
    ['a letter', Buffer.from('x')],
    ['the beginning of a member', Buffer.of(0x1f)],
    ['more of it', Buffer.of(0x1f, 0x8b, 8)],
    ['a text', Buffer.from('{"a":1}\n'.repeat(20))],
  ])('with %s behind it', async (_, behind) => {
    expect(
      await both((platform) => faultOf(platform, Buffer.concat([gzipSync('a'), behind]))),
    ).toBeDefined();
  });

  test('of which one bit is another is refused, or says the same', async () => {
    const bits = fc.integer({ min: 0, max: 8 * members.length - 1 });
    await fc.assert(
      fc.asyncProperty(bits, async (bit) => {
        const flipped = Buffer.from(members);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        for (const host of hosts) {
          // eslint-disable-next-line no-await-in-loop -- one after the other
          const said = await unpackedBy(host, flipped).then(textOf, codeOf);
          expect([`a${long}b`, 'damaged', 'cut']).toContain(said);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('what DEFLATE packed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200_000 }), async (content) => {
      const all: Uint8Array[] = [];
      for await (const piece of webPlatform.inflate(deflateRawSync(content))) all.push(piece);
      expect(joined(all)).toEqual(content);
    }),
    { numRuns: 30 },
  );
});

test('digests, sums and places of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array(), (one, other) => {
      expect(webPlatform.sha256(one)).toBe(nodePlatform.sha256(one));
      const sum = nodePlatform.crc32(one);
      expect(webPlatform.crc32(one)).toBe(sum);
      expect(webPlatform.crc32(other, sum)).toBe(nodePlatform.crc32(other, sum));
      const wanted = one.subarray(one.length >> 1, (one.length >> 1) + 1 + ((other[0] ?? 0) % 3));
      if (wanted.length > 0)
        expect(lastIndexOf(one, wanted)).toBe(Buffer.from(one).lastIndexOf(wanted));
    }),
  );
});

test('the digest of a rulebook', () => {
  for (const path of ['rules', 'examples/branch']) {
    const { folder } = rulebookFolder(path);
    expect(folder.files.size).toBeGreaterThan(0);
    expect(rulebookDigest(folder, webPlatform)).toBe(rulebookDigest(folder, nodePlatform));
  }
});

test('a file that cannot be read any more is told of', async () => {
  const file = new File(['a'], 'a.yaml');
  const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  const stream = () => new ReadableStream({ pull: gone });
  const read = fileBytes(Object.assign(file, { arrayBuffer: gone, stream }));
  await expect(read.whole()).rejects.toBeInstanceOf(FileFault);
  const [only] = await textsIn(read, webPlatform);
  expect(only).toMatchObject({
    file: 'a.yaml',
    problem: { code: 'io/changed', params: { how: 'since-chosen' } },
  });
});

async function textsIn(file: FileBytes, platform: Platform): Promise<readonly TextRead[]> {
  const all: TextRead[] = [];
  for await (const batch of dossierTextsIn([file], platform)) all.push(...batch);
  return all;
}

async function tablesIn(file: FileBytes, platform: Platform): Promise<unknown> {
  const read = await tablesOf(file, platform);
  if ('problem' in read) return read.problem;
  const all: unknown[] = [];
  for (const { name, isHidden, rows, problems } of read.tables) {
    const found: unknown[] = [];
    // eslint-disable-next-line no-await-in-loop -- one after the other
    for await (const some of rows) found.push(...some);
    all.push({ name, isHidden, rows: found, problems });
  }
  return all;
}

async function unpackedBy(
  { gunzip }: Platform,
  content: Uint8Array,
  length = 1000,
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of gunzip(inPieces(content, length))) all.push(piece);
  return all;
}

async function faultOf(platform: Platform, content: Uint8Array): Promise<string | undefined> {
  return unpackedBy(platform, content).then(() => undefined, codeOf);
}

function codeOf(error: unknown): string {
  if (error instanceof DamagedGzip) return error.how;
  throw error;
}

function textOf(pieces: readonly Uint8Array[]): string {
  return Buffer.from(joined(pieces)).toString();
}

async function* inPieces(content: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += length) yield content.subarray(at, at + length);
}

function packed(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes(gzipSync(content));
}

function bytes(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(content);
}
