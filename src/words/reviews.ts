import { type In, said, type Said, spoken } from '../base/language.ts';
import type { Opinion } from '../rulebook/files.ts';
import type { ReviewKey } from '../trace/sheet.ts';

const columns = {
  clause: { zh: '条款号', en: 'Clause' },
  restated: { zh: '转述文本', en: 'Restated' },
  criteria: { zh: '依据它的规则与判定标准', en: 'Rules that rest on it, and what they ask' },
  original: { zh: '原文（粘贴）', en: 'Original (paste)' },
  where: { zh: '出处', en: 'Where it was read' },
  checker: { zh: '核对人', en: 'Compared by' },
  date: { zh: '日期', en: 'Date' },
  opinion: { zh: '意见', en: 'Opinion' },
  remark: { zh: '说明', en: 'Remark' },
  digest: { zh: '条款摘要', en: 'Digest of clause' },
  rules: { zh: '规则摘要', en: 'Digest of rules' },
} satisfies Readonly<Record<ReviewKey | 'restated' | 'criteria', Said<string>>>;

const table = {
  sheet: { zh: '核对表', en: 'Verification' },
  title: said(
    (book: string, version: string) => `条款核对表　${book} ${version} 版`,
    (book, version) => `Verification sheet: ${book}, version ${version}`,
  ),
  instructions: {
    zh: '对照公布的原文逐条核对转述和规则：原文粘贴在“原文”栏，“出处”写网址或文件名，写明核对人和日期（如 2026-11-25），“意见”选一致、不一致或待定；不一致的在“说明”栏写明差在哪里。没有核对的行留空。只能填浅黄的栏，其余各栏和摘要不改。',
    en: 'Compare each restated clause and its rules with the published original: paste the original, say where it was read (an address or a document), who compared it and when (such as 2026-11-25), and choose an opinion; where they differ the remark says how. Leave open what was not compared. Fill in the yellow columns alone; leave the others and the digests as they are.',
  },
  opinions: {
    agrees: { zh: '一致', en: 'agrees' },
    differs: { zh: '不一致', en: 'differs' },
    open: { zh: '待定', en: 'open' },
  } satisfies Readonly<Record<Opinion, Said<string>>>,
  taken: said(
    (rows: number, wrong: number, path: string) =>
      `${path}：记入 ${rows} 条核对${wrong > 0 ? `，${wrong} 处有误，未采用` : ''}`,
    (rows, wrong, path) =>
      `${path}: ${rows} ${rows === 1 ? 'review' : 'reviews'} taken${wrong > 0 ? `, ${wrong} wrong and left out` : ''}`,
  ),
  figures: said(
    (figures: string) => `数值：${figures}`,
    (figures) => `Figures: ${figures}`,
  ),
  column: columns,
};

/** What a verification sheet says in one language. */
export type ReviewWords = In<typeof table>;

export const reviewWords = spoken(table);

/** The words in which an opinion may be given, small letters. */
export function opinionWords(): ReadonlyMap<string, Opinion> {
  const names = Object.keys(table.opinions) as readonly Opinion[];
  return new Map(
    names.flatMap((name) =>
      [table.opinions[name].zh, table.opinions[name].en, name].map(
        (word) => [word.toLowerCase(), name] as const,
      ),
    ),
  );
}
