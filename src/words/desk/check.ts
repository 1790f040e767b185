import { said, spoken } from '../../base/language.ts';

/** What the view says in which files are judged. */
export const checkWords = spoken({
  title: { zh: '检查卷宗', en: 'Check files' },
  drop: { zh: '把卷宗文件拖到这里，或', en: 'Drop files here, or' },
  choose: { zh: '选择文件', en: 'Choose files' },
  judging: said(
    (done: number) => `已判定 ${done} 份……`,
    (done) => `${done} judged so far…`,
  ),
  done: said(
    (dossiers: number, fail: number) => `共判定 ${dossiers} 份，其中 ${fail} 份不符合。`,
    (dossiers, fail) => `${dossiers} judged, ${fail} of them fail.`,
  ),
});
