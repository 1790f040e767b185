import { type In, said, type Said, spoken } from '../base/language.ts';
import { counted } from './counted.ts';

const table = {
  kinds: {
    post: { zh: '岗位', en: 'post' },
    product: { zh: '产品', en: 'product' },
    document: { zh: '资料', en: 'document' },
    clause: { zh: '条款', en: 'clause' },
    rule: { zh: '规则', en: 'rule' },
    step: { zh: '节点', en: 'step' },
    stage: { zh: '阶段', en: 'stage' },
    event: { zh: '事件', en: 'event' },
    subject: { zh: '文件种类', en: 'kind of file' },
    definition: { zh: '定义', en: 'definition' },
    parameter: { zh: '参数', en: 'parameter' },
    table: { zh: '表', en: 'table' },
    codes: { zh: '代码集', en: 'code set' },
    dossier: { zh: '示例卷宗', en: 'base file' },
    field: { zh: '字段', en: 'field' },
    variable: { zh: '变量', en: 'variable' },
    let: { zh: '规则内的名称', en: 'name of this rule' },
    function: { zh: '函数', en: 'function' },
    word: { zh: '代码', en: 'code' },
  },
  /** Today's value of a parameter. */
  today: said(
    (day: string, value: string) => `${day}：**${value}**`,
    (day, value) => `on ${day}: **${value}**`,
  ),
  noneToday: said(
    (day: string) => `${day}没有适用的版本`,
    (day) => `none in force on ${day}`,
  ),
  /** An expression in words. */
  means: said(
    (text: string) => `即：${text}`,
    (text) => `that is: ${text}`,
  ),
  words: { zh: '可填', en: 'one of' },
  optional: { zh: '可不写', en: 'optional' },
  asDay: { zh: '取哪一天的', en: 'as of which day' },
  /** Titles of quick fixes. */
  replaceBy: said(
    (text: string) => `改为 \`${text}\``,
    (text) => `Write \`${text}\``,
  ),
  fixAll: { zh: '改正本文件中全部有把握的写法', en: 'Make all certain fixes in this file' },
  /** Above a rule. */
  cases: said(
    (agreed: number, all: number) =>
      all === 0 ? '没有校验示例' : `校验示例：${agreed}/${all} 相符`,
    (agreed, all) => (all === 0 ? 'no cases' : `${agreed} of ${counted(all, 'case')} as expected`),
  ),
  /** Above a case. */
  outcome: said(
    (status: string, agreed: boolean) => `${agreed ? '✓' : '✗'} ${status}`,
    (status, agreed) => `${agreed ? '✓' : '✗'} ${status}`,
  ),
  unjudged: { zh: '✗ 示例本身有误，未判定', en: '✗ wrong itself, not judged' },
  refused: {
    nothing: { zh: '这里没有可以改名的名称', en: 'nothing here can be renamed' },
    broken: {
      zh: '规则库有错误，改正以后才能改名',
      en: 'the rulebook has errors: names can be changed when they are mended',
    },
    elsewhere: {
      zh: '它写在所延伸的规则库里，请到那里改名',
      en: 'it is written in the rulebook that this one builds on: change it there',
    },
    file: {
      zh: '它的文件以它命名，而这个编辑器不能随之改文件名',
      en: 'its file is called after it, and this editor cannot change names of files',
    },
    wrong: said(
      (name: string, message: string) => `不能改为 \`${name}\`：${message}`,
      (name, message) => `cannot be \`${name}\`: ${message}`,
    ),
  },
  reading: { zh: '守则：读取规则库', en: 'Shouze: reading the rulebook' },
};

type EditorWords = In<typeof table>;

/** What an editor shows besides the messages of diagnostics. */
export const editorWords: Said<EditorWords> = spoken(table);
