import type { DefectJson, DossierJson, ReportHead, SummaryJson } from './json-format.ts';
import { orderOf } from './record.ts';
import { gravityOf } from './weight.ts';

/** Dossiers that are named of one defect, at most. */
const mostNamed = 10;

/** The same defect over many files, counted as their records come. */
export interface Defects {
  readonly count: (record: Pick<DossierJson, 'id' | 'file' | 'outcomes'>) => void;
  readonly counted: () => Pick<SummaryJson, 'severities' | 'defects'>;
}

export function defectsOf(head: ReportHead): Defects {
  const defects = new Map<string, Defect>();
  const severities = new Map<string, number>();
  return { count, counted };

  function count({ id, file, outcomes }: Parameters<Defects['count']>[0]): void {
    const worst = new Map<string, DefectStatus>();
    for (const { rule, status, manual, missing, suppressed } of outcomes) {
      if (suppressed) continue;
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

  function counted() {
    return {
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
