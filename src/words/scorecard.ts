import { type In, said, type Said, spoken } from '../base/language.ts';
import { neutral } from './neutral.ts';
import type { Grouping } from '../scorecard/card.ts';

/** Who and which times a pilot compares. */
const pilots = said(
  (inPilot: string, others: string) => ({
    'pilot-during': `${inPilot}·试点期间`,
    'pilot-before': `${inPilot}·试点之前`,
    'others-during': `${others}·试点期间`,
    'others-before': `${others}·试点之前`,
  }),
  (inPilot, others) => ({
    'pilot-during': `${inPilot}, during`,
    'pilot-before': `${inPilot}, before`,
    'others-during': `${others}, during`,
    'others-before': `${others}, before`,
  }),
);

const table = {
  by: {
    post: { zh: '岗位', en: 'post' },
    officer: { zh: '经办人', en: 'officer' },
    branch: neutral.unit,
    stage: { zh: '环节', en: 'stage' },
    month: { zh: '月份', en: 'month' },
    customer: { zh: '客户', en: 'customer' },
    pilot: { zh: '试点比较', en: 'pilot' },
  } satisfies Readonly<Record<Grouping, Said<string>>>,
  pilot: pilots,
  untold: { zh: '（未录入）', en: '(not on file)' },
  title: said(
    (by: string) => `考评指标（按${by}）`,
    (by) => `Measures by ${by}`,
  ),
  period: said(
    (from: string | undefined, until: string | undefined) =>
      `期间 ${from ?? '…'} 至 ${until ?? '…'}`,
    (from, until) => `from ${from ?? '…'} to ${until ?? '…'}`,
  ),
  files: said(
    (known: number, unknown: number) =>
      `${known} 份${unknown > 0 ? `，另 ${unknown} 份无法判定` : ''}`,
    (known, unknown) =>
      `${known} ${known === 1 ? 'file' : 'files'}${unknown > 0 ? `, ${unknown} more cannot be told` : ''}`,
  ),
  range: said(
    (low: string, high: string) => `在 ${low} 与 ${high} 之间`,
    (low, high) => `between ${low} and ${high}`,
  ),
  target: said(
    (direction: 'higher' | 'lower', target: string) =>
      `${direction === 'higher' ? '≥' : '≤'} ${target}`,
    (direction, target) => `${direction === 'higher' ? '≥' : '≤'} ${target}`,
  ),
  pending: said(
    (count: number) => `待人工 ${count} 条未计`,
    (count) =>
      count === 1
        ? '1 outcome waits for a person and is not in it'
        : `${count} outcomes wait for a person and are not in it`,
  ),
  standings: said(
    (confirmed: number, doubts: number, disputed: number, mistaken: number, unlisted: number) =>
      [
        `已确认 ${confirmed} 条`,
        ...(doubts > 0 ? [`疑点 ${doubts} 条未计`] : []),
        ...(disputed > 0 ? [`异议未决 ${disputed} 条未计`] : []),
        ...(mistaken > 0 ? [`误判 ${mistaken} 条不计`] : []),
        ...(unlisted > 0 ? [`台账未登记 ${unlisted} 条未计`] : []),
      ].join('，'),
    (confirmed, doubts, disputed, mistaken, unlisted) =>
      [
        `${confirmed} confirmed`,
        ...(doubts > 0 ? [`not counted: ${doubts} in doubt`] : []),
        ...(disputed > 0 ? [`not counted: ${disputed} disputed`] : []),
        ...(mistaken > 0 ? [`not counted: ${mistaken} found mistaken`] : []),
        ...(unlisted > 0 ? [`not counted: ${unlisted} not in the ledger`] : []),
      ].join(', '),
  ),
  withheld: said(
    (points: string) => `疑点未经确认，不扣分（如均确认则 ${points} 分）`,
    (points) => `doubts that nobody confirmed, nothing deducted (${points} if all were)`,
  ),
  noLedger: {
    zh: '未给出问题台账（--findings），不合规均为疑点，不作违规，不扣分',
    en: 'without a ledger (--findings) what fails is a doubt: no violation, and nothing is deducted',
  },
  noValue: { zh: '无法计算', en: 'cannot be computed' },
  points: said(
    (points: string) => `${points} 分`,
    (points) => `${points} ${points === '1' ? 'point' : 'points'}`,
  ),
  openPoints: { zh: '待定', en: 'open' },
  total: said(
    (points: string, open: number) => `合计 ${points} 分${open > 0 ? `，${open} 项待定` : ''}`,
    (points, open) =>
      `${points} ${points === '1' ? 'point' : 'points'} in all${open > 0 ? `, ${open} open` : ''}`,
  ),
  lacking: said(
    (fields: string) => `缺 ${fields}`,
    (fields) => `lacks ${fields}`,
  ),
  undated: said(
    (ids: string) => `日期未录入，未计入：${ids}`,
    (ids) => `no day on file, not counted: ${ids}`,
  ),
  outside: said(
    (count: number) => `期间之外 ${count} 份`,
    (count) => `${count} outside the period`,
  ),
  unread: said(
    (count: number) => `无法判定的文件 ${count} 份，未计入`,
    (count) =>
      count === 1
        ? '1 file could not be judged and is not counted'
        : `${count} files could not be judged and are not counted`,
  ),
  none: { zh: '没有可以计算的文件', en: 'no file to compute from' },
  columns: said<readonly string[]>(
    [
      '分组方式',
      '组',
      '指标',
      '名称',
      '单位',
      '数值',
      '最低',
      '最高',
      '目标',
      '方向',
      '达标',
      '得分',
      '已知份数',
      '未知份数',
      '不适用份数',
      '待人工条数',
    ],
    [
      'by',
      'group',
      'measure',
      'title',
      'unit',
      'value',
      'low',
      'high',
      'target',
      'direction',
      'met',
      'points',
      'known',
      'unknown',
      'outOfScope',
      'pending',
    ],
  ),
};

/** What a scorecard says, apart from the rulebook's own words. */
export type ScorecardWords = In<typeof table>;

export const scorecardWords = spoken(table);
