import type {
  BlockContent,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { strong, text } from './nodes.ts';

/** A line in which nothing can be Markdown: most prose is, and need not be parsed. Stops and colons end words or stand in numbers. */
const plainLine =
  /^(?![-+*#>=\d\s])(?!.*www\.)(?:[^\n\\`*_[\]<>|~&@:.]|[.:](?=[ )”’"']|$)|(?<=\d)[.:](?=\d))+$/iu;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze();

/**
 * Markdown that somebody wrote as blocks of a document.
 *
 * Only plain Markdown comes through: HTML turns into visible text, pictures into their description,
 * and a link keeps its address only where it leads to a web page.
 */
export function prose(markdown: string): readonly BlockContent[] {
  if (plainLine.test(markdown)) return [{ type: 'paragraph', children: [text(markdown)] }];
  const root: Root = parser.parse(markdown);
  return root.children.flatMap(block);
}

/** The same in one line, for cells of tables: paragraphs and items follow each other. */
export function proseLine(markdown: string): readonly PhrasingContent[] {
  return prose(markdown).flatMap((node, index) => [
    ...(index === 0 ? [] : [text(' ')]),
    ...flat(node),
  ]);
}

function block(node: RootContent): readonly BlockContent[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: node.children.flatMap(phrase) }];
    case 'heading':
      return [{ type: 'paragraph', children: [strong(node.children.flatMap(phrase))] }];
    case 'list':
      return [cleanList(node)];
    case 'blockquote':
      return [{ type: 'blockquote', children: node.children.flatMap(block) }];
    case 'code':
      return [{ type: 'code', value: node.value }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return [
        {
          type: 'table',
          align: node.align ?? null,
          children: node.children.map((row) => ({
            type: 'tableRow',
            children: row.children.map((cell) => ({
              type: 'tableCell',
              children: cell.children.flatMap(phrase),
            })),
          })),
        },
      ];
    default:
      return paragraphOf(plainText(node));
  }
}

function cleanList(node: List): List {
  const children = node.children.map((item): ListItem => ({
    type: 'listItem',
    spread: false,
    children: item.children.flatMap(block),
  }));
  const ordered = node.ordered === true;
  return {
    type: 'list',
    ordered,
    spread: false,
    children,
    ...(ordered && { start: node.start ?? 1 }),
  };
}

function paragraphOf(value: string): readonly Paragraph[] {
  return value === '' ? [] : [{ type: 'paragraph', children: [text(value)] }];
}

function phrase(node: PhrasingContent): readonly PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return [text(node.value.replaceAll('\n', ' '))];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: node.children.flatMap(phrase) }];
    case 'break':
      return [{ type: 'break' }];
    case 'link': {
      const children = node.children.flatMap(phrase);
      return /^https?:\/\//iu.test(node.url)
        ? [{ type: 'link', url: node.url, children }]
        : children;
    }
    default: {
      const value = plainText(node);
      return value === '' ? [] : [text(value)];
    }
  }
}

function flat(node: RootContent | ListItem): readonly PhrasingContent[] {
  switch (node.type) {
    case 'paragraph':
      return node.children.map((child) => (child.type === 'break' ? text(' ') : child));
    case 'list':
      return node.children.flatMap((item, index) => [
        ...(node.ordered === true
          ? [text(`${index === 0 ? '' : ' '}${index + 1}. `)]
          : index === 0
            ? []
            : [text(' · ')]),
        ...flat(item),
      ]);
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap(flat);
    default: {
      const value = plainText(node);
      return value === '' ? [] : [text(value)];
    }
  }
}

/** The text of a node, whatever it is: of HTML its source, of a picture its description. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
