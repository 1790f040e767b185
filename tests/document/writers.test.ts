import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { manualFiles } from '../../src/cli/manual-files.ts';
import { about } from '../../src/document/about.ts';
import type { Document } from '../../src/document/document.ts';
import { docxBytes } from '../../src/document/docx.ts';
import { htmlPage } from '../../src/document/html.ts';
import { htmlPages } from '../../src/document/html-pages.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { markdownFiles } from '../../src/document/markdown.ts';
import { heading, list, paragraph, quote, see, table } from '../../src/document/nodes.ts';
import { card, chart, contents, cover } from '../../src/document/own-nodes.ts';
import { narrowed, sharesOf } from '../../src/document/columns.ts';
import { plainText } from '../../src/document/prose.ts';
import { typstInput } from '../../src/document/pdf.ts';
import { typst } from '../../src/io/typst.ts';
import { small } from '../manual/harness.ts';
import { objectsOf, piecesOfPdf, rasterise, readsPdf, unescaped, withoutTypst } from './harness.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20"><rect width="60" height="20" fill="none" stroke="black"/></svg>';

const document: Document = {
  language: 'zh',
  title: '示例手册',
  number: 'D-1',
  version: '2.0',
  day: '2026-11-23',
  stamp: '草稿',
  parts: [
    {
      name: 'README',
      listed: 2,
      blocks: [
        cover([heading(1, '示例手册', 'cover'), paragraph('封面所载')]),
        contents(),
        heading(2, '使用说明', 'use'),
        paragraph(['见', see('R-1', '规则一'), '，不见', see('nowhere', '无此处')]),
      ],
    },
    {
      name: 'first',
      listed: 3,
      blocks: [
        heading(1, '第一章', 'stage-1'),
        heading(2, '节点', 'step-1'),
        chart('流程', svg, [list(['受理', '审查'], true)]),
        card(
          [heading(3, '规则一', 'R-1'), paragraph('#panic("代码") & <b>'), paragraph('完')],
          'rule',
        ),
        table(['项', '值'], [['一', '1']]),
      ],
    },
    {
      name: 'annex',
      listed: 1,
      blocks: [heading(1, '附录', 'annex'), heading(2, '细目', 'detail')],
    },
  ],
};

test('Markdown writes the plain blocks, and leads nowhere that is not', async () => {
  const files = [...markdownFiles(document, { rulebookAt: undefined })];
  await expect(files.map(([name, text]) => `=== ${name}\n${text}`).join('')).toMatchFileSnapshot(
    'expected/document.md.txt',
  );
});

test('HTML has the picture, and the same in words to unfold', () => {
  const page = htmlPage(document, nodePlatform);
  expect(page).toContain(
    `<figure><div class="scroll">${svg}</div><figcaption>流程</figcaption></figure>`,
  );
  expect(page).toContain('<details><summary>图示的文字说明</summary><ol>');
  expect(page).toContain('<section class="card rule"><h4 id="R-1">规则一</h4>');
  expect(page).toContain('<div class="stamp" role="note">草稿</div>');
  expect(page).toContain('不见无此处');
  expect(page).toContain('<div class="scroll"><table>');
});

test('HTML makes a section of what a heading says it is about, down to the next as high', () => {
  const post = { id: 'A B', title: '岗位' };
  const [front] = document.parts;
  const blocks = [
    about(heading(3, '规则一', 'R-1'), { product: undefined, post: [post], level: [] }),
    heading(4, '要点'),
    paragraph('属于规则一'),
    about(heading(4, '规则二', 'R-2'), { post: [{ id: 'C', title: '另一岗位' }] }),
    heading(3, '检查表'),
    table(['', '检查项'], [['□', '规则一 & <b>']], 'checklist'),
  ];
  const part = { name: 'first', listed: 3, blocks } as const;
  const page = htmlPage({ ...document, parts: [front, part] }, nodePlatform);
  expect(page).toContain(
    '<section class="rule" data-post="A%20B" data-level=""><h4 id="R-1">规则一</h4><h5>要点</h5><p>属于规则一</p></section>',
  );
  expect(page).toContain('<section class="rule" data-post="C"><h5 id="R-2">规则二</h5></section>');
  expect(page).toContain('<option value="A%20B">岗位</option><option value="C">另一岗位</option>');
  expect(page).not.toContain('<select name="level">');
  expect(page).toContain('<input type="checkbox" aria-label="规则一 &#x26; <b>">');
});

test('HTML has a card as the section of the heading that it begins with', () => {
  const [front] = document.parts;
  const blocks = [
    about(heading(3, '规则一', 'R-1'), { post: [{ id: 'A', title: '岗位' }] }),
    card(
      [
        about(heading(3, '规则二', 'R-2'), { post: [{ id: 'B', title: '另一岗位' }] }),
        paragraph('完'),
      ],
      'brief',
    ),
  ];
  const part = { name: 'first', listed: 2, blocks } as const;
  const page = htmlPage({ ...document, parts: [front, part] }, nodePlatform);
  expect(page).toContain(
    '<section class="rule" data-post="A"><h4 id="R-1">规则一</h4></section>\n<section class="card brief rule" data-post="B"><h4 id="R-2">规则二</h4><p>完</p></section>',
  );
});

test('HTML without contents, such as a paper, has nothing to search and no script', () => {
  const [front] = document.parts;
  const blocks = front.blocks.filter(({ type }) => type !== 'contents');
  const page = htmlPage({ ...document, parts: [{ ...front, blocks }] }, nodePlatform);
  expect(page).not.toMatch(/<script|script-src|role="search"/u);
});

describe('many pages of HTML', () => {
  const [front, ...others] = document.parts;
  const parted = others.map((part) => ({ ...part, isParted: part.name === 'first' }));
  const annex = { name: 'annex', listed: 1, blocks: [heading(1, '附录', 'appendix')] } as const;
  const pagesOf = (...parts: readonly Document['parts'][number][]) =>
    htmlPages({ ...document, parts: [front, ...parts] }, nodePlatform);

  test('a part is a page, and so is each section of a part whose sections stand apart', () => {
    const pages = pagesOf(...parted);
    expect([...pages.keys()]).toEqual([
      'index.html',
      'first.html',
      'step-1.html',
      'annex.html',
      'search.js',
    ]);
    expect(pages.get('first.html')).toContain(
      '<main>\n<h2 id="stage-1">第一章</h2>\n<ul>\n<li><a href="step-1.html#step-1">节点</a></li>\n</ul>\n</main>',
    );
    expect(pages.get('step-1.html')).toContain(
      '<h2><a href="first.html">第一章</a></h2>\n<p>D-1 · 2.0 · 2026-11-23</p>',
    );
    expect(pages.get('step-1.html')).toContain(
      '<footer>\n<a rel="prev" href="first.html"><span>上一页</span> 第一章</a>\n<a rel="next" href="annex.html"><span>下一页</span> 附录</a>\n</footer>',
    );
    expect(pages.get('step-1.html')).toContain('<div class="stamp" role="note">草稿</div>');
    expect(pages.get('index.html')).toContain('见<a href="step-1.html#R-1">规则一</a>，不见无此处');
  });

  test('what is searched is told with its page, without pictures', () => {
    const text = pagesOf(...parted).get('search.js') ?? '';
    expect(text).toContain(
      '{"page":"step-1.html","passages":[\n{"id":"step-1","depth":3,"title":"节点","text":"\\n流程\\n图示的文字说明\\n受理\\n审查\\n',
    );
    expect(text).toContain(
      '{"id":"R-1","depth":4,"title":"规则一","text":"\\n#panic(\\"代码\\") & <b>\\n',
    );
    expect(text).not.toContain('svg');
  });

  test('two parts of one name, or with the name of the index, are two pages', () => {
    const files = pagesOf(annex, { ...annex, name: 'index' }, { ...annex, name: 'Annex' }).keys();
    expect([...files]).toEqual([
      'index.html',
      'annex.html',
      'index-2.html',
      'annex-2.html',
      'search.js',
    ]);
  });

  test('a part that is too long for a page goes on to others of the same size, at headings', () => {
    const blocks = [
      heading(1, '长', 'long'),
      ...[1, 2, 3, 4, 5, 6].flatMap((at) => [
        heading(2, `节${at}`, `s-${at}`),
        paragraph('字'.repeat(80_000)),
      ]),
    ];
    const pages = pagesOf({ name: 'long', listed: 1, blocks }, annex);
    expect([...pages.keys()]).toEqual([
      'index.html',
      'long.html',
      'long-2.html',
      'long-3.html',
      'annex.html',
      'search.js',
    ]);
    const heads = ['long.html', 'long-2.html', 'long-3.html'].map((file) =>
      [...(pages.get(file) ?? '').matchAll(/<h\d id="((?:s-|long).*?)"/gu)].map(([, id]) => id),
    );
    expect(heads).toEqual([
      ['long', 's-1', 's-2'],
      ['s-3', 's-4'],
      ['s-5', 's-6'],
    ]);
    expect(pages.get('long-2.html')).toContain('<title>长（2） · 示例手册</title>');
    expect(pages.get('long-2.html')).toContain('<h2><a href="long.html">长</a></h2>');
  });
});

describe('a Word file', async () => {
  const parts = unzipSync(await docxBytes(document));
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  test('has the styles that Word knows, and levels that the contents do not list in styles of their own', () => {
    const styles = [...xml('word/document.xml').matchAll(/<w:pStyle w:val="(\w+)"/gu)].map(
      ([, style = '']) => style,
    );
    expect(styles.filter((style) => /^(?:Heading|Unlisted|Title|TOC)/u.test(style))).toEqual([
      'Title',
      'TOC1',
      'TOC1',
      'TOC2',
      'TOC3',
      'TOC1',
      'Heading1',
      'Heading1',
      'Heading2',
      'Heading3',
      'Heading1',
      'Unlisted2',
    ]);
  });

  test('keeps a short card together, repeats the head of a table and does not part its rows', () => {
    const text = xml('word/document.xml');
    expect(text).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*#panic/u);
    expect(text).not.toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*完/u);
    expect(text.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(text.match(/<w:cantSplit\/>/gu)).toHaveLength(2);
  });

  test('links only to bookmarks that there are', () => {
    const text = xml('word/document.xml');
    const marks = new Set(
      [...text.matchAll(/w:bookmarkStart[^>]*w:name="(\w+)"/gu)].map(([, name]) => name),
    );
    const links = [...text.matchAll(/w:anchor="(\w*)"/gu)].map(([, name]) => name);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((name) => !marks.has(name))).toEqual([]);
  });

  test('says on every page what it is', () => {
    const heads = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/u.test(name));
    expect(heads.length).toBeGreaterThanOrEqual(3);
    expect(heads.filter((name) => !xml(name).includes('草稿'))).toEqual([]);
    expect(xml('word/footer1.xml')).toMatch(/D-1 · 2\.0.*PAGE.*NUMPAGES/su);
  });

  test('has no empty line where its contents begin or end', () => {
    const [, inside = ''] =
      /<w:sdtContent>(.*)<\/w:sdtContent>/u.exec(xml('word/document.xml')) ?? [];
    expect(inside.match(/<w:p>/gu)).toHaveLength(5);
    expect(inside).toMatch(/^<w:p><w:pPr>.*"begin".*"separate".*"end"\/><\/w:r><\/w:p>$/u);
  });

  test('holds nothing that XML cannot, and no day but its own', async () => {
    const blocks = [paragraph('#panic("代码") & <b>\u0000')];
    const odd = await docxBytes({ ...document, parts: [{ name: 'README', listed: 1, blocks }] });
    const text = strFromU8(unzipSync(odd)['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('#panic(&quot;代码&quot;) &amp; &lt;b&gt;\ufffd');
    expect(xml('docProps/core.xml').match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/gu)).toEqual([
      '2026-11-23T00:00:00Z',
      '2026-11-23T00:00:00Z',
    ]);
  });
});

test('a Word file says in words what a chart shows where nothing draws it', async () => {
  const parts = unzipSync(await docxBytes(document));
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual([]);
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toMatch(/流程<.*受理<.*审查</u);
});

describe.skipIf(!rasterise)('a chart in a Word file', async () => {
  const bytes = await docxBytes(document, { rasterise });
  const parts = unzipSync(bytes);
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());

  test('is a picture twice: SVG in black, and PNG of twice its size for programs that draw no SVG', () => {
    const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(names).toEqual(['word/media/image1.png', 'word/media/image1.svg']);
    const drawn = strFromU8(parts['word/media/image1.svg'] ?? new Uint8Array());
    expect(drawn).toContain('<rect width="60" height="20" fill="none" stroke="black"/>');
    const png = Buffer.from(parts['word/media/image1.png'] ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 40]);
  });

  test('is told to who cannot see it, is captioned, and has its words below', () => {
    const [, alternative = ''] = /<wp:docPr [^>]*descr="([^"]*)"/u.exec(text) ?? [];
    expect(unescaped(alternative)).toBe('流程\n受理\n审查');
    expect(text).toMatch(/<w:drawing>.*流程<\/w:t>.*受理<\/w:t>/su);
  });

  test('is the same from run to run', async () => {
    expect(Buffer.from(await docxBytes(document, { rasterise })).equals(Buffer.from(bytes))).toBe(
      true,
    );
  });
});

test('the contents of a Word file tell pages, also where no program counts them', async () => {
  const parts = unzipSync(await docxBytes(document, { countsPages: true }));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const fields = text.split('PAGEREF').slice(1);
  const pages = fields.map((field) => /"separate"\/>.*?<w:t[^>]*>(\d+)</su.exec(field)?.[1]);
  expect(pages).toEqual(['3', '4', '4', '4', '5']);
  expect(strFromU8(parts['word/settings.xml'] ?? new Uint8Array())).toContain('<w:updateFields');
});

describe.skipIf(withoutTypst !== '')(`a PDF ${withoutTypst}`, () => {
  test('is tagged, has bookmarks, and shows text as text', async () => {
    const typeset = await typst();
    const pdf = typeset(typstInput(document));
    const inside = objectsOf(pdf);
    expect(inside).toContain('/MarkInfo');
    expect(inside).toContain('/Outlines');
    expect(inside).toContain('/CreationDate (D:20261123');
    if (readsPdf) expect(piecesOfPdf(pdf).join('')).toContain('#panic("代码")&<b>');
  });
});

test.skipIf(withoutTypst !== '')(
  `the same rulebook gives the same bytes in every format, wherever it is written ${withoutTypst}`,
  { timeout: 60_000 },
  async () => {
    const run = {
      formats: ['md', 'html', 'html-pages', 'docx', 'pdf'],
      languages: ['zh', 'en'],
      asOf: '2025-06-01',
    } as const;
    const once = await manualFiles(small, { ...run, out: 'manual' });
    const again = await manualFiles(small, { ...run, out: '/elsewhere/and/deeper' });
    const endings = new Set([...once.keys()].map((path) => path.slice(path.lastIndexOf('.'))));
    expect([...endings].toSorted()).toEqual(['.docx', '.html', '.js', '.md', '.pdf']);
    expect([...again.keys()]).toEqual([...once.keys()]);
    const differing = [...once].filter(
      ([path, content]) => !Buffer.from(content).equals(Buffer.from(again.get(path) ?? '')),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  },
);

test.each([
  ['few words', [['一', '二']], [0.5, 0.5]],
  ['one long column', [['2026-01-01', '长'.repeat(200)]], [0.14, 0.86]],
  ['a word that cannot be parted', [['a'.repeat(40), '长'.repeat(200)]], [0.45, 0.55]],
] as const)('columns share the width: %s', (_, rows, shares) => {
  const found = sharesOf(table(['甲', '乙'], rows));
  expect(found.map((share) => Math.round(share * 100) / 100)).toEqual(shares);
});

test.each([
  ['that has room', 6, [['编号', '2', '3', '4', '5', '6']]],
  [
    'whose figures would break, with the first column in each part',
    8,
    [
      ['编号', '2', '3', '4', '5'],
      ['编号', '6', '7', '8'],
    ],
  ],
] as const)('a table %s', (_, count, parts) => {
  const columns = Array.from({ length: count }, (_each, at) => at + 1);
  const heads = columns.map((at) => (at === 1 ? '编号' : `${at}`));
  const rows = [columns.map(() => '1,236,480.55元')];
  const found = narrowed(table(heads, rows));
  expect(found.map(({ children: [head] }) => head?.children.map(plainText))).toEqual(parts);
});

test('blocks inside each other without end become plain text', async () => {
  let nested = quote([paragraph('最里')]);
  for (let depth = 0; depth < 200; depth += 1) nested = quote([nested]);
  const parts: Document['parts'] = [{ name: 'README', listed: 1, blocks: [nested] }];
  const { data } = typstInput({ ...document, parts });
  expect(data.match(/"quote"/gu)).toHaveLength(12);
  expect(data).toContain('最里');
  expect((await docxBytes({ ...document, parts })).length).toBeGreaterThan(0);
});
