import process from 'node:process';

import { joinedProcess } from '../../program/joined.ts';
import { plain } from '../../report/paint.ts';
import { processJson, processPretty, processRecord } from '../../report/process.ts';
import { dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { deliver, type ExitCode, paintFor, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze process  整个流程：每个节点出自哪个规则库、挂在哪里 / the process: whose each step is, and what it hangs on

  --format pretty|json|record  默认 pretty；record 为“流程版本”档案，可交 check 判定 / record is a file of the subject process, for check
  --as-of DAY                  按哪一天的版本，默认今天 / on which day, today by default
  --out FILE                   写入文件 / write to a file
  --rulebook DIR  --lang LANG

  shouze process --rulebook examples/wealth-centre
  shouze process --rulebook examples/wealth-centre --format record --out process.yaml
  shouze check process.yaml
`;

/** The kind of file that a record is. */
const subject = 'process';

export async function processCommand(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { 'as-of': { type: 'string' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'record']);
  const day = dayOf(call, 'as-of');
  const [stray] = call.positionals;
  if (stray !== undefined)
    throw new UsageError(
      `不带路径 / takes no path \`${stray}\`：规则库写 --rulebook ${stray} / a rulebook goes by --rulebook`,
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  if (format === 'record' && !program.subjects.has(subject))
    throw new UsageError(
      `规则库没有“流程版本”这种档案，不能写成 record / the rulebook has no subject \`${subject}\`, and nothing to write a record of`,
    );
  const joined = joinedProcess(program, day ?? today(program));
  const out = call.text('out');
  const text =
    format === 'json'
      ? processJson(joined)
      : format === 'record'
        ? processRecord(joined)
        : processPretty(
            joined,
            program,
            language,
            out === undefined ? paintFor(process.stdout) : plain,
          );
  deliver(text, out, inputsOf(loaded));
  return 0;
}
