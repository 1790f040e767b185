import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { hasErrors } from '../../base/diagnostic.ts';
import { indentedJson } from '../../base/json.ts';
import { lastingMemory, type Memory } from '../../base/memory.ts';
import { type Disk, ownDisk } from '../../io/disk.ts';
import { revisionOf } from '../../io/git.ts';
import { digestOf, rulebookFolder } from '../../io/rulebook.ts';
import { readRulebook } from '../../program/read.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import { knownFolder } from '../../rulebook/folder.ts';
import { diffOf, idOf, type Read } from '../../diff/diff.ts';
import { impactOn } from '../../diff/impact.ts';
import { diffReport } from '../../diff/report.ts';
import { diffTold, markdownDiff, prettyDiff } from '../../diff/told.ts';
import { plain } from '../../report/paint.ts';
import { runGenerated } from '../../run/compile.ts';
import { type Call, dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { incomingOf, kindOf } from '../run-check.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { today } from '../today.ts';

export const help = `shouze diff OLD [NEW]`;

export async function diff(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    'as-of': { type: 'string' },
    on: { type: 'string', multiple: true },
    witness: { type: 'string' },
    'draft-changelog': { type: 'boolean' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [given, other, third] = call.positionals;
  if (given === undefined || third !== undefined)
    throw new UsageError(
      '应给出修改之前的规则库，也可再给出修改之后的 / give the rulebook before the change, and after it where that is not the working tree：shouze diff OLD [NEW]',
    );
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'md', 'docx']);
  const memory = lastingMemory();
  const before = readSide(given, call, memory);
  const after = before && readSide(other, call, memory);
  if (!before || !after) return 2;
  const [was, is] = [idOf(before.program), idOf(after.program)];
  if (was !== is)
    throw new UsageError(`两个规则库不是同一个 / these are two different rulebooks：${was}，${is}`);
  const languages = languagesOf(after.program.rulebook.manifest.data);
  const language = call.languageOf(languages);
  const made = diffOf(before, after, {
    languages: [...new Set([...languages, language])],
    asOf: dayOf(call, 'as-of') ?? today(after.program),
  });
  const books = call.texts('on');
  const impact =
    books.length > 0
      ? await impactOn(incomingOf(books), made, {
          run: runGenerated,
          kind: kindOf(call, after.program),
          unmasked: call.flag('unmask'),
        })
      : undefined;
  const report = { ...diffReport(made), ...(impact && { impact }) };
  const out = call.text('out');
  const told = () => diffTold(report, language);
  const text =
    format === 'json'
      ? indentedJson(report)
      : format === 'md'
        ? markdownDiff(told())
        : prettyDiff(told(), out === undefined ? paintFor(process.stdout) : plain);
  deliver(text, out, () => []);
  return report.rules.length > 0 && !report.version.isEnough ? 1 : 0;
}

/** A folder, else a commit; without either the working tree. Undefined after complaining. */
function readSide(given: string | undefined, call: Call, memory: Memory): Read | undefined {
  const here = rulebookAt(call.text('rulebook'));
  const { folder: path, disk } =
    given === undefined ? { folder: here, disk: ownDisk } : placeOf(given, here);
  // called alike, so that what did not change is read once
  const { folder, problems } = rulebookFolder(path, disk, here);
  const { value, diagnostics } = readRulebook(knownFolder(folder, memory), memory);
  const errors = [...problems, ...diagnostics].filter(({ severity }) => severity === 'error');
  if (value && !hasErrors(errors)) return { program: value, digest: digestOf(folder) };
  complain(`${given ?? here}：规则库有误 / the rulebook has errors\n`);
  complainOf(errors, call.language);
  return undefined;
}

function placeOf(given: string, here: string): { readonly folder: string; readonly disk: Disk } {
  if (existsSync(given)) {
    if (existsSync(join(given, 'rulebook.yaml'))) return { folder: given, disk: ownDisk };
    throw new UsageError(`${given} 中没有 rulebook.yaml / has no rulebook.yaml`);
  }
  const revision = revisionOf(given, here);
  if (revision === 'no-git')
    throw new UsageError(
      `没有文件夹 ${given}，也没有安装 git / no such folder, and git is not installed`,
    );
  if (revision === 'no-repository')
    throw new UsageError(
      `没有文件夹 ${given}，${here} 也不在 git 中 / no such folder, and the rulebook is not in a git repository`,
    );
  if (revision === 'no-commit')
    throw new UsageError(`没有文件夹或版本 / no such folder or revision：${given}`);
  if (!revision.disk.has(join(revision.folder, 'rulebook.yaml')))
    throw new UsageError(`${given} 中没有规则库 / has no rulebook：${here}`);
  return revision;
}
