import type { Engine } from '../check/engine.ts';
import { dossierOf, type Kept, type ReadAgain } from '../check/kept.ts';
import type { SaidLater, ToJudge } from '../evaluate/judge.ts';
import { verdictOf } from '../evaluate/tally.ts';
import type { Reporting } from './head.ts';
import type {
  DefectJson,
  DossierJson,
  ReportHead,
  SummaryJson,
  TogetherJson,
} from './json-format.ts';
import { orderOf, type Recorder } from './record.ts';
import type { Result, ResultMaker } from './result.ts';
import { gravityOf } from './weight.ts';

/** Dossiers that are named of one defect, at most. */
const mostNamed = 10;

/** Takes in what came of each dossier, keeps what sums and groups need, and says at the end what all come to. */
export interface Collector {
  /** A result as it counts: a dossier that was given before is told, and never passes. */
  readonly add: (result: Result) => Result;
  /** What rules that judge files together say, in the order of the files; asked for once, when all are in. */
  readonly together: () => Iterable<TogetherJson>;
  readonly summary: () => SummaryJson;
}

export function collector(
  engine: Engine,
  maker: ResultMaker,
  recorder: Recorder,
  { options }: Reporting,
  again?: ReadAgain,
): Collector {
  const { head } = recorder;
  const firsts = new Map<string, string>();
  const kept: Kept[] = [];
  const counts = { dossiers: 0, pass: 0, fail: 0, 'cannot-tell': 0, unread: 0 };
  const defects = new Map<string, Defect>();
  const severities = new Map<string, number>();
  return { add, together, summary };

  function add(given: Result): Result {
    const result = asCounted(given);
    const { record } = result;
    if (result.kept) kept.push(result.kept);
    if (record.verdict === null) counts.unread += 1;
    else {
      counts.dossiers += 1;
      counts[record.verdict] += 1;
    }
    countDefects(record);
    return result;
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
      const record = recorder.together(one.kept, judged, later);
      const before = verdictOf(
        one.kept.tally,
        one.kept.malformed,
        one.kept.answered,
        options.captured,
      ).verdict;
      counts[before] -= 1;
      counts[record.verdict] += 1;
      countDefects(record);
      yield record;
    }
  }

  function laterOf(files: readonly ToJudge[]): readonly (readonly SaidLater[])[] {
    return files.length === 0 ? [] : engine.judgeLater(files, options);
  }

  function countDefects({
    id,
    file,
    outcomes,
  }: Pick<DossierJson, 'id' | 'file' | 'outcomes'>): void {
    const worst = new Map<string, DefectStatus>();
    for (const { rule, status, manual, missing } of outcomes) {
      if (status === 'fail' && head.severities) {
        const own = head.rules[rule]?.severity ?? '';
        severities.set(own, (severities.get(own) ?? 0) + 1);
      }
      if (!isDefect(status) || (status === 'cannot-tell' && manual && missing.length === 0))
        continue;
      const before = worst.get(rule);
      if (!before || defectStatuses.indexOf(status) < defectStatuses.indexOf(before))
        worst.set(rule, status);
    }
    for (const [rule, status] of worst) {
      const defect = defects.get(rule) ?? newDefect();
      defects.set(rule, defect);
      defect[status] += 1;
      if (defect.named[status].length < mostNamed) defect.named[status].push(id ?? file);
    }
  }

  function summary(): SummaryJson {
    return {
      ...counts,
      ...(head.severities && {
        severities: Object.fromEntries(
          Object.keys(head.severities).map((name) => [name, severities.get(name) ?? 0]),
        ),
      }),
      defects: byGravity(defects, head),
    };
  }
}

const defectStatuses = ['fail', 'waived', 'cannot-tell'] as const;
type DefectStatus = (typeof defectStatuses)[number];

type Defect = Record<DefectStatus, number> & {
  readonly named: Readonly<Record<DefectStatus, string[]>>;
};

function newDefect(): Defect {
  return {
    fail: 0,
    waived: 0,
    'cannot-tell': 0,
    named: { fail: [], waived: [], 'cannot-tell': [] },
  };
}

function isDefect(status: string): status is DefectStatus {
  return defectStatuses.some((one) => one === status);
}

/** Rules that fail, then those that are waived, then the rest: the gravest of each first, in processing order. */
function byGravity(defects: ReadonlyMap<string, Defect>, head: ReportHead): readonly DefectJson[] {
  const placeOf = ({ fail, waived }: Defect) => (fail > 0 ? 0 : waived > 0 ? 1 : 2);
  const order = orderOf(head.rules);
  return [...defects]
    .toSorted(
      ([a, one], [b, other]) =>
        placeOf(one) - placeOf(other) ||
        gravityOf(head.rules[a], head) - gravityOf(head.rules[b], head) ||
        (order.get(a) ?? 0) - (order.get(b) ?? 0),
    )
    .map(([rule, { named, ...of }]) => {
      const [first = []] = defectStatuses
        .map((status) => named[status])
        .filter((list) => list.length > 0);
      return { rule, ...of, dossiers: first };
    });
}
