import type { DossierJson, OutcomeJson } from '../report/json-format.ts';

/**
 * A record with as much as a work paper needs of what was not found: each rule once, why it does not apply, and what
 * people answered. All
 * records of a run are held until what files say together is known.
 */
export function slim(record: DossierJson): DossierJson {
  const known = new Set<string>();
  const outcomes = record.outcomes.flatMap((outcome): readonly OutcomeJson[] => {
    const { rule, status, inapplicable, message, by } = outcome;
    if (by || status === 'fail' || status === 'waived' || status === 'cannot-tell')
      return [outcome];
    const key = `${status} ${rule}`;
    if (known.has(key)) return [];
    known.add(key);
    const isWhy = status === 'not-applicable';
    return [{ ...empty, rule, status, ...(isWhy && { inapplicable: inapplicable ?? message }) }];
  });
  return { ...record, outcomes };
}

const empty = {
  finding: '',
  element: null,
  edition: null,
  asOf: null,
  manual: false,
  message: {},
  because: [],
  missing: [],
  basis: [],
  at: { pointer: '', path: '', line: 1, column: 1 },
  related: [],
  toPass: [],
} satisfies Partial<OutcomeJson>;
