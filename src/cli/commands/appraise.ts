import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { appraise as compute } from '../../appraisal/appraise.ts';
import { objectionsFrom } from '../../appraisal/objections.ts';
import { appraisalRecord, recordSubject } from '../../appraisal/record.ts';
import type { Appraised } from '../../appraisal/sheet.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { sayIn } from '../../base/language.ts';
import { writeFile } from '../../io/write.ts';
import { appraisalDocument, appraisalPapers } from '../../papers/appraisal-document.ts';
import { appraisalWorkbook } from '../../papers/appraisal-workbook.ts';
import type { Appraisal, Program } from '../../program/ast.ts';
import { jsonAppraisal } from '../../report/appraisal.ts';
import { prettyAppraisal } from '../../report/appraisal-text.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { plain } from '../../report/paint.ts';
import { ruleFactsOf } from '../../report/rule-facts.ts';
import { judgedBy } from '../../report/standing.ts';
import { daysInMonth } from '../../values/temporal.ts';
import { appraisalWords } from '../../words/appraisal.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { readAnswers } from '../answer-files.ts';
import { type Call, dayOf, near, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { documentWriter } from '../document-files.ts';
import { mustNotExist } from '../filled-in.ts';
import { inputsOf } from '../inputs.ts';
import { findingsOf } from '../ledger-file.ts';
import { writePapers } from '../paper-files.ts';
import { checkAll } from '../run-check.ts';
import { type Sound, soundRulebook } from '../sound.ts';
import { staffOf } from '../staff.ts';

export const help = `shouze appraise PATH… --scheme NAME --month 2026-10 --staff FILE   绩效考评表 / appraisals of people

  --scheme NAME               考评办法：规则库 appraisals/ 中的一份 / one of the rulebook's appraisals/
  --month MONTH               考评月份，或 --from DAY --until DAY / the month, or the first and last day
  --staff FILE                员工名册：岗位以当日名册所载为准 / staff register: posts are those of the day
  --findings LEDGER           问题台账：只有已确认的计违规积分 / a ledger: only confirmed findings give points
  --officer STAFF             只编此人的 / of one person alone
  --objections FILE           交回的考评表：写了异议理由的行，得分按有无该行分列 / what came back: points with and without those lines
  --format pretty|json|xlsx|docx|html|record   输出格式，默认 pretty；record 为考评档案，交规则判定 / record: for the rules to judge
  --out FILE                  写入文件；docx 可为文件夹，每人一份 / write to a file, or for docx a folder
  --today DAY  --unmask  --rulebook DIR  --lang LANG

  shouze appraise examples/dossiers --scheme marketing --month 2026-09 --staff examples/staff/register.yaml
  shouze appraise 卷宗/ --scheme approval --month 2026-10 --staff 名册.yaml --findings ledger.ndjson --officer S-APV1 --format xlsx --out 考评表.xlsx
  shouze appraise 卷宗/ --scheme approval --month 2026-10 --staff 名册.yaml --findings ledger.ndjson --objections 考评表.xlsx
`;

const formats = ['pretty', 'json', 'xlsx', 'docx', 'html', 'record'] as const;

export async function appraise(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    scheme: { type: 'string' },
    month: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    staff: { type: 'string', multiple: true },
    findings: { type: 'string' },
    officer: { type: 'string' },
    objections: { type: 'string', multiple: true },
    today: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const [from, until] = periodOf(call);
  const out = outOf(call, format);
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze appraise PATH…');
  if (call.texts('staff').length === 0)
    throw new UsageError(
      '岗位以员工名册为准，应给出名册 / posts come from the staff register, give it：--staff FILE',
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const appraisal = schemeOf(call, program);
  const staff = staffOf(call, loaded);
  if (staff === 'wrong' || !staff) return 2;
  const officer = officerOf(call, staff.read.people.idOf);
  const ledger = findingsOf(call, language);
  if (ledger === 'wrong') return 2;
  const run = await checkAll(loaded, call.positionals, {}, { kind: appraisal.subject.name });
  const unmasked = call.flag('unmask');
  complainOf(
    run.files.flatMap((file) => diagnosticsOf(file, { unmasked })),
    language,
  );
  const judged = judgedBy(run, ledger, 'doubt');
  const setting = {
    from,
    until,
    people: staff.read.people,
    ledger,
    ruleOf: ruleFactsOf(run),
    officer,
    unread: run.files.length - judged.length,
  };
  const first = compute(program, appraisal, judged, setting);
  const objections = await objectionsOf(call, first);
  const appraised =
    objections.value.size === 0
      ? first
      : compute(program, appraisal, judged, { ...setting, objections: objections.value });
  await write(appraised, loaded, { format, out, unmasked }, call);
  const isWrong = run.files.some(({ diagnostics }) => hasErrors(diagnostics)) || objections.isWrong;
  return isWrong ? 2 : 0;
}

async function write(
  appraised: Appraised,
  { program, language, digest, folder }: Sound,
  {
    format,
    out,
    unmasked,
  }: {
    readonly format: (typeof formats)[number];
    readonly out: string | undefined;
    readonly unmasked: boolean;
  },
  call: Call,
): Promise<void> {
  const options = { language, unmasked };
  const inputs = inputsOf({ folder }, call.positionals);
  const words = sayIn(appraisalWords, language);
  switch (format) {
    case 'pretty':
      return deliver(
        prettyAppraisal(
          appraised,
          program,
          options,
          out === undefined ? paintFor(process.stdout) : plain,
        ),
        out,
        inputs,
      );
    case 'json': {
      const report = jsonAppraisal(appraised, program, digest, options);
      return deliver(indentedJson(report), out, inputs);
    }
    case 'record': {
      const subject = recordSubject(program);
      if (!subject)
        throw new UsageError(
          '规则库没有考评档案（subjects 中的 appraised）/ the rulebook has no record of appraisals (`appraised` of a subject)',
        );
      const records = appraised.sheets.map((sheet) => appraisalRecord(appraised, sheet, subject));
      return deliver(records.map((record) => `${record}\n`).join(''), out, inputs);
    }
    case 'html': {
      const make = await documentWriter('html');
      const bytes = await make(appraisalDocument(appraised, program, options));
      if (out === undefined)
        return print(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
      writeFile(out, bytes, inputs);
      return complain(words.written(appraised.sheets.length, out));
    }
    case 'docx': {
      const papers = appraisalPapers(appraised, program, options);
      if (papers.length === 0) return complain(words.nobody);
      const paths = await writePapers(papers, { kind: 'docx', out: out ?? '', inputs });
      return complain(words.written(paths.length, out ?? ''));
    }
    case 'xlsx': {
      writeFile(
        out ?? '',
        await workbookBytes(appraisalWorkbook(appraised, program, options)),
        inputs,
      );
      return complain(words.written(appraised.sheets.length, out ?? ''));
    }
  }
}

/** The first and last day; a month's where one is named. */
function periodOf(call: Call): readonly [string, string] {
  const month = call.text('month');
  const [from, until] = [dayOf(call, 'from'), dayOf(call, 'until')];
  if (month !== undefined) {
    if (from !== undefined || until !== undefined)
      throw new UsageError('--month 与 --from、--until 不能同用 / cannot go together');
    const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(month) ?? [];
    if (year === '')
      throw new UsageError(`--month ${month}：应写作 2026-10 / should be like 2026-10`);
    return [`${month}-01`, `${month}-${daysInMonth(Number(year), Number(number))}`];
  }
  if (from === undefined || until === undefined)
    throw new UsageError(
      '应写明考评期 / say of which period：--month 2026-10 | --from DAY --until DAY',
    );
  if (until < from) throw new UsageError(`--until ${until} 早于 / is before --from ${from}`);
  return [from, until];
}

/** Where it goes; what is no text goes into a file, and one that may be filled in is not written over. */
function outOf(call: Call, format: (typeof formats)[number]): string | undefined {
  const out = call.text('out');
  if (format !== 'xlsx' && format !== 'docx') return out;
  if (out === undefined)
    throw new UsageError(`--format ${format} 应写明 / says where to：--out FILE`);
  if (format === 'xlsx') mustNotExist(out);
  return out;
}

function schemeOf(call: Call, { appraisals }: Program): Appraisal {
  const names = appraisals.map(({ name }) => name);
  const given = call.text('scheme');
  if (names.length === 0)
    throw new UsageError('规则库没有考评办法 / the rulebook has no appraisals：appraisals/');
  if (given === undefined)
    throw new UsageError(`应写明考评办法 / say by which scheme：--scheme ${names.join(' | ')}`);
  const found = appraisals.find(({ name }) => name === given);
  if (found) return found;
  throw new UsageError(
    `--scheme ${given}：没有这份考评办法 / there is no such scheme${near(given, names)}（${names.join(', ')}）`,
  );
}

/** `--officer`, whom the register has to know. */
function officerOf(call: Call, idOf: (person: string) => string | undefined): string | undefined {
  const given = call.text('officer');
  if (given === undefined) return undefined;
  const id = idOf(given);
  if (id === undefined)
    throw new UsageError(
      `--officer ${given}：员工名册查无此人，或者不止一人 / the staff register has nobody of that number, or several`,
    );
  return id;
}

async function objectionsOf(call: Call, appraised: Appraised) {
  const given = call.texts('objections');
  if (given.length === 0) return { value: new Map(), isWrong: false } as const;
  const { sheets, problems } = await readAnswers(given);
  const { value, diagnostics } = objectionsFrom(sheets, appraised);
  complainOf([...problems, ...diagnostics], call.language);
  return { value, isWrong: problems.length > 0 || hasErrors(diagnostics) } as const;
}
