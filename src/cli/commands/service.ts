import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { serviceDocument } from '../../papers/service-paper.ts';
import { dossierName } from '../../report/checked.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { plain } from '../../report/paint.ts';
import { csvService, jsonService, prettyService } from '../../report/service.ts';
import type { ServiceCase } from '../../service/case.ts';
import { casesOf } from '../../service/cases.ts';
import { serviceReport } from '../../service/figures.ts';
import { readIncoming } from '../../desk/progress.ts';
import { dayOf, oneOf, periodOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { documentWriter } from '../document-files.ts';
import { inputsOf } from '../inputs.ts';
import { incomingOf, kindOf } from '../run-check.ts';
import { soundRulebook } from '../sound.ts';
import { today as clock } from '../today.ts';

export const help = `shouze service PATH…  服务承诺：按时、超时，今天有哪些已超时 / promises of service, kept and broken, and what is late today

  --by promise|branch|customer|officer   分组方式，默认 promise / grouping
  --today DAY                 截至哪一天；不写则以各份卷宗的数据截止日为准 / as of which day; else the last day each file tells of
  --from DAY  --until DAY     起算日的期间，含首尾 / period by the day a case began, inclusive
  --format pretty|json|html|csv   输出格式，默认 pretty / format
  --out FILE                  写入文件 / write to a file
  --subject NAME  --unmask  --rulebook DIR  --lang LANG

  承诺写在规则库的 promises/ 中 / promises are in the rulebook's promises/

  shouze service examples/dossiers
  shouze service examples/dossiers --by branch --today 2026-11-30 --format html --out 服务承诺.html
`;

const groupings = ['promise', 'branch', 'customer', 'officer'] as const;

export async function service(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    by: { type: 'string' },
    today: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    subject: { type: 'string' },
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
    'csv',
  ]);
  const by = oneOf('by', call.text('by') ?? 'promise', groupings);
  const [from, until] = periodOf(call);
  const today = dayOf(call, 'today');
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze service PATH…');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, engine } = loaded;
  if (program.promises.length === 0)
    throw new UsageError('规则库没有服务承诺 / the rulebook has no promises：promises/');
  const kind = kindOf(call, program);
  const unmasked = call.flag('unmask');
  const cases: ServiceCase[] = [];
  const seen = new Set<string>();
  let [files, unread, wrong] = [0, 0, false];
  // each file is let go once its cases are known
  for await (const batch of incomingOf(call.positionals))
    for (const incoming of batch) {
      const read = readIncoming(incoming, engine, kind);
      complainOf(diagnosticsOf(read, { unmasked }), language);
      wrong ||= hasErrors(read.diagnostics);
      if (!read.dossier || !read.subject) {
        unread += 1;
        continue;
      }
      const id = dossierName(read);
      // a file that is given twice has its cases once
      if (seen.has(id)) continue;
      seen.add(id);
      files += 1;
      cases.push(...casesOf(program, { id, subject: read.subject, dossier: read.dossier }, today));
    }
  const setting = { by, today, from, until, files, unread };
  const report = serviceReport(cases, program.promises, setting);
  const options = { language, unmasked };
  const out = call.text('out');
  const text = await textIn();
  deliver(text, out, inputsOf(loaded, call.positionals));
  return wrong ? 2 : report.late.length > 0 || report.untold.length > 0 ? 1 : 0;

  async function textIn(): Promise<string> {
    if (format === 'json')
      return indentedJson(jsonService(report, cases, program, loaded?.digest ?? '', options));
    if (format === 'csv') return csvService(cases, program, options);
    if (format === 'html') {
      const write = await documentWriter('html');
      return String(
        await write(serviceDocument(report, program, today ?? clock(program), options)),
      );
    }
    const paint = out === undefined ? paintFor(process.stdout) : plain;
    return prettyService(report, program, options, paint);
  }
}
