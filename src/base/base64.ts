/** Bytes as base64 (RFC 4648, section 4): in pieces, since a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += piece)
    letters += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(letters);
}

/** @throws where the text is no base64 */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

const piece = 0x8000;
