import { counted } from './counted.ts';
import { type In, said, spoken } from '../base/language.ts';
import { nothing } from './marks.ts';
import { statusesSay } from './outcomes.ts';
import { neutral } from './neutral.ts';
import { confidences, warnings } from './rules.ts';

/** What the script of the page says; `{}` stands for a number or a name. */
const script = {
  search: { zh: '查找编号、文件、规则', en: 'Find an id, file or rule' },
  allVerdicts: { zh: '全部结论', en: 'All verdicts' },
  allRules: { zh: '全部规则', en: 'All rules' },
  allOutcomes: { zh: '各种结果', en: 'Any outcome' },
  clear: { zh: '清除条件', en: 'Clear' },
  openPage: { zh: '展开本页有问题的', en: 'Open those here with findings' },
  openAll: { zh: '展开全部问题', en: 'Open all findings' },
  closeAll: { zh: '全部收起', en: 'Close all' },
  first: { zh: '首页', en: 'First' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  last: { zh: '末页', en: 'Last' },
  shown: { zh: '第 {} – {} 份，共 {} 份', en: '{} – {} of {} files' },
  noneMatch: { zh: '没有符合条件的卷宗', en: 'No file matches' },
  pages: { zh: '翻页', en: 'Pages' },
  conditions: { zh: '筛选', en: 'Filter' },
  showAll: { zh: '全部 {} 条', en: 'All {} rules' },
  showFewer: { zh: '只列最重的 {} 条', en: 'Only the {} gravest' },
  noVerdict: { zh: '无结论', en: 'no verdict' },
  file: { zh: '文件', en: 'File' },
  line: { zh: '自第 {} 行起', en: 'from line {}' },
  record: { zh: '第 {} 份', en: 'no. {}' },
  untold: { zh: '待核实', en: 'Cannot tell' },
  waiting: { zh: '待人工', en: 'For a person' },
  waitingTitle: { zh: '待人工核查', en: 'For a person to check' },
  waitingSay: {
    zh: '这些规则由人查看原件后判定，不是缺少资料。',
    en: 'A person judges these by the papers; no data are missing for them.',
  },
  byHand: { zh: '须人工核查', en: 'for a person to check' },
  noFindings: { zh: '没有发现问题。', en: 'There are no findings.' },
  step: { zh: '流程节点', en: 'Step' },
  judgedOn: { zh: '判定日', en: 'Governing day' },
  editionFrom: { zh: '{} 起的版本', en: 'in force from {}' },
  seen: { zh: '所见数据', en: 'Values seen' },
  field: { zh: '字段', en: 'Field' },
  path: { zh: '路径', en: 'Path' },
  value: { zh: '值', en: 'Value' },
  lineAndColumn: { zh: '行:列', en: 'Line:column' },
  formulas: { zh: '表达式与精确值', en: 'Expressions and exact values' },
  exactly: {
    zh: '上文显示时截去了尾数，此为精确值',
    en: 'shown above with its last digits cut off; this is exact',
  },
  eachAlone: {
    zh: '其他不变，下列任一项达到该界限即合规（已重新判定验证）；更正须有真实凭证。',
    en: 'All else unchanged, any one of these bounds would make it pass (checked by judging again); a correction needs genuine papers.',
  },
  stepsWentAhead: { zh: '仍已办理的流程节点', en: 'Steps that went ahead all the same' },
  toFillIn: { zh: '需补充的资料', en: 'What to fetch' },
  why: { zh: '原因', en: 'Why' },
  waits: { zh: '等待它的规则', en: 'Rules that wait for it' },
  morePlaces: { zh: '另有 {} 处', en: '{} more places' },
  severity: { zh: '程度', en: 'Severity' },
  code: { zh: '代码', en: 'Code' },
  redLine: warnings.redLine,
  unverified: warnings.unverified,
  link: { zh: '此项的链接', en: 'Link to this finding' },
};

const table = {
  title: said(
    (book: string) => `${book} · 核查报告`,
    (book) => `${book}: report of a check`,
  ),
  summary: { zh: '汇总', en: 'Summary' },
  particulars: { zh: '本次核查', en: 'This check' },
  version: { zh: '版本', en: 'version' },
  digest: { zh: '摘要', en: 'Digest' },
  engine: { zh: '引擎版本', en: 'Engine version' },
  days: { zh: '判定日', en: 'Governing days' },
  ownDays: {
    zh: '各条规则按自身的判定日选取适用版本',
    en: 'each rule takes the edition in force on its own day',
  },
  today: said(
    (day: string) => `逾期按检查日 ${day} 计算`,
    (day) => `lateness is counted up to the day of check, ${day}`,
  ),
  reached: { zh: '已办到节点', en: 'Step reached' },
  wholeProcess: { zh: '未限定，全部节点均予核查', en: 'not limited: every step is checked' },
  personal: { zh: '个人信息', en: 'Personal data' },
  scheme: { zh: '检查范围', en: 'Scope of inspection' },
  staff: { zh: '岗位核对', en: 'Posts' },
  answered: { zh: '人工核查', en: 'Checked by hand' },
  masked: neutral.numbersKept,
  unmasked: {
    zh: '未脱敏：含姓名、证件号等个人信息，须按保密要求保管',
    en: 'NOT masked: holds names and identity numbers; keep it as confidential',
  },
  untold: { zh: '待核实', en: 'Cannot tell' },
  noVerdict: { zh: '无结论', en: 'no verdict' },
  tally: said(
    (parts: readonly string[], total: number) => `共 ${total} 条规则：${parts.join('，')}`,
    (parts, total) => `${counted(total, 'rule')}: ${parts.join(', ')}`,
  ),
  kindAndLevel: { zh: '类别与效力', en: 'Kind and level' },
  items: said(
    (count: number) => `${count} 项`,
    (count) => `${count} ${count === 1 ? 'item' : 'items'}`,
  ),
  record: { zh: '（记录）', en: '(a record)' },
  gateFailed: said(
    (rules: string) => `前置条件未满足：${rules}`,
    (rules) => `Gate not passed: ${rules}`,
  ),
  gateUndecided: said(
    (rules: string) => `前置条件尚无结论：${rules}`,
    (rules) => `Gate undecided: ${rules}`,
  ),
  wentAhead: said(
    (steps: number) => `其后 ${steps} 个流程节点仍已办理`,
    (steps) => `${steps} later ${steps === 1 ? 'step' : 'steps'} went ahead all the same`,
  ),
  legend: { zh: '怎样读这份报告', en: 'How to read this report' },
  confirm: {
    zh: '不合规是按卷宗所载数据得出的疑点，经核实原件后方为检查发现问题。',
    en: 'A fail is what the recorded data say; it becomes a finding of the inspection once the originals confirm it.',
  },
  unverified: {
    zh: '标有“依据待核”的条款，文本或文号尚未核对原文，不得作为问责依据。',
    en: 'A clause marked “not verified” has not been compared with the original text: nobody may be held to account by it.',
  },
  reproducible: {
    zh: '规则库、卷宗、引擎和参数相同，报告逐字节相同；报告不含生成时间。',
    en: 'The same rulebook, dossiers, engine and options give the same report, byte for byte; it holds no time of making.',
  },
  none: { zh: nothing, en: nothing },
  redLine: warnings.redLine,
  stopped: {
    zh: '核查中途停止：以下只是停止前已判定的卷宗',
    en: 'The check was stopped: here is what was judged until then',
  },
  noScript: {
    zh: '逐份卷宗的清单和问题由页面脚本显示；此处未启用脚本，只有以上汇总。',
    en: 'The files and their findings are shown by the script of this page; without it there is only the summary above.',
  },
  defects: { zh: '同类问题汇总', en: 'The same defect over many files' },
  defectsSay: {
    zh: '每条规则涉及多少份卷宗；点击数字，下方只列这些卷宗。',
    en: 'How many files each rule concerns; a number lists them below.',
  },
  files: { zh: '卷宗清单', en: 'Files' },
  script,
  meanings: statusesSay,
  confidence: confidences,
};

/** What only the HTML report says; the words of the trade are in `terms.ts`. */
export type PageWords = In<typeof table>;

export const pageWords = spoken(table);
