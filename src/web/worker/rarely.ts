/** Calls it at most ten times a second: who is told has other things to do. */
export function rarely<T>(tell: (told: T) => void): (told: T) => void {
  let last = 0;
  return (told) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    tell(told);
  };
}
