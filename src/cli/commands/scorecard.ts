import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import type { Engine } from '../../check/engine.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { judgedBy } from '../../report/standing.ts';
import { plain } from '../../report/paint.ts';
import { csvScorecard, jsonScorecard, prettyScorecard } from '../../report/scorecard.ts';
import { type Pilot, pilotOf, scorecard as compute } from '../../scorecard/compute.ts';
import { type Call, oneOf, periodOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { findingsOf } from '../ledger-file.ts';
import { inputsOf } from '../inputs.ts';
import { languageIn, soundRulebook } from '../sound.ts';
import { checkAll, kindOf, readOne } from '../run-check.ts';

export const help = `shouze scorecard PATH…  由卷宗计算考评指标 / measures computed from the dossiers themselves

  --by post|officer|branch|stage|month|customer   分组方式，默认 branch / grouping
  --pilot FILE                试点方案：参加与不参加的、试点期间与之前比较 / compare a pilot with the others and with before
  --findings LEDGER           问题台账：只有已确认的算违规，疑点、异议、误判分列不计 / a ledger: only confirmed findings count
  --from DAY  --until DAY     期间，含首尾 / the period, inclusive
  --format pretty|json|csv    输出格式，默认 pretty
  --out FILE                  写入文件 / write to a file
  --subject NAME  --unmask  --rulebook DIR  --lang LANG

  指标写在规则库的 measures/ 中 / measures are in the rulebook's measures/

  shouze scorecard examples/dossiers --by officer
  shouze scorecard examples/dossiers --by month --format csv --out 考评.csv
  shouze scorecard examples/dossiers --pilot examples/records/pilot.yaml
`;

const groupings = ['post', 'officer', 'branch', 'stage', 'month', 'customer'] as const;

export async function scorecard(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    by: { type: 'string' },
    pilot: { type: 'string' },
    findings: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'csv']);
  const [from, until] = periodOf(call);
  if (call.text('pilot') !== undefined && call.text('by') !== undefined)
    throw new UsageError('--pilot 与 --by 不能同用 / cannot go together');
  const by = oneOf('by', call.text('by') ?? 'branch', groupings);
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze scorecard PATH…');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  if (program.measures.length === 0)
    throw new UsageError('规则库没有考评指标 / the rulebook has no measures：measures/');
  const pilot = await pilotFrom(call, loaded.engine);
  if (pilot === null) return 2;
  const ledger = findingsOf(call, language);
  if (ledger === 'wrong') return 2;
  const run = await checkAll(loaded, call.positionals, {}, { kind: kindOf(call, program) });
  const unmasked = call.flag('unmask');
  complainOf(
    run.files.flatMap((file) => diagnosticsOf(file, { unmasked })),
    language,
  );
  const judged = judgedBy(run, ledger);
  const card = compute(program, judged, {
    by: pilot ?? by,
    from,
    until,
    unread: run.files.length - judged.length,
    isByLedger: ledger !== undefined,
  });
  const options = { language, unmasked };
  const out = call.text('out');
  const text =
    format === 'json'
      ? indentedJson(jsonScorecard(card, program, loaded.digest, options))
      : format === 'csv'
        ? csvScorecard(card, program, options)
        : prettyScorecard(
            card,
            program,
            options,
            out === undefined ? paintFor(process.stdout) : plain,
          );
  deliver(text, out, inputsOf(loaded, call.positionals));
  return run.files.some(({ diagnostics }) => hasErrors(diagnostics)) ? 2 : 0;
}

/** The pilot of `--pilot`; undefined without one, null after complaining. */
async function pilotFrom(call: Call, engine: Engine): Promise<Pilot | undefined | null> {
  const { program } = engine;
  const path = call.text('pilot');
  if (path === undefined) return undefined;
  const [kind] = program.pilots.keys();
  const read = await readOne(path, engine, kind);
  complainOf(read.diagnostics, languageIn(program, call));
  if (!read.dossier || !read.subject) return null;
  const pilot = pilotOf(program, read.subject, read.dossier);
  if (!pilot)
    throw new UsageError(
      `--pilot ${path}：不是试点方案，或缺少参加的机构、起止日期 / no pilot record, or its branches or days are missing`,
    );
  return pilot;
}
