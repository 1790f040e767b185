import { type In, said, spoken } from '../base/language.ts';

/** What a workbook to be filled in says. */
export const formWords = spoken({
  notes: { zh: '填写说明', en: 'Notes' },
  codes: { zh: '代码', en: 'Codes' },
  noteTitles: said(
    ['工作表', '列', '填写内容', '说明'],
    ['Sheet', 'Column', 'What to fill in', 'Remarks'],
  ),
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  entries: {
    key: {
      zh: '业务编号：主表每份卷宗一行、一个编号，其他工作表凭编号关联',
      en: 'business number: one for each file, a row each in the main sheet, by which rows of other sheets join it',
    },
    text: { zh: '文字', en: 'text' },
    id: { zh: '号码，逐位填写', en: 'number, digit by digit' },
    number: { zh: '数字', en: 'number' },
    share: { zh: '小数或百分数，如 0.35 或 35%', en: 'decimal or percentage: 0.35 or 35%' },
    boolean: { zh: '是或否', en: 'Yes or No' },
    day: { zh: '日期，如 2026-11-25', en: 'day, as 2026-11-25' },
    moment: { zh: '日期和时间，如 2026-11-25 09:30', en: 'day and time, as 2026-11-25 09:30' },
    time: { zh: '时间，如 09:30', en: 'time, as 09:30' },
    words: { zh: '从下拉列表中选择', en: 'to be chosen from the list' },
  },
  inUnit: said(
    (entry: string, unit: string) => `${entry}，单位：${unit}`,
    (entry, unit) => `${entry}, in ${unit}`,
  ),
  blank: {
    zh: '没有取到的内容留空，即为未取数，不会当作没有',
    en: 'leave blank what you have not got: it counts as not captured, not as none',
  },
});

export type FormWords = In<typeof formWords>;
