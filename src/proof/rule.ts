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
  /** `when` without a day. */
  readonly whenever: () => Trit;
}

const always: Trit = { yes: 'true', no: 'false' };

export function editionsOf(rule: PlannedRule, encoder: Encoder): readonly EditionTerms[] {
  const file: At = new Map();
  const product = rule.product ? encoder.truth(rule.product, file).yes : 'true';
  const hasList = rule.noList ? not(encoder.truth(rule.noList, file).yes) : 'true';
  const judged = judgedBy(rule, encoder, file);
  const days = [...new Set(rule.editions.map(({ day }) => day))];
  return rule.editions.map((edition): EditionTerms => ({
    edition,
    cases: judged.map(({ at, there }) => {
      const day = encoder.num(edition.day, at);
      const dated = days.map((one) => encoder.num(one, at).known);
      const within = app('<=', whole(edition.from), day.is, whole(edition.until));
      const anyProduct = and(hasList, there, ...dated, within);
      return {
        at,
        anyProduct,
        inForce: and(product, anyProduct),
        when: edition.when ? encoder.truth(edition.when, at) : always,
        require: edition.require ? required(edition, encoder.truth(edition.require, at)) : always,
        whenever: () => (edition.whenever ? encoder.truth(edition.whenever, at) : always),
      };
    }),
  }));
}

/** What is not on file counts as not done where the rule says so. */
function required({ ifAbsent }: EditionPlan, { yes, no }: Trit): Trit {
  return ifAbsent ? { yes, no: not(yes) } : { yes, no };
}

function judgedBy(
  { each }: PlannedRule,
  encoder: Encoder,
  at: At,
): readonly { readonly at: At; readonly there: Term }[] {
  if (!each) return [{ at, there: 'true' }];
  if (each.kind === 'pieces') return [];
  const { known, items } = encoder.elements(each, at);
  return items.map((item) => ({ at: item.at, there: and(known, item.there, item.kept.yes) }));
}

/** That it holds of the file, or of one of the elements judged. */
export function some(terms: EditionTerms, holds: (one: CaseTerms) => Term): Term {
  return or(...terms.cases.map(holds));
}

export const applies = ({ inForce, when }: CaseTerms): Term => and(inForce, when.yes);
export const passes = (one: CaseTerms): Term => and(applies(one), one.require.yes);
export const fails = (one: CaseTerms): Term => and(applies(one), one.require.no);
