import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { pilotDocument } from '../../papers/pilot-paper.ts';
import { type PilotReport, pilotReport } from '../../pilot/compare.ts';
import { type PilotPlan, planOf } from '../../pilot/plan.ts';
import { countedRecord } from '../../pilot/record.ts';
import { dossierName } from '../../report/checked.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { plain } from '../../report/paint.ts';
import { jsonPilot, prettyPilot } from '../../report/pilot.ts';
import { pilotWords } from '../../words/pilot.ts';
import { writeFile } from '../../io/write.ts';
import { plainOf } from '../../yaml/tree.ts';
import { dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { documentWriter } from '../document-files.ts';
import { inputsOf } from '../inputs.ts';
import { checkAll, kindOf, readOne } from '../run-check.ts';
import { soundRulebook } from '../sound.ts';
import { today as clock } from '../today.ts';

export const help = `shouze pilot SCHEME PATH…  试点评比：由卷宗计算，与其他机构、与自己从前比较 / a pilot compared, from the files themselves

  --format pretty|json|html|docx|md|record   输出格式，默认 pretty；record 为补上样本计数的试点方案 / format
  --today DAY                 报告日期 / the day of the report
  --out FILE                  写入文件 / write to a file
  --subject NAME  --rulebook DIR  --lang LANG

  结构按规则库 scorecard 的 mix 均衡 / the mix is evened out by the scorecard's mix

  shouze pilot examples/records/pilot.yaml examples/dossiers
  shouze pilot 试点方案.yaml 卷宗.ndjson --format docx --out 试点评比.docx
  shouze pilot 试点方案.yaml 卷宗.ndjson --format record | shouze check -
`;

const formats = ['pretty', 'json', 'html', 'docx', 'md', 'record'] as const;

export async function pilot(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { today: { type: 'string' }, subject: { type: 'string' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const [scheme, ...paths] = call.positionals;
  if (scheme === undefined || paths.length === 0)
    throw new UsageError(
      '应给出试点方案和卷宗 / give the scheme and the dossiers：shouze pilot SCHEME PATH…',
    );
  const [out, today] = [call.text('out'), dayOf(call, 'today')];
  if (format === 'docx' && out === undefined)
    throw new UsageError('DOCX 应写入文件 / goes into a file：--out FILE');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, engine } = loaded;
  if (program.measures.length === 0)
    throw new UsageError('规则库没有考评指标 / the rulebook has no measures：measures/');
  const [kind] = program.pilots.keys();
  const read = await readOne(scheme, engine, kind);
  complainOf(read.diagnostics, language);
  if (!read.dossier || !read.subject) return 2;
  const plan = planOf(program, read.subject, read.dossier, dossierName(read));
  if ('problem' in plan) {
    const [zh, en] = [pilotWords.zh, pilotWords.en].map((words) => words.refused[plan.problem]);
    const names = plan.names.length > 0 ? `（${plan.names.join(', ')}）` : '';
    throw new UsageError(`${scheme}：${zh} / ${en}${names}`);
  }
  const run = await checkAll(loaded, paths, {}, { kind: kindOf(call, program) });
  complainOf(
    run.files.flatMap((file) => diagnosticsOf(file, { unmasked: false })),
    language,
  );
  const judged = run.files.flatMap((file) =>
    file.judged ? [{ id: dossierName(file), ...file.judged }] : [],
  );
  const report = pilotReport(program, judged, plan, run.files.length - judged.length);
  const inputs = inputsOf(loaded, [scheme, ...paths]);
  const options = { language };
  const text = await textOf(report, plan);
  if (typeof text === 'string') deliver(text, out, inputs);
  else writeFile(out ?? '', text, inputs);
  if (run.files.some(({ diagnostics }) => hasErrors(diagnostics))) return 2;
  return report.comparisons.some(({ result }) => result.kind === 'compared') ? 0 : 1;

  async function textOf(compared: PilotReport, { id }: PilotPlan): Promise<string | Uint8Array> {
    switch (format) {
      case 'pretty': {
        const paint = out === undefined ? paintFor(process.stdout) : plain;
        return prettyPilot(compared, program, options, paint);
      }
      case 'json':
        return indentedJson(jsonPilot(compared, program, loaded?.digest ?? '', options));
      case 'record': {
        const writes = read.subject?.file.pilot?.writes;
        if (!read.dossier || !writes)
          throw new UsageError(
            `规则库没有写明试点方案 ${id} 的计数写在哪里 / the rulebook does not say where a record has its counts：pilot.writes`,
          );
        return indentedJson(plainOf(countedRecord(read.dossier.yaml, compared, writes)));
      }
      default: {
        const write = await documentWriter(format);
        const day = today ?? clock(program);
        return write(pilotDocument(compared, program, day, options));
      }
    }
  }
}
