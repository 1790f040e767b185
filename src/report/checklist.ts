import { sayIn, inLanguage } from '../base/language.ts';
import type { Column, Sheet, Workbook } from '../base/workbook.ts';
import { answers as offered, type Key, keys } from '../checklist/form.ts';
import type { Answered } from '../rulebook/files.ts';
import type { CheckedFiles, ReportOptions } from './checked.ts';
import { type AskedFile, askedOf, type ChecklistLine } from './checklist-lines.ts';
import { type ChecklistWords, checklistWords } from '../words/checklist.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { aboutHead } from './about.ts';
import type { SchemeJson } from './json-format.ts';
import { schemeLines } from './scheme-line.ts';
import { longestSheetName, sheetText } from './sheet-name.ts';

/** A check-list, and how much there is to look at. */
export interface Checklist {
  readonly workbook: Workbook;
  readonly lines: number;
  readonly dossiers: number;
}

/** How a check-list is told, and of which inspection it is part. */
export interface ChecklistOptions extends ReportOptions {
  readonly scheme: SchemeJson | undefined;
}

/**
 * The inspector's check-list (人工核查表): a line for what a person has to look at. Those of one dossier stand on its
 * sheet, those of several on one sheet, to be chosen from by any column.
 */
export function checklistOf(run: CheckedFiles, options: ChecklistOptions): Checklist {
  return bookOf(
    run.files.flatMap((file) => askedOf(file, run.program, options) ?? []),
    run,
    options,
  );
}

/** The check-list of what is asked of dossiers, with what was answered already. */
export function bookOf(
  asked: readonly AskedFile[],
  by: Pick<CheckedFiles, 'program' | 'rulebookDigest'>,
  options: Omit<ChecklistOptions, 'unmasked'>,
): Checklist {
  return {
    workbook: { sheets: asked.length === 0 ? [] : [sheetOf(asked, by, options)] },
    lines: linesIn(asked),
    dossiers: asked.length,
  };
}

function linesIn(asked: readonly AskedFile[]): number {
  return asked.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** The words that an answer may be given in, small letters. */
export function answerWords(): ReadonlyMap<string, Answered> {
  const books = Object.values(wordbooks).flatMap(({ terms }) =>
    offered.map((answer) => [terms.status[answer].toLowerCase(), answer] as const),
  );
  return new Map([
    ...books,
    ...offered.map((answer) => [answer, answer] as const),
    ...Object.entries(alsoWritten).flatMap(([answer, words]) =>
      words.map((word) => [word, answer as Answered] as const),
    ),
  ]);
}

/** What people write instead of choosing, small letters. */
const alsoWritten: Readonly<Record<Answered, readonly string[]>> = {
  pass: ['√', '✓', '✔', '是', '对', '通过', '符合', 'yes', 'y'],
  fail: ['×', '✗', '✘', '✕', 'x', '否', '错', '不通过', '不符合', 'no', 'n'],
  'not-applicable': ['na', 'n/a', '—', '——', '/', '无此项'],
};

function sheetOf(
  asked: readonly AskedFile[],
  { program, rulebookDigest }: Pick<CheckedFiles, 'program' | 'rulebookDigest'>,
  { language, scheme }: Omit<ChecklistOptions, 'unmasked'>,
): Sheet {
  const words = sayIn(checklistWords, language);
  const { terms } = sayIn(wordbooks, language);
  const { title, version } = program.rulebook.manifest.data;
  const [first, second] = asked;
  const isOne = second === undefined;
  const about = aboutHead(program, [language]);
  const steps = Object.fromEntries(
    program.steps.map(({ id, step }) => [
      id,
      { [language]: inLanguage(step.entry.data.title, language) },
    ]),
  );
  return {
    name: isOne ? sheetName(first?.dossier ?? '') : words.sheet,
    heading: [
      isOne
        ? words.title(first?.dossier ?? '', first?.customer ?? '')
        : words.titleOfSeveral(asked.length),
      // in one row whatever there is to say, so that the first line of a check-list always stands in row 6
      [
        words.basis(inLanguage(title, language), version, linesIn(asked)),
        ...schemeLines({ scheme: scheme ?? null, about, steps }, terms, language),
      ].join('\n'),
      words.instructions,
    ],
    columns: columnsOf(words, terms.status, isOne),
    ...(!isOne && { filter: true }),
    rows: asked.flatMap((file) =>
      file.lines.map((line) => [
        ...(isOne ? [] : [[file.dossier, file.customer].filter(Boolean).join('\n')]),
        ...shownCells(line, words, terms.unverified),
        ...keys.map((key) => keyCell(key, line, file)),
      ]),
    ),
  };

  function keyCell(
    key: Key,
    { rule, element, answer, answered }: ChecklistLine,
    { dossier, digest }: AskedFile,
  ): string {
    switch (key) {
      case 'rule':
        return rule;
      case 'element':
        return element;
      case 'dossier':
        return dossier;
      case 'rulebook':
        return answered?.rulebook ?? rulebookDigest;
      case 'digest':
        return answered?.digest ?? digest;
      case 'answer':
        return answer ? terms.status[answer.answer] : '';
      case 'page':
        return answer?.page ?? '';
      case 'remark':
        return answer?.remark ?? '';
      case 'checker':
        return answer?.name ?? '';
      case 'date':
        return answer?.date ?? '';
    }
  }
}

type ColumnKey = keyof ChecklistWords['column'];

/** In characters, a Chinese one counting two; 0 hides the column. */
const widths: Readonly<Record<Exclude<ColumnKey, 'answer'>, number>> = {
  shownDossier: 16,
  shownRule: 9,
  shownTitle: 32,
  look: 48,
  evidence: 10,
  clause: 22,
  rule: 0,
  element: 0,
  dossier: 0,
  rulebook: 0,
  digest: 0,
  page: 9,
  remark: 18,
  checker: 10,
  date: 11,
};

/** Columns that only a person reads, before those that come back. */
function columnsOf(
  words: ChecklistWords,
  status: Readonly<Record<Answered, string>>,
  isOne: boolean,
): readonly Column[] {
  const { column, answerWidth } = words;
  const widthOf = (key: ColumnKey) => (key === 'answer' ? answerWidth : widths[key]);
  const whose = isOne ? [] : (['shownDossier'] as const);
  const shown = [...whose, 'shownRule', 'shownTitle', 'look', 'evidence', 'clause'] as const;
  const read = shown.map((key) => ({
    key: `shown:${key}`,
    title: column[key],
    width: widthOf(key),
  }));
  const back = keys.map((key): Column => ({
    key,
    title: column[key],
    width: widthOf(key),
    ...(key === 'answer' && { choices: offered.map((answer) => status[answer]) }),
  }));
  return [...read, ...back];
}

function shownCells(
  { rule, title, question, how, standard, part, isBoth, doubt, evidence, basis }: ChecklistLine,
  words: ChecklistWords,
  unverified: string,
): readonly string[] {
  const which = part ? words.element(part.title, part.day, part.says) : '';
  const asked = [title, question, which, isBoth ? words.both : '', doubt];
  return [
    rule,
    asked.filter((text) => text !== '').join('\n'),
    [how, words.standard(standard)].join('\n'),
    evidence.join('\n'),
    basis.map((one) => one.title + (one.verified ? '' : ` ${unverified}`)).join('\n'),
  ];
}

/** A name that spreadsheet programs take; Excel keeps `History` for itself. */
function sheetName(dossier: string): string {
  const plain = ending(sheetText(dossier), longestSheetName);
  return plain.toLowerCase() === 'history' ? `${plain}_` : plain;
}

/** The end of a text, of whole characters and not longer than this: what tells dossiers apart stands last. */
function ending(text: string, length: number): string {
  const cut = text.slice(-length);
  return /^[\uDC00-\uDFFF]/u.test(cut) ? cut.slice(1) : cut;
}
