/** The nearest rank: the least of some values in order that so many in a hundred of them do not exceed. */
export function nearestRank<T>(sorted: readonly T[], percent: number): T | undefined {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}
