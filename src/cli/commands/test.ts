import { indentedJson } from '../../base/json.ts';
import { sayIn, inLanguage } from '../../base/language.ts';
import process from 'node:process';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { type RuleCoverage, runCovered, shareSeen, totalsOf } from '../../cases/coverage.ts';
import { type CaseResult, runCases } from '../../cases/run.ts';
import { prose } from '../../program/prose.ts';
import { coverageJson, coverageText } from '../../report/coverage.ts';
import { togetherJson, togetherText } from '../../report/together.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { failedCase, failedCaseText } from '../../report/failed-case.ts';
import { type Problems, wordbooks } from '../../words/messages/messages.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { near } from '../call.ts';
import { soundRulebook } from '../sound.ts';
import { togetherIn } from '../together.ts';

export const help = `shouze test [RULE…]  运行校验示例 / run the cases

  --coverage             各条件见真、见假、见未知 / which conditions the cases show true, false, unknown
  --coverage-min N       覆盖低于 N% 时退出码为 1 / exit code 1 below N%
  --together             列出总是一起不合规的规则，未说明理由的使退出码为 1
                         / rules that always fail together; exit code 1 where no reason is given
  --dossiers PATH        与 --together：除校验示例外，也看这些卷宗，可重复
                         / with --together: these dossiers besides the cases; may be repeated
  --format pretty|json
  --rulebook DIR  --lang LANG

  shouze test
  shouze test RSK-007
  shouze test --coverage --coverage-min 90
  shouze test --together --dossiers examples/dossiers
`;

export async function test(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    coverage: { type: 'boolean' },
    'coverage-min': { type: 'string' },
    together: { type: 'boolean' },
    dossiers: { type: 'string', multiple: true },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json']);
  const minimum = percentOf(call.text('coverage-min'));
  const covers = call.flag('coverage') || minimum !== undefined;
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const known = program.rules.map(({ id }) => id);
  for (const id of call.positionals) {
    if (!known.includes(id)) throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
  }
  if (call.flag('together')) {
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
  if (call.texts('dossiers').length > 0)
    throw new UsageError('--dossiers 只与 --together 合用 / --dossiers goes with --together');
  const rules = program.rules.filter(
    ({ id }) => call.positionals.length === 0 || call.positionals.includes(id),
  );
  const counts = { passed: 0, failed: 0, stricter: 0 };
  const cases: ReturnType<typeof caseJson>[] = [];
  const covered: RuleCoverage[] = [];
  const told = new Set<Diagnostic<Problems>>();
  const isUntold = (problem: Diagnostic<Problems>) => !told.has(problem);
  // what a case came to holds its whole file and how each value was found: it is told, and let go
  for (const rule of rules) {
    const { results, coverage } = covers
      ? runCovered(program, rule)
      : { results: runCases(program, rule), coverage: undefined };
    if (coverage) covered.push(coverage);
    for (const result of results) {
      counts[result.passed ? 'passed' : 'failed'] += 1;
      if (result.stricter) counts.stricter += 1;
      if (format === 'json') cases.push(caseJson(result));
      else if (!result.passed) print(failure(result));
    }
  }
  const isBelow = minimum !== undefined && shareSeen(totalsOf(covered)) * 100 < minimum;
  if (format === 'json') {
    const coverage = covers ? { coverage: coverageJson(covered) } : {};
    print(indentedJson({ ...counts, cases, ...coverage }));
  } else {
    const { terms } = sayIn(wordbooks, language);
    const paint = paintFor(process.stdout);
    print(counts.failed > 0 ? paint.red(terms.tests(counts)) : paint.green(terms.tests(counts)));
    if (covers) print(coverageText(covered, sayIn(wordbooks, language), paint));
    if (isBelow) print(paint.red(terms.belowMinimum(`${minimum}%`)));
  }
  return counts.failed > 0 || isBelow ? 1 : 0;

  function failure(result: CaseResult): string {
    const book = sayIn(wordbooks, language);
    const paint = paintFor(process.stdout);
    const text = failedCaseText(failedCase(result), book, language, paint);
    // what is wrong with a base is told once
    const problems: readonly Diagnostic<Problems>[] = result.problems.filter(isUntold);
    for (const problem of problems) told.add(problem);
    return `${text}${problems.length > 0 ? diagnosticsText(problems, book, paint) : ''}`;
  }
}

function caseJson({ rule, case: one, passed, stricter, outcome, missing }: CaseResult) {
  return {
    rule: rule.id,
    case: one.title,
    passed,
    stricter,
    expected: one.expect,
    status: outcome?.status ?? null,
    missing,
  };
}

/** A share in percent, from 0 to 100. */
function percentOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d+)?%?$/u.test(given) ? Number(given.replace('%', '')) : Number.NaN;
  if (number <= 100) return number;
  throw new UsageError(`--coverage-min ${given}：应为 0 至 100 / should be a number from 0 to 100`);
}
