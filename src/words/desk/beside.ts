import { said, spoken } from '../../base/language.ts';

/** What the view says of files that others are judged by. */
export const besideWords = spoken({
  title: { zh: '判定时一并使用', en: 'Judged by, besides the rulebook' },
  used: { zh: '已采用', en: 'used' },
  notUsed: { zh: '未采用：文件有误', en: 'not used: there is something wrong with it' },
  at: said(
    (file: string, line: number) => `${file} 第 ${line} 行`,
    (file, line) => `${file}, line ${line}`,
  ),
  remove: said(
    (name: string) => `移除${name}`,
    (name) => `Remove ${name}`,
  ),
  removeShort: { zh: '移除', en: 'Remove' },
  wantsPicked: said(
    (name: string) =>
      `检查方案写明只检查样本清单所列的卷宗，请一并给出 ${name}；现按全部卷宗判定。`,
    (name) =>
      `The scheme covers only the files on a list: give ${name}, too. Until then all files are judged.`,
  ),
  alone: {
    zh: '还没有要判定的卷宗。',
    en: 'There are no dossiers to be judged yet.',
  },
});
