import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { writeText } from '../../io/write.ts';
import { dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { soundRulebook } from '../sound.ts';
import { selectionOf, selectionOptions } from '../manual-selection.ts';
import { today } from '../today.ts';
import {
  leftOver,
  type ManualFormat,
  type ManualRun,
  manifestOf,
  manifestPath,
  manualFiles,
} from '../manual-files.ts';

const help = `shouze manual  由规则库生成作业指导书 / make the manual of a rulebook

  --out DIR              写到此文件夹，默认 manual / the folder to write to
  --format md,html       默认两种都生成 / both unless one is named
  --lang LANG            默认规则库的各种语言都生成 / every language of the rulebook unless one is named
  --as-of DAY            限额与版本取该日的，默认今天 / the day of limits and editions; today unless given
  --audience WHO         operation 操作 | inspection 检查 | audit 审计：各取所需 / the parts that each needs
  --product CODE         只写此产品适用的规则 / rules for this product alone
  --post ID              岗位手册：职责、任务、时限、不相容岗位、所管规则 / handbook of a post
  --stage ID             只写此环节 / this stage alone
  --red-lines            红线摘编 / red lines alone, in short
  --checklists           自查清单：每个节点、每项产品一页 / a check-list for each step and product
  --technical            附取数字段、表达式、条款编号、规则文件 / with fields, expressions, references and files
  --rulebook DIR

  shouze manual --format html --out 手册
  shouze manual --format html --out 岗位手册 --post REVIEWER
  shouze manual --format md --out docs/manual --as-of 2026-11-23
`;

const formats: readonly ManualFormat[] = ['md', 'html'];

export async function manual(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    'as-of': { type: 'string' },
    ...selectionOptions,
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'manual 不带路径，规则库用 --rulebook 指定 / manual takes no path: use --rulebook DIR',
    );
  const wanted = (call.text('format') ?? formats.join(','))
    .split(',')
    .map((one) => oneOf('format', one.trim(), formats));
  const given = dayOf(call, 'as-of');
  const out = call.text('out') ?? 'manual';
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, folder, language } = loaded;
  const asOf = given ?? today(program);
  const { languages: written } = program.rulebook.manifest.data;
  const languages = call.text('lang') === undefined ? written : [language];
  const selection = selectionOf(call, program);
  const run: ManualRun = { formats: wanted, languages, asOf, folder, out, selection };
  const files = manualFiles(program, run);
  const before = existsSync(manifestPath(run))
    ? readFileSync(manifestPath(run), 'utf8')
    : undefined;
  // what the manual before this one wrote is its own
  const inputs = before === undefined ? inputsOf(loaded) : undefined;
  for (const [path, text] of files) writeText(join(out, path), text, inputs);
  for (const path of leftOver(run, files, before)) rmSync(join(out, path), { force: true });
  writeText(manifestPath(run), manifestOf(program, run, files, before));
  print(`${out}：${files.size} 个文件 / files`);
  return 0;
}
