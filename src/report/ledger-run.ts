import { dossierName } from '../check/checked.ts';
import type { Facts, RunEntry } from '../ledger/entry.ts';
import type { LedgerFinding } from '../ledger/fold.ts';
import type { Basis } from '../ledger/suppressed.ts';
import type { TakenRun } from '../ledger/take.ts';
import type { DossierJson, OutcomeJson, ReportHead, TogetherJson } from './json-format.ts';
import { ownFindings } from './findings.ts';
import { recordPlace } from './gather.ts';
import { ruleOf, severityOf } from './weight.ts';

/** What a ledger keeps of a run, gathered record by record. */
export interface RunGathered {
  readonly add: (record: DossierJson) => void;
  readonly addTogether: (record: TogetherJson) => void;
  /** What it comes to, once all records are in. */
  readonly taken: (told: Pick<RunEntry, 'day' | 'by' | 'run'>) => TakenRun;
}

export function runGathered(head: ReportHead): RunGathered {
  const found = new Map<string, Facts>();
  /** Findings that cannot be told any more, and are not gone for that. */
  const untold = new Set<string>();
  /** Findings that are told to be in order, where a run tells such things. */
  const met = new Set<string>();
  /** Dossiers of which some data were not captured, which their records do not tell rule by rule. */
  const partly = new Set<string>();
  /** What was judged: stages that were held back, by dossier. */
  const judged = new Map<string, readonly string[]>();
  /** Of files that others are judged with, what their own record says. */
  const own = new Map<string, DossierJson>();
  let dossiers = 0;
  return { add, addTogether, taken };

  function add(record: DossierJson): void {
    if (record.verdict === null) return;
    dossiers += 1;
    judged.set(
      dossierName(record),
      (record.heldBack ?? []).map(({ stage }) => stage),
    );
    if (record.part === 'captured' && (record.scope?.uncaptured ?? 0) > 0)
      partly.add(dossierName(record));
    if (record.later !== undefined) own.set(recordPlace(record), { ...record, outcomes: [] });
    addOutcomes(record, record.outcomes);
  }

  function addTogether(record: TogetherJson): void {
    const before = own.get(recordPlace(record));
    if (before)
      addOutcomes({ ...before, actors: record.actors ?? before.actors ?? [] }, record.outcomes);
  }

  function addOutcomes(record: DossierJson, outcomes: readonly OutcomeJson[]): void {
    for (const outcome of ownFindings(outcomes))
      found.set(outcome.finding, factsOf(outcome, record, head));
    for (const { status, finding } of outcomes)
      if (status === 'cannot-tell') untold.add(finding);
      else if (status !== 'fail') met.add(finding);
  }

  function taken({ day, by, run }: Pick<RunEntry, 'day' | 'by' | 'run'>): TakenRun {
    const { rulebook, engine, scheme } = head;
    const { id, version, digest } = rulebook;
    return {
      entry: {
        kind: 'run',
        day,
        by,
        run,
        rulebook: { id, version, digest },
        engine,
        dossiers,
        scheme: scheme && {
          id: scheme.id,
          inspectors: scheme.inspectors,
          reviewers: scheme.reviewers,
        },
      },
      found,
      isJudged,
    };
  }

  function isJudged({ id, facts: { dossier, rule } }: LedgerFinding): boolean {
    const heldBack = judged.get(dossier);
    if (!heldBack || untold.has(id)) return false;
    // absence never passes: what a table no longer has is not put right by that
    if (partly.has(dossier) && !met.has(id)) return false;
    const { stage = null, step = null } = head.rules[rule] ?? {};
    if (stage !== null && heldBack.includes(stage)) return false;
    const { rules = [], steps = [] } = head.scheme ?? {};
    if (rules.length > 0 && !rules.includes(rule)) return false;
    if (steps.length > 0 && step !== null && !steps.includes(step)) return false;
    return head.step === undefined || step === null || isReached(step, head.step);
  }

  function isReached(step: string, reached: string): boolean {
    const order = Object.keys(head.steps);
    return order.indexOf(step) <= order.indexOf(reached);
  }
}

/** What tells whether an outcome is the very one that was found mistaken. */
export function basisOf({ digest }: Pick<DossierJson, 'digest'>, outcome: OutcomeJson): Basis {
  const { edition, group } = outcome;
  return { digest, edition, ...(group && { group: group.dossiers }) };
}

function factsOf(outcome: OutcomeJson, record: DossierJson, head: ReportHead): Facts {
  const { rule: id, element, title, message, basis } = outcome;
  const rule = ruleOf(outcome, head);
  const remedy = outcome.remedy ?? rule?.remedy ?? null;
  const { when = '', ...text } = remedy ?? {};
  return {
    dossier: dossierName(record),
    ...basisOf(record, outcome),
    rule: id,
    element,
    about: { ...record.about },
    titles: titlesOf(record, head),
    actors: record.actors ?? [],
    posts: (rule?.posts ?? []).map((post) => head.posts[post] ?? { zh: post, en: post }),
    severity: rule ? severityOf(rule) : '',
    title: title ?? rule?.title ?? {},
    message,
    clauses: basis.map(({ clause, verified }) => ({
      title: head.clauses[clause]?.title ?? { zh: clause, en: clause },
      verified,
    })),
    remedy: remedy && { when: head.remedies[when] ?? {}, text },
  };
}

function titlesOf({ subject, about = {} }: DossierJson, head: ReportHead): Facts['titles'] {
  const fields = head.about[subject ?? ''] ?? {};
  const told = Object.entries(about).flatMap(([key, code]) => {
    const title = fields[key]?.codes?.[code];
    return title ? [[key, title] as const] : [];
  });
  return Object.fromEntries(told);
}
