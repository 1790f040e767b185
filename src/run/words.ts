/** The words of files, each with the number that stands for it. */
export interface Words {
  readonly numberOf: (word: string) => number;
  /** Undefined for what is no word's number. */
  readonly textOf: (number: number) => string | undefined;
  /** All that have a number so far. */
  readonly all: ReadonlyMap<string, number>;
}

/** Numbers for words that rules speak of, and for those of the schema that none does. */
export function newWords(given: ReadonlyMap<string, number>): Words {
  const numbers = new Map(given);
  const texts = new Map([...given].map(([word, number]) => [number, word]));
  let next = Math.max(-1, ...given.values()) + 1;
  return {
    all: numbers,
    textOf: (number) => texts.get(number),
    numberOf: (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, next);
      texts.set(next, word);
      next += 1;
      return next - 1;
    },
  };
}
