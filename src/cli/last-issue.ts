import { isObject } from '../base/json.ts';
import type { Language } from '../base/language.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { readText } from '../io/read.ts';
import type { IssueRecord } from '../manual/issue-record.ts';
import type { Program } from '../program/ast.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';

/** What a manual printed, by language. */
export type Issues = Readonly<Record<Language, IssueRecord>>;

/**
 * The last issue, from the manifest of `--last-issue`; undefined where none is given, `wrong` after complaining of one
 * that says nothing of this rulebook's manual in one of the languages.
 */
export function lastIssueOf(
  call: Call,
  { rulebook }: Pick<Program, 'rulebook'>,
  languages: readonly Language[],
  language: Language,
): Issues | undefined | 'wrong' {
  const path = call.text('last-issue');
  if (path === undefined) return undefined;
  const read = readText(path);
  if ('problem' in read) return complained(read.problem);
  const manifest = parsed(read.source.text);
  const { id } = rulebook.manifest.data;
  if (!manifest) return refused({ path, why: 'no-manifest', name: '' });
  if (manifest.rulebook !== id)
    return refused({ path, why: 'other-rulebook', name: manifest.rulebook });
  const { issues } = manifest;
  if (!issues) return refused({ path, why: 'no-record', name: '' });
  const lacking = languages.find((one) => !issues[one]);
  return lacking === undefined ? issues : refused({ path, why: 'no-language', name: lacking });

  function refused(params: PathProblems['io/last-issue']): 'wrong' {
    return complained(pathProblem('io/last-issue', path ?? '', params));
  }

  function complained(found: ReturnType<typeof pathProblem>): 'wrong' {
    complainOf([found], language);
    return 'wrong';
  }
}

/** What a manifest records of its manual, in those languages in which it is whole; undefined for what is no manifest. */
export function issuesIn(manifest: string): Issues {
  return parsed(manifest)?.issues ?? {};
}

function parsed(
  text: string,
): { readonly rulebook: string; readonly issues: Issues | undefined } | undefined {
  const manifest = objectIn(text);
  const rulebook = isObject(manifest?.['rulebook']) ? manifest['rulebook']['id'] : undefined;
  if (typeof rulebook !== 'string') return undefined;
  const issues = manifest?.['issues'];
  if (!isObject(issues)) return { rulebook, issues: undefined };
  const whole = Object.entries(issues).flatMap(([language, issue]) =>
    isIssue(issue) ? [[language, issue] as const] : [],
  );
  return { rulebook, issues: Object.fromEntries(whole) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether every record of it is there, with the texts that it is compared by. */
function isIssue(value: unknown): value is IssueRecord {
  if (!isObject(value) || !hasTexts(value, ['version', 'asOf'])) return false;
  return Object.entries(texts).every(([part, keys]) => {
    const records = value[part];
    return (
      isObject(records) &&
      Object.values(records).every((record) => isObject(record) && hasTexts(record, keys))
    );
  });
}

const texts: Readonly<Record<'rules' | 'limits' | 'steps', readonly string[]>> = {
  rules: ['from', 'until', 'title', 'criterion', 'scope', 'duties', 'nature', 'basis'],
  limits: ['kind', 'title', 'says'],
  steps: ['title', 'says'],
};

function hasTexts(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}
