import type { ScriptWords } from '../../words/document.ts';
import { filled } from './dom.ts';

/** Gives every table that is wider than its box a name and a place for the keyboard, so that it can be moved. */
export function tables(words: ScriptWords): void {
  const boxes = new Map<Element, string>();
  let [section, title] = ['', ''];
  for (const element of document.querySelectorAll('header h1, main :is(h2, h3, h4, h5), .scroll')) {
    if (element.classList.contains('scroll')) boxes.set(element, title);
    else if (element.id !== '') section = title = element.textContent;
    else title = `${section} › ${element.textContent}`;
  }
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) name(target);
  });
  for (const box of boxes.keys()) observer.observe(box);

  function name(box: Element): void {
    const attributes = {
      tabindex: '0',
      role: 'group',
      'aria-label': filled(words.table, boxes.get(box) ?? ''),
    };
    const isWide = box.scrollWidth > box.clientWidth;
    for (const [key, value] of Object.entries(attributes))
      if (isWide) box.setAttribute(key, value);
      else box.removeAttribute(key);
  }
}
