import { type In, type Said, said, spoken } from '../base/language.ts';
import type { ArticleChange, DriftTotals, Standing, TextFound } from '../drift/format.ts';
import { counted } from './counted.ts';

/** What `shouze sources check` says. */
const table = {
  title: said(
    (book: string, version: string) => `制度原文与条款对照　${book} ${version} 版`,
    (book, version) => `Texts of sources beside their clauses: ${book}, version ${version}`,
  ),
  standings: {
    same: { zh: '相同', en: 'same' },
    part: { zh: '部分引用', en: 'quoted in part' },
    agreed: { zh: '转述，已与此文核对', en: 'restated, compared with this text' },
    restated: { zh: '转述，未核对', en: 'restated, not compared' },
    differs: { zh: '文字不同', en: 'wording differs' },
    changed: { zh: '核对后原文已改', en: 'changed since it was compared' },
    moved: { zh: '移到', en: 'moved to' },
    gone: { zh: '文本中没有这一条', en: 'no such article in the text' },
    unplaced: { zh: '文本中未找到', en: 'not found in the text' },
  } satisfies Readonly<Record<Standing, Said<string>>>,
  changes: {
    new: { zh: '新增', en: 'new' },
    gone: { zh: '删除', en: 'gone' },
    changed: { zh: '修改', en: 'changed' },
    moved: { zh: '移动', en: 'moved' },
  } satisfies Readonly<Record<ArticleChange['is'], Said<string>>>,
  by: {
    id: { zh: '文件名', en: 'name' },
    number: { zh: '文号', en: 'document number' },
    title: { zh: '标题', en: 'title' },
  } satisfies Readonly<Record<NonNullable<TextFound['by']>, Said<string>>>,
  why: {
    unknown: {
      zh: '不知道是哪份制度：请用依据编号作文件名',
      en: 'of no source that is known: name the file by the id of its source',
    },
    ambiguous: { zh: '可能是几份制度中的任何一份', en: 'of any of several sources' },
    empty: {
      zh: '没有文字；扫描件请先识别成文字',
      en: 'no text; have a scan recognised first',
    },
    twice: { zh: '同一份制度已有一份文本', en: 'a second text of a source' },
    format: {
      zh: '不是 .txt、.md、.docx，未读；请另存为其中一种',
      en: 'not .txt, .md or .docx, not read; save it as one of them',
    },
    damaged: {
      zh: '不是 DOCX 文档，或已损坏；请打开后另存为 .docx',
      en: 'no DOCX document, or damaged; open it and save it as .docx',
    },
    old: {
      zh: '是改了扩展名的 .doc，或者有密码；请打开后另存为没有密码的 .docx',
      en: 'a .doc under another name, or one with a password; save it as .docx without one',
    },
  } satisfies Readonly<Record<NonNullable<TextFound['why']>, Said<string>>>,
  whole: { zh: '全文', en: 'the whole text' },
  file: said(
    (file: string, by: string, articles: number) => `${file}（按${by}认出，${articles} 条）`,
    (file, by, articles) => `${file} (known by its ${by}, ${counted(articles, 'article')})`,
  ),
  missing: said(
    (amounts: readonly string[]) => `原文没有这些数：${amounts.join('、')}`,
    (amounts) => `the text does not give ${amounts.join(', ')}`,
  ),
  rests: said(
    (names: readonly string[]) => `依据它的：${names.join('、')}`,
    (names) => `what rests on it: ${names.join(', ')}`,
  ),
  pending: { zh: '没有规则', en: 'no rule' },
  uncovered: said(
    (articles: string) => `没有条款的条文：${articles}`,
    (articles) => `articles without a clause: ${articles}`,
  ),
  since: { zh: '比上一份文本', en: 'since the text before' },
  from: said(
    (before: string, now: string) => `${before} → ${now}`,
    (before, now) => `${before} → ${now}`,
  ),
  none: {
    zh: '没有一份可以对照的文本',
    en: 'there is no text to compare',
  },
  unmatched: { zh: '没有对照的文件', en: 'Files that were not compared' },
  without: said(
    (sources: readonly string[]) =>
      `文件夹中没有文本的监管规定（${sources.length}）：${sources.join('、')}`,
    (sources) =>
      `Regulations without a text in the folder (${sources.length}): ${sources.join(', ')}`,
  ),
  totals: said(
    ({ sources, articles, clauses, amounts, pending, uncovered, changes }: DriftTotals) =>
      [
        `${sources} 份制度、${articles} 条原文：条款相同 ${clauses.same}，部分引用 ${clauses.part}，转述已核对 ${clauses.agreed}，转述未核对 ${clauses.restated}`,
        `文字不同 ${clauses.differs}，核对后已改 ${clauses.changed}，移动 ${clauses.moved}，没有这一条 ${clauses.gone}，未找到 ${clauses.unplaced}，数值不符 ${amounts}`,
        `没有规则的条款 ${pending}，没有条款的条文 ${uncovered}${changes > 0 ? `，比上一份文本有 ${changes} 处变化` : ''}`,
      ].join('\n'),
    ({ sources, articles, clauses, amounts, pending, uncovered, changes }) =>
      [
        `${counted(sources, 'source')}, ${counted(articles, 'article')}: clauses the same ${clauses.same}, quoted in part ${clauses.part}, restated and compared ${clauses.agreed}, restated and not compared ${clauses.restated}`,
        `wording differs ${clauses.differs}, changed since compared ${clauses.changed}, moved ${clauses.moved}, no such article ${clauses.gone}, not found ${clauses.unplaced}, other amounts ${amounts}`,
        `clauses without a rule ${pending}, articles without a clause ${uncovered}${changes > 0 ? `, ${counted(changes, 'change')} since the text before` : ''}`,
      ].join('\n'),
  ),
  todo: {
    zh: '怎样处理：文字或数值变了，改依据文件里的条款，限额用 `shouze new edition` 加一版；移动的改条款编号和引用；新条文加一条条款，或写“状态：不适用”；逐条看过之后用 `--accept` 记入 reviewed.yaml',
    en: 'What to do: where words or amounts changed, edit the clause in its source and add an edition of the limit with `shouze new edition`; where it moved, the id of the clause and what cites it; for a new article add a clause, or say `Status: not applicable`; when all are read, `--accept` writes it into reviewed.yaml',
  },
  accepted: said(
    (clauses: number, path: string) => `${path}：${clauses} 个条款记为已与此文核对`,
    (clauses, path) => `${path}: ${counted(clauses, 'clause')} compared with these texts`,
  ),
  head: {
    zh: ['条款', '标题', '结果', '原文', '差别', '状态', '依据它的'],
    en: ['Clause', 'Title', 'Result', 'Article', 'Difference', 'Status', 'What rests on it'],
  },
  changesHead: {
    zh: ['变化', '条文', '差别', '条款', '规则'],
    en: ['Change', 'Article', 'Difference', 'Clauses', 'Rules'],
  },
};

export type DriftWords = In<typeof table>;

export const driftWords = spoken(table);
