import { statSync } from 'node:fs';
import { relative } from 'node:path';

import { isCompound } from '../base/bytes.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { endsWith } from '../base/endings.ts';
import { largestFile, tooLarge } from '../base/text-file.ts';
import { textOfDocx } from '../drift/docx.ts';
import type { TextFound } from '../drift/format.ts';
import type { TextGiven } from '../drift/whose.ts';
import { fileBytesAt } from '../io/file-bytes.ts';
import { folderFiles } from '../io/folder.ts';
import { nodePlatform } from '../io/platform.ts';
import { encodingOf } from '../tables/encoding.ts';
import { faultOf } from '../tables/problem.ts';
import type { Problems } from '../words/messages/messages.ts';
import { UsageError } from './call.ts';

export interface TextsRead {
  readonly texts: readonly TextGiven[];
  /** Files that are no such texts, or are damaged. */
  readonly unread: readonly TextFound[];
  /** Files that could not be read, and what is in the folder besides. */
  readonly problems: readonly Diagnostic<Problems>[];
}

/** The texts that a folder keeps of its sources. */
export async function readSourceTexts(folder: string): Promise<TextsRead> {
  const is = statSync(folder, { throwIfNoEntry: false });
  if (!is) throw new UsageError(`${folder}：没有这个文件夹 / there is no such folder`);
  if (!is.isDirectory())
    throw new UsageError(
      `${folder}：不是文件夹，请写放原文的文件夹 / is no folder; give the one that has the texts`,
    );
  // whatever there is, by any name
  const { paths, problems } = folderFiles(folder, ['']);
  const texts: TextGiven[] = [];
  const unread: TextFound[] = [];
  const faults: Diagnostic<Problems>[] = [...problems];
  for (const path of paths.filter((one) => !/(?:^|[/\\])~\$[^/\\]*$/u.test(one))) {
    const file = relative(folder, path).replaceAll('\\', '/');
    // eslint-disable-next-line no-await-in-loop -- one file in memory at a time
    const read = endsWith(path, ['.txt', '.md', '.docx']) ? await textOf(path) : 'format';
    if (typeof read === 'string')
      unread.push({ file, source: null, by: null, why: read, among: [] });
    else if ('text' in read) texts.push({ file, ...read });
    else faults.push(read.problem);
  }
  if (texts.length + unread.length + faults.length === 0)
    throw new UsageError(
      `${folder}：没有文本（.txt、.md、.docx） / has no texts (.txt, .md, .docx)`,
    );
  return { texts, unread, problems: faults };
}

async function textOf(
  path: string,
): Promise<
  { readonly text: string } | { readonly problem: Diagnostic<Problems> } | 'damaged' | 'old'
> {
  try {
    const file = fileBytesAt(path);
    if (file.size > largestFile) return { problem: tooLarge(path, file.size) };
    const bytes = await file.whole();
    if (!endsWith(path, ['.docx']))
      return { text: new TextDecoder(await encodingOf(file, nodePlatform)).decode(bytes) };
    if (bytes.length === 0) return { text: '' };
    if (isCompound(bytes)) return 'old';
    const text = await textOfDocx(bytes, nodePlatform);
    return text === undefined ? 'damaged' : { text };
  } catch (error) {
    return { problem: faultOf(error) };
  }
}
