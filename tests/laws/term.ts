/** A piece of a made-up expression, which can be taken apart again to find what of it matters. */
export interface Term {
  /** What it is worth: terms of a sort may stand for one another. */
  readonly sort: string;
  readonly parts: readonly (string | Term)[];
  /** A number without a unit, whatever its sort. */
  readonly bare: boolean;
}

/** ``term('truth')`${a} and ${b}` ``: the texts, and the terms between them. */
export function term(sort: string, bare = false) {
  return (texts: TemplateStringsArray, ...inner: readonly (string | Term)[]): Term => ({
    sort,
    bare,
    parts: texts.flatMap((text, index) => {
      const next = inner[index];
      return next === undefined ? [text] : [text, next];
    }),
  });
}

export function printTerm({ parts }: Term): string {
  return parts.map((part) => (typeof part === 'string' ? part : printTerm(part))).join('');
}

/** How many terms it is made of. */
export function sizeOf({ parts }: Term): number {
  return parts.reduce<number>(
    (sum, part) => (typeof part === 'string' ? sum : sum + sizeOf(part)),
    1,
  );
}

/** The same with one of its terms replaced by a smaller one of its sort, the most taken away first. */
export function* smaller(whole: Term): Generator<Term> {
  for (const inner of within(whole)) {
    if (inner !== whole && inner.sort === whole.sort) yield inner;
  }
  for (const simplest of simple[whole.sort] ?? []) {
    if (printTerm(whole) !== simplest && sizeOf(whole) > 1)
      yield { sort: whole.sort, bare: true, parts: [simplest] };
  }
  for (const [index, part] of whole.parts.entries()) {
    if (typeof part === 'string') continue;
    for (const less of smaller(part)) yield { ...whole, parts: whole.parts.with(index, less) };
  }
}

const simple: Readonly<Record<string, readonly string[]>> = {
  truth: ['true', 'false'],
  money: ['1'],
  ratio: ['1'],
  rate: ['1'],
  count: ['1'],
  months: ['1'],
  days: ['1'],
  years: ['1'],
  percent: ['1'],
  none: ['1'],
  kWh: ['1'],
  bare: ['1'],
  day: ['date("2024-01-01")'],
  text: ['"a"'],
};

function* within(whole: Term): Generator<Term> {
  yield whole;
  for (const part of whole.parts) if (typeof part !== 'string') yield* within(part);
}
