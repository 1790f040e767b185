import { recordPlace } from './gather.ts';
import { type Glancing, glancing } from './glance.ts';
import type { DossierJson, GlanceJson, ReportHead, TogetherJson } from './json-format.ts';
import { marked, type Suppresses } from './suppressed.ts';

/** The run before, with what it came to. */
export interface Before {
  readonly head: ReportHead;
  readonly glance: GlanceJson;
}

/** A glance at a saved run, of its records as they are read. */
export interface SavedGlance {
  readonly dossier: (record: DossierJson) => void;
  readonly together: (record: TogetherJson) => void;
  readonly glance: (before?: Before) => GlanceJson;
}

/** @param suppresses - what a ledger says now: what the run knew of it when it was made is forgotten */
export function collectedGlance(head: ReportHead, suppresses: Suppresses | undefined): SavedGlance {
  const { add, addTogether, glance }: Glancing = glancing(head, suppresses !== undefined);
  /** Digests of files that others are judged with, since what is told of them together does not say. */
  const digests = new Map<string, string | null>();
  return {
    dossier: (record) => {
      if (record.later !== undefined) digests.set(recordPlace(record), record.digest);
      add(anew(record, record.digest));
    },
    together: (record) => {
      addTogether(anew(record, digests.get(recordPlace(record)) ?? null));
    },
    glance: (before) => ({ ...glance(), ...(before && { against: againstOf(before) }) }),
  };

  function anew<R extends DossierJson | TogetherJson>(record: R, digest: string | null): R {
    const outcomes = record.outcomes.map((one) => {
      const { suppressed, ...rest } = one;
      return suppressed ? rest : one;
    });
    return { ...record, outcomes: suppresses ? marked(outcomes, digest, suppresses) : outcomes };
  }
}

function againstOf({ head, glance }: Before): NonNullable<GlanceJson['against']> {
  const { judged, rates, by } = glance;
  const { id, version } = head.rulebook;
  return {
    rulebook: `${id} ${version}`,
    day: head.scheme?.day ?? head.today ?? null,
    judged,
    rates,
    rules: by.rule.flatMap(({ key, files }) => (key === null ? [] : [{ rule: key, files }])),
  };
}
