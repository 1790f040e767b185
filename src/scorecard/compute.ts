import { dayOf } from '../evaluate/day.ts';
import { forget, newSession } from '../evaluate/session.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Expression, Measure, Program, Subject } from '../program/ast.ts';
import { add, zero } from '../values/rational.ts';
import type { CardGroup, Grouping, Scorecard } from './card.ts';
import { countedIn } from './counted.ts';
import { figureOf } from './figure.ts';
import { type Among, fileValue, type Judged, type MeasuredFile } from './file-value.ts';
import { keysFrom, valueIn } from './keys.ts';

export interface ScorecardSetting {
  readonly by: Exclude<Grouping, 'pilot'> | Pilot;
  /** Inclusive days, ISO. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Files that could not be judged: they are counted, and in no figure. */
  readonly unread: number;
  /** Whether the files say how a ledger has what fails. */
  readonly isByLedger?: boolean;
}

/** Which branches take part in a pilot, and from which day to which, ISO. */
export interface Pilot {
  readonly branches: ReadonlySet<string>;
  readonly from: string;
  readonly until: string;
}

/** Groups of a comparison with a pilot, in the order they read best. */
const pilotGroups = ['pilot-during', 'pilot-before', 'others-during', 'others-before'] as const;

/** The measures of a rulebook over judged files, exact; what cannot be told is counted and never left out. */
export function scorecard(
  program: Program,
  judged: readonly Judged[],
  { by, from, until, unread, isByLedger = false }: ScorecardSetting,
): Scorecard {
  const grouping: Grouping = typeof by === 'string' ? by : 'pilot';
  const needsDay = from !== undefined || until !== undefined || grouping === 'pilot';
  const stages = program.rulebook.stages.map(({ id }) => id);
  const all = judged.flatMap((file) => measuredFile(program, file) ?? []);
  const undated = needsDay ? all.filter(({ day }) => day === undefined) : [];
  const dated = needsDay ? all.filter(({ day }) => day !== undefined) : all;
  const within = dated.filter(({ day }) => isWithin(day));
  // file by file: what is worked out of one need not be kept for the next
  const cells = within.flatMap((file) => {
    const { session } = file;
    const own = program.measures
      .filter(({ subject }) => subject === session.subject)
      .flatMap((measure) => cellsOf(measure, file));
    forget(session);
    return own;
  });
  const keys = [...new Set(cells.map(({ key }) => key))].toSorted(inOrder);
  return {
    by: grouping,
    from,
    until,
    groups: keys.map(groupOf),
    undated: undated.map(({ id }) => id),
    outside: dated.length - within.length,
    unread,
    isByLedger,
  };

  function isWithin(day: string | undefined): boolean {
    if (day === undefined) return true;
    if (typeof by !== 'string' && day > by.until) return false;
    return (from === undefined || from <= day) && (until === undefined || day <= until);
  }

  function cellsOf(measure: Measure, file: MeasuredFile) {
    return keysOf(measure, file).map((key) => {
      const value = fileValue(measure, file, measure.value ? {} : amongFor(key));
      return { key, measure, id: file.id, value };
    });
  }

  /** Of outcomes, those of the group alone. */
  function amongFor(key: string | undefined): Among {
    if (grouping === 'stage') return { stage: key };
    return grouping === 'post' && key !== undefined ? { posts: new Set([key]) } : {};
  }

  function keysOf(measure: Measure, file: MeasuredFile): readonly (string | undefined)[] {
    const read = (expression: Expression) => keysFrom(valueIn(expression, file.session, file.day));
    switch (by) {
      case 'month':
        return [file.day?.slice(0, 7)];
      case 'branch':
      case 'customer':
        return read(measure.by[by]);
      case 'officer':
        return read(measure.officer ?? measure.by.officer);
      case 'post':
        return measure.value === undefined
          ? [...new Set(file.counted.flatMap(({ posts }) => posts))]
          : (measure.entry.data.posts ?? []);
      case 'stage':
        return measure.value === undefined
          ? [...new Set(file.counted.map(({ stage }) => stage))]
          : [measure.entry.data.stage];
      default:
        return read(measure.by.branch).map((branch) => {
          if (branch === undefined) return undefined;
          const side = by.branches.has(branch) ? 'pilot' : 'others';
          return `${side}-${(file.day ?? '') < by.from ? 'before' : 'during'}`;
        });
    }
  }

  function groupOf(key: string | undefined): CardGroup {
    const own = cells.filter((cell) => cell.key === key);
    const figures = program.measures.flatMap((measure) => {
      const files = own.filter((cell) => cell.measure === measure);
      return files.length > 0 ? [figureOf(measure, files, isByLedger)] : [];
    });
    const scored = figures.filter(
      ({ measure }) => measure.target && (measure.reward ?? measure.deduction),
    );
    return {
      key,
      figures,
      points: scored.reduce((sum, { points }) => (points ? add(sum, points) : sum), zero),
      open: scored.filter(({ points, known, unknown }) => !points && known + unknown > 0).length,
    };
  }

  function inOrder(a: string | undefined, b: string | undefined): number {
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    if (grouping === 'pilot') return placeOf(a) - placeOf(b);
    if (grouping === 'stage') return stages.indexOf(a) - stages.indexOf(b);
    return a < b ? -1 : a > b ? 1 : 0;
  }
}

/** A judged file with its day; undefined for a kind of file that no measure speaks of. */
export function measuredFile(
  program: Program,
  { id, subject, dossier, judgement, standing }: Judged,
): MeasuredFile | undefined {
  const measure = program.measures.find((one) => one.subject === subject);
  if (!measure) return undefined;
  const session = newSession(program, dossier, subject);
  const day = dayOf(valueIn(measure.by.day, session, undefined), program.setting.zone);
  return {
    id,
    session,
    counted: countedIn(judgement),
    standing,
    day: typeof day === 'string' ? day : undefined,
  };
}

function placeOf(key: string): number {
  return pilotGroups.findIndex((group) => group === key);
}

/** What a record says of its pilot; undefined where it does not say all of it. */
export function pilotOf(program: Program, subject: Subject, dossier: Dossier): Pilot | undefined {
  const terms = program.pilots.get(subject.name);
  if (!terms) return undefined;
  const session = newSession(program, dossier, subject);
  const branches = keysFrom(valueIn(terms.branches, session, undefined));
  const [from, until] = [terms.from, terms.until].map((one) =>
    dayOf(valueIn(one, session, undefined), program.setting.zone),
  );
  const named = branches.flatMap((branch) => branch ?? []);
  if (named.length < branches.length || typeof from !== 'string' || typeof until !== 'string')
    return undefined;
  return { branches: new Set(named), from, until };
}
