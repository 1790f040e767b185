import type { Document } from './document.ts';
import { style } from './style.ts';

/** The formats that one document may be a file of, wherever it is made. */
export type FileFormat = 'docx' | 'html' | 'md';

export type WriteDocument = (
  document: Document,
) => Promise<string | Uint8Array> | string | Uint8Array;

/**
 * Writes documents in a format; those of one format share what it takes.
 *
 * @param sha256 - in hexadecimal digits
 */
export async function fileWriter(
  format: FileFormat,
  sha256: (bytes: Uint8Array) => string,
): Promise<WriteDocument> {
  switch (format) {
    case 'docx': {
      const { docxBytes } = await import('./docx.ts');
      return (document) => docxBytes(document);
    }
    case 'html': {
      const { htmlPage } = await import('./html.ts');
      const styleDigest = base64Of(sha256(new TextEncoder().encode(style)));
      return (document) => htmlPage(document, { styleDigest });
    }
    case 'md': {
      const { markdownFiles } = await import('./markdown.ts');
      return (document) =>
        [...markdownFiles(document, { rulebookAt: undefined }).values()].join('\n');
    }
  }
}

/** Of hexadecimal digits, as policies of pages have digests. */
function base64Of(digits: string): string {
  const bytes = digits.match(/../gu) ?? [];
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))));
}
