import type { BlockContent, Html, Nodes, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import type { Manual } from './model.ts';
import { anchorOf, contentsOf, type Page, pagesOf, placesIn, rewritten } from './pages.ts';
import { fileScheme, paragraph, see, strong } from './tree/nodes.ts';

export interface MarkdownOptions {
  /** Address of the folder of the rulebook from the folder of the files; without it paths are not links. */
  readonly rulebookAt: string | undefined;
}

/** A text in which nothing can be Markdown wherever it stands in a line; most are, and escaping is slow. */
const plain = /^(?![-+=>]|\d+[.)])(?!.*(?:www|https?:))[^\t\r\n!#&*<>@[\\\]_`|~]*$/iu;

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    incrementListMarker: true,
    handlers: {
      text: ({ value }: Text, _, state, info) => {
        const edge =
          (value.startsWith(' ') && info.before === '\n') ||
          (value.endsWith(' ') && info.after === '\n');
        return plain.test(value) && !edge ? value : state.safe(value, info);
      },
    },
  })
  .use(remarkGfm, { tablePipeAlign: false, tableCellPadding: true })
  .freeze();

/** The manual as Markdown files by name: a page for each chapter. */
export function markdownFiles(
  manual: Manual,
  options: MarkdownOptions,
): ReadonlyMap<string, string> {
  const pages = pagesOf(manual);
  const pageOf = new Map(
    pages.flatMap(({ name, blocks }) =>
      placesIn(blocks).map(({ anchor }) => [anchor, name] as const),
    ),
  );
  return new Map(pages.map((page) => [`${page.name}.md`, write(page)]));

  function write(page: Page): string {
    const first = page.name === 'README';
    const blocks = first
      ? withContents(page.blocks)
      : [...page.blocks, paragraph([see('contents', manual.labels.backToContents)])];
    const { draft, labels } = manual;
    const stamp = draft ? [paragraph([strong(labels.draft)])] : [];
    const root: Root = { type: 'root', children: [...stamp, ...blocks] };
    const tree = rewritten(root, (node) => linked(node, page.name));
    return writer.stringify(anchored(tree));
  }

  /** The contents come after the cover. */
  function withContents(blocks: readonly BlockContent[]): readonly BlockContent[] {
    const second = blocks.findIndex((node) => node.type === 'heading' && node.depth === 2);
    return [...blocks.slice(0, second), ...contentsOf(pages, manual), ...blocks.slice(second)];
  }

  function linked(node: Nodes, here: string): Nodes | readonly Nodes[] {
    if (node.type !== 'link') return node;
    const anchor = anchorOf(node.url);
    if (anchor !== undefined) {
      const page = anchor === 'contents' ? 'README' : pageOf.get(anchor);
      if (page === undefined) return node.children;
      return { ...node, url: page === here ? `#${anchor}` : `${page}.md#${anchor}` };
    }
    if (!node.url.startsWith(fileScheme)) return node;
    if (options.rulebookAt === undefined) return node.children;
    return { ...node, url: `${options.rulebookAt}/${node.url.slice(fileScheme.length)}` };
  }
}

/** An anchor of its own before each heading with an id: what hosts make of Chinese headings is not the same everywhere. */
function anchored(root: Root): Root {
  const children = root.children.flatMap((node): readonly RootContent[] => {
    const id = node.type === 'heading' ? node.data?.hProperties?.['id'] : undefined;
    return typeof id === 'string' ? [anchor(id), node] : [node];
  });
  return { ...root, children };
}

function anchor(id: string): Html {
  return { type: 'html', value: `<a id="${id}"></a>` };
}
