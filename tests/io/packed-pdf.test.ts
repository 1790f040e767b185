import { inflateSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { packedPdf } from '../../src/io/packed-pdf.ts';
import { piecesOfPdf, readsPdf } from '../document/harness.ts';

const page = 'BT /F 24 Tf 72 700 Td (It is packed) Tj ET';
const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
  `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];
const written = pdfOf(objects);
const packed = Buffer.from(packedPdf(written));

test('what is no stream is in one, and a stream stays as it is', () => {
  const text = packed.toString('latin1');
  const [, first = '', length = ''] =
    /\/Type \/ObjStm \/N 4 \/First (\d+) \/Filter \/FlateDecode \/Length (\d+) >>\nstream\n/u.exec(
      text,
    ) ?? [];
  const from = text.indexOf('stream\n', text.indexOf('/ObjStm')) + 'stream\n'.length;
  const inside = inflateSync(packed.subarray(from, from + Number(length))).toString('latin1');
  const bodies = objects.filter((body) => !body.includes('stream'));
  expect(inside.slice(Number(first))).toBe(`${bodies.join('\n')}\n`);
  expect(text).toContain(`4 0 obj\n${objects[3]}\nendobj`);
  expect(text).not.toContain('/Catalog');
});

test('the same bytes give the same bytes', () => {
  expect(packed.equals(packedPdf(written))).toBe(true);
});

test.skipIf(!readsPdf)('it is read as before', () => {
  expect(piecesOfPdf(packed)).toEqual(piecesOfPdf(written));
  expect(piecesOfPdf(packed).join('')).toContain('packed');
});

/** A file as Typst writes it: objects one behind the other, then a table of where they begin. */
function pdfOf(bodies: readonly string[]): Buffer {
  let text = '%PDF-1.7\n\n';
  const rows = bodies.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n\n`;
    return `${String(place).padStart(10, '0')} 00000 n\r\n`;
  });
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f\r\n${rows.join('')}`;
  const trailer = `trailer\n<<\n  /Size ${bodies.length + 1}\n  /Root 1 0 R\n>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text + table + trailer, 'latin1');
}
