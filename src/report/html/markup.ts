import { visible } from './visible.ts';

/** A piece of HTML that is safe to put on a page as it stands. */
export interface Markup {
  readonly kind: 'markup';
  readonly text: string;
}

/** What may stand in a template: text is escaped, markup is not, nothing leaves nothing. */
export type Part = Markup | string | number | undefined | readonly Part[];

/**
 * A template of HTML in which every value is escaped, for element content and for quoted attributes alike.
 *
 * The line breaks of a template are kept and its indentation is not.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = template.map(
    (piece, index) => piece.replaceAll(/\n\s+/gu, '\n') + textOf(parts[index]),
  );
  return { kind: 'markup', text: pieces.join('') };
}

/** Text in which what stands between backticks is code. */
export function quoted(text: string): Part {
  return text
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'kind' in part ? part.text : part.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/gu, (char) => entities[char] ?? char);
}
