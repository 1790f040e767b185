import { printDate } from '../values/temporal-text.ts';
import { dateOfEpochDay } from '../values/temporal.ts';
import { printRational, type Rational, toWhole } from '../values/rational.ts';
import { bit, type Domain, firstWord, noneOf, otherOf, type Parts } from './domain.ts';

/** Some parts of a domain as a row of the table would have them, and the words that are named. */
export function cellOf(
  parts: Parts,
  domain: Domain,
): { readonly cell: string; readonly words: readonly string[] } {
  const { all, words } = domain;
  if (parts === all) return { cell: '-', words: [] };
  const first = firstWord(domain);
  const named = (wanted: Parts) =>
    words.filter((_, index) => ((wanted >> BigInt(first + index)) & 1n) === 1n);
  if ((parts & otherOf(domain)) !== 0n) {
    const left = named(all & ~parts);
    return { cell: `not(${left.map(written).join(', ')})`, words: left.map(String) };
  }
  const chosen = named(parts);
  const none = (parts & noneOf(domain)) === 0n ? [] : ['null'];
  const tests = [...rangesOf(parts, domain), ...chosen.map(written), ...none];
  return { cell: tests.join(', '), words: chosen.map(String) };
}

function written(word: string | boolean): string {
  return typeof word === 'string' ? JSON.stringify(word) : String(word);
}

/** Runs of neighbouring parts, each as one range. */
function rangesOf(parts: Parts, domain: Domain): readonly string[] {
  const { all, ends } = domain;
  const ordered = Array.from({ length: 2 * ends.length + 1 }, (_, part) => part).filter(
    (part) => (all & bit(part)) !== 0n,
  );
  const has = (part: number | undefined) => part !== undefined && (parts & bit(part)) !== 0n;
  const ranges: string[] = [];
  for (let start = 0; start < ordered.length; start += 1) {
    if (!has(ordered[start])) continue;
    let stop = start;
    while (has(ordered[stop + 1])) stop += 1;
    const [from = 0, to = 0] = [ordered[start], ordered[stop]];
    ranges.push(rangeOf(from, to, start === 0, stop === ordered.length - 1, domain));
    start = stop;
  }
  return ranges;
}

/** From one part to another; an end that is the domain's own is left out. */
function rangeOf(
  from: number,
  to: number,
  least: boolean,
  greatest: boolean,
  domain: Domain,
): string {
  const { ends } = domain;
  const point = (part: number) => part % 2 === 1;
  const low = ends[point(from) ? (from - 1) / 2 : from / 2 - 1];
  const high = ends[point(to) ? (to - 1) / 2 : to / 2];
  const text = (end: Rational | undefined) => (end ? endText(end, domain) : '');
  if (from === to && point(from)) return text(low);
  if (least || !low) return `${point(to) ? '<=' : '<'} ${text(high)}`;
  if (greatest || !high) return `${point(from) ? '>=' : '>'} ${text(low)}`;
  return `${point(from) ? '[' : '('}${text(low)}..${text(high)}${point(to) ? ']' : ')'}`;
}

function endText(end: Rational, { ordered }: Domain): string {
  if (ordered !== 'date') return printRational(end);
  const day = dateOfEpochDay(toWhole(end) ?? 0);
  return day ? `date("${printDate(day)}")` : printRational(end);
}
