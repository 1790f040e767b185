import { said, spoken } from '../../base/language.ts';

/** What files that are downloaded are called, without what tells one of a kind from another. */
export const downloadNames = spoken({
  json: { zh: '检查结果', en: 'check-result' },
  ndjson: { zh: '检查结果', en: 'check-result' },
  html: { zh: '检查报告', en: 'check-report' },
  register: { zh: '问题台账', en: 'register-of-findings' },
  confirmation: { zh: '事实确认书', en: 'confirmations' },
  notice: { zh: '整改通知书', en: 'notices' },
  workpaper: { zh: '检查底稿', en: 'work-papers' },
  glance: { zh: '总体情况', en: 'at-a-glance' },
  todo: { zh: '待办清单', en: 'to-do' },
  checklist: { zh: '人工核查表', en: 'check-list' },
});

/** What the page says of downloads. */
export const downloadWords = spoken({
  title: { zh: '下载', en: 'Downloads' },
  paper: { zh: '文书格式', en: 'Papers as' },
  papers: {
    docx: { zh: 'Word 文档（DOCX）', en: 'Word (DOCX)' },
    html: { zh: '网页（HTML）', en: 'web pages (HTML)' },
  },
  groups: {
    papers: { zh: '检查文书', en: 'Papers of the check' },
    lists: { zh: '清单和台账', en: 'Lists and registers' },
    whole: { zh: '检查结果', en: 'The result itself' },
  },
  formats: {
    workpaper: { zh: '检查底稿', en: 'Work papers' },
    confirmation: { zh: '事实确认书', en: 'Confirmations of facts' },
    notice: { zh: '整改通知书', en: 'Notices' },
    register: { zh: '问题台账（XLSX）', en: 'Register of findings (XLSX)' },
    todo: { zh: '待办清单（XLSX）', en: 'To-do list (XLSX)' },
    html: { zh: '检查报告（HTML）', en: 'Report as a page (HTML)' },
    glance: { zh: '总体情况（TXT）', en: 'Totals (TXT)' },
    json: { zh: '结果数据（JSON）', en: 'Results as data (JSON)' },
    ndjson: { zh: '结果数据（NDJSON）', en: 'Results as lines (NDJSON)' },
  },
  whoFor: {
    workpaper: {
      zh: '每份卷宗一份，逐条写明结论和依据；全部卷宗重新判定一遍',
      en: 'one a dossier, with every rule and why; all dossiers are judged once more',
    },
    confirmation: { zh: '每个机构一份，供被检查机构签认', en: 'one a unit, to be signed by it' },
    notice: {
      zh: '每个机构一份，写明整改要求和期限',
      en: 'one a unit: what to put right, by when',
    },
    register: { zh: '每项问题一行，下发填写整改情况', en: 'a row each, to be filled in by units' },
    todo: { zh: '各卷宗已办、待办、岗位和期限', en: 'what is done and next, by whom and by when' },
    html: { zh: '单个文件，离线可看可查', en: 'one file, to be read and searched offline' },
    glance: { zh: '各项合计和差错率', en: 'totals and rates' },
    json: {
      zh: '供系统读取和复核比对：同样的卷宗总是得出同样的文件',
      en: 'for systems and review: the same files always give the same bytes',
    },
    ndjson: {
      zh: '每份卷宗一行，可在“总览”中再打开',
      en: 'a line a dossier, to be opened again under “Overview”',
    },
  },
  making: said(
    (what: string) => `正在生成${what}……`,
    (what) => `Making: ${what}…`,
  ),
  said: said(
    (name: string) => `已下载${name}`,
    (name) => `Downloaded ${name}`,
  ),
  nothing: said(
    (what: string) => `没有可写入的内容，未生成${what}`,
    (what) => `There is nothing to write: ${what} was not made`,
  ),
  noFiles: said(
    (what: string) => `${what}要用到卷宗原文件，请重新选择文件并判定`,
    (what) => `${what}: the files themselves are needed; choose them again`,
  ),
});
