import process from 'node:process';

import { type Language, sayIn } from '../../base/language.ts';
import type { Progress } from '../../streams/dossiers.ts';
import { noOutput, openOutput } from '../../io/output.ts';
import type { Program } from '../../program/ast.ts';
import type { SummaryJson } from '../../report/json-format.ts';
import { plain } from '../../report/paint.ts';
import { newRun } from '../../report/run.ts';
import type { Writer } from '../../report/write.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import type { GateFile } from '../../rulebook/files.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { type Call, oneOf, readCall, UsageError, jobsOf } from '../call.ts';
import { mustNotExist } from '../filled-in.ts';
import { type CheckFormat, checkFormats, isCheckFormat } from '../check-formats.ts';
import { type CheckSetting, checkSetting, inputRoles } from '../check-setting.ts';
import { complain, complainOf, type ExitCode, exitOf, paintFor, print } from '../console.ts';
import { type DocumentKind, documentKinds } from '../document-kinds.ts';
import { failing } from '../fail-on.ts';
import { inputsOf } from '../inputs.ts';
import { stampOfEngine } from '../kept.ts';
import { progressLine } from '../progress.ts';
import { recordedInputs } from '../recorded-inputs.ts';
import type { RecordAsked } from '../recording.ts';
import { incomingOf, readAgain } from '../run-check.ts';
import { soundRulebook } from '../sound.ts';
import { gateNamed } from '../steps.ts';
import { withRecord } from '../usual-record.ts';
import { workersFor } from '../workers.ts';

export const help = `shouze check PATH…  判定卷宗 / judge dossiers

  PATH 可以是文件、文件夹、通配符，或 -（标准输入）；NDJSON、JSON 数组、多文档 YAML 逐份读取，可为 .gz
       / files, folders, globs, or - for standard input; NDJSON, JSON arrays and YAML streams are many dossiers; .gz too

  --format pretty|json|ndjson|html|checklist|todo|register|confirmation|notice|workpaper|archive|junit|sarif|github
                              输出格式，默认 pretty；ndjson 逐份写出
                              / ndjson: a line a dossier, as it is judged
           checklist          人工核查表（XLSX），默认写入 checklist.xlsx / to checklist.xlsx unless --out says otherwise
           todo               待办清单：已办、待办、岗位、期限、逾期（--today）；--out 可为 .txt、.json、.xlsx
                              / what is done and next, by whom, by when, late by --today; --out .txt, .json or .xlsx
           register           问题台账（XLSX）：每项问题一行，下发填写整改情况 / the register of findings, a row each
           confirmation|notice|workpaper
                              事实确认书、整改通知书（每机构一份）、检查底稿（每份卷宗一份），写入 --out 所指文件夹
                              / confirmations of facts and notices, one a unit, work papers, one a dossier: to the folder --out
           archive            检查档案包（ZIP）：报告、检查依据和各文件的摘要
                              / a ZIP of reports, all that was judged by, and digests
           junit|sarif|github 供持续集成读取 / for tools of development
  --paper docx|pdf|html|md    文书的文件格式，默认 docx / as what papers are written
  --outcomes all              也列出合规、不适用、未到节点的结果 / tell passes and what does not apply or is not due, too
  --all                       逐项列出全部待补资料及其规则 / list everything that is wanted, with all rules that wait for it
  --fail-on WEIGHT            何种问题使退出码为 1：cannot-tell（默认）、fail、red-line、regulation、bank、service、advisory，
                              或规则库自定的严重程度 / what makes the exit code 1, or a severity of the rulebook
  --staff FILE                员工名册：事件、例外、核查表中的岗位按名册核对 / staff register that posts are looked up in
  --waivers FILE              例外审批台账（XLSX、CSV、YAML）：与卷宗所列的例外一并判定 / register of exceptions, judged beside those in dossiers
  --ledger FILE               问题台账：两人认定为误判、其后未变的，单独列明，不再计入 / ledger: what two people found mistaken is told apart and not counted
  --scheme FILE               检查方案：机构、产品、节点、规则、期间、检查日、检查人
                              / inspection scheme: branches, products, steps, rules, period, day of check, inspectors
  --picked LIST               只检查样本清单（shouze pick）所列的卷宗 / only the files that shouze pick drew
  --answers FILE              填回的人工核查表（XLSX、CSV 或文件夹），可重复 / check-lists that came back, repeatable
  --out FILE                  写入文件而不是标准输出 / write to a file
  --mapping FILE              台账（CSV、XLSX）按对应表读成卷宗；起草见 shouze import / reads tables as files by a mapping; see shouze import
  --step STEP                 卷宗已办到的节点（编号或名称）；其后的规则、要等其后资料的规则未到检查节点
                              / the step the file has reached, by id or title; what later steps record is not missed
  --gate GATE                 办理某节点之前自查：可办、不可办或待补，缺什么、找哪个岗位，不形成问题；JSON 亦可
                              / before a step: ready, not ready or incomplete, what is wanting and from whom; no findings
  --as-of DAY                 全部按该日的规则判定 / judge everything as of a day
  --record [FILE]             留存本次检查，供复核与重做；默认 $SHOUZE_RECORDS 或 shouze-records.db
                              / keep the run in a record, to be verified and judged again
  --resume RUN                接着办理中断的一次检查 / go on with a run that was stopped
  --keep-dossiers             卷宗原文一并留存（含个人信息） / keep the texts of dossiers too, personal data with them
  --subject NAME              没有写明种类的文件是哪一种 / what files are that do not say so
  --today DAY                 仅用于判定逾期未办 / for lateness only
  --jobs N                    判定所用的线程数；默认按处理器数，份数多时才用 / threads that judge; one a processor where there is work enough
  --explain all|RULE          合规、不适用的结果也写明原因（JSON），可重复 / tell why of passes and of what does not apply too (JSON)
  --unmask                    显示姓名、证件号等 / show personal data
  --rulebook DIR  --lang LANG

  shouze check examples/dossiers
  shouze check 卷宗.yaml --format json
  shouze check 台账.ndjson.gz --format ndjson --out 结果.ndjson
  shouze check 卷宗.yaml --format checklist --out 核查表.xlsx
  shouze check 卷宗 --format register --out 问题台账.xlsx
  shouze check 卷宗 --format notice --out 整改通知书
  shouze check 卷宗.yaml --answers 核查表.xlsx
  shouze check 卷宗.yaml --staff 员工名册.yaml
  shouze check 台账.ndjson --record 检查记录.db --today 2026-09-30
  cat 卷宗.json | shouze check - --step 审批
  shouze check 卷宗.yaml --gate submission
  shouze check 台账.ndjson.gz --format todo --today 2026-12-01 --out 待办.xlsx
`;

export async function check(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(withRecord(args), {
    step: { type: 'string' },
    gate: { type: 'string' },
    'as-of': { type: 'string' },
    today: { type: 'string' },
    subject: { type: 'string' },
    outcomes: { type: 'string' },
    'fail-on': { type: 'string' },
    jobs: { type: 'string' },
    answers: { type: 'string', multiple: true },
    mapping: { type: 'string' },
    staff: { type: 'string', multiple: true },
    waivers: { type: 'string', multiple: true },
    ledger: { type: 'string' },
    scheme: { type: 'string', multiple: true },
    picked: { type: 'string', multiple: true },
    explain: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    unmask: { type: 'boolean' },
    paper: { type: 'string' },
    record: { type: 'string' },
    resume: { type: 'string' },
    'keep-dossiers': { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const named = oneOf('format', call.text('format') ?? 'pretty', [
    ...Object.keys(checkFormats),
    'checklist',
    'todo',
  ]);
  const format: CheckFormat | undefined = isCheckFormat(named) ? checkFormats[named] : undefined;
  oneOf('outcomes', call.text('outcomes') ?? 'findings', ['findings', 'all']);
  const paper = oneOf('paper', call.text('paper') ?? 'docx', documentKinds);
  const record = await recordOf(call);
  const paths = record?.paths ?? call.positionals;
  if (paths.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze check PATH…');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const gate = gateOf(call, named, program);
  const setting = await checkSetting(call, loaded, {
    paths,
    languages: languagesAsked(call, program, format, language),
    // a run that is kept is told in full, so that it can be made again
    tells: format?.tellsAll ? (record ? 'all' : 'inapplicable') : undefined,
    gate,
  });
  if (setting === 'wrong') return 2;
  if (gate || named === 'todo') return checkProgress(call, paths, setting, gate);
  if (format) return report(format, named === 'pretty', { call, paths, setting, record, paper });
  if (record)
    throw new UsageError(
      '人工核查表不是检查结果，不能留存；请另取格式 / a check-list is no outcome and is not recorded: take another format',
    );
  const { writeChecklist } = await import('./check-checklist.ts');
  return writeChecklist(call.text('out') ?? 'checklist.xlsx', paths, setting);
}

/** The record of `--record` or `--resume`: what it takes to keep one is read where one is asked for. */
async function recordOf(call: Call): Promise<RecordAsked | undefined> {
  const isAsked = ['record', 'resume'].some((name) => call.text(name) !== undefined);
  if (!isAsked && !call.flag('keep-dossiers')) return undefined;
  const { recordAsked } = await import('../recording.ts');
  return recordAsked(call);
}

/** Whether files are in order before a step, or what is to be done of them next. */
async function checkProgress(
  call: Call,
  given: readonly string[],
  { loaded, reporting, kind, mapped, problems }: CheckSetting,
  gate: GateFile | undefined,
): Promise<ExitCode> {
  const { engine, language } = loaded;
  complainOf(problems, language);
  const out = call.text('out');
  const paint = out === undefined ? paintFor(process.stdout) : plain;
  const inputs = inputsOf(loaded, given, inputRoles.flatMap(call.texts));
  const incoming = mapped?.incoming() ?? incomingOf(given);
  const asked = { incoming, engine, kind, reporting, language, paint, out, inputs };
  const { checkGate, checkToDo } = await import('./check-progress.ts');
  return gate ? checkGate(gate, call.text('format') === 'json', asked) : checkToDo(asked);
}

/** What a report is made of. */
interface Reported {
  readonly call: Call;
  readonly paths: readonly string[];
  readonly setting: CheckSetting;
  readonly record: RecordAsked | undefined;
  /** What papers are written as. */
  readonly paper: DocumentKind;
}

/** Judges dossiers as they come, and writes what comes of them. */
async function report(
  format: CheckFormat,
  isPretty: boolean,
  { call, paths, setting, record, paper }: Reported,
): Promise<ExitCode> {
  const { loaded, reporting, kind, mapped, capture, lists, problems, waivers, suppresses } =
    setting;
  const { program, language } = loaded;
  const isWhole = call.text('outcomes') === 'all' || format.tellsAll === true;
  const out = call.text('out') ?? format.file;
  if (format.needsOut && out === undefined)
    throw new UsageError(
      '检查档案包须用 --out 给出文件名 / an archive needs a file name: --out RUN.zip',
    );
  if (format.isFilledIn && out !== undefined) mustNotExist(out);
  const paint = out === undefined && isPretty ? paintFor(process.stdout) : plain;
  const complaining = isPretty ? paint : paintFor(process.stderr);
  const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
  const { program: _, rulebookDigest: digest, ...made } = reporting;
  const workers = workersFor(
    jobsOf(call),
    {
      rulebook: loaded.folder,
      stamp: stampOfEngine(),
      digest,
      isWhole,
      kind,
      isColoured: complaining !== plain,
      register: setting.register,
      waiverEntries: waivers?.entries,
      capture,
      ...made,
    },
    progress,
  );
  const stop = new AbortController();
  const inputs = recordedInputs(call, reporting);
  const recording =
    record &&
    (await import('../recording.ts')).recordingOf(record, {
      setting,
      isWhole,
      keepDossiers: call.flag('keep-dossiers'),
      inputs,
      isStopped: () => stop.signal.aborted || output.isClosed(),
    });
  const run = newRun({
    engine: loaded.engine,
    reporting,
    isWhole,
    kind,
    paint: complaining,
    lists,
    again: readAgain,
    suppresses,
    elsewhere: workers,
    // what opens most is counted of judgements
    before: mapped ? undefined : recording?.before,
  });
  const isFailing = failing(call, run.head);
  const read = inputsOf(loaded, paths, [
    ...inputRoles.flatMap(call.texts),
    ...(record ? [record.record.path] : []),
  ]);
  const output = format.isFolder ? noOutput : await openOutput(out, read);
  const { terms } = sayIn(wordbooks, language);
  const line = progressLine(progress, terms);
  const plainWriter = await format.writer({
    run,
    put: (text) => output.write(text),
    language,
    program,
    paint,
    isWhole: isWhole || call.flag('all'),
    papers: { kind: paper, out: out ?? '', inputs: read },
    archive: { loaded, inputs },
    tell: (text) => {
      line.clear();
      complain(text);
    },
  });
  const writer = recording ? recording.writer(plainWriter, run) : plainWriter;
  const onInterrupt = () => {
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  let [isWrong, isFound] = [false, false];
  const given = new Set<string>();
  try {
    await writer.begin();
    let judged = 0;
    const texts =
      mapped?.incoming(stop.signal) ?? incomingOf(paths, { progress, signal: stop.signal });
    for await (const result of run.results(recording?.incoming(texts) ?? texts)) {
      await take(result);
      judged += 1;
      line.tell(judged);
      if (output.isClosed()) break;
    }
    for (const problem of problems) await take(run.add(run.maker.ofProblem(problem)));
    line.clear();
    await writer.end(counted(run.together()), summary);
    await output.finish();
  } catch (error) {
    output.abandon();
    throw error;
  } finally {
    await workers.close();
    recording?.close();
    line.clear();
    process.off('SIGINT', onInterrupt);
  }
  if (mapped && !isPretty) {
    const { intakeText } = await import('../../report/intake-text.ts');
    complain(
      intakeText(run.summary(), mapped.json(), sayIn(wordbooks, language), {
        language,
        paint: complaining,
      }).trimEnd(),
    );
  }
  if (waivers && !stop.signal.aborted) {
    const { otherDossiers } = await import('../../desk/waivers.ts');
    complainOf(
      otherDossiers(waivers, (dossier) => given.has(dossier)),
      language,
    );
  }
  if (stop.signal.aborted) complain(terms.check.stopped(run.summary().dossiers));
  if (recording) complain(terms.record.after(recording.run, recording.path, recording.head()));
  const { suppressed, ...all } = run.summary();
  const { fail, 'cannot-tell': untold } = suppressed ?? all;
  return exitOf(
    isWrong || mapped?.isWrong() === true || stop.signal.aborted,
    call.text('fail-on') === undefined ? fail + untold > 0 : isFound,
  );

  async function take(result: Parameters<Writer['result']>[0]): Promise<void> {
    mapped?.add(result);
    isWrong ||= result.isWrong;
    isFound ||= isFailing(result.record);
    if (result.record.id !== null && waivers?.entries.has(result.record.id))
      given.add(result.record.id);
    if (!isPretty && result.complaint !== '') {
      line.clear();
      complain(result.complaint);
    }
    await writer.result(result);
  }

  function* counted(together: ReturnType<typeof run.together>) {
    for (const one of together) {
      isFound ||= isFailing({ ...one, waiting: [], diagnostics: [] });
      yield one;
    }
  }

  function summary(): SummaryJson {
    return {
      ...run.summary(),
      ...(mapped && { intake: mapped.json() }),
      ...(stop.signal.aborted && { stopped: true }),
    };
  }
}

/** The gate that `--gate` names; it is answered in words or as JSON, by the file alone. */
function gateOf(call: Call, format: string, program: Program): GateFile | undefined {
  const given = call.text('gate');
  if (given === undefined) return undefined;
  const gate = gateNamed(given, program);
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError('--gate：--format 应为 / should be pretty | json');
  if (call.text('step') !== undefined || call.texts('answers').length > 0)
    throw new UsageError(
      '--gate 不能与 --step、--answers 同用 / --gate goes with neither --step nor --answers',
    );
  return gate;
}

/** The languages of a report for machines are those of the rulebook, or the one asked for; people read one. */
function languagesAsked(
  call: Call,
  program: Program,
  format: CheckFormat | undefined,
  language: Language,
): readonly Language[] {
  return format?.readers !== 'machines' || call.text('lang') !== undefined
    ? [language]
    : languagesOf(program.rulebook.manifest.data);
}
