import type { Page } from './page.ts';

const layers: Readonly<Record<string, string>> = {
  io: '文件与文件夹 / files and folders',
  table: '表格 / tables',
  yaml: 'YAML 与 JSON / YAML and JSON',
  feel: '表达式 / expressions',
  dossier: '卷宗 / dossiers',
  rulebook: '规则库的文件 / files of a rulebook',
  program: '规则库的整体 / a rulebook as a whole',
  cases: '校验示例 / cases',
  verify: '规则库的证明 / proofs about a rulebook',
  proof: '对任何卷宗、任何日期的证明 / proofs over every file and every day',
  checklist: '人工核查表 / check-lists',
  scheme: '检查方案 / inspection schemes',
  review: '条款核对表 / verification sheets',
  limits: '限额和判定表的工作簿 / workbooks of limits and tables',
  blueprint: '组卷方案 / blueprints of papers',
  record: '检查记录 / records of checks',
  intake: '台账的对应表 / mappings of tables',
  desk: '检查台页面 / the page of the desk',
  waivers: '例外审批台账 / registers of exceptions',
};

const opening = `# 诊断代码 / Diagnostic codes

<!-- 由各页生成：npx vitest run tests/codes.test.ts -u / made from the pages -->

每个代码一页：错在哪里，为什么要紧，一个有错的例子和一个没有错的例子。例子都由测试运行。例子只写出与示例规则库（\`tests/codes/fixture\`）不同的键；围栏后的词说明它是哪个文件。

One page for each code: what is wrong, why it matters, an example that has it and one that has not. A test runs them all. An example shows only the keys in which it differs from the example rulebook (\`tests/codes/fixture\`); the word after the fence says which file it is.
`;

/** The list of all pages, by layer. */
export function contentsOf(pages: readonly Page[]): string {
  const sections = Object.entries(layers).map(([layer, name]) => {
    const rows = pages
      .filter(({ title }) => title.startsWith(`${layer}/`))
      .map(({ title, says }) => `| [${title}](${title}.md) | ${says.zh} | ${says.en} |`);
    return `\n## ${name}\n\n| 代码 / code | 中文 | English |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return opening + sections.join('');
}
