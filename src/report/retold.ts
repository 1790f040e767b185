import type { Language } from '../base/language.ts';
import { spokenTo } from '../base/language.ts';

/** What tells the records of one file apart, and nothing else: `P1`. */
export const recordNumber = /^[A-Z]\d{1,2}$/u;

/** A moment of which the seconds tell nothing. */
const wholeMinute = /(?<= \d\d:\d\d):00(?!\d)/gu;

/** A space beside Chinese, which needs none. */
const gap =
  /(?<=[\p{Script=Han}，。；：、（）“”《》]) +| +(?=[\p{Script=Han}，。；：、（）“”《》])/gu;

export function toTheMinute(text: string): string {
  return text.replaceAll(wholeMinute, '');
}

/** What was filled in from a file, as it is printed: to the minute, and in Chinese without spaces. */
export function asPrinted(text: string, language: Language): string {
  const short = toTheMinute(text);
  return spokenTo(language) === 'zh' ? short.replaceAll(gap, '') : short;
}
