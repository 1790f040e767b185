import { said } from './said.ts';
import type { Session } from '../evaluate/session.ts';
import { planOf } from '../plan/from-program.ts';
import type { Plan, PlannedRule, Truth } from '../plan/plan.ts';
import { printList, printNum, printTruth } from '../plan/print.ts';
import type { ProgramRule } from '../program/ast.ts';
import type { RuleIn } from './compare.ts';
import { newProver, type Side, type Stage } from './prover.ts';
import { applies, type CaseTerms, type EditionTerms, fails, passes } from './rule.ts';
import type { Solver } from './solver.ts';
import { formOf, renumbered } from './structure.ts';
import { and, equal, not, or, type Term } from './term.ts';

/** Whether two versions of a rule have the same outcome for every file, by whatever is missing. */
export type Same =
  /** Their numeric forms are one. */
  | { readonly kind: 'plan' }
  /** The solver finds no file; `within`: with lists of so many records at most. */
  | { readonly kind: 'solver'; readonly within: number | undefined }
  /** A file has another outcome, or nobody can tell. */
  | { readonly kind: 'open' };

const open: Same = { kind: 'open' };

/**
 * Compares two versions of a rule, each in its own program.
 *
 * @param day - they are told apart on no other governing day, ISO
 */
export async function sameRule(
  before: RuleIn,
  after: RuleIn,
  solver: Solver,
  day?: string,
): Promise<Same> {
  const [one, other] = plannedBoth(before, after);
  if (!one || !other) return open;
  if (rimOf(one) === rimOf(other)) {
    if (formOf(one) === formOf(other)) return { kind: 'plan' };
    if (day !== undefined && isOfOneDay(one) && isSameOn(day, before, after))
      return { kind: 'plan' };
  }
  // where they are for other files or elements, outcomes have no counterparts
  if (frameOf(one) !== frameOf(other)) return open;
  const found = await newProver([sideOf(after), sideOf(before)], solver).find(
    ({ of }: Stage) => differing(of(before.rule.id, 1), of(after.rule.id, 0)),
    (now, then) => statusesSaid(before.rule, then) !== statusesSaid(after.rule, now),
  );
  return found.kind === 'none' ? { kind: 'solver', within: found.within } : open;
}

function sideOf({ program, rule }: RuleIn): Side {
  return { program, subject: rule.subject, rules: [rule] };
}

type Planned = PlannedRule | undefined;

/** Words have the same numbers in both. */
function plannedBoth(before: RuleIn | undefined, after: RuleIn | undefined): [Planned, Planned] {
  const one = planFor(before);
  const other = planFor(after, one?.words);
  return [plannedIn(one), plannedIn(other)];
}

function planFor(side: RuleIn | undefined, words?: Plan['words']): Plan | undefined {
  if (!side || side.rule.group) return undefined;
  const { program, rule } = side;
  return planOf({ ...program, rules: [rule], process: [] }, rule.subject, undefined, words);
}

function plannedIn(plan: Plan | undefined): Planned {
  return plan?.rules.find((one): one is PlannedRule => one.kind === 'planned');
}

/** Whether what is in force on a day asks the same, or nothing both times. */
function isSameOn(day: string, before: RuleIn, after: RuleIn): boolean {
  const [one, other] = plannedBoth(onDay(day, before), onDay(day, after));
  if (one && other && formOf(one) === formOf(other)) return true;
  return asksNothing(one, before.rule, day) && asksNothing(other, after.rule, day);
}

/** The rule as it is on one day; undefined where no edition is in force on it, or several. */
function onDay(day: string, { program, rule }: RuleIn): RuleIn | undefined {
  const editions = rule.editions
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .map((edition) => ({ ...edition, from: day, until: day }));
  return editions.length === 1 ? { program, rule: { ...rule, editions } } : undefined;
}

/** It began later, and says so, or its condition holds of no file. */
function asksNothing(
  planned: PlannedRule | undefined,
  { since, editions }: ProgramRule,
  day: string,
): boolean {
  if (!planned) return since === 'new' && editions.every(({ from }) => day < from);
  return planned.editions.every(({ when }) => when?.kind === 'known' && when.value === 0);
}

/** Editions that go by days of their own are not picked by one. */
function isOfOneDay({ editions }: PlannedRule): boolean {
  return new Set(editions.map(({ day }) => renumbered(printNum(day)))).size === 1;
}

/** All that {@link formOf} leaves out. */
function rimOf(rule: PlannedRule): string {
  const whenevers = rule.editions.map(({ whenever }) => truth(whenever));
  return renumbered([frameOf(rule), ...whenevers].join('\n'));
}

/** For which files, elements and days a rule is, and what excuses from it. */
function frameOf({ product, each, noList, isNew, hasEnded, editions }: PlannedRule): string {
  const parts = [
    truth(product),
    each ? printList(each) : '',
    truth(noList),
    isNew,
    hasEnded,
    editions.map(({ day, waived, byHand }) => [printNum(day), truth(waived), byHand]),
  ];
  return renumbered(JSON.stringify(parts));
}

function truth(of: Truth | undefined): string {
  return of ? printTruth(of) : '';
}

/** The file, or one of its elements, has another outcome. */
function differing(
  before: readonly EditionTerms[] | undefined,
  after: readonly EditionTerms[] | undefined,
): Term | undefined {
  if (!before || before.length !== after?.length) return undefined;
  const count = Math.max(0, ...[...before, ...after].map(({ cases }) => cases.length));
  const cases = Array.from({ length: count }, (_, index) => {
    const [a, b] = [before, after].map((editions) =>
      editions.flatMap((edition) => edition.cases[index] ?? []),
    );
    return a && b
      ? or(...ways.map((way) => differ(or(...a.map(way)), or(...b.map(way)))), ...nevers(a, b))
      : 'false';
  });
  return or(...cases);
}

/** What an outcome is made of. */
const ways: readonly ((one: CaseTerms) => Term)[] = [
  passes,
  fails,
  applies,
  ({ inForce }) => inForce,
  ({ inForce, when }) => and(inForce, when.no),
];

/** A rule that no edition is in force of is for other files where its condition never holds. */
function nevers(a: readonly CaseTerms[], b: readonly CaseTerms[]): readonly Term[] {
  return a.flatMap((one, index) => {
    const other = b[index];
    return other ? [differ(one.whenever().no, other.whenever().no)] : [];
  });
}

function differ(a: Term, b: Term): Term {
  return not(equal(a, b));
}

function statusesSaid(rule: ProgramRule, session: Session): string {
  return JSON.stringify(said(rule, session).map(({ element, status }) => [element, status]));
}
