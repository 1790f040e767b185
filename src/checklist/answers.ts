import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { lineOf, placeIn, type SheetLine, type SheetRead } from '../base/workbook.ts';
import type { Answer, Answers, Outcome } from '../evaluate/outcome.ts';
import type { Answered, InspectorFile } from '../rulebook/files.ts';
import { parseDate } from '../values/temporal-text.ts';
import type { PlainDate } from '../values/temporal.ts';
import { dayWritten } from '../values/written-day.ts';
import { type Key, neededKeys } from './form.ts';
import { plainText } from './plain.ts';
import type { ChecklistProblems, NotHeld } from './problems.ts';

/** What the lines of a check-list are compared with. */
export interface ChecklistSetting {
  /** Ids of the rules that a person checks. */
  readonly rules: readonly string[];
  /** Of the rulebook that judges. */
  readonly digest: string;
  /** The words of each answer, in every language. */
  readonly words: ReadonlyMap<string, Answered>;
  /** Who may have checked; a list that is empty names nobody, and then the register of people tells. */
  readonly inspectors?: readonly InspectorFile[];
  /** Whether somebody held any post on a day, by the register of people; absent where there is none. */
  readonly acted?: (person: string, day: PlainDate) => 'held' | NotHeld;
  /** Somebody's id by the register of people. */
  readonly idOf?: (person: string) => string | undefined;
  /** The last day on which anything may have been checked, ISO; absent where nothing tells it. */
  readonly until?: string | undefined;
}

/** The answers to one dossier, by rule and element, each with its cell. */
export type AnswersRead = ReadonlyMap<string, Placed>;

/** An answer that is sound in itself, and its cells. */
export interface Placed {
  readonly rule: string;
  readonly element: string;
  readonly answer: Answer;
  /** Who checked it, by all that they go by. */
  readonly checker: readonly string[];
  /** Of the rulebook that asked; empty where nothing says so. */
  readonly rulebook: string;
  /** Of the file that it was said of; empty where nothing says so. */
  readonly digest: string;
  readonly span: Span;
  readonly digestSpan: Span;
}

export interface ChecklistsRead {
  /** By dossier; one whose sheet came back with no line filled in has none. */
  readonly answers: ReadonlyMap<string, AnswersRead>;
  /** Where a sheet first speaks of each dossier. */
  readonly places: ReadonlyMap<string, readonly Span[]>;
  readonly diagnostics: readonly Diagnostic<ChecklistProblems>[];
}

/**
 * Reads what inspectors filled in. A line that is wrong is reported and counts as not filled in; a line without an
 * answer waits.
 */
export function answersFrom(
  sheets: readonly SheetRead[],
  setting: ChecklistSetting,
): ChecklistsRead {
  const to = noted<ChecklistProblems>();
  const found = new Map<string, Map<string, Placed | undefined>>();
  const places = new Map<string, Span[]>();
  for (const sheet of sheets) {
    const head = sheet.rows.find(({ cells }) => neededKeys.every((key) => cells.includes(key)));
    if (!head) {
      to.error('checklist/not-a-checklist', placeIn(sheet), { name: sheet.name });
      continue;
    }
    const said = new Set<string>();
    for (const row of sheet.rows) {
      if (row.number > head.number) readLine(lineOf(sheet, head, row), said);
    }
  }
  const answers = [...found].map(
    ([dossier, lines]) =>
      [dossier, new Map([...lines].flatMap(([key, one]) => (one ? [[key, one]] : [])))] as const,
  );
  return { answers: new Map(answers), places, diagnostics: to.diagnostics };

  /** @param said - what was said of the whole sheet already */
  function readLine({ text, at }: SheetLine<Key>, said: Set<string>): void {
    const [rule, dossier] = [text('rule'), text('dossier')];
    // the titles, where they stand below the keys
    if (rule === ('rule' satisfies Key)) return;
    if (rule === '' && text('answer') === '') return;
    if (!said.has(dossier)) {
      said.add(dossier);
      places.set(dossier, [...(places.get(dossier) ?? []), at('dossier')]);
    }
    const lines = found.get(dossier) ?? new Map<string, Placed | undefined>();
    found.set(dossier, lines);
    const digest = text('rulebook');
    if (digest !== '' && digest !== setting.digest && !said.has(digest)) {
      to.warn('checklist/other-rulebook', at('rulebook'), { digest });
      said.add(digest);
    }
    if (text('answer') === '') return;
    const given = answerOf({ text, at }, setting, to);
    if (!given) return;
    const { answer } = given;
    const element = text('element');
    const key = keyOf(rule, element);
    const before = lines.get(key);
    if (lines.has(key) && before?.answer.answer !== answer.answer) {
      to.error('checklist/twice', at('answer'), { rule, element });
      lines.set(key, undefined);
    } else
      lines.set(key, {
        rule,
        element,
        ...given,
        rulebook: digest,
        digest: text('digest'),
        span: at('answer'),
        digestSpan: at('digest'),
      });
  }
}

/** The answers as the rules ask for them. */
export function asked(answers: AnswersRead): Answers {
  return (rule, element, day) => {
    const answer = answers.get(keyOf(rule, element ?? ''))?.answer;
    return answer && isBefore(answer, day) ? undefined : answer;
  };
}

/** Sheets about dossiers that were not judged. */
export function strangers(
  { places }: Pick<ChecklistsRead, 'places'>,
  isJudged: (dossier: string) => boolean,
): readonly Diagnostic<ChecklistProblems>[] {
  const to = noted<ChecklistProblems>();
  for (const [dossier, spans] of places) {
    if (isJudged(dossier)) continue;
    for (const place of spans) to.error('checklist/other-dossier', place, { dossier });
  }
  return to.diagnostics;
}

function isBefore({ date }: Answer, day: string | null): day is string {
  return day !== null && date < day;
}

/**
 * Answers that no outcome rests on: what they are about was done later, the dossier has no such element, or the rule is
 * not for it.
 */
export function unused(
  answers: AnswersRead,
  outcomes: readonly Outcome[],
): readonly Diagnostic<ChecklistProblems>[] {
  const to = noted<ChecklistProblems>();
  const used = new Set(
    outcomes.flatMap(({ by, rule, element }) => (by ? [keyOf(rule, element ?? '')] : [])),
  );
  const open = new Map(
    outcomes.flatMap(({ rule, element, manual, day }) =>
      manual ? [[keyOf(rule, element ?? ''), day] as const] : [],
    ),
  );
  for (const [key, { rule, element, answer, span: place }] of answers) {
    if (used.has(key)) continue;
    const day = open.get(key) ?? null;
    if (isBefore(answer, day)) {
      to.error('checklist/before-act', place, { rule, date: answer.date, day });
    } else to.warn('checklist/unused', place, { rule, element });
  }
  return to.diagnostics;
}

function answerOf(
  { text, at }: SheetLine<Key>,
  { rules, words, inspectors = [], acted, idOf, until }: ChecklistSetting,
  to: Noted<ChecklistProblems>,
): Pick<Placed, 'answer' | 'checker'> | undefined {
  const rule = text('rule');
  const word = plainText(text('answer'));
  const answer = words.get(word.toLowerCase());
  const [name, written] = [plainText(text('checker')), plainText(text('date'))];
  const date = dayWritten(written);
  if (!rules.includes(rule))
    to.error('checklist/unknown-rule', at('rule'), { rule, near: nearest(rule, rules) });
  else if (!answer)
    to.error('checklist/unknown-word', at('answer'), { word, words: [...words.keys()] });
  else if (name === '') to.error('checklist/incomplete', at('checker'), { rule, what: 'checker' });
  else if (written === '') to.error('checklist/incomplete', at('date'), { rule, what: 'date' });
  else if (date === undefined) to.error('checklist/impossible-date', at('date'), { text: written });
  else {
    const day = parseDate(date);
    const isNamed = inspectors.length > 0;
    const inspector = inspectors.find((one) => one.id === name || one.name === name);
    const why = acted && day && !isNamed ? acted(name, day) : 'held';
    const [page, remark] = [some(text('page')), some(text('remark'))];
    if (until !== undefined && date > until)
      to.error('checklist/after-check', at('date'), { rule, date, day: until });
    else if (isNamed && !inspector)
      to.error('checklist/not-an-inspector', at('checker'), {
        checker: name,
        inspectors: inspectors.map(({ id }) => id),
      });
    else if (why !== 'held')
      to.error('checklist/unknown-checker', at('checker'), { checker: name, date, why });
    else
      return {
        answer: { answer, name, date, page, remark },
        checker: [name, inspector?.id, inspector?.name, idOf?.(name)].filter(
          (one) => one !== undefined,
        ),
      };
  }
  return undefined;
}

function some(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function keyOf(rule: string, element: string): string {
  return JSON.stringify([rule, element]);
}
