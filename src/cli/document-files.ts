import { createHash } from 'node:crypto';

import type { Document } from '../document/document.ts';
import { style } from '../document/style.ts';
import { MissingPackages, typst } from '../io/typst.ts';
import { UsageError } from './call.ts';

/** The formats that one document may be a file of. */
export const documentKinds = ['docx', 'pdf', 'html', 'md'] as const;
export type DocumentKind = (typeof documentKinds)[number];

type WriteDocument = (document: Document) => Promise<string | Uint8Array> | string | Uint8Array;

/** Writes documents in a format; those of one format share what it takes. */
export async function documentWriter(kind: DocumentKind): Promise<WriteDocument> {
  switch (kind) {
    case 'docx': {
      const { docxBytes } = await import('../document/docx.ts');
      return (document) => docxBytes(document);
    }
    case 'pdf': {
      const { typstInput } = await import('../document/pdf.ts');
      const typeset = await installedTypst();
      return (document) => typeset(typstInput(document));
    }
    case 'html': {
      const { htmlPage } = await import('../document/html.ts');
      const styleDigest = createHash('sha256').update(style).digest('base64');
      return (document) => htmlPage(document, { styleDigest });
    }
    case 'md': {
      const { markdownFiles } = await import('../document/markdown.ts');
      return (document) =>
        [...markdownFiles(document, { rulebookAt: undefined }).values()].join('\n');
    }
  }
}

async function installedTypst() {
  try {
    return await typst();
  } catch (error) {
    if (!(error instanceof MissingPackages)) throw error;
    throw new UsageError(
      `生成 PDF 须另装排版程序与字体 / PDF takes packages that are not installed：npm install ${error.message}`,
    );
  }
}
