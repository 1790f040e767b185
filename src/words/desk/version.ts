import { said, spoken } from '../../base/language.ts';
import { counted } from '../counted.ts';

/** Of which rulebook a view or a download is, and what is wrong with a page that is too old. */
export const versionIn = spoken({
  rulebook: said(
    (id: string, version: string) => `规则库 ${id} ${version}`,
    (id, version) => `rulebook ${id} ${version}`,
  ),
  digest: said(
    (short: string) => `摘要 ${short}`,
    (short) => `digest ${short}`,
  ),
  asOf: said(
    (day: string) => `按 ${day}`,
    (day) => `as of ${day}`,
  ),
  next: said(
    (day: string, rules: number) => `下次变动 ${day}（${rules} 条）`,
    (day, rules) => `next change ${day} (${counted(rules, 'rule')})`,
  ),
  noNext: { zh: '此后没有已知的变动', en: 'no change known' },
  separator: { zh: ' · ', en: ' · ' },
  today: { zh: '今天', en: 'Today' },
  byClock: { zh: '取自本机时钟', en: 'by the clock of this machine' },
  backToClock: { zh: '恢复为本机日期', en: 'Back to this machine’s day' },
  /** Of the part of the page that says so. */
  outdated: { zh: '版本提示', en: 'About this version' },
  /** `made` is when the page was made, `what` the names of what begins, is revised or ends. */
  changed: said(
    (made: string, day: string, rules: number, what: string) =>
      `本页制作于 ${made}，规则库自 ${day} 起有变动：${what}，涉及 ${rules} 条规则。请换用新页；暂无新页的，须核对结论是否受此影响。`,
    (made, day, rules, what) =>
      `This page was made on ${made}, and its rulebook changes from ${day}: ${what}; ${counted(rules, 'rule')} affected. Use a newer page, or see whether the change bears on your result.`,
  ),
  expired: said(
    (day: string) => `本页使用期限截至 ${day}，现已过期，请换用新页。`,
    (day) => `This page was to be used until ${day}. Use a newer one.`,
  ),
  turning: {
    rule: { zh: '规则', en: 'rule' },
    step: { zh: '流程节点', en: 'step' },
    definition: { zh: '口径', en: 'definition' },
    parameter: { zh: '参数', en: 'parameter' },
    table: { zh: '表', en: 'table' },
    codes: { zh: '代码表', en: 'code set' },
    source: { zh: '依据', en: 'source' },
    calendar: { zh: '逐年公布的工作日安排', en: 'yearly calendar' },
  },
  named: said(
    (kind: string, title: string) => `${kind}“${title}”`,
    (kind, title) => `${kind} “${title}”`,
  ),
  /** Some names, and how many more there are. */
  list: said(
    (names: readonly string[], more: number) =>
      `${names.join('、')}${more > 0 ? `等 ${names.length + more} 项` : ''}`,
    (names, more) => `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ),
});
