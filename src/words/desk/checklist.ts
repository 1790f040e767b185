import { said, spoken } from '../../base/language.ts';

/** What the view says in which a person answers what a machine cannot tell. */
export const checklistViewWords = spoken({
  title: { zh: '人工核查', en: 'Check-list' },
  none: {
    zh: '还没有卷宗。请先到“检查”中选入卷宗文件，须由人核查的事项会列在这里。',
    en: 'No files yet. Choose files under “Check” first: what a person has to look at is then listed here.',
  },
  nothing: {
    zh: '这些卷宗没有须由人核查的事项。',
    en: 'Nothing in these files waits for a person.',
  },
  again: {
    zh: '本次恢复的工作未留存卷宗原文。请到“检查”中重新选入原来的卷宗，即可接着核查；已作的答复都在。',
    en: 'The files themselves were not kept with this work. Choose the same files under “Check” to go on; all answers are still here.',
  },
  listing: { zh: '正在整理须由人核查的事项……', en: 'Listing what waits for a person…' },
  listed: said(
    (done: number, total: number) =>
      `正在整理须由人核查的事项，已看${done}份，共${total}份；可以先去做别的……`,
    (done, total) =>
      `Listing what waits for a person: ${done} of ${total} looked at; do something else meanwhile if you like…`,
  ),
  progress: said(
    (done: number, all: number, wrong: number, bare: number) =>
      [
        `已核查${done}项，共${all}项`,
        ...(wrong > 0 ? [`${wrong}项答复有误，未计入`] : []),
        ...(bare > 0 ? [`${bare}项不合规未写理由，未计入`] : []),
      ].join('；'),
    (done, all, wrong, bare) =>
      [
        `${done} of ${all} answered`,
        ...(wrong > 0 ? [`${wrong} not accepted`] : []),
        ...(bare > 0 ? [`${bare} failed without a reason`] : []),
      ].join('; '),
  ),
  who: { zh: '核查人（工号或姓名）', en: 'Checked by (staff number or name)' },
  when: { zh: '核查日期', en: 'Checked on' },
  whoFirst: {
    zh: '请先填写核查人和核查日期，再作答复。',
    en: 'Say who checks and on which day first.',
  },
  step: { zh: '节点', en: 'Step' },
  dossier: { zh: '卷宗', en: 'Dossier' },
  state: { zh: '进度', en: 'Progress' },
  all: { zh: '全部', en: 'All' },
  states: {
    open: { zh: '未核查', en: 'Not answered' },
    done: { zh: '已核查', en: 'Answered' },
    wrong: { zh: '答复有误', en: 'Not accepted' },
    bare: { zh: '未写理由', en: 'No reason given' },
  },
  fits: { zh: '没有符合所选条件的事项。', en: 'Nothing fits this choice.' },
  answer: { zh: '结果', en: 'Result' },
  answers: {
    pass: { zh: '合规', en: 'Pass' },
    fail: { zh: '不合规', en: 'Fail' },
    'not-applicable': { zh: '不适用', en: 'Not applicable' },
  },
  clear: { zh: '改为未核查', en: 'Take the answer back' },
  page: { zh: '影像页码', en: 'Page of image' },
  remark: { zh: '备注', en: 'Remark' },
  why: {
    zh: '请在备注中写明理由，不写客户姓名和证件号码。',
    en: 'Give the reason in the remark, without names or identity numbers of customers.',
  },
  whyFail: {
    zh: '判为不合规的，须在备注中写明所见事实：它将写入事实确认书，由被检查机构签认。不写客户姓名和证件号码。',
    en: 'What fails needs the facts in its remark: they go into the confirmation that the unit signs. No names or identity numbers of customers.',
  },
  masked: said(
    (shown: string) => `备注含客户姓名、证件号码或电话，请删去；文书中显示为：${shown}`,
    (shown) =>
      `The remark holds a name, identity number or telephone: take it out. Papers show it as: ${shown}`,
  ),
  how: { zh: '看什么', en: 'What to look at' },
  standard: { zh: '尽职标准', en: 'Measure' },
  evidence: { zh: '凭证', en: 'Evidence' },
  basis: { zh: '依据', en: 'Basis' },
  toRule: { zh: '在手册中查看本条', en: 'This rule in the manual' },
  unverified: { zh: '依据待核', en: 'not verified' },
  both: {
    zh: '本项另有数据部分由系统判定，两部分从严。',
    en: 'Another part is judged by data; the worse of the two counts.',
  },
  part: said(
    (title: string, day: string | null, says: readonly string[]) =>
      `${title}${day === null ? '' : `（${day}）`}${says.length === 0 ? '' : `：${says.join('，')}`}`,
    (title, day, says) =>
      `${title}${day === null ? '' : ` (${day})`}${says.length === 0 ? '' : `: ${says.join(', ')}`}`,
  ),
  by: said(
    (checker: string, date: string) => `${checker}，${date}`,
    (checker, date) => `${checker}, ${date}`,
  ),
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已撤销上一步。', en: 'The last change is undone.' },
  download: { zh: '下载核查表（Excel）', en: 'Download the check-list (Excel)' },
  load: { zh: '载入填好的核查表', en: 'Load a filled-in check-list' },
  fileName: said(
    (day: string) => `人工核查表-${day}.xlsx`,
    (day) => `check-list-${day}.xlsx`,
  ),
  loaded: said(
    (taken: number, wrong: number) =>
      `已载入${taken}项答复${wrong > 0 ? `，另有${wrong}处有误，未计入` : ''}。`,
    (taken, wrong) =>
      `${taken} ${taken === 1 ? 'answer' : 'answers'} loaded${wrong > 0 ? `; ${wrong} are wrong and do not count` : ''}.`,
  ),
  notRead: said(
    (name: string) => `“${name}”不是填好的核查表。`,
    (name) => `“${name}” is not a filled-in check-list.`,
  ),
  answered: said(
    (title: string, answer: string, left: number) =>
      `${title}：${answer}。${left > 0 ? `还有${left}项未核查。` : '全部核查完毕。'}`,
    (title, answer, left) =>
      `${title}: ${answer}. ${left > 0 ? `${left} left.` : 'All are answered.'}`,
  ),
  verdict: {
    label: { zh: '本卷宗按现有答复', en: 'With these answers this file' },
    pass: { zh: '合规', en: 'passes' },
    fail: { zh: '不合规', en: 'fails' },
    'cannot-tell': { zh: '尚不能判定', en: 'cannot be told yet' },
  },
  keys: {
    zh: '键盘：1 合规，转到下一未核查项；2 不合规、3 不适用，转到备注；P 填影像页码（刚判合规的一项也可回填）；Enter 写备注，写完再按 Enter 转到下一未核查项，Esc 回到列表；J 或 ↓ 下一项，K 或 ↑ 上一项；U 撤销。',
    en: 'Keys: 1 pass, on to the next that waits; 2 fail and 3 not applicable, to the remark; P to the page of the image, also of what just passed; Enter to the remark, Enter again on to the next that waits, Esc back to the list; J or ↓ next, K or ↑ previous; U undo.',
  },
  pages: {
    label: { zh: '分页', en: 'Pages' },
    of: said(
      (page: number, all: number) => `第${page}页，共${all}页`,
      (page, all) => `Page ${page} of ${all}`,
    ),
    before: { zh: '上一页', en: 'Previous page' },
    after: { zh: '下一页', en: 'Next page' },
  },
  list: { zh: '须由人核查的事项', en: 'What a person has to look at' },
});
