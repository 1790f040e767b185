/** What the reader of YAML says, and what a writer has to do about it. */
const reasons: readonly (readonly [
  begins: string,
  says: { readonly zh: string; readonly en: string },
])[] = [
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
