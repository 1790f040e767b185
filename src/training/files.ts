import { indentedJson } from '../base/json.ts';
import type { Workbook } from '../base/workbook.ts';
import type { Document } from '../document/document.ts';
import type { BlueprintFile } from '../rulebook/files.ts';
import { questionBank, rosterBook } from './bank.ts';
import { type Digest, manifestOf } from './manifest.ts';
import { answerSheet, keyPage, numbered, paperPage, rosterPage } from './pages.ts';
import type { Paper } from './paper.ts';
import type { Setting } from './setting.ts';

/** A manifest's name in the folder of its papers. */
const manifestName = 'papers.json';

/** What is printed of some papers, by the name of its file without the ending. */
export function exercisePages(
  papers: readonly Paper[],
  blueprint: BlueprintFile,
  setting: Setting,
): readonly (readonly [name: string, page: Document])[] {
  return [
    ...papers.flatMap((paper) => [
      [`paper-${paper.letter}`, paperPage(paper, blueprint, setting)] as const,
      [`answer-sheet-${paper.letter}`, answerSheet(paper, blueprint, setting)] as const,
      [`key-${paper.letter}`, keyPage(paper, blueprint, setting)] as const,
    ]),
    ['roster', rosterPage(setting)],
  ];
}

/** The tables of some papers, by the name of their file without the ending. */
export function exerciseTables(
  papers: readonly Paper[],
  setting: Setting,
): readonly (readonly [name: string, workbook: Workbook])[] {
  return [
    ['bank', questionBank(papers, setting)],
    ['roster', rosterBook(setting)],
  ];
}

/** The files of cases, and what the papers rest on, as JSON by their paths. */
export function exerciseTexts(
  papers: readonly Paper[],
  setting: Setting,
  digest: Digest,
): readonly (readonly [path: string, text: string])[] {
  const dossiers = papers.flatMap((paper) =>
    numbered(paper).flatMap(({ number, question: { dossier } }) =>
      dossier === undefined
        ? []
        : [[`dossiers/${paper.letter}-${number}.json`, printed(JSON.parse(dossier))] as const],
    ),
  );
  return [...dossiers, [manifestName, printed(manifestOf(papers, setting, digest))]];
}

function printed(data: unknown): string {
  return indentedJson(data);
}
