import type { XmlReader } from '../xlsx/xml.ts';
import type { Numbering } from './word-lists.ts';

/** Where a paragraph stands in a list, as far as it is said. */
export interface Place {
  list: string | undefined;
  level: number | undefined;
}

interface Style extends Place {
  /** The style that it is based on. */
  base: string | undefined;
}

/** By their ids; those that paragraphs have that name none are under the empty one. */
export type Styles = Map<string, Style>;

/** Reads `word/styles.xml`: what styles say of lists (ECMA-376-1, 17.7). */
export function stylesReader(to: Styles): XmlReader {
  let style: Style | undefined;
  let changes = 0;
  return {
    open: (name, { styleId = '', type, val = '', ...more }) => {
      if (name === 'pPrChange') changes += 1;
      if (changes > 0) return;
      if (name === 'style') {
        style = { list: undefined, level: undefined, base: undefined };
        to.set(styleId, style);
        if (type === 'paragraph' && isOn(more['default'])) to.set('', style);
      } else if (!style) return;
      else if (name === 'basedOn') style.base = val;
      else if (name === 'numId') style.list = val;
      else if (name === 'ilvl') style.level = Number(val);
    },
    close: (name) => {
      if (name === 'pPrChange') changes -= 1;
      if (name === 'style') style = undefined;
    },
  };
}

/** Where a paragraph of a style stands: as it says itself, else as its style does, or one that this is based on. */
export function inList(
  { list, level }: Place,
  style: string | undefined,
  styles: Styles,
  numbered: Numbering,
): Place {
  if (list !== undefined) return { list, level };
  const seen = new Set<string>();
  for (let id = style ?? ''; !seen.has(id);) {
    seen.add(id);
    const own = styles.get(id);
    if (own?.list !== undefined) {
      // the level of a list may name the style that it is for
      const levels = [...(numbered.get(own.list) ?? [])];
      const linked = levels.find(([, one]) => one.style === id)?.[0];
      return { list: own.list, level: level ?? own.level ?? linked };
    }
    if (own?.base === undefined) break;
    id = own.base;
  }
  return { list: undefined, level };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
