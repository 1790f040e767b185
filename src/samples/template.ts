import type { Type } from '../feel/types.ts';
import type { Subject, WorkingCalendar } from '../program/ast.ts';
import { type Days, daysLater, newDays } from './days.ts';
import { isResidentId } from './people.ts';
import { isList, isRecord, type Plain, plainAt } from './plain.ts';
import type { Random } from './random.ts';
import { type Drawing, replacingIn } from './replacing.ts';

/** How far a file is moved from the one it was made of. */
export interface Variation {
  /** Every amount is so many hundredths of what it was, so that ratios stay. */
  readonly percent: number;
  /** Days of the process move by so many working days, so that as many lie between them as before. */
  readonly workingDays: number;
  /** People are born so many days later. */
  readonly birthDays: number;
}

export const unchanged: Variation = { percent: 100, workingDays: 0, birthDays: 0 };

/** Files that belong together, cut into what stays and what is drawn; one file alone is the rule. */
export interface Template {
  readonly size: number;
  /**
   * The same files with other people, numbers, staff, amounts and days, each as a JSON text.
   *
   * What stands in two places stays the same in both: texts are replaced throughout.
   *
   * @param number - of the first of them among all that are made, from 0
   */
  readonly texts: (
    number: number,
    variation: Variation,
    random: Random,
    drawing: Drawing,
  ) => readonly string[];
}

/** JSON that stays, or what to put there. */
type Part =
  | string
  | { readonly kind: 'amount'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'day' | 'published' | 'birth'; readonly text: string }
  /** A text with others in it, by their places among those that are replaced. */
  | { readonly kind: 'text'; readonly pieces: readonly (string | number)[] };

/**
 * @param joining - names of fields that the files are judged together by
 * @param moving - how days move; those near the day of the file, without it
 */
export function templateOf(
  files: readonly Plain[],
  subject: Pick<Subject, 'type' | 'file'>,
  calendar: WorkingCalendar | undefined,
  joining: ReadonlySet<string> = new Set(),
  moving?: Days,
): Template {
  const { own, shared } = replacingIn(files, subject, joining);
  const replaced = [
    ...[...shared.values()].map((one) => ({ ...one, file: 0 })),
    ...own.flatMap((texts, file) => [...texts.values()].map((one) => ({ ...one, file }))),
  ];
  const { sample } = subject.file;
  const published = sample?.published;
  const cut = files.map((file, index) => {
    const places = new Map(
      replaced.flatMap((one, place) =>
        shared.has(one.from) || one.file === index ? [[one.from, place] as const] : [],
      ),
    );
    const asOf = plainAt(file, sample?.day);
    const days = moving ?? newDays(typeof asOf === 'string' ? asOf : undefined, calendar);
    return { parts: partsOf(file, subject, places), days };
  });
  return {
    size: files.length,
    texts: (number, variation, random, drawing) => {
      const texts = drawing.texts(replaced, number, variation.birthDays, random);
      return cut.map(({ parts, days }) =>
        parts.map((part) => written(part, variation, days, texts)).join(''),
      );
    },
  };

  function written(
    part: Part,
    { percent, workingDays, birthDays }: Variation,
    days: Days,
    texts: readonly string[],
  ): string {
    if (typeof part === 'string') return part;
    switch (part.kind) {
      case 'amount': {
        const units = 10 ** part.decimals;
        return String(Math.round(part.value * percent * (units / 100)) / units);
      }
      case 'day':
        return JSON.stringify(days.moved(part.text, workingDays));
      case 'published':
        return JSON.stringify(
          published ? days.published(part.text, workingDays, published) : part.text,
        );
      case 'birth':
        return JSON.stringify(daysLater(part.text, birthDays));
      case 'text':
        return JSON.stringify(
          part.pieces.map((piece) => (typeof piece === 'number' ? texts[piece] : piece)).join(''),
        );
    }
  }
}

/** @param places - of the texts that are replaced in the file */
function partsOf(
  file: Plain,
  { type, file: { sample = {} } }: Pick<Subject, 'type' | 'file'>,
  places: ReadonlyMap<string, number>,
): readonly Part[] {
  const { person, published } = sample;
  const births = birthsIn(file, person);
  const parts: Part[] = [];
  const inText = patternOf([...places.keys()]);
  cut(file, type, undefined);
  return joined(parts);

  function cut(value: Plain, of: Type, name: string | undefined): void {
    if (isList(value)) {
      const inner: Type = of.kind === 'list' ? of.of : { kind: 'any' };
      parts.push('[');
      for (const [index, item] of value.entries()) {
        if (index > 0) parts.push(',');
        cut(item, inner, name);
      }
      parts.push(']');
    } else if (isRecord(value)) {
      parts.push('{');
      for (const [index, [key, inner]] of Object.entries(value).entries()) {
        const field = of.kind === 'context' ? of.fields.get(key) : undefined;
        parts.push(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
        cut(inner, field?.type ?? { kind: 'any' }, key);
      }
      parts.push('}');
    } else parts.push(scalar(value, of, name));
  }

  function scalar(
    value: string | number | boolean | null,
    of: Type,
    name: string | undefined,
  ): Part {
    if (typeof value === 'number') {
      const decimals = of.kind === 'number' ? of.decimals : undefined;
      return decimals === undefined ? JSON.stringify(value) : { kind: 'amount', value, decimals };
    }
    if (typeof value !== 'string') return JSON.stringify(value);
    if (of.kind === 'date' || of.kind === 'date-time') {
      if (name !== undefined && name === person?.birth)
        return births.has(value) ? { kind: 'birth', text: value } : JSON.stringify(value);
      const isPublished = name !== undefined && published?.fields.includes(name) === true;
      return { kind: isPublished ? 'published' : 'day', text: value };
    }
    const known = places.get(value);
    if (known !== undefined) return { kind: 'text', pieces: [known] };
    if ((of.kind === 'text' && of.words) || !inText) return JSON.stringify(value);
    const pieces = value.split(inText).map((piece, index) => {
      const place = index % 2 === 1 ? places.get(piece) : undefined;
      return place ?? piece;
    });
    return pieces.length === 1 ? JSON.stringify(value) : { kind: 'text', pieces };
  }
}

/** The days of birth of those whose ids are replaced. */
function birthsIn(
  file: Plain,
  person: NonNullable<Subject['file']['sample']>['person'],
): ReadonlySet<string> {
  const found = new Set<string>();
  if (person) gather(file);
  return found;

  function gather(value: Plain): void {
    if (isList(value)) value.forEach(gather);
    if (!isRecord(value) || !person) return;
    const [id, birth] = [value[person.id], value[person.birth]];
    if (typeof birth === 'string' && typeof id === 'string' && isResidentId(id)) found.add(birth);
    Object.values(value).forEach(gather);
  }
}

/** Finds texts inside others, where they are not a part of a longer word or number. */
function patternOf(texts: readonly string[]): RegExp | undefined {
  const long = texts.filter((text) => text.length > 1).toSorted((a, b) => b.length - a.length);
  if (long.length === 0) return undefined;
  const any = long
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join('|');
  return new RegExp(`(?<![A-Za-z0-9])(${any})(?![A-Za-z0-9])`, 'u');
}

/** With what stays in one piece. */
function joined(parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === 'string' && typeof last === 'string') whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}
