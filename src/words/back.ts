import { said } from '../base/language.ts';
import { counted } from './counted.ts';

/** The appendices at the back of a manual that look beyond what is in force on its day. */
export const back = {
  thenAndNow: { zh: '新旧对照', en: 'Old text beside new' },
  thenAndNowSay: {
    zh: '左栏是规则原先依据、已经失效或者修订的条文，右栏是接替它的条文，末栏是因此更换依据的规则。条文为转述，不是原文；左右两栏说的是同一件事，不一定逐字对应。业务按判定日适用当时的条文。',
    en: 'On the left the clause that rules rested on until it ended or was amended, on the right the one that took its place; the last column names the rules that changed their basis. Clauses are restated, not quoted; left and right deal with the same matter and need not match word for word. A file is judged by the text of its governing day.',
  },
  thenAndNowHead: said<readonly [string, string, string]>(
    ['原条文', '现条文', '规则'],
    ['Old clause', 'New clause', 'Rules'],
  ),
  clausesReplaced: { zh: '条文', en: 'Clauses' },
  criteriaReplaced: { zh: '判定标准', en: 'Criteria' },
  criteriaReplacedSay: {
    zh: '判定标准或者适用情形修订过的规则，列最近一次修订前后的说法；已经确定、尚未施行的修订一并列出。更早的版本见各规则的版本沿革。',
    en: 'Rules whose criterion or cases were revised, as they read before the last revision and since; revisions that are settled and not yet in force stand here too. Earlier editions are at each rule.',
  },
  criteriaReplacedHead: said<readonly [string, string, string]>(
    ['规则', '原判定标准', '现判定标准'],
    ['Rule', 'Criterion before', 'Criterion now'],
  ),
  untilDay: said(
    (day: string) => `施行至 ${day}`,
    (day) => `until ${day}`,
  ),
  sinceDay: said(
    (day: string) => `自 ${day} 起`,
    (day) => `from ${day}`,
  ),
};
