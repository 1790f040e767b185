import { useEffect, useState } from 'preact/hooks';

/** What was asked of the worker: its answer, once it is there; why there is none, where that is so. */
export interface Answer<T> {
  readonly value: T | undefined;
  readonly isWaiting: boolean;
  readonly failure: string | undefined;
}

/**
 * Asks, and asks again when any of the keys has changed; until the new answer is there the old one stands.
 *
 * @param keys - plain values that the question is made of
 */
export function useAnswer<T>(
  ask: () => Promise<T> | undefined,
  keys: readonly (string | number | boolean | undefined)[],
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(waiting);
  useEffect(() => {
    let isWanted = true;
    setAnswer(({ value }) => ({ value, isWaiting: true, failure: undefined }));
    void answered();
    return () => {
      isWanted = false;
    };

    async function answered(): Promise<void> {
      let next: Answer<T>;
      try {
        next = { value: await ask(), isWaiting: false, failure: undefined };
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        next = { value: undefined, isWaiting: false, failure };
      }
      if (isWanted) setAnswer(next);
    }
  }, keys);
  return answer;
}

const waiting = { value: undefined, isWaiting: true, failure: undefined };
