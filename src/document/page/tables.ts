import type { ScriptWords } from '../../words/document.ts';
import { filled } from './dom.ts';
import { wideBoxes } from './wide.ts';

/** Tables that are wider than their boxes can be moved by the keyboard, each under the title that it stands below. */
export function tables(words: ScriptWords): void {
  const boxes = new Map<Element, string>();
  let [section, title] = ['', ''];
  for (const element of document.querySelectorAll('header h1, main :is(h2, h3, h4, h5), .scroll')) {
    if (element.classList.contains('scroll')) boxes.set(element, title);
    else if (element.id !== '') section = title = element.textContent;
    else title = `${section} › ${element.textContent}`;
  }
  const watched = wideBoxes((box) => filled(words.table, boxes.get(box) ?? ''));
  for (const box of boxes.keys()) watched.observe(box);
}
