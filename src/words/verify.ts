import { said } from '../base/language.ts';
import { type Answered, textOfPart } from '../proof/questions.ts';
import type { ClaimAnswer } from '../proof/claims.ts';
import { counted } from './counted.ts';

export interface Totals {
  readonly rules: number;
  /** What steps ask, and conditions that are in no rule. */
  readonly others: number;
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
  'always-applies': '适用条件从不为假',
  'never-passes': '从不通过',
  'never-fails': '从不会不合规',
  'idle-part': '不起作用的条件',
  contradiction: '相互矛盾',
  implied: '另一条已经包含',
};

const asksEn: Readonly<Record<Answered['kind'], string>> = {
  'never-applies': 'never applies',
  'always-applies': 'is always for it',
  'never-passes': 'never passes',
  'never-fails': 'never fails',
  'idle-part': 'a part decides nothing',
  contradiction: 'they contradict',
  implied: 'another implies it',
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
    ({ rules, others, questions, proved, refuted, undecided }: Totals) =>
      `${rules} 条规则${others > 0 ? `，规则以外 ${others} 项要求和条件` : ''}，${questions} 个问题：已证明 ${proved}，有反例 ${refuted}，未能判断 ${undecided}`,
    ({ rules, others, questions, proved, refuted, undecided }) =>
      `${counted(rules, 'rule')}${others > 0 ? `, ${counted(others, 'other requirement or condition', 'other requirements and conditions')}` : ''}, ${counted(questions, 'question')}: ${proved} proved, ${refuted} refuted with a file, ${undecided} not decided`,
  ),
  claim: said(
    (one: ClaimAnswer) => claimLine(one, inChinese(one)),
    (one) => claimLine(one, inEnglish(one)),
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

function claimLine(one: ClaimAnswer, says: string): string {
  const file = 'witness' in one ? one.witness.text.trimEnd().split('\n') : [];
  return [says, ...file.map((text) => `    ${text}`), ''].join('\n');
}

function inChinese(one: ClaimAnswer): string {
  const { name } = one.claim;
  switch (one.answer) {
    case 'proved':
      return `断言 ${name}：已证明，由规则 ${one.by.join('、')} 保证${one.within === undefined ? '' : `（列表至多 ${one.within} 项）`}`;
    case 'refuted':
      return `断言 ${name}：不成立，反例如下`;
    case 'undecided':
      return `断言 ${name}：没有证明${bracketed(reasonsOf(one).map(whyZh).join('、'), '（', '）')}。${one.objecting.length > 0 ? `已看过规则 ${one.objecting.join('、')}。` : ''}${isEmpty(one) ? '什么也没有断言，请改 when' : `请把 when 写得更窄（产品、日期 from）${one.claim.rules ? '' : '，或者在 rules 中写明由哪条规则保证'}`}`;
  }
}

function inEnglish(one: ClaimAnswer): string {
  const { name } = one.claim;
  switch (one.answer) {
    case 'proved':
      return `claim ${name}: proved, by ${one.by.join(', ')}${one.within === undefined ? '' : ` (of lists of up to ${one.within} records)`}`;
    case 'refuted':
      return `claim ${name}: refuted by this file`;
    case 'undecided':
      return `claim ${name}: not proved${bracketed(reasonsOf(one).map(whyEn).join(', '), ' (', ')')}. ${one.objecting.length > 0 ? `Looked at ${one.objecting.join(', ')}. ` : ''}${isEmpty(one) ? 'Nothing is claimed: mend when' : `Narrow when (products, the day from)${one.claim.rules ? '' : ', or say under rules which rule sees to it'}`}`;
  }
}

type OpenClaim = Extract<ClaimAnswer, { readonly answer: 'undecided' }>;

/** Why it is open, each reason once. */
function reasonsOf({ why }: OpenClaim): readonly string[] {
  return [...new Set(why.map((one) => (one.kind === 'function' ? one.name : one.kind)))];
}

function isEmpty({ why }: OpenClaim): boolean {
  return why.some(({ kind }) => kind === 'empty');
}

function bracketed(text: string, opening: string, closing: string): string {
  return text === '' ? '' : `${opening}${text}${closing}`;
}

function aboutOf(one: Answered): string {
  if (one.kind === 'idle-part') return ` \`${textOfPart(one.part)}\``;
  return 'other' in one ? ` ${one.other}` : '';
}

function whyZh(why: string): string {
  return (
    {
      steps: '超出求解步数',
      ifAbsent: '缺失是否即不合规（ifAbsent）',
      records: '列表更长时未知',
      unplanned: '没有数值形式',
      disagreement: '引擎判定不同',
      empty: '没有卷宗符合 when',
    }[why] ?? `函数 ${why}`
  );
}

function whyEn(why: string): string {
  return (
    {
      steps: 'too many steps',
      ifAbsent: 'what ifAbsent fails',
      records: 'nobody knows of longer lists',
      unplanned: 'no numeric form',
      disagreement: 'the engine judged otherwise',
      empty: 'no file is as when says',
    }[why] ?? `the function ${why}`
  );
}
