import { type Language, sayIn } from '../../base/language.ts';
import { isKind, type Value } from '../../feel/value.ts';
import { oneLine } from '../../base/shown.ts';
import { readFileSync } from 'node:fs';
import process from 'node:process';

import { noted } from '../../base/diagnostic.ts';
import { calculated } from '../../evaluate/calculator-scope.ts';
import { newSession } from '../../evaluate/session.ts';
import { newVariables } from '../../feel/bindings.ts';
import { checkExpression } from '../../feel/check.ts';
import { parseExpression } from '../../feel/parse.ts';
import { isHarmless } from '../../feel/type-problems.ts';
import { evaluateText, valueOfText } from '../../feel/calculator/dmn.ts';
import { withinLimits } from '../../feel/operations/limits.ts';
import { printValue } from '../../feel/operations/print.ts';
import { pathOf } from '../../dossier/path.ts';
import type { Problems } from '../../words/messages/messages.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { byName } from '../../program/expressions.ts';
import { namesFor } from '../../program/from-rulebook.ts';
import { parseDateTime } from '../../values/temporal-text.ts';
import type { DateTime } from '../../values/temporal.ts';
import { hiddenValue } from '../../report/hide-value.ts';
import { hiderOf } from '../../report/hide.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { dayOf, readCall, UsageError } from '../call.ts';
import { checkOne } from '../run-check.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';

export const help = `shouze feel '<expression>'  计算表达式 / a calculator

  --dossier FILE   按规则的读法，用一份卷宗的字段、口径和参数 / as rules read it, with a dossier's fields
  --as-of DAY      参数、口径和表取该日的值 / the day for limits
  --unmask         显示姓名、证件号等 / show personal data
  --ndjson         每行 {"id","let":[{"name","value"}],"expression"}，按 DMN 的读法 / DMN's own reading

  shouze feel '0.1 + 0.2 = 0.3'
  shouze feel 'count(events)' --dossier 卷宗.yaml
`;

export async function feel(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    dossier: { type: 'string' },
    'as-of': { type: 'string' },
    ndjson: { type: 'boolean' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.flag('ndjson')) return lines();
  const [expression] = call.positionals;
  if (expression === undefined || call.positionals.length > 1) {
    throw new UsageError(
      "应给出一个表达式（请加引号） / one expression, in quotes：shouze feel '1 + 1'",
    );
  }
  const path = call.text('dossier');
  if (path === undefined) {
    const found = valueOfText([], expression, nowHere());
    if ('value' in found) return show(found.value, call.language);
    if (found.problems.length === 0) return tooMuch(call.language);
    complainAbout(expression, found.problems, call.language);
    return 2;
  }
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const file = await checkOne(path, loaded.engine, {});
  complainOf(diagnosticsOf(file, { unmasked: call.flag('unmask') }), language);
  if (!file.judged) return 2;
  const { dossier, subject } = file.judged;
  const parsed = parseExpression(expression, { dialect: 'rule' });
  const checked =
    parsed.value && checkExpression(parsed.value, namesFor(program, subject), newVariables());
  const problems = checked
    ? checked.problems.filter((problem) => !isHarmless(problem))
    : parsed.problems;
  if (!parsed.value || problems.length > 0) {
    complainAbout(expression, problems, language);
    return 2;
  }
  const session = newSession(program, dossier, subject);
  // the calculator knows names alone
  const text = byName(expression, checked?.renamings ?? []);
  const named = text === expression ? parsed : parseExpression(text, { dialect: 'rule' });
  const value = calculated(named.value ?? parsed.value, session, dayOf(call, 'as-of'));
  if (isKind(value, 'unknown')) {
    const { terms } = sayIn(wordbooks, language);
    const list = value.missing.map(
      ({ pointer, why }) =>
        `${pointer.startsWith('/') ? pathOf(pointer, dossier.root, subject.type) : pointer} (${terms.missing[why]})`,
    );
    print(`${terms.status['cannot-tell']}${terms.colon}${list.join(', ')}`);
    return 1;
  }
  const isShown = call.flag('unmask') || !checked;
  return show(
    isShown ? value : hiddenValue(value, checked.core, hiderOf(dossier, subject)),
    language,
  );
}

function show(value: Value, language: Language): ExitCode {
  return withinLimits<ExitCode, ExitCode>(
    () => {
      print(oneLine(printValue(value)));
      return 0;
    },
    () => tooMuch(language),
  );
}

function tooMuch(language: Language): ExitCode {
  complain(sayIn(wordbooks, language).terms.missing.limit);
  return 2;
}

function complainAbout(
  expression: string,
  problems: readonly { readonly start: number; readonly end: number }[],
  language: Language,
): void {
  const source = { name: '<expression>', text: expression };
  const to = noted<Problems>();
  for (const { start, end, ...problem } of problems) {
    to.diagnostics.push({
      ...problem,
      severity: 'error',
      span: { source, start, end },
    } as (typeof to.diagnostics)[number]);
  }
  complainOf(to.diagnostics, language);
}

/** A case a line in, an answer a line out. */
function lines(): ExitCode {
  let wrong = false;
  for (const line of readFileSync(0, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const answer = answerOf(line);
    if (!answer) wrong = true;
    process.stdout.write(`${JSON.stringify(answer ?? { rejected: 'feel/line' })}\n`);
  }
  return wrong ? 2 : 0;
}

function answerOf(line: string): object | undefined {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const {
    id,
    let: lets = [],
    expression,
  } = given as {
    id?: unknown;
    let?: readonly { name: string; value: string }[];
    expression?: unknown;
  };
  if (typeof expression !== 'string' || !Array.isArray(lets)) return undefined;
  return { id, ...evaluateText(lets, expression, nowHere()) };
}

/** The clock, for today() and now() of the calculator; rules have neither. */
function nowHere(): DateTime {
  const now = parseDateTime(new Date().toISOString());
  if (!now) throw new Error('the clock has no time');
  return now;
}
