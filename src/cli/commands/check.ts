import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import process from 'node:process';

import { hasErrors } from '../../base/diagnostic.ts';
import { type Language, sayIn } from '../../base/language.ts';
import type { JudgeOptions } from '../../evaluate/outcome.ts';
import type { Progress } from '../../io/dossiers.ts';
import { openOutput } from '../../io/output.ts';
import { workbookBytes } from '../../io/workbook.ts';
import { writeFile } from '../../io/write.ts';
import type { Program } from '../../program/ast.ts';
import type { CheckedFiles, ReportOptions } from '../../report/checked.ts';
import { checklistOf } from '../../report/checklist.ts';
import { htmlWriter } from '../../report/html.ts';
import type { OutcomeJson, ReportHead, SummaryJson } from '../../report/json-format.ts';
import { jsonText } from '../../report/json-text.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { plain } from '../../report/paint.ts';
import { prettyText } from '../../report/pretty.ts';
import { newRun } from '../../report/run.ts';
import { isAsGrave, ruleOf, weights } from '../../report/weight.ts';
import { lineWriter, type Put, wholeWriter, type Writer } from '../../report/write.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import type { GateFile } from '../../rulebook/files.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { readAnswers } from '../answer-files.ts';
import { type Call, dayOf, near, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, paintFor, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { stampOfEngine } from '../kept.ts';
import { staffOf } from '../staff.ts';
import { engineVersion, soundRulebook } from '../sound.ts';
import { progressLine } from '../progress.ts';
import { gateNamed, stepNamed } from '../steps.ts';
import { workersFor } from '../workers.ts';
import { checkGate, checkToDo } from './check-progress.ts';
import { checkAll, incomingOf, kindOf, listsOf, problemFile, readAgain } from '../run-check.ts';

export const help = `shouze check PATH…  判定卷宗 / judge dossiers

  PATH 可以是文件、文件夹、通配符，或 -（标准输入）；NDJSON、JSON 数组、多文档 YAML 逐份读取，可为 .gz
       / files, folders, globs, or - for standard input; NDJSON, JSON arrays and YAML streams are many dossiers; .gz too

  --format pretty|json|ndjson|html|checklist|todo
                              输出格式，默认 pretty；ndjson 逐份写出；checklist 为人工核查表（XLSX），默认写入 checklist.xlsx
                              / ndjson: a line a dossier, as it is judged; checklist: to checklist.xlsx unless --out says otherwise
                              todo 为待办清单：已办、待办、岗位、期限、逾期（--today）；--out 可为 .txt、.json、.xlsx
                              / todo: what is done and next, by whom, by when, late by --today; --out .txt, .json or .xlsx
  --outcomes all              也列出合规、不适用、未到节点的结果 / tell passes and what does not apply or is not due, too
  --all                       逐项列出全部待补资料及其规则 / list everything that is wanted, with all rules that wait for it
  --fail-on WEIGHT            何种问题使退出码为 1：cannot-tell（默认）、fail、red-line、regulation、bank、service、advisory，
                              或规则库自定的严重程度 / what makes the exit code 1, or a severity of the rulebook
  --staff FILE                员工名册：事件、例外、核查表中的岗位按名册核对 / staff register that posts are looked up in
  --answers FILE              填回的人工核查表（XLSX、CSV 或文件夹），可重复 / check-lists that came back, repeatable
  --out FILE                  写入文件而不是标准输出 / write to a file
  --step STEP                 卷宗已办到的节点（编号或名称）；其后的规则、要等其后资料的规则未到检查节点
                              / the step the file has reached, by id or title; what later steps record is not missed
  --gate GATE                 办理某节点之前自查：可办、不可办或待补，缺什么、找哪个岗位，不形成问题；JSON 亦可
                              / before a step: ready, not ready or incomplete, what is wanting and from whom; no findings
  --as-of DAY                 全部按该日的规则判定 / judge everything as of a day
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
  shouze check 卷宗.yaml --answers 核查表.xlsx
  shouze check 卷宗.yaml --staff 员工名册.yaml
  cat 卷宗.json | shouze check - --step 审批
  shouze check 卷宗.yaml --gate submission
  shouze check 台账.ndjson.gz --format todo --today 2026-12-01 --out 待办.xlsx
`;

const formats = ['pretty', 'json', 'ndjson', 'html', 'checklist', 'todo'] as const;

export async function check(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    step: { type: 'string' },
    gate: { type: 'string' },
    'as-of': { type: 'string' },
    today: { type: 'string' },
    subject: { type: 'string' },
    outcomes: { type: 'string' },
    'fail-on': { type: 'string' },
    jobs: { type: 'string' },
    answers: { type: 'string', multiple: true },
    staff: { type: 'string', multiple: true },
    explain: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const [asOf, today, step] = [dayOf(call, 'as-of'), dayOf(call, 'today'), call.text('step')];
  const isWhole =
    oneOf('outcomes', call.text('outcomes') ?? 'findings', ['findings', 'all']) === 'all';
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze check PATH…');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const gate = gateOf(call, format, program);
  const reached = gate?.step ?? stepNamed(step, program);
  const explain = explained(call.texts('explain'), program);
  const options = { explain, asOf, today, step: reached, ...(gate && { isBefore: true }) };
  const unmasked = call.flag('unmask');
  const kind = kindOf(call, program);
  const register = staffOf(call, loaded);
  if (register === 'wrong') return 2;
  const engine = register ? { ...loaded.engine, people: register.read.people } : loaded.engine;
  const judgedBy = { ...loaded, engine };
  const { sheets, problems } = await readAnswers(call.texts('answers'));
  const lists = call.texts('answers').length > 0 ? listsOf(sheets, judgedBy) : undefined;
  if (format === 'checklist') {
    const out = call.text('out') ?? 'checklist.xlsx';
    if (existsSync(out))
      throw new UsageError(
        `${out} 已存在，可能已经填写；请用 --out 另取文件名 / exists and may be filled in: name another with --out`,
      );
    const run = await checkAll(judgedBy, call.positionals, options, {
      kind,
      ...(lists && { lists }),
    });
    const files = [...run.files, ...problems.map(problemFile)];
    await writeChecklist({ ...run, files }, { language, unmasked }, out);
    complainOf(
      files.flatMap((file) => diagnosticsOf(file, { unmasked })),
      language,
    );
    return exitOf(
      files.some(({ diagnostics }) => hasErrors(diagnostics)),
      files.some(({ judged }) => judged && judged.judgement.verdict !== 'pass'),
    );
  }

  const out = call.text('out');
  const paint = out === undefined && format === 'pretty' ? paintFor(process.stdout) : plain;
  const complaining = format === 'pretty' ? paint : paintFor(process.stderr);
  const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
  const asked = {
    engine: engineVersion(),
    options,
    languages: languagesAsked(call, program, format, language),
    unmasked,
    staff: register?.staff,
  };
  const reporting = { program, rulebookDigest: loaded.digest, ...asked };
  if (gate || format === 'todo') {
    const inputs = inputsOf(loaded, call.positionals, call.texts('staff'));
    const whose = {
      given: call.positionals,
      engine,
      kind,
      reporting,
      language,
      paint,
      out,
      inputs,
    };
    return gate ? checkGate(gate, format === 'json', whose) : checkToDo(whose);
  }
  const workers = workersFor(
    jobsOf(call),
    {
      rulebook: loaded.folder,
      stamp: stampOfEngine(),
      digest: loaded.digest,
      isWhole,
      kind,
      isColoured: complaining !== plain,
      register: register?.source,
      ...asked,
    },
    progress,
  );
  const run = newRun({
    engine,
    reporting,
    isWhole,
    kind,
    paint: complaining,
    lists,
    again: readAgain,
    elsewhere: workers,
  });
  const { head } = run;
  const isFailing = failing(call, head);
  const output = await openOutput(
    out,
    inputsOf(loaded, call.positionals, [...call.texts('answers'), ...call.texts('staff')]),
  );
  const put: Put = (text) => output.write(text);
  const writer = writerFor();
  const { terms } = sayIn(wordbooks, language);
  const line = progressLine(progress, terms);
  const stop = new AbortController();
  const onInterrupt = () => {
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  let [isWrong, isFound] = [false, false];
  try {
    await writer.begin();
    let judged = 0;
    for await (const result of run.results(
      incomingOf(call.positionals, { progress, signal: stop.signal }),
    )) {
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
    line.clear();
    process.off('SIGINT', onInterrupt);
  }
  if (stop.signal.aborted) complain(terms.check.stopped(run.summary().dossiers));
  const { fail, 'cannot-tell': untold } = run.summary();
  return exitOf(
    isWrong || stop.signal.aborted,
    call.text('fail-on') === undefined ? fail + untold > 0 : isFound,
  );

  async function take(result: Parameters<Writer['result']>[0]): Promise<void> {
    isWrong ||= result.isWrong;
    isFound ||= isFailing(result.record.verdict, result.record.outcomes);
    if (format !== 'pretty' && result.complaint !== '') {
      line.clear();
      complain(result.complaint);
    }
    await writer.result(result);
  }

  function* counted(together: ReturnType<typeof run.together>) {
    for (const one of together) {
      isFound ||= isFailing(one.verdict, one.outcomes);
      yield one;
    }
  }

  function summary(): SummaryJson {
    return { ...run.summary(), ...(stop.signal.aborted && { stopped: true }) };
  }

  function writerFor(): Writer {
    switch (format) {
      case 'ndjson': {
        const hash = createHash('sha256');
        return lineWriter(run, put, {
          add: (text) => hash.update(text),
          digest: () => `sha256:${hash.digest('hex')}`,
        });
      }
      case 'json':
        return wholeWriter(head, put, jsonText);
      case 'html':
        return htmlWriter(head, put, { language, rulebook: program.rulebook });
      default:
        return wholeWriter(head, put, (report, complaints) =>
          prettyText(report, {
            language,
            paint,
            isWhole: isWhole || call.flag('all'),
            complaints,
          }),
        );
    }
  }
}

/** The gate that `--gate` names; it is answered in words or as JSON, by the file alone. */
function gateOf(
  call: Call,
  format: (typeof formats)[number],
  program: Program,
): GateFile | undefined {
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

/** Threads that a check may have, at most. */
const mostJobs = 64;

function jobsOf(call: Call): number | undefined {
  const given = call.text('jobs');
  if (given === undefined) return undefined;
  const jobs = /^\d{1,3}$/u.test(given) ? Number(given) : 0;
  if (jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new UsageError(
    `--jobs ${given}：应为 1 至 ${mostJobs} 的整数 / should be a whole number from 1 to ${mostJobs}`,
  );
}

function exitOf(isWrong: boolean, isFound: boolean): ExitCode {
  return isWrong ? 2 : isFound ? 1 : 0;
}

/** The languages of a report for machines are those of the rulebook, or the one asked for; people read one. */
function languagesAsked(
  call: Call,
  program: Program,
  format: (typeof formats)[number],
  language: Language,
): readonly Language[] {
  const isForPeople = format === 'pretty' || format === 'html';
  return isForPeople || call.text('lang') !== undefined
    ? [language]
    : languagesOf(program.rulebook.manifest.data);
}

/** What `--fail-on` asks: whether what was found of a file makes the exit code 1. */
function failing(
  call: Call,
  head: ReportHead,
): (verdict: string | null, outcomes: readonly OutcomeJson[]) => boolean {
  const own = Object.keys(head.severities ?? {});
  const given = call.text('fail-on') ?? 'cannot-tell';
  const level = oneOf('fail-on', given, [
    'cannot-tell',
    'fail',
    ...(own.length > 0 ? own : weights),
  ]);
  if (level === 'cannot-tell') return (verdict) => verdict === 'fail' || verdict === 'cannot-tell';
  if (level === 'fail') return (verdict) => verdict === 'fail';
  return (_, outcomes) =>
    outcomes.some((outcome) => {
      const { status } = outcome;
      const rule = ruleOf(outcome, head);
      if (status !== 'fail' || !rule) return false;
      if (own.length > 0) return own.indexOf(rule.severity ?? '') <= own.indexOf(level);
      const weight = weights.find((one) => one === level);
      return weight !== undefined && isAsGrave(rule, weight);
    });
}

/** The rules whose every outcome is told with its reasons; undefined where none is asked for. */
function explained(given: readonly string[], { rules, process }: Program): JudgeOptions['explain'] {
  if (given.length === 0) return undefined;
  if (given.includes('all')) return 'all';
  const known = [...rules, ...process].map(({ id }) => id);
  const unknown = given.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UsageError(`--explain ${unknown}：没有该规则 / no such rule${near(unknown, known)}`);
  return new Set(given);
}

/** Writes the check-list, and says where and how many lines it has; there is none where nobody has to look. */
async function writeChecklist(
  run: CheckedFiles,
  report: ReportOptions,
  out: string,
): Promise<void> {
  const list = checklistOf(run, report);
  const { terms } = sayIn(wordbooks, report.language);
  const lines = list.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (lines > 0) writeFile(out, await workbookBytes(list));
  complain(terms.checklist(lines, list.sheets.length, out));
}
