import type { EditionPlan, List, PlannedRule, RowList } from '../plan/plan.ts';
import type { JudgeRows } from './blocks.ts';
import type { Closing, NumAt, TruthAt } from './closures/closing.ts';
import { keptOf, numberAt, walkAll } from './closures/loops.ts';
import { type Frame, type Trit, verdicts } from './frame.ts';
import { placeOfList } from './layout.ts';
import { worse } from './worse.ts';

/** What a rule says of one element of its `each`. */
export interface ElementJudged {
  /** From 0, in the list of the file. */
  readonly position: number;
  readonly verdict: number;
  /** The edition that says so, by its place; -1 where none does. */
  readonly edition: number;
  /** The governing day, since 1970; 0 where no edition was picked. */
  readonly day: number;
}

/** Verdicts as functions: the edition and the day of the last one are the frame's. */
type VerdictAt = (frame: Frame) => number;

/** A rule as functions of a frame. */
export interface RuleClosure {
  /** The worst that it says of any element, where it judges them one by one. */
  readonly judge: VerdictAt;
  /**
   * What it says of each element that it does or may judge: undefined where the evaluator has to tell. Absent for a
   * rule that judges the file.
   */
  readonly elements: ((frame: Frame) => readonly ElementJudged[] | undefined) | undefined;
}

/**
 * Makes functions of a rule.
 *
 * @param place - where the rule stands in its plan
 */
export function ruleClosure(rule: PlannedRule, place: number, close: Closing): RuleClosure {
  const suits = rule.product && close.truth(rule.product);
  const judge = editionsClosure(rule, close);
  const { each, isOfRows } = rule;
  const visited = each && !isOfRows ? elementsClosure(each, judge, close) : undefined;
  const lacksList = rule.noList && close.truth(rule.noList);
  const rows = each?.kind === 'rows' && isOfRows ? rowsClosure(each, judge, close) : undefined;
  const all = rows ? putOff(place, rows) : visited ? worstOf(visited) : judge;
  return {
    judge: (frame) => {
      frame.beyond = false;
      frame.edition = -1;
      const suited = suits ? suits(frame) : 1;
      const isOut = suited === 0 || (suited === 1 && lacksList?.(frame) === 1);
      const verdict = isOut ? none : suited === 1 ? all(frame) : doubtful;
      return isBeyond(frame) ? verdicts.slow : verdict;
    },
    elements:
      visited &&
      ((frame) => {
        frame.beyond = false;
        const found = lacksList?.(frame) === 1 ? [] : (visited(frame) ?? []);
        return isBeyond(frame) ? undefined : found;
      }),
  };
}

/** Whether a number came out that plans do not hold. */
function isBeyond({ beyond }: Frame): boolean {
  return beyond;
}

const none: number = verdicts['not-applicable'];
const doubtful: number = verdicts['cannot-tell'];

function editionsClosure(rule: PlannedRule, close: Closing): VerdictAt {
  const days = [...new Set(rule.editions.map(({ day }) => day))].map(close.num);
  const undated = undatedClosure(rule, close);
  const outside = outsideOf(rule, undated, close);
  const closed = rule.editions.map((edition, place) => ({
    place,
    from: edition.from,
    until: edition.until,
    day: close.num(edition.day),
    judge: editionClosure(edition, close),
  }));
  return (frame) => {
    // without its day, what a rule says hangs on more than its conditions
    for (const day of days) if (Number.isNaN(day(frame))) return undated(frame);
    for (const { place, from, until, day, judge } of closed) {
      const now = day(frame);
      if (!(from <= now && now <= until)) continue;
      const verdict = judge(frame);
      frame.edition = place;
      frame.day = now;
      return verdict;
    }
    return outside(frame);
  };
}

/**
 * Where the governing day is not known, or no edition is in force on it: not applicable if no edition could apply,
 * whatever the day.
 */
export function undatedClosure({ editions }: PlannedRule, close: Closing): VerdictAt {
  const applies = editions.map(({ whenever }) => whenever && close.truth(whenever));
  return (frame) => (applies.every((when) => when?.(frame) === 0) ? none : doubtful);
}

/**
 * What it comes to that no edition is in force: not applicable where the rule says why, by all of its days, or where no
 * edition could apply.
 */
function outsideOf(
  { editions, isNew, hasEnded }: PlannedRule,
  undated: VerdictAt,
  close: Closing,
): VerdictAt {
  const days = editions.map(({ from, until, day }) => ({ from, until, day: close.num(day) }));
  if (days.length === 0) return () => none;
  return (frame) => {
    const said =
      (isNew && days.every(({ from, day }) => day(frame) < from)) ||
      (hasEnded && days.every(({ until, day }) => day(frame) > until));
    return said ? none : undated(frame);
  };
}

function editionClosure(edition: EditionPlan, close: Closing): (frame: Frame) => number {
  const when = edition.when && close.truth(edition.when);
  const require = edition.require && close.truth(edition.require);
  const waived = edition.waived && close.truth(edition.waived);
  return (frame) => {
    const applies = when ? when(frame) : 1;
    if (applies === 0) return verdicts['not-applicable'];
    if (applies === 2) return verdicts['cannot-tell'];
    return require ? verdictOf(require(frame), edition, waived, frame) : verdicts.waiting;
  };
}

function verdictOf(
  holds: Trit,
  { byHand, ifAbsent }: EditionPlan,
  waived: TruthAt | undefined,
  frame: Frame,
): number {
  switch (holds) {
    case 0:
      return waived ? unmet(waived(frame)) : verdicts.fail;
    case 1:
      return byHand ? verdicts.waiting : verdicts.pass;
    case 2:
      return ifAbsent ? verdicts.slow : verdicts['cannot-tell'];
  }
}

/** Why it cannot be told whether a waiver covers a fail is for the evaluator to tell. */
function unmet(covered: Trit): number {
  if (covered === 2) return verdicts.slow;
  return covered === 1 ? verdicts.waived : verdicts.fail;
}

/** Judges the rows of a register one by one: what doubles cannot tell is left open. */
function rowsClosure(list: RowList, judge: VerdictAt, close: Closing): JudgeRows {
  const presence = presenceOf(list, close);
  const { index, element: layout } = placeOfList(close.layouts, list);
  const [count, numbersAt, textsAt] = [0, 1, 2].map((offset) => numberAt(list.row, index + offset));
  const { element } = list;
  return (frame, from, to, soFar) => {
    const length = count?.(frame) ?? Number.NaN;
    const numbers = numbersAt?.(frame) ?? 0;
    const texts = textsAt?.(frame) ?? 0;
    for (let position = from; position < to && position < length; position += 1) {
      frame.numbersAt[element] = numbers + position * layout.width;
      frame.textsAt[element] = texts + position * layout.texts;
      frame.beyond = false;
      const told = presence(frame) === 1 ? judge(frame) : doubtful;
      const verdict = isBeyond(frame) ? verdicts.slow : told;
      if (verdict === verdicts.pass) soFar.pass += 1;
      else if (verdict === none) soFar.notApplicable += 1;
      else {
        soFar.open.push(position);
        soFar.worst = worse(soFar.worst, verdict);
      }
    }
    return length;
  };
}

/** Leaves the rows of a rule to be judged with those of all others. */
function putOff(place: number, judge: JudgeRows): VerdictAt {
  return (frame) => {
    frame.rowsToJudge.push({ place, judge });
    return verdicts.slow;
  };
}

/** Each element that is or may be kept; undefined where the list is not known. */
function elementsClosure(
  list: List,
  judge: VerdictAt,
  close: Closing,
): (frame: Frame) => readonly ElementJudged[] | undefined {
  const kept = keptOf(list, close);
  const presence = presenceOf(list, close);
  let position = -1;
  let found: ElementJudged[] = [];
  const run = walkAll(list, close, (frame) => {
    position += 1;
    const counts = kept ? kept(frame) : 1;
    if (counts === 0) return false;
    const before = frame.beyond;
    frame.beyond = false;
    frame.edition = -1;
    const verdict = presence(frame) === 1 ? judge(frame) : doubtful;
    const sure = counts === 1 || verdict === none ? verdict : doubtful;
    const { edition } = frame;
    found.push({
      position,
      verdict: isBeyond(frame) ? verdicts.slow : sure,
      edition,
      day: edition < 0 ? 0 : frame.day,
    });
    frame.beyond = before;
    return false;
  });
  return (frame) => {
    position = -1;
    found = [];
    const ended = run(frame);
    frame.edition = -1;
    return ended === 2 ? undefined : found;
  };
}

/** Whether the element itself is known. */
function presenceOf(list: List, { layouts }: Closing): NumAt {
  if (list.kind === 'pieces') return () => 1;
  const { presence } = layouts.ofRow(list.element).itself;
  return presence === undefined ? () => 1 : numberAt(list.element, presence);
}

function worstOf(elements: (frame: Frame) => readonly ElementJudged[] | undefined): VerdictAt {
  return (frame) =>
    elements(frame)?.reduce((all, { verdict }) => worse(all, verdict), none) ?? doubtful;
}
