import { indentedJson } from '../../base/json.ts';
import { type Language, sayIn, inLanguage } from '../../base/language.ts';
import process from 'node:process';

import { shareSeen, totalsOf } from '../../cases/coverage.ts';
import { digestOf, rulebookFolder } from '../../io/rulebook.ts';
import { prose } from '../../program/prose.ts';
import { coverageJson, coverageText } from '../../report/coverage.ts';
import type { TestReport } from '../../report/test-json.ts';
import { togetherJson, togetherText } from '../../report/together.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { failedCaseText, toldOfCase } from '../../report/failed-case.ts';
import { type ToldFormat, toldFormats, toldText } from '../../report/told-formats.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { type Call, jobsOf, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { near } from '../call.ts';
import { inputsOf } from '../inputs.ts';
import { loadRulebook } from '../load.ts';
import { rulebookAt } from '../rulebook-at.ts';
import {
  type CaseRan,
  casesIn,
  casesOfRules,
  type CasesRan,
  rulesListed,
  withoutRules,
  worthwhile,
} from '../run-cases.ts';
import { engineVersion, languageIn, type Sound, soundRulebook } from '../sound.ts';
import { togetherIn } from '../together.ts';
import { mutationJson, mutationReport, mutationText } from '../../report/mutation.ts';
import { suggestedFile, suggestionsAgainst, suggestionsFor } from '../../mutation/suggest.ts';
import { type Altered, namesToMutate, trierOf } from '../../mutation/tried.ts';
import { touchedReport, touchedText } from '../../report/touched.ts';
import { touchedSince } from '../touched.ts';
import { mutantsOf } from '../mutants.ts';
import { withProofs } from '../prove-mutants.ts';

export const help = `shouze test [RULE…]  运行校验示例 / run the cases

  --coverage             各条件见真、见假、见未知 / which conditions the cases show true, false, unknown
  --coverage-min N       覆盖低于 N% 时退出码为 1 / exit code 1 below N%
  --together             列出总是一起不合规的规则，未说明理由的使退出码为 1
                         / rules that always fail together; exit code 1 where no reason is given
  --dossiers PATH        与 --together：除校验示例外，也看这些卷宗，可重复
                         / with --together: these dossiers besides the cases; may be repeated
  --mutate               逐处改动规则、参数和表，列出没有示例察觉的改动
                         / change rules, parameters and tables one thing at a time, and list what no case notices
  --fail-under N         与 --mutate：察觉的比例低于 N% 时退出码为 1
                         / with --mutate: exit code 1 where fewer than N% are noticed
  --prove                与 --mutate：没有示例察觉的，经求解器证明任何文件都察觉不到的另计（须装 z3-solver）
                         / with --mutate: survivors that no file could notice are told apart, by a solver (z3-solver)
  --changed              只运行改动（与 HEAD 相比）所及的规则的示例，并说明为何
                         / only the cases of rules that what changed since HEAD concerns, and why each
  --since REV            同上，与某个 git 版本相比 / the same since a revision of git
  --suggest RULE…        写出边界上的示例（YAML），待人复核；与 --mutate 合用时只写能察觉改动的
                         / write cases at the edges, as YAML to be reviewed; with --mutate those that notice a survivor
  --out FILE             与 --suggest：写入文件 / with --suggest: the file to write
  --jobs N               运行所用的线程数；默认按处理器数，规则多时才用
                         / threads that run them; one a processor where there is work enough
  --format pretty|json|sarif|github|gitlab|junit
  --rulebook DIR  --lang LANG

  shouze test
  shouze test RSK-007
  shouze test --coverage --coverage-min 90
  shouze test --changed
  shouze test --since main --mutate
  shouze test --mutate RSK-007
  shouze test --mutate --prove RSK-007
  shouze test --suggest RSK-007 --out more.cases.yaml
  shouze test --together --dossiers examples/dossiers
`;

export async function test(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    coverage: { type: 'boolean' },
    'coverage-min': { type: 'string' },
    together: { type: 'boolean' },
    dossiers: { type: 'string', multiple: true },
    jobs: { type: 'string' },
    mutate: { type: 'boolean' },
    prove: { type: 'boolean' },
    'fail-under': { type: 'string' },
    changed: { type: 'boolean' },
    since: { type: 'string' },
    suggest: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const formats = ['pretty', 'json', ...toldFormats] as const;
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const isPlain = format === 'pretty' || format === 'json';
  if (!isPlain && ['together', 'suggest', 'mutate'].some((one) => call.flag(one)))
    throw new UsageError(
      `--format ${format} 只用于示例的结果 / is for what came of the cases alone`,
    );
  if (isPlain && call.flag('together')) return together(call, format);
  if (call.flag('suggest')) return suggest(call);
  if (isPlain && call.flag('mutate')) return mutate(call, format);
  if (call.flag('prove'))
    throw new UsageError('--prove 只与 --mutate 合用 / --prove goes with --mutate');
  if (call.text('fail-under') !== undefined)
    throw new UsageError('--fail-under 只与 --mutate 合用 / --fail-under goes with --mutate');
  if (call.texts('dossiers').length > 0)
    throw new UsageError('--dossiers 只与 --together 合用 / --dossiers goes with --together');
  return isOfChange(call) ? casesTouched(call, format) : cases(call, format);
}

type Plain = 'pretty' | 'json';

type Format = Plain | ToldFormat;

/** How what was covered is told. */
interface Covering {
  readonly covers: boolean;
  readonly minimum: number | undefined;
}

function coveringOf(call: Call): Covering {
  const minimum = percentOf('coverage-min', call.text('coverage-min'));
  return { covers: call.flag('coverage') || minimum !== undefined, minimum };
}

/** The cases of the rules that a change concerns, and why they do. */
async function casesTouched(call: Call, format: Format): Promise<ExitCode> {
  const covering = coveringOf(call);
  const jobs = jobsOf(call);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, folder, digest } = loaded;
  const touched = touchedSince(call, loaded);
  const asked = rulesAsked(
    call,
    program.rules.map(({ id }) => id),
  ).filter((id) => touched.rules.has(id));
  const setting = { rulebook: folder, digest, covers: covering.covers };
  const ran =
    asked.length < worthwhile && (jobs ?? 1) === 1
      ? { ...casesIn(program, asked, covering.covers), errors: [], lacking: [] }
      : await casesOfRules(asked, setting, rulebookFolder(folder).folder, jobs);
  const why = touchedReport(program, touched, asked);
  if (format === 'pretty') print(touchedText(why, sayIn(wordbooks, language)));
  return tell(ran, { format, language, ...covering, more: { touched: why } });
}

async function cases(call: Call, format: Format): Promise<ExitCode> {
  const covering = coveringOf(call);
  const { covers } = covering;
  const jobs = jobsOf(call);
  const path = rulebookAt(call.text('rulebook'));
  const read = rulebookFolder(path);
  const written = withoutRules(read);
  const language = languageIn(written.value && { rulebook: written.value }, call);
  const unsound = [...read.problems, ...written.diagnostics].filter(isError);
  if (!written.value || unsound.length > 0) {
    complainOf(unsound, language);
    return 2;
  }
  const known = rulesListed(written.value);
  const asked = rulesAsked(call, known);
  const setting = { rulebook: path, digest: digestOf(read.folder), covers };
  const ran = await casesOfRules(asked, setting, read.folder, jobs);
  if (ran.errors.length > 0 || ran.lacking.length > 0) {
    // what is wrong with a rule may be told by its neighbours, or by all of them
    complainOf(loadRulebook(path).diagnostics.filter(isError), language);
    return 2;
  }
  return tell(ran, { format, language, ...covering, more: {} });
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

/** The rules that are named, or all, in the order of the rulebook. */
function rulesAsked({ positionals }: Call, known: readonly string[]): readonly string[] {
  for (const id of positionals)
    if (!known.includes(id)) throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
  return positionals.length === 0 ? known : known.filter((id) => positionals.includes(id));
}

function tell(
  { cases: all, covered }: CasesRan,
  {
    format,
    language,
    covers,
    minimum,
    more,
  }: Covering & {
    readonly format: Format;
    readonly language: Language;
    /** What is told besides, as data. */
    readonly more: Pick<TestReport, 'touched'>;
  },
): ExitCode {
  const passed = all.filter(({ told }) => told.passed).length;
  const failed = all.length - passed;
  const counts = { passed, failed, stricter: all.filter(({ told }) => told.stricter).length };
  const isBelow = minimum !== undefined && shareSeen(totalsOf(covered)) * 100 < minimum;
  if (format === 'json') {
    const coverage = covers ? { coverage: coverageJson(covered) } : {};
    const told = all.map((one) => one.told);
    print(indentedJson({ ...counts, cases: told, ...coverage, ...more } satisfies TestReport));
  } else if (format !== 'pretty') {
    const book = sayIn(wordbooks, language);
    const told = all.flatMap(({ failed: one }) => (one ? [toldOfCase(one, book, language)] : []));
    print(toldText(told, format, { command: 'test', engine: engineVersion(), language }));
  } else {
    const { terms } = sayIn(wordbooks, language);
    const paint = paintFor(process.stdout);
    for (const text of failures(all, language)) print(text);
    print(failed > 0 ? paint.red(terms.tests(counts)) : paint.green(terms.tests(counts)));
    if (covers) print(coverageText(covered, sayIn(wordbooks, language), paint));
    if (isBelow) print(paint.red(terms.belowMinimum(`${minimum}%`)));
  }
  return failed > 0 || isBelow ? 1 : 0;
}

function failures(all: readonly CaseRan[], language: Language): readonly string[] {
  const book = sayIn(wordbooks, language);
  const paint = paintFor(process.stdout);
  const told = new Set<string>();
  return all.flatMap(({ failed }) => {
    if (!failed) return [];
    // what is wrong with a base is told once
    const problems = failed.problems.filter(({ code, span }) => {
      const key = JSON.stringify([code, span.source.name, span.start, span.end]);
      return told.size < told.add(key).size;
    });
    const text = failedCaseText(failed, book, language, paint);
    return `${text}${problems.length > 0 ? diagnosticsText(problems, book, paint) : ''}`;
  });
}

/** Rules that always fail together. */
async function together(call: Call, format: Plain): Promise<ExitCode> {
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  rulesAsked(
    call,
    program.rules.map(({ id }) => id),
  );
  const found = await togetherIn(loaded, call.texts('dossiers'), call.positionals);
  const book = sayIn(wordbooks, language);
  const titles = new Map(
    program.rules.map(({ id, rule }) => [
      id,
      inLanguage(prose(rule.entry.data.title, undefined, program), language),
    ]),
  );
  const text = () =>
    togetherText(found, (rule) => titles.get(rule) ?? '', book, paintFor(process.stdout));
  print(format === 'json' ? togetherJson(found) : text());
  return found.every(({ isExplained }) => isExplained) ? 0 : 1;
}

/** What cases notice of one thing written otherwise. */
async function mutate(call: Call, format: Plain): Promise<ExitCode> {
  const minimum = percentOf('fail-under', call.text('fail-under'));
  const jobs = jobsOf(call);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, digest, folder } = loaded;
  const known = program.rules.map(({ id }) => id);
  const names = isOfChange(call)
    ? changedNames(call, loaded, known)
    : namesToMutate(program, rulesAsked(call, known));
  const tried = await mutantsOf(program, names, { rulebook: folder, digest }, jobs);
  const report = mutationReport(call.flag('prove') ? await withProofs(program, tried) : tried);
  const isBelow = minimum !== undefined && report.score * 100 < minimum;
  const book = sayIn(wordbooks, language);
  const paint = paintFor(process.stdout);
  if (format === 'json') print(mutationJson(report));
  else print(mutationText(report, book, paint));
  if (isBelow && format !== 'json') print(paint.red(book.terms.belowScore(`${minimum}%`)));
  return isBelow ? 1 : 0;
}

function isOfChange(call: Call): boolean {
  return call.flag('changed') || call.text('since') !== undefined;
}

/** The rules and what they rest on that were changed themselves; of some rules alone where they are named. */
function changedNames(call: Call, loaded: Sound, known: readonly string[]): readonly string[] {
  const touched = touchedSince(call, loaded);
  const own = [...touched.rules].flatMap(([id, why]) =>
    why.some(({ kind }) => kind === 'own') ? [id] : [],
  );
  const all = [...own, ...touched.names];
  if (call.positionals.length === 0) return all;
  const asked = new Set(namesToMutate(loaded.program, rulesAsked(call, known)));
  return all.filter((name) => asked.has(name));
}

/** Cases at the edges of rules, to be read over. */
async function suggest(call: Call): Promise<ExitCode> {
  if (call.positionals.length === 0)
    throw new UsageError('--suggest：请给出规则 / name the rules, as in --suggest RSK-007');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program } = loaded;
  const asked = new Set(
    rulesAsked(
      call,
      program.rules.map(({ id }) => id),
    ),
  );
  const { casesOf, tried } = trierOf(program);
  const survivors = new Map<string, readonly Altered[]>();
  const noticed = new Set<Altered>();
  const texts = program.rules
    .filter(({ id }) => asked.has(id))
    .flatMap((rule) => {
      const all = namesToMutate(program, [rule.id]).flatMap(survivorsOf);
      // what the cases of one rule would notice is not asked of another
      const own = all.filter((one) => !noticed.has(one));
      const suggest = call.flag('mutate') ? suggestionsAgainst : suggestionsFor;
      const suggested = suggest(program, rule, casesOf(rule), own);
      for (const one of own) if (!suggested.left.includes(one)) noticed.add(one);
      return suggestedFile(rule, suggested) ?? [];
    });
  deliver(texts.join('\n'), call.text('out'), inputsOf(loaded));
  return 0;

  function survivorsOf(name: string): readonly Altered[] {
    const known = survivors.get(name);
    if (known) return known;
    const made = tried(name).flatMap(({ fate, altered }) => (fate === 'survived' ? [altered] : []));
    survivors.set(name, made);
    return made;
  }
}

/** A share in percent, from 0 to 100. */
function percentOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d+)?%?$/u.test(given) ? Number(given.replace('%', '')) : Number.NaN;
  if (number <= 100) return number;
  throw new UsageError(`--${option} ${given}：应为 0 至 100 / should be a number from 0 to 100`);
}
