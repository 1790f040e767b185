import { deflateSync } from 'node:zlib';

import { invariant } from '../base/invariant.ts';

/** Objects that are compressed together. */
const together = 500;

/**
 * The same PDF with everything that is no stream compressed (object streams, ISO 32000-1, 7.5.7): the tags of a long
 * document, which readers aloud go by, are most of it as they are written.
 *
 * @param written - of version 1.5 or later, not encrypted, with one table of references, as Typst writes it
 */
export function packedPdf(written: Uint8Array): Uint8Array {
  const pdf = Buffer.from(written.buffer, written.byteOffset, written.byteLength);
  const { offsets, end, trailer } = tableOf(pdf);
  const inOrder = [...offsets].toSorted(([, a], [, b]) => a - b);
  const out: Buffer[] = [pdf.subarray(0, inOrder[0]?.[1] ?? end)];
  let length = out[0]?.length ?? 0;
  const entries = new Map<number, Entry>();
  const plain: (readonly [number, Buffer])[] = [];
  inOrder.forEach(([id, from], at) => {
    const whole = pdf.subarray(from, inOrder[at + 1]?.[1] ?? end);
    const body = bodyOf(whole);
    if (body.subarray(-'endstream'.length).equals(Buffer.from('endstream'))) {
      entries.set(id, { kind: 1, place: length, index: 0 });
      append(whole);
    } else plain.push([id, body]);
  });
  let next = Math.max(...offsets.keys()) + 1;
  for (let at = 0; at < plain.length; at += together) {
    const group = plain.slice(at, at + together);
    const id = next;
    next += 1;
    group.forEach(([one], index) => entries.set(one, { kind: 2, place: id, index }));
    entries.set(id, { kind: 1, place: length, index: 0 });
    append(streamOf(id, ...objectStream(group)));
  }
  const startsAt = length;
  entries.set(next, { kind: 1, place: startsAt, index: 0 });
  append(
    streamOf(next, `/Type /XRef /Size ${next + 1} /W [1 4 2] ${trailer}`, table(next, entries)),
  );
  append(Buffer.from(`startxref\n${startsAt}\n%%EOF\n`));
  return Buffer.concat(out);

  function append(bytes: Buffer): void {
    out.push(bytes);
    length += bytes.length;
  }
}

/** Where an object is: in the file at a place, or in the stream of that number. */
interface Entry {
  readonly kind: 1 | 2;
  readonly place: number;
  readonly index: number;
}

function tableOf(pdf: Buffer) {
  const end = Number(
    /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(pdf.toString('latin1', pdf.length - 64))?.[1],
  );
  const text = pdf.toString('latin1', end);
  const [, first, count] = /^xref\s+(\d+) (\d+)\s+/u.exec(text) ?? [];
  const behind = text.slice(text.indexOf('trailer'));
  const trailer = /\/Root[^]*(?=>>\s*startxref)/u.exec(behind)?.[0];
  invariant(first === '0' && trailer !== undefined, 'Typst writes one table of references');
  const lines = text.match(/\d{10} \d{5} [nf]/gu)?.slice(0, Number(count)) ?? [];
  const offsets = new Map(
    lines.flatMap((line, id) => (line.endsWith('n') ? [[id, Number(line.slice(0, 10))]] : [])),
  );
  return { offsets, end, trailer };
}

/** What stands between `12 0 obj` and `endobj`. */
function bodyOf(whole: Buffer): Buffer {
  const from = whole.indexOf('obj') + 'obj'.length;
  const to = whole.lastIndexOf('endobj');
  return Buffer.from(whole.toString('latin1', from, to).trim(), 'latin1');
}

function objectStream(group: readonly (readonly [number, Buffer])[]): readonly [string, Buffer] {
  const heads: string[] = [];
  let at = 0;
  for (const [id, body] of group) {
    heads.push(`${id} ${at}`);
    at += body.length + 1;
  }
  const head = Buffer.from(`${heads.join(' ')}\n`);
  const bodies = group.flatMap(([, body]) => [body, Buffer.from('\n')]);
  return [
    `/Type /ObjStm /N ${group.length} /First ${head.length}`,
    Buffer.concat([head, ...bodies]),
  ];
}

function table(last: number, entries: ReadonlyMap<number, Entry>): Buffer {
  const rows = Buffer.alloc((last + 1) * 7);
  for (const [id, { kind, place, index }] of entries) {
    rows.writeUInt8(kind, id * 7);
    rows.writeUInt32BE(place, id * 7 + 1);
    rows.writeUInt16BE(index, id * 7 + 5);
  }
  rows.writeUInt16BE(65_535, 5);
  return rows;
}

function streamOf(id: number, keys: string, content: Buffer): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(
      `${id} 0 obj\n<< ${keys} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n\n'),
  ]);
}
