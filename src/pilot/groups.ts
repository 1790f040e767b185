import { dayOf } from '../evaluate/day.ts';
import { forget } from '../evaluate/session.ts';
import type { Measure, Program } from '../program/ast.ts';
import { measuredFile } from '../scorecard/compute.ts';
import {
  type FileValue,
  fileValue,
  type Judged,
  type MeasuredFile,
} from '../scorecard/file-value.ts';
import { keysFrom, valueIn } from '../scorecard/keys.ts';
import type { PilotPlan } from './plan.ts';

/** The four groups of a comparison: who, and when. */
export const groups = ['pilot-before', 'pilot-during', 'others-before', 'others-during'] as const;
export type Group = (typeof groups)[number];

/** Something of each group. */
export function byGroup<T>(make: (group: Group) => T): Readonly<Record<Group, T>> {
  return {
    'pilot-before': make('pilot-before'),
    'pilot-during': make('pilot-during'),
    'others-before': make('others-before'),
    'others-during': make('others-during'),
  };
}

/** A file in its group. */
export interface GroupedFile {
  readonly file: MeasuredFile;
  readonly group: Group;
  /** What it adds to each measure. */
  readonly values: ReadonlyMap<Measure, FileValue>;
  /** What it has to be alike in, a text a part of the mix; undefined where one cannot be told. */
  readonly stratum: readonly string[] | undefined;
}

/** Files by their groups, and those in none with the reason. */
export interface Grouped {
  readonly files: readonly GroupedFile[];
  /** Ids of files whose day or branch cannot be told. */
  readonly undated: readonly string[];
  readonly unplaced: readonly string[];
  /** Before the time compared, or after the pilot. */
  readonly outside: number;
  /** Of branches that take no part in the comparison. */
  readonly apart: number;
  /** The last day that a file tells of, ISO. */
  readonly known: string | undefined;
  /** Branches of each side that have files. */
  readonly branches: Readonly<Record<'pilot' | 'others', readonly string[]>>;
}

/** Sorts judged files by branch and day. */
export function grouped(program: Program, judged: readonly Judged[], plan: PilotPlan): Grouped {
  const by = program.measures[0]?.by;
  const all = judged.flatMap((one) => measuredFile(program, one) ?? []);
  const undated: string[] = [];
  const unplaced: string[] = [];
  let [outside, apart] = [0, 0];
  let known: string | undefined;
  const names = { pilot: new Set<string>(), others: new Set<string>() };
  const files = all.flatMap((file): GroupedFile[] => {
    const { id, session, day } = file;
    const terms = program.measures.find(({ subject }) => subject === session.subject)?.by ?? by;
    if (!terms) return [];
    const told =
      terms.known && dayOf(valueIn(terms.known, session, undefined), program.setting.zone);
    if (typeof told === 'string' && (known === undefined || known < told)) known = told;
    const branches = keysFrom(valueIn(terms.branch, session, day));
    const [branch] = branches;
    if (branch === undefined || branches.length > 1) {
      unplaced.push(id);
      return [];
    }
    const isPilot = plan.branches.has(branch);
    if (!isPilot && plan.comparedWith && !plan.comparedWith.has(branch)) {
      apart += 1;
      return [];
    }
    if (day === undefined) {
      undated.push(id);
      return [];
    }
    if (day > plan.until || (plan.baselineFrom !== undefined && day < plan.baselineFrom)) {
      outside += 1;
      return [];
    }
    const side = isPilot ? 'pilot' : 'others';
    names[side].add(branch);
    const stratum = terms.mix.map(({ is }) => valueIn(is, session, day));
    const texts = stratum.filter((text) => typeof text === 'string');
    const values = new Map(
      program.measures
        .filter(({ subject }) => subject === session.subject)
        .map((measure) => [measure, fileValue(measure, file, {})]),
    );
    forget(session);
    return [
      {
        file,
        values,
        group: `${side}-${day < plan.from ? 'before' : 'during'}`,
        stratum: texts.length === stratum.length ? texts : undefined,
      },
    ];
  });
  return {
    files,
    undated,
    unplaced,
    outside,
    apart,
    known,
    branches: { pilot: [...names.pilot].toSorted(), others: [...names.others].toSorted() },
  };
}
