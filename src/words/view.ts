import { type In, said, spoken } from '../base/language.ts';

const table = {
  /** What was asked for and what was found. */
  files: said(
    (read: number, taken: number) => `共读取 ${read} 份文件，属于该编号的 ${taken} 份。`,
    (read, taken) =>
      `${read} ${read === 1 ? 'file was' : 'files were'} read; ${taken} of them ${taken === 1 ? 'belongs' : 'belong'} to this number.`,
  ),
  unread: said(
    (count: number) => `另有 ${count} 份无法读取。`,
    (count) => `${count} more could not be read.`,
  ),
  unplaced: said(
    (count: number, first: string) =>
      `另有 ${count} 份归属无法判定，可能属于该编号，未计入以下各项：${first}${count > 20 ? '等' : ''}。`,
    (count, first) =>
      `Of ${count} more it cannot be told whose they are. They may belong here and are in nothing below: ${first}${count > 20 ? ' and others' : ''}.`,
  ),
  group: said(
    (title: string, keys: string, files: number) =>
      `${title}：另涉及 ${keys}，其文件 ${files} 份。`,
    (title, keys, files) =>
      `${title}: also ${keys}, with ${files} ${files === 1 ? 'file' : 'files'} of their own.`,
  ),
  groupNotRead: said(
    (title: string, keys: string) =>
      `${title}：另涉及 ${keys}；文件来自标准输入，不能再读一遍，未查找其文件。`,
    (title, keys) =>
      `${title}: also ${keys}; standard input cannot be read twice, so their files were not looked for.`,
  ),
  /** Between two sentences. */
  between: { zh: '', en: ' ' },
  masked: { zh: '个人信息已脱敏。', en: 'Personal data is masked.' },
  asOf: said(
    (day: string) => `截至 ${day}。`,
    (day) => `As of ${day}.`,
  ),
  none: { zh: '文件中没有记录。', en: 'The files have none.' },
  /** In place of a value that no file has: nobody verified that there is none. */
  notRecorded: { zh: '未登记', en: 'not recorded' },
  noFindings: { zh: '未发现未解决的问题。', en: 'No open findings.' },
  noContradictions: { zh: '各份文件之间未发现矛盾。', en: 'No contradictions between the files.' },
  nothingNext: { zh: '没有待办。', en: 'Nothing is due next.' },
  unknown: said(
    (fields: string) => `资料不足：${fields}`,
    (fields) => `not on file: ${fields}`,
  ),
  /** A row of which it cannot be told that it belongs in the table. */
  doubtful: said(
    (fields: string) => `（是否列入待核实，缺：${fields}）`,
    (fields) => ` (may not belong here; not on file: ${fields})`,
  ),
  wanting: said(
    (fields: string) => `资料不足，可能还有未列出的：${fields}。`,
    (fields) => `There may be more, since this is not on file: ${fields}.`,
  ),
  total: { zh: '合计', en: 'Total' },
  partly: said(
    (known: string, unknown: number) =>
      `已知部分 ${known}，另有 ${unknown} 项资料不足，合计无法得出`,
    (known, unknown) =>
      `known part ${known}; ${unknown} more ${unknown === 1 ? 'part is' : 'parts are'} not on file, so there is no total`,
  ),
  unknownTotal: said(
    (unknown: number) => `${unknown} 项资料不足，合计无法得出`,
    (unknown) =>
      `${unknown} ${unknown === 1 ? 'part is' : 'parts are'} not on file, so there is no total`,
  ),
  /** Of what a rulebook says of a file no verdict was reached. */
  open: said(
    (cannotTell: number, waiting: number) =>
      `另有 ${[...(cannotTell > 0 ? [`${cannotTell} 项资料不足，待核实`] : []), ...(waiting > 0 ? [`${waiting} 项待人工核查`] : [])].join('；')}。`,
    (cannotTell, waiting) =>
      `Besides, ${[...(cannotTell > 0 ? [`${cannotTell} cannot be told for want of data`] : []), ...(waiting > 0 ? [`${waiting} wait for a person`] : [])].join('; ')}.`,
  ),
  line: said(
    (line: number) => `第 ${line} 行`,
    (line) => `line ${line}`,
  ),
  andMore: said(
    (count: number) => `等 ${count} 处`,
    (count) => ` and others, ${count} in all`,
  ),
  column: {
    item: { zh: '项目', en: 'Item' },
    value: { zh: '内容', en: 'Content' },
    amount: { zh: '金额', en: 'Amount' },
    grade: { zh: '级别', en: 'Grade' },
    rule: { zh: '规则', en: 'Rule' },
    found: { zh: '发现', en: 'Found' },
    file: { zh: '文件', en: 'File' },
    place: { zh: '位置', en: 'Place' },
    step: { zh: '流程节点', en: 'Step' },
    by: { zh: '岗位', en: 'Post' },
    deadline: { zh: '期限', en: 'Deadline' },
  },
};

/** What a view says, apart from the rulebook's own words. */
export type ViewWords = In<typeof table>;

export const viewWords = spoken(table);
