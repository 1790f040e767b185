import { visible } from '../../../base/visible.ts';

/** What may stand in an element: a text is a text and never markup, nothing leaves nothing. */
export type Child = Node | string | number | false | undefined | readonly Child[];

/** An element, with attributes that are strings and children that are nodes or texts. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  append(element, children);
  return element;
}

function append(element: HTMLElement, child: Child): void {
  if (child === undefined || child === false || child === '') return;
  if (typeof child === 'string' || typeof child === 'number')
    element.append(visible(String(child)));
  else if (child instanceof Node) element.append(child);
  else for (const one of child) append(element, one);
}

/** What a file says, apart from the direction of the line around it. */
export function said(text: string): HTMLElement {
  return el('bdi', {}, text);
}

export function code(text: string, kind = ''): HTMLElement {
  return el('code', kind === '' ? {} : { class: kind }, said(text));
}

/** Text in which what stands between backticks is code. */
export function quoted(text: string): readonly Child[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? code(piece) : piece));
}

export function button(
  text: Child,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
}

/** A table in a box in which it moves where it is wider; the first cell of each row is its header. */
export function table(
  kind: string,
  caption: Child,
  heads: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const made = el(
    'table',
    { class: kind },
    caption === undefined ? undefined : el('caption', {}, caption),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', { scope: 'col' }, head)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map(([first, ...rest]) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, first),
          rest.map((cell) => el('td', {}, cell)),
        ),
      ),
    ),
  );
  return el('div', { class: 'scroll' }, made);
}

/** A term and what is said of it; nothing when nothing is. */
export function fact(term: string, says: Child): Child {
  if (
    says === undefined ||
    says === false ||
    says === '' ||
    (Array.isArray(says) && says.length === 0)
  )
    return undefined;
  return el('div', {}, el('dt', {}, term), el('dd', {}, says));
}

/** A list; undefined for an empty one. */
export function list(items: readonly Child[]): Child {
  return items.length === 0
    ? undefined
    : el(
        'ul',
        {},
        items.map((item) => el('li', {}, item)),
      );
}

/** A text with what stands for its `{}`, in order. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text
    .split('{}')
    .map((piece, index) => (index === 0 ? piece : `${values[index - 1] ?? ''}${piece}`))
    .join('');
}
