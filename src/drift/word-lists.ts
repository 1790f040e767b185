import { chineseNumeral } from '../values/chinese-number.ts';
import type { XmlReader } from '../xlsx/xml.ts';

/** How a level of a list is numbered (ECMA-376-1, 17.9). */
interface Level {
  /** `第%1条` */
  text: string;
  format: string;
  start: number;
  /** The style whose paragraphs stand on it. */
  style?: string;
}

/** The levels of each list, by its id. */
export type Numbering = Map<string, Map<number, Level>>;

/** Reads `word/numbering.xml`: lists name the kind of list that they are of. */
export function numberingReader(to: Numbering): XmlReader {
  const kinds: Numbering = new Map();
  let [kind, list]: [Map<number, Level> | undefined, string | undefined] = [undefined, undefined];
  let level: Level | undefined;
  return {
    open: (name, { abstractNumId = '', numId = '', ilvl = '', val = '' }) => {
      if (name === 'abstractNum') {
        [kind, list] = [new Map(), undefined];
        kinds.set(abstractNumId, kind);
      } else if (name === 'lvl' && list === undefined) {
        level = { text: '', format: 'decimal', start: 1 };
        kind?.set(Number(ilvl), level);
      } else if (name === 'num') list = numId;
      else if (name === 'abstractNumId' && list !== undefined)
        to.set(list, kinds.get(val) ?? new Map());
      else if (level && name === 'pStyle') level.style = val;
      else if (level && name === 'lvlText') level.text = val;
      else if (level && name === 'numFmt') level.format = val;
      else if (level && name === 'start') level.start = Number(val);
    },
    close: (name) => {
      if (name === 'lvl') level = undefined;
    },
  };
}

/** Counts the paragraphs of lists as they come, and says what stands before each. */
export function listReader(numbering: Numbering): (list: string, level: number) => string {
  const counts = new Map<Map<number, Level>, Map<number, number>>();
  return (list, level) => {
    const levels = numbering.get(list);
    const own = levels?.get(level);
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counted = counts.get(levels) ?? new Map<number, number>();
    counts.set(levels, counted);
    counted.set(level, (counted.get(level) ?? own.start - 1) + 1);
    for (const deeper of counted.keys()) if (deeper > level) counted.delete(deeper);
    const shown = own.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const { format = 'decimal', start = 1 } = levels.get(Number(digit) - 1) ?? {};
      return numeralIn(format, counted.get(Number(digit) - 1) ?? start);
    });
    return shown === '' ? '' : `${shown} `;
  };
}

function numeralIn(format: string, count: number): string {
  return /chinese|ideograph|japanese|taiwanese/iu.test(format)
    ? chineseNumeral(count)
    : String(count);
}
