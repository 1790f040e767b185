import type { Altered, Differing, RecordProblems } from '../../base/record-problems.ts';

type RecordMessages = {
  readonly [C in keyof RecordProblems]: (params: RecordProblems[C]) => string;
};

const alteredZh: Readonly<Record<Altered, (number: number, what: string) => string>> = {
  damaged: (_, what) => `数据库已损坏（${what}）`,
  schema: (_, what) => `数据表、索引或触发器与建立时不符：\`${what}\``,
  gap: (number) => `第 ${number} 条缺失`,
  hash: (number, what) => `第 ${number} 条（${what}）的散列值与前文、内容不符`,
  text: (number, what) =>
    number > 0 ? `第 ${number} 条的内容已被改动（${what}）` : `留存的一份内容已被改动（${what}）`,
  'no-text': (number, what) =>
    number > 0 ? `第 ${number} 条的内容不见了（${what}）` : `留存的一份内容不见了（${what}）`,
  'stray-text': (_, what) => `有一份内容不是记录时存入的（${what}）`,
  cut: (number, what) =>
    `只到第 ${number} 条，而另处保存的链尾是第 ${what} 条：末尾被截去，或者换回了旧的副本`,
  rewritten: (number) => `第 ${number} 条的散列值与另处保存的链尾不同：此前的内容被整段重写`,
};

const alteredEn: Readonly<Record<Altered, (number: number, what: string) => string>> = {
  damaged: (_, what) => `the database is damaged (${what})`,
  schema: (_, what) => `a table, index or trigger is not as it was made: \`${what}\``,
  gap: (number) => `entry ${number} is missing`,
  hash: (number, what) =>
    `the hash of entry ${number} (${what}) does not follow from what is before it and what it says`,
  text: (number, what) =>
    number > 0
      ? `the text of entry ${number} was changed (${what})`
      : `a text was changed (${what})`,
  'no-text': (number, what) =>
    number > 0 ? `the text of entry ${number} is gone (${what})` : `a text is gone (${what})`,
  'stray-text': (_, what) => `there is a text that no entry brought (${what})`,
  cut: (number, what) =>
    `it ends with entry ${number}, and the head kept elsewhere is entry ${what}: its end was cut off, or an older copy put back`,
  rewritten: (number) =>
    `entry ${number} has another hash than the head kept elsewhere: what is before it was written anew`,
};

const differingZh: Readonly<Record<Differing, (name: string) => string>> = {
  engine: (name) => `判定程序（${name === 'version' ? '版本' : '程序文件'}）`,
  rulebook: (name) => `规则库 \`${name}\``,
  option: (name) => `选项 \`${name}\``,
  input: (name) => `文件 \`${name}\``,
  dossiers: (name) => `卷宗文件 \`${name}\``,
  outcome: (name) => `\`${name}\` 的结果`,
};

const differingEn: Readonly<Record<Differing, (name: string) => string>> = {
  engine: (name) => `the engine (${name === 'version' ? 'its version' : 'its program'})`,
  rulebook: (name) => `the rulebook \`${name}\``,
  option: (name) => `the option \`${name}\``,
  input: (name) => `the file \`${name}\``,
  dossiers: (name) => `the dossier file \`${name}\``,
  outcome: (name) => `what comes of \`${name}\``,
};

export const zh: RecordMessages = {
  'record/not-a-record': ({ path, why }) =>
    why === 'missing' ? `没有检查记录 \`${path}\`` : `\`${path}\` 不是检查记录`,
  'record/locked': ({ path }) =>
    `检查记录 \`${path}\` 正由另一个程序写入，请等它结束，或另用一份记录`,
  'record/newer': ({ path, format, known }) =>
    `检查记录 \`${path}\` 是第 ${format} 版格式，本程序只识得第 ${known} 版，请升级程序`,
  'record/altered': ({ path, how, number, what }) =>
    `检查记录 \`${path}\` 已被改动：${alteredZh[how](number, what)}`,
  'record/not-a-head': ({ path }) =>
    `\`${path}\` 不是检查记录的链尾，应是 \`shouze audit head --out\` 写出的文件`,
  'record/unknown-run': ({ path, run, runs }) =>
    `检查记录 \`${path}\` 中没有第 \`${run}\` 次检查，${runs === 0 ? '一次也没有' : `共有 ${runs} 次`}`,
  'record/differs': ({ run, what, name, before, now }) =>
    `第 ${run} 次检查不能接着办理：${differingZh[what](name)}与开始时不同${before === now ? '' : `（当时 \`${before}\`，现在 \`${now}\`）`}`,
};

export const en: RecordMessages = {
  'record/not-a-record': ({ path, why }) =>
    why === 'missing' ? `there is no record \`${path}\`` : `\`${path}\` is no record of checks`,
  'record/locked': ({ path }) =>
    `another program is writing to the record \`${path}\`: wait until it is done, or take another record`,
  'record/newer': ({ path, format, known }) =>
    `the record \`${path}\` is of format ${format}, and this program knows format ${known}: take a newer program`,
  'record/altered': ({ path, how, number, what }) =>
    `the record \`${path}\` was altered: ${alteredEn[how](number, what)}`,
  'record/not-a-head': ({ path }) =>
    `\`${path}\` is no head of a record: it should be what \`shouze audit head --out\` wrote`,
  'record/unknown-run': ({ path, run, runs }) =>
    `the record \`${path}\` has no run \`${run}\`: it has ${runs === 0 ? 'none' : runs}`,
  'record/differs': ({ run, what, name, before, now }) =>
    `run ${run} cannot go on: ${differingEn[what](name)} is not what it was when the run began${before === now ? '' : ` (then \`${before}\`, now \`${now}\`)`}`,
};
