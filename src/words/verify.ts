import { said } from '../base/language.ts';
import { type Answered, textOfPart } from '../proof/questions.ts';
import { counted } from './counted.ts';

export interface Totals {
  readonly rules: number;
  readonly questions: number;
  readonly proved: number;
  readonly refuted: number;
  readonly undecided: number;
}

export interface Open {
  readonly why: string;
  readonly questions: number;
  readonly rules: readonly string[];
}

const asksZh: Readonly<Record<Answered['kind'], string>> = {
  'never-applies': '从不适用',
  'never-passes': '从不通过',
  'never-fails': '从不会不合规',
  'idle-part': '不起作用的条件',
  contradiction: '相互矛盾',
};

const asksEn: Readonly<Record<Answered['kind'], string>> = {
  'never-applies': 'never applies',
  'never-passes': 'never passes',
  'never-fails': 'never fails',
  'idle-part': 'a part decides nothing',
  contradiction: 'they contradict',
};

const saysZh = { proved: '已证明', refuted: '不成立，反例如下', undecided: '未能判断' } as const;
const saysEn = {
  proved: 'proved',
  refuted: 'refuted by this file',
  undecided: 'not decided',
} as const;

/** What `verify` says of its own. */
export const verify = {
  question: said(
    (one: Answered) => line(one, asksZh[one.kind], saysZh[one.answer]),
    (one) => line(one, asksEn[one.kind], saysEn[one.answer]),
  ),
  totals: said(
    ({ rules, questions, proved, refuted, undecided }: Totals) =>
      `${rules} 条规则，${questions} 个问题：已证明 ${proved}，有反例 ${refuted}，未能判断 ${undecided}`,
    ({ rules, questions, proved, refuted, undecided }) =>
      `${counted(rules, 'rule')}, ${counted(questions, 'question')}: ${proved} proved, ${refuted} refuted with a file, ${undecided} not decided`,
  ),
  open: said(
    ({ why, questions, rules }: Open) =>
      `  未能判断（${whyZh(why)}）：${questions} 个问题，规则 ${rules.join('、')}`,
    ({ why, questions, rules }) =>
      `  not decided (${whyEn(why)}): ${counted(questions, 'question')}, rules ${rules.join(', ')}`,
  ),
};

function line(one: Answered, asks: string, says: string): string {
  const { rule, edition, witness } = one;
  const head = `${rule} ${edition} ${asks}${aboutOf(one)}: ${says}`;
  const file = witness?.text.trimEnd().split('\n') ?? [];
  return [head, ...file.map((text) => `    ${text}`), ''].join('\n');
}

function aboutOf(one: Answered): string {
  if (one.kind === 'idle-part') return ` \`${textOfPart(one.part)}\``;
  return one.kind === 'contradiction' ? ` ${one.other}` : '';
}

function whyZh(why: string): string {
  return (
    { steps: '超出求解步数', unplanned: '没有数值形式', disagreement: '引擎判定不同' }[why] ??
    `函数 ${why}`
  );
}

function whyEn(why: string): string {
  return (
    {
      steps: 'too many steps',
      unplanned: 'no numeric form',
      disagreement: 'the engine judged otherwise',
    }[why] ?? `the function ${why}`
  );
}
