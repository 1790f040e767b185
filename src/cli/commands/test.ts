import process from 'node:process';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { type CaseResult, runCases } from '../../cases/run.ts';
import { diagnosticsText, placeOf } from '../../report/diagnostics.ts';
import { type Problems, wordbooks } from '../../report/messages/messages.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { near } from '../call.ts';
import { soundRulebook } from '../load.ts';

export const help = `shouze test [RULE…]  运行校验示例 / run the cases

  --format pretty|json
  --rulebook DIR  --lang zh|en

  shouze test
  shouze test RSK-007
`;

export function test(args: readonly string[]): ExitCode {
  const call = readCall(args, {});
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json']);
  const loaded = soundRulebook(call.text('rulebook'), call.language);
  if (!loaded) return 2;
  const { program } = loaded;
  const known = program.rules.map(({ id }) => id);
  for (const id of call.positionals) {
    if (!known.includes(id)) throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
  }
  const rules = program.rules.filter(
    ({ id }) => call.positionals.length === 0 || call.positionals.includes(id),
  );
  const results = rules.flatMap((rule) => runCases(program, rule));
  const failed = results.filter(({ passed }) => !passed);
  const counts = {
    passed: results.length - failed.length,
    failed: failed.length,
    stricter: results.filter(({ stricter }) => stricter).length,
  };
  if (format === 'json') {
    const cases = results.map((result) => ({
      rule: result.rule.id,
      case: result.case.title,
      passed: result.passed,
      stricter: result.stricter,
      expected: result.case.expect,
      status: result.outcome?.status ?? null,
      missing: result.missing,
    }));
    print(`${JSON.stringify({ ...counts, cases }, undefined, 2)}\n`);
  } else {
    const { terms } = wordbooks[call.language];
    const paint = paintFor(process.stdout);
    for (const result of failed) print(failure(result));
    print(failed.length > 0 ? paint.red(terms.tests(counts)) : paint.green(terms.tests(counts)));
  }
  return failed.length > 0 ? 1 : 0;

  function failure(result: CaseResult): string {
    const book = wordbooks[call.language];
    const { terms } = book;
    const paint = paintFor(process.stdout);
    const { expect, title } = result.case;
    const words = title[call.language] ?? title.zh ?? title.en ?? '';
    const wanted =
      typeof expect === 'string'
        ? terms.status[expect]
        : `${terms.status['cannot-tell']} [${expect['cannot-tell'].join(', ')}]`;
    const status = result.outcome?.status;
    const found =
      status === undefined
        ? '—'
        : status === 'cannot-tell'
          ? `${terms.status[status]} [${result.missing.join(', ')}]`
          : terms.status[status];
    const lines = [
      `${paint.red('✗')} ${result.rule.id} ${words}`,
      `    ${placeOf(result.span)}`,
      `    ${result.badPath === undefined ? terms.expected(wanted, found) : terms.badPath(result.badPath)}`,
    ];
    const problems: readonly Diagnostic<Problems>[] = result.passed ? [] : result.problems;
    return `${lines.join('\n')}\n${problems.length > 0 ? diagnosticsText(problems, book, paint) : ''}`;
  }
}
