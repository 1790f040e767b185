import { parseDate } from '../../values/temporal-text.ts';
import { type Entry, type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { IssueFile } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';

/** The days of an issue, of signatures, of what was accepted with it, and those that cases are asked on, are days.
 *
 * They stand on the manual's cover, and in court; a case of a day that never was shows nothing. */
export function* issued(rulebook: Rulebook): ProblemsFound {
  const { manifest } = rulebook;
  for (const entry of [manifest, ...rulesOf(rulebook).map((rule) => rule.entry)])
    yield* ofIssue(entry, entry.data.issue);
  for (const [index, { on }] of (manifest.data.book?.signatures ?? []).entries())
    if (on !== undefined) yield* isDay(manifest, on, ['book', 'signatures', index, 'on']);
  for (const [index, { on }] of (manifest.data.acceptedUnverified ?? []).entries())
    yield* isDay(manifest, on, ['acceptedUnverified', index, 'on']);
  for (const { cases } of rulesOf(rulebook))
    for (const [index, { days = {} }] of cases?.data.cases.entries() ?? [])
      for (const day of Object.keys(days))
        if (cases) yield* isDay(cases, day, ['cases', index, 'days', day]);
}

function* ofIssue(entry: Entry<unknown>, issue: IssueFile | undefined): ProblemsFound {
  if (!issue) return;
  yield* isDay(entry, issue.signedOn, ['issue', 'signedOn']);
  yield* isDay(entry, issue.effectiveFrom, ['issue', 'effectiveFrom']);
}

function* isDay(
  entry: Entry<unknown>,
  text: string,
  keys: readonly (string | number)[],
): ProblemsFound {
  if (parseDate(text)) return;
  const span = spanOf(entry, ...keys);
  yield { code: 'rulebook/impossible-date', severity: 'error', span, params: { text } };
}
