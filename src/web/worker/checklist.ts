import {
  type AnswerGiven,
  answersGiven,
  type AnswerTold,
  answersTold,
  listsOf,
} from '../../desk/answers.ts';
import {
  type AnswersTaken,
  type ChecklistLine,
  type OpenChecklist,
  openChecklist,
} from '../../desk/checklist.ts';
import { workbookBytes, workbookOf } from '../../xlsx/workbook.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { judgedNow, textsGiven } from './check.ts';
import { mappedFiles } from './mapped.ts';
import { openedDesk } from './open.ts';

/** How the check-list is told. */
export interface ListAsked {
  readonly language: string;
  readonly unmasked: boolean;
  /** The day of check, ISO. */
  readonly today: string;
}

/** Which line it is: enough to find it, and its answer, among others. */
export interface LineKey {
  readonly dossier: string;
  readonly digest: string;
  readonly rule: string;
  readonly element: string;
  /** Whom the file is about, masked. */
  readonly customer: string;
  readonly step: string;
  readonly title: string;
}

export interface ListOpened {
  readonly lines: readonly LineKey[];
}

/** A check-list that came back: its answers, and how many places of it are wrong. */
export interface ListRead {
  readonly answers: readonly AnswerGiven[];
  readonly wrong: number;
}

let list: OpenChecklist | undefined;

export const checklistService = {
  /** What waits for a person in the files that were judged last: every line by its key. */
  open: async ({ language, unmasked, today }: ListAsked): Promise<ListOpened> => {
    const mapped = await mappedFiles();
    const { program, digest } = openedDesk();
    const { engine, kind, reporting, answering } = await judgedNow();
    list = await openChecklist({ program, digest, engine }, mapped?.incoming() ?? textsGiven(), {
      options: reporting.options,
      bounds: reporting.bounds,
      kind,
      language,
      unmasked,
      inspectors: answering?.inspectors ?? [],
      until: answering?.until ?? today,
    });
    const lines = list.files.flatMap(({ dossier, digest, customer, lines: own }) =>
      own.map(({ rule, element, step, title }) => ({
        dossier,
        digest,
        customer,
        rule,
        element,
        step,
        title,
      })),
    );
    return { lines };
  },

  /** Lines in full, by their places from 0. */
  lines: (places: readonly number[]): readonly ChecklistLine[] => {
    const all = list?.files.flatMap(({ lines }) => lines) ?? [];
    return places.flatMap((place) => all[place] ?? []);
  },

  /** What is wrong with answers, and what they make of their files. */
  take: (answers: readonly AnswerGiven[]): AnswersTaken =>
    list?.take(answers) ?? { problems: [], verdicts: [], masked: [] },

  /** Answers in words, also where their files are not there. */
  told: (answers: readonly AnswerGiven[], language: string): readonly AnswerTold[] =>
    answersTold(answers, openedDesk().program, language),

  /** The check-list as a workbook, filled in as far as it is answered. */
  book: async (answers: readonly AnswerGiven[]): Promise<Uint8Array | undefined> =>
    list && workbookBytes(list.book(answers).workbook),

  /** The answers of a check-list that came back; undefined for what is none. */
  read: async (file: File, today: string): Promise<ListRead | undefined> => {
    const read = await workbookOf(fileBytes(file), webPlatform).catch(() => undefined);
    if (!read || 'problem' in read) return undefined;
    const { program, digest } = openedDesk();
    const { engine, answering } = await judgedNow();
    const until = answering?.until ?? today;
    const lists = listsOf(read.sheets, { program, digest, engine }, { ...answering, until });
    const { diagnostics } = lists;
    if (diagnostics.some(({ code }) => code === 'checklist/not-a-checklist')) return undefined;
    const wrong = diagnostics.filter(({ severity }) => severity === 'error').length;
    return { answers: answersGiven(lists), wrong };
  },
};
