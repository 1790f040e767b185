import { said } from '../base/language.ts';
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
  belowScore: said(
    (minimum: string) => `察觉的比例低于 --fail-under ${minimum}`,
    (minimum) => `the share noticed is below --fail-under ${minimum}`,
  ),
};
