import type { Platform } from '../base/bytes.ts';
import { readXml } from '../xlsx/xml.ts';
import { openZip } from '../xlsx/zip.ts';
import { listReader, type Numbering, numberingReader } from './word-lists.ts';

/**
 * The text of a DOCX file, a line a paragraph: what its changes come to where they are tracked, and the numbers that
 * the program writes by itself, 第一条 among them.
 *
 * @returns undefined when it is no such file, or damaged
 */
export async function textOfDocx(
  bytes: Uint8Array,
  platform: Platform,
): Promise<string | undefined> {
  try {
    const unpack = openZip(bytes, platform);
    const document = await unpack('word/document.xml');
    if (!document) return undefined;
    const numbered: Numbering = new Map();
    const lists = await unpack('word/numbering.xml');
    if (lists) readXml(lists, numberingReader(numbered));
    return paragraphsOf(document, numbered).join('\n');
  } catch {
    return undefined;
  }
}

function paragraphsOf(document: Uint8Array, numbered: Numbering): readonly string[] {
  const lines: string[] = [];
  const numberOf = listReader(numbered);
  let [text, list, level]: [string, string | undefined, number] = ['', undefined, 0];
  let isText = false;
  readXml(document, {
    open: (name, { val = '' }) => {
      if (name === 'p') [text, list, level] = ['', undefined, 0];
      else if (name === 'numId') list = val;
      else if (name === 'ilvl') level = Number(val);
      else if (name === 't') isText = true;
      else if (name === 'tab') text += ' ';
      else if (name === 'br' || name === 'cr') text += '\n';
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'p') lines.push(`${list === undefined ? '' : numberOf(list, level)}${text}`);
    },
  });
  return lines;
}
