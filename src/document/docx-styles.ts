import type { IStylesOptions } from 'docx';

import { spokenTo } from '../base/language.ts';
import type { Document } from './document.ts';

/** Colours, as Word writes them. */
export const looks = {
  blue: '1F4E8C',
  red: 'B3261E',
  amber: '8A5A00',
  soft: '5B6675',
  rule: 'C3CBD6',
  pale: 'F3F5F9',
  criterion: 'EEF4FB',
};

/** A4 in twentieths of a point, and what is left of it between the margins. */
export const page = { width: 11_906, height: 16_838, top: 1106, bottom: 964, side: 964 };
export const textWidth = page.width - 2 * page.side;

/** Of an index, which has two. */
export const columns = { count: 2, space: 400 };
const columnWidth = (textWidth - columns.space) / columns.count;

/** Fonts of official documents in Chinese (GB/T 9704), and their alternatives where they are not installed. */
const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const headFont = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

/** By name, what else to take for it. */
export const alternatives: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  黑体: 'SimHei',
  'Times New Roman': 'Liberation Serif',
  Arial: 'Liberation Sans',
};

/** How large titles and texts are, by the form of a document. */
const sizes = {
  book: { title: [56, 3600, 1200], chapter: [34, 240], section: 28, body: undefined, table: -2 },
  // 二号, 三号 with lines of 28 points, 五号
  letter: { title: [44, 300, 500], chapter: [32, 60], section: 32, body: [32, 560], table: -10 },
  sheet: { title: [36, 0, 200], chapter: [24, 80], section: 21, body: undefined, table: -2 },
} as const;

/** Sizes are in half points, distances in twentieths. */
export function docxStyles({
  language,
  form = 'book',
}: Pick<Document, 'language' | 'form'>): IStylesOptions {
  const own = sizes[form];
  const [titleSize, titleBefore, titleAfter] = own.title;
  const [chapterSize, chapterAfter] = own.chapter;
  const isChinese = spokenTo(language) === 'zh';
  // fixed, as official documents have it: a page is as long in every program and with every font
  const exactly = (line: number) => ({ line, lineRule: 'exact' }) as const;
  const asTall = { line: 240, lineRule: 'auto' } as const;
  const [size, line] = own.body ?? (isChinese ? [19, 238] : [18, 216]);
  const indent = form === 'letter' ? 640 : 420;
  const firstLine = isChinese ? { indent: { firstLine: indent, firstLineChars: 200 } } : {};
  const head = (size: number, before: number, more: object = {}) => ({
    run: { font: headFont, bold: true, size, color: '000000' },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 60, ...asTall },
      ...more,
    },
  });
  const chapter = head(chapterSize, 0, {
    spacing: { before: form === 'book' ? 0 : 200, after: chapterAfter, ...asTall },
  });
  const step = head(
    own.section,
    form === 'book' ? 280 : 120,
    form === 'book'
      ? { border: { bottom: { style: 'single', size: 8, color: looks.blue, space: 4 } } }
      : {},
  );
  const section = head(22, 110, {
    shading: { fill: looks.pale },
    border: { left: { style: 'single', size: 24, color: looks.blue, space: 6 } },
  });
  const quote = (color: string) => ({
    basedOn: 'Normal',
    paragraph: {
      indent: { left: 120 },
      spacing: { before: 30, after: 30 },
      shading: { fill: looks.pale },
      border: { left: { style: 'single', size: 24, color, space: 6 } },
    },
  });
  const paragraphs: Readonly<Record<string, object>> = {
    BodyText: { basedOn: 'Normal', paragraph: { spacing: { after: 50 }, ...firstLine } },
    ContentsHeading: {
      basedOn: 'Normal',
      run: chapter.run,
      paragraph: { ...chapter.paragraph, pageBreakBefore: true },
    },
    Unlisted1: { basedOn: 'Heading1', ...chapter },
    Unlisted2: { basedOn: 'Heading2', ...step },
    Unlisted3: { basedOn: 'Heading3', ...section },
    ListParagraph: { basedOn: 'Normal', paragraph: { spacing: { after: 20 } } },
    Brief: { basedOn: 'Normal', paragraph: { spacing: { after: 20 } } },
    IndexEntry: {
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: {
        spacing: exactly(220),
        tabStops: [{ type: 'right', position: columnWidth, leader: 'dot' }],
      },
    },
    TableText: {
      basedOn: 'Normal',
      run: { size: size + own.table },
      paragraph: {
        spacing: {
          before: 10,
          after: 10,
          ...exactly(form === 'letter' ? 300 : isChinese ? 230 : 210),
        },
      },
    },
    TableHead: {
      basedOn: 'TableText',
      run: { font: headFont, size: size + own.table, bold: true },
      paragraph: { keepLines: true },
    },
    Addressee: { basedOn: 'Normal', paragraph: { spacing: { after: 50 } } },
    IssueNumber: {
      basedOn: 'Normal',
      paragraph: { alignment: 'center', spacing: { after: 240 } },
    },
    Signed: {
      basedOn: 'Normal',
      paragraph: { alignment: 'right', keepNext: true, indent: { right: 2 * indent } },
    },
    Picture: {
      basedOn: 'Normal',
      paragraph: {
        alignment: 'center',
        keepNext: true,
        spacing: { before: 80, after: 40, ...asTall },
      },
    },
    AfterTable: {
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 0, ...exactly(110) } },
    },
    Criterion: {
      basedOn: 'Normal',
      paragraph: { spacing: { before: 30, after: 30 }, shading: { fill: looks.criterion } },
    },
    Badges: {
      basedOn: 'Normal',
      run: { size: size - 1, color: looks.soft },
      paragraph: { keepNext: true },
    },
    EndOfStep: {
      basedOn: 'Normal',
      run: { size: 18, color: looks.soft },
      paragraph: {
        spacing: { before: 240 },
        border: { top: { style: 'single', size: 4, color: looks.rule, space: 4 } },
      },
    },
    Quote: quote(looks.rule),
    QuoteRed: quote(looks.red),
    QuoteAmber: quote(looks.amber),
    QuoteNote: quote(looks.rule),
    CodeBlock: {
      basedOn: 'Normal',
      run: { font: headFont, size: 18 },
      paragraph: { shading: { fill: looks.pale } },
    },
    Header: running({ bottom: { style: 'single', size: 4, color: looks.rule, space: 4 } }),
    Footer: running({}),
    Stamp: {
      basedOn: 'Normal',
      run: { font: headFont, size: 28, bold: true, color: looks.red },
      paragraph: { alignment: 'right', spacing: asTall },
    },
    TOC1: contentsLine(0, { font: headFont, bold: true, size: 21 }, 80),
    TOC2: contentsLine(420, { size: 20 }, 20),
    TOC3: contentsLine(840, { size: 19 }, 0),
  };
  const characters: Readonly<Record<string, object>> = {
    Term: { run: { font: headFont, size: 17, color: looks.soft } },
    Badge: { run: { ...badge, color: looks.soft } },
    BadgeFilled: { run: { ...badge, color: 'FFFFFF', shading: { fill: looks.red } } },
  };
  return {
    default: {
      document: {
        run: {
          font: bodyFont,
          size,
          language: isChinese ? { value: 'en-US', eastAsia: 'zh-CN' } : { value: language },
        },
        paragraph: { spacing: exactly(line) },
      },
      title: {
        run: { font: headFont, bold: true, size: titleSize },
        paragraph: {
          alignment: 'center',
          spacing: { before: titleBefore, after: titleAfter, ...asTall },
        },
      },
      heading1: chapter,
      heading2: step,
      heading3: section,
      heading4: {
        run: { font: headFont, bold: true, size: 20, color: looks.blue },
        paragraph: { keepNext: true, spacing: { before: 140, after: 60, ...asTall } },
      },
      heading5: head(20, 160),
      hyperlink: { run: { color: looks.blue } },
      caption: {
        run: { font: headFont, size: 18, bold: true },
        paragraph: { alignment: 'center', keepNext: true, spacing: { after: 60, ...asTall } },
      },
    },
    paragraphStyles: named(paragraphs),
    characterStyles: named(characters),
  };
}

const badge = {
  font: headFont,
  size: 17,
  border: { style: 'single', size: 4, color: looks.rule, space: 0 },
};

/** Left, middle and right of a head or foot. */
function running(border: object) {
  return {
    basedOn: 'Normal',
    run: { font: headFont, size: 16, color: looks.soft },
    paragraph: {
      border,
      tabStops: [
        { type: 'center', position: textWidth / 2 },
        { type: 'right', position: textWidth },
      ],
    },
  };
}

function contentsLine(left: number, run: object, before: number) {
  return {
    basedOn: 'Normal',
    run,
    paragraph: {
      spacing: { before, after: 0, line: 260, lineRule: 'exact' },
      indent: { left },
      tabStops: [{ type: 'right', position: textWidth, leader: 'dot' }],
    },
  };
}

/** Names that Word knows itself. */
const built: Readonly<Record<string, string>> = {
  BodyText: 'Body Text',
  ListParagraph: 'List Paragraph',
  Header: 'header',
  Footer: 'footer',
  TOC1: 'toc 1',
  TOC2: 'toc 2',
  TOC3: 'toc 3',
};

function named<T extends object>(styles: Readonly<Record<string, T>>) {
  return Object.entries(styles).map(([id, style]) => ({
    id,
    name: built[id] ?? id,
    quickFormat: true,
    ...style,
  }));
}
