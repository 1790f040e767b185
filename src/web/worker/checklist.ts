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
import type { Incoming } from '../../report/run.ts';
import { workbookBytes, workbookOf } from '../../xlsx/workbook.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { judgedNow, textsGiven } from './check.ts';
import { mappedFiles } from './mapped.ts';
import { openedDesk } from './open.ts';
import { rarely } from './rarely.ts';
import { work } from './work.ts';

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

/** How many files have been looked at, of those that were judged. */
export interface ListProgress {
  readonly done: number;
  readonly total: number;
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
let stop = new AbortController();

export const checklistService = {
  /**
   * What waits for a person in the files that were judged last: every line by its key.
   *
   * @returns undefined where it was left, or asked for anew
   */
  open: async (
    { language, unmasked, today }: ListAsked,
    tell: (progress: ListProgress) => void,
  ): Promise<ListOpened | undefined> => {
    stop.abort();
    const own = new AbortController();
    stop = own;
    const mapped = await mappedFiles();
    const { program, digest } = openedDesk();
    const { engine, kind, reporting, answering } = await judgedNow();
    const total = work.judged?.records.length ?? 0;
    const tellNow = rarely(tell);
    const incoming = mapped?.incoming(own.signal) ?? textsGiven(own.signal);
    const opened = await openChecklist({ program, digest, engine }, judgedOf(incoming), {
      options: reporting.options,
      bounds: reporting.bounds,
      kind,
      language,
      unmasked,
      inspectors: answering?.inspectors ?? [],
      until: answering?.until ?? today,
      tell: (done) => tellNow({ done, total }),
    });
    if (own.signal.aborted) return undefined;
    list = opened;
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

  /** Leaves the list that is being made. */
  leave: (): void => stop.abort(),

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

/** The texts that were judged last: of a judging that was stopped no others. */
async function* judgedOf(
  incoming: AsyncIterable<readonly Incoming[]>,
): AsyncGenerator<readonly Incoming[]> {
  const { judged } = work;
  const left = judged && new Set(judged.records.flatMap(({ digest }) => digest ?? []));
  for await (const batch of incoming) {
    if (!left) {
      yield batch;
      continue;
    }
    const digestOf = (one: Incoming) => ('source' in one ? (one.source.digest ?? '') : '');
    const own = batch.filter((one) => left.has(digestOf(one)));
    yield own;
    for (const one of own) left.delete(digestOf(one));
    if (left.size === 0) return;
  }
}
