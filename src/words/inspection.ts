import { said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

/** What an inspection covers, as far as its scheme says; texts are empty and lists short where it does not. */
interface Covers {
  readonly branches: readonly string[];
  readonly products: readonly string[];
  readonly steps: readonly string[];
  readonly rules: number;
  /** ISO days. */
  readonly from: string;
  readonly until: string;
  /** How many fields were captured; undefined where all were. */
  readonly captured: number | undefined;
}

interface Chosen {
  readonly method: 'all' | 'random' | 'stratified' | 'discretionary';
  readonly population: number | null;
  readonly size: number | null;
  readonly seed: number | null;
  readonly reason: string;
}

const methods = {
  zh: { all: '全部', random: '随机抽样', stratified: '分层抽样', discretionary: '指定抽样' },
  en: {
    all: 'all',
    random: 'a random sample',
    stratified: 'a stratified sample',
    discretionary: 'a sample by choice',
  },
};

/** What reports say of the inspection that a check is part of. */
export const inspectionWords = spoken({
  scheme: { zh: '检查方案', en: 'Scheme of inspection' },
  none: {
    zh: '未提供：按规则库全部规则判定，检查人和检查日不明',
    en: 'none was given: judged by every rule; neither inspectors nor day of check are known',
  },
  day: { zh: '检查日', en: 'Day of check' },
  people: { zh: '检查人、复核人', en: 'Inspectors, reviewers' },
  covers: { zh: '检查范围', en: 'What it covers' },
  coversAll: { zh: '未限定', en: 'not limited' },
  coversSay: said(
    ({ branches, products, steps, rules, from, until, captured }: Covers) =>
      [
        ...(branches.length > 0 ? [`机构 ${branches.join('、')}`] : []),
        ...(products.length > 0 ? [`产品 ${products.join('、')}`] : []),
        ...(steps.length > 0 ? [`节点 ${steps.join('、')}`] : []),
        ...(rules > 0 ? [`规则 ${rules} 条`] : []),
        ...(from + until === '' ? [] : [`期间 ${from || '…'} 至 ${until || '…'}`]),
        ...(captured === undefined ? [] : [`取数字段 ${captured} 个，其余未取数`]),
      ].join('；'),
    ({ branches, products, steps, rules, from, until, captured }) =>
      [
        ...(branches.length > 0 ? [`units ${branches.join(', ')}`] : []),
        ...(products.length > 0 ? [`products ${products.join(', ')}`] : []),
        ...(steps.length > 0 ? [`steps ${steps.join(', ')}`] : []),
        ...(rules > 0 ? [counted(rules, 'rule')] : []),
        ...(from + until === '' ? [] : [`from ${from || '…'} to ${until || '…'}`]),
        ...(captured === undefined
          ? []
          : [`${counted(captured, 'field')} captured, the others not`]),
      ].join('; '),
  ),
  chosen: { zh: '样本', en: 'Sample' },
  chosenSay: said(
    ({ method, population, size, seed, reason }: Chosen) =>
      [
        methods.zh[method],
        ...(population === null ? [] : [`总体 ${population} 份`]),
        ...(size === null ? [] : [`抽取 ${size} 份`]),
        ...(seed === null ? [] : [`随机种子 ${seed}`]),
        ...(reason === '' ? [] : [`理由：${reason}`]),
      ].join('，'),
    ({ method, population, size, seed, reason }) =>
      [
        methods.en[method],
        ...(population === null ? [] : [`of ${population}`]),
        ...(size === null ? [] : [`${counted(size, 'file')} drawn`]),
        ...(seed === null ? [] : [`seed ${seed}`]),
        ...(reason === '' ? [] : [`because: ${reason}`]),
      ].join(', '),
  ),
  /** What was waived: of how many rules, and how often over all files. */
  waived: said(
    (rules: number, files: number) =>
      `经批准的例外：涉及 ${rules} 条规则，共 ${files} 份次，不计入不合规。`,
    (rules, files) =>
      `Waived: ${counted(rules, 'rule')}, ${counted(files, 'time')} over all files; none of it counts as a fail.`,
  ),
  verdicts: said(
    {
      fail: '不合规：至少一条规则不符合。',
      'cannot-tell': '待核实：未发现不符合，但部分规则因资料不全、未取数或者待人工核查而不能判定。',
      pass: '合规：已判定的规则均符合，或者有经批准的例外；注明“仅数据部分”的，待人工核查的规则不在其内。',
    },
    {
      fail: 'Fail: at least one rule is not met.',
      'cannot-tell':
        'Cannot tell: nothing was found, but some rules cannot be judged, since data is missing or was not captured, or a person has yet to look.',
      pass: 'Pass: every rule that was judged is met, or waived; where it says “by data alone”, rules that wait for a person are not among them.',
    },
  ),
});
