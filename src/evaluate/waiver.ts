import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import type { Context } from '../feel/value.ts';
import type { ProgramRule } from '../program/ast.ts';
import { bankDay } from './day.ts';
import { actsOf } from './events.ts';
import { isUnnamed } from './judge-rule.ts';
import type { Outcome, WaiverProblem, WaiverUse } from './outcome.ts';
import type { Session } from './session.ts';

/**
 * Applies the dossier's waivers (例外审批) to a fail. One covers it only if it was approved on or before the act,
 * by someone holding the post that the rule asks for, who did not act in the step as far as the file tells, for an interval that holds
 * the governing day; and never a regulation or a red line.
 */
export function withWaiver(outcome: Outcome, rule: ProgramRule, session: Session): Outcome {
  const { waivers } = session.subject.file;
  const list = waivers && session.dossier.root.entries.get(waivers.list);
  if (outcome.status !== 'fail' || !waivers || !list || !isList(list)) return outcome;
  let best: WaiverUse | undefined;
  for (const [index, item] of list.items.entries()) {
    if (!isContext(item) || item.entries.get(waivers.rule) !== rule.id) continue;
    const element = waivers.element === undefined ? null : item.entries.get(waivers.element);
    if (
      outcome.element !== null &&
      (element !== outcome.element || isUnnamed(outcome.element, rule))
    )
      continue;
    const pointer = item.pointer ?? pointerTo(list.pointer ?? '', index);
    const use: WaiverUse = { pointer, problems: problemsOf(item, outcome, rule, session) };
    if (!best || use.problems.length < best.problems.length) best = use;
  }
  if (!best) return outcome;
  return { ...outcome, status: best.problems.length === 0 ? 'waived' : 'fail', waiver: best };
}

function problemsOf(
  item: Context,
  outcome: Outcome,
  { rule }: ProgramRule,
  session: Session,
): readonly WaiverProblem[] {
  const { waivers } = session.subject.file;
  const { data } = rule.entry;
  if (!waivers) return [];
  const problems: WaiverProblem[] = [];
  if (data.kind === 'regulation') problems.push('regulation');
  if (data.risk?.redLine === true) problems.push('red-line');
  if (!data.waiver) problems.push('not-waivable');
  const [approved, from, until] = [waivers.approvedOn, waivers.from, waivers.until].map((name) => {
    const day = bankDay(item.entries.get(name) ?? null);
    return typeof day === 'string' ? day : undefined;
  });
  const approver = item.entries.get(waivers.approvedBy);
  const post = item.entries.get(waivers.post);
  const { day } = outcome;
  if (day === null || approved === undefined || from === undefined || until === undefined)
    problems.push('incomplete');
  else {
    if (approved > day) problems.push('approved-late');
    if (day < from || until < day) problems.push('out-of-period');
  }
  const acted = typeof approver === 'string' ? actedIn(rule.step, approver, session) : undefined;
  if (acted === undefined) problems.push('incomplete');
  else if (acted) problems.push('by-the-actor');
  if (data.waiver && post !== data.waiver.post) problems.push('wrong-post');
  return [...new Set(problems)];
}

/** Whether a person acted in a step; undefined when the acts on file do not say. */
function actedIn(stepId: string, person: string, session: Session): boolean | undefined {
  const acts = actsOf(session);
  const step = session.program.steps.find(({ id }) => id === stepId);
  if (!acts || !step) return false;
  if (acts.kind === 'unknown') return undefined;
  const types = new Set(step.editions.flatMap((edition) => edition.events));
  const own = acts.acts.filter(({ type }) => types.has(type));
  if (own.some(({ actor }) => actor === person)) return true;
  return own.some(({ actor }) => actor === undefined) ? undefined : false;
}
