import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

import type { Said, Spoken } from '../src/base/language.ts';
import { meaningOf } from './file-words.ts';
import { fieldTables } from './field-tables.ts';

/** The pages of the kinds of file that a rulebook is made of, from the root of the repository. */
export const filesPages: Said<string> = { zh: 'docs/files.zh.md', en: 'docs/files.md' };

interface Kind {
  /** Its schema: `schemas/<name>.schema.json`. */
  readonly schema: string;
  /** Where such a file lies in a rulebook. */
  readonly path: string;
  readonly title: Said<string>;
  /** One that the rulebook of this repository has: a path in `rules/`, or a pattern whose first match counts. */
  readonly example?: string;
}

const kinds: readonly Kind[] = [
  kind('rulebook', 'rulebook.yaml', '规则库', 'The rulebook', 'rulebook.yaml'),
  kind('extension', 'rulebook.yaml', '在另一个规则库之上的', 'One that builds on another'),
  kind('posts', 'posts.yaml', '岗位', 'Posts', 'posts.yaml'),
  kind('catalogue', 'documents.yaml', '资料', 'Documents', 'documents.yaml'),
  kind('glossary', 'glossary.yaml', '术语', 'Words', 'glossary.yaml'),
  kind('definitions', 'definitions.yaml', '计算口径', 'Definitions', 'definitions.yaml'),
  kind('parameter', 'parameters/<name>.yaml', '参数', 'A parameter', 'parameters/*.yaml'),
  kind('movement', 'parameters/<name>.yaml', '移动别人的参数', 'A parameter moved'),
  kind('table', 'tables/<name>.yaml', '判定表', 'A decision table', 'tables/*.yaml'),
  kind('codes', 'codes/<name>.yaml', '代码表', 'A code set'),
  kind('calendar', 'calendars/<name>.yaml', '工作日历', 'A calendar', 'calendars/*.yaml'),
  kind('step', `${step()}/step.yaml`, '流程节点', 'A step', 'stages/*/*/step.yaml'),
  kind('rule', `${step()}/<ID>-<slug>.yaml`, '规则', 'A rule', 'stages/*/*/RSK-007-*payment.yaml'),
  kind('addition', `${step()}/<ID>-<slug>.yaml`, '加在别人规则上的', 'A rule that adds to one'),
  kind(
    'cases',
    `${step()}/<ID>-<slug>.cases.yaml`,
    '示例',
    'Cases',
    'stages/*/*/RSK-007-*.cases.yaml',
  ),
  kind('claims', 'claims.yaml', '断言', 'Claims', 'claims.yaml'),
  kind('reviewed', 'reviewed.yaml', '条款复核记录', 'What was reviewed'),
  kind('measure', 'measures/<name>.yaml', '考评指标', 'A measure', 'measures/*.yaml'),
  kind('occasion', 'occasions/<name>.yaml', '再开发事由', 'An occasion', 'occasions/*.yaml'),
  kind('promise', 'promises/<name>.yaml', '服务承诺', 'A promise', 'promises/*.yaml'),
  kind('appraisal', 'appraisals/<family>.yaml', '考评办法', 'An appraisal', 'appraisals/*.yaml'),
  kind('view', 'views/<name>.yaml', '视图', 'A view', 'views/*.yaml'),
  kind('model', 'models/<name>.yaml', '评分卡', 'A scoring model', 'models/*.yaml'),
];

function kind(schema: string, path: string, zh: string, en: string, example?: string): Kind {
  return { schema, path, title: { zh, en }, ...(example !== undefined && { example }) };
}

function step(): string {
  return 'stages/<stage>/<step>';
}

const words = {
  title: { zh: '规则库的文件', en: 'The files of a rulebook' },
  other: { zh: '[English](files.md)', en: '[中文](files.zh.md)' },
  made: {
    zh: '<!-- 由 schemas/ 和 scripts/files.yaml 生成：npm run files -->',
    en: '<!-- made of schemas/ and scripts/files.yaml: npm run files -->',
  },
  intro: {
    zh: `规则库由下列几种文件组成；每种都有一份 JSON Schema（\`schemas/\`），编辑器凭它提示键和含义：文件首行写 \`# yaml-language-server: $schema=…\`。表中带 \`*\` 的键必须写。\`shouze new\` 替人起草，\`shouze lint\` 逐处检查。

制度（依据）是 Markdown：\`sources/<编号>.md\`，标题之下一段 YAML，其后每条一节，写法见[制度](#制度)。判定的文件有什么字段，见 [schemas.md](schemas.md)；表达式见 [feel-profile.zh.md](feel-profile.zh.md)，函数见 [functions.md](functions.md)。字段映射、检查方案、组卷方案和样例网络不属于规则库，见 [import.zh.md](import.zh.md)、[inspection.zh.md](inspection.zh.md)、[exercises.md](exercises.md)、[network.zh.md](network.zh.md)。`,
    en: `A rulebook is made of files of these kinds. Each has a JSON Schema in \`schemas/\`, by which an editor offers keys with what they mean: \`# yaml-language-server: $schema=…\` on the first line of a file. Keys with \`*\` have to be there. \`shouze new\` drafts files, \`shouze lint\` checks every place of them.

Sources are Markdown: \`sources/<id>.md\`, a block of YAML below the title, then a section for each clause; see [sources](#sources). What fields the files have that are judged is in [schemas.md](schemas.md); expressions are in [feel-profile.md](feel-profile.md), functions in [functions.md](functions.md). Mappings, schemes of inspection, blueprints of papers and networks of samples are no part of a rulebook: [import.md](import.md), [inspection.md](inspection.md), [exercises.md](exercises.md), [network.md](network.md).`,
  },
  kinds: { zh: '| 文件 | 说的是 | 示例 |', en: '| file | what it says | example |' },
  simple: { zh: '各处都用的类型', en: 'Types that are used everywhere' },
  schema: { zh: '数据结构', en: 'schema' },
};

/** Sources are no YAML and have no schema: `src/rulebook/source-document.ts` reads them. */
const sources: Said<string> = {
  zh: `## 制度

\`sources/<编号>.md\` · 示例 [rules/sources/B-DEMO-ADD.md](../rules/sources/B-DEMO-ADD.md)

| 开头的 YAML | 类型 | 含义 |
| --- | --- | --- |
| \`source\`\\* | 文本 | 编号，与文件名相同，条款以它称呼：\`B-DEMO-ADD#related-deal\` |
| \`title\`\\* | 各语言的文字 | 名称；写了哪几种语言，条款就有哪几种 |
| \`kind\`\\* | \`regulation\`、\`bank\` | 监管规定（法律、法规、规章、规范性文件），还是本机构制度 |
| \`number\` | 文本，或者各语言的文字 | 文号 |
| \`issuer\` | 各语言的文字 | 制定机关 |
| \`issued\` | 日期 | 公布日期 |
| \`from\` | 日期 | 施行日期；依据它的版本不早于这天 |
| \`until\` | 日期 | 施行的最后一天 |
| \`replaces\` | 列表：编号 | 它废止的制度 |
| \`confidence\`\\* | \`V1\`、\`V2\`、\`V3\`、\`GK\`、\`OWN\` | 可信程度：读过原文、据其他页面、来源较弱、未核对、本机构自拟 |
| \`reviewedOn\` | 日期 | 哪天复核的 |
| \`read\` | \`text\`、\`where\`、\`on\` | 标 V1 的，读的是什么文本（\`original\` 原文、\`copy\` 全文转载），在何处，哪天 |

| 其后 | 写法 |
| --- | --- |
| 一条 | \`## 标识 中文标题 \\| English title (V1)\`：标识在制度内不重复；括号里是该条自己的可信程度，可不写 |
| 原文 | 标题之下的段落，执笔语言；另一种语言写成引用 \`> …\`，第三种起写明语言：\`> [fr] …\` |
| 数值 | \`数值：30 日；20 万元；55%\`：该条自己给出的数、日期、代码，lint 据以核对规则 |
| 罚则 | \`罚则：18；25；M-OTHER#3\`：该条处罚违反哪些条款的行为 |
| 状态 | \`状态：人工，合规岗每季抽查\`、\`状态：不适用，…\`、\`状态：待办，…\`：没有规则的条款为什么没有 |`,
  en: `## Sources

\`sources/<id>.md\` · for example [rules/sources/B-DEMO-ADD.md](../rules/sources/B-DEMO-ADD.md)

| YAML at the head | type | meaning |
| --- | --- | --- |
| \`source\`\\* | text | its id, which its file is named by and its clauses are cited by: \`B-DEMO-ADD#related-deal\` |
| \`title\`\\* | a text in each language | its title; clauses are in the languages that it is in |
| \`kind\`\\* | \`regulation\`, \`bank\` | whether it is law and regulation, or the institution’s own |
| \`number\` | text, or a text in each language | the number it was issued under |
| \`issuer\` | a text in each language | who made it |
| \`issued\` | a day | when it was published |
| \`from\` | a day | from when it is in force; no edition that rests on it begins before |
| \`until\` | a day | the last day on which it is in force |
| \`replaces\` | list: ids | the sources that it ends |
| \`confidence\`\\* | \`V1\`, \`V2\`, \`V3\`, \`GK\`, \`OWN\` | how far it can be relied on: the original was read, read of elsewhere, weak, not checked, the institution’s own |
| \`reviewedOn\` | a day | when it was reviewed |
| \`read\` | \`text\`, \`where\`, \`on\` | of V1: which text was read (\`original\`, or a \`copy\` of the whole), where and when |

| behind it | how it is written |
| --- | --- |
| a clause | \`## id 中文标题 \\| English title (V1)\`: an id that no other clause of the source has; in brackets how far the clause itself can be relied on, if it differs |
| its text | paragraphs below the heading, in the language of the writer; in another a quote, \`> …\`, which from the third on says its own: \`> [fr] …\` |
| its figures | \`Figures: 30 days; 200000 money; 55%\`: the numbers, days and codes that it gives itself, which lint compares with rules |
| what it punishes | \`Punishes: 18; 25; M-OTHER#3\`: the clauses whose breach it punishes |
| its status | \`Status: manual, …\`, \`Status: not applicable, …\`, \`Status: pending, …\`: why a clause has no rule |`,
};

/** A page as it is kept: the same schemas and words give the same bytes. */
export function filesText(language: Spoken): string {
  const { parts, simple } = fieldTables(kinds, meaningOf, language);
  const chapters = kinds.map(
    (one, index) =>
      `## ${one.title[language]}\n\n\`${one.path}\`${shown(one, language)}\n\n${parts[index]}`,
  );
  return `# ${words.title[language]}

${words.other[language]}

${words.made[language]}

${words.intro[language]}

${sources[language]}

${chapters.join('\n\n')}

## ${words.simple[language]}

${simple}
`;
}

function shown({ schema, example }: Kind, language: Spoken): string {
  const path = `schemas/${schema}.schema.json`;
  const places = [`[${words.schema[language]}](../${path})`];
  const found = example === undefined ? undefined : globSync(`rules/${example}`).toSorted()[0];
  if (found !== undefined) places.push(`[${found}](../${found})`);
  return ` · ${places.join(' · ')}`;
}

if (import.meta.main)
  for (const language of ['zh', 'en'] as const)
    await writeFile(filesPages[language], filesText(language));
