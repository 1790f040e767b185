import { said, spoken } from '../../base/language.ts';

/** What the view says in which the manual is read. */
export const readWords = spoken({
  title: { zh: '查手册', en: 'Manual' },
  making: { zh: '正在生成手册……', en: 'Making the manual…' },
  opened: said(
    (title: string) => `已打开：${title}`,
    (title) => `Opened: ${title}`,
  ),
  contents: { zh: '目录', en: 'Contents' },
  inside: said(
    (title: string) => `${title}：下级目录`,
    (title) => `Inside ${title}`,
  ),
  find: {
    label: { zh: '查找全文', en: 'Search the whole text' },
    hint: {
      zh: '规则编号、名称、条款、术语（按 / 键）',
      en: 'Rule id, title, clause, term (press /)',
    },
    close: { zh: '关闭查找结果', en: 'Close what was found' },
  },
  searching: { zh: '正在查找……', en: 'Searching…' },
  found: said(
    (query: string, count: number) => `“${query}”找到${count}处`,
    (query, count) => `${count} found for “${query}”`,
  ),
  nothing: said(
    (query: string) => `手册中没有“${query}”`,
    (query) => `Nothing in the manual has “${query}”`,
  ),
  apart: said(
    (query: string, count: number, words: readonly string[]) =>
      `没有与“${query}”完全相符的内容；下列${count}处含有其中字词最多：${words.join('、')}`,
    (query, count, words) =>
      `Nothing has “${query}” as it stands; ${count} have most of its parts: ${words.join(', ')}`,
  ),
  instead: said(
    (typed: string, written: string) => `；“${typed}”在本手册写作“${written}”，已一并查找`,
    (typed, written) => `; for “${typed}” the manual has “${written}”, which was looked for too`,
  ),
  more: said(
    (count: number) => `再显示${count}处`,
    (count) => `Show ${count} more`,
  ),
  choice: { zh: '查阅范围', en: 'What to read' },
  form: {
    label: { zh: '用途', en: 'For' },
    all: { zh: '全文', en: 'Everything' },
    operation: { zh: '经办操作', en: 'Those who do the work' },
    inspection: { zh: '业务检查', en: 'Inspection' },
    audit: { zh: '审计', en: 'Audit' },
    'red-lines': { zh: '红线摘编', en: 'Red lines, in short' },
    checklists: { zh: '自查清单', en: 'Check-lists' },
  },
  post: { zh: '岗位', en: 'Post' },
  product: { zh: '产品', en: 'Product' },
  stage: { zh: '环节', en: 'Stage' },
  any: { zh: '全部', en: 'All' },
  day: { zh: '以该日规定为准', en: 'As at' },
  technical: { zh: '附字段与表达式', en: 'With fields and expressions' },
  clear: { zh: '恢复全文', en: 'Read everything' },
  bar: said(
    (rule: string) => `${rule}：打印与引用`,
    (rule) => `${rule}: print and quote`,
  ),
  printRule: { zh: '打印本条', en: 'Print this rule' },
  printWhole: { zh: '打印本条及历次版本', en: 'Print it with all earlier editions' },
  print: said(
    (rules: number) => (rules > 1 ? `打印本页（共${rules}条规则）` : '打印本页'),
    (rules) => (rules > 1 ? `Print this page (${rules} rules)` : 'Print this page'),
  ),
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  link: said(
    (title: string, address: string) => `${title}，在检查台打开：${address}`,
    (title, address) => `${title}; in the compliance desk at ${address}`,
  ),
  /** Above what is copied, where the browser does not copy. */
  copyByHand: { zh: '请手工复制：', en: 'Copy it by hand:' },
  backTo: said(
    (view: string) => `返回“${view}”`,
    (view) => `Back to “${view}”`,
  ),
  otherDay: said(
    (day: string, today: string) => `按${day}施行的规定显示，不是今天（${today}）的规定。`,
    (day, today) => `The rules of ${day}, and not those of today (${today}).`,
  ),
  otherDayNote: {
    zh: '文件编号和版本是本规则库的，不是当日文件的。',
    en: 'Number and version are those of this rulebook, not of a document of that day.',
  },
  toToday: { zh: '回到今天', en: 'Back to today' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  turn: { zh: '翻页', en: 'Pages' },
  trail: { zh: '所在位置', en: 'Where this is' },
  of: said(
    (version: string, day: string) => `${version}，以${day}施行的规定为准`,
    (version, day) => `${version}, as at ${day}`,
  ),
  outside: {
    zh: '所选范围内没有这一内容，以下显示全文版的对应页面。',
    en: 'What you chose has no such place; this is the page of the whole manual.',
  },
  missing: said(
    (anchor: string) => `手册中没有“${anchor}”：该日可能尚未施行，或已经废止。`,
    (anchor) => `The manual has no “${anchor}”: it may not be in force on that day, or no longer.`,
  ),
  front: { zh: '回到首页', en: 'To the front page' },
  table: said(
    (title: string) => `表格：${title}`,
    (title) => `Table: ${title}`,
  ),
  wide: { zh: '表格较宽，可左右移动 ⇆', en: 'A wide table: move it sideways ⇆' },
});
