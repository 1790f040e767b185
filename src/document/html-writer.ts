import type { BlockContent, Nodes, PhrasingContent, Root, Table, TableCell } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';

import { type Language, sayIn } from '../base/language.ts';
import { visible } from '../base/visible.ts';
import { documentWords } from '../words/document.ts';
import { fileScheme, text } from './nodes.ts';
import type { Chart } from './own-nodes.ts';
import { anchorOf, classesOf, isForHosts, rewritten } from './places.ts';
import { plainText } from './prose.ts';

/**
 * What writes blocks as HTML.
 *
 * @param addressOf - the address of a place; undefined for one that is not in the document, whose links become texts
 */
export function htmlWriter(language: Language, addressOf: (anchor: string) => string | undefined) {
  const words = sayIn(documentWords, language);
  const writer = unified()
    .use(remarkRehype, {
      handlers: {
        // the picture, and the same in words to unfold
        chart: (state, node: Chart) => [
          element('figure', [
            moving({ type: 'raw', value: node.svg }),
            element('figcaption', [text(node.title)]),
          ]),
          element('details', [element('summary', [text(words.inWords)]), ...state.all(node)]),
        ],
        table: (state, node: Table) => moving(defaultHandlers.table(state, node)),
      },
    })
    // nothing but the pictures of charts is passed on as it is
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
  return { tree, written };

  /** The elements of blocks. */
  function tree(children: readonly BlockContent[]) {
    const root: Root = { type: 'root', children: [...children] };
    return writer.runSync(rewritten(root, linked));
  }

  function written(elements: ReturnType<typeof tree>): string {
    return writer.stringify(elements);
  }

  function linked(node: Nodes): Nodes | readonly Nodes[] | undefined {
    if (isForHosts(node)) return undefined;
    if (node.type === 'table' && classesOf(node).includes('checklist')) return ticked(node);
    if ('value' in node) return { ...node, value: visible(node.value) };
    if (node.type === 'tableCell') return { ...node, children: node.children.flatMap(unbroken) };
    if (node.type !== 'link') return node;
    if (node.url.startsWith(fileScheme)) return node.children;
    const anchor = anchorOf(node.url);
    if (anchor === undefined) return node;
    const url = addressOf(anchor);
    return url === undefined ? node.children : { ...node, url };
  }
}

/** Elements of HTML as a writer has them. */
export type Elements = ReturnType<ReturnType<typeof htmlWriter>['tree']>;

function element<Inner>(
  tagName: string,
  children: Inner[],
  properties: { readonly className?: string[] } = {},
) {
  return { type: 'element' as const, tagName, properties, children };
}

/** What is wider than the page moves in a box of its own. */
function moving<Inner>(wide: Inner) {
  return element('div', [wide], { className: ['scroll'] });
}

/** Days, numbers of files and of staff, amounts with their unit: what a narrow cell would break in two. */
const whole =
  /((?<![-A-Za-z\d])[A-Za-z\d]+(?:-[A-Za-z\d]+)*-\d+(?![-A-Za-z\d])|(?<![\d,.])\d[\d,.]*\p{Script=Han}(?!\p{Script=Han}))/u;

/** A text of a cell with each of those as an element of its own; on paper they may break, since there a table has to fit. */
function unbroken(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || !whole.test(node.value) || node.data) return [node];
  return node.value.split(whole).flatMap((part, index) => {
    if (part === '') return [];
    const isWhole = index % 2 === 1;
    const data = { hName: 'span', hProperties: { className: ['whole'] } };
    return [{ ...text(part), ...(isWhole && { data }) }];
  });
}

/** A check-list with boxes that can be ticked on the screen, each named by what stands beside it. */
function ticked(table: Table): Table {
  const [head, ...rows] = table.children;
  return {
    ...table,
    children: [
      ...(head ? [head] : []),
      ...rows.map((row) => {
        const [, what, ...rest] = row.children;
        if (!what) return row;
        return { ...row, children: [box(plainText(what)), what, ...rest] };
      }),
    ],
  };
}

function box(name: string): TableCell {
  return {
    type: 'tableCell',
    children: [
      {
        type: 'text',
        value: '',
        data: { hName: 'input', hProperties: { type: 'checkbox', ariaLabel: name } },
      },
    ],
  };
}

/** Headings one level further down: chapters of the document are parts of one page. */
export function lower(node: BlockContent): BlockContent {
  if (node.type === 'card') return { ...node, children: node.children.map(lower) };
  if (node.type !== 'heading') return node;
  const depth = ([2, 3, 4, 5, 6, 6] as const)[node.depth - 1] ?? 6;
  return { ...node, depth };
}
