import type { Nodes, PhrasingContent, Table } from 'mdast';

import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document, Part } from './document.ts';
import { alternativeOf } from './own-nodes.ts';
import { isOfFacts, sharesOf } from './columns.ts';
import { isShort, isShortRow, leadsOn, paged, startsPage } from './paged.ts';
import { anchorAt, classesOf } from './places.ts';
import { plainText } from './prose.ts';
import { template } from './typst-template.ts';

/** What Typst makes a PDF of: a template that never changes, and the document as data, none of which is code to it. */
export interface TypstInput {
  readonly template: string;
  /** JSON, which the template reads. */
  readonly data: string;
  /** ISO day for the dates in the file. */
  readonly day: string;
}

/** The nodes as the template finds them: a text, or a `kind` with what the kind has. */
type TypstNode = string | { readonly kind: string; readonly [key: string]: unknown };

export function typstInput(given: Document): TypstInput {
  const document = paged(given);
  const { language, title, number, version, day, stamp, parts } = document;
  const taken = new Set<string>();
  const data = {
    language,
    title,
    number,
    version,
    day: day.split('-').map(Number),
    stamp: stamp ?? '',
    form: given.form ?? 'book',
    words: sayIn(documentWords, language),
    blocks: parts.flatMap((part) =>
      part.blocks.flatMap((node, at) => [
        ...(startsPage(part.blocks, at, part) ? [{ kind: 'page' }] : []),
        ...block(node, part, taken, leadsOn(part.blocks, at)),
      ]),
    ),
  };
  return { template, data: JSON.stringify(data), day };
}

/**
 * @param taken - places that are labelled already, since Typst takes each label once
 * @param leads - on to the block behind it, from which it is not parted
 */
function block(node: Nodes, part: Part, taken: Set<string>, leads: boolean): readonly TypstNode[] {
  switch (node.type) {
    case 'heading': {
      const id = anchorAt(node);
      const label = id === undefined || taken.has(id) ? '' : id;
      taken.add(label);
      const { depth } = node;
      const isListed = depth <= part.listed;
      return [{ kind: 'heading', depth, label, isListed, content: line(node.children) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', classes: classesOf(node), leads, content: line(node.children) }];
    case 'list':
      return [
        {
          kind: 'list',
          classes: classesOf(node),
          start: node.ordered === true ? (node.start ?? 1) : 0,
          isToTick: node.children.some(({ checked }) => typeof checked === 'boolean'),
          content: node.children.map((item) => blocks(item.children)),
        },
      ];
    case 'table':
      return [tableNode(node)];
    case 'blockquote':
      return [{ kind: 'quote', classes: classesOf(node), content: blocks(node.children) }];
    case 'code':
      return [{ kind: 'code', content: node.value }];
    case 'thematicBreak':
      return [{ kind: 'line' }];
    case 'cover':
      return [{ kind: 'cover', content: blocks(node.children) }];
    case 'contents':
      return [{ kind: 'contents' }];
    case 'card':
      return [
        {
          kind: 'card',
          classes: classesOf(node),
          isWhole: isShort(node.children),
          content: blocks(node.children),
        },
      ];
    case 'chart':
      return [
        {
          kind: 'chart',
          title: node.title,
          svg: inOurFont(node.svg),
          alt: alternativeOf(node),
        },
        { kind: 'card', isWhole: isShort(node.children), content: blocks(node.children) },
      ];
    default:
      return [{ kind: 'paragraph', classes: [], leads, content: [plainText(node)] }];
  }

  function blocks(nodes: readonly Nodes[]): readonly TypstNode[] {
    return nodes.flatMap((child, at) => block(child, part, taken, leadsOn(nodes, at)));
  }
}

/** Pictures are lettered in the fonts that come with the document, not in those of the machine. */
function inOurFont(svg: string): string {
  return svg.replace(/ font-family="[^"]*"/u, ' font-family="Noto Sans SC"');
}

function tableNode(table: Table): TypstNode {
  const [head, ...rows] = table.children.map((row) => ({
    isWhole: isShortRow(row),
    content: row.children.map((cell) => line(cell.children)),
  }));
  return {
    kind: 'table',
    classes: classesOf(table),
    shares: sharesOf(table),
    isOfFacts: isOfFacts(table),
    isWhole: isShort([table]),
    head: head?.content ?? [],
    rows,
  };
}

function line(nodes: readonly PhrasingContent[]): readonly TypstNode[] {
  return nodes.map((node): TypstNode => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'inlineCode':
        return { kind: 'term', classes: classesOf(node), content: node.value };
      case 'strong':
      case 'emphasis':
      case 'delete':
        return { kind: node.type, content: line(node.children) };
      case 'link':
        return {
          kind: 'link',
          classes: classesOf(node),
          to: node.url,
          content: line(node.children),
        };
      case 'break':
        return { kind: 'break' };
      default:
        return plainText(node);
    }
  });
}
