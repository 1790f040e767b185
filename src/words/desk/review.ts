import { said, spoken } from '../../base/language.ts';

/** What the page says where answers are looked over by somebody else, and where the files of saved work are wanting. */
export const reviewWords = spoken({
  title: said(
    (done: number, all: number) => `复核（${all}项答复，已复核${done}项）`,
    (done, all) => `Review (${done} of ${all} answers)`,
  ),
  intro: {
    zh: '逐项或整体选“同意”或“退回”。复核意见随工作保存，写入检查底稿；答复改动后，对它的意见不再有效。',
    en: 'Agree to answers or return them, one by one or all together. It is saved with the work and written into work papers; once an answer changes, what was said of it no longer counts.',
  },
  who: { zh: '复核人（工号、姓名）', en: 'Reviewed by (number, name)' },
  when: { zh: '复核日期', en: 'Reviewed on' },
  whoFirst: { zh: '请先填写复核人和复核日期。', en: 'Say who reviews and on which day first.' },
  all: { zh: '全部答复', en: 'All answers' },
  says: {
    agree: { zh: '同意', en: 'Agree' },
    return: { zh: '退回', en: 'Return' },
  },
  remark: { zh: '复核意见', en: 'Remark' },
  why: { zh: '退回请写明理由', en: 'say why it is returned' },
  stale: { zh: '答复已改动，请重新复核', en: 'the answer has changed: review it again' },
  columns: {
    rule: { zh: '事项', en: 'Matter' },
    answer: { zh: '结果', en: 'Result' },
    by: { zh: '核查人、日期', en: 'By whom, when' },
    page: { zh: '影像页码', en: 'Page' },
    remark: { zh: '备注', en: 'Remark' },
    review: { zh: '复核', en: 'Review' },
  },
  files: said(
    (missing: readonly string[], all: number) =>
      `以下${all}份卷宗未随工作保存原文，所列为保存时的结果：${missing.join('、')}${missing.length < all ? '等' : ''}。选入原文后，可接着核查并生成检查底稿；内容未变的自动对上。`,
    (missing, all) =>
      `These ${all} files were not kept with the work, and their results are those that were saved: ${missing.join(', ')}${missing.length < all ? ' and others' : ''}. Choose them again to go on answering and to make work papers; those that have not changed are matched.`,
  ),
  matched: said(
    (count: number) => `${count}份卷宗与保存时一致。`,
    (count) => `${count} ${count === 1 ? 'file is' : 'files are'} as they were saved.`,
  ),
  changed: said(
    (names: readonly string[]) => `与保存时不同，已重新判定：${names.join('、')}。`,
    (names) => `Not as saved, and judged anew: ${names.join(', ')}.`,
  ),
  dropped: {
    zh: '规则库或判定方式与保存时不同，未选入的卷宗不再列出。',
    en: 'The rulebook or the way of judging is another than when it was saved: files that are not chosen are no longer listed.',
  },
  choose: { zh: '选入卷宗原文', en: 'Choose the files' },
});
