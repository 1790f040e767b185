import type { Document } from './document.ts';

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
      return (document) => htmlPage(document, { sha256 });
    }
    case 'md': {
      const { markdownFiles } = await import('./markdown.ts');
      return (document) =>
        [...markdownFiles(document, { rulebookAt: undefined }).values()].join('\n');
    }
  }
}
