import { inLanguage, type Language } from '../base/language.ts';
import type { SheetRead } from '../base/workbook.ts';
import type { Engine } from '../check/engine.ts';
import { answersFrom, type ChecklistSetting, type ChecklistsRead } from '../checklist/answers.ts';
import { type Key, keys } from '../checklist/form.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Program } from '../program/ast.ts';
import { answerWords } from '../report/checklist.ts';
import type { Answered } from '../rulebook/files.ts';

/** What somebody answered to a line of a check-list, as plain data; a text that is empty was not given. */
export interface AnswerGiven {
  readonly rule: string;
  /** The key of the element; empty for a rule on the file as a whole. */
  readonly element: string;
  /** What the file goes by. */
  readonly dossier: string;
  /** `sha256:…` of the rulebook that asked. */
  readonly rulebook: string;
  readonly answer: Answered;
  /** Of the image. */
  readonly page: string;
  readonly remark: string;
  /** Number or name of who checked it. */
  readonly checker: string;
  /** When it was checked, ISO. */
  readonly date: string;
  /** `sha256:…` of the file that was looked at. */
  readonly digest: string;
}

/** Answers as a sheet that came back: a row each, in their order, below the keys. */
export function sheetOfAnswers(answers: readonly AnswerGiven[], name = ''): SheetRead {
  const rows = answers.map((answer, index) => ({
    number: index + 2,
    cells: keys.map((key) => answer[key]),
  }));
  return { name, rows: [{ number: 1, cells: keys }, ...rows] };
}

/** Answers on screen may be of files that were taken out meanwhile: where a sheet says so, nobody has to be told. */
export function withoutOnScreen(lists: ChecklistsRead): ChecklistsRead {
  const places = [...lists.places].map(([dossier, spans]) => {
    const named = spans.filter(({ source }) => !source.name.startsWith('!'));
    return [dossier, named] as const;
  });
  return { ...lists, places: new Map(places) };
}

/** Which answer of a sheet that was made of answers a place speaks of, from 0, and what of it. */
export function cellOfAnswer(
  place: string,
): { readonly index: number; readonly key: Key } | undefined {
  const [, letter = '', row = ''] = /!([A-Z])(\d+)$/u.exec(place) ?? [];
  const key = keys[letter.charCodeAt(0) - 65];
  return key && { index: Number(row) - 2, key };
}

/** Ids of the rules that a person checks, in part or in whole. */
export function handRules({ rules }: Pick<Program, 'rules'>): readonly string[] {
  return rules.filter(({ rule }) => rule.entry.data.check !== 'data').map(({ id }) => id);
}

/** Check-lists that came back, read against a program. */
export function listsOf(
  sheets: readonly SheetRead[],
  {
    program,
    digest,
    engine: { people },
  }: {
    readonly program: Program;
    /** Of the rulebook. */
    readonly digest: string;
    readonly engine: Pick<Engine, 'people'>;
  },
  { inspectors, until }: Pick<ChecklistSetting, 'inspectors' | 'until'> = {},
): ChecklistsRead {
  return answersFrom(sheets, {
    rules: handRules(program),
    digest,
    words: answerWords(),
    ...(people && { acted: people.acted, idOf: people.idOf }),
    ...(inspectors && { inspectors }),
    until,
  });
}

/** The answers of check-lists that were read, those that are sound in themselves. */
export function answersGiven({ answers }: Pick<ChecklistsRead, 'answers'>): readonly AnswerGiven[] {
  return [...answers].flatMap(([dossier, own]) =>
    [...own.values()].map(({ rule, element, rulebook, digest, answer }) => ({
      rule,
      element,
      dossier,
      rulebook,
      answer: answer.answer,
      page: answer.page ?? '',
      remark: answer.remark ?? '',
      checker: answer.name,
      date: answer.date,
      digest,
    })),
  );
}

/** What is said of an answer where its file is not there. */
export interface AnswerTold {
  /** Of the rule; its id where the rulebook does not know it. */
  readonly title: string;
  /** As papers show it. */
  readonly remark: string;
}

/** Answers told without their files, in their order. */
export function answersTold(
  answers: readonly AnswerGiven[],
  { rules }: Pick<Program, 'rules'>,
  language: Language,
): readonly AnswerTold[] {
  const titles = new Map(rules.map(({ id, rule }) => [id, rule.entry.data.title]));
  return answers.map(({ rule, remark }) => ({
    title: inLanguage(titles.get(rule), language) || rule,
    remark: maskText(remark),
  }));
}
