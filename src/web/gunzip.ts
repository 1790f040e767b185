import { Gunzip } from 'fflate';

import { DamagedGzip, joined, type Platform } from '../base/bytes.ts';

/** Bytes that are unpacked at a time: a thousand times as many come of them, at most. */
const partLength = 16 * 1024;
/** Bytes of the head of a member, at most; names are shorter by far. */
const longestHead = 64 * 1024;
/** What stands behind what a member packs: its CRC-32, then how many bytes it packs (RFC 1952, 2.3.1). */
const trailerLength = 8;
/** How a member begins. */
const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);

/**
 * What gzip packed, of several members too.
 *
 * The library unpacks, and says where further members begin; it looks at no trailer. Here they are compared with what
 * came out, and the last is found by the head of one more member, which is put behind it.
 *
 * @throws DamagedGzip
 */
export async function* gunzip(
  pieces: AsyncIterable<Uint8Array>,
  crc32: Platform['crc32'],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  /** Of the member that is being unpacked. */
  let [sum, length] = [0, 0];
  /** The bytes that came in last, up to `end`. */
  let [recent, end]: [Uint8Array, number] = [new Uint8Array(), 0];
  /** Bytes since the library last unpacked any: of the head of a member. */
  let waiting = 0;
  /** Where a member was found behind another, last. */
  let begun = 0;

  const members = new Gunzip((bytes) => {
    waiting = 0;
    sum = crc32(bytes, sum);
    length += bytes.length;
    ready.push(bytes);
  });
  members.onmember = (begins) => {
    begun = begins;
    if (!isTrailerBefore(begins)) throw new DamagedGzip('damaged');
    [sum, length] = [0, 0];
  };

  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += partLength) {
      const isSound = push(piece.subarray(at, at + partLength));
      for (const bytes of ready) yield* inPieces(bytes);
      ready = [];
      if (!isSound || waiting > longestHead) throw new DamagedGzip('damaged');
    }
  }
  const last = end;
  const isSound = push(head);
  if (begun !== last) throw new DamagedGzip(hasMoreBehind(last) ? 'damaged' : 'cut');
  if (!isSound) throw new DamagedGzip('damaged');

  function push(part: Uint8Array): boolean {
    recent = joined([recent.subarray(-longestHead - partLength - trailerLength), part]);
    end += part.length;
    waiting += part.length;
    try {
      members.push(part);
      return true;
    } catch {
      return false;
    }
  }

  function isTrailerBefore(at: number): boolean {
    const from = recent.length - (end - at) - trailerLength;
    if (from < 0) return false;
    const trailer = new DataView(recent.buffer, recent.byteOffset + from, trailerLength);
    return trailer.getUint32(0, true) === sum && trailer.getUint32(4, true) === length % 2 ** 32;
  }

  /** Whether behind the last member, up to a place, there is something that begins no other: zlib tells from two bytes. */
  function hasMoreBehind(at: number): boolean {
    const place = recent.length - (end - at);
    return [1, 2, 3].some((more) => {
      const behind = recent.subarray(place - more, place);
      const isHead =
        more === 1 ? behind[0] !== 0 : behind.every((code, index) => code === head[index]);
      return !isHead && isTrailerBefore(at - more);
    });
  }
}

/** Bytes that are handed on at a time. */
const pieceLength = 256 * 1024;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}
