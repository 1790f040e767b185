import type { Status } from '../../evaluate/outcome.ts';
import type { Language } from '../../feel/sentence/lexicon.ts';
import type { Confidence } from '../../rulebook/ast.ts';

/** What only the HTML report says; the words of the trade are in `messages/terms.ts`. */
export interface Words {
  /** For the `lang` attribute. */
  readonly tag: string;
  readonly title: (book: string) => string;
  readonly summary: string;
  readonly particulars: string;
  readonly version: string;
  readonly digest: string;
  readonly engine: string;
  readonly days: string;
  readonly ownDays: string;
  readonly today: (day: string) => string;
  readonly reached: string;
  readonly wholeProcess: string;
  readonly personal: string;
  readonly masked: string;
  readonly unmasked: string;
  readonly file: string;
  readonly untold: string;
  readonly noVerdict: string;
  readonly byRule: string;
  readonly inFindings: string;
  readonly backToSummary: string;
  readonly tally: (parts: readonly string[], total: number) => string;
  readonly foundOf: (findings: number) => string;
  readonly noFindings: string;
  readonly kindAndLevel: string;
  readonly redLine: string;
  readonly byHand: string;
  readonly step: string;
  readonly editionFrom: (day: string) => string;
  readonly always: string;
  readonly none: string;
  readonly judgedOn: string;
  readonly seen: string;
  readonly field: string;
  readonly path: string;
  readonly value: string;
  readonly lineAndColumn: string;
  readonly items: (count: number) => string;
  readonly record: string;
  readonly formulas: string;
  readonly exactly: string;
  readonly eachAlone: string;
  readonly waiverRecord: string;
  readonly gateFailed: (rules: string) => string;
  readonly gateUndecided: (rules: string) => string;
  readonly wentAhead: (steps: number) => string;
  readonly stepsWentAhead: string;
  readonly toFillIn: string;
  readonly why: string;
  readonly waits: string;
  readonly rules: (count: number) => string;
  readonly outcomes: (count: number) => string;
  readonly clauses: (count: number) => string;
  readonly severity: string;
  readonly code: string;
  readonly legend: string;
  readonly meanings: Readonly<Record<Status, string>>;
  /** How far the text of a clause was checked. */
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly confirm: string;
  readonly unverified: string;
  readonly reproducible: string;
}

const zh: Words = {
  tag: 'zh-CN',
  title: (book) => `${book} · 核查报告`,
  summary: '汇总',
  particulars: '本次核查',
  version: '版本',
  digest: '摘要',
  engine: '引擎版本',
  days: '判定日',
  ownDays: '各条规则按自身的判定日选取适用版本',
  today: (day) => `逾期按 ${day} 计算（--today）`,
  reached: '已办到节点',
  wholeProcess: '未限定，全部节点均予核查',
  personal: '个人信息',
  masked: '已脱敏；卷宗、借据、合同编号保留，以便整改',
  unmasked: '未脱敏：含姓名、证件号等个人信息，须按保密要求保管',
  file: '文件',
  untold: '待核实',
  noVerdict: '无结论',
  byRule: '按规则汇总的发现问题',
  inFindings: '问题编号',
  backToSummary: '返回汇总',
  tally: (parts, total) => `判定结果共 ${total} 项：${parts.join('，')}`,
  foundOf: (findings) => `不合规归并为 ${findings} 个问题`,
  noFindings: '没有发现问题。',
  kindAndLevel: '类别与效力',
  redLine: '红线',
  byHand: '须人工核查',
  step: '流程节点',
  editionFrom: (day) => `${day} 起的版本`,
  always: '未分版本',
  none: '—',
  judgedOn: '判定日',
  seen: '所见数据',
  field: '字段',
  path: '路径',
  value: '值',
  lineAndColumn: '行:列',
  items: (count) => `${count} 项`,
  record: '（记录）',
  formulas: '表达式与精确值',
  exactly: '上文显示时截去了尾数，此为精确值',
  eachAlone: '其他不变，下列任一项达到该界限即合规（已重新判定验证）；更正须有真实凭证。',
  waiverRecord: '例外审批记录',
  gateFailed: (rules) => `前置条件未满足：${rules}`,
  gateUndecided: (rules) => `前置条件尚无结论：${rules}`,
  wentAhead: (steps) => `其后 ${steps} 个流程节点仍已办理`,
  stepsWentAhead: '仍已办理的流程节点',
  toFillIn: '需补充的资料',
  why: '原因',
  waits: '等待它的规则',
  rules: (count) => `${count} 条规则`,
  outcomes: (count) => `${count} 项`,
  clauses: (count) => `${count} 条`,
  severity: '程度',
  code: '代码',
  legend: '怎样读这份报告',
  meanings: {
    fail: '规则适用，且要求没有满足。',
    'cannot-tell': '决定结论的资料缺失或填写有误；既不算合规，也不算不合规。',
    waived: '本不合规，但有有效的例外审批；另行计数。',
    pass: '规则适用，且要求已满足。',
    'not-applicable': '规则的适用条件不成立，或当时没有有效版本。',
    'not-due': '卷宗还没有办到该规则所在的节点。',
  },
  confidence: {
    V1: '已核对原文',
    V2: '据其他页面转述',
    V3: '来源较弱',
    GK: '未核对',
    OWN: '本行制度',
  },
  confirm: '不合规是按卷宗所载数据得出的疑点，经核实原件后方为检查发现问题。',
  unverified: '标有“依据待核”的条款，文本或文号尚未核对原文，不得作为问责依据。',
  reproducible: '规则库、卷宗、引擎和参数相同，报告逐字节相同；报告不含生成时间。',
};

const en: Words = {
  tag: 'en',
  title: (book) => `${book}: report of a check`,
  summary: 'Summary',
  particulars: 'This check',
  version: 'version',
  digest: 'Digest',
  engine: 'Engine version',
  days: 'Governing days',
  ownDays: 'each rule takes the edition in force on its own day',
  today: (day) => `lateness is counted up to ${day} (--today)`,
  reached: 'Step reached',
  wholeProcess: 'not limited: every step is checked',
  personal: 'Personal data',
  masked: 'masked; loan, contract and file numbers are kept, so that findings can be acted on',
  unmasked: 'NOT masked: holds names and identity numbers; keep it as confidential',
  file: 'File',
  untold: 'Cannot tell',
  noVerdict: 'no verdict',
  byRule: 'Findings by rule',
  inFindings: 'Findings',
  backToSummary: 'back to the summary',
  tally: (parts, total) => `${total} outcomes: ${parts.join(', ')}`,
  foundOf: (findings) => `the fails come to ${findings} ${findings === 1 ? 'finding' : 'findings'}`,
  noFindings: 'There are no findings.',
  kindAndLevel: 'Kind and level',
  redLine: 'red line',
  byHand: 'for a person to check',
  step: 'Step',
  editionFrom: (day) => `in force from ${day}`,
  always: 'no editions',
  none: '—',
  judgedOn: 'Governing day',
  seen: 'Values seen',
  field: 'Field',
  path: 'Path',
  value: 'Value',
  lineAndColumn: 'Line:column',
  items: (count) => `${count} ${count === 1 ? 'item' : 'items'}`,
  record: '(a record)',
  formulas: 'Expressions and exact values',
  exactly: 'shown above with its last digits cut off; this is exact',
  eachAlone:
    'All else unchanged, any one of these bounds would make it pass (checked by judging again); a correction needs genuine papers.',
  waiverRecord: 'Waiver on file',
  gateFailed: (rules) => `Gate not passed: ${rules}`,
  gateUndecided: (rules) => `Gate undecided: ${rules}`,
  wentAhead: (steps) => `${steps} later ${steps === 1 ? 'step' : 'steps'} went ahead all the same`,
  stepsWentAhead: 'Steps that went ahead',
  toFillIn: 'What to fill in',
  why: 'Why',
  waits: 'Rules that wait for it',
  rules: (count) => `${count} ${count === 1 ? 'rule' : 'rules'}`,
  outcomes: (count) => `${count} ${count === 1 ? 'outcome' : 'outcomes'}`,
  clauses: (count) => `${count} ${count === 1 ? 'clause' : 'clauses'}`,
  severity: 'Severity',
  code: 'Code',
  legend: 'How to read this report',
  meanings: {
    fail: 'the rule applies, and what it requires is not met.',
    'cannot-tell': 'what decides it is missing or malformed: neither a pass nor a fail.',
    waived: 'it would fail, and a valid waiver covers it; counted apart.',
    pass: 'the rule applies, and what it requires is met.',
    'not-applicable': 'the rule does not apply to this file, or no edition was in force.',
    'not-due': 'the file has not reached the step of the rule.',
  },
  confidence: {
    V1: 'original read',
    V2: 'read of elsewhere',
    V3: 'weak source',
    GK: 'not checked',
    OWN: 'the bank’s own',
  },
  confirm:
    'A fail is what the recorded data say; it becomes a finding of the inspection once the originals confirm it.',
  unverified:
    'A clause marked “not verified” has not been compared with the original text: nobody may be held to account by it.',
  reproducible:
    'The same rulebook, dossiers, engine and options give the same report, byte for byte; it holds no time of making.',
};

export const wordsIn: Readonly<Record<Language, Words>> = { zh, en };
