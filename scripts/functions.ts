import { writeFile } from 'node:fs/promises';

import { said, type Said, type Spoken } from '../src/base/language.ts';
import {
  type Builtin,
  builtinNames,
  type Parameter,
  type Signature,
  signatureOf,
} from '../src/feel/builtins.ts';
import { kindFunctions } from '../src/feel/kind-functions.ts';
import { bareNumber, listOf, number, type Type } from '../src/feel/types.ts';
import type { Unit } from '../src/feel/units.ts';
import { typeName as typeInEnglish } from '../src/words/messages/en.ts';
import { typeName as typeInChinese } from '../src/words/messages/zh.ts';

/** The page of the functions that rules may call, from the root of the repository. */
export const functionsPage = 'docs/functions.md';

const typeName: Said<(type: Type) => string> = { zh: typeInChinese, en: typeInEnglish };

const parameterKinds: Readonly<Record<Parameter['is'], Said<string>>> = {
  number: { zh: '数字', en: 'a number' },
  text: { zh: '文本', en: 'text' },
  boolean: { zh: '是否值', en: 'true or false' },
  date: { zh: '日期', en: 'a date' },
  day: { zh: '日期或日期时间', en: 'a date or date-time' },
  'day or text': {
    zh: '日期、日期时间，或写着日期的文本',
    en: 'a date or date-time, or text that writes a date',
  },
  'number or text': { zh: '卷宗中的数字，或文本', en: 'a number of the file, or text' },
  moment: { zh: '日期时间或时间', en: 'a date-time or a time' },
  'days-duration': { zh: '天、时、分、秒的时长', en: 'a duration of days and hours' },
  'months-duration': { zh: '年、月的时长', en: 'a duration of years and months' },
  scalar: { zh: '单个的值', en: 'a single value' },
  list: { zh: '列表', en: 'a list' },
  numbers: { zh: '数字的列表', en: 'a list of numbers' },
  texts: { zh: '文本的列表', en: 'a list of texts' },
  truths: { zh: '是否值的列表', en: 'a list of truths' },
  ordered: {
    zh: '数字、日期或文本的列表',
    en: 'a list of numbers, days or texts',
  },
  any: { zh: '任意值', en: 'anything' },
};

const words = {
  or: { zh: '或', en: ' or ' },
  optional: { zh: '可不写', en: 'optional' },
  spread: { zh: '也可逐个写出', en: 'or one by one' },
  asGiven: { zh: '同第一个参数', en: 'as the first argument' },
  asElement: { zh: '同列表的各项', en: 'as the elements' },
  byText: { zh: '依文本而定', en: 'as the text says' },
  listOf: said(
    (of: string) => `${of}的列表`,
    (of) => `a list, each ${of}`,
  ),
  separator: { zh: '；', en: '; ' },
};

/** What two calls are tried with, to tell what the type of a result follows. */
const tried: readonly [Unit, Unit] = ['money', 'area'];

/** The page as it is kept: the same functions give the same bytes. */
export function functionsText(): string {
  return `# 规则可用的函数

[中文](#规则可用的函数) · [English](#in-english)

<!-- 由 src/feel/builtins.ts 生成：npm run functions / made from src/feel/builtins.ts -->

规则的表达式可以调用下列函数，另有 \`not(…)\`；\`shouze feel\` 还可以用 DMN 1.5 的其余函数。凡写明单位的数字参数，可以给该单位的数，也可以给没有单位的数；没有写明的，什么单位都可以。

- 用到的参数未知，结果就是未知，并指到那个字段。列表中有一项未知，合计、平均、最大、最小、排序等也未知；过滤出来的列表，有一项是否符合条件未知的，个数也未知。\`all\` 遇到一项为否、\`any\` 遇到一项为是，即有结论。
- 空列表的 \`count\`、\`sum\` 为 0，\`all\` 为真，\`any\` 为假，\`min\`、\`max\`、\`mean\`、\`median\` 未知。
- 相隔的天数、工作日数、月数都是“自前一个参数至后一个参数”：后者较晚为正，较早为负。日期时间一律取东八区的当日。
- 含义中没有写舍入或取整的，都不舍入。
- \`monthly payment\` 的 \`method\` 写 \`"EQUAL_INSTALMENT"\`（等额本息，不写即是）或 \`"EQUAL_PRINCIPAL"\`（等额本金）。

${tables('zh')}

## In English

Expressions of rules may call these functions, and \`not(…)\`; \`shouze feel\` has the rest of DMN 1.5 besides. A number parameter with a unit takes numbers of that unit and bare ones; one without takes any.

- Where an argument that counts is unknown the result is, at that field. An element that is unknown makes sums, means, extremes and orders unknown; of a filtered list so is the count where it cannot be told whether an element belongs. \`all\` is told by one false element, \`any\` by one true one.
- Of an empty list \`count\` and \`sum\` are 0, \`all\` is true, \`any\` false, and \`min\`, \`max\`, \`mean\`, \`median\` unknown.
- Days, working days and months between are counted from the first argument to the second: positive where the second is later, negative where it is earlier. A date-time counts as its day on the clock of the rulebook.
- Nothing rounds but what says so.
- The \`method\` of \`monthly payment\` is \`"EQUAL_INSTALMENT"\` (also where it is left out) or \`"EQUAL_PRINCIPAL"\`.

${tables('en')}
`;
}

const heads = {
  functions: {
    zh: '| 函数 | 参数 | 结果 | 含义 |',
    en: '| function | parameters | gives | meaning |',
  },
  kinds: { zh: '| 函数 | 含义 |', en: '| function | meaning |' },
  asked: {
    zh: '问值是哪一种、是否所列代码，如 `if is number(x) then x * 2 else "NA"`（见 [schemas.md](schemas.md)）：',
    en: 'What asks of which kind a value is, or whether it is one of its codes, as in `if is number(x) then x * 2 else "NA"` (see [schemas.md](schemas.md)):',
  },
  properties: {
    zh: '日期和时长的各部分，写在值的后面，如 `transaction.onlineSigningDate.year`：',
    en: 'Parts of days and durations, written behind the value, such as `transaction.onlineSigningDate.year`:',
  },
} satisfies Readonly<Record<string, Said<string>>>;

function tables(language: Spoken): string {
  const isProperty = (name: Builtin) => name.startsWith('.');
  const table = (names: readonly Builtin[]) =>
    [
      heads.functions[language],
      '| --- | --- | --- | --- |',
      ...names.map((name) => row(name, language)),
    ].join('\n');
  const asked = [
    heads.kinds[language],
    '| --- | --- |',
    ...Object.entries(kindFunctions).map(([name, says]) => `| \`${name}\` | ${says[language]} |`),
  ].join('\n');
  return [
    table(builtinNames.filter((name) => !isProperty(name))),
    heads.properties[language],
    table(builtinNames.filter(isProperty)),
    heads.asked[language],
    asked,
  ].join('\n\n');
}

function row(name: Builtin, language: Spoken): string {
  const signature = signatureOf(name);
  const { parameters, spread, meaning } = signature;
  const given = parameters.map((parameter) => parameterText(parameter, language));
  const more = spread ? [words.spread[language]] : [];
  const cells = [
    `\`${name}\``,
    [...given, ...more].join(words.separator[language]),
    resultText(signature, language),
    meaning[language],
  ];
  return `| ${cells.join(' | ')} |`;
}

function parameterText({ name, is, units, optional }: Parameter, language: Spoken): string {
  const unit = units?.map((one) => typeName[language](typed(is, one))).join(words.or[language]);
  const mark = optional ? (language === 'zh' ? `，${words.optional.zh}` : ', optional') : '';
  const kind = unit ?? parameterKinds[is][language];
  return language === 'zh' ? `\`${name}\` ${kind}${mark}` : `\`${name}\`: ${kind}${mark}`;
}

/** What a call gives, or what that follows. */
function resultText({ parameters, gives }: Signature, language: Spoken): string {
  const [one, other] = tried.map((unit) => {
    const args = parameters.map(({ is }) => typed(is, unit));
    return { args, result: gives(args) };
  });
  if (!one || !other) return '';
  if (sameType(one.result, other.result)) return typeText(one.result, language);
  const [first] = one.args;
  const isFirst = first !== undefined && sameType(one.result, first);
  return isFirst ? words.asGiven[language] : words.asElement[language];
}

function typeText(type: Type, language: Spoken): string {
  if (type.kind === 'any') return words.byText[language];
  return type.kind === 'list'
    ? words.listOf[language](typeName[language](type.of))
    : typeName[language](type);
}

/** A type that fits a parameter, of numbers in the unit. */
function typed(is: Parameter['is'], unit: Unit): Type {
  switch (is) {
    case 'number':
      return number(unit);
    case 'list':
    case 'numbers':
    case 'ordered':
      return listOf(number(unit));
    default:
      return bareNumber;
  }
}

function sameType(a: Type, b: Type): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

if (import.meta.main) await writeFile(functionsPage, functionsText());
