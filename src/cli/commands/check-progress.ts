import type { Language } from '../../base/language.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import type { CheckedFile } from '../../check/checked.ts';
import {
  eachJudged,
  gateReport,
  type ProgressBy,
  progressJson,
  toDoReport,
} from '../../desk/progress.ts';
import { openOutput } from '../../io/output.ts';
import { writeFile } from '../../io/write.ts';
import { gateText } from '../../report/gate-text.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { type Paint, plain } from '../../report/paint.ts';
import type { Incoming } from '../../report/run.ts';
import { toDoText, toDoWorkbook } from '../../report/to-do.ts';
import type { GateFile } from '../../rulebook/files.ts';
import { UsageError } from '../call.ts';
import { complainOf, type ExitCode } from '../console.ts';
import type { Inputs } from '../../io/target.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';

/** What is asked of files in progress. */
export interface AskedOfProgress extends ProgressBy {
  readonly incoming: AsyncIterable<readonly Incoming[]>;
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
  const told = toldOf(asked);
  const report = await gateReport(gate, told.files, reporting);
  await written(asked, isJson ? [progressJson(report)] : gateText(report, language, paint));
  return told.isWrong() ? 2 : report.summary.stopped + report.summary.wanting > 0 ? 1 : 0;
}

/** What is done of each file, what is next, by whom and by when (`--format todo`). */
export async function checkToDo(asked: AskedOfProgress): Promise<ExitCode> {
  const { reporting, language, paint, out } = asked;
  const ending = out === undefined ? '' : (/\.[^./\\]+$/u.exec(out)?.[0].toLowerCase() ?? '');
  if (!['', '.txt', '.json', '.xlsx'].includes(ending))
    throw new UsageError(
      `--out ${out}：待办清单写为 .txt、.json 或 .xlsx / a to-do list is written as .txt, .json or .xlsx`,
    );
  const told = toldOf(asked);
  const report = await toDoReport(told.files, reporting);
  if (out !== undefined && ending === '.xlsx')
    writeFile(out, await workbookBytes(toDoWorkbook(report, language)));
  else
    await written(
      asked,
      ending === '.json'
        ? [progressJson(report)]
        : toDoText(report, language, out === undefined ? paint : plain),
    );
  return told.isWrong() ? 2 : report.summary.late > 0 ? 1 : 0;
}

/** Each file as it is judged; what is wrong with it is told meanwhile. */
function toldOf(asked: AskedOfProgress) {
  const { incoming, reporting, language } = asked;
  let isWrong = false;
  return { files: files(), isWrong: () => isWrong };

  async function* files(): AsyncGenerator<CheckedFile> {
    for await (const checked of eachJudged(incoming, asked)) {
      isWrong ||= hasErrors(checked.diagnostics);
      complainOf(diagnosticsOf(checked, { unmasked: reporting.unmasked }), language);
      yield checked;
    }
  }
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
