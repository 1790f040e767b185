import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Said, Spoken } from '../src/base/language.ts';

/** The page of the packages that are installed with shouze, from the root of the repository. */
export const dependenciesPage = 'docs/dependencies.md';

/** What each is for. */
export const purposes: Readonly<Record<string, Said<string>>> = {
  '@lezer/common': {
    zh: 'lezer-feel 语法树的类型与遍历',
    en: 'types and walks of the trees of lezer-feel',
  },
  '@types/mdast': {
    zh: 'Markdown 语法树的类型，公开接口用到',
    en: 'types of Markdown trees, which the public API mentions',
  },
  fflate: {
    zh: '写人工核查表（XLSX）的压缩包；同样的内容得到同样的字节',
    en: 'packs check-lists (XLSX): the same content gives the same bytes',
  },
  'js-yaml': { zh: '读 YAML，带每个值的位置', en: 'reads YAML, with the place of every value' },
  'lezer-feel': { zh: 'FEEL 的语法分析', en: 'parses FEEL' },
  papaparse: {
    zh: '读填好的 CSV 核查表',
    en: 'reads check-lists that come back as CSV',
  },
  'rehype-stringify': { zh: '手册与报告的 HTML', en: 'prints HTML of manual and reports' },
  'remark-cjk-friendly': { zh: '紧贴中文标点的加粗', en: 'bold text beside Chinese punctuation' },
  'remark-gfm': { zh: 'Markdown 的表格', en: 'tables in Markdown' },
  'remark-parse': { zh: '读制度依据（Markdown）', en: 'reads sources (Markdown)' },
  'remark-rehype': { zh: 'Markdown 化为 HTML', en: 'Markdown to HTML' },
  'remark-stringify': { zh: '写 Markdown 手册', en: 'prints the manual in Markdown' },
  saxes: {
    zh: '读填好的核查表（XLSX）中的 XML；格式不完好的即拒绝',
    en: 'reads the XML of check-lists (XLSX) that come back; refuses what is not well-formed',
  },
  unified: { zh: '把以上各步连起来', en: 'joins these steps' },
};

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** All that is installed with `--omit=dev`, by its folder. */
export interface Installed {
  readonly direct: readonly string[];
  readonly packages: ReadonlyMap<string, Locked>;
}

export function installed(): Installed {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const packages = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  return { direct: Object.keys(manifest.dependencies), packages: new Map(packages) };
}

/** Bytes of the files in a package's folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(path);
    return sum + statSync(path).size;
  }, 0);
}

/** The page as it is kept: the same packages give the same bytes. */
export function dependenciesText(): string {
  const all = installed();
  return `# 随程序安装的软件包

[中文](#随程序安装的软件包) · [English](#in-english)

<!-- 由 package.json、package-lock.json 与安装的文件生成：npm run dependencies / made from package.json, package-lock.json and what is installed -->

\`npm install --omit=dev\` 装下列 ${all.direct.length} 个包，连同它们所需的一共 ${all.packages.size} 个，${megabytes(all)}（文件大小之和）。每多一个包，就多一份要审查、要升级的代码，所以新增一个须在此写明用处；上限是 20 MB。许可证只收 MIT、ISC、BSD、Apache-2.0 与 PSF-2.0，有测试核对。已知的漏洞由 \`npm audit --omit=dev\` 查，须在能访问 npm 登记处审查接口的机器上运行；它的结果天天会变，不写在这里。

${table(all, 'zh')}

“连同所需”含该包间接需要的包，几个包共同需要的各计一次，所以各行之和大于总数。开发、测试用的包不随程序安装，见 \`package.json\` 的 \`devDependencies\`。

读写 XLSX 没有用现成的库：exceljs 连同所需有近二百个包、53 MB；read-excel-file 只给公式的结果，不说那是公式，也不认没有地址的单元格；write-excel-file 没有下拉选项（只留了接口）；hucre 把拼音标注当作文字，长数字会丢位。核查表只用到其中几个部分（\`src/io/xlsx\`），读写是否合乎标准由 hucre 在测试中以旁人的身份核对。

## In English

\`npm install --omit=dev\` installs the ${all.direct.length} packages below and what they need, ${all.packages.size} in all, ${megabytes(all)} (the sum of their files). Each is code to review and to keep up to date, so a new one says here what it is for; the limit is 20 MB. Licences are MIT, ISC, BSD, Apache-2.0 and PSF-2.0 and no others, as a test asks. \`npm audit --omit=dev\` looks for known vulnerabilities where the registry answers audits; what it finds changes from day to day, and is not written down here.

${table(all, 'en')}

“With its own” counts what a package needs in turn; what several need is counted for each, so that the rows come to more than the whole. What is needed to develop and to test is not installed with the program; it stands under \`devDependencies\` in \`package.json\`.

No library reads and writes XLSX here: exceljs brought some two hundred packages of 53 MB; read-excel-file gives what a formula came to and not that it is one, and refuses cells without an address; write-excel-file leaves drop-downs to a hook; hucre takes phonetic guides for text and loses digits of long numbers. A check-list needs a few of the format's parts (\`src/io/xlsx\`), and the tests let hucre read and write them as a stranger would.
`;
}

function megabytes({ packages }: Installed): string {
  const bytes = [...packages.keys()].reduce((sum, folder) => sum + sizeOf(folder), 0);
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const heads: Said<string> = {
  zh: '| 包 | 版本 | 用处 | 许可证 | 自身 | 连同所需 |',
  en: '| package | version | what for | licence | itself | with its own |',
};

function table({ direct, packages }: Installed, language: Spoken): string {
  const rows = direct.map((name) => {
    const folder = folderOf(name);
    const { version = '', license = '' } = packages.get(folder) ?? {};
    const needed = [...neededBy(folder, packages)];
    const whole = needed.reduce((sum, one) => sum + sizeOf(one), 0);
    const what = purposes[name]?.[language] ?? '';
    return `| ${name} | ${version} | ${what} | ${license} | ${kilobytes(sizeOf(folder))} | ${kilobytes(whole)}, ${needed.length} |`;
  });
  return [heads[language], '| --- | --- | --- | --- | --: | --: |', ...rows].join('\n');
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

/** A package and all that it needs; none of them is installed twice, so each lies at the top. */
function neededBy(
  folder: string,
  packages: Installed['packages'],
  found = new Set<string>(),
): ReadonlySet<string> {
  if (found.has(folder) || !packages.has(folder)) return found;
  found.add(folder);
  for (const name of Object.keys(packages.get(folder)?.dependencies ?? {}))
    neededBy(folderOf(name), packages, found);
  return found;
}

function folderOf(name: string): string {
  return `node_modules/${name}`;
}

if (import.meta.main) await writeFile(dependenciesPage, dependenciesText());
