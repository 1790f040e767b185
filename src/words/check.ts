import { said } from '../base/language.ts';

/** What a check says of a file, and of many. */
export const check = {
  /** A field that nobody filled in, and the rules that wait for it. */
  wanting: said(
    (title: string, path: string, says: string, rules: readonly string[], more: number) =>
      `${title}（${path}）${says}：补录后可判定 ${rules.join('、')}${more > 0 ? ` 等 ${rules.length + more} 条规则` : ''}`,
    (title, path, says, rules, more) =>
      `${title} (${path}) ${says}: decides ${rules.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ),
  toFetch: { zh: '须补资料', en: 'to fetch' },
  moreFields: said(
    (fields: number, rules: number) =>
      `另有 ${fields} 项待补，涉及 ${rules} 条规则（--all 全部列出）`,
    (fields, rules) =>
      `and ${fields} more ${fields === 1 ? 'field' : 'fields'}, wanted by ${rules} ${rules === 1 ? 'rule' : 'rules'} (--all lists them)`,
  ),
  waitingFor: said(
    (rules: readonly string[]) => `待人工核查 ${rules.length} 条：${rules.join('、')}`,
    (rules) => `for a person to check: ${rules.length}: ${rules.join(', ')}`,
  ),
  /** Files that need nothing done and are not listed. */
  soundFiles: said(
    (files: number) => `其余 ${files} 份卷宗未发现问题，未逐一列出`,
    (files) =>
      files === 1
        ? 'one more dossier without findings is not listed'
        : `${files} more dossiers without findings are not listed`,
  ),
  byDefect: { zh: '按规则归并', en: 'By rule' },
  defect: said(
    (
      fail: number,
      waived: number,
      untold: number,
      dossiers: readonly string[],
      more: number,
    ): string =>
      [
        ...(fail > 0 ? [`不合规 ${fail} 份`] : []),
        ...(waived > 0 ? [`例外 ${waived} 份`] : []),
        ...(untold > 0 ? [`待核实 ${untold} 份`] : []),
      ].join('，') + `：${dossiers.join('、')}${more > 0 ? ' 等' : ''}`,
    (fail, waived, untold, dossiers, more) =>
      [
        ...(fail > 0 ? [`${fail} fail`] : []),
        ...(waived > 0 ? [`${waived} waived`] : []),
        ...(untold > 0 ? [`${untold} cannot tell`] : []),
      ].join(', ') + `: ${dossiers.join(', ')}${more > 0 ? ' …' : ''}`,
  ),
  moreDefects: said(
    (rules: number) => `另有 ${rules} 条规则`,
    (rules) => (rules === 1 ? 'and one more rule' : `and ${rules} more rules`),
  ),
  untoldRules: said(
    (rules: number) => `${rules} 条规则在部分卷宗缺资料，无法判定`,
    (rules) =>
      `${rules} ${rules === 1 ? 'rule' : 'rules'} cannot be told of some dossiers for want of data`,
  ),
  /** Where the rest is. */
  inFull: {
    zh: '详情见 --format html 或 json；--outcomes all 列出全部结果',
    en: 'for more: --format html or json; --outcomes all tells every outcome',
  },
  unread: said(
    (files: number) => `未能读取 ${files} 份`,
    (files) => `${files} could not be read`,
  ),
  /** How far a check has come. */
  progress: said(
    (done: string, rate: string, left: string | undefined) =>
      `已判定 ${done} 份，每秒 ${rate} 份${left === undefined ? '' : `，约余 ${left}`}`,
    (done, rate, left) =>
      `${done} judged, ${rate} a second${left === undefined ? '' : `, about ${left} left`}`,
  ),
  duration: said(
    (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`),
    (seconds) => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`),
  ),
  stopped: said(
    (dossiers: number) => `已中断：只判定了 ${dossiers} 份，已判定的结果完整`,
    (dossiers) => `stopped: ${dossiers} were judged, and their results are whole`,
  ),
};
