import { availableParallelism } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';

import type { Diagnostic } from '../base/diagnostic.ts';
import { lastingMemory } from '../base/memory.ts';
import { type RuleCoverage, runCovered } from '../cases/coverage.ts';
import { type CaseResult, runCases } from '../cases/run.ts';
import { digestOf, type FolderRead, rulebookFolder } from '../io/rulebook.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook } from '../program/read.ts';
import { type FailedCase, failedCase } from '../report/failed-case.ts';
import type { CaseTold } from '../report/test-json.ts';
import { type Rulebook, stepsOf } from '../rulebook/ast.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';
import { rulebookFromFiles } from '../rulebook/from-files.ts';
import type { Problems } from '../words/messages/messages.ts';
import { frugal, inParts, isOutOfMemory, megabytesOf, Threads } from './threads.ts';
import { changed } from './workers.ts';

/** What threads that run cases are told. */
export interface CasesSetting {
  readonly rulebook: string;
  /** What it has to come to. */
  readonly digest: string;
  /** Whether it is noted what each condition came to. */
  readonly covers: boolean;
}

/** What came of the cases of some rules, as plain data: a case holds its whole file and how each value was found. */
export interface CasesRan {
  readonly cases: readonly CaseRan[];
  readonly covered: readonly RuleCoverage[];
  /** What is wrong with the files that were read for them: nothing was run. */
  readonly errors: readonly Diagnostic<Problems>[];
  /** Rules of which there is no file. */
  readonly lacking: readonly string[];
}

export interface CaseRan {
  readonly told: CaseTold;
  /** Of one that did not pass. */
  readonly failed?: FailedCase & { readonly problems: CaseResult['problems'] };
}

/** Rules whose cases are run at a time: what is read of a rulebook is these, and what all rules stand on. */
const atATime = 32;

/** So many rules pay for what it takes to start threads. */
export const worthwhile = 192;

/**
 * Runs the cases of rules, some at a time, so that never all of a rulebook is held.
 *
 * @param jobs - threads; undefined for one a processor, where there is work enough
 * @returns the same whatever the number of threads, in the order of the rules
 */
export async function casesOfRules(
  ids: readonly string[],
  setting: CasesSetting,
  folder: RulebookFolder,
  jobs: number | undefined,
): Promise<CasesRan> {
  // where there are no rules, what they would stand on is read all the same
  const parts = ids.length === 0 ? [[]] : inParts(ids, atATime);
  const isWorthwhile = jobs !== undefined || ids.length >= worthwhile;
  const count = isWorthwhile ? Math.min(jobs ?? availableParallelism(), parts.length) : 0;
  // one thread has a limit as well, where there is much to read
  if (count === 0 || ids.length <= atATime) {
    const run = casesRunner(folder, setting.covers);
    return together(parts.map(run));
  }
  const threads = new Threads<readonly string[], CasesRan | undefined>(
    count,
    'case-worker',
    setting,
    frugalFor(folder),
  );
  try {
    const answers = await Promise.all(parts.map(async (part) => threads.ask(part)));
    return together(answers.map(sameRulebook));
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    return together(parts.map(casesRunner(folder, setting.covers)));
  } finally {
    await threads.close();
  }
}

/** What a thread may hold: the texts, and what is made of some of them. */
function frugalFor(folder: RulebookFolder): ResourceLimits {
  return frugal(120 + 5 * megabytesOf(charactersOf(folder)));
}

/** With those of the rulebooks that it builds on. */
function charactersOf({ files, parent }: RulebookFolder): number {
  const own = [...files.values()].reduce((sum, { text }) => sum + text.length, 0);
  return own + (parent ? charactersOf(parent) : 0);
}

function sameRulebook(ran: CasesRan | undefined): CasesRan {
  if (!ran) throw changed();
  return ran;
}

function together(parts: readonly CasesRan[]): CasesRan {
  return {
    cases: parts.flatMap(({ cases }) => cases),
    covered: parts.flatMap(({ covered }) => covered),
    errors: parts.flatMap(({ errors }) => errors),
    lacking: parts.flatMap(({ lacking }) => lacking),
  };
}

/** What a thread does: undefined where the rulebook is no longer what it was. */
export function casesInThread(
  setting: CasesSetting,
): (ids: readonly string[]) => CasesRan | undefined {
  const { folder } = rulebookFolder(setting.rulebook);
  const run = digestOf(folder) === setting.digest ? casesRunner(folder, setting.covers) : undefined;
  return (ids) => run?.(ids);
}

function casesRunner(
  folder: RulebookFolder,
  covers: boolean,
): (ids: readonly string[]) => CasesRan {
  const memory = lastingMemory();
  readRulebook({ ...folder, only: new Set() }, memory);
  return (ids) => {
    // what all rules stand on is remembered, and the rules are not
    const { value, diagnostics } = readRulebook({ ...folder, only: new Set(ids) }, memory.full);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const made = new Set(value?.rules.map(({ id }) => id));
    const lacking = ids.filter((id) => !made.has(id));
    const blank = { cases: [], covered: [], errors, lacking };
    return value && errors.length === 0 ? { ...blank, ...casesIn(value, ids, covers) } : blank;
  };
}

/** Runs the cases of rules of a program that was read. */
export function casesIn(
  program: Program,
  ids: readonly string[],
  covers: boolean,
): Pick<CasesRan, 'cases' | 'covered'> {
  const asked = new Set(ids);
  const cases: CaseRan[] = [];
  const covered: RuleCoverage[] = [];
  for (const rule of program.rules) {
    if (!asked.has(rule.id)) continue;
    const { results, coverage } = covers
      ? runCovered(program, rule)
      : { results: runCases(program, rule), coverage: undefined };
    if (coverage) covered.push(coverage);
    cases.push(...results.map(caseRan));
  }
  return { cases, covered };
}

function caseRan(result: CaseResult): CaseRan {
  const { rule, case: one, day, passed, stricter, outcome, missing, problems } = result;
  return {
    told: {
      rule: rule.id,
      case: one.title,
      ...(day !== undefined && { day }),
      passed,
      stricter,
      expected: one.expect,
      status: outcome?.status ?? null,
      missing,
    },
    ...(!passed && { failed: { ...failedCase(result), problems } }),
  };
}

/** What a rulebook is as it is written, without its rules: what names the rules is read, and no expression. */
export function withoutRules({ folder }: FolderRead): ReturnType<typeof rulebookFromFiles> {
  return rulebookFromFiles({ ...folder, only: new Set() });
}

/** The rules that the steps list, in processing order, read or not. */
export function rulesListed(rulebook: Rulebook): readonly string[] {
  return [...new Set(stepsOf(rulebook).flatMap(({ entry }) => entry.data.rules))];
}
