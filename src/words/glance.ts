import { type In, said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

/** `5 万`, `10 亿`: a power of ten as Chinese counts. */
function chineseAmount(zeros: number): string {
  const [unit, less] = zeros >= 8 ? ['亿', 8] : zeros >= 4 ? ['万', 4] : ['', 0];
  return `${1 + '0'.repeat(zeros - less)}${unit}`;
}

function plainAmount(zeros: number): string {
  return `1${'0'.repeat(zeros)}`.replaceAll(/\B(?=(\d{3})+$)/gu, ',');
}

export const glanceTable = {
  title: { zh: '总体情况', en: 'At a glance' },
  rates: { zh: '差错率', en: 'Defect rate' },
  all: { zh: '全部问题', en: 'all findings' },
  files: { zh: '份数', en: 'files' },
  judged: { zh: '已判', en: 'judged' },
  findings: { zh: '问题', en: 'findings' },
  amount: { zh: '涉及金额', en: 'amount at issue' },
  rate: { zh: '差错率', en: 'rate' },
  interval: { zh: '95%置信区间', en: '95% interval' },
  target: { zh: '是否达标', en: 'target' },
  atMost: { zh: '目标上限', en: 'at most' },
  after: { zh: '剔除误判后', en: 'after rebuttal' },
  met: {
    met: { zh: '达标', en: 'met' },
    missed: { zh: '未达标', en: 'missed' },
    open: { zh: '样本不足以判断', en: 'the sample does not tell' },
  },
  change: { zh: '比上次', en: 'change' },
  points: said(
    (text: string) => `${text}个百分点`,
    (text) => `${text} points`,
  ),
  same: { zh: '持平', en: 'same' },
  none: { zh: '未填', en: 'not given' },
  by: {
    stage: { zh: '按阶段', en: 'By stage' },
    rule: { zh: '按规则', en: 'By rule' },
    post: { zh: '按责任岗', en: 'By post' },
    branch: { zh: '按机构', en: 'By unit' },
    product: { zh: '按产品', en: 'By product' },
    month: { zh: '按月份', en: 'By month' },
    amount: { zh: '按金额', en: 'By amount' },
  },
  /** How the search of a page names them. */
  tag: {
    branch: { zh: '机构', en: 'unit' },
    product: { zh: '产品', en: 'product' },
    month: { zh: '月份', en: 'month' },
    amount: { zh: '金额', en: 'amount' },
  },
  /** From this amount up to ten times as much; `zeros` of the least, undefined for what is below 1. */
  band: said(
    (zeros: number | undefined) =>
      zeros === undefined ? '不足1' : `${chineseAmount(zeros)}至${chineseAmount(zeros + 1)}`,
    (zeros) =>
      zeros === undefined ? 'below 1' : `${plainAmount(zeros)} to ${plainAmount(zeros + 1)}`,
  ),
  counted: said(
    (files: number, findings: number, judged: number, amount: string) =>
      `已判 ${judged} 份，${files} 份有问题，共 ${findings} 项，涉及金额 ${amount}`,
    (files, findings, judged, amount) =>
      `${judged} judged, ${files} with findings, ${counted(findings, 'finding')}, ${amount} at issue`,
  ),
  /** What the rates are of. */
  census: {
    zh: '逐份检查，差错率即全部业务的差错率。',
    en: 'Every file was checked: the rate is that of the whole book.',
  },
  sample: said(
    (population: number | null) =>
      `随机抽样${population === null ? '' : `，总体 ${population} 份`}：区间为总体差错率的95%置信区间（${population === null ? '二项分布，Clopper–Pearson 法' : '超几何分布，精确法'}）。`,
    (population) =>
      `A random sample${population === null ? '' : ` of ${population} files`}: the interval is of the rate of all, with 95% confidence (${population === null ? 'binomial, Clopper–Pearson' : 'hypergeometric, exact'}).`,
  ),
  chosen: {
    zh: '样本不是简单随机抽取的，差错率只说明所查各份，不推及总体。',
    en: 'The sample was not simply drawn at random: the rate speaks of the files that were checked, and of no others.',
  },
  unplanned: {
    zh: '没有检查方案，差错率只说明所查各份。',
    en: 'There is no inspection scheme: the rate speaks of the files that were checked.',
  },
  against: said(
    (rulebook: string, day: string | null, judged: number) =>
      `上次：规则库 ${rulebook}${day === null ? '' : `，${day}`}，已判 ${judged} 份`,
    (rulebook, day, judged) =>
      `before: rulebook ${rulebook}${day === null ? '' : `, ${day}`}, ${judged} judged`,
  ),
  suppressed: { zh: '误判，不计入', en: 'mistaken, not counted' },
  suppressedCount: said(
    (findings: number) => `其中 ${findings} 项已由两人认定为误判，不计入`,
    (findings) =>
      `${counted(findings, 'finding')} of these found mistaken by two people and not counted`,
  ),
  andMore: said(
    (more: number) => `另有 ${more} 行`,
    (more) => `and ${more} more`,
  ),
};

/** What a book of files is said to come to, in one language. */
export type GlanceWords = In<typeof glanceTable>;

export const glanceWords = spoken(glanceTable);
