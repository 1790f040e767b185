import { type In, said } from '../base/language.ts';
import { counted } from './counted.ts';

/** The words of the front of a manual, and of its pictures. */
export const front = {
  toFillIn: { zh: '由采用本手册的机构填写', en: 'for the institution that adopts it to fill in' },
  bookNumber: { zh: '文件编号', en: 'Number' },
  effective: { zh: '施行日期', en: 'In force from' },
  owner: { zh: '归口部门', en: 'Owner' },
  secrecy: { zh: '密级', en: 'Secrecy' },
  acts: {
    prepare: { zh: '编制', en: 'Prepared' },
    review: { zh: '审核', en: 'Reviewed' },
    countersign: { zh: '会签', en: 'Countersigned' },
    approve: { zh: '批准', en: 'Approved' },
  },
  fullStop: { zh: '。', en: '.' },
  sinceLast: said(
    (version: string, day: string) => `与上次发布相比（${version}版，取数日${day}）`,
    (version, day) => `Since the last issue (${version}, as of ${day})`,
  ),
  sinceLastNone: {
    zh: '与上次发布相比，规则、限额和流程节点都没有改动。',
    en: 'No rule, limit or step is other than in the last issue.',
  },
  sinceLastHead: said<readonly [string, string]>(['类别', '内容'], ['Sort', 'What changed']),
  sinceSorts: {
    begun: { zh: '新增', en: 'New' },
    ended: { zh: '停用或者撤下', en: 'Ended or withdrawn' },
    limits: { zh: '限额调整', en: 'Limits' },
    changed: { zh: '改动', en: 'Changed' },
    steps: { zh: '流程节点', en: 'Steps' },
    cited: { zh: '依据更新', en: 'New basis' },
  },
  ruleParts: {
    title: { zh: '名称', en: 'title' },
    criterion: { zh: '判定标准', en: 'criterion' },
    scope: { zh: '适用范围', en: 'scope' },
    duties: { zh: '办理要求与说明', en: 'what to do' },
    nature: { zh: '性质与级别', en: 'kind and level' },
  },
  editedInPlace: { zh: '版本未变，就地修改', en: 'the same edition, edited in place' },
  wasIs: said(
    (before: string, after: string) => `${before} → ${after}`,
    (before, after) => `${before} → ${after}`,
  ),
  rulesTouched: said(
    (rules: number) => `涉及${rules}条规则`,
    (rules) => `read by ${counted(rules, 'rule')}`,
  ),
  summary: { zh: '文件概要', en: 'Summary' },
  scope: { zh: '适用范围', en: 'Scope' },
  mainRisks: { zh: '主要风险与红线', en: 'Main risks and red lines' },
  mainRisksHead: said<readonly [string, string, string]>(
    ['风险类型', '红线数', '分布'],
    ['Kind of risk', 'Red lines', 'Where'],
  ),
  principles: { zh: '办理原则与硬性限额', en: 'Principles and hard limits' },
  principlesSay: said(
    (day: string) => `限额为${day}有效的取值；各有适用条件的，以规则正文为准。`,
    (day) =>
      `Limits are those in force on ${day}; where they depend on conditions, the rules decide.`,
  ),
  principleLimits: { zh: '', en: ' ' },
  tiers: { zh: '审批权限', en: 'Tiers of authority' },
  /** Before the link to the table. */
  tiersSay: { zh: '历次版本和依据见', en: 'Editions and basis are in ' },
  dutiesOfPosts: { zh: '岗位职责与不相容岗位', en: 'Posts, duties and incompatible posts' },
  dutiesHead: said<readonly [string, string, string]>(
    ['岗位', '职责', '不相容岗位'],
    ['Post', 'Duties', 'Incompatible with'],
  ),
  /** Before the link to the pairs and their reasons. */
  whySays: { zh: '理由和依据见', en: ' Reasons and basis are in ' },
  changeCount: said(
    (sort: string, count: number) => `${sort}${count}项`,
    (sort, count) => `${sort}: ${count}`,
  ),
  citedAnew: said(
    (source: string, rules: number) => `依据改引${source}，${rules}条规则的判定标准不变`,
    (source, rules) =>
      `${source} is cited anew by ${counted(rules, 'rule')} with the same criterion`,
  ),
  ringTitle: { zh: '业务环节', en: 'The stages' },
  ringBox: said(
    (steps: number, rules: number) => `${steps}个节点，${rules}条规则`,
    (steps, rules) => `${counted(steps, 'step')}, ${counted(rules, 'rule')}`,
  ),
  /** Behind the last stage of a ring. */
  ringCloses: said(
    (stage: string) => `其后回到“${stage}”。`,
    (stage) => `After it the ring goes back to “${stage}”.`,
  ),
  /** Below a chart. */
  chartLegend: {
    zh: '粗框：节点；细框：一同办理的岗位，“任务”为该节点“怎么办”的序号；切角框：门控；实线：办理顺序；虚线：退回；编号即章节号',
    en: 'heavy box: a step; light box: a post that shares it, “tasks” by their numbers in “What to do”; cut corners: a gate; solid line: order; dashed: sent back; numbers are those of the sections',
  },
  dash: { zh: '——', en: ': ' },
  chartTitle: said(
    (stage: string, part: string) => `${stage}流程图${part === '' ? '' : `（${part}）`}`,
    (stage, part) => `Flow chart: ${stage}${part === '' ? '' : ` (${part})`}`,
  ),
  chartPart: said(
    (first: string, last: string) => `${first}至${last}`,
    (first, last) => `${first} to ${last}`,
  ),
  chartTasks: said(
    (numbers: readonly number[]) => `任务${numbers.join('、')}`,
    (numbers) => `${numbers.length === 1 ? 'task' : 'tasks'} ${numbers.join(', ')}`,
  ),
  chartShare: { zh: '参与办理', en: 'takes part' },
  chartDone: said(
    (events: readonly string[]) => `完成：${events.join('、')}`,
    (events) => `done: ${events.join(', ')}`,
  ),
  chartRecord: said(
    (record: string) => `按${record}`,
    (record) => `by the ${record.toLowerCase()}`,
  ),
  chartWithin: said(
    (days: number) => `时限：${days}个工作日`,
    (days) => `within ${counted(days, 'working day')}`,
  ),
  chartWhen: { zh: '适用时办理', en: 'where it applies' },
  chartFrom: said(
    (step: string) => `承接 ${step}`,
    (step) => `after ${step}`,
  ),
  chartOn: said(
    (steps: readonly string[]) => `转入 ${steps.join('、')}`,
    (steps) => `on to ${steps.join(', ')}`,
  ),
  chartBack: said(
    (step: string) => `退回 ${step}`,
    (step) => `back to ${step}`,
  ),
  chartGate: { zh: '门控', en: 'Gate' },
};

export type FrontLabels = In<typeof front>;
