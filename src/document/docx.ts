import type { List, ListItem, Nodes, PhrasingContent, Table as TableNode } from 'mdast';
import type { FileChild, IRunOptions, Paragraph, ParagraphChild } from 'docx';

import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document, Part } from './document.ts';
import { columns, docxStyles, looks, page, textWidth } from './docx-styles.ts';
import { stableDocx } from './docx-stable.ts';
import { isOfFacts, sharesOf } from './columns.ts';
import { tracked } from './nodes.ts';
import { isShort, isShortRow, leadsOn, paged, startsPage } from './paged.ts';
import { alternativeOf, type Chart } from './own-nodes.ts';
import { anchorAt, anchorsOf, classesOf, contentsOf, type Entry, headingsIn } from './places.ts';
import { plainText } from './prose.ts';

/** Where a block stands. */
interface Place {
  /** Style of its paragraphs. */
  readonly style: string;
  /** It is not parted from what comes behind it. */
  readonly keep: boolean;
  /** It begins a page. */
  readonly starts: boolean;
  /** Lists around it. */
  readonly level: number;
}

export interface DocxOptions {
  /** An SVG as PNG, for programs that draw none; without it charts are said in words alone. */
  readonly rasterise?: ((svg: string) => Uint8Array) | undefined;
  /** Page numbers are reckoned, for programs that do not count them when they open the file: ten to twenty seconds for 150 pages. */
  readonly countsPages?: boolean;
}

/**
 * A document for Word, WPS and LibreOffice: the same document gives the same bytes.
 */
export async function docxBytes(
  given: Document,
  { rasterise, countsPages = false }: DocxOptions = {},
): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = paged(given);
  const words = sayIn(documentWords, document.language);
  const bookmarks = bookmarksOf(document);
  const isPaper = (document.form ?? 'book') !== 'book';
  const isLetter = document.form === 'letter';
  const starts = new Set<number>();
  let lists = 0;
  let pictures = 0;
  let changes = 0;
  const footer = new docx.Footer({
    children: [
      new docx.Paragraph({
        style: 'Footer',
        children: [
          new docx.TextRun({
            children: [
              `${document.number} · ${document.version}\t\t${words.page.before}`,
              docx.PageNumber.CURRENT,
              words.page.between,
              docx.PageNumber.TOTAL_PAGES,
              words.page.after,
            ],
          }),
        ],
      }),
    ],
  });
  const letterFooter = new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: 'center',
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
  const sections = document.parts.map((part, index) => ({
    properties: {
      titlePage: index === 0,
      ...(isIndex(part) && { column: columns }),
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
      },
    },
    headers: {
      default: isLetter ? firstHead() : runningHead(index === 0 ? '' : titleOf(part)),
      first: firstHead(),
    },
    footers: {
      default: isLetter ? letterFooter : footer,
      first: isLetter ? letterFooter : new docx.Footer({ children: [new docx.Paragraph({})] }),
    },
    children: blocksIn(
      part.blocks,
      { style: 'BodyText', keep: false, starts: false, level: -1 },
      part,
    ),
  }));
  const file = new docx.Document({
    title: document.title,
    creator: 'shouze',
    lastModifiedBy: 'shouze',
    description: `${document.number} · ${document.version}`,
    styles: docxStyles(document),
    numbering: { config: numbering() },
    sections,
    // Word counts them again when it opens the file
    features: { updateFields: true },
    ...(countsPages && { pageNumbers: await estimator() }),
  });
  return stableDocx(new Uint8Array(await docx.Packer.toArrayBuffer(file)), document.day);

  async function estimator() {
    const { estimatePageNumbersWith } = await import('docx/layout');
    return estimatePageNumbersWith({ guess: true });
  }

  /** The chapter is written out: fields that would find it are read by Word alone. */
  function runningHead(chapter: string) {
    const stamp = new docx.TextRun({
      text: `\t${document.stamp ?? ''}\t`,
      bold: true,
      color: looks.red,
    });
    return new docx.Header({
      children: [
        new docx.Paragraph({
          style: 'Header',
          children: [run(document.title, {}), stamp, run(chapter, {})],
        }),
      ],
    });
  }

  function firstHead() {
    const stamp = new docx.Paragraph({ style: 'Stamp', children: [run(document.stamp ?? '', {})] });
    return new docx.Header({ children: [stamp] });
  }

  function blocksIn(nodes: readonly Nodes[], place: Place, part: Part): FileChild[] {
    return nodes.flatMap((node, at) => {
      const starts = startsPage(nodes, at, part);
      const keep = place.keep || leadsOn(nodes, at);
      return block(node, { ...place, keep, starts }, part);
    });
  }

  function block(node: Nodes, place: Place, part: Part): FileChild[] {
    switch (node.type) {
      case 'heading': {
        const name = node.depth <= part.listed || node.depth > 3 ? 'Heading' : 'Unlisted';
        return [
          new docx.Paragraph({
            style: `${name}${node.depth}`,
            children: marked(node, line(node.children)),
            ...(place.starts
              ? { pageBreakBefore: true }
              : node.depth === 1 && !isPaper && { spacing: { before: 480, after: 160 } }),
          }),
        ];
      }
      case 'paragraph':
        return [paragraphOf(line(node.children), place, styleOf(node) ?? place.style)];
      case 'list':
        if (classesOf(node).includes('index'))
          return node.children.flatMap((item) =>
            blocksIn(item.children, { ...place, style: 'IndexEntry' }, part),
          );
        return listBlocks(node, place, part);
      case 'table':
        return [tableOf(node), new docx.Paragraph({ style: 'AfterTable' })];
      case 'blockquote': {
        const style = styleOf(node) ?? 'Quote';
        return blocksIn(node.children, { ...place, style }, part);
      }
      case 'code':
        return node.value
          .split('\n')
          .map((text) => paragraphOf([run(text, {})], place, 'CodeBlock'));
      case 'thematicBreak':
        return [new docx.Paragraph({ thematicBreak: true })];
      case 'cover':
        return node.children.flatMap((child) =>
          child.type === 'heading'
            ? [paragraphOf(marked(child, line(child.children)), place, 'Title')]
            : block(child, place, part),
        );
      case 'contents':
        return [
          new docx.Paragraph({ style: 'ContentsHeading', children: [run(words.contents, {})] }),
          new docx.TableOfContents(words.contents, {
            hyperlink: true,
            headingStyleRange: '1-3',
            contentChildren: contentsOf(document).flatMap((entry) => contentsLines(entry, 1)),
          }),
        ];
      case 'card': {
        const keep = isShort(node.children);
        const last = node.children.slice(-1);
        return [
          ...blocksIn(node.children.slice(0, -1), { ...place, keep: place.keep || keep }, part),
          ...blocksIn(last, place, part),
        ];
      }
      case 'chart':
        return [
          ...(rasterise ? [pictureOf(node, rasterise)] : []),
          paragraphOf([run(node.title, {})], { ...place, keep: true }, 'Caption'),
          ...blocksIn(node.children, place, part),
        ];
      default:
        return [paragraphOf([run(plainText(node), {})], place, place.style)];
    }
  }

  /** Drawn by programs that know SVG; the others show the PNG. */
  function pictureOf(node: Chart, draw: (svg: string) => Uint8Array) {
    const svg = onPaper(node.svg);
    const { width, height } = sizeOf(svg);
    pictures += 1;
    const picture = new docx.ImageRun({
      type: 'svg',
      data: new TextEncoder().encode(svg),
      fallback: { type: 'png', data: draw(svg) },
      transformation: { width, height },
      altText: { id: `${pictures}`, name: node.title, description: alternativeOf(node) },
    });
    return new docx.Paragraph({ style: 'Picture', children: [picture] });
  }

  function paragraphOf(parts: readonly ParagraphChild[], { keep }: Place, style: string) {
    return new docx.Paragraph({ style, children: parts, ...(keep && { keepNext: true }) });
  }

  /** A heading with its bookmark around it, so that links lead to it. */
  function marked(node: Nodes, parts: ParagraphChild[]): ParagraphChild[] {
    const name = bookmarks.get(anchorAt(node) ?? '');
    return name === undefined ? parts : [new docx.Bookmark({ id: name, children: parts })];
  }

  /** A line of the contents; its page is a field of its own, which programs count. */
  function contentsLines({ title, anchor, inner }: Entry, level: number): Paragraph[] {
    const name = bookmarks.get(anchor) ?? '';
    const link = new docx.InternalHyperlink({
      anchor: name,
      children: [run(title, {}), ...pageOf(name)],
    });
    return [
      new docx.Paragraph({ style: `TOC${level}`, children: [link] }),
      ...inner.flatMap((entry) => contentsLines(entry, level + 1)),
    ];
  }

  function listBlocks(node: List, place: Place, part: Part): FileChild[] {
    const level = Math.min(place.level + 1, 8);
    const start = node.start ?? 1;
    if (node.ordered === true) starts.add(start);
    lists += 1;
    const instance = lists;
    return node.children.flatMap((item) => {
      const [first, ...rest] = item.children;
      const inside = { ...place, style: 'ListParagraph', level };
      const parts = first?.type === 'paragraph' ? line(first.children) : [];
      return [
        new docx.Paragraph({
          style: 'ListParagraph',
          numbering: { reference: referenceOf(node, item), level, instance },
          children: parts,
          ...(place.keep && { keepNext: true }),
        }),
        ...blocksIn(first?.type === 'paragraph' ? rest : item.children, inside, part),
      ];
    });
  }

  function tableOf(node: TableNode) {
    const ofFacts = isOfFacts(node);
    const isSigned = classesOf(node).includes('signatures');
    const rows = ofFacts ? node.children.slice(1) : node.children;
    const keep = isShort([node]);
    const columnWidths = ofFacts
      ? [textWidth * 0.18, textWidth * 0.82].map(Math.round)
      : sharesOf(node).map((share) => Math.round(share * textWidth));
    return new docx.Table({
      style: 'TableGrid',
      layout: docx.TableLayoutType.FIXED,
      width: { size: textWidth, type: docx.WidthType.DXA },
      columnWidths,
      borders: borders(),
      rows: rows.map((row, at) => {
        const isHead = at === 0 && !ofFacts;
        return new docx.TableRow({
          ...(isSigned && { height: { value: 700, rule: docx.HeightRule.ATLEAST } }),
          tableHeader: isHead,
          cantSplit: isShortRow(row),
          children: row.children.map((cell, column) => {
            const isLabel = isHead || (ofFacts && column === 0);
            return new docx.TableCell({
              width: { size: columnWidths[column] ?? 0, type: docx.WidthType.DXA },
              ...(isLabel && { shading: { fill: looks.pale } }),
              children: [
                new docx.Paragraph({
                  style: isLabel ? 'TableHead' : 'TableText',
                  children: line(cell.children),
                  ...((isHead || (keep && at < rows.length - 1)) && { keepNext: true }),
                }),
              ],
            });
          }),
        });
      }),
    });
  }

  function borders() {
    const one = { style: docx.BorderStyle.SINGLE, size: 4, color: looks.rule };
    return {
      top: one,
      bottom: one,
      left: one,
      right: one,
      insideHorizontal: one,
      insideVertical: one,
    };
  }

  function line(nodes: readonly PhrasingContent[], look: IRunOptions = {}): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return [run(node.value, look)];
        case 'inlineCode':
          return [run(node.value, { ...look, style: termStyle(node) })];
        case 'strong':
          if (isTracked(node)) return [new docx.InsertedTextRun(change(node, look))];
          return line(node.children, { ...look, bold: true });
        case 'emphasis':
          return line(node.children, { ...look, italics: true });
        case 'delete':
          if (isTracked(node)) return [new docx.DeletedTextRun(change(node, look))];
          return line(node.children, { ...look, strike: true });
        case 'break':
          return [new docx.TextRun({ break: 1 })];
        case 'link':
          return [
            linkOf(node.url, [
              ...line(node.children, { style: 'Hyperlink', ...look }),
              ...(classesOf(node).includes('paged')
                ? pageOf(bookmarks.get(node.url.slice(1)) ?? '')
                : []),
            ]),
          ];
        default:
          return [run(plainText(node), look)];
      }
    });
  }

  /** A tracked change, by who issues the document. */
  function change(node: Nodes, look: IRunOptions) {
    changes += 1;
    const author = `${document.number} ${document.version}`;
    const date = `${document.day}T00:00:00Z`;
    return { ...look, text: legible(plainText(node)), id: changes, author, date };
  }

  function linkOf(url: string, parts: ParagraphChild[]): ParagraphChild {
    if (!url.startsWith('#')) return new docx.ExternalHyperlink({ link: url, children: parts });
    const anchor = bookmarks.get(url.slice(1)) ?? '';
    return new docx.InternalHyperlink({ anchor, children: parts });
  }

  function pageOf(bookmark: string): ParagraphChild[] {
    return [new docx.TextRun({ children: [new docx.Tab()] }), new docx.PageReference(bookmark)];
  }

  function run(text: string, look: IRunOptions) {
    return new docx.TextRun({ ...look, text: legible(text) });
  }

  /** Lists that begin with the same number look the same; each is counted by itself. */
  function numbering() {
    const levels = (format: 'bullet' | 'decimal', text: (level: number) => string, start = 1) =>
      Array.from({ length: 9 }, (_, level) => ({
        level,
        format,
        text: text(level),
        start,
        alignment: docx.AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 420 } } },
      }));
    return [
      { reference: 'points', levels: levels('bullet', () => '•') },
      { reference: 'boxes', levels: levels('bullet', () => '□') },
      ...[...starts].map((start) => ({
        reference: `numbers-${start}`,
        levels: levels('decimal', (level) => `%${level + 1}.`, start),
      })),
    ];
  }
}

function isTracked(node: Nodes): boolean {
  return classesOf(node).includes(tracked);
}

/** A picture in black, lettered as Word and WPS can: they read neither the colour around nor a font that is not there. */
function onPaper(svg: string): string {
  return svg
    .replaceAll('currentColor', '#000000')
    .replace(
      / font-family="[^"]*"/u,
      ' font-family="Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif"',
    );
}

/** As large as it was drawn, or as the width between the margins allows; in pixels. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [width = 0, height = 0] = ['width', 'height'].map((name) =>
    Number(new RegExp(`^<svg [^>]*? ${name}="([\\d.]+)"`, 'u').exec(svg)?.[1]),
  );
  const share = Math.min(1, textWidth / twipsOfPixel / width);
  return { width: Math.floor(width * share), height: Math.floor(height * share) };
}

const twipsOfPixel = 15;

function isIndex({ blocks }: Part): boolean {
  return blocks.some((node) => node.type === 'list' && classesOf(node).includes('index'));
}

/** The title of a part, by its first heading. */
function titleOf({ blocks }: Part): string {
  const [first] = headingsIn(blocks);
  return first ? plainText(first) : '';
}

/** A name for each place: Word takes forty letters and digits, and hides those that begin so. */
function bookmarksOf(document: Document): ReadonlyMap<string, string> {
  return new Map([...anchorsOf(document)].map((anchor, index) => [anchor, `_Place${index + 1}`]));
}

function referenceOf({ ordered, start }: List, { checked }: ListItem): string {
  if (ordered === true) return `numbers-${start ?? 1}`;
  return typeof checked === 'boolean' ? 'boxes' : 'points';
}

const ownStyles: Readonly<Record<string, string>> = {
  brief: 'Brief',
  criterion: 'Criterion',
  badges: 'Badges',
  addressee: 'Addressee',
  'issue-number': 'IssueNumber',
  signed: 'Signed',
  end: 'EndOfStep',
  'red-line': 'QuoteRed',
  unverified: 'QuoteAmber',
  note: 'QuoteNote',
  generated: 'QuoteNote',
};

function styleOf(node: Nodes): string | undefined {
  return classesOf(node)
    .map((name) => ownStyles[name])
    .find((style) => style !== undefined);
}

function termStyle(node: Nodes): string {
  const classes = classesOf(node);
  if (!classes.includes('badge')) return 'Term';
  return classes.includes('red') || classes.includes('branch') ? 'BadgeFilled' : 'Badge';
}

/** Text as XML can hold it: what it cannot is shown as a character that is none. */
function legible(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd');
}
