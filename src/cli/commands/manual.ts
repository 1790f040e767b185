import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { type LastingMemory, lastingMemory, type Memory } from '../../base/memory.ts';
import type { ManualCases } from '../../desk/manual/cases.ts';
import { rulebookFolders } from '../../io/rulebook-paths.ts';
import { picturePackages, rasteriser } from '../../io/pictures.ts';
import { MissingPackages } from '../../io/typst.ts';
import { changesIn } from '../../io/watch.ts';
import { writeFile, writeText } from '../../io/write.ts';
import type { Program } from '../../program/ast.ts';
import { type Call, dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { complain, type ExitCode, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { complainsOfCases, keptManualCases } from '../manual-cases.ts';
import { keepNow } from '../keep.ts';
import { keepMemory, keptMemory } from '../kept-memory.ts';
import { lastIssueOf } from '../last-issue.ts';
import { soundRulebook } from '../sound.ts';
import { selectionOf, selectionOptions } from '../manual-selection.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { today } from '../today.ts';
import {
  type Digests,
  digestsOf,
  leftOver,
  manifestName,
  type ManualFormat,
  type ManualRun,
  manifestOf,
  manifestPath,
  manualFiles,
  sha256,
} from '../manual-files.ts';
import {
  fileDigest,
  keepStanding,
  type ManualCall,
  standingFiles,
  standingName,
} from '../manual-standing.ts';

const help = `shouze manual  由规则库生成作业指导书 / make the manual of a rulebook

  --out DIR              写到此文件夹，默认 manual / the folder to write to
  --format md,html       默认两种都生成，另有 html-pages（分页网页）、docx、pdf
                         / both unless named; html-pages (many pages), docx and pdf too
  --lang LANG            默认规则库的各种语言都生成 / every language of the rulebook unless one is named
  --as-of DAY            限额与版本取该日的，默认今天 / the day of limits and editions; today unless given
  --audience WHO         operation 操作 | inspection 检查 | audit 审计：各取所需 / the parts that each needs
  --product CODE         只写此产品适用的规则 / rules for this product alone
  --post ID              岗位手册：职责、任务、时限、不相容岗位、所管规则 / handbook of a post
  --stage ID             只写此环节 / this stage alone
  --red-lines            红线摘编 / red lines alone, in short
  --checklists           自查清单：每个节点、每项产品一页 / a check-list for each step and product
  --technical            附取数字段、表达式、条款编号、规则文件 / with fields, expressions, references and files
  --draft                校验示例未通过也生成，草拟的规则一并印出，每页标“草稿”
                         / in spite of cases that fail, with rules that are drafts; DRAFT on every page
  --last-issue FILE      上次发布的 manifest.json，修订记录与它相比 / the manifest of the last issue, for the revision record
  --watch                规则库一有改动就重新生成，只写有变化的文件，按 Ctrl-C 结束
                         / made again when the rulebook changes; files that show it are written; Ctrl-C ends
  --exercises BLUEPRINT  不出手册，按组卷方案出题，同 shouze exercises
                         papers by a blueprint instead, as shouze exercises
  --rulebook-at ADDRESS  Markdown 中规则文件的链接由此起，默认不作链接 / where Markdown links rule files; nowhere unless given
  --rulebook DIR

  shouze manual --format html --out 手册
  shouze manual --format docx,pdf --lang zh --out 手册
  shouze manual --format html --out 岗位手册 --post REVIEWER
  shouze manual --format md --out docs/manual --as-of 2026-11-23
`;

const formats: readonly ManualFormat[] = ['md', 'html', 'html-pages', 'docx', 'pdf'];

export async function manual(args: readonly string[]): Promise<ExitCode> {
  if (args.includes('--exercises')) {
    const { exercises } = await import('./exercises.ts');
    return exercises(args.filter((one) => one !== '--exercises'));
  }
  const call = readCall(args, {
    'as-of': { type: 'string' },
    ...selectionOptions,
    'last-issue': { type: 'string' },
    'rulebook-at': { type: 'string' },
    draft: { type: 'boolean' },
    watch: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'manual 不带路径，规则库用 --rulebook 指定 / manual takes no path: use --rulebook DIR',
    );
  const wanted = (call.text('format') ?? 'md,html')
    .split(',')
    .map((one) => oneOf('format', one.trim(), formats));
  if (!call.flag('watch')) return unlessStanding(call, args, wanted);
  const memory = lastingMemory();
  return again(() => made(call, wanted, memory), call);
}

/** Makes the manual, unless it stands there whole as the same call left it. */
async function unlessStanding(
  call: Call,
  args: readonly string[],
  formatsWanted: readonly ManualFormat[],
): Promise<ExitCode> {
  const out = outOf(call);
  const rulebook = rulebookAt(call.text('rulebook'));
  const of: ManualCall = {
    rulebook,
    args,
    out,
    lastIssue: call.text('last-issue'),
    asOf: dayOf(call, 'as-of'),
    hasPictures: formatsWanted.includes('docx') && (await rasteriser()) !== undefined,
  };
  const name = standingName(of);
  const standing = name === undefined ? undefined : standingFiles(name, of);
  if (standing === undefined) {
    const memory = keptMemory(rulebook);
    return made(call, formatsWanted, memory, (program, asOf, files) => {
      if (name !== undefined) keepStanding(name, of, program, asOf, files);
      keepMemory(rulebook, memory);
    });
  }
  await sayWritten(call, formatsWanted, standing, 0);
  return 0;
}

/** Keeps that the manual was written, by all its files and the day that it is of. */
type Keep = (program: Program, asOf: string, files: Digests) => void;

/** Makes the manual, and makes it again whenever the rulebook has changed, until it is interrupted. */
async function again(make: () => Promise<ExitCode>, call: Call): Promise<ExitCode> {
  const until = new AbortController();
  process.once('SIGINT', () => {
    until.abort();
  });
  const folders = rulebookFolders(rulebookAt(call.text('rulebook')));
  const changes = changesIn(folders, until.signal);
  await make();
  print(
    '规则库有改动即重新生成，按 Ctrl-C 结束 / made again when the rulebook changes; Ctrl-C ends',
  );
  for await (const _ of changes) {
    try {
      await make();
    } catch (error) {
      // what a change broke, the next may mend
      if (!(error instanceof UsageError)) throw error;
      complain(error.message);
    }
  }
  return 0;
}

/**
 * @param memory - of the manual as it was made before in this process
 * @param keep - called when all is written
 */
async function made(
  call: Call,
  formatsWanted: readonly ManualFormat[],
  memory: LastingMemory,
  keep?: Keep,
): Promise<ExitCode> {
  const given = dayOf(call, 'as-of');
  const out = outOf(call);
  const loaded = await soundRulebook(call, memory);
  if (!loaded) return 2;
  const { program, language, digest } = loaded;
  const asOf = given ?? today(program);
  const { languages: written } = program.rulebook.manifest.data;
  const languages = call.text('lang') === undefined ? written : [language];
  const selection = selectionOf(call, program);
  const cases = keptManualCases(loaded, memory);
  keepNow();
  const isDraft = call.flag('draft');
  if (!isDraft && complainsOfCases(cases, program, 'manual', language)) return 1;
  const rulebookAddress = call.text('rulebook-at');
  const last = lastIssueOf(call, program, languages, language);
  if (last === 'wrong') return 2;
  const run: ManualRun = {
    formats: formatsWanted,
    languages,
    asOf,
    out,
    isDraft,
    digest,
    selection,
    ...(last && { last }),
    ...(rulebookAddress !== undefined && { rulebookAt: rulebookAddress }),
  };
  const files = await filesOf(program, run, cases, memory);
  const path = manifestPath(run);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  // what the manual before this one wrote is its own
  const inputs = before === undefined ? inputsOf(loaded) : undefined;
  const digests = digestsOf(files);
  const manifest = manifestOf(program, run, digests, before, cases, memory);
  memory.turn();
  // what shows no change is not written, and keeps its time
  const changed = [...files].filter(([name]) => fileDigest(join(out, name)) !== digests.get(name));
  for (const [name, content] of changed) writeFile(join(out, name), content, inputs);
  for (const name of leftOver(run, digests, before)) rmSync(join(out, name), { force: true });
  if (manifest !== before) writeText(path, manifest);
  keep?.(program, asOf, new Map([...digests, [manifestName, sha256(manifest)]]));
  await sayWritten(call, run.formats, files.size, changed.length);
  return 0;
}

function outOf(call: Call): string {
  return call.text('out') ?? 'manual';
}

async function sayWritten(
  call: Call,
  formatsWanted: readonly ManualFormat[],
  all: number,
  changed: number,
): Promise<void> {
  const out = outOf(call);
  print(
    changed === all
      ? `${out}：${all} 个文件 / files`
      : `${out}：${all} 个文件，${changed} 个有变化 / ${all} files, ${changed} changed`,
  );
  const hasCharts = !call.flag('red-lines') && !call.flag('checklists');
  if (formatsWanted.includes('docx') && hasCharts && !(await rasteriser()))
    complain(
      `DOCX 中的流程图以文字代替，要插图须另装 / charts of the DOCX are in words, pictures take packages that are not installed：npm install ${picturePackages.join(' ')}`,
    );
}

async function filesOf(program: Program, run: ManualRun, cases: ManualCases, memory: Memory) {
  try {
    return await manualFiles(program, run, cases, memory);
  } catch (error) {
    if (!(error instanceof MissingPackages)) throw error;
    throw new UsageError(
      `生成 PDF 须另装排版程序与字体 / PDF takes packages that are not installed：npm install ${error.message}`,
    );
  }
}
