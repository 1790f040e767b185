import { said, spoken } from '../../base/language.ts';
import { glanceTable } from '../glance.ts';

/** What the overview says. */
export const bookWords = spoken({
  ...glanceTable,
  title: { zh: '总览', en: 'Overview' },
  none: {
    zh: '尚无检查结果。请先在“检查”中判定卷宗，或打开一次检查的结果。',
    en: 'Nothing has been judged yet: judge files in “Check”, or open a saved run.',
  },
  nothingJudged: { zh: '没有已判定的卷宗。', en: 'No file has a verdict.' },
  open: { zh: '打开检查结果', en: 'Open a saved run' },
  openSays: {
    zh: '在“检查”的“下载”中取得的结果数据（JSON、NDJSON），或信息科技部门用命令行生成的；十万项问题也可打开，只在本机读取。',
    en: 'Results as data (JSON, NDJSON), downloaded under “Check” or made by the command line; 100,000 findings too. Read on this machine only.',
  },
  drop: { zh: '也可拖到这里。', en: 'It may be dropped here, too.' },
  reading: said(
    (percent: number) => `正在读取……${percent}%`,
    (percent) => `Reading… ${percent}%`,
  ),
  cancel: { zh: '停止', en: 'Stop' },
  opened: said(
    (name: string, dossiers: number, findings: number) =>
      `已打开 ${name}：${dossiers} 份，${findings} 项问题`,
    (name, dossiers, findings) => `${name} is open: ${dossiers} files, ${findings} findings`,
  ),
  ofHere: { zh: '本页判定的卷宗', en: 'Files judged in this page' },
  ofRun: said(
    (name: string) => `检查结果 ${name}`,
    (name) => `Saved run ${name}`,
  ),
  rulebook: said(
    (rulebook: string, version: string) => `规则库 ${rulebook} ${version}`,
    (rulebook, version) => `rulebook ${rulebook} ${version}`,
  ),
  otherRulebook: {
    zh: '这次检查所用的规则库不是本页的规则库：结论以当时的规则为准，本页手册中的规则可能已有不同。',
    en: 'This run was judged by another rulebook than this page carries: its findings stand by the rules of that one, and the manual here may differ.',
  },
  wrong: {
    cut: {
      zh: '这份结果没有结尾：写了一半，或者末尾被截去。以下只是读到的部分。',
      en: 'This run has no end: it was half written, or cut. Below is what could be read of it.',
    },
    digest: {
      zh: '这份结果的内容与其摘要值不符：写出之后被改动过，不得作为依据。',
      en: 'This run is not what its digest says: it was changed after it was written, and proves nothing.',
    },
  },
  noRun: {
    form: {
      zh: '不是检查结果：应为在“检查”中下载的结果数据（JSON、NDJSON）。',
      en: 'This is no saved run: choose results as data (JSON, NDJSON) that were downloaded under “Check”.',
    },
    'too-large': {
      zh: 'JSON格式的结果过大，无法一次读入：请改用NDJSON格式的结果数据。',
      en: 'The run is too large to be read as JSON: use results as lines (NDJSON).',
    },
  },
  bySeverity: { zh: '按严重程度', en: 'By severity' },
  columns: { group: { zh: '分组', en: 'Group' } },
  trend: {
    zh: '各月已判份数（空心柱）与有问题的份数（实心柱）',
    en: 'Files judged each month (outlined), and those with findings (filled)',
  },
  inMonth: said(
    (month: string, files: number, judged: number) =>
      `${month}：已判 ${judged} 份，有问题 ${files} 份`,
    (month, files, judged) => `${month}: ${judged} judged, ${files} with findings`,
  ),
  showAll: said(
    (rows: number) => `显示全部 ${rows} 行`,
    (rows) => `Show all ${rows} rows`,
  ),
  findingsOf: said(
    (group: string) => `${group}的问题`,
    (group) => `Findings of ${group}`,
  ),
  print: { zh: '打印', en: 'Print' },
});
