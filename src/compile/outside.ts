/** Thrown where an expression has no plan: the rule is left to the reference path. */
export class Outside extends Error {}

export function outside(): never {
  throw new Outside('no plan');
}
