import type { Platform } from '../base/bytes.ts';
import { readXml } from '../xlsx/xml.ts';
import { openZip } from '../xlsx/zip.ts';
import { listReader, type Numbering, numberingReader } from './word-lists.ts';
import { inList, type Place, type Styles, stylesReader } from './word-styles.ts';

/**
 * The text of a DOCX file, a line a paragraph: what its changes come to where they are tracked, and the numbers that
 * the program writes by itself, 第一条 among them. The paragraphs of a text box stand behind the one that it hangs on.
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
    const [numbered, styles]: [Numbering, Styles] = [new Map(), new Map()];
    const lists = await unpack('word/numbering.xml');
    if (lists) readXml(lists, numberingReader(numbered));
    const styled = await unpack('word/styles.xml');
    if (styled) readXml(styled, stylesReader(styles));
    return paragraphsOf(document, numbered, styles).join('\n');
  } catch {
    return undefined;
  }
}

/** What was there before a change, or what programs read that know no better. */
const passedOver: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'Fallback',
]);

interface Paragraph extends Place {
  text: string;
  style: string | undefined;
  /** Whether a change takes its end away, so that what follows belongs to it. */
  isJoined: boolean;
}

function paragraphsOf(
  document: Uint8Array,
  numbered: Numbering,
  styles: Styles,
): readonly string[] {
  const lines: string[] = [];
  const numberOf = listReader(numbered);
  // those of a text box stand within another
  const open: Paragraph[] = [];
  const boxed: string[] = [];
  let joined: Paragraph | undefined;
  let [passed, isText] = [0, false];
  const above: string[] = [];
  readXml(document, {
    open: (name, { val = '' }) => {
      const one = open.at(-1);
      if (one && (name === 'del' || name === 'moveFrom') && isMark(above)) one.isJoined = true;
      above.push(name);
      if (passedOver.has(name)) passed += 1;
      if (passed > 0) return;
      if (name === 'p') {
        const empty = { list: undefined, level: undefined };
        open.push({ text: '', style: undefined, isJoined: false, ...empty });
      } else if (!one) return;
      else if (name === 'pStyle') one.style = val;
      else if (name === 'numId') one.list = val;
      else if (name === 'ilvl') one.level = Number(val);
      else if (name === 't') isText = true;
      else if (name === 'tab') one.text += ' ';
      else if (name === 'br' || name === 'cr') one.text += '\n';
    },
    text: (more) => {
      const one = open.at(-1);
      if (isText && one) one.text += more;
    },
    close: (name) => {
      above.pop();
      if (passedOver.has(name)) passed -= 1;
      else if (passed === 0 && name === 't') isText = false;
      else if (passed === 0 && name === 'p') end(open.pop());
    },
  });
  return lines;

  function end(one: Paragraph | undefined): void {
    if (!one) return;
    // what is left of the two has the form of the later
    const text = `${joined?.text ?? ''}${one.text}`;
    joined = one.isJoined ? { ...one, text } : undefined;
    if (joined) return;
    const { list, level } = inList(one, one.style, styles, numbered);
    const line = `${list === undefined ? '' : numberOf(list, level ?? 0)}${text}`;
    if (open.length > 0) boxed.push(line);
    else lines.push(line, ...boxed.splice(0));
  }
}

/** Whether what stands above is the mark that ends a paragraph. */
function isMark(above: readonly string[]): boolean {
  return above.at(-1) === 'rPr' && above.at(-2) === 'pPr';
}
