import type {
  BlockContent,
  Blockquote,
  Break,
  Code,
  Delete,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  TableCell,
  Text,
} from 'mdast';

/** Attributes of an element, for pages. */
export type Properties = Readonly<Record<string, string | string[]>>;

/** What goes in a line: a plain string is a text. */
export type Inline = string | PhrasingContent;
export type Line = Inline | readonly Inline[];

/** A place in the document, which a writer turns into an address. */
export const anchorScheme = 'anchor:';
/** A file of the rulebook, by its path in it. */
export const fileScheme = 'rulebook:';

export function text(value: string): Text {
  return { type: 'text', value };
}

export function line(content: Line): PhrasingContent[] {
  const parts: readonly Inline[] =
    typeof content === 'string' || !isList(content) ? [content] : content;
  return parts.flatMap((part) =>
    typeof part === 'string' ? (part === '' ? [] : [text(part)]) : [part],
  );
}

function isList(content: Line): content is readonly Inline[] {
  return Array.isArray(content);
}

export function heading(depth: 1 | 2 | 3 | 4, content: Line, id?: string): Heading {
  return {
    type: 'heading',
    depth,
    children: line(content),
    ...(id !== undefined && { data: { hProperties: { id } } }),
  };
}

export function paragraph(content: Line, className?: string): Paragraph {
  return { type: 'paragraph', children: line(content), ...classed(className) };
}

export function strong(content: Line, className?: string): Strong {
  return { type: 'strong', children: line(content), ...classed(className) };
}

/** What stands out in a line as a kind of its own, and is told to the script of a page by its properties. */
export function span(content: Line, hProperties: Properties): Strong {
  return { ...strong(content), data: { hName: 'span', hProperties } };
}

/** The end of a line inside a paragraph or a cell. */
export function newLine(): Break {
  return { type: 'break' };
}

/** What came into a text, which Word shows as a tracked change. */
export function inserted(content: Line): Strong {
  return { ...strong(content), ...classed(tracked) };
}

/** What went out of a text, likewise. */
export function deleted(content: Line): Delete {
  return { type: 'delete', children: line(content), ...classed(tracked) };
}

export const tracked = 'tracked';

export function code(value: string, className?: string): InlineCode {
  return { type: 'inlineCode', value, ...classed(className) };
}

export function fence(lang: string, value: string): Code {
  return { type: 'code', lang, value };
}

/** A link to another place of the document. */
export function see(anchor: string, content: Line): Link {
  return { type: 'link', url: anchorScheme + anchor, children: line(content) };
}

/** A link that tells the page that it leads to, in formats that have pages. */
export function seePage(anchor: string, content: Line): Link {
  return { ...see(anchor, content), ...classed('paged') };
}

export function fileLink(path: string): Link {
  return { type: 'link', url: fileScheme + path, children: [code(path)] };
}

export function list(
  items: readonly (Line | readonly BlockContent[])[],
  ordered = false,
  className?: string,
): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((item) => listItem(item)),
    ...(ordered && { start: 1 }),
    ...classed(className),
  };
}

function listItem(item: Line | readonly BlockContent[]): ListItem {
  const children = isBlocks(item) ? [...item] : [paragraph(item)];
  return { type: 'listItem', spread: false, children };
}

function isBlocks(item: Line | readonly BlockContent[]): item is readonly BlockContent[] {
  if (!Array.isArray(item)) return false;
  const [first]: readonly unknown[] = item;
  return (
    typeof first === 'object' &&
    first !== null &&
    'type' in first &&
    (first.type === 'paragraph' || first.type === 'list')
  );
}

export function quote(children: BlockContent[], className?: string): Blockquote {
  return { type: 'blockquote', children, ...classed(className) };
}

export function table(
  head: readonly (Line | TableCell)[],
  rows: readonly (readonly (Line | TableCell)[])[],
  className?: string,
): Table {
  return {
    type: 'table',
    children: [head, ...rows].map((cells) => ({ type: 'tableRow', children: cells.map(cellOf) })),
    ...classed(className),
  };
}

function cellOf(content: Line | TableCell): TableCell {
  return isCell(content) ? content : cell(content);
}

function isCell(content: Line | TableCell): content is TableCell {
  return typeof content === 'object' && 'type' in content && content.type === 'tableCell';
}

/** A cell of a kind of its own. */
function cell(content: Line, hProperties: Properties = {}): TableCell {
  return { type: 'tableCell', children: line(content), data: { hProperties } };
}

/** The cell that names its row. */
export function rowHead(content: Line): TableCell {
  return {
    ...cell(content),
    data: { hName: 'th', hProperties: { scope: 'row' } },
  };
}

/** A cell with a number, which stands below the numbers of the rows above. */
export function number(content: Line, properties: Properties = {}): TableCell {
  return cell(content, { className: ['number'], ...properties });
}

function classed(className: string | undefined) {
  return className === undefined
    ? {}
    : { data: { hProperties: { className: className.split(' ') } } };
}

/** Lines with something between them: links by commas. */
export function joined(lines: readonly Line[], between: string): readonly Inline[] {
  return lines.flatMap((content, index) => [
    ...(index === 0 ? [] : [text(between)]),
    ...line(content),
  ]);
}
