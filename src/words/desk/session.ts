import { said, spoken } from '../../base/language.ts';

/** What the page says of work that is saved, and of work that is not. */
export const sessionWords = spoken({
  title: { zh: '保存与交接', en: 'Saving and handing over' },
  state: {
    off: { zh: '未保存', en: 'Not saved' },
    saving: { zh: '正在保存……', en: 'Saving…' },
    saved: said(
      (time: string) => `已保存 ${time}`,
      (time) => `Saved ${time}`,
    ),
    reading: { zh: '只读：另一窗口正在办理', en: 'Read only: open in another tab' },
    failed: { zh: '保存失败', en: 'Saving failed' },
  },
  stored: {
    zh: '工作随时保存在本机浏览器中，用口令加密。口令不保存，忘记口令无法恢复。',
    en: 'Work is saved in this browser as it is done, encrypted with a pass phrase. The pass phrase itself is stored nowhere: without it nothing can be recovered.',
  },
  notStored: {
    zh: '尚未设口令，浏览器不保存任何内容：关闭页面后，答复和检查结果全部丢失。',
    en: 'No pass phrase is set and the browser stores nothing: answers and results are lost when the page is closed.',
  },
  privateWindow: {
    zh: '无痕窗口关闭后，浏览器会删除所存内容；请另存工作文件。',
    en: 'A private window deletes what it stored when it is closed: save a session file as well.',
  },
  begin: { zh: '设口令并开始保存', en: 'Set a pass phrase and save' },
  passPhrase: { zh: '口令', en: 'Pass phrase' },
  again: { zh: '再输一次口令', en: 'The pass phrase again' },
  short: said(
    (least: number) => `口令至少${least}个字符。`,
    (least) => `A pass phrase has at least ${least} characters.`,
  ),
  differs: { zh: '两次输入的口令不一致。', en: 'The two pass phrases differ.' },
  keyWork: {
    sealing: { zh: '正在用口令加密，约需一两秒……', en: 'Encrypting: this takes a second or two…' },
    opening: { zh: '正在用口令解密，约需一两秒……', en: 'Decrypting: this takes a second or two…' },
  },
  cancel: { zh: '取消', en: 'Cancel' },
  confirm: { zh: '确定', en: 'OK' },
  keepFiles: {
    zh: '卷宗原文一并保存（含客户个人信息，加密）',
    en: 'Keep the files too (personal data of customers, encrypted)',
  },
  keepFilesWhy: {
    zh: '不勾选时只保存脱敏后的检查结果和答复，下次须重新选入卷宗。',
    en: 'Otherwise only masked results and answers are saved, and the files have to be chosen again next time.',
  },
  name: { zh: '名称', en: 'Name' },
  nameSays: {
    zh: '用于下次辨认，不加密，不写客户信息。',
    en: 'To know it by next time. It is not encrypted: no data of customers.',
  },
  nameOf: said(
    (day: string) => `${day}的检查`,
    (day) => `Check of ${day}`,
  ),
  unnamed: { zh: '未命名的工作', en: 'Work without a name' },
  anew: { zh: '另起一项工作', en: 'Begin something else' },
  withFiles: said(
    (files: number, kilobytes: number) =>
      `${files}份卷宗原文一并存入文件（含客户个人信息，加密；约${kilobytes} KB）`,
    (files, kilobytes) =>
      `Put the ${files} ${files === 1 ? 'file' : 'files'} themselves in (personal data of customers, encrypted; about ${kilobytes} KB)`,
  ),
  withFilesWhy: {
    zh: '不勾选时，对方只能看到脱敏后的结果和答复；要接着核查或生成底稿，须另行取得卷宗原文。',
    en: 'Otherwise masked results and answers alone can be seen; to go on answering or to make work papers, the files have to be had some other way.',
  },
  sessions: { zh: '本机保存的工作', en: 'Work saved in this browser' },
  noSessions: { zh: '本机没有保存的工作。', en: 'No work is saved in this browser.' },
  session: said(
    (when: string, kilobytes: number) => `${when}保存，${kilobytes} KB`,
    (when, kilobytes) => `saved ${when}, ${kilobytes} KB`,
  ),
  open: { zh: '继续这项工作', en: 'Go on with it' },
  current: { zh: '当前', en: 'open now' },
  takeOver: { zh: '由本窗口接着办理', en: 'Take over in this tab' },
  elsewhere: {
    zh: '这项工作正在另一窗口中办理，这里只能查看。由本窗口接着办理后，另一窗口转为只读。',
    en: 'Another tab goes on with this work, and it can only be read here. If you take over, the other tab becomes read only.',
  },
  lost: {
    zh: '另一窗口已接手这项工作，本窗口转为只读，此后的修改不再保存。',
    en: 'Another tab has taken this work over. This one is read only now, and changes made here are not saved.',
  },
  resumable: said(
    (count: number) => `已存${count}项工作，可继续`,
    (count) => `${count} saved: go on`,
  ),
  file: { zh: '工作文件', en: 'Session file' },
  fileWhy: {
    zh: '工作文件（.shouze）同样用口令加密，可明天再打开，也可交复核人。',
    en: 'A session file (.shouze) is encrypted likewise. It can be opened tomorrow, or by the reviewer.',
  },
  save: { zh: '另存工作文件', en: 'Save a session file' },
  handOver: { zh: '交复核人（另设口令）', en: 'Hand over (with another pass phrase)' },
  handOverWhy: {
    zh: '为交接文件另设口令，口令请另行告知复核人，不与文件一起发送。',
    en: 'Set another pass phrase for the file, and tell the reviewer separately, not along with the file.',
  },
  load: { zh: '打开工作文件', en: 'Open a session file' },
  fileName: said(
    (day: string) => `检查工作-${day}.shouze`,
    (day) => `work-${day}.shouze`,
  ),
  fileSaved: said(
    (name: string, kilobytes: number) =>
      `已生成“${name}”（${kilobytes} KB），存放在浏览器的下载文件夹。`,
    (name, kilobytes) =>
      `“${name}” (${kilobytes} KB) is made, and lies in the downloads folder of the browser. `,
  ),
  fileHolds: said(
    (answers: number, files: number, withFiles: boolean) =>
      `内含${answers}项答复和${files}份卷宗的检查结果，${withFiles ? '含卷宗原文' : '不含卷宗原文'}。`,
    (answers, files, withFiles) =>
      `It holds ${answers} ${answers === 1 ? 'answer' : 'answers'} and the results of ${files} ${files === 1 ? 'file' : 'files'}, ${withFiles ? 'and the files themselves' : 'not the files themselves'}. `,
  ),
  tellApart: {
    zh: '请把文件交复核人，口令另行当面或电话告知，不与文件一起发送。',
    en: 'Give the file to the reviewer, and tell the pass phrase separately, by word of mouth or telephone.',
  },
  opened: said(
    (answers: number, results: number, hasFiles: boolean) =>
      `已打开：${answers}项答复，${results}份卷宗的检查结果，${hasFiles ? '含卷宗原文' : '不含卷宗原文'}。`,
    (answers, results, hasFiles) =>
      `Open: ${answers} ${answers === 1 ? 'answer' : 'answers'}, the results of ${results} ${results === 1 ? 'file' : 'files'}, ${hasFiles ? 'with the files' : 'without the files'}.`,
  ),
  goOn: { zh: '继续：', en: 'Go on: ' },
  replaces: {
    zh: '打开后，当前页面中的答复和检查结果由其取代。',
    en: 'What is answered and judged on this page now gives way to it.',
  },
  /** A version and its digest: rulebooks change without a new number too. */
  version: said(
    (version: string, digest: string) => `${version}版（摘要${digest}）`,
    (version, digest) => `${version} (digest ${digest})`,
  ),
  otherVersion: said(
    (theirs: string, ours: string) =>
      `这项工作按规则库${theirs}办理，本页面为${ours}。所存检查结果仍按原版得出；重新选入卷宗后按本页面的版本判定，原答复逐项提示。`,
    (theirs, ours) =>
      `This work was done by version ${theirs} of the rulebook; this page has version ${ours}. The results shown are those of the former. Once the files are chosen again they are judged by the latter, and each earlier answer is marked.`,
  ),
  judging: {
    zh: '卷宗正在检查，检查完再另存。',
    en: 'Files are being judged: save a file when that is done.',
  },
  without: {
    zh: '检查结果超过256 MB，未随工作保存，下次须重新选入卷宗检查；答复不受影响。',
    en: 'The results come to more than 256 MB and are not saved with the work: next time the files have to be chosen and judged again. Answers are not affected.',
  },
  looking: {
    zh: '“总览”中打开的检查结果已有文件，不随工作保存。',
    en: 'The saved run that is open under “Overview” is a file of its own, and is not saved with the work.',
  },
  clear: { zh: '全部清除', en: 'Clear everything' },
  clearing: said(
    (sessions: number, answers: number) =>
      `将清除本机浏览器中保存的${sessions}项工作，以及本页面中的${answers}项答复和全部检查结果，不可恢复。已另存的工作文件不受影响。`,
    (sessions, answers) =>
      `This deletes ${sessions} saved ${sessions === 1 ? 'piece' : 'pieces'} of work from this browser, and ${answers} ${answers === 1 ? 'answer' : 'answers'} and all results from this page. It cannot be undone. Session files that you saved are not touched.`,
  ),
  clearYes: { zh: '清除', en: 'Delete' },
  cleared: { zh: '已全部清除。', en: 'Everything is deleted.' },
  retry: { zh: '再试一次', en: 'Try again' },
  mask: { zh: '隐去个人信息', en: 'Hide personal data' },
  unmask: { zh: '显示个人信息', en: 'Show personal data' },
  masked: { zh: '个人信息已隐去。', en: 'Personal data is hidden.' },
  problem: {
    'not-a-session': {
      zh: '这不是检查工作文件（.shouze），请确认选对了文件。',
      en: 'This is no session file (.shouze). Check that it is the right one.',
    },
    newer: {
      zh: '由更新版本的页面生成，请用新版页面打开。',
      en: 'It was made by a newer page: open it with that one.',
    },
    'cut-off': {
      zh: '文件不完整，末尾缺失，可能没有传完。请重新取得。',
      en: 'The file is incomplete: its end is missing. Get it again.',
    },
    damaged: {
      zh: '文件已损坏，内容与生成时不同。请重新取得，或打开更早的副本。',
      en: 'The file is damaged: it is not as it was made. Get it again, or open an earlier copy.',
    },
    'wrong-pass-phrase': {
      zh: '口令不对。请检查大小写和输入法后再试。',
      en: 'The pass phrase is wrong. Check capitals and keyboard, and try again.',
    },
    'other-rulebook': said(
      (theirs: string, ours: string) =>
        `这项工作按另一规则库（${theirs}）办理，本页面为“${ours}”，不能在此打开。`,
      (theirs, ours) =>
        `This work was done by another rulebook (${theirs}). This page has “${ours}” and cannot open it.`,
    ),
    'too-large': { zh: '文件过大，不能打开。', en: 'The file is too large to be opened.' },
    unavailable: {
      zh: '浏览器不允许本页面保存数据。请另存工作文件。',
      en: 'The browser does not let this page store anything. Save a session file instead.',
    },
    full: {
      zh: '磁盘或浏览器的存储空间已满，最近的修改没有存上。请立即另存工作文件，再清理空间。',
      en: 'The disk, or the room that the browser gives, is full: the latest changes are not saved. Save a session file now, then make room.',
    },
    closed: {
      zh: '浏览器关闭了存储，最近的修改可能没有存上。请再试一次，或另存工作文件。',
      en: 'The browser closed its store: the latest changes may not be saved. Try again, or save a session file.',
    },
    blocked: {
      zh: '另一窗口正以旧版页面使用存储。请关闭那些窗口后再试，或另存工作文件。',
      en: 'An older page in another tab is using the store. Close it and try again, or save a session file.',
    },
    taken: { zh: '另一窗口已接手这项工作。', en: 'Another tab has taken this work over.' },
    gone: {
      zh: '这项工作已从浏览器中删除。可再次设口令保存，或另存工作文件。',
      en: 'This work was deleted from the browser. Set a pass phrase to save it again, or save a session file.',
    },
    'file-gone': {
      zh: '原来的卷宗文件已移动或改动，不能一并保存。请重新选入，或取消保存原文。',
      en: 'A file was moved or changed since it was chosen and cannot be kept. Choose it again, or do not keep the files.',
    },
    'files-too-large': {
      zh: '卷宗合计超过64 MB，原文不能一并保存。请取消保存原文，或减少卷宗。',
      en: 'The files come to more than 64 MB and cannot be kept. Do not keep them, or take some away.',
    },
    'not-kept': {
      zh: '写入后读回的内容不一致，没有存上。请立即另存工作文件。',
      en: 'What was read back is not what was written: it is not saved. Save a session file now.',
    },
    failed: {
      zh: '浏览器未能保存。请再试一次，或另存工作文件。',
      en: 'The browser could not save it. Try again, or save a session file.',
    },
  },
});
