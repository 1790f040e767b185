import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { isObject } from '../src/base/json.ts';
import { type Said, said, type Spoken } from '../src/base/language.ts';
import { fieldTables } from './field-tables.ts';
import { meaningInReport } from './file-words.ts';

/** The pages of the reports in JSON, from the root of the repository. */
export const jsonPages: Said<string> = { zh: 'docs/json.zh.md', en: 'docs/json.md' };

/** A command that writes JSON. */
interface Kind {
  /** `schemas/<schema>.schema.json` */
  readonly schema: string;
  readonly title: string;
  readonly says: Said<string>;
  /** Of the example; `--format json` is put behind it. */
  readonly call: string;
}

const kinds: readonly Kind[] = [
  kind(
    'lint',
    'lint-report',
    'lint --rulebook wrong',
    '`line`、`column` 到 `end` 是出问题的那一段（不含末尾）；`fix` 是应当写成的文字，`edit` 说明从何处到何处换成它，照做即可，`--fix` 做的就是这个；`page` 是说明页。错误时退出码为 2，只有警告时为 1。',
    'From `line` and `column` to `end` (not included) is what is wrong; `fix` is what to write instead, and `edit` says from where to where it goes: make that edit and it is mended, as `--fix` does; `page` is the page of the code. The exit code is 2 with errors, 1 with warnings alone.',
  ),
  kind(
    'test',
    'test-report',
    'test --rulebook new',
    '每个示例一项；`--coverage` 另有 `coverage`，`--changed`、`--since` 另有 `touched`。有示例没有通过时退出码为 1。',
    'An entry for each case; `--coverage` adds `coverage`, `--changed` and `--since` add `touched`. The exit code is 1 where a case did not pass.',
  ),
  kind(
    'test --mutate',
    'mutation-report',
    'test --mutate --rulebook new',
    '逐处改写规则库，看示例是否发现；`survivors` 是没有发现的。',
    'The rulebook is written otherwise at one place after another; `survivors` are those that no case notices.',
  ),
  kind(
    'trace',
    'trace-report',
    'trace --rulebook new',
    '每个条款一项，附依据它的规则。',
    'An entry for each clause, with what rests on it.',
  ),
  kind(
    'verify',
    'verify-report',
    'verify --rulebook new --all',
    '`findings` 是诊断，没有 `end`、`edit` 和 `page`；`questions` 在 `--all` 时才有内容。',
    '`findings` are diagnostics, without `end`, `edit` and `page`; `questions` is empty but with `--all`.',
  ),
  kind(
    'diff',
    'diff-report',
    'diff old new --as-of 2026-12-01 --on loan.yaml',
    '两个规则库之间的改动，和结论可能改变的规则；用 `--on` 时 `impact` 是对一批卷宗的影响，`by` 各组只写受影响的。',
    'What changed between two rulebooks, and the rules whose outcomes may change; with `--on`, `impact` says which dossiers of a book are hit.',
  ),
  kind(
    'check',
    'check-report',
    'check loan.yaml --rulebook new --today 2026-12-01',
    '`--format ndjson` 逐行写出同样的内容（[数据结构](../schemas/check-line.schema.json)）：`type` 为 `head` 的一行有 `summary`、`dossiers` 以外的各键，每份卷宗一行 `dossier`，放在一起判定的结论是 `together`，最后一行 `foot` 有 `summary` 和以上各行的摘要 `digest`；没有 `foot` 的报告不完整。',
    'With `--format ndjson` the same comes line by line ([schema](../schemas/check-line.schema.json)): a line whose `type` is `head` with all keys but `summary` and `dossiers`, a line `dossier` for each, `together` for what is judged of several files, and a line `foot` with `summary` and `digest`, of the lines before; a report without `foot` was cut.',
  ),
];

function kind(title: string, schema: string, call: string, zh: string, en: string): Kind {
  return { title, schema, call, says: { zh, en } };
}

const words = {
  title: { zh: '程序读的 JSON', en: 'JSON that programs read' },
  other: { zh: '[English](json.md)', en: '[中文](json.zh.md)' },
  made: {
    zh: '<!-- 由 schemas/、scripts/json.yaml 和命令的输出生成：npm run json -->',
    en: '<!-- made of schemas/, scripts/json.yaml and what commands print: npm run json -->',
  },
  intro: {
    zh: `下列命令用 \`--format json\` 写出 JSON，键的名称和含义只增加、不改动，未知的键请略过。表中带 \`*\` 的键总是有。给人看的话是各语言的文字（\`{ "zh": … }\`，规则库有几种语言就有几种）；判断请用代码和编号，不要用文字。金额、比例等数是十进制文本，免得丢位数；日期是 \`2026-12-01\`。写到标准输出的是报告，写到标准错误的是提示；退出码见各命令的 \`--help\`。

示例是真的输出，出自只有一条规则的规则库：列表只留第一项，长的文字截短。\`wrong\` 中把除号写成了全角，\`new\` 比 \`old\` 把贷款成数上限由 0.85 改成 0.7。其他报告的结构在 \`schemas/\`：\`sources check\` 见 [sources.zh.md](sources.zh.md)，\`view\` 见 [view.zh.md](view.zh.md)；诊断的代码见 [codes](codes/README.md)。`,
    en: `These commands write JSON with \`--format json\`. Keys are added, and never changed in name or meaning; pass over those that you do not know. Keys with \`*\` are always there. What people are told is a text in each language of the rulebook (\`{ "zh": … }\`): decide by codes and ids, not by texts. Amounts, shares and other exact numbers are decimal texts, so that no digit is lost; days are \`2026-12-01\`. The report goes to standard output, complaints to standard error; exit codes are in the \`--help\` of each command.

Examples are what is really printed, of a rulebook with one rule: of each list the first entry is left, and long texts are cut. \`wrong\` has a full-width sign for a division, and \`new\` differs from \`old\` in the highest loan share, 0.85 there and 0.7 here. The structures of other reports are in \`schemas/\`: for \`sources check\` see [sources.md](sources.md), for \`view\` [view.md](view.md); the codes of diagnostics are in [codes](codes/README.md).`,
  },
  schema: { zh: '数据结构', en: 'schema' },
  simple: { zh: '没有键的类型', en: 'Types without keys' },
  example: said(
    (call: string) => `例：\`${call}\``,
    (call) => `For example \`${call}\`:`,
  ),
};

export interface Example {
  readonly schema: string;
  readonly call: string;
  readonly output: unknown;
}

/** What each command prints of a small rulebook. */
export async function examples(): Promise<readonly Example[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-json-'));
  try {
    for (const name of ['old', 'new', 'wrong'])
      cpSync('tests/codes/fixture', join(folder, name), { recursive: true });
    cpSync('tests/codes/fixture/dossiers/loan.yaml', join(folder, 'loan.yaml'));
    edit(join(folder, 'new/parameters/maximumLoanShare.yaml'), 'value: 0.85', 'value: 0.7');
    edit(
      join(folder, 'wrong/stages/lending/review/DEM-001-loan-share.yaml'),
      'loan.amount / ',
      'loan.amount ／ ',
    );
    const made: Example[] = [];
    for (const { schema, call } of kinds) {
      // eslint-disable-next-line no-await-in-loop -- one process at a time
      const output: unknown = JSON.parse(await printed(folder, call));
      made.push({ schema, call, output });
    }
    return made;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(path, text.replace(from, to));
}

async function printed(folder: string, call: string): Promise<string> {
  const args = [resolve('bin/shouze.js'), ...call.split(' '), '--format', 'json'];
  return new Promise((done, failed) => {
    const env = { ...process.env, SHOUZE_CACHE: 'off' };
    execFile(process.execPath, args, { cwd: folder, env }, (_, out, complaints) => {
      // an exit code of 1 is no failure
      if (out === '') failed(new Error(`${call}: ${complaints}`));
      else done(out);
    });
  });
}

/** In characters. */
const longest = 60;

/** A report that a page has room for: of each list the first entry, and no long texts. */
export function shortened(output: unknown): unknown {
  if (Array.isArray(output)) return output.slice(0, 1).map(shortened);
  if (isObject(output))
    return Object.fromEntries(
      Object.entries(output).map(([key, value]) => [key, shortened(value)]),
    );
  return typeof output === 'string' && output.length > longest
    ? `${output.slice(0, longest)}…`
    : output;
}

/** A page as it is kept. */
export function jsonText(language: Spoken, made: readonly Example[]): string {
  const { parts, simple } = fieldTables(kinds, meaningInReport, language);
  const chapters = kinds.map(({ title, schema, says }, index) => {
    const example = made.find((one) => one.schema === schema);
    return `## ${title}

[${words.schema[language]}](../schemas/${schema}.schema.json) · ${says[language]}

${words.example[language](`shouze ${example?.call} --format json`)}

\`\`\`json
${JSON.stringify(shortened(example?.output), undefined, 2)}
\`\`\`

${parts[index]}`;
  });
  return `# ${words.title[language]}

${words.other[language]}

${words.made[language]}

${words.intro[language]}

${chapters.join('\n\n')}

## ${words.simple[language]}

${simple}
`;
}

if (import.meta.main) {
  const made = await examples();
  for (const language of ['zh', 'en'] as const)
    await writeFile(jsonPages[language], jsonText(language, made));
}
