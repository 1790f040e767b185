import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { inLanguage, sayIn } from '../../base/language.ts';
import type { ReadFile } from '../../check/read.ts';
import { readIncoming } from '../../desk/progress.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { monitor as compute } from '../../models/monitor.ts';
import { recordOf } from '../../models/record.ts';
import { scored } from '../../models/score.ts';
import { inForce, type Model, type Program } from '../../program/ast.ts';
import { dossierName } from '../../report/checked.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { csv } from '../../report/csv.ts';
import type { ModelListJson } from '../../report/figures-json.ts';
import { csvMonitoring, jsonMonitoring, prettyMonitoring } from '../../report/model-monitor.ts';
import { csvScores, jsonScores, prettyScores, type ScoredFile } from '../../report/model-score.ts';
import { plain } from '../../report/paint.ts';
import { modelWords } from '../../words/models.ts';
import { type Call, dayOf, near, oneOf, periodOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { incomingOf } from '../run-check.ts';
import { type Sound, soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze model  评分模型 / scoring models

  shouze model list                      规则库的模型，验证有效期 / the models of the rulebook, and until when they are valid
  shouze model score MODEL PATH…         逐份评分：分数、等级、扣分理由，或者缺什么 / score each file, or say what it lacks
  shouze model monitor MODEL PATH…       由卷宗计算稳定性、区分度、推翻率 / stability, discrimination and overrides from files

  --from DAY  --until DAY                监测期间，含首尾 / the period, inclusive
  --baseline-from DAY  --baseline-until DAY   稳定性的基准期间 / what stability is compared with
  --outcome PATH                         同一批卷宗后来的样子，由此看好坏 / the same files as they stand later: their outcome
  --by month|quarter                     逐月、逐季 / each month or quarter too
  --format pretty|json|csv|record        record：写成模型档案，供 MDL 规则判定 / a model record for the rules to judge
  --today DAY                            list：按哪一天看是否过期 / the day that validation is told by
  --out FILE  --unmask  --rulebook DIR  --lang LANG

  shouze model score applicationScore examples/dossiers
  shouze model monitor applicationScore files.ndjson --from 2026-07-01 --until 2026-12-31 \\
    --baseline-from 2026-01-01 --baseline-until 2026-06-30 --by quarter
`;

const tasks = ['list', 'score', 'monitor'] as const;

export async function model(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    from: { type: 'string' },
    until: { type: 'string' },
    'baseline-from': { type: 'string' },
    'baseline-until': { type: 'string' },
    outcome: { type: 'string' },
    by: { type: 'string' },
    today: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [given, ...rest] = call.positionals;
  if (given === undefined)
    throw new UsageError(`要做什么 / what is to be done：shouze model ${tasks.join('|')}`);
  const task = tasks.find((one) => one === given);
  if (!task)
    throw new UsageError(
      `model ${given}：应为 / should be ${tasks.join(' | ')}${near(given, tasks)}`,
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  if (loaded.program.models.length === 0)
    throw new UsageError('规则库没有评分模型 / the rulebook has no models：models/');
  if (task === 'list') return list(call, loaded, rest);
  const [name, ...paths] = rest;
  const one = modelNamed(name, loaded.program);
  if (paths.length === 0)
    throw new UsageError(
      `没有给出卷宗 / no dossier was given：shouze model ${task} ${one.name} PATH…`,
    );
  return task === 'score' ? score(call, loaded, one, paths) : monitor(call, loaded, one, paths);
}

function modelNamed(name: string | undefined, { models }: Program): Model {
  const names = models.map((one) => one.name);
  const found = models.find((one) => one.name === name);
  if (found) return found;
  throw new UsageError(
    name === undefined
      ? `没有写明模型 / no model was named（${names.join(', ')}）`
      : `没有模型 / no model \`${name}\`${near(name, names)}（${names.join(', ')}）`,
  );
}

/** @returns 1 where the validation of one in use has ended */
function list(call: Call, { program, language }: Sound, rest: readonly string[]): ExitCode {
  if (rest.length > 0)
    throw new UsageError('model list 不带别的词 / takes nothing else：shouze model list');
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'csv']);
  const day = dayOf(call, 'today') ?? today(program);
  const words = sayIn(modelWords, language);
  const all = program.models.map(({ entry: { data }, subject }) => {
    const edition = inForce(data.editions, day);
    const state = edition ? (day <= edition.validUntil ? 'valid' : 'expired') : 'notYet';
    return { data, subject, edition, state } as const;
  });
  const rows = all.map(({ data, subject, edition, state }) => [
    data.model,
    inLanguage(data.title, language),
    inLanguage(subject.file.title, language),
    edition ? String(edition.base) : '',
    edition ? String(Object.keys(edition.points).length) : '',
    edition ? edition.grades.map(({ grade }) => grade).join('/') : '',
    edition?.developedUntil ?? '',
    edition?.validatedOn ?? '',
    edition?.validUntil ?? '',
    words[state],
  ]);
  const json = (): ModelListJson => ({
    format: 1,
    today: day,
    models: all.map(({ data, subject, edition, state: of }) => ({
      model: data.model,
      title: data.title,
      subject: subject.name,
      owner: data.owner,
      edition: edition?.from ?? null,
      developedUntil: edition?.developedUntil ?? null,
      validatedOn: edition?.validatedOn ?? null,
      validUntil: edition?.validUntil ?? null,
      state: of,
    })),
  });
  const text =
    format === 'json'
      ? indentedJson(json())
      : format === 'csv'
        ? csv([words.columns(), ...rows])
        : `${rows.map((row) => row.map((cell, index) => `${words.columns()[index] ?? ''}：${cell}`).join('  ')).join('\n')}\n`;
  deliver(text, call.text('out'), () => []);
  return all.some(({ state }) => state === 'expired') ? 1 : 0;
}

/** @returns 1 where a file that the model is for has no score, or was scored past its validation */
async function score(
  call: Call,
  loaded: Sound,
  one: Model,
  paths: readonly string[],
): Promise<ExitCode> {
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'csv']);
  const { program, language, digest } = loaded;
  const { files, isWrong } = await filesOf(call, loaded, one, paths);
  const all = files.map((file): ScoredFile => {
    return { scored: scored(program, one, file).scored, dossier: file.dossier };
  });
  const out = call.text('out');
  const text =
    format === 'json'
      ? indentedJson(jsonScores(all, program, digest))
      : format === 'csv'
        ? csvScores(all, program, language)
        : prettyScores(
            all,
            program,
            language,
            out === undefined ? paintFor(process.stdout) : plain,
          );
  deliver(text, out, inputsOf(loaded, paths));
  if (isWrong) return 2;
  return all.some(({ scored: of }) => of.applies !== false && (!of.score || of.expired)) ? 1 : 0;
}

async function monitor(
  call: Call,
  loaded: Sound,
  one: Model,
  paths: readonly string[],
): Promise<ExitCode> {
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    'csv',
    'record',
  ]);
  const given = call.text('by');
  const by = given === undefined ? undefined : oneOf('by', given, ['month', 'quarter']);
  const [from, until] = periodOf(call, 'from', 'until');
  const [baselineFrom, baselineUntil] = periodOf(call, 'baseline-from', 'baseline-until');
  if (format === 'record' && !one.entry.data.record)
    throw new UsageError(
      `模型没有写明档案怎么写（record）/ the model does not say how its record is written：${one.name}`,
    );
  const { program, language, digest } = loaded;
  const { files, isWrong } = await filesOf(call, loaded, one, paths);
  const laterPath = call.text('outcome');
  const later = laterPath === undefined ? undefined : await filesOf(call, loaded, one, [laterPath]);
  const byId = new Map(later?.files.map((file) => [file.id, file.dossier]));
  const found = compute(
    program,
    one,
    files.map((file) => ({ ...file, later: byId.get(file.id) })),
    { from, until, baselineFrom, baselineUntil, by },
  );
  const out = call.text('out');
  const text =
    format === 'record'
      ? indentedJson(recordOf(found))
      : format === 'json'
        ? indentedJson(jsonMonitoring(found, program, digest))
        : format === 'csv'
          ? csvMonitoring(found, language)
          : prettyMonitoring(found, language, out === undefined ? paintFor(process.stdout) : plain);
  deliver(text, out, inputsOf(loaded, paths));
  return isWrong || later?.isWrong ? 2 : 0;
}

/** The files of a model's kind, each once; what is wrong with them is said. */
async function filesOf(
  call: Call,
  { program, engine, language }: Sound,
  { subject }: Model,
  paths: readonly string[],
): Promise<{
  readonly files: readonly { readonly id: string; readonly dossier: Dossier }[];
  readonly isWrong: boolean;
}> {
  const found = new Map<string, Dossier>();
  let isWrong = false;
  const unmasked = call.flag('unmask');
  for await (const batch of incomingOf(paths))
    for (const incoming of batch) {
      const read: ReadFile = readIncoming(incoming, engine, subject.name);
      const judged =
        read.dossier && read.subject ? { dossier: read.dossier, subject: read.subject } : undefined;
      complainOf(diagnosticsOf({ ...read, judged }, { unmasked }), language);
      isWrong ||= hasErrors(read.diagnostics);
      if (read.dossier && read.subject === program.subjects.get(subject.name))
        found.set(dossierName(read), read.dossier);
    }
  return { files: [...found].map(([id, dossier]) => ({ id, dossier })), isWrong };
}
