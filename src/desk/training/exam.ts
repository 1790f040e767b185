import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Language, sayIn } from '../../base/language.ts';
import { blueprintFrom } from '../../blueprint/blueprint.ts';
import type { Document } from '../../document/document.ts';
import { docxBytes } from '../../document/docx.ts';
import { htmlBook } from '../../document/html-book.ts';
import { placeOf } from '../../report/diagnostics.ts';
import type { BlueprintProblems } from '../../blueprint/problems.ts';
import type { BlueprintFile, QuestionKind } from '../../rulebook/files.ts';
import { exercisePages, exerciseTables, exerciseTexts } from '../../training/files.ts';
import { papersMade, papersOf } from '../../training/paper.ts';
import { settingOf } from '../../training/setting.ts';
import { message, type Problems, wordbooks } from '../../words/messages/messages.ts';
import { trainingWords } from '../../words/training.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { zip } from '../../xlsx/zip.ts';
import { printYaml } from '../../yaml/print.ts';
import type { Desk } from '../desk.ts';

/** A blueprint of papers as a file. */
export interface BlueprintText {
  /** Of the file, for what is wrong in it. */
  readonly name: string;
  readonly text: string;
}

/** What is wrong with a blueprint, in words. */
export interface BlueprintProblem {
  readonly code: string;
  /** File, line and column. */
  readonly place: string;
  readonly says: string;
}

/** Papers that were drawn, with all their files; each is made when it is asked for. */
export interface Exam {
  /** ISO day whose rules are asked. */
  readonly asOf: string;
  readonly papers: readonly {
    readonly letter: string;
    readonly questions: number;
    readonly points: number;
  }[];
  /** What can be looked at, by the name of its file without the ending. */
  readonly pages: readonly { readonly name: string; readonly title: string }[];
  /** Paths, as `shouze exercises --format docx,xlsx` writes them. */
  readonly files: readonly string[];
  /** A page in HTML; written by our own writer, in which what a rulebook says is text. */
  readonly preview: (name: string) => string | undefined;
  readonly file: (path: string) => Promise<Uint8Array | undefined>;
  /** All files as one archive: the same exam gives the same bytes. */
  readonly archive: () => Promise<Uint8Array>;
}

/** The kinds of questions there are, by their names. */
export function kindsOfQuestions(
  language: Language,
): readonly { readonly kind: QuestionKind; readonly title: string }[] {
  const { kinds } = sayIn(trainingWords, language);
  return questionKinds.map((kind) => ({ kind, title: kinds[kind] }));
}

const questionKinds: readonly QuestionKind[] = [
  'judgement',
  'single',
  'multiple',
  'sequence',
  'post',
  'calculation',
  'case',
];

/** A blueprint's file, as it is saved and read again. */
export function blueprintText(data: BlueprintFile): string {
  return printYaml(data);
}

/** The blueprint in a file, or all that is wrong with it. */
export function readBlueprint(
  { program }: Pick<Desk, 'program'>,
  { name, text }: BlueprintText,
  language: Language,
): { readonly blueprint: BlueprintFile } | { readonly problems: readonly BlueprintProblem[] } {
  const { value, diagnostics } = blueprintFrom({ name, text }, program);
  return value
    ? { blueprint: JSON.parse(JSON.stringify(value.data)) as BlueprintFile }
    : { problems: diagnostics.map((one) => problemOf(one, language)) };
}

/** Why papers were not drawn. */
export interface NotDrawn {
  readonly problems: readonly BlueprintProblem[];
  /** The share of red lines that the rulebook may have enough for, where it has too few of them. */
  readonly redLines?: number;
}

/**
 * The papers of a blueprint, as `shouze exercises` draws them.
 *
 * @param day - whose rules are asked where the blueprint does not say, ISO
 */
export function drawExam(
  { program, engine }: Pick<Desk, 'program' | 'engine'>,
  { name, text }: BlueprintText,
  { language, day }: { readonly language: Language; readonly day: string },
): { readonly exam: Exam } | NotDrawn {
  const { value: blueprint, diagnostics } = blueprintFrom({ name, text }, program);
  if (!blueprint) return { problems: diagnostics.map((one) => problemOf(one, language)) };
  const asOf = blueprint.data.asOf ?? day;
  const setting = settingOf(engine, { language, asOf, part: blueprint.data });
  if (!setting) return { problems: [] };
  const { papers, diagnostics: missing } = papersOf(blueprint, setting);
  if (missing.length > 0) {
    const redLines = redLinesFor(missing, blueprint.data);
    const said = missing.map((one) => problemOf(one, language));
    return { problems: said, ...(redLines !== undefined && { redLines }) };
  }
  const pages = exercisePages(papers, blueprint.data, setting);
  const bytes = new Map<string, () => Promise<Uint8Array> | Uint8Array>([
    ...pages.map(([of, page]) => [`${of}.docx`, () => docxBytes(page)] as const),
    ...exerciseTables(papers, setting).map(
      ([of, workbook]) => [`${of}.xlsx`, () => workbookBytes(workbook)] as const,
    ),
    ...exerciseTexts(papers, setting, digest).map(
      ([path, content]) => [path, () => utf8ToBytes(content)] as const,
    ),
  ]);
  const exam: Exam = {
    asOf,
    papers: papers.map(({ letter, parts }) => ({
      letter,
      questions: parts.flatMap(({ questions }) => questions).length,
      points: parts.reduce((sum, { asks }) => sum + asks.count * asks.points, 0),
    })),
    pages: pages.map(([of, { title }]) => ({ name: of, title })),
    files: [...bytes.keys()],
    preview: (of) => {
      const page = pages.find(([one]) => one === of)?.[1];
      return page && htmlOf(page);
    },
    file: async (path) => bytes.get(path)?.(),
    archive: async () => {
      const all = new Map<string, Uint8Array>();
      // one at a time: each takes the whole program
      // eslint-disable-next-line no-await-in-loop
      for (const [path, make] of bytes) all.set(path, await make());
      return zip(all);
    },
  };
  return { exam };
}

function redLinesFor(
  missing: readonly Diagnostic<BlueprintProblems>[],
  { questions, papers: asked }: BlueprintFile,
): number | undefined {
  const shares = missing.flatMap(({ code, params }) => {
    if (code !== 'blueprint/too-few' || !params.redLines) return [];
    const { count = 1 } = questions.find(({ kind }) => kind === params.kind) ?? {};
    // in whole parts of a hundred, as people say them
    return Math.floor((100 * Math.floor(params.found / (asked ?? papersMade))) / count) / 100;
  });
  return shares.length === 0 ? undefined : Math.min(...shares);
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A paper is one page, whose places nothing leads to. */
function htmlOf(document: Document): string {
  const { pages, bodyOf } = htmlBook(document, (anchor) => `#${anchor}`);
  return pages.map((page) => bodyOf(page).html).join('\n');
}

function problemOf(diagnostic: Diagnostic<Problems>, language: Language): BlueprintProblem {
  return {
    code: diagnostic.code,
    place: placeOf(diagnostic.span),
    says: message(sayIn(wordbooks, language), diagnostic),
  };
}
