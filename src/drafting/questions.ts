import { nearest } from '../base/suggest.ts';
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
  | { readonly form: 'day' | 'number' | 'name' };

/** What everything is asked for that people read of. */
export const title: Question = {
  key: 'title',
  asks: { zh: '名称（中文 | English）', en: 'title (中文 | English)' },
};

export type Answers = Readonly<Record<string, string>>;

/** What is wrong with an answer. */
export interface AnswerFault {
  readonly key: string;
  readonly given: string;
  readonly wanted: readonly string[] | 'day' | 'number' | 'name';
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
      : { key, given, wanted: takes.form, near: undefined };
  }
  const among = 'one' in takes ? takes.one : takes.some;
  const words = 'one' in takes ? [given] : listOf(given);
  const stray = words.find((word) => !among.includes(word));
  return stray === undefined
    ? undefined
    : { key, given: stray, wanted: among, near: nearest(stray, among) };
}

const isOfForm: Readonly<Record<'day' | 'number' | 'name', (text: string) => boolean>> = {
  day: (text) => parseDate(text) !== undefined,
  number: (text) => /^-?\d+(?:\.\d+)?$/u.test(text),
  name: (text) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text),
};
