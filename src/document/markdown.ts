import type { BlockContent, Html, Nodes, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document, Part } from './document.ts';
import { fileScheme, heading, list, paragraph, quote, see, strong } from './nodes.ts';
import { noWritings, writtenBefore, type Writings } from './remembered.ts';
import { sectioned } from './sections.ts';
import { anchorAt, anchorOf, type Entry, entriesOf, placesIn, rewritten } from './places.ts';

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

/**
 * A document as Markdown files by name, one for each part; charts and cards as their plain blocks.
 *
 * @param writings - of documents that were written before
 */
export function markdownFiles(
  document: Document,
  options: MarkdownOptions,
  writings: Writings = noWritings,
): ReadonlyMap<string, string> {
  const words = sayIn(documentWords, document.language);
  const [front, ...others] = document.parts;
  const partOf = new Map(
    document.parts.flatMap(({ name, blocks }) =>
      placesIn(blocks).map(({ anchor }) => [anchor, name] as const),
    ),
  );
  const ground = [
    document.language,
    document.stamp,
    options.rulebookAt,
    writings.digestOf(JSON.stringify([...partOf])),
  ];
  return new Map(
    document.parts.map((part) => [
      `${part.name}.md`,
      // the front has the contents of all
      part === front
        ? write(part)
        : writtenBefore(writings, 'Markdown', [...ground, part.name], sectioned(part.blocks), () =>
            write(part),
          ),
    ]),
  );

  function write(part: Part): string {
    const stamp = document.stamp === undefined ? [] : [quote([paragraph(strong(document.stamp))])];
    const back = part === front ? [] : [paragraph([see('contents', words.backToContents)])];
    const root: Root = { type: 'root', children: [...stamp, ...part.blocks, ...back] };
    const tree = rewritten({ ...root, children: root.children.flatMap(plainly) }, (node) =>
      linked(node, part.name),
    );
    return writer.stringify(anchored(tree));
  }

  function plainly(node: RootContent): readonly RootContent[] {
    switch (node.type) {
      case 'contents':
        return [heading(2, words.contents, 'contents'), list(entries().map(lines))];
      case 'cover':
      case 'card':
      case 'chart':
        return node.children.flatMap(plainly);
      default:
        return [node];
    }
  }

  /** Chapters, and in those the sections. */
  function entries(): readonly Entry[] {
    return others.flatMap((part) => entriesOf(part, 2));
  }

  function linked(node: Nodes, here: string): Nodes | readonly Nodes[] {
    if (node.type !== 'link') return node;
    const anchor = anchorOf(node.url);
    if (anchor !== undefined) {
      const name = anchor === 'contents' ? front.name : partOf.get(anchor);
      if (name === undefined) return node.children;
      return { ...node, url: name === here ? `#${anchor}` : `${name}.md#${anchor}` };
    }
    if (!node.url.startsWith(fileScheme)) return node;
    if (options.rulebookAt === undefined) return node.children;
    return { ...node, url: `${options.rulebookAt}/${node.url.slice(fileScheme.length)}` };
  }
}

function lines({ anchor, title, inner }: Entry): readonly BlockContent[] {
  return [paragraph(see(anchor, title)), ...(inner.length === 0 ? [] : [list(inner.map(lines))])];
}

/** An anchor of its own before each heading with an id: what hosts make of Chinese headings is not the same everywhere. */
function anchored(root: Root): Root {
  const children = root.children.flatMap((node): readonly RootContent[] => {
    const id = anchorAt(node);
    return id === undefined ? [node] : [anchorHtml(id), node];
  });
  return { ...root, children };
}

function anchorHtml(id: string): Html {
  return { type: 'html', value: `<a id="${id}"></a>` };
}
