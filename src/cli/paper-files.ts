import { lstatSync } from 'node:fs';
import { extname, join } from 'node:path';

import { fileName } from '../base/file-name.ts';
import { type Inputs } from '../io/target.ts';
import { writeFile } from '../io/write.ts';
import type { Paper } from '../papers/paper.ts';
import { UsageError } from './call.ts';
import { documentWriter } from './document-files.ts';
import type { DocumentKind } from './document-kinds.ts';

/** Where papers go. */
export interface PaperTarget {
  readonly kind: DocumentKind;
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
  const write = await documentWriter(kind);
  for (const { path, document } of files) {
    // eslint-disable-next-line no-await-in-loop -- one at a time, so that few are held
    writeFile(path, await write(document()), inputs);
  }
  return files.map(({ path }) => path);
}
