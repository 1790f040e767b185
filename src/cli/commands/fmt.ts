import { join } from 'node:path';

import { sayIn } from '../../base/language.ts';
import { mendedIn } from '../../drafting/mended.ts';
import { tidied } from '../../drafting/tidy.ts';
import { rulebookFolder } from '../../io/rulebook.ts';
import { writeText } from '../../io/write.ts';
import { readRulebook } from '../../program/read.ts';
import { draftingWords } from '../../words/drafting.ts';
import { readCall, UsageError } from '../call.ts';
import { complainOf, type ExitCode, print } from '../console.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { languageIn } from '../sound.ts';

export const help = `shouze fmt  整理规则库的文件 / tidy the files of a rulebook

  去掉行尾空格、多余空行、BOM 和回车，改正有把握的写法（全角符号、半角标点、日期、百分数）
  / takes away blanks at line ends, empty lines, BOM and CR, and mends what is certain

  --check      只说哪些文件要改，不改 / say which files it would change, and change none
  --migrate    把旧格式升到现在的格式 / bring older formats up to this one
  --rulebook DIR  --lang LANG

  退出码 / exit code：0 没有要改的，或者已改 / nothing to do, or done，1 --check 时有要改的 / --check found some
`;

/** The format of rulebooks that there is; none came before it. */
const newest = '1';

export function fmt(args: readonly string[]): ExitCode {
  const call = readCall(args, { check: { type: 'boolean' }, migrate: { type: 'boolean' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'fmt 不带路径，规则库用 --rulebook 指定 / fmt takes no path: use --rulebook DIR',
    );
  const root = rulebookAt(call.text('rulebook'));
  const { folder, problems } = rulebookFolder(root);
  if (folder.files.size === 0) {
    complainOf(problems, call.language);
    return 2;
  }
  const { value: program, diagnostics } = readRulebook(folder);
  const words = sayIn(draftingWords, languageIn(program, call));
  const texts = new Map([...folder.files].map(([path, { text }]) => [path, text]));
  for (const { path, text } of mendedIn(diagnostics, root)) texts.set(path, text);
  const changed = [...texts].flatMap(([path, text]) => {
    const tidy = tidied(path, text);
    return tidy === folder.files.get(path)?.text ? [] : [{ path: join(root, path), text: tidy }];
  });
  const isCheck = call.flag('check');
  if (!isCheck) for (const { path, text } of changed) writeText(path, text);
  for (const { path } of changed) print(`${path}\n`);
  if (call.flag('migrate')) print(`${words.newest(newest)}\n`);
  print(`${words.tidied(changed.length, texts.size, isCheck)}\n`);
  return isCheck && changed.length > 0 ? 1 : 0;
}
