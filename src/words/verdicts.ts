import { said } from '../base/language.ts';

/** What verdicts mean. */
export const verdictMeanings = said(
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
);
