import { said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

type By = 'post' | 'officer' | 'branch' | 'file';

/** What is said of hand-overs between posts, and of duties that nobody holds. */
export const handOverWords = spoken({
  title: { zh: '岗位交接', en: 'Hand-overs between posts' },
  totals: said(
    (files: number, handOvers: number, returns: number, untold: number) =>
      `卷宗 ${files} 份，交接 ${handOvers} 次，其中退回后 ${returns} 次，无法判定 ${untold} 处`,
    (files, handOvers, returns, untold) =>
      `${counted(files, 'file')}, ${counted(handOvers, 'hand-over')}, ${returns} after a return; ${untold} cannot be told`,
  ),
  period: said(
    (from: string | undefined, until: string | undefined) =>
      `接手日 ${from ?? '…'} 至 ${until ?? '…'}`,
    (from, until) => `taken over from ${from ?? '…'} to ${until ?? '…'}`,
  ),
  waits: said(
    (by: By) =>
      ({
        post: '岗位之间的等待',
        officer: '等待，按接手人',
        branch: '等待，按机构',
        file: '等待，按卷宗',
      })[by],
    (by) =>
      ({
        post: 'Waits between posts',
        officer: 'Waits by who took over',
        branch: 'Waits by unit',
        file: 'Waits by file',
      })[by],
  ),
  waitsNote: {
    zh: '工作日自前一事件次日起计；小时为工作日内的钟点数，扣除休息日。隔一段时间才办的事项，间隔含未到办理时候的时间',
    en: 'Working days from the day after the event before; hours by the clock, days off left out. Where something is done at intervals, they include time when nothing was due',
  },
  columns: {
    key: { zh: '交接', en: 'Hand-over' },
    officer: { zh: '接手人', en: 'Taken over by' },
    branch: { zh: '机构', en: 'Unit' },
    file: { zh: '卷宗', en: 'File' },
    count: { zh: '次数', en: 'Count' },
    returns: { zh: '退回', en: 'Returns' },
    total: { zh: '合计工作日', en: 'Working days' },
    median: { zh: '中位数', en: 'Median' },
    ninth: { zh: '九成不超过', en: '90th percentile' },
    longest: { zh: '最长', en: 'Longest' },
    hoursMedian: { zh: '中位小时', en: 'Median hours' },
    hoursNinth: { zh: '九成小时', en: '90th pct hours' },
    unknown: { zh: '不明', en: 'Unknown' },
    from: { zh: '交出', en: 'From' },
    to: { zh: '接手', en: 'To' },
    workingDays: { zh: '工作日', en: 'Working days' },
    hours: { zh: '小时', en: 'Hours' },
    events: { zh: '事件', en: 'Events' },
    post: { zh: '岗位', en: 'Post' },
    steps: { zh: '哪些节点需要', en: 'Steps that ask for it' },
    state: { zh: '情况', en: 'State' },
    person: { zh: '人员', en: 'Person' },
    month: { zh: '月份', en: 'Month' },
    posts: { zh: '不相容岗位', en: 'Incompatible posts' },
    scope: { zh: '范围', en: 'Scope' },
    first: { zh: '以前一岗位办理', en: 'Acts in the first' },
    second: { zh: '以后一岗位办理', en: 'Acts in the second' },
    period: { zh: '期间', en: 'Period' },
    lacking: { zh: '缺', en: 'Lacking' },
    event: { zh: '事件', en: 'Event' },
  },
  longest: { zh: '等得最久的交接', en: 'The longest waits' },
  untold: { zh: '无法判定的交接', en: 'Hand-overs that cannot be told' },
  clashes: {
    zh: '一个月内以不相容岗位办理不同卷宗',
    en: 'Incompatible posts on different files within a month',
  },
  clashScope: said<Readonly<Record<'customer' | 'branch', string>>>(
    { customer: '同一客户', branch: '同一机构' },
    { customer: 'same customer', branch: 'same unit' },
  ),
  vacancies: said(
    (day: string) => `无人担任的岗位（${day}）`,
    (day) => `Duties that nobody holds (${day})`,
  ),
  vacancy: said(
    (state: 'nobody' | 'cannot-tell' | 'elsewhere', branches: string) =>
      ({
        nobody: '无人担任',
        'cannot-tell': '名册说不清有无人担任',
        elsewhere: `机构 ${branches} 无人担任，他处有人`,
      })[state],
    (state, branches) =>
      ({
        nobody: 'nobody holds it',
        'cannot-tell': 'the register does not tell',
        elsewhere: `nobody in ${branches}; held elsewhere`,
      })[state],
  ),
  doubled: { zh: '同时担任不相容岗位的人员', en: 'People in two incompatible posts at once' },
  unclear: said(
    (people: string) => `名册没有写全任职起止的人员：${people}`,
    (people) => `people whose posts the register does not tell whole: ${people}`,
  ),
  noStaff: {
    zh: '没有给出员工名册（--staff），不能说岗位有无人担任',
    en: 'No staff register (--staff): vacancies cannot be told',
  },
  none: { zh: '没有', en: 'none' },
  unknown: { zh: '不明', en: 'unknown' },
  goesOn: { zh: '至今', en: 'to date' },
  afterReturn: { zh: '退回', en: 'return' },
  outOfOrder: said(
    (files: string) => `事件未按时间登记的卷宗（已按时间排列）：${files}`,
    (files) => `files whose events are not listed in order of time (put in order): ${files}`,
  ),
});
