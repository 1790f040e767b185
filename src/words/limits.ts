import { type In, said, type Said, spoken } from '../base/language.ts';
import type { LimitChange } from '../drafting/limits-back.ts';
import type { CellFault, RowFault } from '../drafting/problems.ts';
import { counted } from './counted.ts';

/** What a workbook of limits and tables says, and what is told when it comes back. */
const table = {
  title: said(
    (book: string, version: string) => `限额　${book} ${version} 版`,
    (book, version) => `Limits: ${book}, version ${version}`,
  ),
  tableTitle: said(
    (title: string, book: string, version: string) => `${title}　${book} ${version} 版`,
    (title, book, version) => `${title}: ${book}, version ${version}`,
  ),
  sheet: { zh: '限额', en: 'Limits' },
  instructions: {
    zh: '一行一版。今后改变的：在该限额下面插入一行，填编号、新的起日、数值和条款，其余留空；前一版的止日会自动写上。已经生效的版本只在原来写错时改（读回时加 --correct）。占比写 0.35 或 35%，金额写 200000，日期写 2027-01-01；不用公式。名称、单位、止日只供查看，不在这里改；行不要删除。',
    en: 'A row an edition. For what changes from a day on insert a row below its limit with the id, the new first day, value and clauses, and leave the rest open; the last day of the edition before is written by itself. Change an edition in force only where it was written wrong (--correct when it is read back). Shares as 0.35 or 35%, amounts as 200000, days as 2027-01-01; no formulas. Titles, units and last days are only shown and not changed here; delete no rows.',
  },
  tableInstructions: {
    zh: '一行是一版中的一行。今后改变的：把最近一版的各行复制到下面，改起日和格子里的内容，行号照旧；增加的行行号留空，放在该版最后；不要的行删去。格子里写表达式，文字带双引号，“-”表示不论；结果没有数值的留空；不用公式。已经生效的版本只在原来写错时改（读回时加 --correct）。',
    en: 'A row is a row of an edition. For what changes from a day on copy the rows of the last edition below, with the new first day and other cells, and the numbers of the rows as they are; a further row has no number and stands last in its edition; take out those that are not wanted. Cells are expressions, texts in double quotes, “-” for any; a result without a value is left open; no formulas. Change an edition in force only where it was written wrong (--correct when it is read back).',
  },
  columns: {
    parameter: { zh: '编号', en: 'Id' },
    table: { zh: '编号', en: 'Id' },
    'shown:title': { zh: '名称', en: 'Title' },
    'shown:unit': { zh: '单位', en: 'Unit' },
    from: { zh: '起日', en: 'From' },
    'shown:until': { zh: '止日', en: 'Until' },
    row: { zh: '行号', en: 'Row' },
    value: { zh: '数值', en: 'Value' },
    basis: { zh: '条款', en: 'Clauses' },
    digest: { zh: '摘要', en: 'Digest' },
  },
  cell: {
    formula: said(
      (_unit: string, _text: string) => '是公式或算不出来的结果，请写成数值',
      () => 'is a formula, or an error of one; write what it comes to',
    ),
    number: said(
      (unit: string, _text: string) => `不是数，这里填${unit}，写成 0.35、200000 这样`,
      (unit) => `is no number (${unit}); write it as 0.35 or 200000`,
    ),
    percent: said(
      (unit: string, _text: string) => `是百分比，而这里填${unit}`,
      (unit) => `is a percentage, and this is no share: ${unit}`,
    ),
    hundredfold: said(
      (unit: string, text: string) => `作为${unit}过大；如指百分之 ${text}，请写 \`${text}%\``,
      (unit, text) =>
        `is too much for a number of this kind (${unit}); write \`${text}%\` if per cent is meant`,
    ),
    day: said(
      (_unit: string, _text: string) => '不是日期，应写 2027-01-01',
      () => 'is no day; write 2027-01-01',
    ),
    shown: said(
      (_unit: string, _text: string) => '只供查看，要改请改规则库的文件',
      () => 'is only shown; change it in the file of the rulebook',
    ),
    digits: said(
      (_unit: string, _text: string) => '位数超过表格软件能保存的 15 位，请在规则库的文件里改',
      () =>
        'has more than the 15 digits that spreadsheets keep; change it in the file of the rulebook',
    ),
  } satisfies Readonly<Record<CellFault, Said<(unit: string, text: string) => string>>>,
  row: {
    'no-day': { zh: '起日不是日期', en: 'its first day is no day' },
    'no-editions': {
      zh: '没有分版本（editions），先在文件里把现在的内容写成一版',
      en: 'it has no editions; put what it says now into one in its file first',
    },
    'too-early': {
      zh: '新的一版应在最近一版的起日之后',
      en: 'a new edition begins later than the last',
    },
    ended: {
      zh: '最近一版已有止日，新的一版应从次日起',
      en: 'the last edition has a last day; a new one begins on the day after',
    },
    'not-written': {
      zh: '这种写法无法自动改，请在文件里改',
      en: 'it is written in a way that cannot be edited; change it in its file',
    },
    gone: {
      zh: '这一版的行不见了；版本不在表里删除，请恢复这一行',
      en: 'the row of this edition is gone; editions are not deleted in a workbook, put the row back',
    },
    past: {
      zh: '新的一版起日已过，会改动已经作出的判定；起日写今天或以后，确是补录或更正的用 `--correct`',
      en: 'a new edition begins in the past, where files were judged already; begin it today or later, or use `--correct` where it was left out by mistake',
    },
    clauses: {
      zh: '同一版的各行写了不同的条款，一版只有一处依据',
      en: 'the rows of one edition say different clauses, and an edition has but one basis',
    },
    twice: { zh: '同一起日有两行', en: 'two rows have the same first day' },
    order: {
      zh: '行号应照原来的顺序，增加的行行号留空、放在最后',
      en: 'rows keep the order of their numbers, and further ones have none and stand last',
    },
  } satisfies Readonly<Record<RowFault, Said<string>>>,
  quoted: said(
    (text: string) => (text === '' ? '空着的格' : `\`${text}\` `),
    (text) => (text === '' ? 'an empty cell ' : `\`${text}\` `),
  ),
  begun: said(
    (from: string) => (from === '' ? '（不分版本）' : `自 ${from} 起`),
    (from) => (from === '' ? '(without editions)' : `from ${from}`),
  ),
  change: said(
    (was: string, now: string) => (was === now ? '表中改了' : `表中由 ${was} 改成 ${now}`),
    (was, now) =>
      was === now ? 'and the sheet changes it' : `and the sheet changes ${was} to ${now}`,
  ),
  changed: said(
    ({ id, from, is, was, now }: LimitChange) => {
      const to = now === '' ? '各行' : was === '' ? now : `${was} → ${now}`;
      return `${id} ${from}：${is === 'edition' ? '新的一版' : '改'} ${to}`;
    },
    ({ id, from, is, was, now }) => {
      const to = now === '' ? 'rows' : was === '' ? now : `${was} → ${now}`;
      return `${id} ${from}: ${is === 'edition' ? 'a new edition,' : 'changed,'} ${to}`;
    },
  ),
  nothing: { zh: '与规则库相同，没有改动', en: 'the same as the rulebook: nothing changed' },
  refused: said(
    (count: number) => `有 ${count} 处不能采用，什么也没有写`,
    (count) => `${counted(count, 'place')} cannot be taken, and nothing was written`,
  ),
  out: said(
    (limits: number, tables: number, path: string) =>
      `${path}：限额 ${limits} 个，判定表 ${tables} 张`,
    (limits, tables, path) => `${path}: ${counted(limits, 'limit')}, ${counted(tables, 'table')}`,
  ),
};

export type LimitWords = In<typeof table>;

export const limitWords = spoken(table);
