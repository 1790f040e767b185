import { said } from '../base/language.ts';
import type { Touch } from '../program/touched.ts';
import type { MutantKind } from '../mutation/variants.ts';
import { counted } from './counted.ts';

/** What `test` says of what a change touches, of mutants, and of cases that it suggests. */
export const mutationWords = {
  /** How many mutants there were, and what became of them. */
  mutants: said(
    (
      {
        noticed,
        survived,
        equivalent,
        refused,
      }: {
        readonly noticed: number;
        readonly survived: number;
        readonly equivalent: number;
        readonly refused: number;
      },
      score: string,
    ) =>
      `改动 ${noticed + survived} 处，校验示例察觉 ${noticed} 处（${score}），未察觉 ${survived} 处；另有 ${equivalent} 处经证明不改变任何结果，${refused} 处 lint 不会放行`,
    ({ noticed, survived, equivalent, refused }, score) =>
      `${counted(noticed + survived, 'mutant')}: cases notice ${noticed} (${score}), ${survived} ${survived === 1 ? 'survives' : 'survive'}; besides, ${equivalent} proved to change nothing, ${refused} that lint would refuse`,
  ),
  mutantKind: said(
    (kind: MutantKind) =>
      ({
        operator: '运算符',
        limit: '限值',
        date: '日期',
        unit: '单位',
        cell: '表格',
        presence: '有无',
      })[kind],
    (kind) => kind,
  ),
  mutantsOfKind: said(
    (kind: string, noticed: number, all: number) => `${kind}：${all} 处中察觉 ${noticed} 处`,
    (kind, noticed, all) => `${kind}: ${noticed} of ${all} noticed`,
  ),
  /** Why a change concerns a rule. */
  touches: said(
    ({ kind, name }: Touch) =>
      ({
        own: `改动了 ${name}`,
        reads: `用到 ${name}`,
        field: `用到字段 ${name}`,
        calendar: `按日历 ${name} 计工作日`,
        names: `提到 ${name}`,
        step: `所在环节 ${name}`,
        base: `示例以 ${name} 为底稿`,
        rulebook: `改动了 ${name}`,
      })[kind],
    ({ kind, name }) =>
      ({
        own: `${name} changed`,
        reads: `reads ${name}`,
        field: `reads the field ${name}`,
        calendar: `counts working days by ${name}`,
        names: `names ${name}`,
        step: `belongs to ${name}`,
        base: `its cases start from ${name}`,
        rulebook: `${name} changed`,
      })[kind],
  ),
  /** How many rules a change concerns, and how many not. */
  touchedRules: said(
    (rules: number, others: number) => `改动涉及 ${rules} 条规则，其余 ${others} 条没有运行`,
    (rules, others) =>
      `the change concerns ${counted(rules, 'rule')}; ${others} ${others === 1 ? 'was' : 'were'} left out`,
  ),
  touchesNothing: said(
    (file: string) => `没有规则用到 ${file}`,
    (file) => `no rule hangs on ${file}`,
  ),
  belowScore: said(
    (minimum: string) => `察觉的比例低于 --fail-under ${minimum}`,
    (minimum) => `the share noticed is below --fail-under ${minimum}`,
  ),
};
