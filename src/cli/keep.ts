const works: (() => void)[] = [];

/** Has something kept for the next time when a command has said what it had to say. */
export function keepAfter(work: () => void): void {
  works.push(work);
}

/** Keeps what was left to be kept. */
export function keepNow(): void {
  for (const work of works.splice(0)) work();
}
