import { actorsOf } from '../check/actors.ts';
import { type CheckedFile, dossierName } from '../check/checked.ts';
import type { Kept } from '../check/kept.ts';
import type { Outside } from '../check/outside.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { groupList } from '../dossier/together.ts';
import { isFinding, type SaidLater } from '../evaluate/judge.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { isUncaptured, newCounting, verdictOf } from '../evaluate/tally.ts';
import type { Subject } from '../program/ast.ts';
import { aboutJson } from './about.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import type { Reporting } from './head.ts';
import { namerOf } from './identity.ts';
import type {
  DossierJson,
  OutcomeJson,
  ReportHead,
  TogetherJson,
  WantingJson,
} from './json-format.ts';
import { diagnosticsOf, fileShown } from './masked.ts';
import { outcomesOf } from './outcome-json.ts';
import { gravityOf, ruleOf } from './weight.ts';

/** Makes the records of a report. */
export interface Recorder {
  readonly head: ReportHead;
  /** What came of one dossier, by itself. */
  readonly dossier: (checked: CheckedFile, later: number) => DossierJson;
  /** A dossier that the inspection leaves out. */
  readonly outside: (checked: CheckedFile, why: Outside) => DossierJson;
  /** What rules for groups say of it; undefined where nobody has to know. */
  readonly together: (
    kept: Kept,
    judged: { readonly dossier: Dossier; readonly subject: Subject },
    later: readonly SaidLater[],
  ) => TogetherJson;
}

/** @param isWhole - tells of passes and of what does not apply or is not due, too; so does `explain` of its rules */
export function recorderOf(head: ReportHead, reporting: Reporting, isWhole: boolean): Recorder {
  const { program, unmasked, languages } = reporting;
  const { explain, captured } = reporting.options;
  // of an import it is told for all files together
  const isTold = (outcome: Outcome) => captured !== true || !isUncaptured(outcome);
  const isAsked = (rule: string) =>
    isWhole || (explain !== undefined && (typeof explain === 'string' || explain.has(rule)));
  return {
    head,
    dossier: (checked, later) => {
      const { record, id, digest, judged } = checked;
      const file = fileShown(checked.file, unmasked, digest);
      const whose = {
        id: id ?? null,
        file,
        ...(record && { record }),
        digest: digest ?? null,
      };
      const diagnostics = diagnosticsOf(checked, { unmasked }).map((one) =>
        diagnosticJson(one, languages),
      );
      if (!judged) return { ...whose, ...unjudged, diagnostics };
      const { judgement, subject, dossier } = judged;
      const { verdict, part, scope, tally } = judgement;
      const outcomes =
        isWhole || explain !== undefined
          ? judgement.outcomes.filter((one) => isAsked(one.rule) || (isFinding(one) && isTold(one)))
          : judgement.findings.filter(isTold);
      return {
        ...whose,
        subject: subject.name,
        ...(subject.file.about && { about: aboutJson(dossier, subject, program, unmasked) }),
        verdict,
        part,
        scope,
        counts: tally.counts,
        ...(judgement.heldBack && { heldBack: judgement.heldBack }),
        ...(later > 0 && { later }),
        diagnostics,
        ...said(dossierName({ id, file, record }), { dossier, subject }, outcomes, () =>
          actorsOf(dossier, subject),
        ),
        waiting: tally.waiting,
      };
    },
    outside: (checked, outside) => {
      const { record, id = null, digest = null } = checked;
      const file = fileShown(checked.file, unmasked, checked.digest);
      return { id, file, ...(record && { record }), digest, ...unjudged, outside, diagnostics: [] };
    },
    together: (kept, judged, later) => {
      const counting = newCounting(kept.tally);
      for (const { rule, said: now } of later) counting.add(rule.id, now);
      const { tally } = counting;
      const outcomes = later
        .filter(({ rule, isTold }) => isAsked(rule.id) || !isTold)
        .flatMap((one) => one.outcomes());
      const { record, id = null } = kept;
      const file = fileShown(kept.file, unmasked, kept.digest);
      return {
        id,
        file,
        ...(record && { record }),
        ...verdictOf(tally, kept.malformed, kept.answered, captured),
        scope: tally.scope,
        counts: tally.counts,
        ...said(
          dossierName({ id: kept.id, file, record }),
          judged,
          outcomes.filter((one) => isAsked(one.rule) || (isFinding(one) && isTold(one))),
          () => kept.actors,
        ),
      };
    },
  };

  function said(
    name: string,
    judged: { readonly dossier: Dossier; readonly subject: Subject },
    outcomes: readonly Outcome[],
    actedOn: () => readonly string[],
  ): Pick<DossierJson, 'actors' | 'outcomes' | 'wanting'> {
    if (outcomes.length === 0) return { outcomes: [], wanting: [] };
    const jsonOf = outcomesOf(judged, namerOf(name, judged.dossier), head, reporting);
    const all = outcomes.map(jsonOf);
    const wanting = new Map<string, WantingJson & { readonly rules: string[] }>();
    for (const { json, wanting: own } of all) {
      if (json.status !== 'cannot-tell') continue;
      for (const one of own) {
        // what a group wants of this file is wanted of this file
        const field = one.field.replace(`${groupList}[${name}].`, '');
        const known = wanting.get(field);
        if (!known) wanting.set(field, { ...one, field, rules: [json.rule] });
        else if (!known.rules.includes(json.rule)) known.rules.push(json.rule);
      }
    }
    const actors = outcomes.some(({ status }) => status === 'fail') ? actedOn() : [];
    return {
      ...(actors.length > 0 && { actors }),
      outcomes: byGravity(
        all.map(({ json }) => json),
        head,
      ),
      wanting: [...wanting.values()].toSorted((a, b) => b.rules.length - a.rules.length),
    };
  }
}

const unjudged = {
  subject: null,
  verdict: null,
  part: null,
  scope: null,
  counts: null,
  outcomes: [],
  wanting: [],
  waiting: [],
} satisfies Partial<DossierJson>;

const statuses = ['fail', 'waived', 'cannot-tell', 'pass', 'not-applicable', 'not-due'] as const;

/** What fails first, then what was waived, then what cannot be told: the gravest of each first, in processing order. */
export function byGravity(
  outcomes: readonly OutcomeJson[],
  head: Pick<ReportHead, 'rules' | 'severities'>,
): readonly OutcomeJson[] {
  if (outcomes.length < 2) return outcomes;
  const order = orderOf(head.rules);
  const places = new Map(
    outcomes.map((outcome) => {
      const { status, rule } = outcome;
      const gravity = Math.min(gravityOf(ruleOf(outcome, head), head), 99_999);
      const place = (statuses.indexOf(status) * 1e5 + gravity) * 1e5 + (order.get(rule) ?? 0);
      return [outcome, place] as const;
    }),
  );
  return outcomes.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

const orders = new WeakMap<ReportHead['rules'], ReadonlyMap<string, number>>();

/** The places of rules in processing order. */
export function orderOf(rules: ReportHead['rules']): ReadonlyMap<string, number> {
  const known = orders.get(rules);
  if (known) return known;
  const order = new Map(Object.keys(rules).map((rule, index) => [rule, index]));
  orders.set(rules, order);
  return order;
}
