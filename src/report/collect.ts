import type { Engine } from '../check/engine.ts';
import { dossierOf, type Kept, type ReadAgain } from '../check/kept.ts';
import type { SaidLater, ToJudge } from '../evaluate/judge.ts';
import { verdictOf } from '../evaluate/tally.ts';
import { waiverProblemOf } from '../evaluate/waiver-findings.ts';
import type { WaiverProblem } from '../program/ast.ts';
import { defectsOf } from './defects.ts';
import { ownFindings } from './findings.ts';
import { glancing } from './glance.ts';
import type { Reporting } from './head.ts';
import type {
  DossierJson,
  OutcomeJson,
  SummaryJson,
  TogetherJson,
  Verdict,
} from './json-format.ts';
import type { Recorder } from './record.ts';
import type { Result, ResultMaker } from './result.ts';
import { marked, type Suppresses, verdictWithout } from './suppressed.ts';

/** Takes in what came of each dossier, keeps what sums and groups need, and says at the end what all come to. */
export interface Collector {
  /** A result as it counts: a dossier that was given before is told, and never passes. */
  readonly add: (result: Result) => Result;
  /** What rules that judge files together say, in the order of the files; asked for once, when all are in. */
  readonly together: () => Iterable<TogetherJson>;
  readonly summary: () => SummaryJson;
}

/** What a collector may be given besides. */
export interface Collecting {
  /** Reads a dossier once more, to show places in it. */
  readonly again?: ReadAgain | undefined;
  /** Findings that a ledger suppresses. */
  readonly suppresses?: Suppresses | undefined;
}

export function collector(
  engine: Engine,
  maker: ResultMaker,
  recorder: Recorder,
  { options, bounds }: Reporting,
  { again, suppresses }: Collecting = {},
): Collector {
  const { head } = recorder;
  const firsts = new Map<string, string>();
  const kept: Kept[] = [];
  const counts = { dossiers: 0, pass: 0, fail: 0, 'cannot-tell': 0, unread: 0 };
  const outside = { branch: 0, product: 0, period: 0, 'not-picked': 0 };
  const came = bounds?.picked && new Set<string>();
  const defects = defectsOf(head);
  const {
    add: glanceAt,
    addTogether: glanceTogether,
    glance,
  } = glancing(head, suppresses !== undefined);
  const waivers = { valid: 0, refused: new Map<WaiverProblem, number>() };
  const without = { findings: 0, pass: 0, fail: 0, 'cannot-tell': 0 };
  /** Files that have something suppressed, of those that are judged with others too. */
  const suppressedIn = new Map<Kept, DossierJson>();
  return { add, together, summary };

  function add(given: Result): Result {
    const result = withMarks(asCounted(given));
    const { record } = result;
    if (result.kept) kept.push(result.kept);
    const { verdict } = record;
    if (record.id !== null) came?.add(record.id);
    if (record.outside) outside[record.outside] += 1;
    else if (verdict === null) counts.unread += 1;
    else {
      counts.dossiers += 1;
      counts[verdict] += 1;
      without[verdictWithout({ ...record, verdict }, head)] += 1;
    }
    countOutcomes(record);
    glanceAt(record);
    return result;
  }

  function withMarks(result: Result): Result {
    if (!suppresses) return result;
    const { digest, outcomes: all } = result.record;
    const outcomes = marked(all, digest, suppresses);
    if (outcomes === all) return result;
    const record = { ...result.record, outcomes };
    if (result.kept) suppressedIn.set(result.kept, record);
    return { ...result, record };
  }

  function asCounted(result: Result): Result {
    const { id, subject, file, record } = result.record;
    const isTold = result.record.diagnostics.some(({ code }) => code === 'dossier/same-id');
    if (id === null || subject === null || isTold) return result;
    const key = `${subject} ${id}`;
    const first = firsts.get(key);
    if (first !== undefined) return maker.ofRepeated(result, first);
    firsts.set(key, record ? `${file}:${record.line}` : file);
    return result;
  }

  function* together(): Generator<TogetherJson> {
    const files = kept.map((one) => ({ kept: one, judged: dossierOf(one, engine, again) }));
    const among = files.filter((one) => one.kept.isRepeated !== true);
    const said = laterOf(among.flatMap(({ judged }) => judged ?? []));
    let place = 0;
    for (const one of files) {
      const { judged } = one;
      if (!judged) continue;
      const isRepeated = one.kept.isRepeated === true;
      const later = isRepeated ? (laterOf([judged])[0] ?? []) : (said[place] ?? []);
      if (!isRepeated) place += 1;
      const told = recorder.together(one.kept, judged, later);
      const digest = one.kept.digest ?? null;
      const record = suppresses
        ? { ...told, outcomes: marked(told.outcomes, digest, suppresses) }
        : told;
      const before = verdictOf(
        one.kept.tally,
        one.kept.malformed,
        one.kept.answered,
        options.captured,
      ).verdict;
      counts[before] -= 1;
      counts[record.verdict] += 1;
      const own = suppressedIn.get(one.kept);
      const ownWithout = own ? verdictWithout({ ...own, verdict: before }, head) : before;
      without[ownWithout] -= 1;
      without[withoutAll(record, ownWithout)] += 1;
      countOutcomes(record);
      glanceTogether(record);
      yield record;
    }
  }

  /**
   * The verdict on a file by all rules, without what is suppressed.
   *
   * @param own - the same by the rules that judge it by itself
   */
  function withoutAll({ verdict, outcomes }: TogetherJson, own: Verdict): Verdict {
    if (verdict !== 'fail') return verdict;
    const mandatory = outcomes.filter(({ rule }) => head.rules[rule]?.level === 'mandatory');
    if (own === 'fail' || mandatory.some((one) => one.status === 'fail' && !one.suppressed))
      return 'fail';
    const isOpen = own === 'cannot-tell' || mandatory.some((one) => one.status === 'cannot-tell');
    return isOpen ? 'cannot-tell' : 'pass';
  }

  function laterOf(files: readonly ToJudge[]): readonly (readonly SaidLater[])[] {
    return files.length === 0 ? [] : engine.judgeLater(files, options);
  }

  function countOutcomes(record: Pick<DossierJson, 'id' | 'file' | 'outcomes'>): void {
    const { outcomes } = record;
    defects.count(record);
    countWaivers(outcomes);
    if (suppresses)
      without.findings += ownFindings(outcomes).filter((one) => one.suppressed).length;
  }

  function countWaivers(outcomes: readonly OutcomeJson[]): void {
    const used = outcomes.flatMap(({ status, waiver }) =>
      status === 'waived' && waiver ? waiver.pointer : [],
    );
    waivers.valid += new Set(used).size;
    for (const { rule } of outcomes) {
      const problem = waiverProblemOf(rule);
      if (problem) waivers.refused.set(problem, (waivers.refused.get(problem) ?? 0) + 1);
    }
  }

  function summary(): SummaryJson {
    const { valid, refused } = waivers;
    return {
      ...counts,
      ...(valid + refused.size > 0 && {
        waivers: { valid, refused: Object.fromEntries(refused) },
      }),
      ...(bounds && { outside }),
      ...(bounds?.picked && {
        absent: [...bounds.picked].filter((id) => came?.has(id) === false).toSorted(),
      }),
      ...defects.counted(),
      glance: glance(),
      ...(suppresses && { suppressed: { ...without } }),
    };
  }
}
