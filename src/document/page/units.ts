import { type Indexed, indexed } from './search.ts';

const heading = /^H([1-6])$/u;

/** The text of the page, cut at every heading that can be linked to. What is drawn stands beside it in words. */
export function readUnits(main: Element): readonly Indexed[] {
  const above: { readonly depth: number; readonly title: string }[] = [];
  const units: Indexed[] = [];
  let open: { readonly id: string; readonly title: string; readonly place: string[] } | undefined;
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
    else if (node instanceof HTMLElement && node.id !== '' && heading.test(node.tagName))
      begin(node);
  end();
  return units;

  function begin({ id, tagName, textContent: title }: HTMLElement): void {
    end();
    const depth = Number(heading.exec(tagName)?.[1]);
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    open = { id, title, place: above.map((one) => one.title) };
    above.push({ depth, title });
  }

  function end(): void {
    if (open) units.push(indexed({ ...open, text: text.join('') }));
    text = [];
  }
}
