import { type In, said, spoken } from '../base/language.ts';
import { neutral } from './neutral.ts';

const table = {
  title: { zh: '服务承诺兑现情况', en: 'Promises of service, kept and broken' },
  by: {
    promise: { zh: '承诺', en: 'promise' },
    branch: neutral.unit,
    customer: { zh: '客户', en: 'customer' },
    officer: { zh: '经办人', en: 'officer' },
  },
  all: { zh: '全部', en: 'all' },
  untoldKey: { zh: '（未录入）', en: '(not on file)' },
  files: said(
    (files: number, unread: number) =>
      `卷宗${files}份${unread > 0 ? `，另有${unread}份无法读取，未计入` : ''}`,
    (files, unread) =>
      `${files} ${files === 1 ? 'file' : 'files'}${unread > 0 ? `; ${unread} more could not be read and are not counted` : ''}`,
  ),
  asOf: said(
    (today: string | undefined) =>
      today === undefined ? '各份卷宗以其数据截止日为准' : `截至${today}`,
    (today) =>
      today === undefined ? 'each file as of the last day it tells of' : `as of ${today}`,
  ),
  period: said(
    (from: string | undefined, until: string | undefined) =>
      `起算日${from ?? '…'}至${until ?? '…'}`,
    (from, until) => `begun from ${from ?? '…'} to ${until ?? '…'}`,
  ),
  outside: said(
    (count: number) => `期间之外${count}件，未计入`,
    (count) => `${count} begun outside the period, not counted`,
  ),
  promise: { zh: '承诺', en: 'promise' },
  service: { zh: '服务', en: 'service' },
  states: {
    kept: { zh: '按时', en: 'kept' },
    broken: { zh: '超时办结', en: 'broken' },
    open: { zh: '在办未到期', en: 'open in time' },
    late: { zh: '在办已超时', en: 'open and late' },
    untold: { zh: '无法判定', en: 'cannot tell' },
  },
  share: { zh: '按时率', en: 'share kept' },
  interval: { zh: '95%区间', en: '95% interval' },
  range: said(
    (low: string, high: string) => `计入无法判定的在${low}至${high}之间`,
    (low, high) => `${low} to ${high} with those that cannot be told`,
  ),
  median: { zh: '中位用时', en: 'median' },
  ninetieth: { zh: '九成用时不超过', en: 'nine in ten within' },
  times: { zh: '用时：中位/九成', en: 'median / nine in ten' },
  bracketed: said(
    (text: string) => `（${text}）`,
    (text) => `(${text})`,
  ),
  slash: { zh: '/', en: ' / ' },
  none: { zh: '没有一件适用的承诺', en: 'no promise has a case' },
  noShare: { zh: '无到期件', en: 'none due yet' },
  late: { zh: '已超时仍在办', en: 'Open and late' },
  noLate: { zh: '没有超时仍在办的。', en: 'Nothing is open and late.' },
  untold: { zh: '无法判定', en: 'Cannot be told' },
  file: { zh: '卷宗', en: 'file' },
  element: { zh: '事项', en: 'item' },
  began: { zh: '起算', en: 'began' },
  limit: { zh: '期限', en: 'limit' },
  asOfDay: { zh: '截至', en: 'as of' },
  over: { zh: '超过', en: 'over by' },
  holder: { zh: '现由谁办', en: 'held by' },
  posts: { zh: '岗位', en: 'posts' },
  reason: { zh: '原因', en: 'why' },
  why: {
    fields: { zh: '缺字段', en: 'fields lack' },
    stale: {
      zh: '数据截止日早于期限，之后是否办结不得而知',
      en: 'the file tells of days before its limit only',
    },
    backwards: { zh: '办结早于起算', en: 'done before it began' },
    calendar: {
      zh: '该年放假安排尚未公布，工作日无从计算',
      en: 'the working days of that year are not announced',
    },
  },
  more: said(
    (count: number) => `另有${count}件，见JSON或CSV`,
    (count) => `${count} more: see JSON or CSV`,
  ),
  notes: said<readonly string[]>(
    [
      '按时率＝按时÷（按时＋超时办结＋在办已超时）；在办未到期的不计。区间为Clopper–Pearson精确区间，视这些件为同类件中的一部分。',
      '用时只计已办结的，在办的不在其内；不足10件的不报九成用时。工作日按国务院办公厅公布的放假安排计算，起算日不计入。',
    ],
    [
      'Share kept is kept ÷ (kept + broken + open and late); what is open in time is not in it. The interval is Clopper and Pearson’s exact one, as if these were drawn of many alike.',
      'Times are of what is done; what is open is not in them, and below ten cases no ninth decile is told. Working days follow the State Council’s notices, the first day not counted.',
    ],
  ),
  columns: said<readonly string[]>(
    [
      '承诺',
      '名称',
      '卷宗',
      '事项',
      '机构',
      '客户',
      '经办人',
      '现由谁办',
      '状态',
      '起算日',
      '办结日',
      '期限',
      '截至',
      '单位',
      '承诺时间',
      '用时',
      '超过',
      '原因',
      '缺少',
    ],
    [
      'promise',
      'title',
      'file',
      'item',
      'branch',
      'customer',
      'officer',
      'holder',
      'state',
      'began',
      'done',
      'limit',
      'asOf',
      'unit',
      'within',
      'taken',
      'over',
      'why',
      'missing',
    ],
  ),
};

/** What is said of promises, apart from the rulebook's own words. */
export type ServiceWords = In<typeof table>;

export const serviceWords = spoken(table);
