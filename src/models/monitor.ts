import type { Dossier } from '../dossier/dossier.ts';
import type { Expression, Model, ModelCharacteristic, Program } from '../program/ast.ts';
import { inForce } from '../program/ast.ts';
import type { ModelEditionFile } from '../rulebook/files.ts';
import { add, multiply, rational, type Rational, subtract, one } from '../values/rational.ts';
import { discrimination, type Discrimination, type Observed } from './discrimination.ts';
import { askedOf, scored, type ModelFileReading, type Scored } from './score.ts';
import { stability, type Counts, type Stability } from './stability.ts';

/** A file to be monitored, and the same file as it stands later where its outcome is read of that. */
export interface MonitoredFile {
  readonly id: string;
  readonly dossier: Dossier;
  readonly later?: Dossier | undefined;
}

export interface MonitorSetting {
  /** Inclusive days, ISO. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly baselineFrom?: string | undefined;
  readonly baselineUntil?: string | undefined;
  readonly by?: 'month' | 'quarter' | undefined;
}

/** How a model does, worked out from the files that it is for. */
export interface Monitoring {
  readonly model: Model;
  readonly setting: MonitorSetting;
  /** The one edition that every file is scored by; undefined where none is in force on the last day. */
  readonly edition: ModelEditionFile | undefined;
  /** The last day of the period, or of the files where none is given. */
  readonly until: string | undefined;
  readonly total: PeriodFigures;
  /** By month or quarter, in their order. */
  readonly periods: readonly PeriodFigures[];
  readonly baseline: { readonly files: number; readonly unscored: number };
  /** Files that the model is not for. */
  readonly others: number;
  /** Files of which it cannot be told whether the model is for them, or when they were scored. */
  readonly unclear: readonly Scored[];
  /** Files of other days. */
  readonly outside: number;
}

export interface PeriodFigures {
  /** `2026-03`, `2026Q1`; undefined for the whole. */
  readonly key: string | undefined;
  readonly files: number;
  readonly unscored: readonly Scored[];
  readonly grades: BandFigures;
  readonly characteristics: readonly (BandFigures & {
    readonly characteristic: ModelCharacteristic;
  })[];
  readonly outcome: OutcomeFigures | undefined;
  readonly decisions: DecisionFigures | undefined;
}

/** How many files are in each band, then and now. */
export interface BandFigures {
  readonly actual: Counts;
  readonly baseline: Counts;
  /** Undefined where there is nothing to compare with. */
  readonly stability: Stability | undefined;
}

export interface OutcomeFigures {
  readonly good: number;
  readonly bad: number;
  /** Too young to tell. */
  readonly young: number;
  /** What tells it is not on file. */
  readonly unknown: number;
  /** Files without an outcome, such as those that were turned down. */
  readonly none: number;
  /** Of those that are good or bad, the ones without a score. */
  readonly unscored: number;
  /** Undefined where there are too few good or bad. */
  readonly figures: Discrimination | undefined;
  /** Between which the area lies, whatever the scores that cannot be told are. */
  readonly range: readonly [Rational, Rational] | undefined;
}

export interface DecisionFigures {
  readonly decided: number;
  readonly against: number;
  /** Of which it cannot be told. */
  readonly unknown: number;
  /** Against the model and without a reason. */
  readonly unreasoned: number;
  /** Against the model, and whether there is a reason cannot be told. */
  readonly unclearReason: number;
  /** Against the model, of those that can be told; undefined where there is none. */
  readonly rate: Rational | undefined;
  /** Between which the rate of all decided files lies. */
  readonly range: readonly [Rational, Rational] | undefined;
}

/** Stability, discrimination and overrides of a model, from the files themselves. */
export function monitor(
  program: Program,
  model: Model,
  files: readonly MonitoredFile[],
  setting: MonitorSetting,
): Monitoring {
  const { from, until, baselineFrom, baselineUntil, by } = setting;
  const first = files.map((file) => ({ file, reading: scored(program, model, file) }));
  const unclear = first.filter(
    ({ reading: { scored: at } }) => at.applies === undefined || (at.applies && !at.day),
  );
  const own = first.filter(({ reading: { scored: at } }) => at.applies && at.day !== undefined);
  const last =
    until ??
    own
      .map(({ reading }) => reading.scored.day ?? '')
      .toSorted()
      .at(-1);
  const edition = last === undefined ? undefined : inForce(model.entry.data.editions, last);
  const minimum = model.entry.data.minimum ?? { files: 1, good: 1, bad: 1 };
  // every file by one edition: bands of two are not to be compared
  const measured = own.map(({ file, reading }): Measured => {
    const anew =
      edition && reading.scored.edition !== edition ? scored(program, model, file, last) : reading;
    return { file, asDecided: reading, scored: anew.scored, day: reading.scored.day ?? '' };
  });
  const within = measured.filter(({ day }) => isWithin(day, from, until));
  const hasBaseline = baselineFrom !== undefined || baselineUntil !== undefined;
  const before = hasBaseline
    ? measured.filter(({ day }) => isWithin(day, baselineFrom, baselineUntil))
    : [];
  const used = new Set([...within, ...before]);
  const byPeriod = by
    ? Map.groupBy(within, ({ day }) => periodOf(day, by))
    : new Map<string, never>();
  return {
    model,
    setting,
    edition,
    until: last,
    total: figures(undefined, within),
    periods: [...byPeriod]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => figures(key, of)),
    baseline: {
      files: before.length,
      unscored: before.filter(({ scored: at }) => !at.score).length,
    },
    others: first.length - own.length - unclear.length,
    unclear: unclear.map(({ reading }) => reading.scored),
    outside: measured.length - used.size,
  };

  function figures(key: string | undefined, of: readonly Measured[]): PeriodFigures {
    return {
      key,
      files: of.length,
      unscored: of.flatMap(({ scored: at }) => (at.score ? [] : [at])),
      grades: compared(of, edition?.grades.length ?? 0, ({ scored: { grade } }) =>
        grade ? edition?.grades.indexOf(grade) : undefined,
      ),
      characteristics: model.characteristics.flatMap((characteristic) => {
        const bands = edition?.points[characteristic.name];
        if (!bands) return [];
        return {
          characteristic,
          ...compared(
            of,
            bands.length,
            ({ scored: { parts } }) =>
              parts.find((part) => part.characteristic === characteristic)?.index,
          ),
        };
      }),
      outcome: model.outcome && outcomeOf(of, model.outcome),
      decisions: model.decisions && decisionsOf(of, model.decisions),
    };
  }

  function compared(
    of: readonly Measured[],
    bands: number,
    bandOf: (file: Measured) => number | undefined,
  ): BandFigures {
    const [actual, baseline] = [of, before].map((some) => counted(some.map(bandOf), bands)) as [
      Counts,
      Counts,
    ];
    return {
      actual,
      baseline,
      stability: hasBaseline ? stability(actual, baseline, minimum.files) : undefined,
    };
  }

  function outcomeOf(of: readonly Measured[], asks: NonNullable<Model['outcome']>): OutcomeFigures {
    const told = of.map((file) => ({ file, kind: kindOf(file, asks) }));
    const count = (kind: Outcome) => told.filter((one) => one.kind === kind).length;
    const known = told.filter(({ kind }) => kind === 'good' || kind === 'bad');
    const observed = known.flatMap(({ file, kind }): Observed[] => {
      const { score } = file.scored;
      return score ? [{ score, bad: kind === 'bad' }] : [];
    });
    const [good, bad] = [count('good'), count('bad')];
    const bads = observed.filter((one) => one.bad).length;
    const enough = observed.length - bads >= minimum.good && bads >= minimum.bad;
    const found = enough ? discrimination(observed) : undefined;
    return {
      good,
      bad,
      young: count('young'),
      unknown: count('unknown'),
      none: count('none'),
      unscored: known.length - observed.length,
      figures: found,
      range: found && areaRange(found.auc, [observed.length - bads, bads], [good, bad]),
    };
  }

  function kindOf({ file, asDecided }: Measured, asks: NonNullable<Model['outcome']>): Outcome {
    const reading = file.later
      ? {
          ...scored(program, model, { id: file.id, dossier: file.later }),
          scored: asDecided.scored,
        }
      : asDecided;
    const of = truthOf(asks.of, reading);
    if (of !== true) return of === false ? 'none' : 'unknown';
    const matured = truthOf(asks.matured, reading);
    if (matured !== true) return matured === false ? 'young' : 'unknown';
    const bad = truthOf(asks.bad, reading);
    return bad === undefined ? 'unknown' : bad ? 'bad' : 'good';
  }
}

type Outcome = 'good' | 'bad' | 'young' | 'unknown' | 'none';

interface Measured {
  readonly file: MonitoredFile;
  /** By the edition of its own day. */
  readonly asDecided: ModelFileReading;
  /** By the edition that all are measured by. */
  readonly scored: Scored;
  readonly day: string;
}

function decisionsOf(
  of: readonly Measured[],
  { of: decided, against, reasoned }: NonNullable<Model['decisions']>,
): DecisionFigures {
  const told = of
    .map(({ asDecided }) => {
      const is = truthOf(decided, asDecided);
      if (is !== true) return is === false ? 'none' : 'unknown';
      const went = truthOf(against, asDecided);
      if (went !== true) return went === false ? 'with' : 'unknown';
      const has = truthOf(reasoned, asDecided);
      return has === undefined ? 'unclear' : has ? 'reasoned' : 'unreasoned';
    })
    .filter((one) => one !== 'none');
  const count = (...kinds: readonly (typeof told)[number][]) =>
    told.filter((one) => kinds.includes(one)).length;
  const unknown = count('unknown');
  const overruled = count('unclear', 'reasoned', 'unreasoned');
  const known = told.length - unknown;
  const share = (part: number, all: number) => rational(BigInt(part), BigInt(all));
  return {
    decided: told.length,
    against: overruled,
    unknown,
    unreasoned: count('unreasoned'),
    unclearReason: count('unclear'),
    rate: known > 0 ? share(overruled, known) : undefined,
    range:
      told.length > 0
        ? [share(overruled, told.length), share(overruled + unknown, told.length)]
        : undefined,
  };
}

function truthOf(expression: Expression, reading: ModelFileReading): boolean | undefined {
  const value = askedOf(expression, reading);
  return typeof value === 'boolean' ? value : undefined;
}

function counted(places: readonly (number | undefined)[], bands: number): Counts {
  const counts = Array.from({ length: bands }, () => 0);
  for (const place of places) if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** The area with all pairs that cannot be told in the wrong order, and with all of them in the right one. */
function areaRange(
  auc: Rational,
  [goods, bads]: readonly [number, number],
  [allGoods, allBads]: readonly [number, number],
): readonly [Rational, Rational] {
  const told = rational(BigInt(goods) * BigInt(bads), BigInt(allGoods) * BigInt(allBads));
  const least = multiply(auc, told);
  return [least, add(least, subtract(one, told))];
}

function isWithin(day: string, from: string | undefined, until: string | undefined): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

export function periodOf(day: string, by: 'month' | 'quarter'): string {
  if (by === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
