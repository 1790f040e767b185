import type { Uncounted, Ungraded, Unpunished } from '../appraisal/sheet.ts';
import { type In, said, type Said, spoken } from '../base/language.ts';
import type { MeasureCategory } from '../rulebook/files.ts';
import { counted } from './counted.ts';

/** What a measure tells of somebody's work. */
export const categories = {
  quality: { zh: '质量', en: 'Quality' },
  risk: { zh: '风险', en: 'Risk' },
  speed: { zh: '时效', en: 'Speed' },
  service: { zh: '服务', en: 'Service' },
  sales: { zh: '销售', en: 'Sales' },
} satisfies Readonly<Record<MeasureCategory, Said<string>>>;

const ungraded = {
  'no-files': { zh: '没有卷宗，不计分', en: 'no file, not graded' },
  'too-few': { zh: '件数不足，不计分', en: 'too few files, not graded' },
  'no-working-day': {
    zh: '期内没有工作日，不计分',
    en: 'no working day in the period, not graded',
  },
} satisfies Readonly<Record<Ungraded, Said<string>>>;

const uncounted = {
  'out-of-scope': { zh: '不计：不属于本指标', en: 'not counted: the measure does not speak of it' },
  unknown: { zh: '待定：资料不足', en: 'open: something is missing' },
  'in-doubt': { zh: '待定：有疑点或异议未决', en: 'open: a doubt or an objection' },
  undated: {
    zh: '不计：归期日未录入，或尚未办到',
    en: 'not counted: no day on file, or not done yet',
  },
  'post-not-held': { zh: '不计：当日不在本岗位', en: 'not counted: not in the post on that day' },
  'two-schemes': {
    zh: '不计：当日任两份考评办法的岗位',
    en: 'not counted: in posts of two schemes on that day',
  },
  'not-in-register': { zh: '不计：员工名册查无此人', en: 'not counted: not in the staff register' },
  'unclear-in-register': {
    zh: '不计：员工名册不能说明当日任职',
    en: 'not counted: the staff register does not tell',
  },
  'other-register': {
    zh: '不计：卷宗属于另一机构，不在本名册',
    en: 'not counted: the file is of another organisation than the register',
  },
} satisfies Readonly<Record<Uncounted, Said<string>>>;

const unpunished = {
  doubt: { zh: '不计：疑点，尚未确认', en: 'not counted: in doubt, nobody confirmed it' },
  disputed: { zh: '不计：异议未决', en: 'not counted: an objection is open' },
  mistaken: { zh: '不计：已认定误判', en: 'not counted: found mistaken' },
  earlier: { zh: '本期不计：以前确认，只计累计', en: 'earlier: counts towards thresholds alone' },
  'other-post': { zh: '不计：由其他岗位负责', en: 'not counted: other posts answer for it' },
  'post-not-held': { zh: '不计：当日不在本岗位', en: 'not counted: not in the post on that day' },
  'file-not-given': { zh: '不计：未给出该卷宗', en: 'not counted: the file was not given' },
  'unknown-rule': {
    zh: '不计：规则库没有这条规则',
    en: 'not counted: the rulebook has no such rule',
  },
  'no-row': { zh: '不计：积分表没有这一类', en: 'not counted: the table has no row for it' },
} satisfies Readonly<Record<Unpunished, Said<string>>>;

const table = {
  categories,
  ungraded,
  uncounted,
  unpunished,
  title: said(
    (scheme: string) => `绩效考评表（${scheme}）`,
    (scheme) => `Appraisal (${scheme})`,
  ),
  period: said(
    (from: string, until: string) => `${from}至${until}`,
    (from, until) => `${from} to ${until}`,
  ),
  workingDays: said(
    (days: number | undefined) =>
      days === undefined ? '工作日历没有覆盖本期' : `期内${days}个工作日`,
    (days) =>
      days === undefined ? 'the calendar does not cover the period' : counted(days, 'working day'),
  ),
  noWorkingDay: {
    zh: '期内没有工作日，各项指标均不计分',
    en: 'there is no working day in the period: nothing is graded',
  },
  nobody: { zh: '期内没有可以考评的人', en: 'nobody to be appraised in the period' },
  noLedger: {
    zh: '未给出问题台账（--findings）：不合规均为疑点，不计违规积分，也不扣减',
    en: 'without a ledger (--findings) what fails is a doubt: no points of violation, nothing deducted',
  },
  /** In place of what only a ledger tells. */
  withoutLedger: { zh: '未给出问题台账，无法判定', en: 'cannot be told without a ledger' },
  untold: said(
    (ids: string) => `经办人未录入，未归入任何人：${ids}`,
    (ids) => `nobody can tell who handled these: ${ids}`,
  ),
  unread: said(
    (count: number) => `无法判定的文件${count}份，未计入`,
    (count) =>
      `${counted(count, 'file')} could not be judged and ${count === 1 ? 'is' : 'are'} not counted`,
  ),
  outside: said(
    (count: number) => `期间之外的卷宗${count}份`,
    (count) => `${counted(count, 'file')} outside the period`,
  ),
  particulars: {
    officer: { zh: '被考评人', en: 'Who is appraised' },
    scheme: { zh: '考评办法', en: 'Scheme' },
    posts: { zh: '岗位', en: 'Posts' },
    unit: { zh: '机构', en: 'Unit' },
    period: { zh: '考评期', en: 'Period' },
    basis: { zh: '依据', en: 'Basis' },
    head: { zh: '事项', en: 'What' },
    value: { zh: '内容', en: 'Value' },
  },
  parts: {
    measures: { zh: '考评指标', en: 'Measures' },
    files: { zh: '卷宗明细', en: 'Files' },
    violations: { zh: '违规积分', en: 'Points of violation' },
    uncounted: { zh: '未计入的卷宗', en: 'Files not counted' },
    totals: { zh: '合计', en: 'In all' },
    table: { zh: '积分表', en: 'Table of points' },
    objections: { zh: '异议', en: 'Objections' },
    signatures: { zh: '签署', en: 'Signatures' },
    all: { zh: '全部', en: 'All' },
  },
  column: {
    number: { zh: '序号', en: 'No.' },
    officer: { zh: '员工号', en: 'Staff number' },
    measure: { zh: '指标', en: 'Measure' },
    category: { zh: '类别', en: 'Category' },
    value: { zh: '数值', en: 'Value' },
    target: { zh: '目标', en: 'Target' },
    floor: { zh: '底线', en: 'Floor' },
    weight: { zh: '权重', en: 'Weight' },
    points: { zh: '得分', en: 'Points' },
    files: { zh: '计入／待定／不计（份）', en: 'Counted / open / not' },
    note: { zh: '说明', en: 'Note' },
    dossier: { zh: '卷宗', en: 'File' },
    day: { zh: '归期日', en: 'Day' },
    counted: { zh: '是否计入及原因', en: 'Counted, or why not' },
    finding: { zh: '问题编号', en: 'Finding' },
    rule: { zh: '规则', en: 'Rule' },
    clause: { zh: '条款', en: 'Clause' },
    confirmed: { zh: '确认日，未确认的为发现日', en: 'Confirmed on, else found on' },
    ruleAndClause: { zh: '规则与条款', en: 'Rule and clause' },
    class: { zh: '积分类别', en: 'Row of the table' },
    violationPoints: { zh: '积分', en: 'Points' },
    opinion: { zh: '本人意见', en: 'Opinion of the person' },
    objection: { zh: '异议理由', en: 'Objection, with reasons' },
    review: { zh: '复核意见', en: 'Opinion of the reviewer' },
    what: { zh: '项目', en: 'Item' },
    computed: { zh: '计算', en: 'As computed' },
    cap: { zh: '上限', en: 'Cap' },
    countedValue: { zh: '计入', en: 'As counted' },
    line: { zh: '行', en: 'Line' },
    sheet: { zh: '表', en: 'Sheet' },
  },
  total: {
    scored: { zh: '指标得分', en: 'Points of measures' },
    graded: { zh: '计分指标权重', en: 'Weight graded' },
    base: { zh: '折合百分', en: 'Of a hundred' },
    rewards: { zh: '奖励', en: 'Rewards' },
    violations: { zh: '本期违规积分', en: 'Points of violation in the period' },
    deductions: { zh: '扣减', en: 'Deductions' },
    result: { zh: '考评结果', en: 'Result' },
    grade: { zh: '等级', en: 'Grade' },
    accumulated: said(
      (months: number) => `${months}个月累计违规积分`,
      (months) => `Points of violation over ${months} months`,
    ),
    consequence: { zh: '应作处理', en: 'Consequence' },
  },
  countedFile: { zh: '计入', en: 'counted' },
  held: said(
    (posts: string) => `当日任${posts}`,
    (posts) => `held ${posts}`,
  ),
  lacks: said(
    (fields: string) => `缺${fields}`,
    (fields) => `lacks ${fields}`,
  ),
  doubts: said(
    (doubts: number, disputed: number, unlisted: number) =>
      [
        ...(doubts > 0 ? [`疑点${doubts}条`] : []),
        ...(disputed > 0 ? [`异议未决${disputed}条`] : []),
        ...(unlisted > 0 ? [`台账未登记${unlisted}条`] : []),
      ].join('、'),
    (doubts, disputed, unlisted) =>
      [
        ...(doubts > 0 ? [`${doubts} in doubt`] : []),
        ...(disputed > 0 ? [`${disputed} disputed`] : []),
        ...(unlisted > 0 ? [`${unlisted} not in the ledger`] : []),
      ].join(', '),
  ),
  objected: { zh: '异议中', en: 'under objection' },
  repeat: { zh: '再犯', en: 'again' },
  redLine: { zh: '红线', en: 'red line' },
  ofFiles: said(
    (total: string, count: number) => `（${total}÷${count}）`,
    (total, count) => ` (${total} ÷ ${count})`,
  ),
  range: said(
    (low: string, high: string) => `${low}～${high}`,
    (low, high) => `${low} to ${high}`,
  ),
  none: { zh: '无', en: 'none' },
  noValue: { zh: '无法计算', en: 'cannot be computed' },
  noResult: { zh: '计分指标的权重不足，不给出结果', en: 'too little weight graded: no result' },
  open: { zh: '待定', en: 'open' },
  noGrade: { zh: '不评等级', en: 'no grade' },
  sign: {
    person: { zh: '本人签名', en: 'Signature of the person' },
    appraiser: { zh: '考评人签名', en: 'Signature of the appraiser' },
    reviewer: { zh: '复核人签名', en: 'Signature of the reviewer' },
    day: { zh: '日期', en: 'Date' },
  },
  signLine: {
    zh: '本人签名：________________  考评人签名：________________  复核人签名：________________  日期：____________',
    en: 'Signature of the person: ______________  Appraiser: ______________  Reviewer: ______________  Date: __________',
  },
  fillIn: {
    zh: '“本人意见”“异议理由”由本人填写，“复核意见”由复核人填写，其余各栏不改。对某一行有异议的，在该行写明理由；未写的视为无异议。',
    en: 'The person fills in opinion and objection, the reviewer the opinion of the reviewer; nothing else is changed. Object to a line by writing the reason in it.',
  },
  exact: {
    zh: '各项由卷宗、流程事件和经确认的问题计算；得分=权重×（数值－底线）÷（目标－底线），不低于0，不高于权重。',
    en: 'Computed from files, events and confirmed findings; points = weight × (value − floor) ÷ (target − floor), no less than 0 and no more than the weight.',
  },
  marks: { zh: '，', en: ', ' },
  list: { zh: '、', en: ', ' },
  semicolon: { zh: '；', en: '; ' },
  colon: { zh: '：', en: ': ' },
  pointsUnit: said(
    (points: string) => `${points}分`,
    (points) => points,
  ),
  written: said(
    (count: number, path: string) => `${count}份考评表，写入 ${path}`,
    (count, path) => `${counted(count, 'appraisal')} in ${path}`,
  ),
  objections: said(
    (count: number) => `异议${count}行，其得分按有无该行分列`,
    (count) => `${counted(count, 'line')} under objection: points with and without`,
  ),
};

/** What appraisals say in one language. */
export type AppraisalWords = In<typeof table>;

export const appraisalWords = spoken(table);
