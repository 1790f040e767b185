import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { strToU8, zipSync } from 'fflate';
import { Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { gb18030 } from '../../scripts/gb18030.ts';
import type { SourcesReport } from '../../src/drift/format.ts';
import { copied, put, shouze, temporary } from '../cli/harness.ts';

const texts = 'tests/drift/texts';
const now = readFileSync(`${texts}/园林令7号.txt`, 'utf8');

/** A rulebook with a source of its own. */
function park(): string {
  const folder = copied('tests/codes/fixture');
  cpSync('tests/drift/M-PARK.md', join(folder, 'sources/M-PARK.md'));
  return folder;
}

async function check(folder: string, ...more: readonly string[]) {
  return shouze('sources', 'check', folder, '--rulebook', park(), ...more);
}

async function reportOf(folder: string, ...more: readonly string[]): Promise<SourcesReport> {
  const { out } = await check(folder, '--format', 'json', ...more);
  return JSON.parse(out) as SourcesReport;
}

/** A folder with one text. */
function holding(name: string, text: string | Uint8Array): string {
  const folder = temporary();
  put(folder, name, text);
  return folder;
}

function standings({ sources }: SourcesReport): readonly string[] {
  return sources.flatMap(({ clauses }) =>
    clauses.map(({ clause, standing, article, missing }) =>
      [clause.slice('M-PARK'.length), standing, article?.heading ?? '-', ...missing].join(' '),
    ),
  );
}

const expected = [
  '#1 same 第一条',
  '#3 part 第三条',
  '#4 differs 第四条',
  '#5 moved 第六条',
  '#7 restated 第七条 500元',
  '#8 restated 第八条',
  '#9 gone -',
  '#ponds unplaced -',
];

describe('clauses beside a text', () => {
  test('each stands where its words are', async () => {
    const report = await reportOf(texts);
    expect(standings(report)).toEqual(expected);
    expect(report.sources[0]?.uncovered.map(({ heading }) => heading)).toEqual([
      '第二条',
      '第五条',
    ]);
    expect(report.files).toEqual([
      { file: '园林令7号.txt', source: 'M-PARK', by: 'title', why: null, among: [] },
    ]);
    expect(report.sources[0]?.clauses[2]?.words).toEqual([
      { is: 'same', text: '携带犬只的，应当用不超过' },
      { is: 'gone', text: '两米' },
      { is: 'come', text: '一米五' },
      { is: 'same', text: '的绳子牵引，并向管理处登记' },
      { is: 'come', text: '。依照第二条规定不对外开放的，除外' },
      { is: 'same', text: '。' },
    ]);
  });

  test('the report follows its schema', async () => {
    const { out } = await check(texts, '--format', 'json', '--before', 'tests/drift/before');
    const schema = JSON.parse(readFileSync('schemas/sources-report.schema.json', 'utf8')) as object;
    const valid = new Ajv({ strict: false }).compile(schema);
    valid(JSON.parse(out));
    expect(valid.errors ?? []).toEqual([]);
  });

  test.each(['zh', 'en'])('are told to people, in %s', async (language) => {
    const ran = await check(texts, '--lang', language, '--before', 'tests/drift/before');
    expect(ran).toMatchObject({ code: 1, err: '' });
    await expect(ran.out).toMatchFileSnapshot(`expected/sources.${language}.txt`);
  });

  test('as Markdown, to a file that is none of the texts', async () => {
    const ran = await check(texts, '--format', 'md', '--before', 'tests/drift/before');
    await expect(ran.out).toMatchFileSnapshot('expected/sources.md');
    const folder = holding('M-PARK.txt', now);
    const onto = await check(folder, '--out', join(folder, 'M-PARK.txt'));
    expect(onto.code).toBe(2);
    expect(readFileSync(join(folder, 'M-PARK.txt'), 'utf8')).toBe(now);
  });

  test('once accepted they agree, until the text changes', async () => {
    const folder = holding('M-PARK.txt', now);
    const rulebook = park();
    const run = async (...more: readonly string[]) =>
      shouze('sources', 'check', folder, '--rulebook', rulebook, ...more);
    const json = async () => JSON.parse((await run('--format', 'json')).out) as SourcesReport;
    expect(await run('--accept')).toMatchObject({ code: 0, err: '' });
    const { reviewed } = parse(readFileSync(join(rulebook, 'reviewed.yaml'), 'utf8')) as {
      reviewed: Readonly<Record<string, { readonly where: string }>>;
    };
    expect(Object.entries(reviewed).map(([clause, { where }]) => `${clause} ${where}`)).toEqual([
      'M-PARK#1 M-PARK.txt 第一条',
      'M-PARK#3 M-PARK.txt 第三条',
      'M-PARK#4 M-PARK.txt 第四条',
      'M-PARK#7 M-PARK.txt 第七条',
      'M-PARK#8 M-PARK.txt 第八条',
    ]);
    expect(standings(await json())).toEqual([
      '#1 same 第一条',
      '#3 part 第三条',
      '#4 agreed 第四条',
      '#5 moved 第六条',
      '#7 agreed 第七条',
      '#8 agreed 第八条',
      '#9 gone -',
      '#ponds unplaced -',
    ]);
    writeFileSync(join(folder, 'M-PARK.txt'), now.replace('重置价格', '市场价格'));
    expect(standings(await json())[5]).toBe('#8 changed 第八条');
    // an article put in before it moves what was agreed
    writeFileSync(join(folder, 'M-PARK.txt'), now.replace('第八条', '第八条　新的一条。\n第九条'));
    expect(standings(await json())[5]).toBe('#8 moved 第九条');
  });

  test('accepting writes no report, and names itself in what it writes', async () => {
    const folder = holding('M-PARK.txt', now);
    const rulebook = park();
    const accept = async (...more: readonly string[]) =>
      shouze('sources', 'check', folder, '--rulebook', rulebook, '--accept', ...more);
    const refused = await accept('--format', 'json', '--out', join(folder, 'a.json'));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--format、--out')]);
    expect((await accept()).code).toBe(0);
    expect(readFileSync(join(rulebook, 'reviewed.yaml'), 'utf8')).toContain(
      'sources check --accept',
    );
  });

  test('in words of their own they follow their article to another number', async () => {
    const [before, after] = [holding('M-PARK.txt', now), temporary()];
    const shifted = now
      .replace('第八条', '第九条')
      .replace('第七条', '第七条　管理处应当公布收费标准。\n第八条');
    put(after, 'M-PARK.txt', shifted);
    const report = await reportOf(after, '--before', before);
    expect(standings(report).slice(4)).toEqual([
      '#7 moved 第八条 500元',
      '#8 moved 第九条',
      '#9 restated 第九条',
      '#ponds unplaced -',
    ]);
    expect(
      report.sources[0]?.changes.map(({ is, before: was, now: to, clauses }) =>
        [is, was?.number ?? '-', to?.number ?? '-', ...clauses].join(' '),
      ),
    ).toEqual(['moved 7 8 M-PARK#7', 'moved 8 9 M-PARK#8 M-PARK#9', 'new - 7']);
  });

  test('an article that stayed is none that another became', async () => {
    const article = (subject: string) => `${subject}应当在每日闭园以前向管理处书面报告。`;
    const [before, after] = [temporary(), temporary()];
    put(before, 'M-PARK.txt', `第一条　${article('门岗值班员')}\n第二条　${article('门岗巡查员')}`);
    put(after, 'M-PARK.txt', `第一条　本办法自发布之日起施行。\n第二条　${article('门岗巡查员')}`);
    const { sources } = await reportOf(after, '--before', before);
    expect(
      sources[0]?.changes.map(({ is, before: was, now: to }) => [is, was?.number, to?.number]),
    ).toEqual([
      ['gone', '1', undefined],
      ['new', undefined, '1'],
    ]);
  });

  test('a source alone, all of its clauses, exit 0 where nothing drifted', async () => {
    const folder = holding(
      'B-EXAMPLE.txt',
      '第一条 贷款金额不得超过成交价的八成半。\n第二条 住房贷款期限不得超过三百六十个月。',
    );
    const ran = await check(folder, 'B-EXAMPLE', '--all');
    expect(ran.out).toContain('#1 贷款成数：相同');
    expect(ran.code).toBe(0);
    const wrong = await check(folder, 'B-EXAMPLES');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('B-EXAMPLE')]);
  });
});

describe('what a folder has', () => {
  test.each([
    ['its id', 'm-park 公园.txt', '任何', 'M-PARK', 'id'],
    [
      'its number, in other brackets',
      'a.txt',
      '发文：示例园林令【２０２６】７号',
      'M-PARK',
      'number',
    ],
    ['its title', 'a.md', '# 《示例公园管理办法》\n\n第一条 甲', 'M-PARK', 'title'],
    ['the title in its name', '示例公园管理办法.txt', '甲', 'M-PARK', 'title'],
    ['nothing', 'a.txt', '根据示例公园管理办法，另行规定如下', null, null],
    ['a longer id', 'M-PARKS.txt', '甲', null, null],
  ])('is known by %s', async (_, name, text, source, by) => {
    const { files } = await reportOf(holding(name, text));
    expect(files).toMatchObject([{ source, by }]);
  });

  test.each([
    ['GB18030', gb18030(now)],
    ['UTF-8 with a mark', `\uFEFF${now}`],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(now, 'utf16le')])],
    ['lines of Windows', now.replaceAll('\n', '\r\n')],
  ])('is read in %s', async (_, bytes) => {
    expect(standings(await reportOf(holding('M-PARK.txt', bytes)))).toEqual(
      standings(await reportOf(texts)),
    );
  });

  test('is read of Word, numbered by hand or by the program, changes taken', async () => {
    const lines = now.split('\n').slice(0, -3);
    const byHand = lines.map((line) => new Paragraph(line));
    const byProgram = now
      .split(/\n(?=第.{1,2}条　)/u)
      .slice(1, -1)
      .map(
        (article) =>
          new Paragraph({
            numbering: { reference: 'articles', level: 0 },
            children: [
              new TextRun(
                article
                  .replace(/^第.{1,2}条\s*/u, '')
                  .split('附件')[0]
                  ?.replaceAll(/\n|第.章.*$/gsu, '') ?? '',
              ),
            ],
          }),
      );
    const format = LevelFormat.CHINESE_COUNTING;
    for (const children of [byHand, byProgram]) {
      const bytes = await Packer.toBuffer(
        new Document({
          numbering: {
            config: [{ reference: 'articles', levels: [{ level: 0, format, text: '第%1条' }] }],
          },
          sections: [{ children }],
        }),
      );
      expect(standings(await reportOf(holding('M-PARK.docx', bytes)))).toEqual(
        standings(await reportOf(texts)),
      );
    }
  });

  describe('is read of Word', () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Article"/><w:lvlText w:val="第%2条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Article"/></w:style></w:styles>`;
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const article = (inner: string, more = '') =>
      `<w:p><w:pPr><w:pStyle w:val="Own"/>${more}</w:pPr>${inner}</w:p>`;
    const one = article(run('为了管好公园，制定本办法。'));
    const two = article(run('本办法适用于全市公园。'));
    const three = article(run('公园每日开放十二小时，入园须验票；儿童免票。'));

    test.each([
      ['numbered by the style that its own is based on', [one, two, three]],
      [
        'with a text box, which another program is shown as a picture',
        [
          one,
          two,
          article(
            `${run('公园每日开放十二小时，')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('印章')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('印章')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('入园须验票；儿童免票。')}`,
          ),
        ],
      ],
      [
        'with words that were moved',
        [
          one,
          two,
          article(
            `<w:moveFrom>${run('儿童免票。')}</w:moveFrom>${run('公园每日开放十二小时，入园须验票；')}<w:moveTo>${run('儿童免票。')}</w:moveTo>`,
          ),
        ],
      ],
      [
        'with a style that it had before',
        [
          one,
          article(
            run('本办法适用于全市公园。'),
            '<w:pPrChange><w:pPr><w:pStyle w:val="Chapter"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>',
          ),
          three,
        ],
      ],
      [
        'with a paragraph that was struck out',
        [
          one,
          article(
            '<w:del><w:r><w:delText>公园不得吸烟。</w:delText></w:r></w:del>',
            '<w:rPr><w:del/></w:rPr>',
          ),
          two,
          three,
        ],
      ],
    ])('%s', async (_, paragraphs) => {
      const document = `<w:document><w:body><w:p>${run('示例公园管理办法')}</w:p>${paragraphs.join('')}</w:body></w:document>`;
      const bytes = zipSync({
        'word/document.xml': strToU8(document),
        'word/numbering.xml': strToU8(numbering),
        'word/styles.xml': strToU8(styles),
      });
      const report = await reportOf(holding('a.docx', bytes));
      expect(report.sources[0]?.articles).toBe(3);
      expect(standings(report).slice(0, 2)).toEqual(['#1 same 第一条', '#3 part 第三条']);
      expect(report.sources[0]?.uncovered.map(({ opening }) => opening)).toEqual([
        '本办法适用于全市公园。',
      ]);
    });
  });

  test('and what it cannot read is told, file by file, and never ends the rest', async () => {
    const folder = holding('M-PARK.txt', now);
    put(folder, 'B-EXAMPLE.docx', 'not a document');
    put(folder, 'empty.txt', '');
    put(folder, 'other.pdf', '%PDF');
    put(folder, 'empty.docx', '');
    put(folder, 'old.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    put(folder, 'M-PARK 副本.txt', now);
    put(folder, '~$M-PARK.docx', 'x');
    put(folder, 'bytes.txt', new Uint8Array([0xff, 0xff, 0xff]));
    symlinkSync('/etc', join(folder, 'elsewhere'));
    symlinkSync('gone', join(folder, 'dangling.txt'));
    const ran = await check(folder, '--format', 'json');
    const { files, sources } = JSON.parse(ran.out) as SourcesReport;
    expect(files.map(({ file, why }) => `${file} ${why ?? ''}`)).toEqual([
      'M-PARK 副本.txt ',
      'M-PARK.txt twice',
      'empty.docx empty',
      'empty.txt empty',
      'B-EXAMPLE.docx damaged',
      'old.docx old',
      'other.pdf format',
    ]);
    expect(sources).toHaveLength(1);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('bytes.txt');
    expect(ran.err).toContain('dangling.txt');
  });

  test.each([
    ['nothing', (folder: string) => folder, '没有文本'],
    ['not there', (folder: string) => join(folder, 'gone'), '没有这个文件夹'],
    ['a file', (folder: string) => put(folder, 'M-PARK.txt', now), '不是文件夹'],
    [
      'of PDF alone',
      (folder: string) => join(put(folder, 'M-PARK.pdf', '%PDF'), '..'),
      '没有一份可以对照的文本',
    ],
  ])('is %s', async (_, path, says) => {
    const ran = await check(path(temporary()));
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(says)]);
  });
});
