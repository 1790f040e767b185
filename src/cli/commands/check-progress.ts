import type { Language } from '../../base/language.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { judgeOne } from '../../check/judge-all.ts';
import type { CheckedFile } from '../../check/checked.ts';
import { outsideOf } from '../../check/outside.ts';
import { openOutput } from '../../io/output.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { writeFile } from '../../io/write.ts';
import { gateAsked, type GateReport } from '../../report/gate.ts';
import { gateText } from '../../report/gate-text.ts';
import { headOf, type Reporting } from '../../report/head.ts';
import { severalLines } from '../../base/shown.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { type Paint, plain } from '../../report/paint.ts';
import { recorderOf } from '../../report/record.ts';
import type { Incoming } from '../../report/run.ts';
import { stepsJson } from '../../report/step-json.ts';
import { toDoSummary, toDoText, toDoWorkbook, type ToDoReport } from '../../report/to-do.ts';
import type { GateFile } from '../../rulebook/files.ts';
import type { Engine } from '../../check/engine.ts';
import { UsageError } from '../call.ts';
import { complainOf, type ExitCode, exitOf } from '../console.ts';
import type { Inputs } from '../../io/target.ts';
import { eachRead } from '../run-check.ts';

/** What is asked of files in progress. */
export interface AskedOfProgress {
  readonly incoming: AsyncIterable<readonly Incoming[]>;
  readonly engine: Engine;
  readonly kind: string | undefined;
  readonly reporting: Reporting;
  readonly language: Language;
  readonly paint: Paint;
  readonly out: string | undefined;
  readonly inputs: Inputs;
}

/** Whether each file is in order before a step (`--gate`), without making findings. */
export async function checkGate(
  gate: GateFile,
  isJson: boolean,
  asked: AskedOfProgress,
): Promise<ExitCode> {
  const { reporting, language, paint } = asked;
  const recorder = recorderOf(headOf(reporting), reporting, false);
  const { head, record } = gateAsked(gate, recorder, reporting);
  const [dossiers, isWrong] = await recorded(asked, record);
  const counted = (answer: string) => dossiers.filter((one) => one.gate?.answer === answer).length;
  const report: GateReport = {
    ...headline(reporting),
    ...head,
    summary: {
      dossiers: dossiers.filter((one) => one.gate).length,
      ready: counted('ready'),
      stopped: counted('stopped'),
      wanting: counted('wanting'),
      unread: dossiers.filter((one) => !one.gate).length,
    },
    dossiers,
  };
  await written(asked, isJson ? [asJson(report)] : gateText(report, language, paint));
  return exitOf(isWrong, report.summary.stopped + report.summary.wanting > 0);
}

/** What is done of each file, what is next, by whom and by when (`--format todo`). */
export async function checkToDo(asked: AskedOfProgress): Promise<ExitCode> {
  const { reporting, language, paint, out, engine } = asked;
  const ending = out === undefined ? '' : (/\.[^./\\]+$/u.exec(out)?.[0].toLowerCase() ?? '');
  if (!['', '.txt', '.json', '.xlsx'].includes(ending))
    throw new UsageError(
      `--out ${out}：待办清单写为 .txt、.json 或 .xlsx / a to-do list is written as .txt, .json or .xlsx`,
    );
  const recorder = recorderOf(headOf(reporting), reporting, false);
  const [dossiers, isWrong] = await recorded({ ...asked, engine }, (checked) => {
    const { id, file, record, digest, subject, diagnostics } = recorder.dossier(checked, 0);
    const steps = stepsJson(checked, reporting);
    return { id, file, ...(record && { record }), digest, subject, diagnostics, steps };
  });
  const { staff: _, asOf: __, ...head } = headline(reporting);
  const report: ToDoReport = { ...head, summary: toDoSummary(dossiers), dossiers };
  if (out !== undefined && ending === '.xlsx')
    writeFile(out, await workbookBytes(toDoWorkbook(report, language)));
  else
    await written(
      asked,
      ending === '.json'
        ? [asJson(report)]
        : toDoText(report, language, out === undefined ? paint : plain),
    );
  return exitOf(isWrong, report.summary.late > 0);
}

/** The record of each file, made as they come; what is wrong with files is told meanwhile. */
async function recorded<T>(
  { incoming, engine, kind, reporting, language }: AskedOfProgress,
  record: (checked: CheckedFile) => T,
): Promise<readonly [readonly T[], boolean]> {
  const records: T[] = [];
  let isWrong = false;
  for await (const read of eachRead(incoming, engine, kind)) {
    if (reporting.bounds && outsideOf(reporting.bounds, read, reporting.program)) continue;
    const checked = judgeOne(read, engine, reporting.options);
    isWrong ||= hasErrors(checked.diagnostics);
    complainOf(diagnosticsOf(checked, { unmasked: reporting.unmasked }), language);
    records.push(record(checked));
  }
  return [records, isWrong];
}

function headline(reporting: Reporting) {
  const { format, rulebook, engine, languages, masked, asOf, today, staff } = headOf(reporting);
  return {
    format,
    rulebook,
    engine,
    languages,
    masked,
    ...(asOf !== undefined && { asOf }),
    ...(today !== undefined && { today }),
    ...(staff !== undefined && { staff }),
  };
}

function asJson(report: GateReport | ToDoReport): string {
  return `${severalLines(JSON.stringify(report, undefined, 2))}\n`;
}

async function written(
  { out, inputs }: Pick<AskedOfProgress, 'out' | 'inputs'>,
  texts: Iterable<string>,
): Promise<void> {
  const output = await openOutput(out, inputs);
  try {
    for (const text of texts) await output.write(text);
    await output.finish();
  } catch (error) {
    output.abandon();
    throw error;
  }
}
