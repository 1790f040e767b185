import { said, spoken } from '../../base/language.ts';
import { counted } from '../counted.ts';

/** What the view says in which the columns of tables are given fields. */
export const tablesWords = spoken({
  title: { zh: '台账对应', en: 'Map tables' },
  intro: {
    zh: '台账的列由各行自己的系统命名。在这里指明每一列是什么，之后同一种台账都可以直接检查。',
    en: 'Systems name their columns each in their own way. Say here what each column is; tables of the same kind can then be checked as they come.',
  },
  drop: { zh: '把台账（XLSX、CSV）拖到这里，或', en: 'Drop tables (XLSX, CSV) here, or' },
  choose: { zh: '选择台账', en: 'Choose tables' },
  others: { zh: '换台账', en: 'Other tables' },
  load: { zh: '载入对应表', en: 'Load a mapping' },
  save: { zh: '保存对应表', en: 'Save the mapping' },
  use: { zh: '按此对应表检查', en: 'Check by this mapping' },
  undo: { zh: '撤销', en: 'Undo' },
  unmask: { zh: '显示个人信息', en: 'Show personal data' },
  reading: { zh: '正在读取台账……', en: 'Reading the tables…' },
  notMapping: {
    zh: '所选文件不是对应表，或有错误，列在下面；可以撤销。',
    en: 'This file is no mapping, or has errors, which are listed below; it can be undone.',
  },
  noTables: {
    zh: '没有可以读取的台账。',
    en: 'None of the files has a table that can be read.',
  },
  noHeadings: {
    zh: '没有找到表头。表头应为一行（或两行）互不相同的文字，下面是数据。',
    en: 'No headings were found: they are a row, or two, of different words above the data.',
  },
  faults: { zh: '需要处理', en: 'To be put right' },
  sound: {
    zh: '对应表可以使用。未对应的列按未取数处理；没有说明列全了的表，表里没有的也按未取数处理，不判对错。',
    en: 'The mapping can be used. What no column is mapped to, or is not said to be complete, is not captured and judged neither way.',
  },
  state: said(
    (mapped: number, guessed: number, left: number) =>
      `已对应${mapped}列，待处理${guessed}列，不取${left}列`,
    (mapped, guessed, left) => `${mapped} mapped, ${guessed} to be looked at, ${left} not taken`,
  ),
  subject: { zh: '每行是一份', en: 'A row is a' },
  sheets: { zh: '工作表', en: 'Tables' },
  sheet: { zh: '这张表', en: 'This table' },
  hidden: { zh: '隐藏的工作表', en: 'hidden sheet' },
  role: { zh: '这张表的每一行是', en: 'A row of this table is' },
  roles: {
    main: { zh: '一份卷宗（主表）', en: 'a file (main table)' },
    none: { zh: '不用这张表', en: 'not used' },
  },
  rowOf: said(
    (list: string) => `卷宗中的一项：${list}（子表）`,
    (list) => `an item of a file: ${list} (child table)`,
  ),
  key: { zh: '业务编号所在列', en: 'Column with the business number' },
  keyOfList: {
    zh: '与主表相连的业务编号列',
    en: 'Column with the business number of the main table',
  },
  show: { zh: '显示', en: 'Show' },
  filters: {
    all: { zh: '全部列', en: 'All columns' },
    open: { zh: '待处理', en: 'To be looked at' },
    mapped: { zh: '已对应', en: 'Mapped' },
    none: { zh: '不取', en: 'Not taken' },
  },
  nothingShown: { zh: '没有这样的列。', en: 'There are no such columns.' },
  columns: {
    place: { zh: '列', en: 'Column' },
    samples: { zh: '台账里的内容', en: 'As written' },
    field: { zh: '对应的字段', en: 'Becomes' },
  },
  noHeading: { zh: '（无表头）', en: '(no heading)' },
  isKey: { zh: '业务编号', en: 'business number' },
  blankSamples: { zh: '前几行为空', en: 'blank in the first rows' },
  missing: { zh: '台账中没有这一列', en: 'not in the table' },
  takenAs: { zh: '不取', en: 'Not taken' },
  fieldOf: said(
    (heading: string) => `“${heading}”对应的字段`,
    (heading) => `Field for “${heading}”`,
  ),
  placeholder: { zh: '输入字段名称查找', en: 'Type to find a field' },
  notTaken: { zh: '不取这一列', en: 'Do not take this column' },
  noField: { zh: '没有找到字段，请换一个说法', en: 'No field was found; try other words' },
  found: said(
    (fields: number) => `找到${fields}个字段`,
    (fields) => `${fields} ${fields === 1 ? 'field' : 'fields'} found`,
  ),
  guess: { zh: '可能是', en: 'Perhaps' },
  accept: { zh: '是', en: 'Yes' },
  acceptAll: said(
    (columns: number) => `全部采用（${columns}）`,
    (columns) => `Take all suggestions (${columns})`,
  ),
  acceptAllSays: {
    zh: '各表中“可能是”的字段一次采用，可以撤销；采用后请逐列看一遍“读成”。',
    en: 'Takes what is suggested in all tables; it can be undone. Look at “Read as” of each column afterwards.',
  },
  acceptedAll: said(
    (columns: number) => `已采用${columns}列，可以撤销。`,
    (columns) => `${counted(columns, 'column')} taken; it can be undone.`,
  ),
  unlike: said(
    (subject: string) =>
      `这张表不像${subject}的台账：各列几乎都找不到对应的内容。选错了的，请换台账；没有选错的，请逐列指明。`,
    (subject) =>
      `This does not look like a table of “${subject}”: next to none of its columns is known. If it is the wrong file, choose another; if not, say what each column is.`,
  ),
  codes: said(
    (heading: string) => `“${heading}”里有本系统自己的写法，请说明含义：`,
    (heading) => `“${heading}” has words of its own system. What do they mean?`,
  ),
  acceptOf: said(
    (heading: string, field: string) => `是，“${heading}”对应“${field}”`,
    (heading, field) => `Yes, “${heading}” becomes “${field}”`,
  ),
  ofKind: said(
    (kind: string, unit: string) => (unit === '' || unit === '—' ? kind : `${kind}（${unit}）`),
    (kind, unit) => (unit === '' || unit === '—' ? kind : `${kind} (${unit})`),
  ),
  within: said(
    (titles: readonly string[]) => titles.join(' › '),
    (titles) => titles.join(' › '),
  ),
  element: said(
    (number: number) => `第${number}项`,
    (number) => `no. ${number}`,
  ),
  details: { zh: '看前十行', en: 'Ten rows' },
  detailsOf: said(
    (heading: string) => `看前十行：${heading}`,
    (heading) => `Ten rows: ${heading}`,
  ),
  row: { zh: '行', en: 'Row' },
  written: { zh: '台账里写的', en: 'As written' },
  becomes: { zh: '读成', en: 'Read as' },
  blank: { zh: '空白', en: 'blank' },
  unit: { zh: '台账的单位', en: 'Unit in the table' },
  units: {
    none: { zh: '与字段相同', en: 'As the field has it' },
    thousand: { zh: '千元（×1000）', en: 'thousands (×1000)' },
    tenThousand: { zh: '万元（×10000）', en: 'ten thousands (×10000)' },
    hundredMillion: { zh: '亿元（×100000000）', en: 'hundred millions (×100000000)' },
    percent: { zh: '百分数，不带%（×0.01）', en: 'percent without a sign (×0.01)' },
  },
  otherUnit: said(
    (times: number, unit: string) => `${unit}（×${times}）`,
    (times, unit) => `${unit} (×${times})`,
  ),
  hint: said(
    (unit: string) => `表头写着${unit}，单位却按字段读取，请核对`,
    (unit) => `the heading says ${unit}, but numbers are taken as they stand: look at it`,
  ),
  time: { zh: '只有日期时按几点', en: 'Time of day where there is a day alone' },
  noTime: { zh: '不补时刻', en: 'None is added' },
  optional: { zh: '有的台账可以没有这一列', en: 'Tables may lack this column' },
  remove: { zh: '删去', en: 'Remove' },
  removeOf: said(
    (name: string) => `删去“${name}”`,
    (name) => `Remove “${name}”`,
  ),
  whole: { zh: '查看整列', en: 'The whole column' },
  wholeOf: said(
    (heading: string) => `查看整列：${heading}`,
    (heading) => `The whole column: ${heading}`,
  ),
  wholeSays: said(
    (rows: number, wrong: number, blank: number, isAll: boolean) =>
      `${isAll ? '共' : '前'}${rows}行：${wrong === 0 ? '都能读取' : `${wrong}行无法读取`}${blank > 0 ? `，${blank}行空白` : ''}`,
    (rows, wrong, blank, isAll) =>
      `${isAll ? 'Of' : 'Of the first'} ${rows} rows ${wrong === 0 ? 'all can be read' : `${wrong} cannot be read`}${blank > 0 ? `; ${blank} are blank` : ''}`,
  ),
  count: { zh: '行数', en: 'Rows' },
  means: { zh: '含义', en: 'Meaning' },
  meansOf: said(
    (cell: string) => `“${cell}”的含义`,
    (cell) => `Meaning of “${cell}”`,
  ),
  asWritten: { zh: '照写的读', en: 'As it is written' },
  fixed: { zh: '每行都一样的内容', en: 'The same in every row' },
  fixedSays: {
    zh: '台账没有列、但每笔都相同的内容，在这里填一次。',
    en: 'What the table has no column for and is the same in every row.',
  },
  wanted: said(
    (field: string) => `${field}：没有列，也没有填`,
    (field) => `${field}: no column has it`,
  ),
  valueOf: said(
    (field: string) => `${field}的内容`,
    (field) => `Value of ${field}`,
  ),
  fill: { zh: '填入', en: 'Enter' },
  addFixed: { zh: '再填一项', en: 'One more' },
  complete: { zh: '这张表列全了吗', en: 'Is this all there is?' },
  completeSays: {
    zh: '勾选的，表里没有就是没有办，按此判定；不勾选的，表里没有的不算没有办，等着它的规则都不判定。系统按条件导出了全部记录的，勾选；只导出了一部分的，不勾选；说不准的，先问导出的人。',
    en: 'Ticked: what the table has not was not done, and is judged so. Not ticked: it may have been done, and the rules that wait for it are not judged. Tick where the system exported all records; do not where it exported a part. If in doubt, ask whoever exported it.',
  },
  completeList: said(
    (title: string) => `这张表里列全了每一份卷宗的全部${title}`,
    (title) => `This table has every item of “${title}” of every file`,
  ),
  completeFields: said(
    (title: string) => `${title}：已对应的列，空白就是没有`,
    (title) => `${title}: a blank in a mapped column means there is none`,
  ),
  text: { zh: '对应表原文（YAML）', en: 'Text of the mapping (YAML)' },
  pages: { zh: '分页', en: 'Pages' },
  page: said(
    (from: number, to: number, all: number) => `第${from}至${to}列，共${all}列`,
    (from, to, all) => `Columns ${from} to ${to} of ${all}`,
  ),
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  opened: said(
    (tables: number) => `已读取${tables}张表，对应表已按表头起草。`,
    (tables) =>
      `${tables} ${tables === 1 ? 'table was' : 'tables were'} read, and a mapping was drafted from the headings.`,
  ),
  changed: said(
    (heading: string, field: string) => `“${heading}”对应“${field}”。`,
    (heading, field) => `“${heading}” becomes “${field}”.`,
  ),
  unmapped: said(
    (heading: string) => `“${heading}”不取。`,
    (heading) => `“${heading}” is not taken.`,
  ),
  done: { zh: '已更改。', en: 'Changed.' },
  undone: { zh: '已撤销。', en: 'Undone.' },
  loaded: { zh: '已载入对应表。', en: 'The mapping was loaded.' },
  saved: said(
    (name: string) => `对应表已交浏览器下载：${name}`,
    (name) => `The mapping was handed to the browser as ${name}`,
  ),
  leftOut: said(
    (files: number) => `台账和卷宗须分开检查：另有${files}个文件没有加入，请单独加入。`,
    (files) =>
      `Tables and files are checked apart: ${files} other ${files === 1 ? 'file was' : 'files were'} left out; give them by themselves.`,
  ),
  toComplete: { zh: '到台账对应中申明', en: 'Say so in the mapping' },
  keepTables: { zh: '保留台账', en: 'Keep the tables' },
  keepFiles: { zh: '保留卷宗', en: 'Keep the files' },
  toFiles: { zh: '改查卷宗', en: 'Check the files instead' },
  toTables: { zh: '改查台账', en: 'Check the tables instead' },
  askFiles: said(
    (tables: readonly string[], files: number) =>
      `台账和卷宗须分开检查。改查新选入的${files}个卷宗文件，就要移出台账${tables.join('、')}和它的检查结果。对应表仍在“台账对应”，随时可以再查，要留到关闭页面以后的，先保存对应表；随附材料不动。`,
    (tables, files) =>
      `Tables and files are checked apart. To check the ${counted(files, 'new file')}, the tables ${tables.join(', ')} and their result have to be taken out. The mapping stays under “Map tables”, to be checked again at any time; save it to keep it beyond this page. What is judged by stays, too.`,
  ),
  askTables: said(
    (files: number) =>
      `台账和卷宗须分开检查。改查台账，就要移出已选入的${files}个卷宗文件和检查结果。随附材料不动；保留卷宗的，对应表仍在“台账对应”。`,
    (files) =>
      `Tables and files are checked apart. To check the tables, the ${counted(files, 'file')} that ${files === 1 ? 'is' : 'are'} there and the result have to be taken out. What is judged by stays; if the files are kept, the mapping is still under “Map tables”.`,
  ),
  captured: { zh: '取数情况', en: 'What was captured' },
  notReadOrDoubtful: { zh: '未读入和疑似有误', en: 'Not read, or doubtful' },
  more: said(
    (more: number) => `另有${more}处`,
    (more) => `and ${more} more`,
  ),
  headings: said(
    (titles: readonly string[], more: number) =>
      `表头：${titles.join('、')}${more > 0 ? `等${titles.length + more}列` : ''}`,
    (titles, more) => `Headings: ${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ),
  acceptRole: said(
    (list: string) => `是，这张表的每一行是：${list}`,
    (list) => `Yes, a row of this table is: ${list}`,
  ),
  fileName: { zh: '对应表', en: 'mapping' },
  severities: {
    error: { zh: '错误', en: 'Error' },
    warning: { zh: '注意', en: 'Warning' },
    info: { zh: '提示', en: 'Note' },
  },
});
