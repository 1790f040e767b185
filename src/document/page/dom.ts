import type { Synonym } from '../document.ts';
import type { ScriptWords } from '../../words/document.ts';

/** An element of the page that its markup always has, and of which kind it is. */
export function one<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  root: ParentNode = document,
): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

/** An element with texts and elements in it: a text is never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  kind: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (kind !== '') element.className = kind;
  element.append(...children);
  return element;
}

export function readWords(): ScriptWords {
  return JSON.parse(one('#words', HTMLScriptElement).textContent) as ScriptWords;
}

/** Where there are several pages, they stand with the text of all. */
export function readSynonyms(): readonly Synonym[] {
  const { synonyms } = readWords() as ScriptWords & { readonly synonyms?: readonly Synonym[] };
  return synonyms ?? [];
}

/** A text with what stands for its `{}`, in order. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text
    .split('{}')
    .map((piece, index) => (index === 0 ? piece : `${values[index - 1] ?? ''}${piece}`))
    .join('');
}
