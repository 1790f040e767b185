import { createHash } from 'node:crypto';

import type { BlueprintFile } from '../rulebook/files.ts';
import { exercisePages, exerciseTables, exerciseTexts } from '../training/files.ts';
import type { Digest } from '../training/manifest.ts';
import type { Paper } from '../training/paper.ts';
import type { Setting } from '../training/setting.ts';
import { workbookBytes } from '../xlsx/workbook.ts';
import { documentWriter } from './document-files.ts';

export const exerciseFormats = ['md', 'html', 'xlsx', 'docx'] as const;
export type ExerciseFormat = (typeof exerciseFormats)[number];

/** Every file of some papers, by its path in the folder that it is written to. */
export async function exerciseFiles(
  papers: readonly Paper[],
  blueprint: BlueprintFile,
  setting: Setting,
  formats: readonly ExerciseFormat[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const writers = await Promise.all(
    formats.flatMap((format) =>
      format === 'xlsx' ? [] : documentWriter(format).then((write) => ({ format, write })),
    ),
  );
  for (const [name, page] of exercisePages(papers, blueprint, setting)) {
    for (const { format, write } of writers) {
      // one at a time: each holds a whole file
      // eslint-disable-next-line no-await-in-loop
      files.set(`${name}.${format}`, await write(page));
    }
  }
  if (formats.includes('xlsx')) {
    for (const [name, workbook] of exerciseTables(papers, setting)) {
      // eslint-disable-next-line no-await-in-loop
      files.set(`${name}.xlsx`, await workbookBytes(workbook));
    }
  }
  for (const [path, text] of exerciseTexts(papers, setting, sha256)) files.set(path, text);
  return files;
}

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');
