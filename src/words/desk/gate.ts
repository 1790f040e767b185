import { said, spoken } from '../../base/language.ts';
import { counted } from '../counted.ts';
import { progress } from '../progress.ts';

/** What the view says in which files are looked at before a step. */
export const gateWords = spoken({
  title: { zh: '办前自查', en: 'Before a step' },
  lead: {
    zh: '办理某个节点之前，先看卷宗是否齐备、合规。自查不形成问题，也不留存。',
    en: 'See before a step whether a file is complete and in order. Nothing is recorded or kept.',
  },
  which: { zh: '准备办理', en: 'About to begin' },
  before: said(
    (gate: string, step: string) =>
      gate === step ? `${gate}前` : `${gate}前（办理“${step}”之前）`,
    (gate, step) => (gate === step ? gate : `${gate} (before “${step}”)`),
  ),
  today: { zh: '自查日', en: 'As of' },
  todaySays: {
    zh: '据以计算时限；不填则不判逾期。',
    en: 'Time limits are counted to it; lateness is not told without it.',
  },
  drop: { zh: '把要办理的卷宗拖到这里，或', en: 'Drop the file here, or' },
  choose: { zh: '选择卷宗', en: 'Choose a file' },
  another: { zh: '另选卷宗', en: 'Choose another file' },
  asking: { zh: '正在核对……', en: 'Looking…' },
  noGates: {
    zh: '本规则库未设自查关口。',
    en: 'This rulebook has no gates.',
  },
  noDossier: { zh: '没有可读的卷宗。', en: 'There is no file that can be read.' },
  unread: { zh: '不是卷宗，未作核对', en: 'not a file of the rulebook: not looked at' },
  isTable: {
    zh: '这是台账：请到“检查”里对应成卷宗后成批判定。办前自查看的是单份卷宗。',
    en: 'this is a table: map and judge it under “Check”. Here single files are looked at.',
  },
  isOther: said(
    (kind: string) => `这是${kind}，不是卷宗。`,
    (kind) => `this is no dossier but: ${kind}`,
  ),
  fileWrong: { zh: '文件本身的问题', en: 'Wrong with the file itself' },
  at: said(
    (line: number, column: number) => `第 ${line} 行第 ${column} 列`,
    (line, column) => `line ${line}, column ${column}`,
  ),
  columns: {
    what: { zh: '资料', en: 'What' },
    why: { zh: '情况', en: 'Why' },
    where: { zh: '登记节点', en: 'Recorded at' },
    rules: { zh: '用于判定', en: 'Wanted by' },
  },
  noStep: { zh: '未定', en: 'not said' },
  others: said(
    (rules: number) => `另有 ${rules} 条`,
    (rules) => counted(rules, 'more rule'),
  ),
  ask: { zh: '找谁办', en: 'Ask' },
  staffed: said(
    (posts: string, by: readonly string[]) =>
      by.length === 0 ? posts : `${posts}（${by.join('、')}）`,
    (posts, by) => (by.length === 0 ? posts : `${posts} (${by.join(', ')})`),
  ),
  unreadFiles: said(
    (files: number) => `，未能核对 ${files} 份`,
    (files) => `, ${counted(files, 'file')} not looked at`,
  ),
  printedOf: said(
    (gate: string, day: string) => `${gate}自查${day === '' ? '' : `，自查日 ${day}`}`,
    (gate, day) => `${gate}${day === '' ? '' : `, as of ${day}`}`,
  ),
  signed: { zh: '自查人：　　　　　　日期：', en: 'Looked at by:                    Date:' },
  toPass: { zh: '改为以下任一项即符合', en: 'Would comply with any of' },
  remedy: { zh: '整改', en: 'Remedy' },
  element: said(
    (key: string) => `（${key}）`,
    (key) => ` (${key})`,
  ),
  lookAt: { zh: '须由人核对', en: 'For a person to look at' },
  lookAtSays: {
    zh: '以上结论只依据卷宗数据；以下各项须由人查看原件或现场后，方可办理。',
    en: 'The answer speaks of the data alone; these have to be looked at by a person before the step.',
  },
  steps: { zh: '办理进度', en: 'Progress' },
  columnsOfSteps: {
    step: { zh: '节点', en: 'Step' },
    state: { zh: '状态', en: 'State' },
    posts: { zh: '岗位', en: 'Post' },
    when: { zh: '时间', en: 'When' },
  },
  list: { zh: '、', en: ', ' },
  download: { zh: '下载自查结果（JSON）', en: 'Download the answers (JSON)' },
  print: { zh: '打印', en: 'Print' },
  fileName: { zh: '自查', en: 'gate' },
  ...progress,
});
