import type { ManualChoice } from '../../desk/manual/reader.ts';
import {
  blueprintText,
  type BlueprintProblem,
  type BlueprintText,
  drawExam,
  type Exam,
  kindsOfQuestions,
  type NotDrawn,
  readBlueprint,
} from '../../desk/training/exam.ts';
import { openedDesk } from './open.ts';
import { openedReader } from './read.ts';

/** The papers that were drawn last. */
let exam: Exam | undefined;

/** What is shown of papers: all but the files themselves. */
export type ExamShown = Omit<Exam, 'preview' | 'file' | 'archive'>;
export type BlueprintData = Parameters<typeof blueprintText>[0];

export const teachService = {
  /** The kinds of questions there are, in the order in which papers have them. */
  kinds: (
    language: string,
  ): readonly {
    readonly kind: BlueprintData['questions'][number]['kind'];
    readonly title: string;
  }[] => kindsOfQuestions(language),

  /** A blueprint from a file, or what is wrong with it. */
  read: (
    file: BlueprintText,
    language: string,
  ): { readonly blueprint: BlueprintData } | { readonly problems: readonly BlueprintProblem[] } =>
    readBlueprint(openedDesk(), file, language),

  /** The file of a blueprint. */
  text: (blueprint: BlueprintData): string => blueprintText(blueprint),

  /** Draws papers, which take the place of those before. */
  draw: (
    blueprint: BlueprintData,
    name: string,
    setting: { readonly language: string; readonly day: string },
  ): { readonly shown: ExamShown } | NotDrawn => {
    const drawn = drawExam(openedDesk(), { name, text: blueprintText(blueprint) }, setting);
    if (!('exam' in drawn)) return drawn;
    ({ exam } = drawn);
    const { asOf, papers, pages, files } = exam;
    return { shown: { asOf, papers, pages, files } };
  },

  preview: (name: string): string | undefined => exam?.preview(name),
  file: async (path: string): Promise<Uint8Array | undefined> => exam?.file(path),
  archive: async (): Promise<Uint8Array | undefined> => exam?.archive(),

  /** A part of the manual, for Word. */
  handbook: async (choice: ManualChoice): Promise<Uint8Array> => openedReader().docx(choice),
};
