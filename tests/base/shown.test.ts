import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oneLine, printable, severalLines } from '../../src/base/shown.ts';
import { coloured } from '../../src/report/paint.ts';

/** By what Unicode says of them: controls, marks of direction, separators of lines and paragraphs. */
const acts = /[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}]/u;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xa0 }),
        fc.integer({ min: 0x2000, max: 0x2070 }),
        fc.constant(0x61c),
      ),
    )
    .map((codes) => String.fromCharCode(...codes)),
);

describe('what acts is written out', () => {
  test.each([
    ['\u001b[31mred', String.raw`\u001b[31mred`],
    ['a\u0007\u0008\u007f\u009b2J', String.raw`a\u0007\u0008\u007f\u009b2J`],
    ['moc.\u202eexe', String.raw`moc.\u202eexe`],
    ['\u2066\u2069\u200e\u200f\u061c', String.raw`\u2066\u2069\u200e\u200f\u061c`],
    ['a\u2028b\u0085c', String.raw`a\u2028b\u0085c`],
    ['a\tb\r\nc', String.raw`a\tb\r\nc`],
    ['首付款 149,999.99 元　“全角” 👩‍👧 é', '首付款 149,999.99 元　“全角” 👩‍👧 é'],
  ])('%j', (text, shown) => {
    expect(oneLine(text)).toBe(shown);
  });

  test('lines of their own stay, further ones from the left', () => {
    expect(severalLines('a\tb\nc\r\nd\re', '  ')).toBe('a\tb\n  c\r\n  d\\re');
  });

  test('our own colours stay, and no other sequence', () => {
    expect(printable(coloured.red('a'))).toBe(coloured.red('a'));
    for (const paint of Object.values(coloured)) expect(printable(paint('x'))).toBe(paint('x'));
    expect(printable('\u001b[2J\u001b[8m\u001b]0;title\u0007\u001b[31;1m')).not.toMatch(acts);
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(text)).not.toMatch(acts);
        expect(severalLines(text).replaceAll(/\r\n|[\t\n]/gu, '')).not.toMatch(acts);
        // what says nothing stays
        if (!acts.test(text)) expect(oneLine(text)).toBe(text);
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });

  test('JSON stays the JSON that it was', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText), (value) => {
        const text = severalLines(JSON.stringify(value, undefined, 2), '    ');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text.replaceAll('\n', '')).not.toMatch(acts);
      }),
    );
  });
});
