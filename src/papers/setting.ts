import { inLanguage, type Language } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import { prose } from '../program/prose.ts';
import type {
  AboutJson,
  DossierJson,
  Multilingual,
  OutcomeJson,
  RecordedJson,
  ReportHead,
  RuleJson,
} from '../report/json-format.ts';
import { clauseOf } from '../rulebook/ast.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays } from '../values/temporal.ts';
import { wordbookOf, paperWordsOf } from '../words/own.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import type { PaperWords } from '../words/papers.ts';

import type { ReviewGiven } from './reviews.ts';

/** What every paper of a check is written with: its head, in one language, and the rulebook that it was judged by. */
export interface Setting {
  readonly head: ReportHead;
  readonly program: Program;
  readonly language: Language;
  readonly words: PaperWords;
  readonly book: Wordbook;
  readonly unit: string;
  readonly text: (texts: Multilingual | undefined) => string;
  readonly postTitles: (posts: readonly string[]) => string;
  /** How grave a rule is: a red line, its kind, its severity or level. */
  readonly gravity: (rule: RuleJson | undefined) => string;
  /** By a field that registers tell files apart by: its value in words; empty where it is not filled in. */
  readonly about: (dossier: DossierJson, key: keyof AboutJson) => string;
  /** What that field is called; undefined where no file of this kind has it. */
  readonly aboutTitle: (key: keyof AboutJson) => string | undefined;
  /** Clauses in full: title, and the text that the rulebook has of it. */
  readonly clauses: (outcome: OutcomeJson) => readonly ClauseTold[];
  readonly remedy: (outcome: OutcomeJson) => Remedy | undefined;
  /** The day of check, ISO: the scheme's, else the one that was given. */
  readonly day: string | undefined;
  /** Who checks and who reviews, in one line: as they were named for this check, else by the scheme; empty where nobody says. */
  readonly inspectors: string;
  readonly reviewers: string;
  /** What those who review said. */
  readonly reviews: readonly ReviewGiven[];
  /** Where the run is kept, of one that is recorded. */
  readonly record: RecordedJson | undefined;
}

/** Who checks and who reviews, as somebody wrote it; empty where nobody did. */
export interface PeopleNamed {
  readonly inspectors: string;
  readonly reviewers: string;
}

export interface ClauseTold {
  readonly title: string;
  /** Empty where the rulebook has none. */
  readonly text: string;
  readonly verified: boolean;
}

export interface Remedy {
  readonly when: string;
  readonly text: string;
  /** ISO; undefined where the rulebook does not say how long it may take, or the day of check is not known. */
  readonly due: string | undefined;
}

/**
 * @param told - where the run is kept, of one that is recorded; and who checks, where the scheme does not say or others
 *   did
 */
export function settingOf(
  head: ReportHead,
  program: Program,
  language: Language,
  {
    record,
    people,
    reviews = [],
  }: {
    readonly record?: RecordedJson | undefined;
    readonly people?: PeopleNamed | undefined;
    readonly reviews?: readonly ReviewGiven[] | undefined;
  } = {},
): Setting {
  const { rulebook } = program;
  const { data } = rulebook.manifest;
  const book = wordbookOf(data, language);
  const words = paperWordsOf(data, language);
  const text = (texts: Multilingual | undefined) => inLanguage(texts, language);
  const day = head.scheme?.day ?? head.today ?? undefined;
  return {
    head,
    program,
    language,
    words,
    book,
    unit: words.unit,
    text,
    day,
    inspectors: people?.inspectors || (head.scheme?.inspectors.join(book.terms.comma) ?? ''),
    reviewers: people?.reviewers || (head.scheme?.reviewers.join(book.terms.comma) ?? ''),
    reviews,
    record,
    postTitles: (posts) =>
      posts
        .map((id) => text(rulebook.posts?.data.posts.find(({ post }) => post === id)?.title) || id)
        .join(book.terms.comma),
    gravity: (rule) => {
      if (!rule) return '';
      const { redLine, kind, severity, level } = rule;
      const grave =
        severity === undefined
          ? text(head.levels[level]) || book.terms.level[level]
          : text(head.severities?.[severity]) || severity;
      return [
        ...(redLine ? [words.register.redLine] : []),
        ...(kind === null ? [] : [text(head.kinds[kind]) || book.terms.kind[kind]]),
        grave,
      ].join(book.terms.comma);
    },
    about: ({ subject, about }, key) => {
      const value = about?.[key] ?? '';
      return text(head.about[subject ?? '']?.[key]?.codes?.[value]) || value;
    },
    aboutTitle: (key) => {
      const titles = Object.values(head.about).map((fields) => text(fields[key]?.title));
      return titles.find((title) => title !== '');
    },
    clauses: ({ basis, asOf }) =>
      basis.map(({ clause, verified }) => ({
        title: text(head.clauses[clause]?.title) || clause,
        text: text(prose(clauseOf(rulebook, clause)?.text, asOf, program)),
        verified,
      })),
    remedy: ({ rule, remedy }) => {
      const found = remedy ?? head.rules[rule]?.remedy;
      if (!found) return undefined;
      const { when, ...says } = found;
      const within = data.remedies?.[when]?.workingDays;
      return {
        when: text(head.remedies[when]) || when,
        text: text(says),
        due: within === undefined || day === undefined ? undefined : dueDay(day, within, program),
      };
    },
  };
}

/** So many working days after a day; undefined beyond what the calendar covers. */
function dueDay(from: string, workingDays: number, { calendar }: Program): string | undefined {
  let day = parseDate(from);
  for (let left = workingDays; left > 0 && day;) {
    day = addDays(day, 1);
    const isWorked: boolean | undefined = day && calendar && isWorkingDay(calendar, day);
    if (isWorked === undefined) return undefined;
    if (isWorked) left -= 1;
  }
  return day && printDate(day);
}
