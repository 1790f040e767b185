import { said } from '../base/language.ts';
import { counted } from './counted.ts';

/** The appendices at the back of a manual that look beyond what is in force on its day. */
export const back = {
  thenAndNow: { zh: '新旧对照', en: 'Old text beside new' },
  thenAndNowSay: {
    zh: '左栏是规则原先依据、已经失效或者修订的条文，右栏是接替它的条文，末栏是因此更换依据的规则。条文为转述，不是原文；左右两栏说的是同一件事，不一定逐字对应。业务按判定日适用当时的条文。',
    en: 'On the left the clause that rules rested on until it ended or was amended, on the right the one that took its place; the last column names the rules that changed their basis. Clauses are restated, not quoted; left and right deal with the same matter and need not match word for word. A file is judged by the text of its governing day.',
  },
  thenAndNowHead: said<readonly [string, string, string]>(
    ['原条文', '现条文', '规则'],
    ['Old clause', 'New clause', 'Rules'],
  ),
  clausesReplaced: { zh: '条文', en: 'Clauses' },
  criteriaReplaced: { zh: '判定标准', en: 'Criteria' },
  criteriaReplacedSay: {
    zh: '判定标准或者适用情形修订过的规则，列最近一次修订前后的说法；已经确定、尚未施行的修订一并列出。更早的版本见各规则的版本沿革。',
    en: 'Rules whose criterion or cases were revised, as they read before the last revision and since; revisions that are settled and not yet in force stand here too. Earlier editions are at each rule.',
  },
  criteriaReplacedHead: said<readonly [string, string, string]>(
    ['规则', '原判定标准', '现判定标准'],
    ['Rule', 'Criterion before', 'Criterion now'],
  ),
  pendingClauses: { zh: '待施行、待核条款', en: 'Clauses to come and clauses to verify' },
  pendingKinds: {
    coming: { zh: '待施行的条款', en: 'Not in force yet' },
    ending: { zh: '将失效的条款', en: 'Ending on a settled day' },
    unverified: { zh: '依据待核的条款', en: 'Not verified' },
  },
  pendingNone: {
    coming: {
      zh: '截至取数日，规则所依据的条款均已施行。',
      en: 'On the day of this manual every clause that rules rest on is in force.',
    },
    ending: {
      zh: '截至取数日，规则所依据的条款均未定失效日期。',
      en: 'On the day of this manual no clause that rules rest on has a last day.',
    },
    unverified: {
      zh: '规则所依据的条款均已核对。',
      en: 'Every clause that rules rest on was verified.',
    },
  },
  pendingSays: {
    coming: {
      zh: '规则已按其编写，施行日之前发生的业务不适用。',
      en: 'Rules are written for them already; what happens before their first day is not judged by them.',
    },
    ending: {
      zh: '失效后以其为依据的规则须更换依据、修订或者终止。',
      en: 'When one ends, the rules that rest on it need another basis, a revision or an end.',
    },
    unverified: {
      zh: '条文没有读到，或者来源较弱。核对之前，以其为依据的规则照常提示，不得作为问责依据。',
      en: 'The text was not read, or its source is weak. Until it is verified the rules that rest on it are told as usual and are no ground for accountability.',
    },
  },
  comingClausesHead: said<readonly [string, string, string]>(
    ['条款', '施行日', '涉及的规则'],
    ['Clause', 'In force from', 'Rules affected'],
  ),
  endingClausesHead: said<readonly [string, string, string]>(
    ['条款', '最后施行日', '涉及的规则'],
    ['Clause', 'Last day', 'Rules affected'],
  ),
  unverifiedClausesHead: said<readonly [string, string, string]>(
    ['条款', '核对情况', '涉及的规则'],
    ['Clause', 'Checked', 'Rules affected'],
  ),
  uncarried: { zh: '未转为规则的条款', en: 'Clauses that no rule carries' },
  uncarriedSays: {
    zh: '规则库收录而没有规则以其为依据的条款，以及对每一条的处理。待办的，转为规则之前由归口部门掌握。',
    en: 'Clauses on record that no rule rests on, and what is done about each. Those that are pending are for the owner of this manual to watch until rules are made of them.',
  },
  uncarriedHead: said<readonly [string, string, string]>(
    ['条款', '处理', '说明'],
    ['Clause', 'What is done', 'How, or why not'],
  ),
  clauseStatuses: {
    manual: { zh: '人工执行', en: 'by hand' },
    'not-applicable': { zh: '不适用', en: 'not applicable' },
    pending: { zh: '待办', en: 'pending' },
  },
  dictionary: { zh: '数据字典', en: 'Data dictionary' },
  dictionarySay: {
    zh: '规则读取的每个数据项，按所属的卷宗和记录排列：名称、类型、单位、可选的内容，以及读取它的规则。没有列在这里的数据项，规则不读。',
    en: 'Every field that a rule reads, by kind of file and record: its title, type and unit, what may be chosen, and the rules that read it. A field that is not here is read by none.',
  },
  dictionaryHead: said<readonly [string, string, string, string, string]>(
    ['数据项', '类型', '单位', '选项与说明', '规则'],
    ['Field', 'Type', 'Unit', 'Choices and notes', 'Rules'],
  ),
  rulesMany: said(
    (rules: number) => `${rules}条规则`,
    (rules) => counted(rules, 'rule'),
  ),
  fieldKinds: {
    number: { zh: '数值', en: 'number' },
    text: { zh: '文字', en: 'text' },
    word: { zh: '选项', en: 'choice' },
    boolean: { zh: '是否', en: 'yes or no' },
    date: { zh: '日期', en: 'day' },
    'date-time': { zh: '日期和时刻', en: 'day and time' },
    time: { zh: '时刻', en: 'time of day' },
    duration: { zh: '时长', en: 'length of time' },
    other: { zh: '其他', en: 'other' },
  },
  manyOf: said(
    (kind: string) => `${kind}（可多项）`,
    (kind) => `${kind}, several`,
  ),
  orElse: { zh: '或者', en: ' or ' },
  specimens: { zh: '表单填写样例', en: 'Forms as filled specimens' },
  specimensSay: {
    zh: '取自一份合规的样例卷宗，人名、机构、号码均为虚构，个人信息已遮盖。栏目按规则核查的内容列出，表样以本机构印制的为准。',
    en: 'From a sound sample file: people, institutions and numbers are invented, and personal data is masked. The lines are what rules look at; the layout is that of the institution’s own forms.',
  },
  specimenHere: { zh: '填写样例', en: 'filled specimen' },
  specimenBy: { zh: '经办岗位', en: 'Handled by' },
  specimenAt: { zh: '归档节点', en: 'Filed at' },
  specimenOf: { zh: '样例业务', en: 'Sample' },
  specimenHead: said<readonly [string, string]>(['栏目', '填写内容'], ['Line', 'Filled in with']),
  colophon: { zh: '规则库摘要', en: 'Digest of the rulebook' },
  colophonSay: {
    zh: '由规则库全部文件的内容算出，改动一字即不同。核查报告、审计档案印有同一摘要的，所用即为本手册所据的规则库。',
    en: 'Computed over every file of the rulebook: one character changed makes another. A report or archive with the same digest was made with the rulebook that this manual was made of.',
  },
  untilDay: said(
    (day: string) => `施行至 ${day}`,
    (day) => `until ${day}`,
  ),
  sinceDay: said(
    (day: string) => `自 ${day} 起`,
    (day) => `from ${day}`,
  ),
};
