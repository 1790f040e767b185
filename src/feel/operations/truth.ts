import type { Truth } from './operating.ts';
import { union } from './unknown.ts';
import type { Unknown } from '../value.ts';

/** False as soon as one is false; else what is unknown in the others; else true. */
export function allOf(truths: Iterable<Truth>): Truth {
  return combined(truths, false);
}

/** True as soon as one is true; else what is unknown in the others; else false. */
export function anyOf(truths: Iterable<Truth>): Truth {
  return combined(truths, true);
}

export function negationOf(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

/** `truth` where it is certain that the element belongs, else as far as it would matter. */
export function andMember(maybe: Unknown | undefined, truth: Truth): Truth {
  return maybe ? allOf([maybe, truth]) : truth;
}

function combined(truths: Iterable<Truth>, decides: boolean): Truth {
  const unknowns: Unknown[] = [];
  let hasNull = false;
  for (const truth of truths) {
    if (truth === decides) return decides;
    if (truth === null) hasNull = true;
    else if (typeof truth === 'object') unknowns.push(truth);
  }
  return union(unknowns) ?? (hasNull ? null : !decides);
}
