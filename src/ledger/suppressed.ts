import type { Facts } from './entry.ts';
import type { Ledger } from './fold.ts';

/** What of an outcome says whether it is the very one that two people found mistaken. */
export type Basis = Pick<Facts, 'digest' | 'edition' | 'group'>;

/**
 * Whether a finding stays suppressed: two people found it mistaken (误判), and neither its file nor the edition of its rule
 * has changed since, nor the files that it was judged with.
 */
export function isSuppressed({ findings }: Ledger, finding: string, basis: Basis): boolean {
  const known = findings.get(finding);
  return known?.state === 'mistaken' && isSameBasis(known.facts, basis);
}

/** A file without a digest is never the same. */
export function isSameBasis(a: Basis, b: Basis): boolean {
  return (
    a.digest !== null &&
    a.digest === b.digest &&
    a.edition === b.edition &&
    (a.group ?? []).join('\n') === (b.group ?? []).join('\n')
  );
}
