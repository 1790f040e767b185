import { said } from '../base/language.ts';

/** A place in a record: the number of its last entry, and the hash of all up to it. */
export interface Head {
  readonly number: number;
  readonly hash: string;
}

/** What is said of records of checks. */
export const record = {
  /** Behind a check that was recorded: its number and the head, or how it goes on. */
  after: said(
    (run: number, path: string, head: Head | undefined) =>
      head
        ? `已留存为第 ${run} 次检查，链尾第 ${head.number} 条 ${head.hash}`
        : `第 ${run} 次检查没有完成；接着办理：shouze check --record ${path} --resume ${run}`,
    (run, path, head) =>
      head
        ? `recorded as run ${run}, head ${head.number} ${head.hash}`
        : `run ${run} did not come to its end; go on with: shouze check --record ${path} --resume ${run}`,
  ),
  /** In a report: where the run is kept. */
  kept: said(
    (run: number, { number, hash }: Head) => `检查记录：第 ${run} 次，链尾第 ${number} 条 ${hash}`,
    (run, { number, hash }) => `record: run ${run}, head ${number} ${hash}`,
  ),
  whole: said(
    ({ number, hash }: Head, runs: number) =>
      `检查记录完好：${number} 条，${runs} 次检查，链尾 ${hash}`,
    ({ number, hash }, runs) =>
      `the record is whole: ${number} entries, ${runs} ${runs === 1 ? 'run' : 'runs'}, head ${hash}`,
  ),
  noAnchor: {
    zh: '没有与另处保存的链尾比对（--head）：整条链被重写、末尾被截去或换回旧副本，仅凭记录本身看不出来',
    en: 'not compared with a head kept elsewhere (--head): a chain written anew, an end cut off or an older copy put back cannot be seen from the record alone',
  },
  anchored: said(
    (number: number) => `与另处保存的链尾（第 ${number} 条）相符`,
    (number) => `it agrees with the head kept elsewhere (entry ${number})`,
  ),
  columns: {
    zh: ['次', '检查日', '规则库', '卷宗', '合规', '不合规', '待核实', '未能读取', '状态'],
    en: ['run', 'day', 'rulebook', 'dossiers', 'pass', 'fail', 'cannot tell', 'unread', 'state'],
  } as Readonly<Record<'zh' | 'en', readonly string[]>>,
  finished: { zh: '已完成', en: 'finished' },
  open: { zh: '未完成', en: 'not finished' },
  noRuns: { zh: '记录中还没有检查', en: 'the record has no runs yet' },
  /** Which engine judged then, and which judges now. */
  engines: said(
    (then: string, now: string, same: boolean) =>
      `判定程序：当时 ${then}，现在 ${now}${same ? '（同一程序）' : '（不是同一程序）'}`,
    (then, now, same) =>
      `engine then ${then}, now ${now}${same ? ' (the same program)' : ' (not the same program)'}`,
  ),
  absent: said(
    (name: string) => `缺卷宗：${name}`,
    (name) => `absent: ${name}`,
  ),
  changed: said(
    (name: string) => `卷宗已改动：${name}`,
    (name) => `changed: ${name}`,
  ),
  otherVerdict: said(
    (name: string, then: string, now: string) => `${name}：当时${then}，现在${now}`,
    (name, then, now) => `${name}: then ${then}, now ${now}`,
  ),
  otherOutcome: said(
    (name: string, rule: string, then: string, now: string) =>
      `${name} · ${rule}：当时${then}，现在${now}`,
    (name, rule, then, now) => `${name}, ${rule}: then ${then}, now ${now}`,
  ),
  noOutcome: { zh: '没有这条结果', en: 'nothing' },
  otherDetail: { zh: '结论相同，内容不同', en: 'the same verdict in other words' },
  replayed: said(
    (same: number, dossiers: number, differences: number, absent: number) =>
      `重做：${dossiers} 份卷宗中 ${same} 份与当时一致，差异 ${differences} 处${absent > 0 ? `，缺或已改动 ${absent} 份` : ''}`,
    (same, dossiers, differences, absent) =>
      `judged again: ${same} of ${dossiers} dossiers as then, ${differences} ${differences === 1 ? 'difference' : 'differences'}${absent > 0 ? `, ${absent} absent or changed` : ''}`,
  ),
  groupsOpen: {
    zh: '因有卷宗缺失或改动，多份卷宗合并判定的规则不作比较',
    en: 'rules that judge files together are not compared, since dossiers are absent or changed',
  },
};
