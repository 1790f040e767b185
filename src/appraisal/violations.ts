import type { Facts } from '../ledger/entry.ts';
import type { Ledger, LedgerFinding } from '../ledger/fold.ts';
import { confirmations, standingOf } from '../ledger/standing.ts';
import type { Appraisal } from '../program/ast.ts';
import type { ViolationPointsFile } from '../rulebook/files.ts';
import { add, type Rational, zero } from '../values/rational.ts';
import { addMonths } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import type { Handled } from './handled.ts';
import type { RuleFacts, Unpunished, ViolationLine } from './sheet.ts';

/** What findings are held against somebody by. */
export interface Punishing {
  readonly appraisal: Appraisal;
  /** Inclusive days, ISO. */
  readonly from: string;
  readonly until: string;
  readonly ruleOf: (rule: string) => RuleFacts | undefined;
  readonly objected: ReadonlySet<string>;
}

/** By which an objection names a finding: one that was confirmed more than once has a line for each. */
export function findingLine(finding: string, day: string): string {
  return `finding:${finding}@${day}`;
}

/**
 * Findings of the files that somebody handled, with their points (违规积分): those confirmed in the period; those
 * confirmed before as far as thresholds reach back; and those that nobody may hold against them yet, with the reason.
 *
 * @param files - all files of this person, of any day
 */
export function violationsOf(
  officer: string,
  files: ReadonlyMap<string, Handled>,
  ledger: Ledger,
  punishing: Punishing,
): readonly ViolationLine[] {
  const { appraisal, from, until, ruleOf, objected } = punishing;
  const { violations } = appraisal.entry.data;
  const back = monthsBefore(until, violations.countedMonths);
  const confirmed = new Map<string, string[]>();
  const found = [...ledger.findings.values()].flatMap((finding) =>
    files.has(finding.facts.dossier) || isNamed(officer, finding.facts) ? [finding] : [],
  );
  const lines = found
    .flatMap(linesOf)
    .toSorted((a, b) => (a.day === b.day ? order(a.finding, b.finding) : order(a.day, b.day)));
  return lines.flatMap((line) => punished(line) ?? []);

  function linesOf(finding: LedgerFinding): readonly ViolationLine[] {
    const { id, facts, history } = finding;
    const standing = standingOf(finding);
    const last = history.findLast(({ kind }) => kind === 'moved')?.day ?? finding.since;
    const line = (day: string, why: Unpunished | undefined): ViolationLine => ({
      id: findingLine(id, day),
      finding: id,
      facts,
      day,
      row: undefined,
      points: zero,
      isRepeat: false,
      isRedLine: false,
      why: why ?? whyNot(finding),
      isObjected: false,
    });
    const told = confirmations(finding).map((day) => line(day, undefined));
    if (standing === 'confirmed') return told;
    // what was found mistaken before the period is no news in it
    const isOld = standing === 'mistaken' && last < from;
    const day = standing === 'doubt' ? finding.since : last;
    return isOld || day > until ? told : [...told, line(day, standing)];
  }

  function whyNot({ facts }: LedgerFinding): Unpunished | undefined {
    const file = files.get(facts.dossier);
    if (!file) return 'file-not-given';
    if (file.why !== undefined) return 'post-not-held';
    const rule = ruleOf(facts.rule);
    if (!rule) return 'unknown-rule';
    return rule.posts.some((post) => appraisal.posts.has(post)) ? undefined : 'other-post';
  }

  /** A line with its points; undefined outside of the days that count. */
  function punished(line: ViolationLine): ViolationLine | undefined {
    const { why, day, facts, id } = line;
    if (day > until) return undefined;
    if (why !== undefined) {
      const isLate = why === 'doubt' || why === 'disputed' || why === 'mistaken' || day >= from;
      return isLate ? { ...line, isObjected: objected.has(id) } : undefined;
    }
    const rule = ruleOf(facts.rule);
    const row = violations.points.findIndex((one) => rule && fits(one, facts.rule, rule));
    if (row < 0) return day < from ? undefined : { ...line, why: 'no-row' };
    const before = confirmed.get(facts.rule) ?? [];
    confirmed.set(facts.rule, [...before, day]);
    const { repeat } = violations;
    const isRepeat =
      repeat !== undefined &&
      before.some((one) => one < day && one > monthsBefore(day, repeat.withinMonths));
    if (day <= back) return undefined;
    const plain = appraisal.violations.points[row] ?? zero;
    return {
      ...line,
      row,
      points: isRepeat ? add(plain, appraisal.violations.adds) : plain,
      isRepeat,
      isRedLine: rule?.redLine === true,
      why: day < from ? 'earlier' : undefined,
      isObjected: objected.has(id),
    };
  }
}

/** Points of lines, without those that are objected to as well. */
export function pointsOf(lines: readonly ViolationLine[]): {
  readonly asIs: Rational;
  readonly without: Rational;
} {
  const sum = (some: readonly ViolationLine[]) =>
    some.map(({ points }) => points).reduce(add, zero);
  return { asIs: sum(lines), without: sum(lines.filter(({ isObjected }) => !isObjected)) };
}

function fits(
  { rules, redLine, level, kind, severity }: ViolationPointsFile,
  id: string,
  rule: RuleFacts,
): boolean {
  return (
    (!rules || rules.includes(id)) &&
    (redLine === undefined || rule.redLine === true) &&
    (level === undefined || rule.level === level) &&
    (kind === undefined || rule.kind === kind) &&
    (severity === undefined || rule.severity === severity)
  );
}

/** Whether a ledger names somebody with a finding. */
function isNamed(officer: string, { actors, about }: Facts): boolean {
  return about['officer'] === officer || actors.includes(officer);
}

/** The day so many months before, ISO, which is no longer among them. */
function monthsBefore(day: string, months: number): string {
  const date = parseDate(day);
  const before = date && addMonths(date, -months);
  return before ? printDate(before) : '';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
