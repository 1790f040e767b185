import { said } from '../base/language.ts';
import type { Touch } from '../program/touched.ts';
import type { Proof } from '../mutation/mutants.ts';
import type { Sides, Unnoticed } from '../mutation/reasons.ts';
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
  /** Why no case notices a mutant. */
  unnoticed: said(
    (why: Unnoticed) => {
      switch (why.kind) {
        case 'no-rule':
          return '用到它的规则没有示例，或没有规则用到';
        case 'unread':
          return '没有示例用到';
        case 'no-day':
          return `没有示例落在${why.day}`;
        case 'no-edition':
          return why.until === undefined
            ? `没有示例落在${why.from}及以后`
            : `没有示例落在${why.from}至${why.until}`;
        case 'no-row':
          return `没有示例用到第${why.row}行`;
        case 'unreached':
          return '没有示例判到这里';
        case 'untold':
          return '示例太大，没有逐处看完';
        case 'no-limit':
          return `没有示例恰好相等${nearest(why, ['（最近：', ' 对 ', '，', '）'])}`;
        case 'parts-agree':
          return '没有示例使其中一部分为真、另一部分为假';
        case 'elements-agree':
          return '没有示例里有的项符合、有的不符合';
        case 'same':
          return '有示例判到，结果相同';
        case 'bounded':
          return `经证明，各列表不超过${why.records}项的卷宗，判定都不变`;
      }
    },
    (why) => {
      switch (why.kind) {
        case 'no-rule':
          return 'no rule with cases reads it';
        case 'unread':
          return 'no case reads it';
        case 'no-day':
          return `no case falls on ${why.day}`;
        case 'no-edition':
          return why.until === undefined
            ? `no case falls on ${why.from} or later`
            : `no case falls between ${why.from} and ${why.until}`;
        case 'no-row':
          return `no case comes to row ${why.row}`;
        case 'unreached':
          return 'no case comes to it';
        case 'untold':
          return 'the cases are too large to be looked through';
        case 'no-limit':
          return `no case is exactly equal${nearest(why, [' (nearest: ', ' to ', ', ', ')'])}`;
        case 'parts-agree':
          return 'no case has one part true and another false';
        case 'elements-agree':
          return 'no case has an element that meets it and one that does not';
        case 'same':
          return 'cases come to it, and to the same';
        case 'bounded':
          return `proved of files whose lists have at most ${why.records} records: none would notice`;
      }
    },
  ),
  /** How it is proved that mutants change nothing. */
  provedBy: said(
    (proof: Proof, count: number) =>
      `不改变任何结果 ${count} 处：${
        {
          'same-editions': '前后两版所问相同',
          'not-in-force': '那几天没有规则在施行',
          'same-values': '取值范围之内，比较的结果不变',
          'same-plan': '用到它的规则化成数值后相同',
          solver: '求解器证明没有卷宗会有不同结果',
        }[proof]
      }`,
    (proof, count) =>
      `${count} change nothing: ${
        {
          'same-editions': 'the editions on both sides ask the same',
          'not-in-force': 'no rule is in force on those days',
          'same-values': 'whatever the values, the comparison stays as it was',
          'same-plan': 'the numeric form of the rules that read it is the same',
          solver: 'the solver proves that no file is judged otherwise',
        }[proof]
      }`,
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
        outcome: `引用规则 ${name} 的判定结果`,
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
        outcome: `asks the outcome of ${name}`,
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

/** The values that were nearest to a limit, on either side. */
function nearest(
  { below, above }: Extract<Unnoticed, { kind: 'no-limit' }>,
  [opening, against, between, closing]: readonly [string, string, string, string],
): string {
  const near = (sides: Sides | undefined) => (sides ? [sides.join(against)] : []);
  return `${opening}${[...near(below), ...near(above)].join(between)}${closing}`;
}
