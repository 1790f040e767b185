import type { SampleDrawnFile } from '../rulebook/files.ts';

/** A file of the population, by what is known of it before anybody looks into it. */
export interface Unit {
  readonly id: string;
  readonly file: string;
  /** What it is put into a stratum by, joined; the same for all where nothing is. */
  readonly stratum: string;
}

/** A file that was drawn. */
export interface Drawn extends Unit {
  /** How likely it was to be drawn: so many of so many; absent where it was chosen by judgement. */
  readonly chance: { readonly of: number; readonly drawn: number } | undefined;
}

/** A stratum: how many files it has, and how many of them were drawn. */
export interface Stratum {
  readonly stratum: string;
  readonly files: number;
  readonly drawn: number;
}

export interface SampleDrawn {
  /** By stratum, then by id. */
  readonly drawn: readonly Drawn[];
  readonly strata: readonly Stratum[];
  /** Names in the scheme that the population has not: of files chosen by judgement, of strata with a size. */
  readonly unknown: readonly string[];
}

/**
 * Draws a sample: the same of the same population, in whatever order its files come.
 *
 * Every file has a rank that its id and the seed give, which nobody can foresee; of each stratum those of the lowest
 * ranks are drawn. All samples of a size are then as likely as each other, and more files drawn later by the same seed
 * hold all that were drawn before.
 *
 * @param population - each id once
 * @param rank - of an id under the seed, as a text of the same length for all
 */
export function drawSample(
  population: readonly Unit[],
  sample: SampleDrawnFile | undefined,
  rank: (id: string) => string,
): SampleDrawn {
  const strata = [...Map.groupBy(population, ({ stratum }) => stratum)].toSorted(byName);
  const { method = 'all', files = [], sizes = {} } = sample ?? {};
  const chosen = new Set(files);
  const sizesOf = sizesFor(
    strata.map(([stratum, units]) => [stratum, units.length]),
    sample,
  );
  const each = strata.map(([stratum, units]) => {
    const own =
      method === 'discretionary'
        ? units.filter(({ id }) => chosen.has(id))
        : lowest(units, rank, sizesOf.get(stratum) ?? 0);
    return { stratum, units, own: own.toSorted((a, b) => compareTexts(a.id, b.id)) };
  });
  const known = new Set(population.map(({ id }) => id));
  return {
    drawn: each.flatMap(({ units, own }) =>
      own.map((unit) => ({
        ...unit,
        chance: method === 'discretionary' ? undefined : { of: units.length, drawn: own.length },
      })),
    ),
    strata: each.map(({ stratum, units, own }) => ({
      stratum,
      files: units.length,
      drawn: own.length,
    })),
    unknown: [
      ...files.filter((id) => !known.has(id)),
      ...Object.keys(sizes).filter((name) => !strata.some(([stratum]) => stratum === name)),
    ],
  };
}

/** How many of each stratum are drawn. */
function sizesFor(
  strata: readonly (readonly [stratum: string, files: number])[],
  sample: SampleDrawnFile | undefined,
): ReadonlyMap<string, number> {
  const { method = 'all', size, sizes } = sample ?? {};
  if (method === 'all') return new Map(strata);
  if (sizes)
    return new Map(
      strata.map(([stratum, files]) => [stratum, Math.min(files, sizes[stratum] ?? 0)]),
    );
  return inProportion(strata, size ?? 0);
}

/**
 * A size shared out among strata in proportion to their files: whole numbers that sum to it, or to all files where they
 * are fewer, none further than one from its exact share (largest remainders; of equal ones the first stratum by name).
 */
export function inProportion(
  strata: readonly (readonly [stratum: string, files: number])[],
  size: number,
): ReadonlyMap<string, number> {
  const all = strata.reduce((sum, [, files]) => sum + files, 0);
  const wanted = Math.min(size, all);
  const shares = strata.map(([stratum, files]) => ({
    stratum,
    least: Math.floor((files * wanted) / Math.max(all, 1)),
    rest: (files * wanted) % Math.max(all, 1),
  }));
  const left = wanted - shares.reduce((sum, { least }) => sum + least, 0);
  const more = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || compareTexts(a.stratum, b.stratum))
      .slice(0, left)
      .map(({ stratum }) => stratum),
  );
  return new Map(
    shares.map(({ stratum, least }) => [stratum, least + (more.has(stratum) ? 1 : 0)]),
  );
}

function lowest(
  units: readonly Unit[],
  rank: (id: string) => string,
  count: number,
): readonly Unit[] {
  if (count >= units.length) return units;
  return units
    .map((unit) => [rank(unit.id), unit] as const)
    .toSorted(byName)
    .slice(0, count)
    .map(([, unit]) => unit);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareTexts(a, b);
}

/** By UTF-16 units: the same everywhere, whatever the language of the machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
