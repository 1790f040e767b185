import { SaxesParser } from 'saxes';

export interface XmlReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Text between tags, in one piece or several. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads an XML file in UTF-8 or UTF-16. Elements and attributes go by their local names: what prefix stands before
 * them is the writer's choice.
 *
 * @throws Error when it is not well-formed, or has a document type, by which entities could be declared
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  parserFor(reader).write(decoder.decode(bytes)).close();
}

/** What may stand between two tags, in characters: far more than a cell holds. */
const longestText = 4_000_000;

/**
 * The same as its bytes come: what was heard of each piece is there when the next is asked for.
 *
 * @throws Error as {@link readXml}, and where there are no tags for very long
 */
export async function* readXmlPieces(
  pieces: AsyncIterable<Uint8Array>,
  { open, text, close }: XmlReader,
): AsyncGenerator<void> {
  let since = 0;
  const parser = parserFor({
    open: (name, attributes) => {
      since = 0;
      open(name, attributes);
    },
    ...(text && { text }),
    ...(close && { close }),
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    since += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (since > longestText) throw new RangeError('no tags for very long');
    yield;
  }
  parser.write(decoder?.decode() ?? '').close();
}

function parserFor({ open, text, close }: XmlReader): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new RangeError('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    open(localName(name), withLocalNames(attributes));
  });
  parser.on('closetag', ({ name }) => close?.(localName(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

/** A text as it stands between tags or quotes. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function encodingOf([first = 0, second = 0]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function withLocalNames(
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  for (const key in attributes) {
    if (key.includes(':'))
      return Object.fromEntries(
        Object.entries(attributes)
          .filter(([name]) => !name.startsWith('xmlns'))
          .map(([name, value]) => [localName(name), value]),
      );
  }
  return attributes;
}

function localName(name: string): string {
  return name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;
}
