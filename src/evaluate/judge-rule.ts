import { keysOf, pointerTo } from '../base/pointer.ts';
import { isContext, parsePath, pointerOfPath } from '../dossier/path.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing, Value } from '../feel/value.ts';
import type { Expression, ProgramRule, RuleEditionProgram, TemplatePart } from '../program/ast.ts';
import { withAnswer } from './answer.ts';
import { cannotTell } from './cannot-tell.ts';
import { bankDay } from './day.ts';
import type { Finding, JudgeOptions, Outcome, Reason } from './outcome.ts';
import { isList } from './pointers.ts';
import { pointersOf, reasonsFor, withVariable } from './reasons.ts';
import { type Moment, type Session, valueOf } from './scope.ts';
import { unknown } from './unknown.ts';

/** Before the position of an element that lacks its key: a position must not be taken for another element's key. */
const unnamed = '#';

/** Whether an element goes by its position because the key that should name it is not on file. */
export function isUnnamed(element: string, { each }: ProgramRule): boolean {
  return each?.key !== undefined && element.startsWith(unnamed);
}

/** What one rule says of a dossier: one outcome, or one for each element of its `each`. */
export function judgeRule(
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): readonly Outcome[] {
  const { program } = session;
  const { data } = rule.rule.entry;
  const base = blank(rule);
  if (data.status === 'draft' && options.drafts !== true) return [];
  if (isLater(rule, options, program)) return [{ ...base, status: 'not-due' }];
  const product = productOf(rule, session);
  if (product !== true) return [product === false ? base : cannotTell(base, product)];

  const outside: Moment = { session, day: options.asOf, variables: new Map() };
  const { each } = rule;
  if (!each) return [judge(base, outside)];
  const list = valueOf(each.list, outside);
  if (isUnknown(list)) return [cannotTell(base, list.missing)];
  if (!isList(list) || list.items.length === 0) return [base];
  return list.items.map((item, index) => {
    const own = each.key !== undefined && isContext(item) ? item.entries.get(each.key) : undefined;
    const at = (isContext(item) && item.pointer) || pointerTo(list.pointer ?? '', index);
    const last = Number(keysOf(at).at(-1));
    const position = Number.isInteger(last) ? last + 1 : index + 1;
    const element =
      typeof own === 'string'
        ? own
        : each.key === undefined
          ? String(position)
          : `${unnamed}${position}`;
    const named = { ...base, element, at };
    if (isUnknown(item)) return cannotTell(named, item.missing);
    const outcome = judge(named, withVariable(outside, each.variable, item));
    const doubt = list.maybe?.[index];
    if (!doubt || outcome.status === 'not-applicable') return outcome;
    return cannotTell(outcome, [...doubt.missing, ...outcome.missing]);
  });

  function judge(base: Outcome, undated: Moment): Outcome {
    const picked = pickEdition(rule, undated, options.asOf);
    if (!picked) return base;
    if ('missing' in picked) {
      // whatever the day, the rule is not for this file
      const never = rule.editions.every(
        ({ when }) => when && valueOf(when, { ...undated, day: undefined }) === false,
      );
      return never ? base : cannotTell(base, picked.missing);
    }
    const { edition, day } = picked;
    const moment: Moment = { ...undated, day };
    const outcome: Outcome = {
      ...base,
      edition: edition.from,
      day,
      title: edition.title,
      basis: edition.basis,
      remedy: edition.remedy,
    };
    options.watch?.(edition, moment);
    const applies = edition.when ? valueOf(edition.when, moment) : true;
    if (applies === false) return outcome;
    if (isUnknown(applies)) return inDoubt(outcome, edition, applies.missing, moment);
    const byData = edition.require && judgeRequire(outcome, edition, edition.require, moment);
    if (byData && data.check === 'data') return byData;
    const asked = { ...outcome, finding: findingOf(edition, moment) };
    return withAnswer(byData, asked, session.answers?.(rule.id, base.element));
  }
}

/** Whether the file has not come to the rule's step; what runs beside the ring is always due. */
function isLater(
  { rule }: ProgramRule,
  { step }: JudgeOptions,
  { steps, rulebook }: Session['program'],
): boolean {
  if (step === undefined) return false;
  const beside = rulebook.stages.some(({ id, data }) => id === rule.stage && data.beside === true);
  const index = (wanted: string) => steps.findIndex(({ id }) => id === wanted);
  return !beside && index(rule.step) > index(step);
}

/** Whether the rule is for this file cannot be told: what would tell, and what it would then want. */
function inDoubt(
  outcome: Outcome,
  { when, require }: RuleEditionProgram,
  missing: readonly Missing[],
  moment: Moment,
): Outcome {
  const because = when ? reasonsFor(when.core, moment) : [];
  const holds = require && valueOf(require, moment);
  const also =
    require && isUnknown(holds) ? placed(holds.missing, reasonsFor(require.core, moment)) : [];
  return cannotTell({ ...outcome, because }, [...placed(missing, because), ...also]);
}

/** What the data say of a rule that applies. */
function judgeRequire(
  outcome: Outcome,
  edition: RuleEditionProgram,
  require: Expression,
  moment: Moment,
): Outcome {
  const holds = valueOf(require, moment);
  const because = reasonsFor(require.core, moment);
  if (holds === true) return { ...outcome, status: 'pass', because };
  const fails =
    holds === false ||
    (edition.ifAbsent === 'fail' &&
      isUnknown(holds) &&
      holds.missing.every(({ why }) => why === 'absent'));
  if (fails) {
    const pointers = because.flatMap(({ pointers: read }) => read);
    const whole = pointers.length > 0 ? pointers : pointersOf(require.core, moment);
    const [at = outcome.at, ...related] = [...new Set(whole)];
    const finding = findingOf(edition, moment);
    return { ...outcome, status: 'fail', because, at, related, finding };
  }
  const missing = isUnknown(holds)
    ? holds.missing
    : unknown({ why: 'undefined', pointer: '' }).missing;
  return cannotTell({ ...outcome, because }, placed(missing, because));
}

/** What has no place of its own, such as a computed divisor of zero, goes by the fields behind it. */
function placed(missing: readonly Missing[], because: readonly Reason[]): readonly Missing[] {
  const unplaced = missing.find(({ pointer }) => pointer === '');
  if (!unplaced) return missing;
  const behind = because
    .filter(({ value }) => isUnknown(value))
    .flatMap(({ pointers }) => pointers);
  const { why } = unplaced;
  return [
    ...missing.filter(({ pointer }) => pointer !== ''),
    ...behind.map((pointer) => ({ why, pointer })),
  ];
}

function blank({ id, rule }: ProgramRule): Outcome {
  const { data } = rule.entry;
  return {
    rule: id,
    element: null,
    edition: null,
    day: null,
    title: data.title,
    kind: data.kind,
    level: data.level,
    stage: rule.stage,
    step: rule.step,
    posts: data.posts,
    status: 'not-applicable',
    finding: undefined,
    because: [],
    missing: [],
    basis: data.basis ?? [],
    at: '',
    related: [],
    remedy: undefined,
    toPass: [],
    waiver: undefined,
    manual: false,
    by: undefined,
  };
}

/** Whether the rule is for this product, or what would tell. */
function productOf(
  { rule, subject }: ProgramRule,
  { dossier }: Session,
): boolean | readonly Missing[] {
  const { products } = rule.entry.data;
  if (!products || subject.file.product === undefined) return true;
  const steps = parsePath(subject.file.product) ?? [];
  let value: Value = dossier.root;
  for (const step of steps) {
    if (!('name' in step)) continue;
    const next: Value | undefined = isContext(value) ? value.entries.get(step.name) : undefined;
    if (next === undefined || next === null || isUnknown(next)) {
      const pointer = pointerOfPath(steps, dossier.root, subject.type) ?? '';
      return isUnknown(next) ? next.missing : [{ why: 'absent', pointer }];
    }
    value = next;
  }
  return products.some((product) => product === value);
}

/** The edition in force on its own governing day; what is missing when the day cannot be told; undefined when none was. */
function pickEdition(
  { editions }: ProgramRule,
  moment: Moment,
  asOf: string | undefined,
):
  | { readonly edition: RuleEditionProgram; readonly day: string }
  | { readonly missing: readonly Missing[] }
  | undefined {
  const missing: Missing[] = [];
  let picked: { readonly edition: RuleEditionProgram; readonly day: string } | undefined;
  for (const edition of editions) {
    const day = asOf ?? bankDay(valueOf(edition.asOf, { ...moment, day: undefined }));
    if (typeof day !== 'string') missing.push(...day.missing);
    else if (
      !picked &&
      edition.from <= day &&
      (edition.until === undefined || day <= edition.until)
    )
      picked = { edition, day };
  }
  return missing.length > 0 ? { missing } : picked;
}

function findingOf({ finding }: RuleEditionProgram, moment: Moment): Finding {
  const parts = Object.entries(finding).map(
    ([language, list]) => [language, list.map(fill)] as const,
  );
  return { kind: 'template', parts: Object.fromEntries(parts) };

  function fill(part: TemplatePart) {
    if (typeof part === 'string') return part;
    const { core }: Expression = part;
    return { core, value: valueOf(part, moment) };
  }
}
