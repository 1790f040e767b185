import { indentedJson } from '../../base/json.ts';
import { collectedGlance } from '../../report/saved-glance.ts';
import { glanceText } from '../../report/glance-text.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { suppressedBy } from '../ledger-file.ts';
import { readRun } from '../saved-run.ts';
import process from 'node:process';

export const help = `shouze glance RUN                一次检查的总体情况：各项合计、差错率、比上次 / a run at a glance: totals, rates, the change

  RUN 为 check --format ndjson 或 json 写出的文件 / what check --format ndjson or json wrote

  --against LAST      上次的结果 / the run before
  --ledger FILE       问题台账：另列剔除误判后的差错率 / ledger: the rates after rebuttal, too
  --whole             列出全部各行 / every row
  --format text|json  --out FILE  --lang LANG

  shouze check 卷宗/ --format ndjson --out 本季.ndjson
  shouze glance 本季.ndjson --against 上季.ndjson --ledger ledger.ndjson
`;

export async function glance(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    against: { type: 'string' },
    ledger: { type: 'string' },
    whole: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [path, second] = call.positionals;
  if (path === undefined || second !== undefined)
    throw new UsageError(
      '应给出一次检查的结果 / give the result of one check：shouze glance RUN.ndjson',
    );
  const format = oneOf('format', call.text('format') ?? 'text', ['text', 'json']);
  const { language } = call;
  const suppresses = suppressedBy(call, language);
  if (suppresses === 'wrong') return 2;
  const run = await readRun(path, (head) => collectedGlance(head, suppresses));
  if ('problem' in run) {
    complainOf([run.problem], language);
    return 2;
  }
  const last = call.text('against');
  const before =
    last === undefined
      ? undefined
      : await readRun(last, (head) => collectedGlance(head, undefined));
  if (before && 'problem' in before) {
    complainOf([before.problem], language);
    return 2;
  }
  const made = run.taker.glance(before && { head: before.head, glance: before.taker.glance() });
  const out = call.text('out');
  const text =
    format === 'json'
      ? indentedJson(made)
      : glanceText(made, run.head, {
          language,
          paint: paintFor(process.stdout),
          isWhole: call.flag('whole'),
        });
  deliver(text, out, () => [path, ...(last === undefined ? [] : [last])]);
  return 0;
}
