import { type In, said } from '../base/language.ts';
import { counted } from './counted.ts';

/** The words of the front of a manual, and of its pictures. */
export const front = {
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
