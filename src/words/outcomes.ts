import { said, type Said } from '../base/language.ts';
import type { Status } from '../evaluate/outcome.ts';
import type { MissingReason } from '../feel/value.ts';
import type { WaiverProblem } from '../program/ast.ts';

export const statuses = {
  pass: { zh: '合规', en: 'pass' },
  fail: { zh: '不合规', en: 'fail' },
  'cannot-tell': { zh: '资料不足，待核实', en: 'cannot tell' },
  waived: { zh: '已批准例外', en: 'waived' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-due': { zh: '未到检查节点', en: 'not due' },
} satisfies Readonly<Record<Status, Said<string>>>;

/** When each is given. */
export const statusesSay = {
  fail: {
    zh: '规则适用，且要求没有满足。',
    en: 'the rule applies, and what it requires is not met.',
  },
  'cannot-tell': {
    zh: '决定结论的资料缺失或填写有误；既不算合规，也不算不合规。',
    en: 'what decides it is missing or malformed: neither a pass nor a fail.',
  },
  waived: {
    zh: '本不合规，但有有效的例外审批；另行计数。',
    en: 'it would fail, and a valid waiver covers it; counted apart.',
  },
  pass: { zh: '规则适用，且要求已满足。', en: 'the rule applies, and what it requires is met.' },
  'not-applicable': {
    zh: '规则的适用条件不成立，或者产品、日期不在其适用范围。',
    en: 'the rule does not apply to this file: its condition, or product or day.',
  },
  'not-due': {
    zh: '卷宗还没有办到该规则所在的节点。',
    en: 'the file has not reached the step of the rule.',
  },
} satisfies Readonly<Record<Status, Said<string>>>;

/** Why a value is not known. */
export const missingReasons = {
  absent: { zh: '未录入', en: 'not filled in' },
  malformed: { zh: '填写有误', en: 'filled in wrongly' },
  zero: { zh: '除数为零', en: 'a divisor of zero' },
  empty: { zh: '没有相应记录', en: 'no such record' },
  'no-value': { zh: '该日或该情形没有取值', en: 'no value for that day or case' },
  undefined: { zh: '无法计算', en: 'cannot be computed' },
  'not-captured': { zh: '来源系统未采集', en: 'not captured by its source' },
  'no-edition': {
    zh: '该日无适用版本，且未说明原因',
    en: 'no edition for that day, and nothing says why',
  },
  limit: { zh: '超出计算限度', en: 'too much to compute' },
  'not-in-register': {
    zh: '员工名册中查无此人',
    en: 'of somebody who is not in the staff register',
  },
  'unclear-in-register': {
    zh: '员工名册未能说明此人当日的任职',
    en: 'of somebody whose posts on that day the staff register does not tell',
  },
  'other-register': {
    zh: '与员工名册不属于同一机构，岗位未核对',
    en: 'another organisation than that of the staff register, so no post was looked up',
  },
} satisfies Readonly<Record<MissingReason, Said<string>>>;

/** The working days of a year, where they are missing. */
export const calendar = {
  title: said(
    (year: string) => `${year} 年日历`,
    (year) => `calendar of ${year}`,
  ),
  unannounced: { zh: '未公布', en: 'not announced' },
};

/** Why a code set says nothing of a code. */
export const notListed = {
  zh: '该日的代码表没有列出这一代码，或者该栏空白',
  en: 'on that day the code set does not list the code, or has that column blank',
};

/** What made a rule not applicable, with the values that did. */
export const inapplicable = {
  product: said(
    (title: string, value: string, products: readonly string[]) =>
      `${title}为${value}，本规则只适用于${products.join('、')}`,
    (title, value, products) => `${title} is ${value}; the rule is for ${products.join(', ')}`,
  ),
  condition: said(
    (reasons: readonly string[]) =>
      `适用条件不成立${reasons.length > 0 ? `：${reasons.join('；')}` : ''}`,
    (reasons) =>
      `its condition does not hold${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}`,
  ),
  before: said(
    (day: string | null, from: string) =>
      `业务${day === null ? '' : `（${day}）`}在规定施行（${from}）之前`,
    (day, from) =>
      `the business${day === null ? '' : ` of ${day}`} came before the rule took effect on ${from}`,
  ),
  ended: said(
    (day: string | null, until: string, clause: string | undefined, why: string) =>
      `业务${day === null ? '' : `（${day}）`}在规定停止适用（最后适用日为${until}）之后${clause === undefined ? '' : `，依据${clause}`}${why === '' ? '' : `：${why}`}`,
    (day, until, clause, why) =>
      `${day ?? 'the governing day'} is after its last day ${until}${clause === undefined ? '' : `, ended by ${clause}`}${why === '' ? '' : `: ${why}`}`,
  ),
  empty: said(
    (title: string) => `没有${title}，不判`,
    (title) => `there are no ${title.toLowerCase()} to judge`,
  ),
  ungrouped: {
    zh: '本卷宗没有与其他卷宗合并判定的依据值',
    en: 'the file has nothing by which it would be judged together with others',
  },
  outside: { zh: '本卷宗不经过该节点', en: 'this file does not go through the step' },
  ahead: {
    zh: '本卷宗尚未办到须检查这一项的程度',
    en: 'this file has not come so far that this is asked',
  },
  process: {
    zh: '本卷宗不经过该节点，或尚未办到',
    en: 'this file does not go through the step, or has not come so far',
  },
  'not-covered': {
    zh: '不在检查方案的检查范围内',
    en: 'the inspection scheme does not cover it',
  },
};

/** Which post a waiver asks for, and which its approver held: by a register of people, else as the file has it. */
export const waiverPosts = said(
  ({ asked, given, held }: WaiverPosts) => {
    const own = held && (held.length > 0 ? `任${held.join('、')}` : '不在任何岗位');
    const is =
      own === undefined ? `卷宗记为${given}` : `卷宗记为${given}，员工名册中此人当日${own}`;
    return `（${is}，本规则的例外须由${asked}批准）`;
  },
  ({ asked, given, held }) => {
    const own = held && `held ${held.length > 0 ? held.join(', ') : 'no post'} on that day`;
    const is =
      own === undefined
        ? `${given} in the file`
        : `${given} in the file, who by the staff register ${own}`;
    return ` (${is}; this rule asks for ${asked})`;
  },
);

export interface WaiverPosts {
  readonly asked: string;
  readonly given: string;
  readonly held: readonly string[] | undefined;
}

/** Why a waiver does not hold. */
/** What is wrong with a waiver, as a finding says it. */
export const waiverFinding = said(
  (problem: string, rule: string | undefined, near: string | undefined) =>
    `例外审批${rule === undefined ? '' : `（所涉规则 ${rule}）`}：${problem}${near === undefined ? '' : `，是否应为 ${near}`}`,
  (problem, rule, near) =>
    `An exception${rule === undefined ? '' : ` (of rule ${rule})`}: ${problem}${near === undefined ? '' : `; perhaps ${near} is meant`}`,
);

/** Exceptions of all files together. */
export const waivers = said(
  (valid: number, refused: readonly (readonly [problem: string, count: number])[]) =>
    `例外审批：有效 ${valid} 项${refused.length === 0 ? '' : `；不予采信：${refused.map(([problem, count]) => `${problem} ${count} 项`).join('，')}`}`,
  (valid, refused) =>
    `exceptions: ${valid} valid${refused.length === 0 ? '' : `; not taken: ${refused.map(([problem, count]) => `${problem} (${count})`).join(', ')}`}`,
);

/** The title of such a finding. */
export const waiverTitle = said(
  (problem: string) => `例外审批：${problem}`,
  (problem) => `Exception: ${problem}`,
);

export const waiverProblems = {
  regulation: { zh: '监管规定不得例外', en: 'a regulation is never waived' },
  'red-line': { zh: '红线不得例外', en: 'a red line is never waived' },
  'not-waivable': { zh: '该规则未设例外审批', en: 'the rule allows no waiver' },
  'approved-late': { zh: '批准晚于办理日', en: 'approved after the act' },
  'wrong-post': { zh: '批准人岗位不符', en: 'approved by the wrong post' },
  'by-the-actor': { zh: '批准人即经办人', en: 'approved by the one who acted' },
  'by-an-incompatible': {
    zh: '批准人在该卷宗中办理过与例外批准岗位不相容的事项',
    en: 'its approver acted on the file in a post that is incompatible with approving it',
  },
  'out-of-period': { zh: '办理日不在例外有效期内', en: 'the day is outside its interval' },
  'by-the-officer': {
    zh: '批准人即该卷宗的经办人员',
    en: 'approved by who handles the file',
  },
  'no-reason': { zh: '没有写明理由', en: 'it gives no reason' },
  'too-long': { zh: '有效期超过允许的最长期限', en: 'it runs longer than is allowed' },
  'unknown-rule': { zh: '所涉规则不存在', en: 'the rule that it names does not exist' },
  incomplete: { zh: '例外审批记录不完整', en: 'the waiver is not complete' },
  'not-in-register': {
    zh: '员工名册中查无批准人',
    en: 'the staff register does not know who approved it',
  },
  'unclear-in-register': {
    zh: '员工名册未能说明批准人当日的任职',
    en: 'the staff register does not tell which posts its approver held on that day',
  },
  'other-register': {
    zh: '员工名册属于另一机构，批准人未核对',
    en: 'the staff register is of another organisation, so its approver was not looked up',
  },
} satisfies Readonly<Record<WaiverProblem, Said<string>>>;
