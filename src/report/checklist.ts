import { sayIn, inLanguage } from '../base/language.ts';
import type { Column, Sheet, Workbook } from '../base/workbook.ts';
import { answers as offered, type Key, keys } from '../checklist/form.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { ProgramRule } from '../program/ast.ts';
import type { Answered } from '../rulebook/files.ts';
import { type CheckedFile, type CheckedFiles, dossierName, type ReportOptions } from './checked.ts';
import { type ChecklistWords, checklistWords } from '../words/checklist.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { aboutHead } from './about.ts';
import type { SchemeJson } from './json-format.ts';
import { schemeLines } from './scheme-line.ts';
import { type OutcomeView, viewer } from './view.ts';

/** Longest name of a sheet that spreadsheet programs take. */
const longestName = 31;

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
  const each = run.files.flatMap((file): readonly Asked[] => {
    const lines = linesOf(file, run, options);
    return lines.length === 0 ? [] : [{ file, lines }];
  });
  return {
    workbook: { sheets: each.length === 0 ? [] : [sheetOf(each, run, options)] },
    lines: each.reduce((sum, { lines }) => sum + lines.length, 0),
    dossiers: each.length,
  };
}

/** A dossier, and what a person has to look at of it. */
interface Asked {
  readonly file: CheckedFile;
  readonly lines: readonly Line[];
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

function linesOf(
  { judged }: CheckedFile,
  { program }: CheckedFiles,
  { language, unmasked }: ReportOptions,
): readonly Line[] {
  if (!judged) return [];
  const { subject, dossier, judgement } = judged;
  const { view, words } = viewer(program, subject, dossier, language, unmasked);
  const byId = new Map(program.rules.map((rule) => [rule.id, rule]));
  return judgement.outcomes.flatMap((outcome) => {
    const rule = byId.get(outcome.rule);
    if (!rule || !isAsked(outcome, rule)) return [];
    const { question, how, standard, evidence = [] } = rule.rule.entry.data;
    const documents = evidence.map((id) => {
      const known = program.rulebook.documents?.data.documents ?? [];
      return words(known.find(({ document }) => document === id)?.title) || id;
    });
    const { day } = outcome;
    const given = {
      question: words(question, day).trim(),
      how: words(how, day).trim(),
      standard: words(standard, day).trim(),
    };
    return [{ rule, outcome, shown: view(outcome), documents, ...given }];
  });
}

interface Line {
  readonly rule: ProgramRule;
  readonly outcome: Outcome;
  readonly shown: OutcomeView;
  readonly documents: readonly string[];
  /** Empty where the rule does not say. */
  readonly question: string;
  readonly how: string;
  readonly standard: string;
}

/** Whether a person has something to look at: not where the rule is for no part of the file, or the parts are not on file. */
function isAsked({ status, element, by }: Outcome, { rule, each, group }: ProgramRule): boolean {
  if (rule.entry.data.check === 'data' || group || (each && element === null)) return false;
  return by !== undefined || (status !== 'not-applicable' && status !== 'not-due');
}

function sheetOf(
  asked: readonly Asked[],
  { program, rulebookDigest }: CheckedFiles,
  { language, scheme }: ChecklistOptions,
): Sheet {
  const words = sayIn(checklistWords, language);
  const { terms } = sayIn(wordbooks, language);
  const { title, version } = program.rulebook.manifest.data;
  const [first, second] = asked.map(({ file }) => dossierName(file));
  const isOne = second === undefined;
  const lines = asked.reduce((sum, one) => sum + one.lines.length, 0);
  const about = aboutHead(program, [language]);
  const steps = Object.fromEntries(
    program.steps.map(({ id, step }) => [
      id,
      { [language]: inLanguage(step.entry.data.title, language) },
    ]),
  );
  return {
    name: isOne ? sheetName(first ?? '') : words.sheet,
    heading: [
      isOne ? words.title(first ?? '') : words.titleOfSeveral(asked.length),
      words.basis(inLanguage(title, language), version, lines),
      ...schemeLines({ scheme: scheme ?? null, about, steps }, terms, language),
      words.instructions,
    ],
    columns: columnsOf(words, terms.status, isOne),
    ...(!isOne && { filter: true }),
    rows: asked.flatMap(({ file, lines: own }) =>
      own.map((line) => [
        ...(isOne ? [] : [dossierName(file)]),
        ...shownCells(line, words, terms.unverified),
        ...keys.map((key) => keyCell(key, line, file)),
      ]),
    ),
  };

  function keyCell(key: Key, { outcome: { rule, element, by } }: Line, file: CheckedFile): string {
    switch (key) {
      case 'rule':
        return rule;
      case 'element':
        return element ?? '';
      case 'dossier':
        return dossierName(file);
      case 'rulebook':
        return rulebookDigest;
      case 'digest':
        return file.digest ?? '';
      case 'answer':
        return by ? terms.status[by.answer] : '';
      case 'page':
        return by?.page ?? '';
      case 'remark':
        return by?.remark ?? '';
      case 'checker':
        return by?.name ?? '';
      case 'date':
        return by?.date ?? '';
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
  { outcome, shown, question, how, standard, documents, rule }: Line,
  words: ChecklistWords,
  unverified: string,
): readonly string[] {
  const { element, day, missing } = outcome;
  const which = element === null ? [] : [words.element(shown.at.path, day)];
  const doubt = missing.length > 0 ? [shown.message] : [];
  const asked = question === '' ? [] : [question];
  const byData = rule.rule.entry.data.check === 'both' ? [words.both] : [];
  return [
    outcome.rule,
    [shown.title, ...asked, ...which, ...byData, ...doubt].join('\n'),
    [how, words.standard(standard)].join('\n'),
    documents.join('\n'),
    shown.basis.map(({ title, verified }) => title + (verified ? '' : ` ${unverified}`)).join('\n'),
  ];
}

/** A name that spreadsheet programs take; Excel keeps `History` for itself. */
function sheetName(dossier: string): string {
  const plain = ending(dossier.replaceAll(/[[\]:*?/\\'\p{Cc}]/gu, '_'), longestName) || '_';
  return plain.toLowerCase() === 'history' ? `${plain}_` : plain;
}

/** The end of a text, of whole characters and not longer than this: what tells dossiers apart stands last. */
function ending(text: string, length: number): string {
  const cut = text.slice(-length);
  return /^[\uDC00-\uDFFF]/u.test(cut) ? cut.slice(1) : cut;
}
