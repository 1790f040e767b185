import { keysOf, pointerTo } from '../base/pointer.ts';
import { isContext, parsePath, pointerOfPath } from '../dossier/path.ts';
import type { Core } from '../feel/core.ts';
import { isList } from '../feel/operations/list.ts';
import { grant } from '../feel/operations/limits.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing, Value } from '../feel/value.ts';
import {
  beginning,
  type ProgramRule,
  type RuleEditionProgram,
  type TemplatePart,
} from '../program/ast.ts';
import { judgesEachFile } from '../program/each-file.ts';
import { withAnswer } from './answer.ts';
import { cannotTell } from './cannot-tell.ts';
import { awaitedStep, whenDue } from './due.ts';
import { pickEdition } from './edition.ts';
import { isExplained as explainedOf } from './explained.ts';
import { withinWork } from './limit.ts';
import type { Finding, Inapplicable, JudgeOptions, Outcome, Reason } from './outcome.ts';
import { inputsRead, placesOfFile, placesRead } from './pointers.ts';
import { reasonsFor } from './reasons.ts';
import { rowOutcomes } from './rows.ts';
import { bound, type Moment, momentOf, onDay, type Session } from './session.ts';
import { isUncaptured } from './tally.ts';
import type { ToldElement, ToldRows, ToldRule } from './told.ts';
import { placeOf, type Trace } from './trace.ts';
import { isTrue } from './truth.ts';
import { traceOf, valueOf } from './value.ts';
import { withWaiver } from './waiver.ts';

/** What judging a row may take, so that a register of any length can be judged, in time by its length. */
const stepsARow = 500;

/** What judging a file beside the others of its group may take: it may read each of them. */
const stepsAFile = 20_000;

/** Further places of a finding that are told one by one, at most. */
const mostRelated = 20;

/** Before the position of an element that lacks its key: a position must not be taken for another element's key. */
const unnamed = '#';

/**
 * What one rule says of a dossier: one outcome, or one for each element of its `each`.
 *
 * It has one budget for all of them: where that is used up the rest cannot be told, and no other rule minds.
 *
 * @param told - what is known of it already: only what that leaves open is evaluated
 * @param rows - the same of the rows of a register
 */
export function judgeRule(
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
  told?: ToldRule,
  rows?: ToldRows,
): readonly Outcome[] {
  const outcomes = outcomesOf(rule, session, options, told, rows);
  if (options.step === undefined) return outcomes;
  return outcomes.map((outcome) => whenDue(outcome, options, session.program));
}

function outcomesOf(
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
  told: ToldRule | undefined,
  rows: ToldRows | undefined,
): readonly Outcome[] {
  const { program } = session;
  const { data } = rule.rule.entry;
  const base = blankOutcome(rule);
  if (data.status === 'draft' && options.drafts !== true) return [];
  if (isLater(rule, options, program)) return [{ ...base, status: 'not-due' }];
  const product = productOf(rule, session);
  if (product !== true)
    return ['kind' in product ? notApplicable(base, product) : cannotTell(base, product)];

  const isExplained = isExplainedAs('pass');
  const outside = momentOf(session, options.asOf);
  const { each } = rule;
  if (!each) return [settled(base, told) ?? judgeWithin(base, outside)];
  const list = withinWork(
    outside,
    () => traceOf(each.list.core, outside),
    (limit) => limit,
  );
  if ('kind' in list) return [cannotTell(base, list.missing)];
  const { value } = list;
  if (isUnknown(value)) return [cannotTell(base, value.missing)];
  if (!isList(value) || value.items.length === 0)
    return [notApplicable(base, { kind: 'empty', pointer: placeOfList(list) })];
  const { items, maybe, pointer } = value;
  if (judgesEachFile(rule)) grant(outside.work.budget, stepsAFile * items.length);
  const toldOf = isExplained || rule.rows ? undefined : told?.elements?.();
  if (rule.rows) {
    const isWhole = isExplainedAs('not-applicable') || options.rowByRow === true;
    const place = { ...base, at: pointer ?? '' };
    grant(outside.work.budget, stepsARow * (rows?.open ?? items).length);
    return rowOutcomes(place, items, isWhole, rows, (item, index) => ({
      ...judgeItem(item, index),
      row: index + 1,
    }));
  }
  return items.map(judgeItem);

  function isExplainedAs(status: Outcome['status']): boolean {
    return explainedOf(rule.id, status, options);
  }

  function judgeItem(item: Value, index: number): Outcome {
    const own = each?.key !== undefined && isContext(item) ? item.entries.get(each.key) : undefined;
    const at = placeOfElement(item) ?? pointerTo(pointer ?? '', index);
    const last = Number(keysOf(at).at(-1));
    const position = Number.isInteger(last) ? last + 1 : index + 1;
    const element =
      typeof own === 'string'
        ? own
        : each?.key === undefined
          ? String(position)
          : `${unnamed}${position}`;
    const named = { ...base, element, at, ...(typeof own !== 'string' && { elementAt: at }) };
    if (isUnknown(item)) return cannotTell(named, item.missing);
    const known = settled(named, toldOf?.get(position - 1));
    if (known) return known;
    const outcome = judgeWithin(named, each ? bound(outside, each.variable, item) : outside);
    const doubt = maybe?.[index];
    if (!doubt || outcome.status === 'not-applicable') return outcome;
    return cannotTell(outcome, [...doubt.missing, ...outcome.missing]);
  }

  /** The outcome that is known already; undefined where it has to be evaluated, or explained. */
  function settled(base: Outcome, known: ToldRule | ToldElement | undefined): Outcome | undefined {
    const edition = known && rule.editions[known.edition];
    if (!known || !edition || known.status === 'waiting' || known.status === 'other')
      return undefined;
    if (isExplainedAs(known.status)) return undefined;
    // a plan gives what is in force always a day that means nothing
    const day = edition.asOf ? known.day : (options.asOf ?? null);
    const outcome = { ...base, ...saidBy(edition, day) };
    if (known.status === 'not-applicable')
      return notApplicable(outcome, { kind: 'condition', because: [] });
    return { ...outcome, status: 'pass' };
  }

  function judgeWithin(base: Outcome, undated: Moment): Outcome {
    return withinWork(
      undated,
      () => judge(base, undated),
      ({ missing }) => cannotTell(base, missing),
    );
  }

  function judge(base: Outcome, undated: Moment): Outcome {
    const ended = rule.ended ?? (data.status === 'repealed' ? data.status : undefined);
    const picked = pickEdition({ ...rule, ended }, undated, options.asOf);
    if (picked.kind === 'none') return notApplicable(base, picked.why);
    if (picked.kind === 'open') return neverFor(base, undated) ?? cannotTell(base, picked.missing);
    const { edition, day } = picked;
    const moment = onDay(undated, day);
    const outcome: Outcome = { ...base, ...saidBy(edition, day ?? null) };
    const { when, require } = edition;
    const condition = when && traceOf(when.core, moment);
    if (condition) options.watch?.(edition, 'when', condition);
    if (condition?.value === false) {
      const because = when && isExplainedAs('not-applicable') ? reasonsFor(condition, when) : [];
      return notApplicable(outcome, { kind: 'condition', because });
    }
    const applies = condition ? isTrue(condition, moment.work) : true;
    if (isUnknown(applies) && isUnexplained(applies.missing))
      return cannotTell(outcome, applies.missing);
    const holds = require && traceOf(require.core, moment);
    if (holds) options.watch?.(edition, 'require', holds);
    if (condition && applies !== true) {
      const missing = isUnknown(applies) ? applies.missing : [];
      return inDoubt(outcome, edition, { condition, missing, holds });
    }
    const isByHand = data.check !== 'data' || !holds;
    const answer = isByHand
      ? session.answers?.(rule.id, base.element, actedOn(outcome))
      : undefined;
    const byData =
      holds && judgeRequire(outcome, edition, { holds, moment, isOpen: isByHand && !answer });
    if (byData && !isByHand) return withWaiver(byData, rule.waivers, moment);
    const asked = { ...outcome, finding: findingOf(edition, moment) };
    return withWaiver(withAnswer(byData, asked, answer), rule.waivers, moment);
  }

  /** Where all is judged as of one day, the days of acts are not known. */
  function actedOn({ day }: Outcome): string | null {
    return options.asOf === undefined ? day : null;
  }

  /** Of what a source does not record nobody is told rule by rule. */
  function isUnexplained(missing: readonly Missing[]): boolean {
    return (
      options.captured === true &&
      !isExplainedAs('cannot-tell') &&
      isUncaptured({ status: 'cannot-tell', missing }) &&
      missing.every(({ pointer }) => pointer !== '')
    );
  }

  /** Of a file judged beside others, what was read of itself, where the reasons speak of the others alone. */
  function ownPlaces({ at }: Outcome, because: readonly Reason[]): readonly string[] {
    if (!rule.each || !judgesEachFile(rule)) return [];
    const isOwn = (place: string) => place.startsWith(`${at}/`);
    if (because.some(({ pointers }) => pointers.some(isOwn))) return [];
    const traces = because.map(({ trace }) => trace);
    return placesOfFile(at, rule.each.variable, traces).slice(0, 1);
  }

  /** Not applicable where no edition's `when` holds whatever the day. */
  function neverFor(base: Outcome, undated: Moment): Outcome | undefined {
    const moment = onDay(undated, undefined);
    const because: Reason[] = [];
    for (const { when } of rule.editions) {
      const condition = when && traceOf(when.core, moment);
      if (!when || condition?.value !== false) return undefined;
      if (isExplainedAs('not-applicable')) because.push(...reasonsFor(condition, when));
    }
    return rule.editions.length === 0
      ? undefined
      : notApplicable(base, { kind: 'condition', because });
  }

  /**
   * What the data say of a rule that applies.
   *
   * @param isOpen - whether a person has yet to tell the rest, and so to see what the data say
   */
  function judgeRequire(
    outcome: Outcome,
    edition: RuleEditionProgram,
    {
      holds,
      moment,
      isOpen,
    }: { readonly holds: Trace; readonly moment: Moment; readonly isOpen: boolean },
  ): Outcome {
    const { require } = edition;
    const { value } = holds;
    const reasons = () => (require ? reasonsFor(holds, require) : []);
    if (value === true) {
      const because = isExplained || isOpen ? reasons() : [];
      return { ...outcome, status: 'pass', inapplicable: undefined, because };
    }
    const truth = isTrue(holds, moment.work);
    const missing = isUnknown(truth) ? truth.missing : [];
    if (isUnexplained(missing)) return cannotTell(outcome, missing);
    const because = reasons();
    const isUndone =
      edition.ifAbsent === 'fail' &&
      missing.length > 0 &&
      missing.every(({ why }) => why === 'absent') &&
      missing.every((one) => awaitedStep(one, options, program) === undefined);
    if (value !== false && !isUndone)
      return cannotTell({ ...outcome, because }, placed(missing, because));
    const pointers = because.flatMap(({ pointers: read }) => read);
    const read = pointers.length > 0 ? pointers : placesRead([holds]);
    const whole = read.length > 0 ? read : inputsRead([holds]);
    const [at = outcome.at, ...others] = [...new Set([...ownPlaces(outcome, because), ...whole])];
    const finding = findingOf(edition, moment);
    const related = others.slice(0, mostRelated);
    const more = others.length - related.length;
    return {
      ...outcome,
      status: 'fail',
      inapplicable: undefined,
      because,
      at,
      related,
      ...(more > 0 && { moreRelated: more }),
      finding,
    };
  }
}

/** Where in the file an element lies, and one that is not known would: what is left of a list counts otherwise. */
function placeOfElement(item: Value): string | undefined {
  if (isContext(item)) return item.pointer;
  return isUnknown(item) ? item.missing[0]?.pointer : undefined;
}

/** Whether the file has not come to the rule's step; what runs beside the ring is always due. */
export function isLater(
  { rule }: ProgramRule,
  options: JudgeOptions,
  program: Session['program'],
): boolean {
  const { stages } = program.rulebook;
  const beside = stages.some(({ id, data }) => id === rule.stage && data.beside === true);
  return !beside && isLaterStep(rule.step, options, program);
}

/** Whether the file has not come to a step. */
export function isLaterStep(
  step: string,
  { step: reached }: JudgeOptions,
  { steps }: Session['program'],
): boolean {
  if (reached === undefined) return false;
  const index = (wanted: string) => steps.findIndex(({ id }) => id === wanted);
  return index(step) > index(reached);
}

/** Whether the rule is for this file cannot be told: what would tell, and what it would then want. */
function inDoubt(
  outcome: Outcome,
  { when, require }: RuleEditionProgram,
  {
    condition,
    missing,
    holds,
  }: {
    readonly condition: Trace;
    readonly missing: readonly Missing[];
    readonly holds: Trace | undefined;
  },
): Outcome {
  const because = when ? reasonsFor(condition, when) : [];
  const also =
    require && holds && isUnknown(holds.value)
      ? placed(holds.value.missing, reasonsFor(holds, require))
      : [];
  return cannotTell({ ...outcome, because }, [...placed(missing, because), ...also]);
}

/** What has no place of its own, such as a computed divisor of zero, goes by the fields behind it. */
function placed(missing: readonly Missing[], because: readonly Reason[]): readonly Missing[] {
  const unplaced = missing.find(({ pointer }) => pointer === '');
  if (!unplaced) return missing;
  const behind = because
    .filter(({ value }) => isUnknown(value) || value === null)
    .flatMap(({ pointers }) => pointers);
  const { why } = unplaced;
  return [
    ...missing.filter(({ pointer }) => pointer !== ''),
    ...behind.map((pointer) => ({ why, pointer })),
  ];
}

/** What an edition says of its outcome; one without a beginning is not told. */
function saidBy(
  { from, title, basis, remedy }: RuleEditionProgram,
  day: string | null,
): Pick<Outcome, 'edition' | 'day' | 'title' | 'basis' | 'remedy'> {
  return { edition: from === beginning ? null : from, day, title, basis, remedy };
}

function notApplicable(outcome: Outcome, inapplicable: Inapplicable): Outcome {
  return { ...outcome, status: 'not-applicable', inapplicable };
}

/** What is the same of all rules about which nothing is known yet. */
export const untold = {
  element: null,
  edition: null,
  day: null,
  status: 'not-applicable',
  inapplicable: undefined,
  finding: undefined,
  because: [],
  missing: [],
  at: '',
  related: [],
  remedy: undefined,
  toPass: [],
  waiver: undefined,
  manual: false,
  by: undefined,
} as const satisfies Partial<Outcome>;

/** An outcome of a rule about which nothing is known yet. */
export function blankOutcome({ id, rule }: ProgramRule): Outcome {
  const { data } = rule.entry;
  return {
    ...untold,
    rule: id,
    title: data.title,
    kind: data.kind,
    level: data.level,
    severity: data.severity,
    stage: rule.stage,
    step: rule.step,
    posts: data.posts,
    basis: data.basis ?? [],
  };
}

/** Whether the rule is for this product; for which it is not, or what would tell. */
function productOf(
  { rule, subject }: ProgramRule,
  { dossier }: Session,
): true | Inapplicable | readonly Missing[] {
  const { products } = rule.entry.data;
  if (!products || subject.file.product === undefined) return true;
  const steps = parsePath(subject.file.product) ?? [];
  const pointer = pointerOfPath(steps, dossier.root, subject.type) ?? '';
  let value: Value = dossier.root;
  for (const step of steps) {
    if (!('name' in step)) continue;
    const next: Value | undefined = isContext(value) ? value.entries.get(step.name) : undefined;
    if (isUnknown(next)) return next.missing;
    if (next === undefined || next === null) return [{ why: 'absent', pointer }];
    value = next;
  }
  if (products.some((product) => product === value)) return true;
  return { kind: 'product', pointer, value, products };
}

/** What the rule tells the inspector; where it has no words for that, what it requires. */
function findingOf({ finding, require, ifAbsent }: RuleEditionProgram, moment: Moment): Finding {
  if (require && Object.keys(finding).length === 0)
    return { kind: 'criterion', require: require.core };
  const parts = Object.entries(finding).map(
    ([language, list]) => [language, list.map(fill)] as const,
  );
  return { kind: 'template', parts: Object.fromEntries(parts) };

  function fill(part: TemplatePart) {
    if (typeof part === 'string') return part;
    const core = chosen(part.core);
    if (!core)
      return maySayNothing(part.core) ? '' : { core: part.core, value: valueOf(part, moment) };
    const value = valueOf({ core }, moment);
    return core !== part.core && isNothing(value) ? '' : { core, value };
  }

  /** Of `if … then … else …` the branch that holds; none where that is not known, unless what is absent fails. */
  function chosen(core: Core): Core | undefined {
    if (core.kind !== 'if') return core;
    const condition = valueOf({ core: core.condition }, moment);
    if (condition === true) return chosen(core.yes);
    return condition === false || ifAbsent === 'fail' ? chosen(core.no) : undefined;
  }
}

/** Whether a condition in a text has a branch that says nothing: where it is not known, nothing is lacking without it. */
function maySayNothing(core: Core): boolean {
  if (core.kind === 'if') return maySayNothing(core.yes) || maySayNothing(core.no);
  return (
    (core.kind === 'constant' && core.value === '') ||
    (core.kind === 'list' && core.items.length === 0)
  );
}

/** What a branch of a condition in a text says nothing by. */
function isNothing(value: Value): boolean {
  return value === '' || (isList(value) && value.items.length === 0);
}

/** Where a list lies; of a part of one, where that lies. */
function placeOfList(list: Trace): string {
  return placeOf(list) ?? list.parts.flatMap((part) => placeOf(part) ?? [])[0] ?? '';
}
