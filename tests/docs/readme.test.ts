import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import {
  digestOf,
  pageOf,
  photograph,
  type Picture,
  pictures,
  size,
  takenOf,
} from '../../scripts/images.ts';
import { facts, readmes, readmeText } from '../../scripts/readme.ts';
import { chromium, reason } from '../report/chromium.ts';

describe.each(readmes)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  test('shows what commands print and counts what there is (`npm run readme` writes it anew)', () => {
    expect(text).toBe(readmeText(path));
  });

  test('has every number that is counted', () => {
    const missing = Object.entries(facts).filter(([, { says }]) => !says[path].test(text));
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  test('has no other number, but what its own output shows and what the engine fixes', () => {
    const output = [...text.matchAll(/^```text\n([^]*?)^```$/gmu)]
      .map(([, shown]) => shown)
      .join('');
    // exit codes; a year that is mistyped
    const fixed = new Set(['0', '1', '2', '0026']);
    const counted = Object.values(facts).reduce(
      (left, { says }) =>
        left.replace(says[path], (whole, number: string) => whole.replace(number, '')),
      text,
    );
    const prose = counted
      .replaceAll(/^```[^]*?^```$/gmu, '')
      .replaceAll(/`[^`]*`|\]\([^)]*\)|Apache-2\.0/gu, '');
    const numbers = [...prose.matchAll(/\d[\d,.]*\d|\d/gu)].map(([number]) => number);
    expect(numbers.filter((number) => !fixed.has(number) && !output.includes(number))).toEqual([]);
  });

  test('tells to change what is there to change', () => {
    const [, parameter = ''] = /`(rules\/parameters\/[^`]+)`/u.exec(text) ?? [];
    const [, value] = /`(0\.\d+)`/u.exec(text) ?? [];
    expect(readFileSync(parameter, 'utf8')).toContain(`value: ${value}\n`);
  });
});

describe('the pictures', () => {
  const taken = JSON.parse(readFileSync(takenOf, 'utf8')) as Readonly<Record<string, string>>;
  const each = Object.keys(pictures) as readonly Picture[];

  test.each(each)(
    '%s is of the report as it is now (`npm run images` takes it anew)',
    (picture) => {
      expect(taken[picture]).toBe(digestOf(pageOf(picture)));
      expect(sizeOf(readFileSync(picture))).toEqual(size);
    },
  );

  test.skipIf(chromium === undefined)(`can be taken${reason}`, async () => {
    const [picture = 'docs/images/report.zh.png'] = each;
    expect(sizeOf(await photograph(pageOf(picture)))).toEqual(size);
  });
});

/** Of a PNG file, as its first chunk says. */
function sizeOf(png: Buffer) {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
