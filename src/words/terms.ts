import { counted } from './counted.ts';
import { type In, said, type Said, spoken } from '../base/language.ts';
import type { Severity } from '../base/diagnostic.ts';
import type { Answer } from '../evaluate/outcome.ts';
import { archive } from './archive.ts';
import { check } from './check.ts';
import { record } from './record.ts';
import { commands } from './commands.ts';
import { mutationWords } from './mutation.ts';
import { verify } from './verify.ts';
import { intake } from './intake.ts';
import { explained } from './explained.ts';
import {
  calendar,
  inapplicable,
  missingReasons,
  notListed,
  statuses,
  waiverFinding,
  waiverPosts,
  waiverProblems,
  waiverTitle,
  waivers,
} from './outcomes.ts';
import { processWords } from './process.ts';
import { progress } from './progress.ts';
import { kinds, levels, warnings } from './rules.ts';
import { register } from './register.ts';
import { schemeWords } from './scheme.ts';
import { punctuation } from './punctuation.ts';
import { waiverGiven, waiverRegister } from './waivers.ts';

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
} satisfies Readonly<Record<Severity, Said<string>>>;

/** Headings of a report. */
const labels = {
  verdict: { zh: '结论', en: 'verdict' },
  rule: { zh: '规则', en: 'rule' },
  step: { zh: '环节', en: 'step' },
  post: { zh: '岗位', en: 'post' },
  basis: { zh: '依据', en: 'basis' },
  penalties: { zh: '处罚依据', en: 'penalty' },
  missing: { zh: '缺少', en: 'missing' },
  remedy: { zh: '整改', en: 'remedy' },
  place: { zh: '位置', en: 'place' },
  because: { zh: '原因', en: 'because' },
  toPass: { zh: '达标', en: 'to pass' },
  waiver: { zh: '例外', en: 'waiver' },
  waivers: { zh: '例外审批台账', en: 'register of exceptions' },
  by: { zh: '人工核查', en: 'by hand' },
  edition: { zh: '适用版本', en: 'edition' },
  findings: { zh: '发现问题', en: 'findings' },
  others: { zh: '其他结果', en: 'other outcomes' },
  dossier: { zh: '卷宗', en: 'dossier' },
  rulebook: { zh: '规则库', en: 'rulebook' },
  origin: { zh: '出自', en: 'from' },
  adds: { zh: '补充', en: 'adds to' },
  diagnostics: { zh: '文件问题', en: 'problems of the file' },
  scope: { zh: '范围', en: 'scope' },
  report: { zh: '核查报告', en: 'report' },
  manual: { zh: '操作手册', en: 'manual' },
  outcome: { zh: '结果', en: 'outcome' },
  message: { zh: '说明', en: 'message' },
  more: { zh: '其余', en: 'more' },
  see: { zh: '详见', en: 'see' },
  related: { zh: '另见', en: 'see also' },
  criterion: { zh: '判定标准', en: 'criterion' },
  byHand: { zh: '人工判断', en: 'by hand' },
  applies: { zh: '适用', en: 'applies when' },
  cases: { zh: '校验示例', en: 'cases' },
  history: { zh: '沿革', en: 'history' },
  group: { zh: '同组', en: 'group' },
};

const table = {
  ...punctuation,
  ...warnings,
  ...processWords,
  ...commands,
  ...mutationWords,
  verify,
  check,
  intake,
  record,
  archive,
  progress,
  explained,
  status: statuses,
  kind: kinds,
  level: levels,
  severity: severities,
  missing: missingReasons,
  calendar,
  notListed,
  register,
  inapplicable,
  waiver: waiverProblems,
  waiverPosts,
  waiverFinding,
  waiverTitle,
  waivers,
  waiverRegister,
  waiverGiven,
  label: labels,
  /** `3 个文件` */
  summary: said(
    ({
      dossiers,
      pass,
      fail,
      'cannot-tell': untold,
    }: {
      readonly dossiers: number;
      readonly pass: number;
      readonly fail: number;
      readonly 'cannot-tell': number;
    }) => `共 ${dossiers} 份卷宗：合规 ${pass}，不合规 ${fail}，待核实 ${untold}`,
    ({ dossiers, pass, fail, 'cannot-tell': untold }) =>
      `${counted(dossiers, 'dossier')}: ${pass} pass, ${fail} fail, ${untold} cannot tell`,
  ),
  scope: said(
    ({
      data,
      person,
      manual,
      uncaptured,
      outOfScope,
      partly = 0,
      notCovered = 0,
    }: {
      readonly data: number;
      readonly person: number;
      readonly manual: number;
      readonly uncaptured: number;
      readonly outOfScope: number;
      readonly partly?: number;
      readonly notCovered?: number;
    }) =>
      `规则和流程检查共 ${data + person + uncaptured + manual + outOfScope} 条：按数据判定 ${data} 条，已由人工核查 ${person} 条，${partly === 0 ? '' : `人工核查了一部分 ${partly} 条，`}缺资料 ${uncaptured} 条，待人工核查 ${manual} 条，不适用或未到节点 ${outOfScope - notCovered} 条${notCovered === 0 ? '' : `，不在检查方案范围内 ${notCovered} 条`}`,
    ({ data, person, manual, uncaptured, outOfScope, partly = 0, notCovered = 0 }) =>
      `rules and checks of the process: ${data + person + uncaptured + manual + outOfScope}; ${data} judged by data, ${person} by hand, ${partly === 0 ? '' : `${partly} by hand in part, `}${uncaptured} lacking data, ${manual} waiting for a person, ${outOfScope - notCovered} not applicable or not due${notCovered === 0 ? '' : `, ${notCovered} not covered by the scheme`}`,
  ),
  /** A person has yet to tell. */
  waiting: { zh: '待人工核查', en: 'for a person to check' },
  /** Behind a verdict that speaks of the data alone. */
  dataOnly: said(
    (waiting: number) => `（仅数据部分，待人工核查 ${waiting} 条）`,
    (waiting) => ` (by data alone; ${waiting} for a person to check)`,
  ),
  /** Who checked it by hand, when, and on which page of the image. */
  byHand: said(
    ({ name, date, page }: Pick<Answer, 'name' | 'date' | 'page'>) =>
      `${name}，${date}${page === undefined ? '' : `，影像第 ${page} 页`}`,
    ({ name, date, page }) => `${name}, ${date}${page === undefined ? '' : `, page ${page}`}`,
  ),
  /** What was written of a check-list. */
  checklist: said(
    (lines: number, dossiers: number, path: string) =>
      lines === 0
        ? '没有须由人核查的事项，未生成人工核查表'
        : `人工核查表：${dossiers} 份卷宗，${lines} 项，已写入 ${path}`,
    (lines, dossiers, path) =>
      lines === 0
        ? 'there is nothing for a person to check, and no check-list was written'
        : `check-list: ${dossiers} ${dossiers === 1 ? 'dossier' : 'dossiers'}, ${lines} ${lines === 1 ? 'line' : 'lines'}, written to ${path}`,
  ),
  /** In place of what a finding would say, if the file had it. */
  unsaid: said(
    (wanted: readonly string[]) => `（缺${wanted.join('、')}，未能写明）`,
    (wanted) => ` (cannot be told: ${wanted.join(', ')} missing)`,
  ),
  /** The finding of a rule that has no words for it: what it requires, and the values that were found. */
  criterion: said(
    (required: string, found: readonly string[]) =>
      `要求：${required}${found.length === 0 ? '' : `；查得：${found.join('，')}`}`,
    (required, found) =>
      `Required: ${required}${found.length === 0 ? '' : `; found: ${found.join(', ')}`}`,
  ),
  /** Before conditions of which one would have been enough, and before a further part of the same one. */
  lead: {
    either: { zh: '可选条件之一未满足：', en: 'one option is not met: ' },
    or: { zh: '另一可选条件也未满足：', en: 'nor is another: ' },
    and: { zh: '且：', en: 'and: ' },
  },
  /** A condition of which it is not known whether it holds. */
  undecided: said(
    (condition: string) => `无法判断：${condition}`,
    (condition) => `cannot be told: ${condition}`,
  ),
  /** Of a rule that takes what nobody recorded as not done. */
  unrecorded: said(
    (condition: string) => `没有记录，视同不符：${condition}`,
    (condition) => `not recorded, and so taken as not met: ${condition}`,
  ),
  /** Between what is found and by how much. */
  clauseEnd: { zh: '，', en: '; ' },
  apart: said(
    (amount: string) => `差${amount}`,
    (amount) => `by ${amount}`,
  ),
  apartInPoints: said(
    (amount: string) => `差${amount}个百分点`,
    (amount) => `by ${amount} percentage ${amount === '1' ? 'point' : 'points'}`,
  ),
  wanted: said(
    (condition: string) => `要求${condition}`,
    (condition) => `required: ${condition}`,
  ),
  lacking: said(
    (items: string) => `缺：${items}`,
    (items) => `missing: ${items}`,
  ),
  breaking: said(
    (items: string) => `不符合的是：${items}`,
    (items) => `not so: ${items}`,
  ),
  reckoned: said(
    (title: string, formula: string) => `其中${title}＝${formula}`,
    (title, formula) => `where ${title} = ${formula}`,
  ),
  atLeast: said(
    (field: string, value: string) => `${field}不低于${value}`,
    (field, value) => `${field} at least ${value}`,
  ),
  atMost: said(
    (field: string, value: string) => `${field}不超过${value}`,
    (field, value) => `${field} at most ${value}`,
  ),
  exactly: said(
    (field: string, value: string) => `${field}为${value}`,
    (field, value) => `${field} exactly ${value}`,
  ),
  fix: said(
    (text: string) => `可改为 \`${text}\``,
    (text) => `write \`${text}\``,
  ),
  asOf: said(
    (day: string) => `全部按 ${day} 的规则判定`,
    (day) => `everything is judged as of ${day}`,
  ),
  /** By which register the posts in files were looked up. */
  staff: said(
    (id: string, of: string, people: number) =>
      `${of} 的卷宗，岗位按员工名册 ${id}（${people} 人）核对`,
    (id, of, people) =>
      `posts in files of ${of} are looked up in the staff register ${id} (${people} ${people === 1 ? 'person' : 'people'})`,
  ),
  noStaff: {
    zh: '岗位以卷宗所写为准：未提供员工名册',
    en: 'posts are taken as the files have them: no staff register was given',
  },
  ...schemeWords,
  /** The files judged together: what they have in common, how many they are, how many more may belong to them. */
  group: said(
    ({
      key,
      name,
      files,
      unplaced,
      ids,
    }: {
      readonly key: string | null;
      readonly name: string;
      readonly files: number;
      readonly unplaced: number;
      readonly ids: readonly string[];
    }) =>
      `${key === null ? '未能归组' : `${name} ${key}`}：本次 ${files} 份卷宗（${ids.join('、')}）${unplaced > 0 ? `，其中末 ${unplaced} 份归组依据未录入，不计在内` : ''}`,
    ({ key, name, files, unplaced, ids }) =>
      `${key === null ? 'not placed in a group' : `${name} ${key}`}: ${files} ${files === 1 ? 'file' : 'files'} in this run (${ids.join(', ')})${unplaced > 0 ? `, the last ${unplaced} not counted: what they are grouped by is not on file` : ''}`,
  ),
  together: said(
    (rules: number, files: readonly number[]) =>
      `合并判定 ${rules} 条规则，同组卷宗 ${[...new Set(files)].join('、')} 份`,
    (rules, files) =>
      `${rules} ${rules === 1 ? 'rule' : 'rules'} over groups of ${[...new Set(files)].join(', ')} ${files.every((count) => count === 1) ? 'file' : 'files'}`,
  ),
  /** Where a limit that a rulebook moved comes from. */
  limitFrom: said(
    (limit: string, rulebook: string) => `${limit}依${rulebook}从严`,
    (limit, rulebook) => `${limit} made stricter by ${rulebook}`,
  ),
};

/** The words of the trade in one language: the same in every report. */
export type Terms = In<typeof table>;

export const terms = spoken(table);
