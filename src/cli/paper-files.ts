import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { extname, join } from 'node:path';

import type { Document } from '../document/document.ts';
import { style } from '../document/style.ts';
import { MissingPackages, typst } from '../io/typst.ts';
import { type Inputs } from '../io/target.ts';
import { writeFile } from '../io/write.ts';
import type { Paper } from '../papers/paper.ts';
import { UsageError } from './call.ts';

/** What papers are written as. */
export const paperKinds = ['docx', 'pdf', 'html', 'md'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Where papers go. */
export interface PaperTarget {
  readonly kind: PaperKind;
  /** A folder, or a file where there is one paper and this ends as such a file does. */
  readonly out: string;
  readonly inputs: Inputs;
}

/**
 * Writes papers, each into a file of its own, and gives back the paths. None of them is there already: people may have
 * written in it, or signed it.
 *
 * @throws UsageError before anything is written
 */
export async function writePapers(
  papers: readonly Paper[],
  { kind, out, inputs }: PaperTarget,
): Promise<readonly string[]> {
  const isFile = extname(out).toLowerCase() === `.${kind}`;
  if (isFile && papers.length > 1)
    throw new UsageError(
      `${out}：共有 ${papers.length} 份，--out 应为文件夹 / there are ${papers.length}: --out should be a folder`,
    );
  const taken = new Set<string>();
  const files = papers.map(({ name, document }) => {
    const path = isFile ? out : join(out, `${fileName(name, taken)}.${kind}`);
    return { path, document };
  });
  const there = files.find(({ path }) => lstatSync(path, { throwIfNoEntry: false }));
  if (there)
    throw new UsageError(
      `${there.path} 已存在，可能已经填写；请用 --out 另取名 / exists and may be filled in: name another place with --out`,
    );
  const write = await writerOf(kind);
  for (const { path, document } of files) {
    // eslint-disable-next-line no-await-in-loop -- one at a time, so that few are held
    writeFile(path, await write(document()), inputs);
  }
  return files.map(({ path }) => path);
}

/** Longest name of a file, in characters, so that it fits where names are counted in bytes. */
const longestName = 60;

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A name that every file system takes and that leads nowhere else, each once. */
export function fileName(name: string, taken: Set<string>): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|'`$%&;!#~]+/gu, '_')
    .replaceAll(/^[.\-_]+|[.\-_]+$/gu, '');
  const short = [...plain]
    .slice(-longestName)
    .join('')
    .replace(/^[.-]+/u, '');
  const own = short === '' || devices.test(short) ? `_${short}` : short;
  let found = own;
  for (let number = 2; taken.has(found.toLowerCase()); number += 1) found = `${own}-${number}`;
  taken.add(found.toLowerCase());
  return found;
}

type WriteDocument = (document: Document) => Promise<string | Uint8Array> | string | Uint8Array;

async function writerOf(kind: PaperKind): Promise<WriteDocument> {
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
