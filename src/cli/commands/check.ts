import { sayIn } from '../../base/language.ts';
import { existsSync } from 'node:fs';
import process from 'node:process';

import { hasErrors } from '../../base/diagnostic.ts';
import type { JudgeOptions } from '../../evaluate/outcome.ts';
import { workbookBytes } from '../../io/workbook.ts';
import { targetOf } from '../../io/target.ts';
import { writeFile, writeText } from '../../io/write.ts';
import type { Program } from '../../program/ast.ts';
import { type CheckRun, countsOf, type ReportOptions } from '../../report/checked.ts';
import { checklistOf } from '../../report/checklist.ts';
import { htmlReport } from '../../report/html.ts';
import { jsonReport } from '../../report/json.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { plain } from '../../report/paint.ts';
import { prettyReport } from '../../report/pretty.ts';
import { readAnswers } from '../answer-files.ts';
import { dayOf, near, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, paintFor, print } from '../console.ts';
import { kindOf } from '../check-files.ts';
import { inputsOf } from '../inputs.ts';
import { soundRulebook } from '../load.ts';
import { runCheck } from '../run-check.ts';

export const help = `shouze check PATH…  判定卷宗 / judge dossiers

  PATH 可以是文件、文件夹、通配符，或 -（标准输入） / files, folders, globs, or - for standard input

  --format pretty|json|html|checklist
                              输出格式，默认 pretty；checklist 为人工核查表（XLSX），默认写入 checklist.xlsx
                              / checklist: the inspector's check-list, to checklist.xlsx unless --out says otherwise
  --answers FILE              填回的人工核查表（XLSX、CSV 或文件夹），可重复 / check-lists that came back, repeatable
  --out FILE                  写入文件而不是标准输出 / write to a file
  --step STEP                 卷宗已办到的节点；其后的规则未到检查节点 / the step the file has reached
  --as-of DAY                 全部按该日的规则判定 / judge everything as of a day
  --subject NAME              没有写明种类的文件是哪一种 / what files are that do not say so
  --today DAY                 仅用于判定逾期未办 / for lateness only
  --explain all|RULE          合规、不适用的结果也写明原因（JSON），可重复 / tell why of passes and of what does not apply too (JSON)
  --unmask                    显示姓名、证件号等 / show personal data
  --rulebook DIR  --lang LANG

  shouze check examples/dossiers
  shouze check 卷宗.yaml --format json
  shouze check 卷宗.yaml --format checklist --out 核查表.xlsx
  shouze check 卷宗.yaml --answers 核查表.xlsx
  cat 卷宗.json | shouze check - --step approval
`;

export async function check(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    step: { type: 'string' },
    'as-of': { type: 'string' },
    today: { type: 'string' },
    subject: { type: 'string' },
    answers: { type: 'string', multiple: true },
    explain: { type: 'string', multiple: true },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    'html',
    'checklist',
  ]);
  const [asOf, today, step] = [dayOf(call, 'as-of'), dayOf(call, 'today'), call.text('step')];
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze check PATH…');
  const loaded = soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const known = program.steps.map(({ id }) => id);
  if (step !== undefined && !known.includes(step)) {
    throw new UsageError(`--step ${step}：没有该节点 / no such step${near(step, known)}`);
  }
  const explain = explained(call.texts('explain'), program);
  const options = { explain, asOf, today, step };
  const out = call.text('out') ?? (format === 'checklist' ? 'checklist.xlsx' : undefined);
  if (format === 'checklist' && out !== undefined && existsSync(out)) {
    throw new UsageError(
      `${out} 已存在，可能已经填写；请用 --out 另取文件名 / exists and may be filled in: name another with --out`,
    );
  }
  const inputs = inputsOf(loaded, call.positionals, call.texts('answers'));
  if (out !== undefined) targetOf(out, inputs);
  const { sheets, problems } = await readAnswers(call.texts('answers'));
  const run = runCheck(loaded, call.positionals, options, {
    kind: kindOf(call, program),
    sheets,
    unread: problems,
  });
  const unmasked = call.flag('unmask');
  const report = { language, unmasked };
  if (format === 'checklist') await writeChecklist(run, report, out ?? '');
  else if (out === undefined) print(text());
  else writeText(out, text(), inputs);
  if (format !== 'pretty')
    complainOf(
      run.files.flatMap((file) => diagnosticsOf(file, report)),
      language,
    );
  if (run.files.some(({ diagnostics }) => hasErrors(diagnostics))) return 2;
  const counts = countsOf(run);
  return counts.fail + counts['cannot-tell'] > 0 ? 1 : 0;

  function text(): string {
    if (format === 'json') return `${JSON.stringify(jsonReport(run, report), undefined, 2)}\n`;
    if (format === 'html') return htmlReport(run, report);
    return prettyReport(run, report, out === undefined ? paintFor(process.stdout) : plain);
  }
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
async function writeChecklist(run: CheckRun, report: ReportOptions, out: string): Promise<void> {
  const list = checklistOf(run, report);
  const { terms } = sayIn(wordbooks, report.language);
  const lines = list.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (lines > 0) writeFile(out, await workbookBytes(list));
  complain(terms.checklist(lines, list.sheets.length, out));
}
