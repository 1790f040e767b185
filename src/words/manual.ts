import { counted } from './counted.ts';
import { back } from './back.ts';
import { front } from './front.ts';
import { capitals } from './capitals.ts';
import { type In, said, type Said, spoken } from '../base/language.ts';
import type { TextRead } from '../rulebook/ast.ts';
import { nothing } from './marks.ts';
import { statuses, statusesSay } from './outcomes.ts';
import { chineseNumeral } from '../values/chinese-number.ts';
import { punctuation } from './punctuation.ts';
import { neutral } from './neutral.ts';
import { confidences, kinds, levels, warnings } from './rules.ts';

/** Who put a rulebook in force, and when. */
interface Issue {
  readonly number: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly effectiveFrom: string;
}

const table = {
  ...punctuation,
  ...front,
  ...back,
  ...capitals(warnings),
  kinds: capitals(kinds),
  levels: capitals(levels),
  /** How a rule binds, by its level, and by what its title forbids. */
  forces: {
    must: { zh: '必须', en: 'Must' },
    'must-not': { zh: '不得', en: 'Must not' },
    should: { zh: '应当', en: 'Should' },
    may: { zh: '可以', en: 'May' },
  },
  statuses: capitals(statuses),
  statusesSay: capitals(statusesSay),
  confidences,
  draft: { zh: '草稿', en: 'DRAFT' },
  draftSays: said(
    (failed: number) =>
      `本手册未定稿，不得据以办理业务。${failed === 0 ? '' : `下列${failed}个校验示例未通过，未印作正误示例。`}`,
    (failed) =>
      [
        'this manual is not final, and nobody may act on it.',
        ...(failed === 0
          ? []
          : [`${counted(failed, 'case')} below failed and stand nowhere as examples.`]),
      ].join(' '),
  ),
  failedHead: said<readonly string[]>(['规则', '校验示例', '位置'], ['Rule', 'Case', 'Place']),
  none: { zh: nothing, en: nothing },
  chapter: said(
    (number: number, title: string) => `第${chineseNumeral(number)}章　${title}`,
    (number, title) => `Chapter ${number}. ${title}`,
  ),
  appendix: said(
    (number: number, title: string) => `附录${chineseNumeral(number)}　${title}`,
    (number, title) => `Appendix ${number}. ${title}`,
  ),
  /** `2024-09-24 至今` */
  period: said(
    (from: string, until: string | undefined) =>
      until === undefined ? `${from}起` : `${from}至${until}`,
    (from, until) => (until === undefined ? `from ${from}` : `${from} to ${until}`),
  ),

  bookTitle: said(
    (title: string) => `${title}作业指导书`,
    (title) => `${title}: operating manual`,
  ),
  generated: said(
    (id: string, version: string, asOf: string) =>
      `本手册由规则库\`${id}\`（${version}版）生成，限额与版本取${asOf}当日的。请勿直接修改：修改规则文件后重新生成。`,
    (id, version, asOf) =>
      `Made from rulebook \`${id}\` ${version}, with limits and editions as of ${asOf}. Do not edit: change the rule files and make it again.`,
  ),
  restated: {
    zh: '监管规定为转述，不是原文；引用和问责以原文为准。',
    en: 'Regulations are restated, not quoted: citations and accountability rest on the original.',
  },
  code: { zh: '规则库编号', en: 'Rulebook' },
  version: { zh: '版本', en: 'Version' },
  asOf: { zh: '取数日', en: 'As of' },
  issuer: { zh: '发布机构', en: 'Issued by' },
  issue: { zh: '签发', en: 'Issue' },
  issueSays: said(
    ({ number, signedBy, signedOn, effectiveFrom }: Issue) =>
      `${number}，${signedBy} ${signedOn}签发，${effectiveFrom}起施行`,
    ({ number, signedBy, signedOn, effectiveFrom }) =>
      `${number}, signed by ${signedBy} on ${signedOn}, in force from ${effectiveFrom}`,
  ),
  unsigned: { zh: '未签发', en: 'not signed' },
  transition: { zh: '新老划断', en: 'Files begun before' },
  accepted: {
    zh: '依据待核而具名接受的条款',
    en: 'Clauses accepted by name although not verified',
  },
  acceptedHead: said<readonly string[]>(
    ['条款', '接受人', '日期', '理由'],
    ['Clause', 'Accepted by', 'On', 'Why'],
  ),
  ownIssues: { zh: '单独发文的规则', en: 'Rules issued by a document of their own' },
  ownIssuesHead: said<readonly string[]>(
    ['规则', '签发', '新老划断'],
    ['Rule', 'Issue', 'Files begun before'],
  ),
  heldUntil: said(
    (day: string) => `最后适用日${day}`,
    (day) => `last held on ${day}`,
  ),
  scale: { zh: '篇幅', en: 'Extent' },
  scaleSays: said(
    (stages: number, steps: number, rules: number) =>
      `${stages}个环节，${steps}个流程节点，${rules}条规则`,
    (stages, steps, rules) =>
      `${counted(stages, 'stage')}, ${counted(steps, 'step')}, ${counted(rules, 'rule')}`,
  ),
  selection: { zh: '本册内容', en: 'What is in it' },
  selectionSays: said(
    (chosen: string, rules: number, all: number) =>
      rules === all
        ? `${chosen}。收录规则库的全部${all}条规则。`
        : `${chosen}。收录${rules}条规则，规则库共有${all}条；没有收录的，只写编号和名称，不设链接。`,
    (chosen, rules, all) =>
      rules === all
        ? `${chosen}: all ${counted(all, 'rule')} of the rulebook.`
        : `${chosen}: ${rules} of the ${counted(all, 'rule')} of the rulebook. What is left out is named without a link.`,
  ),
  audiences: {
    operation: {
      zh: '操作版（怎么办、判定标准、限额、常见差错）',
      en: 'Edition for operation (actions, criterion, limits, common mistakes)',
    },
    inspection: {
      zh: '检查版（判定标准、凭证、核查方法、后果）',
      en: 'Edition for inspection (criterion, evidence, how to check, consequence)',
    },
    audit: {
      zh: '审计版（依据、沿革、风险，内容齐全）',
      en: 'Edition for audit (basis, history, risk: everything)',
    },
  },
  redLinesOnly: { zh: '红线摘编', en: 'Red lines' },
  checklistsOnly: { zh: '自查清单', en: 'Checklists' },
  handbookOf: said(
    (post: string) => `岗位手册：${post}`,
    (post) => `Handbook of the ${post.toLowerCase()}`,
  ),
  handbookTitle: said(
    (title: string, handbook: string) => `${handbook}（${title}）`,
    (title, handbook) => `${handbook} (${title})`,
  ),
  rulesOfPostHead: said<readonly [string, string, string]>(
    ['流程节点', '红线规则', '其他规则（名称见目录）'],
    ['Step', 'Red lines', 'Other rules (by name in the contents)'],
  ),
  dossierLine: {
    zh: '卷宗编号：＿＿＿＿＿＿＿＿　客户：＿＿＿＿＿＿',
    en: 'File: ________________  Customer: ____________',
  },
  rulesByStep: { zh: '规则', en: 'Rules' },
  tasksHead: said<readonly [string, string, string]>(
    ['流程节点', '怎么办', '时限'],
    ['Step', 'What to do', 'Time limit'],
  ),

  approval: { zh: '审批页', en: 'Approval' },
  approvalHead: said<readonly string[]>(
    ['程序', '部门与岗位', '姓名', '日期'],
    ['Act', 'Department and post', 'Name', 'Date'],
  ),
  revisions: { zh: '修订记录', en: 'Revision record' },
  revisionsSay: {
    zh: '由规则、参数、判定表、计算口径和流程节点的生效日期自动汇总。业务按各条规则的判定日适用当时的版本，不因今天的规定变化而改判过去的业务。',
    en: 'Compiled from the dates of rules, parameters, tables, definitions and steps. A file is judged by the edition of each rule’s governing day: a change of today does not judge the past anew.',
  },
  coming: { zh: '待生效的变更', en: 'Changes to come' },
  comingNone: {
    zh: '截至取数日，规则库中没有已经确定而尚未生效的变更。',
    en: 'On this day the rulebook holds no change that is settled and not yet in force.',
  },
  recent: { zh: '近两年的变更', en: 'Changes of the last two years' },
  /** Around the link to the whole history. */
  recentSays: {
    before: { zh: '更早的变更见', en: 'Earlier ones are in ' },
    after: { zh: '。', en: '.' },
  },
  changeHead: said<readonly [string, string, string]>(
    ['日期', '类别', '内容'],
    ['Day', 'Sort', 'What changed'],
  ),
  changeSorts: {
    'rule-begins': { zh: '规则施行', en: 'Rules begin' },
    'rule-revised': { zh: '规则修订', en: 'Rules revised' },
    'rule-ends': { zh: '规则停用', en: 'Rules end' },
    parameter: { zh: '参数', en: 'Parameters' },
    table: { zh: '判定表', en: 'Tables' },
    codes: { zh: '代码表', en: 'Code sets' },
    definition: { zh: '计算口径', en: 'Definitions' },
    step: { zh: '流程节点', en: 'Steps' },
  },
  begins: { zh: '施行', en: 'begins' },
  revised: { zh: '修订', en: 'revised' },
  criterionRevised: { zh: '判定标准修订', en: 'criterion revised' },
  basisRevised: { zh: '依据更新，判定标准未变', en: 'new basis, same criterion' },
  lastDay: { zh: '施行至当日止', en: 'last day' },

  use: { zh: '使用说明', en: 'How to use this manual' },
  useSays: said<readonly string[]>(
    [
      '正文按办理顺序编排：先环节，再流程节点，每个节点先写目的、岗位、所需资料、时限和门控，再逐条列出规则。章节号是位置，会随增删变动；规则编号（如 `RSK-007`）永久不变，引用、整改和问责一律用规则编号。',
      '每条规则的判定标准由系统实际执行的表达式直接写成，少数由规则自行写明，手册与系统不会各说各话。由人判断的部分，另行写明。括号内的数值是取数日当日有效的限额。',
      '恰好等于限额的按文字执行：“不低于”“不超过”含等于。金额精确到货币的最小单位，比例不作四舍五入。',
      '资料缺失不等于合规，也不等于不适用：系统给出“资料不足，待核实”，并列明缺少的字段。',
      '示例来自规则附带的校验案例，由系统实际运行得出结论。',
    ],
    [
      'The text follows the order of work: stage by stage, step by step. Each step gives its purpose, posts, papers, time limit and gate, and then its rules one by one. Chapter numbers are positions and move; a rule’s id (such as `RSK-007`) never changes, and is what findings, remedies and accountability refer to.',
      'The criterion of a rule is printed from the very expression that the checker runs, and of a few in the rule’s own words for it, so that manual and system say the same thing. What a person judges is said besides. A value in brackets behind a limit is the one in force on the day of this manual.',
      '“At least” and “at most” include the limit itself. Amounts are exact to the smallest unit of the currency, and ratios are not rounded.',
      'A missing value is neither in order nor out of scope: the outcome is “cannot tell”, and the missing fields are named.',
      'Examples are the cases written beside each rule, with the outcome of actually running them.',
    ],
  ),
  marks: { zh: '标识', en: 'Marks' },
  marksHead: said<readonly [string, string]>(['标识', '含义'], ['Mark', 'Meaning']),
  kindsSay: {
    regulation: {
      zh: '法律、法规和监管文件的要求，任何人不得批准例外。',
      en: 'Required by law or a regulator. Nobody may approve an exception.',
    },
    bank: neutral.ownRuleSays,
    service: neutral.serviceSays,
  },
  forcesSay: {
    must: {
      zh: '必须做到；不符合即为检查发现问题。',
      en: 'Must be met; otherwise it is a finding.',
    },
    'must-not': {
      zh: '禁止的行为；做了即为检查发现问题。',
      en: 'Forbidden; having done it is a finding.',
    },
    should: {
      zh: '应当关注；不符合时提示，不影响整笔业务的结论。',
      en: 'Deserves attention; it is reported but does not decide the verdict of the file.',
    },
    may: { zh: '供参考，不作判定。', en: 'For information; nothing is judged by it.' },
  },
  branch: neutral.addition,
  /** The rulebook that something was added by, and the rule that it adds to. */
  branchSays: said(
    (addition: string, rulebook: string, adds: string | undefined) =>
      `${addition}：${rulebook}${adds === undefined ? '' : `，补充${adds}`}`,
    (addition, rulebook, adds) =>
      `${addition}: ${rulebook}${adds === undefined ? '' : `, adds to ${adds}`}`,
  ),
  redLineSays: {
    zh: '不得例外。正文先写不符合的后果，再写怎么做。',
    en: 'No exception. The text gives the consequence first and then what to do.',
  },
  unverifiedSays: {
    zh: '依据的原文尚未核对。系统照常提示，但在核对原文之前不得据以追究责任。',
    en: 'The original has not been checked. The rule still reports, but nobody is held accountable on it until it has been.',
  },
  outcomes: { zh: '核查结果', en: 'Outcomes' },
  outcomesHead: said<readonly [string, string]>(['结果', '何时给出'], ['Outcome', 'When']),

  glance: { zh: '流程总览', en: 'The process at a glance' },

  purpose: { zh: '目的', en: 'Purpose' },
  posts: { zh: '办理岗位', en: 'Posts' },
  takes: { zh: '所需资料', en: 'What you need' },
  gives: { zh: '完成标志', en: 'What it leaves behind' },
  tasks: { zh: '怎么办', en: 'What to do' },
  talk: { zh: '话术', en: 'What to say' },
  talkHead: said<readonly string[]>(
    ['情形', '这样说', '不能说', '依据的规则'],
    ['When', 'Say', 'Never say', 'Rules'],
  ),
  joined: { zh: '流程与归属', en: 'The process and whose each step is' },
  joinedHead: said(
    (phases: string) => ['流程节点', ...(phases === '' ? [] : [phases]), '出自', '岗位'],
    (phases) => ['Step', ...(phases === '' ? [] : [phases]), 'From', 'Posts'],
  ),
  returns: { zh: '退回', en: 'Sent back' },
  returnSays: said(
    (to: string) => `退回“${to}”`,
    (to) => `to “${to}”`,
  ),
  doneByRecord: said(
    (record: string) => `按${record}`,
    (record) => `the ${record.toLowerCase()}`,
  ),
  timesOfRules: { zh: '规则规定的时限', en: 'Times that its rules set' },
  startsAfter: { zh: '开始条件', en: 'Begins when' },
  /** Around the steps before. */
  startsWhen: {
    before: { zh: '', en: '' },
    behind: { zh: '已办结', en: ' done' },
  },
  startsAtOnce: { zh: '无前置节点，可随时开始', en: 'no step has to come before' },
  completedBy: { zh: '办结标准', en: 'Done when' },
  /** Around its events. */
  completedWhen: {
    before: { zh: '已登记', en: '' },
    behind: { zh: '', en: ' on record' },
  },
  quoted: said(
    (title: string) => `“${title}”`,
    (title) => `“${title}”`,
  ),
  completedByPapers: { zh: '“完成标志”所列各项齐备', en: 'all that it leaves behind is there' },
  appliesWhen: { zh: '适用情形', en: 'Applies when' },
  /** A cell that any value matches. */
  whichever: { zh: '不限', en: 'any' },
  timeLimit: { zh: '时限', en: 'Time limit' },
  /** Times that are no limits on how long the step may take. */
  otherTimes: { zh: '其他期限', en: 'Other periods' },
  runsFrom: said(
    (day: string) => `自${day}起`,
    (day) => `from ${day}`,
  ),
  noTimeLimit: { zh: '本节点未定时限', en: 'None' },
  within: said(
    (days: number, from: string) => `自“${from}”完成次日起${days}个工作日内`,
    (days, from) =>
      `${days} working ${days === 1 ? 'day' : 'days'} after “${from}” is complete, that day not counted`,
  ),
  limitOf: { zh: '作为节点的时限', en: 'Limit of the step' },
  documents: { zh: '应归档资料', en: 'Documents on file' },
  gate: { zh: '门控', en: 'Gate' },
  /** Around the rules of a gate. */
  gateSays: {
    before: { zh: '', en: 'no later step while ' },
    after: { zh: ' 不合规或者待核实的，不得办理后续节点', en: ' fails or cannot be told' },
  },
  nature: { zh: '性质', en: 'Nature' },
  basis: { zh: '依据', en: 'Basis' },
  inForceSince: { zh: '现行版本', en: 'In force' },
  stepEditions: { zh: '历次版本', en: 'Editions' },
  rulesInOrder: { zh: '规则', en: 'Rules' },
  rulesOfStep: { zh: '本节点规则', en: 'Rules of this step' },
  noRules: {
    zh: '本节点没有另外的规则；时限、顺序、岗位和资料由系统按上表核查。',
    en: 'This step has no rules besides; order, time, posts and documents are checked as above.',
  },
  checklist: { zh: '自查清单', en: 'Checklist' },
  checklistSays: {
    zh: '办结前逐项核对，符合的在“□”内打“√”；不适用的写“不适用”。',
    en: 'Go through it before closing the step: tick what is in order, write “n/a” where it does not apply.',
  },
  checklistHead: said<readonly [string, string, string, string]>(
    ['核对', '事项', '限额', '凭证'],
    ['Tick', 'Item', 'Limit', 'Evidence'],
  ),
  signature: {
    zh: '办理人签字：＿＿＿＿＿＿　日期：＿＿＿＿＿＿　　复核人签字：＿＿＿＿＿＿　日期：＿＿＿＿＿＿',
    en: 'Handled by: ____________  Date: ________    Checked by: ____________  Date: ________',
  },
  endOfStep: { zh: '本节点结束', en: 'End of step' },
  nextStep: said(
    (title: string) => `下一节点：${title}`,
    (title) => `next: ${title}`,
  ),
  lastStep: { zh: '流程到此结束', en: 'the process ends here' },

  alwaysInForce: { zh: '一直施行', en: 'always in force' },
  states: {
    'in-force': said(
      (from: string, until: string | undefined) =>
        until === undefined ? `现行，自${from}起施行` : `现行，${from}至${until}`,
      (from, until) =>
        until === undefined ? `in force since ${from}` : `in force from ${from} to ${until}`,
    ),
    coming: said(
      (from: string) => `尚未施行，自${from}起施行`,
      (from) => `not yet in force; begins on ${from}`,
    ),
    past: said(
      (from: string, until: string | undefined) =>
        `已停止施行，施行期为${from}至${until ?? ''}，仅用于核查当时的业务`,
      (from, until) =>
        `no longer in force (${from} to ${until ?? ''}); for files of that time only`,
    ),
  },
  checks: {
    data: { zh: '系统核查', en: 'checked by data' },
    manual: { zh: '人工核查', en: 'checked by hand' },
    both: { zh: '系统与人工核查', en: 'checked by data and by hand' },
  },
  post: { zh: '岗位', en: 'Posts' },
  consequence: { zh: '先看后果', en: 'First the consequence' },
  products: { zh: '适用产品', en: 'Products' },
  allProducts: { zh: '各项产品', en: 'all' },
  each: { zh: '判定对象', en: 'Judges' },
  eachSays: said(
    (list: string) => `“${list}”逐项判定`,
    (list) => `each of “${list}” by itself`,
  ),
  /** Of records that their schema has a word for. */
  oneByOne: said(
    (one: string) => `每${one}分别判定`,
    (one) => `each ${one} by itself`,
  ),
  groupSays: said(
    (key: string, file: string) => `“${key}”相同的${file || '卷宗'}一并判定`,
    (key) => `files with the same “${key}” together`,
  ),
  when: { zh: '适用情形', en: 'Applies when' },
  appliesTo: { zh: '适用', en: 'Applies to' },
  everyRecord: said(
    (subject: string) => `全部${subject}`,
    (subject) => `every ${subject.toLowerCase()}`,
  ),
  everyFile: said(
    (subject: string) => `全部${subject}，不分渠道和情形`,
    (subject) => `every ${subject.toLowerCase()}, whatever its channel`,
  ),
  criterion: { zh: '判定标准', en: 'Criterion' },
  manualCriterion: {
    zh: '由检查人员按操作要点和尽职标准判断，结果记入人工核查表。',
    en: 'Judged by the inspector by the actions and the standard of this rule, and entered in the check-list.',
  },
  alsoByHand: {
    zh: '此外，由检查人员按操作要点和尽职标准判断系统看不到的部分，结果记入人工核查表；两者以较差的为准。',
    en: 'Besides, the inspector judges by the actions and the standard of this rule what the data cannot show, and enters it in the check-list; the worse of the two counts.',
  },
  judgedBesides: { zh: '另由检查人员判断', en: 'A person judges besides' },
  worseCounts: {
    zh: '判断结果记入人工核查表；与系统判定不一致的，以较差的为准。',
    en: 'The answer is entered in the check-list; where it differs from what the data say, the worse of the two counts.',
  },
  absenceFails: { zh: '无记录视同未做。', en: 'No record counts as not done.' },
  governingDay: { zh: '判定日', en: 'Governing day' },
  governingDaySays: said(
    (day: string) => `按“${day}”当日的规定判定`,
    (day) => `the rules as they stood on ${day}`,
  ),
  expression: { zh: '表达式', en: 'Expression' },
  where: { zh: '其中', en: 'Where' },
  /** What a name in a sentence stands for. */
  means: said(
    (name: string, says: string) => `${name}，指${says}`,
    (name, says) => `“${name}” means ${says}`,
  ),
  arguments: { zh: '参数', en: 'Arguments' },
  elementOf: said(
    (list: string) => `${list}的一项`,
    (list) => `an element of ${list}`,
  ),
  limitValues: { zh: '限额', en: 'Limits' },
  limits: { zh: '所用口径与限额', en: 'Definitions and limits it reads' },
  limitsHead: said<readonly [string, string, string]>(
    ['名称', '内容', '有效期'],
    ['Name', 'Content', 'In force'],
  ),
  seeTable: { zh: '查判定表', en: 'see the table' },
  seeCodes: { zh: '查代码表', en: 'see the code set' },
  notInForce: { zh: '取数日无有效版本', en: 'nothing in force on this day' },
  fields: { zh: '取数字段', en: 'Fields read' },
  evidence: { zh: '留存资料', en: 'Evidence to keep' },
  waiver: { zh: '例外', en: 'Exceptions' },
  waiverBy: said(
    (post: string) => `由${post}事前批准`,
    (post) => `approved beforehand by ${post}`,
  ),
  noWaiver: { zh: '不得例外', en: 'none' },
  remedy: { zh: '整改要求', en: 'Remedy' },
  how: { zh: '操作要点', en: 'Actions' },
  standard: { zh: '尽职标准', en: 'Standard of diligence' },
  risk: { zh: '风险提示', en: 'Risk' },
  riskHead: said<readonly [string, string, string, string, string]>(
    ['风险点', '类型', '级别', '控制措施', '控制岗'],
    ['Risk point', 'Type', 'Level', 'Control', 'Control post'],
  ),
  riskLevels: {
    high: { zh: '高', en: 'high' },
    medium: { zh: '中', en: 'medium' },
    low: { zh: '低', en: 'low' },
  },
  mistakes: { zh: '常见差错', en: 'Common mistakes' },
  penalties: { zh: '处罚依据', en: 'Penalty basis' },
  /** Before the rules whose breach a clause punishes. */
  punishes: { zh: '违反下列规则的，依此处罚', en: 'punishes breaches of' },
  why: { zh: '制定理由', en: 'Why' },
  history: { zh: '沿革', en: 'Editions' },
  historyHead: said<readonly [string, string, string]>(
    ['施行期', '判定标准', '依据与说明'],
    ['In force', 'Criterion', 'Basis and notes'],
  ),
  unchanged: { zh: '判定标准未变', en: 'same criterion' },
  titleBecomes: said(
    (title: string) => `名称改为“${title}”`,
    (title) => `now called “${title}”`,
  ),
  whenBecomes: said(
    (when: string) => `适用情形改为：${when}`,
    (when) => `now applies when: ${when}`,
  ),
  criterionBecomes: said(
    (criterion: string) => `判定标准改为：${criterion}`,
    (criterion) => `criterion now: ${criterion}`,
  ),
  comingHere: { zh: '即将变更', en: 'Changes to come' },
  fromDay: said(
    (day: string) => `自${day}起，`,
    (day) => `from ${day}: `,
  ),
  becomes: said(
    (value: string) => `改为${value}`,
    (value) => ` becomes ${value}`,
  ),
  becomesAnother: { zh: '按新的一版', en: ' has a new edition' },
  appliedWhen: said(
    (when: string) => `适用情形：${when}`,
    (when) => `Applies when: ${when}`,
  ),
  limitHistory: { zh: '参数沿革', en: 'Parameters over time' },
  limitHistoryHead: said<readonly [string, string, string, string]>(
    ['参数', '取值', '有效期', '依据'],
    ['Parameter', 'Value', 'In force', 'Basis'],
  ),
  examples: { zh: '示例', en: 'Examples' },
  examplesHead: said<readonly [string, string, string]>(
    ['结果', '情形', '事实与结论'],
    ['Outcome', 'Case', 'Facts and finding'],
  ),
  missing: said(
    (fields: string) => `缺少：${fields}`,
    (fields) => `missing: ${fields}`,
  ),
  toldByHand: { zh: '由检查人员判断', en: 'Told by the inspector' },
  notFor: said(
    (facts: string) => `不属于适用情形（${facts}）`,
    (facts) => `not a case that it is for (${facts})`,
  ),
  stop: { zh: '。', en: '. ' },
  /** Between two sentences that have their stops. */
  behindStop: { zh: '', en: ' ' },
  source: { zh: '规则文件', en: 'Rule file' },
  particulars: { zh: '留痕与例外', en: 'Records and exceptions' },
  editionNote: { zh: '本版说明', en: 'On this edition' },

  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  name: { zh: '名称', en: 'Name' },
  id: { zh: '编号', en: 'Id' },
  value: { zh: '取值', en: 'Value' },
  periodHead: { zh: '有效期', en: 'In force' },
  noteHead: { zh: '说明', en: 'Notes' },
  rules: { zh: '规则', en: 'Rules' },
  steps: { zh: '流程节点', en: 'Steps' },
  duties: { zh: '职责', en: 'Duties' },
  authority: { zh: '权限', en: 'Authority' },
  usedBy: { zh: '使用的规则', en: 'Read by' },

  tables: { zh: '判定表', en: 'Decision tables' },
  tablesSay: {
    zh: '自上而下查各行，每一列都符合的即为命中；“—”作条件时表示不限，作结果时表示规定未给出数值，系统不作判定。',
    en: 'Read the rows from the top: a row counts when every condition holds. A dash as a condition means any; a dash as an outcome means that the source gives no value, and nothing is judged.',
  },
  hits: {
    unique: { zh: '唯一命中：至多一行符合。', en: 'At most one row matches.' },
    first: { zh: '首行命中：以最先符合的一行为准。', en: 'The first row that matches counts.' },
  },
  number: { zh: '序号', en: 'No.' },
  editionNow: said(
    (period: string) => `现行版本（${period}）`,
    (period) => `In force (${period})`,
  ),
  editionThen: said(
    (period: string) => `其他版本（${period}）`,
    (period) => `Another edition (${period})`,
  ),
  terms: { zh: '术语', en: 'Terms' },
  termsSay: {
    zh: '本手册一事一词：同一事物各处只用下列术语，条款原文和文书名称照录的除外。',
    en: 'One thing has one name in this manual, save where a regulation or the title of a paper is quoted.',
  },
  notWritten: { zh: '不写作', en: 'Do not write' },
  models: { zh: '评分模型', en: 'Scoring models' },
  modelsSay: {
    zh: '得分为基础分与各特征得分之和，由系统逐份卷宗计算；缺少任何一项资料的不出分数。每个特征按所在的一档计分，扣分的写明理由。',
    en: 'A score is the base and the points of each characteristic, and the system computes it from each file; where anything is missing there is no score. A characteristic has the points of its band, and bands that cost points say why.',
  },
  modelOwner: { zh: '负责部门', en: 'Owner' },
  modelPurpose: { zh: '用途', en: 'Purpose' },
  modelLeavesOut: { zh: '不使用的特征', en: 'Left out' },
  modelOutcome: { zh: '坏样本', en: 'Bad' },
  modelDeveloped: { zh: '开发样本', en: 'Developed on' },
  modelValidated: { zh: '验证日', en: 'Validated' },
  modelValid: { zh: '验证有效期至', en: 'Valid until' },
  modelBase: { zh: '基础分', en: 'Base' },
  modelGrades: { zh: '等级', en: 'Grades' },
  modelGrade: { zh: '等级', en: 'Grade' },
  modelScore: { zh: '分数', en: 'Score' },
  modelMeans: { zh: '含义', en: 'Meaning' },
  modelBetween: said(
    (from: string, below: string) =>
      from === '' ? `低于${below}` : below === '' ? `${from}以上` : `${from}以上，低于${below}`,
    (from, below) =>
      from === ''
        ? `below ${below}`
        : below === ''
          ? `${from} or more`
          : `${from} or more, below ${below}`,
  ),
  codeSets: { zh: '代码表', en: 'Code sets' },
  codeSetsSay: {
    zh: '代码表存于规则库的 CSV 文件，这里只列各版文件的前几行。',
    en: 'The codes are in CSV files of the rulebook; here are the first rows of each.',
  },
  codeCount: said(
    (codes: number, shown: number) =>
      codes > shown ? `共${codes}个代码，列出前${shown}个` : `共${codes}个代码`,
    (codes, shown) =>
      codes > shown ? `${codes} codes, the first ${shown} of them` : counted(codes, 'code'),
  ),
  definitions: { zh: '计算口径', en: 'Definitions' },
  definitionsSay: {
    zh: '同一口径全行只此一处，规则引用口径的名称，不自行重写公式。',
    en: 'A formula is written once; rules refer to it by name.',
  },
  formula: { zh: '公式', en: 'Formula' },
  parameters: { zh: '参数', en: 'Parameters' },
  parametersSay: {
    zh: '限额、期限和系数的历次取值，最新的在前。规则按判定日取当时的值。',
    en: 'Limits, periods and factors over time, the latest first. A rule reads the value of its governing day.',
  },
  limitsInForce: { zh: '现行限额', en: 'Limits in force' },
  limitsInForceSay: said(
    (day: string) => `限额、期限和系数在${day}的取值。`,
    (day) => `Limits, periods and factors as they stood on ${day}.`,
  ),
  meaning: { zh: '含义', en: 'Meaning' },
  now: { zh: '现行', en: 'now' },
  stricter: {
    higher: neutral.onlyHigher,
    lower: neutral.onlyLower,
  },
  postsAppendix: { zh: '岗位手册与不相容岗位', en: 'Posts and incompatible pairs' },
  incompatible: { zh: '不相容岗位', en: 'Incompatible posts' },
  incompatibleSays: {
    zh: '同一笔业务上，一人不得兼任下列成对的岗位。',
    en: 'On one file nobody holds both posts of a pair.',
  },
  incompatibleHead: said<readonly [string, string, string]>(
    ['岗位', '理由', '依据'],
    ['Posts', 'Why', 'Basis'],
  ),
  documentsAppendix: { zh: '资料目录', en: 'Documents' },
  documentsHead: said<readonly [string, string, string, string]>(
    ['资料', '要求', '归档节点', '作为证据的规则'],
    ['Document', 'What it must show', 'Filed at', 'Evidence for'],
  ),
  clauses: { zh: '依据索引', en: 'Index of clauses' },
  clausesSay: {
    zh: '逐条列出规则库收录的条款，以及由它形成的规则。监管条款为转述，不是原文。没有规则的条款尚未转为规则。',
    en: 'Every clause on record and the rules made from it. Regulations are restated, not quoted. A clause without rules has not been turned into any.',
  },
  figures: said(
    (figures: string) => `条款自身的数值：${figures}。`,
    (figures) => `Figures of the clause itself: ${figures}.`,
  ),
  clausesHead: said<readonly [string, string, string, string]>(
    ['条款', '内容（转述）', '核对情况', '规则'],
    ['Clause', 'Content, restated', 'Checked', 'Rules'],
  ),
  /** At what the institution decided itself, where only a clause's number is printed. */
  ownNumber: { zh: '自定', en: 'own' },
  noRuleYet: { zh: '未转为规则', en: 'no rule yet' },
  sourceKinds: {
    regulation: { zh: '监管规定', en: 'Regulation' },
    bank: neutral.ownSource,
  },
  reviewedOn: said(
    (day: string) => `复核于${day}`,
    (day) => `reviewed on ${day}`,
  ),
  read: said(
    (text: string, { where, on }: { readonly where: string; readonly on: string }) =>
      `所读${text}：${where}，${on}`,
    (text, { where, on }) => `${text} read: ${where}, ${on}`,
  ),
  textsRead: {
    original: { zh: '原文', en: 'original' },
    copy: { zh: '全文转载', en: 'whole copy' },
    translation: { zh: '译文', en: 'translation' },
    report: { zh: '转述', en: 'report' },
  } satisfies Readonly<Record<TextRead['text'], Said<string>>>,
  ruleIndex: { zh: '规则索引', en: 'Index of rules' },
  ruleIndexHead: said<readonly [string, string, string, string, string]>(
    ['编号', '名称', '性质', '节点', '状态'],
    ['Id', 'Title', 'Nature', 'Step', 'State'],
  ),
  unissued: { zh: '未签发与已废止的规则', en: 'Rules not issued or repealed' },
  unissuedStatuses: {
    draft: { zh: '征求意见，不作判定', en: 'draft; judges nobody' },
    repealed: { zh: '已废止，编号不再使用', en: 'repealed; the id is not used again' },
  },
  historyAppendix: { zh: '变更沿革', en: 'Changes over time' },
  historySays: {
    zh: '自最早的版本起，按日期倒序。',
    en: 'From the first edition on, the latest first.',
  },
};

/** The manual's own words. Some have Markdown in them, none has HTML. */
export type Labels = In<typeof table>;

export const labelsIn = spoken(table);
