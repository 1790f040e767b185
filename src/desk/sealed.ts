import { gcm } from '@noble/ciphers/aes.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { deflateSync, inflateSync } from 'fflate';

/** What a sealed file begins with, by which it is known. */
export const sealedMark = '{"shouze":"session"';

/** The largest sealed file that is read, and the most that its content may come to, in bytes. */
export const mostSealed = 256 * 2 ** 20;

/** How much work a key takes (RFC 7914): `n` is a power of two, and takes `n` KB of memory. */
export interface KeyCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** About a second in a browser; the least that OWASP asks for. */
export const usualCost: KeyCost = { n: 2 ** 17, r: 8, p: 1 };

/** A key made of a pass phrase, and what it was made with. */
export interface Seal {
  readonly key: Uint8Array;
  readonly cost: KeyCost;
  /** In hexadecimal digits. */
  readonly salt: string;
}

/** Random bytes, so many. */
export type Random = (length: number) => Uint8Array;

/** Why sealed bytes cannot be opened. */
export type SealProblem =
  | { readonly kind: 'not-a-session' }
  | { readonly kind: 'newer'; readonly format: number }
  /** @param bytes - what is there, and what there should be */
  | { readonly kind: 'cut-off'; readonly bytes: number; readonly of: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'wrong-pass-phrase' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number };

export type Opened =
  | { readonly value: unknown; readonly seal: Seal }
  | { readonly problem: SealProblem };

interface Header {
  readonly shouze: 'session';
  readonly format: 1;
  readonly scrypt: KeyCost & { readonly salt: string };
  readonly nonce: string;
  /** Of what is sealed. */
  readonly bytes: number;
  /** Of what it is opened. */
  readonly plain: number;
}

const digestLength = 32;
const tagLength = 16;

/** Makes a key of a pass phrase: about a second of work. */
export function sealOf(passPhrase: string, random: Random, cost: KeyCost = usualCost): Seal {
  const salt = bytesToHex(random(16));
  return { key: keyOf(passPhrase, salt, cost), cost, salt };
}

/**
 * Seals plain data: a line of JSON that says how, the data packed (RFC 1951) and encrypted (AES-256-GCM), and the SHA-256
 * of both, which tells a file that is damaged from a pass phrase that is wrong.
 *
 * @returns undefined for what would come to more than is opened again
 */
export function sealed(
  value: unknown,
  { key, cost, salt }: Seal,
  random: Random,
  most = mostSealed,
): Uint8Array | undefined {
  const text = encoded(value);
  if (!text || text.length > most) return undefined;
  const packed = deflateSync(text);
  const header: Header = {
    shouze: 'session',
    format: 1,
    scrypt: { ...cost, salt },
    nonce: bytesToHex(random(12)),
    bytes: packed.length + tagLength,
    plain: text.length,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const body = gcm(key, hexToBytes(header.nonce), head).encrypt(packed);
  const whole = concatBytes(head, lineEnd, body);
  return concatBytes(whole, sha256(whole));
}

/** Undefined for more than a text may have. */
function encoded(value: unknown): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(JSON.stringify(value));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Opens what was sealed by a pass phrase, or by a key that is at hand. */
export function openSealed(bytes: Uint8Array, by: string | Seal): Opened {
  if (bytes.length > mostSealed) return tooLarge(bytes.length);
  const read = headerOf(bytes);
  if ('problem' in read) return read;
  const { header, head } = read;
  const { salt, ...cost } = header.scrypt;
  const start = head.length + 1;
  const of = start + header.bytes + digestLength;
  if (header.plain > mostSealed) return tooLarge(header.plain);
  if (bytes.length < of) return { problem: { kind: 'cut-off', bytes: bytes.length, of } };
  const end = start + header.bytes;
  const isWhole =
    bytes.length === of && isSame(sha256(bytes.subarray(0, end)), bytes.subarray(end));
  if (!isWhole) return { problem: { kind: 'damaged' } };
  const isOwn = typeof by !== 'string' && by.salt === salt;
  if (typeof by !== 'string' && !isOwn) return { problem: { kind: 'wrong-pass-phrase' } };
  const seal = typeof by === 'string' ? { key: keyOf(by, salt, cost), cost, salt } : by;
  const packed = decrypted(bytes.subarray(start, end), seal, header, head);
  if (!packed) return { problem: { kind: 'wrong-pass-phrase' } };
  const value = unpacked(packed, header.plain);
  return value === undefined ? { problem: { kind: 'damaged' } } : { value, seal };
}

const lineEnd = Uint8Array.of(10);

/** What was typed in another form of the same characters (full width, say) is the same pass phrase. */
function keyOf(passPhrase: string, salt: string, { n, r, p }: KeyCost): Uint8Array {
  return scrypt(passPhrase.normalize('NFKC'), hexToBytes(salt), { N: n, r, p, dkLen: 32 });
}

function headerOf(
  bytes: Uint8Array,
): { readonly header: Header; readonly head: Uint8Array } | { readonly problem: SealProblem } {
  const begins = bytes.subarray(0, longestHeader);
  const text = new TextDecoder().decode(begins);
  if (!text.startsWith(sealedMark)) return { problem: { kind: 'not-a-session' } };
  const end = begins.indexOf(10);
  // cut off in its first line: how long it was is not known
  if (end < 0 && bytes.length < longestHeader)
    return { problem: { kind: 'cut-off', bytes: bytes.length, of: Number.NaN } };
  const head = bytes.subarray(0, Math.max(end, 0));
  const header = parsed(new TextDecoder().decode(head));
  if (typeof header === 'object' && header && 'format' in header) {
    const { format } = header;
    if (typeof format === 'number' && format > 1) return { problem: { kind: 'newer', format } };
  }
  return isHeader(header) ? { header, head } : { problem: { kind: 'damaged' } };
}

const longestHeader = 1000;

function isHeader(given: unknown): given is Header {
  const header = given as Partial<Header> | undefined | null;
  const { n = 0, r, p = 0, salt } = header?.scrypt ?? {};
  return (
    header?.format === 1 &&
    isWhole(n, 2 ** 10, 2 ** 18) &&
    Number.isInteger(Math.log2(n)) &&
    r === 8 &&
    isWhole(p, 1, 4) &&
    isHex(salt, 16) &&
    isHex(header.nonce, 12) &&
    isWhole(header.bytes, tagLength, mostSealed) &&
    isWhole(header.plain, 0, Number.MAX_SAFE_INTEGER)
  );
}

function isWhole(number: unknown, least: number, most: number): boolean {
  return Number.isInteger(number) && Number(number) >= least && Number(number) <= most;
}

function isHex(text: unknown, length: number): boolean {
  return typeof text === 'string' && text.length === 2 * length && /^[0-9a-f]*$/u.test(text);
}

/** Undefined where the key is another. */
function decrypted(
  body: Uint8Array,
  { key }: Seal,
  { nonce }: Header,
  head: Uint8Array,
): Uint8Array | undefined {
  try {
    return gcm(key, hexToBytes(nonce), head).decrypt(body);
  } catch {
    return undefined;
  }
}

/** @param length - no more is unpacked */
function unpacked(packed: Uint8Array, length: number): unknown {
  try {
    return parsed(new TextDecoder().decode(inflateSync(packed, { out: new Uint8Array(length) })));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function tooLarge(bytes: number): { readonly problem: SealProblem } {
  return { problem: { kind: 'too-large', bytes, most: mostSealed } };
}
