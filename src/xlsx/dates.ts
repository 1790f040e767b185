/**
 * Whether numbers of a format are shown as dates: one of those that programs know by number, of which 27 to 36 and 50
 * to 58 are East Asian ones (ECMA-376-1, 18.8.30), or a code that writes a day, a month or a year.
 */
export function isDateFormat(number: number, code: string | undefined): boolean {
  if (code === undefined)
    return [
      [14, 17],
      [22, 22],
      [27, 36],
      [50, 58],
    ].some(([from = 0, to = 0]) => from <= number && number <= to);
  const [first = ''] = code.split(';');
  const isElapsed = /\[[hms]+\]/iu.test(first);
  // texts, single characters, blanks and fillings are shown as they are; brackets hold colours and languages
  const shown = first.replaceAll(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gu, '');
  return !isElapsed && /[yd]|^[^hs]*m[^hs]*$/iu.test(shown);
}

const secondsPerDay = 86_400;
const dayZero = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const;
/** Counted from 1900, day 60 is a 29 February that never was (18.17.4.1); no date is told of it or before. */
const firstDay = { from1900: 61, from1904: 0 } as const;
/** 9999-12-31 */
const lastDay = { from1900: 2_958_465, from1904: 2_957_003 } as const;

/**
 * The day that a number of days stands for, as ISO text.
 *
 * @param hasTime - `2026-11-25T09:30:00` where the number is no whole one, to the second; else its time is left out
 */
export function dayOf(text: string, from1904: boolean, hasTime = false): string | undefined {
  const system = from1904 ? 'from1904' : 'from1900';
  const days = Number(text);
  const seconds = hasTime ? Math.round(days * secondsPerDay) : Math.floor(days) * secondsPerDay;
  const whole = Math.floor(seconds / secondsPerDay);
  if (!(whole >= firstDay[system] && whole <= lastDay[system])) return undefined;
  const moment = new Date(dayZero[system] + seconds * 1000).toISOString();
  return seconds % secondsPerDay === 0
    ? moment.slice(0, '2026-11-25'.length)
    : moment.slice(0, '2026-11-25T09:30:00'.length);
}
