import type { EditionPlan, PlannedRule } from '../plan/plan.ts';
import type { Encoder } from './encode/encoder.ts';
import type { At } from './encode/inside.ts';
import { and, app, not, or, type Term, type Trit, whole } from './term.ts';

/** What an edition of a rule says of a file, as terms. */
export interface EditionTerms {
  readonly edition: EditionPlan;
  /** Of the file, or of each element that the rule judges. */
  readonly cases: readonly CaseTerms[];
}

export interface CaseTerms {
  readonly at: At;
  /** The rule is for the file, the element is there, and the edition in force. */
  readonly inForce: Term;
  /** `inForce` whatever the product. */
  readonly anyProduct: Term;
  readonly when: Trit;
  readonly require: Trit;
  /** What it requires is true or false, and not only absent. */
  readonly told: Term;
  /** `when` without a day. */
  readonly whenever: () => Trit;
}

const always: Trit = { yes: 'true', no: 'false' };

export function editionsOf(rule: PlannedRule, encoder: Encoder): readonly EditionTerms[] {
  const file: At = new Map();
  const product = rule.product ? encoder.truth(rule.product, file).yes : 'true';
  const hasList = rule.noList ? not(encoder.truth(rule.noList, file).yes) : 'true';
  const { cases: judged } = judgedBy(rule, encoder, file);
  const days = [...new Set(rule.editions.map(({ day }) => day))];
  return rule.editions.map((edition): EditionTerms => ({
    edition,
    cases: judged.map(({ at, there }) => {
      const day = encoder.num(edition.day, at);
      const dated = days.map((one) => encoder.num(one, at).known);
      const within = app('<=', whole(edition.from), day.is, whole(edition.until));
      const anyProduct = and(hasList, there, ...dated, within);
      const require = edition.require ? encoder.truth(edition.require, at) : always;
      return {
        at,
        anyProduct,
        inForce: and(product, anyProduct),
        when: edition.when ? encoder.truth(edition.when, at) : always,
        require: required(edition, require),
        told: or(require.yes, require.no),
        whenever: () => (edition.whenever ? encoder.truth(edition.whenever, at) : always),
      };
    }),
  }));
}

/** What is not on file counts as not done where the rule says so. */
function required({ ifAbsent }: EditionPlan, { yes, no }: Trit): Trit {
  return ifAbsent ? { yes, no: not(yes) } : { yes, no };
}

/** The file, or the elements that it judges; whether it is known which these are. */
function judgedBy(
  { each }: PlannedRule,
  encoder: Encoder,
  at: At,
): {
  readonly known: Term;
  readonly cases: readonly { readonly at: At; readonly there: Term }[];
} {
  if (!each) return { known: 'true', cases: [{ at, there: 'true' }] };
  if (each.kind === 'pieces') return { known: 'true', cases: [] };
  const { known, items } = encoder.elements(each, at);
  const cases = items.map((item) => ({
    at: item.at,
    there: and(known, item.there, item.kept.yes),
  }));
  return { known, cases };
}

/** The rule finds something in the file, or cannot tell: by no file of which this holds is it met, whoever approves. */
export function objects(
  rule: PlannedRule,
  editions: readonly EditionTerms[],
  encoder: Encoder,
): Term {
  const file: At = new Map();
  const product = rule.product ? encoder.truth(rule.product, file) : always;
  const { known, cases } = judgedBy(rule, encoder, file);
  const faults = editions.flatMap((edition) =>
    edition.cases.map(({ inForce, when, require }) =>
      and(inForce, not(when.no), not(and(when.yes, require.yes))),
    ),
  );
  const undated = cases.map(({ at, there }) => and(there, isUndated(rule, encoder, at)));
  const hasList = rule.noList ? not(encoder.truth(rule.noList, file).yes) : 'true';
  const inDoubt = and(product.yes, hasList, or(not(known), ...undated));
  return or(...faults, inDoubt, and(not(product.yes), not(product.no)));
}

/** No day says which edition is in force, and not every one is for other files. */
function isUndated({ editions, isNew, hasEnded }: PlannedRule, encoder: Encoder, at: At): Term {
  const days = editions.map(({ from, until, day }) => {
    const { known, is } = encoder.num(day, at);
    return { known, isBefore: app('<', is, whole(from)), isAfter: app('<', whole(until), is) };
  });
  const isKnown = and(...days.map(({ known }) => known));
  const isWithin = or(...days.map(({ isBefore, isAfter }) => not(or(isBefore, isAfter))));
  const isEarly = isNew ? and(...days.map(({ isBefore }) => isBefore)) : 'false';
  const isLate = hasEnded ? and(...days.map(({ isAfter }) => isAfter)) : 'false';
  const isNever = editions.map(({ whenever }) =>
    whenever ? encoder.truth(whenever, at).no : 'false',
  );
  return and(not(and(...isNever)), or(not(isKnown), not(or(isWithin, isEarly, isLate))));
}

/** That it holds of the file, or of one of the elements judged. */
export function some(terms: EditionTerms, holds: (one: CaseTerms) => Term): Term {
  return or(...terms.cases.map(holds));
}

export const applies = ({ inForce, when }: CaseTerms): Term => and(inForce, when.yes);
/** The condition is false. */
export const keepsOut = ({ inForce, when }: CaseTerms): Term => and(inForce, when.no);
export const passes = (one: CaseTerms): Term => and(applies(one), one.require.yes);
export const fails = (one: CaseTerms): Term => and(applies(one), one.require.no);
