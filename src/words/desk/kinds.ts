import { spoken } from '../../base/language.ts';
import type { Said } from '../../base/language.ts';

/** What files that are given to the desk are called. */
export const givenKindWords = spoken({
  dossiers: { zh: '卷宗', en: 'dossiers' },
  table: { zh: '台账（待对应成卷宗）', en: 'table, to be mapped to dossiers' },
  mapping: { zh: '对应表', en: 'mapping of tables' },
  staff: { zh: '员工名册', en: 'staff register' },
  waivers: { zh: '例外审批台账', en: 'register of exceptions' },
  scheme: { zh: '检查方案', en: 'inspection scheme' },
  picked: { zh: '样本清单', en: 'list of the files drawn' },
  checklist: { zh: '人工核查表', en: 'check-list' },
  register: { zh: '问题台账（工作簿）', en: 'register of findings (workbook)' },
  ledger: { zh: '问题台账', en: 'ledger of findings' },
  run: { zh: '检查结果（NDJSON）', en: 'result of a check (NDJSON)' },
  report: { zh: '检查结果（JSON）', en: 'result of a check (JSON)' },
  session: { zh: '检查台的工作存档', en: 'saved work of the desk' },
});

/** Why the desk can do nothing with a file, and what to do instead. */
export const otherKindWords = spoken({
  empty: { zh: '文件是空的', en: 'the file is empty' },
  unreadable: {
    zh: '文件无法读取，可能已被移走、改动或没有权限',
    en: 'the file cannot be read: it may have been moved or changed, or you may not open it',
  },
  damaged: {
    zh: '文件不完整或已损坏，请重新取得后再试',
    en: 'the file is damaged or not whole: fetch it again',
  },
  pdf: {
    zh: 'PDF 不能判定：请给出卷宗的 JSON、YAML，或系统导出的 CSV、XLSX',
    en: 'a PDF cannot be judged: give the dossier as JSON or YAML, or an export as CSV or XLSX',
  },
  xls: {
    zh: '这是旧版的 Office 文件（如 XLS）：如为工作簿，请另存为 XLSX 后再试',
    en: 'this is a file of old Office, such as XLS: if it is a workbook, save it as XLSX',
  },
  encrypted: {
    zh: '工作簿设有打开密码：请去掉密码，另存后再试',
    en: 'the workbook has a password: save it without one',
  },
  parquet: {
    zh: '本页面不能读取 Parquet：请导出为 CSV 或 XLSX，或使用命令行',
    en: 'this page cannot read Parquet: export CSV or XLSX, or use the command line',
  },
  document: {
    zh: '这是文字文档，不是卷宗：请给出 JSON、YAML、CSV 或 XLSX',
    en: 'this is a word-processor document and no dossier: give JSON, YAML, CSV or XLSX',
  },
  page: {
    zh: '这是网页；有的系统把网页存成 .xls，请另存为 XLSX 或 CSV 后再试',
    en: 'this is a web page; some systems call theirs .xls: save it as XLSX or CSV',
  },
  image: {
    zh: '影像不能判定：请给出记录其内容的卷宗',
    en: 'an image cannot be judged: give the dossier that records what it shows',
  },
  archive: { zh: '这是压缩包：请先解压', en: 'this is an archive: unpack it first' },
  binary: {
    zh: '文件不是文本，也不是可识别的工作簿',
    en: 'the file is neither text nor a workbook that is known',
  },
  text: {
    zh: '文件中没有卷宗、名册、方案等的任何字段',
    en: 'the file has no field of a dossier, a register or a scheme',
  },
} satisfies Readonly<Record<string, Said<string>>>);
