/** CRC-32 of bytes (RFC 1952, 8), as Node has it. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const code of bytes) sum = (ofByte[(sum ^ code) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

const ofByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xed_b8_83_20 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});
