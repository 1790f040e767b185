import { type In, said } from '../base/language.ts';
import { counted } from './counted.ts';

/** The words of the front of a manual, and of its pictures. */
export const front = {
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
