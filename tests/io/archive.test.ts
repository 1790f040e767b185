import { expect, test } from 'vitest';

import { archiveTo, safeName } from '../../src/io/archive.ts';
import { openSpool } from '../../src/io/spool.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { openZip } from '../../src/xlsx/zip.ts';

test.each([
  ['report.json', 'report.json'],
  ['inputs/员工名册.yaml', 'inputs/员工名册.yaml'],
  ['../../etc/passwd', '__/__/etc/passwd'],
  ['/etc/passwd', 'etc/passwd'],
  [String.raw`C:\Windows\system.ini`, 'C_/Windows/system.ini'],
  ['a/./b', 'a/_/b'],
  ['a//b', 'a/b'],
  ['name. ', 'name__'],
  ['turned\u202Etxt.exe', 'turned_txt.exe'],
  ['line\nbreak', 'line_break'],
  ['', '_'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('%j is called %j in an archive', (given, name) => {
  expect(safeName(given)).toBe(name);
});

async function archived(names: readonly string[]) {
  const pieces: Uint8Array[] = [];
  const archive = archiveTo(async (bytes) => {
    pieces.push(bytes);
  });
  for (const name of names) {
    // eslint-disable-next-line no-await-in-loop -- one after the other
    await archive.part({ name, pieces: () => ['内', '容 of ', Buffer.from(name)] });
  }
  await archive.finish();
  return { bytes: Buffer.concat(pieces), written: archive.written() };
}

test('what goes in comes out, under names that no system takes for one', async () => {
  const names = ['a.txt', 'A.TXT', 'a.txt', 'b/a', 'b/a'];
  const { bytes, written } = await archived(names);
  expect(written.map(({ name }) => name)).toEqual(['a.txt', 'A-2.TXT', 'a-3.txt', 'b/a', 'b/a-2']);
  const unpack = openZip(bytes, nodePlatform);
  for (const [index, { name }] of written.entries())
    expect(Buffer.from((await unpack(name)) ?? []).toString()).toBe(`内容 of ${names[index]}`);
});

test('the same files give the same bytes', async () => {
  const [one, other] = [await archived(['a', 'b']), await archived(['a', 'b'])];
  expect(one.bytes.equals(other.bytes)).toBe(true);
});

test('a spool gives its lines back, however long, as often as they are asked for', () => {
  const spool = openSpool();
  const lines = ['', '一', 'x'.repeat(3_000_000), '末'.repeat(700_001), ''];
  for (const line of lines) spool.add(line);
  expect([...spool.lines()]).toEqual(lines);
  spool.add('more');
  expect([...spool.lines()]).toEqual([...lines, 'more']);
  spool.close();
});
