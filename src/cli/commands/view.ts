import { extname } from 'node:path';
import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import type { View } from '../../program/ast.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import type { Reporting } from '../../report/head.ts';
import { plain } from '../../report/paint.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import type { ViewReport } from '../../views/format.ts';
import { gather } from '../../views/gather.ts';
import { viewDocument } from '../../views/page.ts';
import { viewReport } from '../../views/report.ts';
import { viewText } from '../../views/text.ts';
import { writeFile } from '../../io/write.ts';
import { type Call, dayOf, near, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, exitOf, paintFor, print } from '../console.ts';
import { documentWriter } from '../document-files.ts';
import { documentKinds } from '../document-kinds.ts';
import { inputsOf } from '../inputs.ts';
import { incomingOf, kindOf } from '../run-check.ts';
import { engineVersion, soundRulebook } from '../sound.ts';

export const help = `shouze view VIEW ID PATH…  一个客户（或机构）在多份文件中的统一视图 / one view of a customer, or a centre, over many files

  VIEW 是规则库 views/ 中的视图，ID 是要看的编号；PATH 与 check 相同：文件、文件夹、通配符，或 -
       / VIEW is one of the rulebook's views/, ID the number to look at; PATH is as for check

  --format pretty|html|json|md|docx|pdf  输出格式，默认取 --out 的扩展名，再无为 pretty / the format; that of --out, else pretty
  --out FILE                  写入文件 / write to a file
  --today DAY                 当日：到期、逾期从这一天看 / the day to tell what is due and late
  --unmask                    显示姓名、证件号码等个人信息 / show names, identity numbers and the like
  --subject NAME  --rulebook DIR  --lang LANG

  文件逐份读取，只留属于该编号的；家庭成员等的文件要再读一遍，标准输入除外
       / files are read one by one and only those of the number are kept; those of the household take a second reading

  shouze view customer C201 examples/customer-book --out 客户视图.html
  shouze view customer C701 examples/household --format json
`;

const formats = ['pretty', 'json', ...documentKinds] as const;
type Format = (typeof formats)[number];

export async function view(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    subject: { type: 'string' },
    today: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = formatOf(call);
  const today = dayOf(call, 'today');
  const [name, key, ...paths] = call.positionals;
  if (name === undefined || key === undefined || paths.length === 0)
    throw new UsageError(
      `${name === undefined ? '没有给出视图 / no view was given' : key === undefined ? '没有给出编号 / no number was given' : '没有给出文件 / no file was given'}：shouze view VIEW ID PATH…`,
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, engine, language } = loaded;
  const asked = viewNamed(name, program.views);
  const canReadTwice = !paths.includes('-');
  const gathered = await gather(
    asked,
    key,
    (time) => (time === 1 || canReadTwice ? incomingOf(paths) : undefined),
    { engine, kind: kindOf(call, program), today },
  );
  const unmasked = call.flag('unmask');
  const problems = diagnosticsOf({ diagnostics: gathered.problems }, { unmasked });
  complainOf(problems, language);
  if (gathered.own.length === 0) {
    const { files, unread, unplaced, met } = gathered;
    const open =
      unplaced.count > 0
        ? `；${unplaced.count} 份归属无法判定 / of ${unplaced.count} it cannot be told whose they are`
        : '';
    throw new UsageError(
      `${key}：读取了 ${files} 份文件（${unread} 份无法读取），没有一份属于该编号 / ${files} files were read (${unread} could not be), none of them is of this number${open}${near(key, [...met])}`,
    );
  }
  const reporting: Reporting = {
    program,
    rulebookDigest: loaded.digest,
    engine: engineVersion(),
    options: { today },
    languages:
      format === 'json' && call.text('lang') === undefined
        ? languagesOf(program.rulebook.manifest.data)
        : [language],
    unmasked,
  };
  const report = viewReport(asked, gathered, engine, reporting, canReadTwice);
  await write(report, format, call, loaded, paths, language);
  return exitOf(hasErrors(gathered.problems), hasFindings(report));
}

async function write(
  report: ViewReport,
  format: Format,
  call: Call,
  loaded: { readonly folder: string },
  paths: readonly string[],
  language: string,
): Promise<void> {
  const inputs = inputsOf(loaded, paths);
  const out = call.text('out');
  if (format === 'json') {
    deliver(indentedJson(report), out, inputs);
    return;
  }
  const document = viewDocument(report, language);
  if (format === 'pretty') {
    deliver(viewText(document, out === undefined ? paintFor(process.stdout) : plain), out, inputs);
    return;
  }
  const writer = await documentWriter(format);
  const content = await writer(document);
  if (typeof content === 'string') deliver(content, out, inputs);
  else if (out === undefined)
    throw new UsageError(`--format ${format}：请用 --out 写明文件 / name a file with --out`);
  else writeFile(out, content, inputs);
}

/** As `--format` says, else as the file is called. */
function formatOf(call: Call): Format {
  const given = call.text('format');
  if (given !== undefined) return oneOf('format', given, formats);
  const out = call.text('out');
  return out === undefined ? 'pretty' : oneOf('out', extname(out).slice(1).toLowerCase(), formats);
}

function viewNamed(name: string, views: readonly View[]): View {
  const found = views.find((one) => one.name === name);
  if (found) return found;
  const names = views.map((one) => one.name);
  throw new UsageError(
    names.length === 0
      ? `${name}：规则库没有视图 / the rulebook has no views：views/`
      : `${name}：没有这一视图 / no such view${near(name, names)}（${names.join(', ')}）`,
  );
}

function hasFindings({ sections }: ViewReport): boolean {
  return sections.some((section) => 'findings' in section && section.findings.length > 0);
}
