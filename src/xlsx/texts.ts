import { trimmed } from '../base/trimmed.ts';
import type { XmlReader } from './xml.ts';

/** Reads the texts that sheets share (18.4.8) into a list, by number. */
export function sharedTextsReader(texts: string[]): XmlReader {
  const item = textReader();
  return {
    open: (name) => {
      if (name === 'si') item.begin();
      else item.open(name);
    },
    text: item.text,
    close: (name) => {
      item.close(name);
      if (name === 'si') texts.push(trimmed(item.said()));
    },
  };
}

/** The text of `si` and `is`: all runs, but no phonetic guides, which say how it is read aloud (18.4.6). */
export function textReader() {
  let said = '';
  let isText = false;
  let guides = 0;
  return {
    begin: () => {
      said = '';
    },
    open: (name: string) => {
      if (name === 'rPh') guides += 1;
      else if (name === 't') isText = true;
    },
    text: (text: string) => {
      if (isText && guides === 0) said += text;
    },
    close: (name: string) => {
      if (name === 'rPh') guides -= 1;
      else if (name === 't') isText = false;
    },
    said: () => unescaped(said),
  };
}

/** `_x000D_` stands for a character that XML cannot hold (22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
