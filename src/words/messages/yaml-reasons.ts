/** What the reader of YAML says, and what a writer has to do about it. */
const reasons: readonly (readonly [
  begins: string,
  says: { readonly zh: string; readonly en: string },
])[] = [
  [
    'conflict marker',
    {
      zh: '这是合并留下的冲突标记，定下取哪一边以后删去',
      en: 'a merge left this conflict marker: choose a side and delete it',
    },
  ],
  [
    'full-width colon',
    {
      zh: '键之后的冒号要用半角，后面留一个空格',
      en: 'the colon behind a key is an ASCII one, with a blank behind it',
    },
  ],
  [
    'full-width dash',
    {
      zh: '列表项之前要用半角的“-”，后面留一个空格',
      en: 'an item begins with an ASCII hyphen and a blank',
    },
  ],
  [
    'other blanks',
    {
      zh: '缩进里有全角空格或者不换行空格，只能用半角空格',
      en: 'the indentation has blanks that are none of ASCII',
    },
  ],
  [
    'no blank behind the dash',
    { zh: '“-”之后要留一个空格', en: 'a blank is missing behind the hyphen' },
  ],
  [
    'no blank behind the colon',
    { zh: '冒号之后要留一个空格', en: 'a blank is missing behind the colon' },
  ],
  ['open quote', { zh: '这里的引号没有配对', en: 'this quote is not closed' }],
  [
    'open bracket',
    { zh: '这里的大括号或方括号没有配对', en: 'this brace or bracket is not closed' },
  ],
  [
    'text to be quoted',
    {
      zh: '这段文字里有 YAML 另作他用的标点，要整段加引号',
      en: 'this text has punctuation that means something to YAML: put the whole of it in quotes',
    },
  ],
  [
    'missed comma between flow collection entries',
    {
      zh: '大括号或方括号里，这里之前少了半角逗号：全角的“，”“：”不算，文字里有标点的要加引号',
      en: 'in braces or brackets an ASCII comma is missing before this: full-width ，and ： do not count, and a text with punctuation stands in quotes',
    },
  ],
  [
    'can not read a block mapping entry',
    {
      zh: '这一行不成“键: 值”：冒号要用半角，后面留一个空格',
      en: 'this line is no `key: value`: an ASCII colon, and a blank behind it',
    },
  ],
  [
    "expected ':' after a mapping key",
    {
      zh: '键之后少了半角冒号',
      en: 'an ASCII colon is missing behind the key',
    },
  ],
  [
    'a whitespace character is expected after the key-value separator',
    { zh: '冒号之后要留一个空格', en: 'a blank is missing behind the colon' },
  ],
  [
    'bad indentation of a mapping entry',
    {
      zh: '这一行的缩进与同级的键对不上，或者文字中的冒号把它切成了两段（给整段文字加引号）',
      en: 'the indentation of this line is not that of the keys beside it, or a colon splits a text, which then stands in quotes',
    },
  ],
  [
    'bad indentation of a sequence entry',
    {
      zh: '这一项的缩进与同级的“-”对不上',
      en: 'the indentation of this item is not that of the others',
    },
  ],
  ['deficient indentation', { zh: '这一行缩进不够', en: 'this line is not indented enough' }],
  [
    'tab characters must not be used',
    { zh: '缩进只能用空格，不能用制表符', en: 'indent with blanks, not with tabs' },
  ],
  [
    'unexpected end of the stream within a flow collection',
    { zh: '大括号或方括号没有配对', en: 'braces or brackets are not closed' },
  ],
  [
    'unexpected end of the stream within a double',
    { zh: '双引号没有配对', en: 'a quote " is not closed' },
  ],
  [
    'unexpected end of the document within a double',
    { zh: '双引号没有配对', en: 'a quote " is not closed' },
  ],
  [
    'unexpected end of the stream within a single',
    { zh: '单引号没有配对', en: "a quote ' is not closed" },
  ],
  [
    'unexpected end of the document within a single',
    { zh: '单引号没有配对', en: "a quote ' is not closed" },
  ],
  [
    'unknown escape sequence',
    {
      zh: '双引号里的反斜杠后面不是可以转义的字符，改用单引号',
      en: 'what follows the backslash in double quotes is no escape; use single quotes',
    },
  ],
  [
    "expected the node content, but found ','",
    { zh: '这里的逗号前面没有内容', en: 'nothing stands before this comma' },
  ],
  [
    'a line break is expected',
    {
      zh: '这里应当换行：以 `!`、`|`、`>` 开头的文字要加引号',
      en: 'a line break is expected: a text that begins with !, | or > stands in quotes',
    },
  ],
  [
    'tag suffix cannot',
    { zh: '以 `!` 开头的文字要加引号', en: 'a text that begins with ! stands in quotes' },
  ],
  [
    'tag name cannot',
    { zh: '以 `!` 开头的文字要加引号', en: 'a text that begins with ! stands in quotes' },
  ],
  [
    'named tag handle',
    { zh: '以 `!` 开头的文字要加引号', en: 'a text that begins with ! stands in quotes' },
  ],
  [
    'undeclared tag handle',
    { zh: '以 `!` 开头的文字要加引号', en: 'a text that begins with ! stands in quotes' },
  ],
  [
    'duplication of a tag',
    { zh: '以 `!` 开头的文字要加引号', en: 'a text that begins with ! stands in quotes' },
  ],
  [
    'name of an alias',
    {
      zh: '以 `&` 或 `*` 开头的文字要加引号',
      en: 'a text that begins with & or * stands in quotes',
    },
  ],
  [
    'name of an anchor',
    {
      zh: '以 `&` 或 `*` 开头的文字要加引号',
      en: 'a text that begins with & or * stands in quotes',
    },
  ],
  [
    'alias node should not',
    {
      zh: '以 `&` 或 `*` 开头的文字要加引号',
      en: 'a text that begins with & or * stands in quotes',
    },
  ],
  [
    'duplication of an anchor',
    {
      zh: '以 `&` 或 `*` 开头的文字要加引号',
      en: 'a text that begins with & or * stands in quotes',
    },
  ],
  [
    'directive name must',
    { zh: '以 `%` 开头的行要加引号', en: 'a line that begins with % stands in quotes' },
  ],
  [
    'directives end mark',
    { zh: '以 `%` 开头的行要加引号', en: 'a line that begins with % stands in quotes' },
  ],
  [
    'YAML directive',
    { zh: '以 `%` 开头的行要加引号', en: 'a line that begins with % stands in quotes' },
  ],
  [
    'ill-formed argument of the YAML',
    { zh: '以 `%` 开头的行要加引号', en: 'a line that begins with % stands in quotes' },
  ],
  [
    'bad explicit indentation width',
    {
      zh: '`|`、`>` 之后只能换行，文字写在下一行，或者给文字加引号',
      en: 'behind | or > the line ends: the text goes on the next one, or stands in quotes',
    },
  ],
  [
    'repeat of a chomping',
    {
      zh: '`|`、`>` 之后只能换行，文字写在下一行，或者给文字加引号',
      en: 'behind | or > the line ends: the text goes on the next one, or stands in quotes',
    },
  ],
  [
    'repeat of an indentation',
    {
      zh: '`|`、`>` 之后只能换行，文字写在下一行，或者给文字加引号',
      en: 'behind | or > the line ends: the text goes on the next one, or stands in quotes',
    },
  ],
  [
    'can not read a document',
    {
      zh: '这里读不成一个值：以 `@`、反引号、`%` 开头的文字要加引号',
      en: 'this is no value: a text that begins with @, % or a backtick stands in quotes',
    },
  ],
  [
    'expected the node content',
    {
      zh: '这里读不成一个值：以 `@`、反引号、`%` 开头的文字要加引号',
      en: 'this is no value: a text that begins with @, % or a backtick stands in quotes',
    },
  ],
  [
    'expected valid JSON character',
    {
      zh: '这里读不成一个值：以 `@`、反引号、`%` 开头的文字要加引号',
      en: 'this is no value: a text that begins with @, % or a backtick stands in quotes',
    },
  ],
  [
    'expected hexadecimal character',
    {
      zh: '这里读不成一个值：以 `@`、反引号、`%` 开头的文字要加引号',
      en: 'this is no value: a text that begins with @, % or a backtick stands in quotes',
    },
  ],
  [
    'end of the stream or a document separator is expected',
    {
      zh: '这里应当结束：前面的内容与这一行不在同一层，或者引号之后还有文字',
      en: 'the file should end here: this line is not of the level before it, or text follows a closing quote',
    },
  ],
  [
    'the stream contains non-printable characters',
    { zh: '文件里有不可打印的字符', en: 'the file has characters that cannot be printed' },
  ],
];

/** A reason as the reader gave it, in words of one language; one that is not known stays as it is. */
export function yamlReason(reason: string, language: 'zh' | 'en'): string {
  return reasons.find(([begins]) => reason.startsWith(begins))?.[1][language] ?? reason;
}
