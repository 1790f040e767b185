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
export function readXml(bytes: Uint8Array, { open, text, close }: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new RangeError('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    open(localName(name), withLocalNames(attributes));
  });
  parser.on('closetag', ({ name }) => close?.(localName(name)));
  parser.on('text', (value) => text?.(value));
  parser.on('cdata', (value) => text?.(value));
  parser.write(decode(bytes)).close();
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

function decode(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
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
