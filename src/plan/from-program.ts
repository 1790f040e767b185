import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Core, TestCore } from '../feel/core.ts';
import { unwritten } from '../feel/core.ts';
import { any, boolean, type Type } from '../feel/types.ts';
import {
  type Expression,
  mainSubject,
  type ProcessRule,
  type Program,
  type ProgramRule,
  type Subject,
  type WaiverTerms,
} from '../program/ast.ts';
import { argumentOf } from './builtins.ts';
import { kindForm, noneForm, noneOf, sideOf } from './comparisons.ts';
import { inForm } from './forms.ts';
import { through, quantified } from './lists.ts';
import {
  type Bound,
  dayOf,
  type Here,
  newPlanner,
  note,
  nowhere,
  type Planner,
  type Temporal,
  within,
} from './lowering.ts';
import { momentForm } from './moments.ts';
import { numberForm } from './numbers.ts';
import type {
  EditionPlan,
  GroupPlan,
  Key,
  KeyPlan,
  List,
  Num,
  Plan,
  RulePlan,
  Truth,
  Unplanned,
} from './plan.ts';
import { periodOf } from './references.ts';
import { hasInheritedName } from './scale.ts';
import { allOf, untold } from './simplify.ts';
import { textForm } from './texts.ts';
import { truthForm } from './truths.ts';
import { wordForm } from './words.ts';

/** The day of a rule that is in force always: what it reads is the same on every day. */
const anyDay: Num = { kind: 'whole', value: 0 };

/**
 * Plans the rules of one subject: its own, and for the main one those of the process.
 *
 * @param asOf - the day that governs everything, since 1970, instead of each rule's own
 * @param words - numbers that words have in another plan, which is compared with this one
 */
export function planOf(
  program: Program,
  subject: Subject,
  asOf?: number,
  words?: Plan['words'],
): Plan {
  const planner = plannerFor(program, words);
  const onDay: Num | undefined = asOf === undefined ? undefined : { kind: 'whole', value: asOf };
  const own = program.rules.filter((rule) => rule.subject === subject && !rule.group);
  const process = subject === mainSubject(program.subjects) ? program.process : [];
  const rules = [
    ...own.map((rule) =>
      planned(rule.id, subject, planner, () => rulePlan(rule, subject, onDay, planner)),
    ),
    ...process.map((rule) =>
      planned(rule.id, subject, planner, () => processPlan(rule, onDay, planner)),
    ),
  ];
  const { setting, asWritten } = program;
  return { rows: planner.rows, words: planner.words, rules, setting, asWritten };
}

/** Plans a rule that judges files together; undefined for any other. */
export function planOfGroup(program: Program, rule: ProgramRule): GroupPlan | undefined {
  const { group } = rule;
  if (!group) return undefined;
  const planner = plannerFor(program);
  const { subject } = group;
  const made = planned(rule.id, subject, planner, () =>
    rulePlan(rule, subject, undefined, planner),
  );
  return {
    key: keyPlan(rule.id, group.by, rule.subject, plannerFor(program)),
    plan: {
      rows: planner.rows,
      words: planner.words,
      rules: [made],
      setting: program.setting,
      asWritten: program.asWritten,
    },
  };
}

/** The rules of a program, and the groupings of those that judge files together, that have no plan. */
export function unplannedOf(program: Program): readonly Unplanned[] {
  const single = [...program.subjects.values()].flatMap(
    (subject) => planOf(program, subject).rules,
  );
  const together = program.rules.flatMap((rule) => {
    const group = planOfGroup(program, rule);
    return group ? [group.key, ...group.plan.rules] : [];
  });
  return [...single, ...together].filter((rule) => rule.kind === 'unplanned');
}

function plannerFor(program: Program, numbered?: Plan['words']): Planner {
  const self = (): Planner => planner;
  const truths = truthForm(self);
  const numbers = numberForm(self);
  const words = wordForm(self);
  const texts = textForm(self);
  const kinds = kindForm(self);
  const nones = noneForm(self);
  const moments = {
    date: momentForm(self, 'date'),
    'date-time': momentForm(self, 'date-time'),
    'days-duration': momentForm(self, 'days-duration'),
    'months-duration': momentForm(self, 'months-duration'),
  };
  const planner = newPlanner(program, numbered, {
    truth: (core, here) => inForm(core, here, planner, truths),
    number: (core, here) => inForm(core, here, planner, numbers),
    moment: (core, here, kind) =>
      inForm(core, here, planner, moments[kind ?? temporalKind(core.type)]),
    word: (core, here) => inForm(core, here, planner, words),
    text: (core, here) => inForm(core, here, planner, texts),
    kind: (core, here) => inForm(core, here, planner, kinds),
    none: (core, here) => inForm(core, here, planner, nones),
  });
  return planner;
}

function temporalKind({ kind }: Type): Temporal {
  switch (kind) {
    case 'date-time':
    case 'days-duration':
    case 'months-duration':
      return kind;
    default:
      return 'date';
  }
}

/** The plan of a rule, or what stands in its way. */
function planned(id: string, { type }: Subject, planner: Planner, plan: () => RulePlan): RulePlan {
  if (hasInheritedName(type)) {
    return { kind: 'unplanned', id, parts: [{ why: 'name', span: unwritten, written: '' }] };
  }
  planner.notes = [];
  planner.parts = 0;
  const made = plan();
  return planner.notes.length > 0 ? unplanned(id, planner) : made;
}

function unplanned(id: string, { notes }: Planner): Unplanned {
  const byPlace = new Map(
    notes.map((part) => [
      [part.why, part.reference, part.span.start, part.span.end].join(' '),
      part,
    ]),
  );
  return { kind: 'unplanned', id, parts: [...byPlace.values()] };
}

function rulePlan(
  rule: ProgramRule,
  subject: Subject,
  onDay: Num | undefined,
  planner: Planner,
): RulePlan {
  const { data } = rule.rule.entry;
  const { each } = rule;
  const loop =
    each && loopOver(each.list.core, { ...nowhere, source: each.list.yaml.text }, planner);
  const outside = each && loop ? within(nowhere, each.variable, loop.item) : nowhere;
  const editions = rule.editions.map((edition): EditionPlan => {
    const { asOf, when, require } = edition;
    const day =
      onDay ?? (asOf ? dayOf(asOf.core, { ...outside, source: asOf.yaml.text }, planner) : anyDay);
    const days = periodOf(edition);
    const at = ({ core, yaml }: Expression): Truth =>
      planner.truth(core, { ...outside, day, days, isDated: true, source: yaml.text });
    return {
      ...days,
      day,
      when: when && at(when),
      whenever: when && planner.truth(when.core, { ...outside, source: when.yaml.text }),
      require: require && at(require),
      byHand: data.check !== 'data' || !require,
      ifAbsent: edition.ifAbsent === 'fail',
      waived:
        rule.waivers && waivedBy(rule.waivers, { ...outside, day, days, isDated: true }, planner),
    };
  });
  return {
    kind: 'planned',
    id: rule.id,
    product: productOf(rule, subject, planner),
    each: loop?.list,
    isOfRows: rule.rows !== undefined,
    noList: each && noListOf(each.list.core, planner),
    editions,
    isNew: rule.since !== undefined,
    hasEnded: rule.ended !== undefined || data.status === 'repealed',
  };
}

/** The one loop that runs through a list of the file; noted where there is none. */
function loopOver(
  core: Core,
  here: Here,
  planner: Planner,
): { readonly list: List; readonly item: Bound } | undefined {
  let found: { readonly list: List; readonly item: Bound } | undefined;
  through<Truth>(core, here, planner, {
    loop: (list, item) => {
      found = { list, item };
      return untold;
    },
    written: () => 'list',
    // an element that may or may not be there is seen by whoever runs the loop
    choice: (_, of) => of,
    dated: () => {
      note(planner, 'list', core, here);
      return untold;
    },
    table: () => 'list',
    element: () => 'list',
    unknown: untold,
    isStrict: true,
  });
  return found;
}

/** Whether the record that has the list was verified to be none. */
function noListOf(core: Core, planner: Planner): Truth | undefined {
  if (core.kind !== 'field' || core.of.kind !== 'field') return undefined;
  const record = core.of;
  return mayLack(record) ? noneOf(record, nowhere, planner) : undefined;
}

/** It, or a record that it is in, may be verified to be none. */
function mayLack(core: Core): boolean {
  return core.kind === 'field' && (core.field.absenceIsNone || mayLack(core.of));
}

function waivedBy(
  { list, waiver, concerns, terms }: WaiverTerms,
  here: Here,
  planner: Planner,
): Truth {
  return quantified('some', list, here, planner, (item) => {
    const inside = within(here, waiver, item);
    return allOf(
      [concerns, ...terms.map(({ holds }) => holds)].map((core) => planner.truth(core, inside)),
    );
  });
}

/** Whether the file is for one of the products that the rule is for. */
function productOf(
  { rule }: ProgramRule,
  { type, file }: Subject,
  planner: Planner,
): Truth | undefined {
  const { products } = rule.entry.data;
  const steps = file.product === undefined ? undefined : parsePath(file.product);
  if (!products || !steps) return undefined;
  let of: Core = { kind: 'file', type: any, span: unwritten };
  for (const [index] of steps.entries()) {
    const field = fieldAlong(type, steps.slice(0, index + 1));
    if (field) of = { kind: 'field', type: field.type, of, field, span: unwritten };
  }
  const tests = products.map((value): TestCore => ({
    kind: 'equal',
    compared: 'text',
    value: { kind: 'constant', type: of.type, value, span: unwritten },
  }));
  const subject = { id: -3e6, name: '?', type: of.type };
  const core: Core = { kind: 'membership', type: boolean, of, subject, tests, span: unwritten };
  return planner.truth(core, nowhere);
}

function processPlan(
  { id, editions, since, ended }: ProcessRule,
  asOf: Num | undefined,
  planner: Planner,
): RulePlan {
  return {
    kind: 'planned',
    id,
    product: undefined,
    each: undefined,
    isOfRows: false,
    noList: undefined,
    editions: editions.map((edition) => {
      const day = asOf ?? dayOf(edition.asOf, nowhere, planner);
      const days = periodOf(edition);
      const here: Here = { ...nowhere, day, days, isDated: true };
      return {
        ...days,
        day,
        when: planner.truth(edition.when, here),
        whenever: planner.truth(edition.when, nowhere),
        require: allOf(edition.asks.map(({ holds }) => planner.truth(holds, here))),
        byHand: false,
        ifAbsent: false,
        waived: undefined,
      };
    }),
    isNew: since !== undefined,
    hasEnded: ended !== undefined,
  };
}

function keyPlan(
  id: string,
  { core, yaml }: Expression,
  subject: Subject,
  planner: Planner,
): KeyPlan {
  const here: Here = { ...nowhere, source: yaml.text };
  const { rows, words } = planner;
  if (hasInheritedName(subject.type)) note(planner, 'name', core, here);
  const key = core.type.kind === 'list' ? keysOf(core, here, planner) : keyOf(core, here, planner);
  if (!key || planner.notes.length > 0) return unplanned(id, planner);
  return { ...key, rows, words, setting: planner.program.setting };
}

function keyOf(core: Core, here: Here, planner: Planner): Key | undefined {
  const of = argumentOf(core, here, planner);
  if (typeof of !== 'string') return { kind: 'key', none: noneOf(core, here, planner), of };
  note(planner, of, core, here);
  return undefined;
}

/** A key for each element of a list. */
function keysOf(core: Core, here: Here, planner: Planner): Key | undefined {
  const loop = loopOver(core, here, planner);
  if (!loop) return undefined;
  const { list, item } = loop;
  const side = sideOf(item, core.type.kind === 'list' ? core.type.of : core.type, here);
  const key = keyOf(side.core, side.here, planner);
  switch (key?.of.kind) {
    case 'text':
      return { ...key, of: { kind: 'texts-of', list, of: key.of.of } };
    case 'number': {
      const { of, over, scale } = key.of;
      if (!over) return { ...key, of: { kind: 'numbers-of', list, of, scale } };
      break;
    }
    case 'day':
    case 'numbers':
    case 'numbers-of':
    case 'texts':
    case 'texts-of':
    case undefined:
      break;
  }
  note(planner, 'list', core, here);
  return undefined;
}
