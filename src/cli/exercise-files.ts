import { createHash } from 'node:crypto';

import type { Document } from '../document/document.ts';
import { workbookBytes } from '../xlsx/workbook.ts';
import type { BlueprintFile } from '../rulebook/files.ts';
import { questionBank, rosterBook } from '../training/bank.ts';
import { type Digest, manifestOf } from '../training/manifest.ts';
import { answerSheet, keyPage, numbered, paperPage, rosterPage } from '../training/pages.ts';
import type { Paper } from '../training/paper.ts';
import type { Setting } from '../training/setting.ts';
import { documentWriter } from './document-files.ts';

export const exerciseFormats = ['md', 'html', 'xlsx', 'docx'] as const;
export type ExerciseFormat = (typeof exerciseFormats)[number];

/** A manifest's name in the folder of its papers. */
export const manifestName = 'papers.json';

/** Every file of some papers, by its path in the folder that it is written to. */
export async function exerciseFiles(
  papers: readonly Paper[],
  blueprint: BlueprintFile,
  setting: Setting,
  formats: readonly ExerciseFormat[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const pages: readonly (readonly [string, Document])[] = [
    ...papers.flatMap((paper) => [
      [`paper-${paper.letter}`, paperPage(paper, blueprint, setting)] as const,
      [`answer-sheet-${paper.letter}`, answerSheet(paper, blueprint, setting)] as const,
      [`key-${paper.letter}`, keyPage(paper, blueprint, setting)] as const,
    ]),
    ['roster', rosterPage(setting)],
  ];
  const writers = await Promise.all(
    formats.flatMap((format) =>
      format === 'xlsx' ? [] : documentWriter(format).then((write) => ({ format, write })),
    ),
  );
  for (const [name, page] of pages) {
    for (const { format, write } of writers) {
      // one at a time: each holds a whole file
      // eslint-disable-next-line no-await-in-loop
      files.set(`${name}.${format}`, await write(page));
    }
  }
  if (formats.includes('xlsx')) {
    files.set('bank.xlsx', await workbookBytes(questionBank(papers, setting)));
    files.set('roster.xlsx', await workbookBytes(rosterBook(setting)));
  }
  for (const paper of papers) {
    for (const { number, question } of numbered(paper)) {
      if (question.dossier !== undefined)
        files.set(
          `dossiers/${paper.letter}-${number}.json`,
          `${JSON.stringify(JSON.parse(question.dossier), undefined, 2)}\n`,
        );
    }
  }
  const manifest = manifestOf(papers, setting, sha256);
  files.set(manifestName, `${JSON.stringify(manifest, undefined, 2)}\n`);
  return files;
}

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');
