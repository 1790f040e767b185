import { said } from '../base/language.ts';
import type { Cell } from '../base/source.ts';
import type { RefusedWhy, RowsOfNumber } from '../intake/problems.ts';
import { counted } from './counted.ts';

/** From the fewest to the most that a file has. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

const span = ({ least, most }: Span) => (least === most ? String(least) : `${least}–${most}`);

/** What the mapping says of every row stands in no cell. */
export const fixedInMapping = {
  zh: '对应表中统一填写的值',
  en: 'filled in once, in the mapping, for all rows',
};

/** What people are told of tables that become files. */
export const intake = {
  /** A place in a table: `core.csv 第7行 K列「金额」`. */
  cell: said(
    ({ sheet, row, column, isFixed }: Cell) => {
      if (isFixed) return fixedInMapping.zh;
      const [file = '', name] = sheet.split('!');
      const of = name === undefined ? '' : `工作表「${name}」`;
      return `${file} ${of}第${row}行${column ? ` ${column.letter}列「${column.heading}」` : ''}`;
    },
    ({ sheet, row, column, isFixed }) => {
      if (isFixed) return fixedInMapping.en;
      const [file = '', name] = sheet.split('!');
      const of = name === undefined ? '' : ` sheet “${name}”`;
      return `${file}${of} row ${row}${column ? ` column ${column.letter} “${column.heading}”` : ''}`;
    },
  ),
  judged: said(
    (rules: number, data: Span, outOfScope: Span) =>
      `已判定：${rules} 条规则和流程检查中，每份卷宗按数据判定 ${span(data)} 条，不适用 ${span(outOfScope)} 条`,
    (rules, data, outOfScope) =>
      `judged: of ${rules} rules and checks of the process, ${span(data)} a file by data; ${span(outOfScope)} do not apply`,
  ),
  notJudged: said(
    (uncaptured: Span, manual: Span) =>
      `未判定：每份卷宗因未取数 ${span(uncaptured)} 条，须人工核查 ${span(manual)} 条`,
    (uncaptured, manual) =>
      `not judged: ${span(uncaptured)} a file were not captured; ${span(manual)} are for a person to check`,
  ),
  nothingJudged: {
    zh: '没有一条规则能按数据判定：下面不是“合规”，是还没有判定',
    en: 'no rule could be judged by the data: what follows is no pass, it was not judged',
  },
  incomplete: said(
    (title: string, table: string, read: number, rules: number) =>
      `${title}：已从“${table}”读入 ${read} 行，但对应表没有申明已取全，表里没有的不能当作没有，因此有 ${rules} 条规则未判定；确认表里列全了的，申明取全后重新检查`,
    (title, table, read, rules) =>
      `${title}: ${counted(read, 'row')} ${read === 1 ? 'was' : 'were'} read from “${table}”, but the mapping does not say that this is all there is, so ${counted(rules, 'rule')} ${rules === 1 ? 'was' : 'were'} not judged: if the table has all of them, say so in the mapping and check again`,
  ),
  opens: said(
    (fields: readonly { readonly title: string; readonly rules: number }[]) =>
      fields.length === 0
        ? '没有因未取数而未判定的规则'
        : `未取数的字段，补上后可判定的规则最多的是：${fields.map(({ title, rules }) => `${title}（${rules} 条）`).join('、')}`,
    (fields) =>
      fields.length === 0
        ? 'no rule is open for what was not captured'
        : `fields not captured that would open most rules: ${fields.map(({ title, rules }) => `${title} (${rules})`).join(', ')}`,
  ),
  /** Behind a verdict. */
  capturedOnly: said(
    (uncaptured: number) => `（仅就已取数据，未取数 ${uncaptured} 条）`,
    (uncaptured) => ` (by what was captured; ${uncaptured} rules not captured)`,
  ),
  /** Comments of a mapping that was drafted. */
  draft: {
    near: said('近似，请核对：', 'close to'),
    none: said('没有找到字段', 'no field was found'),
    complete: said(
      '台账已取全的列表和字段写在这里；没有写的，空白和没有的都按未取数处理',
      'what the tables have all of goes here; of all else blanks are not captured',
    ),
  },
  drafted: said(
    (path: string, found: number, left: number) =>
      `对应表已写入 ${path}：${found} 列找到字段，${left} 列须人工核对（见文件中的注释）`,
    (path, found, left) =>
      `the mapping was written to ${path}: fields were found for ${found} columns, and ${left} have to be looked at (see its comments)`,
  ),
  noHeadings: said(
    (paths: readonly string[]) =>
      `${paths.join('、')} 中没有找到表头：表头须是一行（或两行）互不相同的文字，其下为数据`,
    (paths) =>
      `no headings were found in ${paths.join(', ')}: they are a row, or two, of different words above the data`,
  ),
  /** What a cell is read as. */
  previewed: {
    blank: said('空白', 'blank'),
    turned: said('长数字已丢失', 'a long number that was lost'),
  },
  reconciliation: { zh: '对账', en: 'Reconciliation' },
  rows: said(
    (table: string, read: number, refused: number, hidden: number) =>
      `${table}：读入 ${read} 行，拒收 ${refused} 行${hidden > 0 ? `，其中隐藏或被筛选的 ${hidden} 行也已读入` : ''}`,
    (table, read, refused, hidden) =>
      `${table}: ${read} ${read === 1 ? 'row' : 'rows'} read, ${refused} refused${hidden > 0 ? `; ${hidden} of those read are hidden` : ''}`,
  ),
  dossiers: said(
    (files: number) => `由台账行组成卷宗 ${files} 份`,
    (files) => `${counted(files, 'file')} made`,
  ),
  sum: said(
    (heading: string, read: string, refused: string) =>
      `${heading} 合计：读入 ${read}，拒收 ${refused}`,
    (heading, read, refused) => `sum of ${heading}: ${read} read, ${refused} refused`,
  ),
  unmapped: said(
    (headings: readonly string[], more: number) =>
      `未对应的列：${headings.join('、')}${more > 0 ? ` 等 ${headings.length + more} 列` : ''}`,
    (headings, more) =>
      `columns that nothing is mapped to: ${headings.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ),
  refusedWhy: {
    'no-key': { zh: '没有业务编号', en: 'it has no business number' },
    duplicate: {
      zh: '业务编号与前面的行重复',
      en: 'its business number was given above already',
    },
    'no-main-row': {
      zh: '主表没有读入这个业务编号的行',
      en: 'the main table has no row with this business number that was read',
    },
    turned: {
      zh: '长数字已被表格软件改成科学计数法，原来的数字已丢失；请把该列设为文本后重新导出，或者不取这一列',
      en: 'a long number was turned by a program for tables and is lost: make the column text and export it again, or do not take it',
    },
    formula: {
      zh: '公式没有算出结果；在台账中改正，或者不取这一列，这一行就能读入',
      en: 'a formula has no value: mend it in the table, or do not take this column, and the row is read',
    },
    ragged: { zh: '格数与表头不符', en: 'it has not as many cells as its heading' },
  } satisfies Readonly<Record<RefusedWhy, { readonly zh: string; readonly en: string }>>,
  /** What was not read: a row, or all rows of one business number. */
  notRead: said(
    (rows: RowsOfNumber | undefined) =>
      rows
        ? `业务编号 \`${rows.number}\` 的${rows.count}行未读入（第${rangesShown(rows, '、')}行）`
        : '这一行未读入',
    (rows) =>
      rows
        ? `${counted(rows.count, 'row')} of business number \`${rows.number}\` (${rangesShown(rows, ', ')}) were not read`
        : 'this row was not read',
  ),
};

/** Ranges of rows that are told one by one, at most. */
const mostRanges = 8;

/** `199–218、305` */
function rangesShown({ ranges }: RowsOfNumber, separator: string): string {
  const shown = ranges
    .slice(0, mostRanges)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...shown, ...(ranges.length > mostRanges ? ['…'] : [])].join(separator);
}
