import { fileWriter, type WriteDocument } from '../document/files.ts';
import { nodePlatform } from '../io/platform.ts';
import { MissingPackages, typst } from '../io/typst.ts';
import { UsageError } from './call.ts';
import type { DocumentKind } from './document-kinds.ts';

/** Writes documents in a format; those of one format share what it takes. */
export async function documentWriter(kind: DocumentKind): Promise<WriteDocument> {
  if (kind !== 'pdf') return fileWriter(kind, nodePlatform.sha256);
  const { typstInput } = await import('../document/pdf.ts');
  const typeset = await installedTypst();
  return (document) => typeset(typstInput(document));
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
