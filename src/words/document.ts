import { type In, said, spoken } from '../base/language.ts';

/** What the script of a page says, by where it says it. */
export interface ScriptWords {
  readonly found: string;
  /** The query, how many, and the parts that it was cut into. */
  readonly foundApart: string;
  readonly nothing: string;
  /** Behind how many were found: a word as it was typed, and as it is written. */
  readonly instead: string;
  readonly more: string;
  readonly between: string;
  /** How many of how many, and what was chosen. */
  readonly shown: string;
  /** How many of how many on this page, how many in all pages, and what was chosen. */
  readonly shownHere: string;
  /** Before what was found, where the text of the other pages could not be read. */
  readonly onlyHere: string;
  readonly outside: string;
  /** Names the button that unfolds the lines under a title. */
  readonly inside: string;
  /** Names a table or picture that is wider than the page by the title above it. */
  readonly table: string;
}

const table = {
  contents: { zh: '目录', en: 'Contents' },
  backToContents: { zh: '返回目录', en: 'Contents' },
  /** Around the number of a page and the number of pages. */
  page: said(
    { before: '第 ', between: ' 页，共 ', after: ' 页' },
    { before: 'Page ', between: ' of ', after: '' },
  ),
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  /** The title of a page that goes on from the one before it. */
  continued: said(
    (title: string, page: number) => `${title}（${page}）`,
    (title: string, page: number) => `${title} (${page})`,
  ),
  inWords: { zh: '图示的文字说明', en: 'The chart in words' },
  find: said(
    { label: '查找全文', hint: '查找规则、节点、判定表、术语（按 / 键）' },
    { label: 'Search the whole text', hint: 'Search rules, steps, tables, terms (press /)' },
  ),
  filter: { zh: '筛选', en: 'Filter' },
  facets: said(
    { product: '适用产品', post: '岗位', force: '要求', level: '级别' },
    { product: 'Product', post: 'Post', force: 'How it binds', level: 'Level' },
  ),
  any: { zh: '全部', en: 'All' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  /** What the script of a page says; `{}` stands for a number or a text. */
  script: said<ScriptWords>(
    {
      found: '找到{}处',
      foundApart: '没有与“{}”完全相符的内容；下列{}处含有其中字词最多：{}',
      nothing: '全文没有“{}”',
      instead: '；“{}”在本手册写作“{}”，已一并查找',
      more: '再显示{}处',
      between: '、',
      shown: '显示{}条规则，共{}条：{}',
      shownHere: '本页显示{}条规则（共{}条），全书符合的有{}条：{}',
      onlyHere: '读不到其他各页的内容，仅在本页查找：',
      outside: '本条不在所选范围内，因链接指向本条而显示',
      inside: '{}：下级目录',
      table: '可左右移动：{}',
    },
    {
      found: '{} found',
      foundApart: 'Nothing has “{}” as it stands; {} have most of its parts: {}',
      nothing: 'Nothing has “{}”',
      instead: '; for “{}” this text has “{}”, which was looked for too',
      more: 'Show {} more',
      between: ', ',
      shown: 'Showing {} of {} rules: {}',
      shownHere: 'Showing {} of {} rules on this page, {} in the whole manual: {}',
      onlyHere: 'The text of the other pages cannot be read; on this page alone: ',
      outside: 'Outside what you chose; shown because a link leads to it',
      inside: 'Inside {}',
      table: 'Moves sideways: {}',
    },
  ),
};

/** What writers of documents say themselves. */
export type DocumentWords = In<typeof table>;

export const documentWords = spoken(table);
