import type { Language } from '../feel/sentence/lexicon.ts';
import type { Grouping } from '../scorecard/card.ts';

/** What a scorecard says, apart from the rulebook's own words. */
export interface ScorecardWords {
  readonly by: Readonly<Record<Grouping, string>>;
  readonly pilot: Readonly<Record<string, string>>;
  readonly untold: string;
  readonly title: (by: string) => string;
  readonly period: (from: string | undefined, until: string | undefined) => string;
  readonly files: (known: number, unknown: number) => string;
  readonly range: (low: string, high: string) => string;
  readonly target: (direction: 'higher' | 'lower', target: string) => string;
  readonly pending: (count: number) => string;
  readonly noValue: string;
  readonly points: (points: string) => string;
  readonly openPoints: string;
  readonly total: (points: string, open: number) => string;
  readonly lacking: (fields: string) => string;
  readonly undated: (ids: string) => string;
  readonly outside: (count: number) => string;
  readonly unread: (count: number) => string;
  readonly none: string;
  readonly columns: readonly string[];
}

export const scorecardWords: Readonly<Record<Language, ScorecardWords>> = {
  zh: {
    by: {
      post: '岗位',
      officer: '经办人',
      branch: '分行',
      month: '月份',
      customer: '客户',
      pilot: '试点比较',
    },
    pilot: {
      'pilot-during': '试点分行·试点期间',
      'pilot-before': '试点分行·试点之前',
      'others-during': '其他分行·试点期间',
      'others-before': '其他分行·试点之前',
    },
    untold: '（未录入）',
    title: (by) => `考评指标（按${by}）`,
    period: (from, until) => `期间 ${from ?? '…'} 至 ${until ?? '…'}`,
    files: (known, unknown) => `${known} 份${unknown > 0 ? `，另 ${unknown} 份无法判定` : ''}`,
    range: (low, high) => `在 ${low} 与 ${high} 之间`,
    target: (direction, target) => `${direction === 'higher' ? '≥' : '≤'} ${target}`,
    pending: (count) => `待人工 ${count} 条未计`,
    noValue: '无法计算',
    points: (points) => `${points} 分`,
    openPoints: '待定',
    total: (points, open) => `合计 ${points} 分${open > 0 ? `，${open} 项待定` : ''}`,
    lacking: (fields) => `缺 ${fields}`,
    undated: (ids) => `日期未录入，未计入：${ids}`,
    outside: (count) => `期间之外 ${count} 份`,
    unread: (count) => `无法判定的文件 ${count} 份，未计入`,
    none: '没有可以计算的文件',
    columns: [
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
  },
  en: {
    by: {
      post: 'post',
      officer: 'officer',
      branch: 'branch',
      month: 'month',
      customer: 'customer',
      pilot: 'pilot',
    },
    pilot: {
      'pilot-during': 'pilot branches, during',
      'pilot-before': 'pilot branches, before',
      'others-during': 'other branches, during',
      'others-before': 'other branches, before',
    },
    untold: '(not on file)',
    title: (by) => `Measures by ${by}`,
    period: (from, until) => `from ${from ?? '…'} to ${until ?? '…'}`,
    files: (known, unknown) =>
      `${known} ${known === 1 ? 'file' : 'files'}${unknown > 0 ? `, ${unknown} more cannot be told` : ''}`,
    range: (low, high) => `between ${low} and ${high}`,
    target: (direction, target) => `${direction === 'higher' ? '≥' : '≤'} ${target}`,
    pending: (count) => `${count} outcomes wait for a person and are not in it`,
    noValue: 'cannot be computed',
    points: (points) => `${points} points`,
    openPoints: 'open',
    total: (points, open) => `${points} points in all${open > 0 ? `, ${open} open` : ''}`,
    lacking: (fields) => `lacks ${fields}`,
    undated: (ids) => `no day on file, not counted: ${ids}`,
    outside: (count) => `${count} outside the period`,
    unread: (count) => `${count} files could not be judged and are not counted`,
    none: 'no file to compute from',
    columns: [
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
  },
};
