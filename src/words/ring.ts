import { said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

type State = 'open' | 'late' | 'done' | 'blocked' | 'cannot-tell';

/** What is said of occasions, rounds, and where files stand. */
export const ringWords = spoken({
  title: said(
    (today: string) => `客户维护与再开发（${today}）`,
    (today) => `Care and redevelopment of customers (${today})`,
  ),
  totals: said(
    (files: number, customers: number, rounds: number, closed: number) =>
      `卷宗 ${files} 份，客户 ${customers} 名，共 ${rounds} 轮，其中由再开发而来 ${closed} 轮`,
    (files, customers, rounds, closed) =>
      `${counted(files, 'file')} of ${counted(customers, 'customer')}, ${counted(rounds, 'round')}, ${closed} of which came of redevelopment`,
  ),
  tasks: { zh: '再开发任务', en: 'Tasks' },
  taskTotals: said(
    (count: Readonly<Record<State, number>>) =>
      `待联系 ${count.open} 项，逾期 ${count.late} 项，已答复 ${count.done} 项，不得开立 ${count.blocked} 项，无法判定 ${count['cannot-tell']} 项`,
    (count) =>
      `${count.open} open, ${count.late} late, ${count.done} done, ${count.blocked} blocked, ${count['cannot-tell']} cannot be told`,
  ),
  state: said<Readonly<Record<State, string>>>(
    {
      open: '待联系',
      late: '逾期',
      done: '已答复',
      blocked: '不得开立',
      'cannot-tell': '无法判定',
    },
    {
      open: 'open',
      late: 'late',
      done: 'done',
      blocked: 'blocked',
      'cannot-tell': 'cannot tell',
    },
  ),
  noOccasions: { zh: '规则库没有再开发事由（occasions/）', en: 'The rulebook has no occasions' },
  noRounds: { zh: '没有轮次', en: 'No round' },
  noTasks: { zh: '没有任务', en: 'No task' },
  columns: {
    state: { zh: '状态', en: 'State' },
    due: { zh: '到期日', en: 'Due' },
    occasion: { zh: '事由', en: 'Occasion' },
    post: { zh: '岗位', en: 'Post' },
    officer: { zh: '经办人', en: 'Officer' },
    customer: { zh: '客户', en: 'Customer' },
    file: { zh: '卷宗', en: 'File' },
    why: { zh: '原因', en: 'Why' },
    round: { zh: '轮次', en: 'Round' },
    began: { zh: '起始日', en: 'Began' },
    from: { zh: '由来', en: 'Came from' },
    stands: { zh: '所在', en: 'Stands at' },
    event: { zh: '最近事件', en: 'Latest event' },
    been: { zh: '经过节点', en: 'Steps with an event' },
    note: { zh: '说明', en: 'Note' },
  },
  lacks: said(
    (fields: string) => `缺 ${fields}`,
    (fields) => `lacks ${fields}`,
  ),
  element: said(
    (key: string) => `第 ${key} 项`,
    (key) => `item ${key}`,
  ),
  rounds: { zh: '客户轮次', en: 'Rounds by customer' },
  roundsTotals: said(
    (rounds: number, closed: number, many: number) =>
      `共 ${rounds} 轮；走过两轮以上的客户 ${many} 名；由再开发引出的线索而来的 ${closed} 轮。一份卷宗为一轮，时间重叠的各算一轮`,
    (rounds, closed, many) =>
      `${counted(rounds, 'round')}; ${counted(many, 'customer')} with two or more; ${closed} came of a lead from an earlier round. Each file is a round, also where files overlap`,
  ),
  cameFrom: said(
    (file: string, lead: string) => `由 ${file} 的线索 ${lead} 而来`,
    (file, lead) => `from lead ${lead} of ${file}`,
  ),
  cameByItself: { zh: '非由所给卷宗引出', en: 'from no file given' },
  problem: said<Readonly<Record<'lead-twice' | 'before-its-cause', string>>>(
    {
      'lead-twice': '两份卷宗用同一线索编号，须核对',
      'before-its-cause': '早于引出线索的卷宗，须核对',
    },
    {
      'lead-twice': 'two files claim this lead: to be checked',
      'before-its-cause': 'began before the file its lead came from: to be checked',
    },
  ),
  openLead: said(
    (lead: string) => `线索 ${lead} 尚无卷宗（限所给文件）`,
    (lead) => `lead ${lead} has no file among those given`,
  ),
  untoldOrder: { zh: '先后无法判定', en: 'order cannot be told' },
  unplaced: said(
    (count: number) => `另有 ${count} 份卷宗不知是哪名客户，未计入轮次`,
    (count) => `${counted(count, 'file')} of which nobody can tell the customer: in no round`,
  ),
  standings: { zh: '卷宗所在', en: 'Where files stand' },
  standingsNote: {
    zh: '按最近一次流程事件标示，只供查看，不作为判定依据',
    en: 'By the latest event, to look at; nothing is judged by it',
  },
  filesHere: said(
    (count: number) => `${count} 份卷宗`,
    (count) => counted(count, 'file'),
  ),
  here: { zh: '所在', en: 'here' },
  been: { zh: '已经过', en: 'been' },
  noEvents: { zh: '没有流程事件', en: 'no events' },
  untimed: { zh: '有事件没有时间，所在无法确定', en: 'an event has no time: not certain' },
  sentBack: { zh: '退回至此', en: 'sent back here' },
  outOfOrder: said(
    (events: string) => `事件未按时间登记：${events}`,
    (events) => `events not in order of time: ${events}`,
  ),
  ringOf: said(
    (file: string) => `${file} 在环形流程中的位置`,
    (file) => `${file} on the ring`,
  ),
  ringOfAll: { zh: '卷宗在环形流程中的分布', en: 'Files on the ring' },
});
