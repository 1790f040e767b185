import type { Outcome } from '../evaluate/outcome.ts';
import type { Ledger } from '../ledger/fold.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import type { Judged } from '../scorecard/file-value.ts';
import { type CheckedFiles, dossierName } from './checked.ts';
import { ownFindings } from './findings.ts';
import { namerOf } from './identity.ts';
import { gateOf } from './outcome-json.ts';

/**
 * The files of a check that could be judged, to be measured; by a ledger, with how each finding stands in it.
 *
 * @param otherwise - how all of them stand where there is no ledger; without it nothing is said of that
 */
export function judgedBy(
  { files }: CheckedFiles,
  ledger: Ledger | undefined,
  otherwise?: Standing,
): readonly Judged[] {
  return files.flatMap((file): readonly Judged[] => {
    const { judged } = file;
    if (!judged) return [];
    const id = dossierName(file);
    return [
      {
        id,
        ...judged,
        ...((ledger ?? otherwise) && { standing: standingIn(ledger, otherwise, id, judged) }),
      },
    ];
  });
}

function standingIn(
  ledger: Ledger | undefined,
  otherwise: Standing | undefined,
  id: string,
  { dossier, judgement }: Pick<Judged, 'dossier' | 'judgement'>,
): (outcome: Outcome) => Standing | undefined {
  const { findings } = judgement;
  // names need all outcomes, which fill the memory: without a ledger or a finding nobody asks for them
  const outcomes = ledger && findings.length > 0 ? judgement.outcomes : findings;
  const nameOf = namerOf(id, dossier);
  // names tell equal elements apart by their order
  const names = new Map(outcomes.map((outcome) => [outcome, nameOf(outcome)]));
  const told = outcomes.map((outcome) => ({
    ...gateOf(outcome),
    rule: outcome.rule,
    status: outcome.status,
    outcome,
  }));
  const own = new Set(ownFindings(told).map(({ outcome }) => outcome));
  return (outcome) => {
    if (!own.has(outcome)) return undefined;
    const known = ledger?.findings.get(names.get(outcome) ?? '');
    return known ? standingOf(known) : ledger ? 'unlisted' : otherwise;
  };
}
