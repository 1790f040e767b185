import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { hasErrors } from '../base/diagnostic.ts';
import { type Language, sayIn } from '../base/language.ts';
import { type Capture, engineOf } from '../check/engine.ts';
import { digestOfBytes } from '../io/digest.ts';
import { fault } from '../io/record/faults.ts';
import type { RecordFile } from '../io/record/record.ts';
import { bytesOf, rulebookOf, type RunKept, type RunSetting, textOf } from '../io/record/run.ts';
import { digestOf } from '../io/rulebook.ts';
import { readRulebook } from '../program/read.ts';
import { merged, recordPlace } from '../report/gather.ts';
import type { DossierJson, OutcomeJson, TogetherJson, Verdict } from '../report/json-format.ts';
import { fileShown } from '../report/masked.ts';
import type { Text } from '../report/result.ts';
import { type Incoming, newRun } from '../report/run.ts';
import { runGenerated } from '../run/compile.ts';
import { type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { type Call, UsageError } from './call.ts';
import { checkSetting, inputRoles } from './check-setting.ts';
import { complainOf, type ExitCode, print } from './console.ts';
import { stampOfEngine } from './kept.ts';
import { incomingOf, readAgain } from './run-check.ts';
import { engineVersion } from './sound.ts';

/** A dossier of a run, as its line says. */
interface Line extends DossierJson {
  readonly digest: string;
}

/**
 * Judges a run again by the rulebook and the registers that it kept, and tells what comes out otherwise.
 *
 * @param given - where the dossiers are; none where the run kept them
 */
export async function replay(
  record: RecordFile,
  { run: number, setting }: RunKept,
  given: readonly string[],
  language: Language,
): Promise<ExitCode> {
  const { terms } = sayIn(wordbooks, language);
  const { engine: then, options: kept } = setting;
  const now = { version: engineVersion(), digest: stampOfEngine() ?? null };
  const isSameEngine = then.version === now.version && then.digest === now.digest;
  print(terms.record.engines(engineName(then), engineName(now), isSameEngine));
  const isOfTables = setting.inputs.some(({ role }) => role === 'mapping');
  if (given.length === 0 && (!kept.keepDossiers || isOfTables))
    throw new UsageError(
      `第 ${number} 次检查没有留存卷宗原文或台账，请用 --dossiers 给出 / run ${number} kept no dossiers or tables: say where they are with --dossiers`,
    );
  const judge = await judgeOf(record, setting, given, language);
  if (judge === 'wrong') return 2;
  const lines = linesOf(record, number);
  const open = new Map<string, Line[]>();
  for (const line of lines) open.set(line.digest, [...(open.get(line.digest) ?? []), line]);
  const others = { ids: new Set<string>(), files: new Set<string>() };
  const again = new Map<Line, DossierJson>();
  const places = new Map<string, Line>();
  for await (const { record: judged } of judge.results(wanted())) {
    const [line] = open.get(judged.digest ?? '') ?? [];
    if (!line) continue;
    open.get(line.digest)?.shift();
    again.set(line, judged);
    places.set(recordPlace(judged), line);
  }
  const together = new Map<Line, TogetherJson>();
  for (const one of judge.together()) {
    const line = places.get(recordPlace(one));
    if (line) together.set(line, one);
  }
  const away = [...open.values()].flat();
  const isWhole = away.length === 0;
  const before = new Map(togetherLines(record, number).map((one) => [recordPlace(one), one]));
  for (const line of away) {
    const isOther = others.ids.has(line.id ?? '') || others.files.has(line.file);
    print(terms.record[isOther ? 'changed' : 'absent'](nameOf(line)));
  }
  let [same, differences] = [0, 0];
  for (const line of lines) {
    const judged = again.get(line);
    if (!judged) continue;
    const own = isWhole ? before.get(recordPlace(line)) : undefined;
    const later = isWhole ? together.get(line) : undefined;
    const found = differencesOf(
      own ? merged(line, own, judge.head) : line,
      later ? merged(judged, later, judge.head) : judged,
      terms,
    );
    for (const text of found) print(text);
    differences += found.length;
    if (found.length === 0) same += 1;
  }
  if (!isWhole && before.size > 0) print(terms.record.groupsOpen);
  print(terms.record.replayed(same, lines.length, differences, away.length));
  return differences === 0 && isWhole ? 0 : 1;

  /** Of all texts those that the run judged; of the others by what they go. */
  async function* wanted(): AsyncGenerator<readonly Incoming[]> {
    if (judge === 'wrong') return;
    const texts = given.length > 0 ? incomingOf(given) : keptTexts(record, lines);
    for await (const batch of judge.mapped?.incoming() ?? texts) {
      const found: Incoming[] = [];
      for (const one of batch) {
        if ('problem' in one) continue;
        if (open.has(one.source.digest ?? digestOfBytes(one.source.text))) found.push(one);
        else {
          others.ids.add(judge.idOf(one));
          others.files.add(fileShown(one.source.name, kept.unmasked, one.source.digest));
        }
      }
      if (found.length > 0) yield found;
    }
  }
}

/** What judges as the run was judged: its rulebook, all that was given beside it, its options; `wrong` after complaining. */
async function judgeOf(
  record: RecordFile,
  setting: RunSetting,
  given: readonly string[],
  language: Language,
) {
  const { options: kept, rulebook, engine: then } = setting;
  const folder = rulebookOf(record, setting);
  const digest = digestOf(folder);
  if (digest !== rulebook.digest)
    throw fault('record/altered', {
      path: record.path,
      how: 'text',
      number: 0,
      what: rulebook.digest,
    });
  const { value: program, diagnostics } = readRulebook(folder);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  complainOf(errors, language);
  if (!program || hasErrors(errors)) return 'wrong';
  const make = (capture?: Capture) =>
    engineOf(program, runGenerated, undefined, undefined, capture);
  const sound = {
    program,
    digest,
    diagnostics: [],
    folder: folder.name,
    language,
    engine: make(),
    engineFor: make,
  };
  const made = await withInputs(record, setting, (call) =>
    checkSetting(call, sound, { paths: given, languages: kept.languages }),
  );
  if (made === 'wrong') return 'wrong';
  const { loaded, reporting, kind, mapped, lists, suppresses } = made;
  const run = newRun({
    engine: loaded.engine,
    reporting: { ...reporting, engine: then.version },
    isWhole: kept.outcomes === 'all',
    kind,
    lists,
    again: readAgain,
    suppresses,
  });
  return {
    ...run,
    mapped,
    idOf: (text: Text) => run.maker.read(text.source, text.record).id ?? '',
  };
}

/** A run as the call that it was: what it was judged by lies in a folder of its own meanwhile, under names of ours. */
async function withInputs<T>(
  record: RecordFile,
  { inputs, options: kept }: RunSetting,
  act: (call: Call) => Promise<T>,
): Promise<T> {
  const stranger = inputs.find(({ role }) => !inputRoles.some((known) => known === role));
  if (stranger)
    throw new UsageError(
      `--${stranger.role} ${stranger.file}：本程序不能据以重做 / this program cannot judge again by it`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'shouze-replay-'));
  try {
    const paths = inputs.map(({ role, file, digest }, index) => {
      // under a folder of its own: findings may tell it by its name
      const own = join(folder, `${index}`);
      mkdirSync(own);
      const path = join(own, basename(file));
      writeFileSync(path, bytesOf(record, digest), { mode: 0o600 });
      return [role, path] as const;
    });
    const given = new Map<string, readonly string[]>([
      ...inputRoles.map(
        (role) => [role, paths.flatMap(([of, path]) => (of === role ? [path] : []))] as const,
      ),
      ['explain', kept.explain === 'all' ? ['all'] : kept.explain],
      ...Object.entries({
        'as-of': kept.asOf,
        today: kept.today,
        step: kept.step,
        subject: kept.subject,
      }).flatMap(([name, text]) => (text === null ? [] : [[name, [text]] as const])),
    ]);
    const [language = 'zh'] = kept.languages;
    return await act({
      positionals: [],
      text: (name) => given.get(name)?.[0],
      texts: (name) => given.get(name) ?? [],
      flag: (name) => name === 'unmask' && kept.unmasked,
      language,
      languageOf: () => language,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The dossiers of a run that could be read, as their lines say. */
function linesOf(record: RecordFile, run: number): readonly Line[] {
  return [...record.entries({ run, kind: 'dossier' })].flatMap(({ digest }) => {
    const { type: _, ...line } = JSON.parse(textOf(record, digest)) as Typed<DossierJson>;
    return line.digest === null ? [] : [{ ...line, digest: line.digest }];
  });
}

function togetherLines(record: RecordFile, run: number): readonly TogetherJson[] {
  return [...record.entries({ run, kind: 'together' })].map(({ digest }) => {
    const { type: _, ...line } = JSON.parse(textOf(record, digest)) as Typed<TogetherJson>;
    return line;
  });
}

type Typed<T> = T & { readonly type: string };

/** The texts that a run kept, in their order. */
async function* keptTexts(
  record: RecordFile,
  lines: readonly Line[],
): AsyncGenerator<readonly Incoming[]> {
  for (const { file: name, digest, record: place } of lines) {
    const text = textOf(record, digest);
    const begins = place && { line: place.line, column: 1 };
    const source = { name, text, digest, ...(begins && { begins }) };
    yield [{ source, ...(place && { record: place }) }];
  }
}

/** What comes out otherwise: the verdict, then outcome by outcome. */
function differencesOf(
  before: DossierJson,
  now: DossierJson,
  { record: words, status }: Wordbook['terms'],
): readonly string[] {
  const name = nameOf(before);
  const said = (verdict: Verdict | null) => (verdict === null ? words.noOutcome : status[verdict]);
  const verdicts =
    before.verdict === now.verdict
      ? []
      : [words.otherVerdict(name, said(before.verdict), said(now.verdict))];
  const [then, since] = [before, now].map(
    ({ outcomes }) => new Map(outcomes.map((one) => [keyOf(one), one])),
  );
  const keys = new Set([...(then?.keys() ?? []), ...(since?.keys() ?? [])]);
  const others = [...keys].flatMap((key) => {
    const [one, other] = [then?.get(key), since?.get(key)];
    if (one && other && detailOf(one) === detailOf(other)) return [];
    const rule = one?.rule ?? other?.rule ?? '';
    const [was, is] = [one, other].map((of) => (of ? status[of.status] : words.noOutcome));
    return [words.otherOutcome(name, rule, was ?? '', is === was ? words.otherDetail : (is ?? ''))];
  });
  return [...verdicts, ...others];
}

function keyOf({ rule, element, group }: OutcomeJson): string {
  return JSON.stringify([rule, element, group?.key ?? null]);
}

/** Where a file lies now, which is no difference. */
const whereabouts: ReadonlySet<string> = new Set(['finding', 'at', 'related', 'seen']);

/** All that an outcome says, but for where the file lies now. */
function detailOf(outcome: OutcomeJson): string {
  return JSON.stringify(Object.entries(outcome).filter(([key]) => !whereabouts.has(key)));
}

function nameOf({ id, file, record }: Pick<DossierJson, 'id' | 'file' | 'record'>): string {
  return id ?? (record ? `${file}:${record.line}` : file);
}

function engineName({ version, digest }: RunSetting['engine']): string {
  return digest === null ? version : `${version} ${digest.slice(0, 12)}`;
}
