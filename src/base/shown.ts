/**
 * Characters by which a text could do more to a terminal or a page than be read: controls (C0, DEL, C1), marks and
 * embeddings of direction, separators of lines. Tabs and line breaks are told apart by what is shown.
 */
const acting = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069`;

const inText = new RegExp(String.raw`[${acting}]|\r(?!\n)`, 'gu');
const inLine = new RegExp(String.raw`[${acting}\t\r\n]`, 'gu');
/** All that may be printed, the colours of our own among it. */
const printed = new RegExp(
  String.raw`(\u001B\[(?:[12]|22|3[1236]|39)m)|[${acting}]|\r(?!\n)`,
  'gu',
);

const named: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** `\u202e` for what would act: an escape of JSON, YAML and FEEL too, so that their texts stay what they are. */
function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  return named[character] ?? `\\u${code}`;
}

/** A text of one line that nothing in it can break or turn around: an id, a name, a value, a sentence. */
export function oneLine(text: string): string {
  return text.replaceAll(inLine, escaped);
}

/** A text whose line breaks are its own, each further line as far from the left as `indent` says. */
export function severalLines(text: string, indent = ''): string {
  return text.replaceAll(inText, escaped).replaceAll('\n', `\n${indent}`);
}

/** What is about to be printed, with the colours that we gave it and nothing else that acts. */
export function printable(text: string): string {
  return text.replaceAll(printed, (found, colour?: string) => colour ?? escaped(found));
}
