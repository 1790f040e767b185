import process from 'node:process';

/** Something to time: one pass over its files. */
export interface Task {
  readonly name: string;
  /** Does the work once; the result only keeps it from being optimised away. */
  readonly pass: () => unknown;
}

/**
 * Median times of one pass of each task, in milliseconds.
 *
 * The tasks take turns, so that what else the machine does falls on all of them alike.
 *
 * @param passes - timed passes, at least 5 in a run that is reported
 * @param warm - passes before them that are not timed
 */
export async function medians(
  tasks: readonly Task[],
  passes: number,
  warm = 2,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(tasks.map(({ name }) => [name, []]));
  for (let turn = -warm; turn < passes; turn += 1) {
    for (const { name, pass } of tasks) {
      const start = performance.now();
      await pass();
      const took = performance.now() - start;
      if (turn >= 0) times.get(name)?.push(took);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1
      ? [sorted[middle], sorted[middle]]
      : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Milliseconds of CPU time that this process spends on some work, in all its threads. */
export function computed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
