import { languageCode } from '../base/language.ts';
import { nearest } from '../base/suggest.ts';
import { currencyLike, currencyOf } from '../values/currency.ts';
import { parseDate } from '../values/temporal-text.ts';

/** Something that a draft has to know. */
export interface Question {
  /** Its name as an option: `title`. */
  readonly key: string;
  readonly asks: { readonly zh: string; readonly en: string };
  /** What it is when nothing is answered; without one it has to be. */
  readonly usual?: string;
  readonly takes?: Takes;
}

/** What an answer has to be: one of some words, several of them, a day, a number. */
export type Takes =
  | { readonly one: readonly string[] }
  | { readonly some: readonly string[] }
  | { readonly form: Form };

/** What an answer may have to look like. */
export type Form = 'day' | 'number' | 'name' | 'languages' | 'currency';

/** How a text is given in the languages of a rulebook. */
export const inEach = {
  zh: '（几种语言的依次写，用 | 分开）',
  en: ' (in each language of the rulebook, with | between)',
};

/** What everything is asked for that people read of. */
export const title: Question = {
  key: 'title',
  asks: {
    zh: `名称${inEach.zh}`,
    en: `title${inEach.en}`,
  },
};

export type Answers = Readonly<Record<string, string>>;

/** What is wrong with an answer. */
export interface AnswerFault {
  readonly key: string;
  readonly given: string;
  readonly wanted: readonly string[] | Form;
  readonly near: string | undefined;
}

/** The words of an answer that may have several. */
export function listOf(answer: string): readonly string[] {
  return answer
    .split(/[,，、\s]+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** What is wrong with an answer; undefined where nothing is. */
export function faultOf({ key, takes }: Question, given: string): AnswerFault | undefined {
  if (!takes) return undefined;
  if ('form' in takes) {
    return isOfForm[takes.form](given)
      ? undefined
      : {
          key,
          given,
          wanted: takes.form,
          near: takes.form === 'currency' ? currencyLike(given).at(0) : undefined,
        };
  }
  const among = 'one' in takes ? takes.one : takes.some;
  const words = 'one' in takes ? [given] : listOf(given);
  const stray = words.find((word) => !among.includes(word));
  return stray === undefined
    ? undefined
    : { key, given: stray, wanted: among, near: nearest(stray, among) };
}

const isOfForm: Readonly<Record<Form, (text: string) => boolean>> = {
  day: (text) => parseDate(text) !== undefined,
  number: (text) => /^-?\d+(?:\.\d+)?$/u.test(text),
  name: (text) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text),
  languages: (text) =>
    listOf(text).every((one) => languageCode.test(one)) && listOf(text).length > 0,
  currency: (text) => currencyOf(text) !== undefined,
};
