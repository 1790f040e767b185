import type { Language } from '../base/language.ts';
import { oneLine, severalLines } from '../base/shown.ts';

/** How far further lines of a text stand from the left: none of them looks like a line of ours. */
const indent = ' '.repeat(6);

/**
 * A record fit to be shown in lines: its texts by language may have several lines, every other text is one.
 */
export function shownRecord<T>(record: T, languages: readonly Language[]): T {
  return mapped(record, (text, key) =>
    key !== undefined && languages.includes(key) ? severalLines(text, indent) : oneLine(text),
  ) as T;
}

/** The same for what is in one language: any text may have several lines. */
export function shownView<T>(view: T): T {
  return mapped(view, (text) => severalLines(text, indent + indent)) as T;
}

/** @param text - makes another text of one; the key is that under which it stands in an object */
function mapped(
  value: unknown,
  text: (text: string, key?: string) => string,
  under?: string,
): unknown {
  if (typeof value === 'string') return text(value, under);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapped(item, text));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [oneLine(key), mapped(item, text, key)]),
  );
}
