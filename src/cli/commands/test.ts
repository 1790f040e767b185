import { indentedJson } from '../../base/json.ts';
import { type Language, sayIn, inLanguage } from '../../base/language.ts';
import process from 'node:process';

import { shareSeen, totalsOf } from '../../cases/coverage.ts';
import { digestOf, rulebookFolder } from '../../io/rulebook.ts';
import { prose } from '../../program/prose.ts';
import { coverageJson, coverageText } from '../../report/coverage.ts';
import { togetherJson, togetherText } from '../../report/together.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { failedCaseText } from '../../report/failed-case.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { type Call, jobsOf, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, type ExitCode, paintFor, print } from '../console.ts';
import { near } from '../call.ts';
import { loadRulebook } from '../load.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { type CaseRan, casesOfRules, type CasesRan, groundOf, rulesListed } from '../run-cases.ts';
import { languageIn, soundRulebook } from '../sound.ts';
import { togetherIn } from '../together.ts';
import { mutationJson, mutationReport, mutationText } from '../../report/mutation.ts';
import { namesToMutate } from '../../mutation/tried.ts';
import { mutantsOf } from '../mutants.ts';

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
  --jobs N               运行所用的线程数；默认按处理器数，规则多时才用
                         / threads that run them; one a processor where there is work enough
  --format pretty|json
  --rulebook DIR  --lang LANG

  shouze test
  shouze test RSK-007
  shouze test --coverage --coverage-min 90
  shouze test --mutate RSK-007
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
    'fail-under': { type: 'string' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json']);
  if (call.flag('together')) return together(call, format);
  if (call.flag('mutate')) return mutate(call, format);
  if (call.text('fail-under') !== undefined)
    throw new UsageError('--fail-under 只与 --mutate 合用 / --fail-under goes with --mutate');
  if (call.texts('dossiers').length > 0)
    throw new UsageError('--dossiers 只与 --together 合用 / --dossiers goes with --together');
  return cases(call, format);
}

type Format = 'pretty' | 'json';

async function cases(call: Call, format: Format): Promise<ExitCode> {
  const minimum = percentOf('coverage-min', call.text('coverage-min'));
  const covers = call.flag('coverage') || minimum !== undefined;
  const jobs = jobsOf(call);
  const path = rulebookAt(call.text('rulebook'));
  const read = rulebookFolder(path);
  const ground = groundOf(read);
  const language = languageIn(ground.value, call);
  const unsound = [...read.problems, ...ground.diagnostics].filter(isError);
  if (!ground.value || unsound.length > 0) {
    complainOf(unsound, language);
    return 2;
  }
  const known = rulesListed(ground.value);
  const asked = rulesAsked(call, known);
  const setting = { rulebook: path, digest: digestOf(read.folder), covers };
  const ran = await casesOfRules(asked, setting, read.folder, jobs);
  if (ran.errors.length > 0 || ran.lacking.length > 0) {
    // what is wrong with a rule may be told by its neighbours
    complainOf(loadRulebook(path).diagnostics.filter(isError), language);
    return 2;
  }
  return tell(ran, { format, language, covers, minimum });
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
  }: {
    readonly format: Format;
    readonly language: Language;
    readonly covers: boolean;
    readonly minimum: number | undefined;
  },
): ExitCode {
  const passed = all.filter((one) => one.passed).length;
  const failed = all.length - passed;
  const counts = { passed, failed, stricter: all.filter((one) => one.stricter).length };
  const isBelow = minimum !== undefined && shareSeen(totalsOf(covered)) * 100 < minimum;
  if (format === 'json') {
    const coverage = covers ? { coverage: coverageJson(covered) } : {};
    print(indentedJson({ ...counts, cases: all.map(({ failed: _, ...one }) => one), ...coverage }));
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
async function together(call: Call, format: Format): Promise<ExitCode> {
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
async function mutate(call: Call, format: Format): Promise<ExitCode> {
  const minimum = percentOf('fail-under', call.text('fail-under'));
  const jobs = jobsOf(call);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, digest, folder } = loaded;
  const asked = rulesAsked(
    call,
    program.rules.map(({ id }) => id),
  );
  const names = namesToMutate(program, asked);
  const report = mutationReport(
    await mutantsOf(program, names, { rulebook: folder, digest }, jobs),
  );
  const isBelow = minimum !== undefined && report.score * 100 < minimum;
  const book = sayIn(wordbooks, language);
  const paint = paintFor(process.stdout);
  if (format === 'json') print(mutationJson(report));
  else print(mutationText(report, book, paint));
  if (isBelow && format !== 'json') print(paint.red(book.terms.belowScore(`${minimum}%`)));
  return isBelow ? 1 : 0;
}

/** A share in percent, from 0 to 100. */
function percentOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d+)?%?$/u.test(given) ? Number(given.replace('%', '')) : Number.NaN;
  if (number <= 100) return number;
  throw new UsageError(`--${option} ${given}：应为 0 至 100 / should be a number from 0 to 100`);
}
