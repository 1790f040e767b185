import { parseArgs, type ParseArgsConfig } from 'node:util';

import { nearest } from '../base/suggest.ts';
import { type Language, languageCode } from '../base/language.ts';
import { parseDate } from '../values/temporal-text.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The call is wrong: one line for the user, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command's arguments, read strictly. */
export interface Call {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  /** All that was given of an option that may be repeated. */
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  /** The language asked for; Chinese where none is. */
  readonly language: Language;
  /** The same before a rulebook: its writer's where none is asked for; a complaint where it is in another. */
  readonly languageOf: (languages: readonly Language[]) => Language;
}

const common: Options = {
  rulebook: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

export function readCall(args: readonly string[], own: Options): Call {
  const options = { ...common, ...own };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explain(error, args, Object.keys(options)));
  }
  const { values, positionals } = parsed;
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    text,
    texts: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
    flag: (name) => values[name] === true,
    language: languageAsked(text('lang')) ?? 'zh',
    languageOf: (languages) => languageAmong(languages, text('lang')),
  };
}

function languageAsked(given: string | undefined): Language | undefined {
  if (given === undefined || languageCode.test(given)) return given;
  throw new UsageError(
    `--lang ${given}：应为语言代码，如 zh、en、fr / should be the code of a language, such as zh, en, fr`,
  );
}

function languageAmong(languages: readonly Language[], given: string | undefined): Language {
  const [writer = 'zh'] = languages;
  // the engine speaks Chinese and English whatever the rulebook is in
  return given === undefined
    ? writer
    : oneOf('lang', given, [...new Set([...languages, 'zh', 'en'])]);
}

/** One of a few words, or a complaint that names them. */
export function oneOf<T extends string>(option: string, given: string, words: readonly T[]): T {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UsageError(
    `--${option} ${given}：应为 / should be ${words.join(' | ')}${near(given, words)}`,
  );
}

/** A day as ISO text. */
export function dayOf(call: Call, name: string): string | undefined {
  const given = call.text(name);
  if (given === undefined || (/^\d{4}-\d{2}-\d{2}$/u.test(given) && parseDate(given))) return given;
  throw new UsageError(
    `--${name} ${given}：不是有效日期，应如 2026-09-01 / is no date such as 2026-09-01`,
  );
}

/** The days of two options, the second no earlier than the first where both are given. */
export function periodOf(
  call: Call,
  from = 'from',
  until = 'until',
): readonly [first: string | undefined, last: string | undefined] {
  const [first, last] = [dayOf(call, from), dayOf(call, until)];
  if (first !== undefined && last !== undefined && last < first)
    throw new UsageError(`--${until} ${last} 早于 / is before --${from} ${first}`);
  return [first, last];
}

/** Threads that a command may have, at most. */
const mostJobs = 64;

/** The threads that are asked for. */
export function jobsOf(call: Call): number | undefined {
  const given = call.text('jobs');
  if (given === undefined) return undefined;
  const jobs = /^\d{1,3}$/u.test(given) ? Number(given) : 0;
  if (jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new UsageError(
    `--jobs ${given}：应为 1 至 ${mostJobs} 的整数 / should be a whole number from 1 to ${mostJobs}`,
  );
}

function explain(error: unknown, args: readonly string[], known: readonly string[]): string {
  const unknown = args.find(
    (arg) => /^--[^=]+/u.test(arg) && !known.includes(arg.slice(2).split('=')[0] ?? ''),
  );
  if (unknown !== undefined) {
    const name = unknown.slice(2).split('=')[0] ?? '';
    return `没有选项 / no option --${name}${near(name, known, '--')}`;
  }
  return error instanceof Error ? error.message : String(error);
}

export function near(name: string, known: readonly string[], before = ''): string {
  const found = nearest(name, known);
  return found === undefined ? '' : `；您是否想写 / did you mean ${before}${found}`;
}
