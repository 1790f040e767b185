import { blockNames, type Passage } from '../passages.ts';
import { type Indexed, unitsOf } from './search.ts';

const heading = /^H([1-6])$/u;

/** The text of the page that is open, cut at every heading that can be linked to. What is drawn stands beside it in words. */
export function readUnits(main: Element): readonly Indexed[] {
  const passages: Passage[] = [];
  let open: Omit<Passage, 'text'> | undefined;
  let text: string[] = [];
  const walker = document.createTreeWalker(
    main,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      const isLeft = node instanceof SVGElement || node instanceof HTMLScriptElement;
      return isLeft ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    },
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) text.push(node.data);
    else if (node instanceof HTMLElement) {
      if (blockNames.has(node.localName)) text.push('\n');
      if (node.id !== '' && heading.test(node.tagName)) begin(node);
    }
  end();
  return unitsOf([{ page: '', passages }]);

  function begin(node: HTMLElement): void {
    end();
    const { id, tagName, textContent: title, parentElement: section } = node;
    const isRule = section?.matches('.rule') === true && section.firstElementChild === node;
    open = { id, title, depth: Number(heading.exec(tagName)?.[1]), ...(isRule && { told: {} }) };
  }

  function end(): void {
    if (open) passages.push({ ...open, text: text.join('').slice(open.title.length) });
    text = [];
  }
}
