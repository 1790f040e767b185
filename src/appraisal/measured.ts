import type { AppraisedMeasure } from '../program/ast.ts';
import type { Figure } from '../scorecard/card.ts';
import { figureOf, rewardAt } from '../scorecard/figure.ts';
import { type FileValue, fileValue } from '../scorecard/file-value.ts';
import { divide, multiply, one, subtract, zero } from '../values/rational.ts';
import { type Band, between, either, least, mapped, most, nothing } from './band.ts';
import type { Handled } from './handled.ts';
import type { FileLine, MeasureLine, Uncounted, Ungraded } from './sheet.ts';

/** What a measure is computed by, for one person. */
export interface Measuring {
  /** Posts whose outcomes count. */
  readonly posts: ReadonlySet<string>;
  readonly minimumFiles: number;
  /** Whether the period has a working day. */
  readonly isWorked: boolean;
  /** Ids of lines that the person objects to. */
  readonly objected: ReadonlySet<string>;
}

/**
 * A measure over the files of one person, with a line for each. Where lines are objected to, points hold what they come
 * to as it is, and what they would come to if every objection were upheld.
 */
export function measured(
  of: AppraisedMeasure,
  files: readonly Handled[],
  measuring: Measuring,
): MeasureLine {
  const { measure } = of;
  const { posts, objected } = measuring;
  const all = files.map((file) => {
    const value = fileValue(measure, file, measure.value ? {} : { posts });
    const id = fileLine(file.why === undefined ? measure.name : everyMeasure, file.id);
    return { file, value, id, isObjected: objected.has(id) };
  });
  const counted = all.filter(({ file }) => file.why === undefined);
  const asIs = figure(counted);
  // an objection takes out what counts, and takes in what does not
  const flipped = all.filter(({ file, isObjected }) => (file.why === undefined) !== isObjected);
  const isFlipped = all.some(({ isObjected }) => isObjected);
  const ungraded = whyUngraded(asIs, measuring);
  const graded = [asIs, ...(isFlipped ? [figure(flipped)] : [])];
  return {
    of,
    figure: counted.length > 0 ? asIs : undefined,
    ungraded,
    points: ungraded ? undefined : graded.map((one) => pointsOf(of, one)).reduce(either),
    reward: ungraded ? nothing : graded.map(rewardOf).reduce(either),
    files: counted.map(({ file, value, id, isObjected }) => ({
      ...lineOf(file, value, id),
      isObjected,
    })),
  };

  function figure(some: typeof all): Figure {
    return figureOf(
      measure,
      some.map(({ file, value }) => ({ id: file.id, value })),
      // what nobody confirmed is between, not deducted
      true,
    );
  }
}

/** In the place of a measure: a file that counts for none. */
export const everyMeasure = '*';

/** By which an objection names a file for a measure. */
export function fileLine(measure: string, dossier: string): string {
  return `file:${measure}:${dossier}`;
}

function whyUngraded(
  { known, unknown }: Figure,
  { minimumFiles, isWorked }: Measuring,
): Ungraded | undefined {
  if (!isWorked) return 'no-working-day';
  if (known + unknown === 0) return 'no-files';
  return known + unknown < minimumFiles ? 'too-few' : undefined;
}

/** All of the weight at the target, none at the floor, a part in between; anything where nothing bounds the figure. */
function pointsOf({ weight, floor, target }: AppraisedMeasure, { ends }: Figure): Band {
  if (!ends) return { low: zero, high: weight };
  const [low, high] = ends;
  return mapped(between(low, high), (value) => {
    const part = divide(subtract(value, floor), subtract(target, floor)) ?? zero;
    return multiply(weight, least(one, most(zero, part)));
  });
}

function rewardOf({ measure, ends }: Figure): Band {
  if (ends) return between(rewardAt(measure, ends[0]), rewardAt(measure, ends[1]));
  const { reward } = measure;
  return reward ? { low: zero, high: reward.most } : nothing;
}

/** A file for a measure, or, without a value, for none. */
export function lineOf(file: Handled, value: FileValue | undefined, id: string): FileLine {
  const isCounted = file.why === undefined;
  return {
    id,
    dossier: file.id,
    day: file.day,
    value: isCounted && value?.kind === 'known' ? value.value : undefined,
    why: file.why ?? (value ? whyOf(value) : undefined),
    posts: file.posts,
    missing: value?.kind === 'unknown' ? value.missing : [],
    standings: value?.standings ?? new Map(),
    isObjected: false,
  };
}

function whyOf(value: FileValue): Uncounted | undefined {
  if (value.kind === 'known') return undefined;
  if (value.kind === 'out-of-scope') return 'out-of-scope';
  return value.missing.length > 0 ? 'unknown' : 'in-doubt';
}
