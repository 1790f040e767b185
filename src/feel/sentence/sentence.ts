import type { Core, TestCore } from '../core.ts';
import { claimOf } from './claim.ts';
import { claimSaid } from './claims.ts';
import { inline, type Point, pointOf } from './clause.ts';
import { sayTest } from './comparisons.ts';
import type { Lexicon } from './lexicon.ts';
import { clauseOf, condition, say, type Saying, type Wording } from './saying.ts';
import { valueSaid } from './values.ts';

export { spelt } from './claim.ts';
export type { Point } from './clause.ts';
export { personalOf, type Wording, wordsOfTruth } from './saying.ts';

/** An expression as a sentence, with the titles and units of its fields: 实付÷应付不低于15%. */
export function sentence(core: Core, wording: Wording): string {
  return spoken(wording, (saying) => say(core, saying));
}

/**
 * What a name stands for. What is so under a condition alone would be read as what follows from it: its alternatives
 * stay alternatives.
 */
export function meaning(core: Core, wording: Wording): string {
  if (core.kind === 'constant' && typeof core.value === 'boolean')
    return core.value ? wording.lexicon.yes : wording.lexicon.no;
  if (core.type.kind !== 'boolean' || claimOf(core).is !== 'given') return sentence(core, wording);
  return spoken(wording, (saying) =>
    inline(clauseOf(claimOf(core, true, true), saying), saying.lexicon),
  );
}

/** What is true or false, as a condition; or that it is not so. */
export function conditionSentence(core: Core, wording: Wording, yes = true): string {
  return spoken(wording, (saying) => inline(condition(core, saying, yes), saying.lexicon));
}

/**
 * What is true or false, as a sentence with points below it where it is long.
 *
 * @param asCondition - it says when something applies, and asks nothing itself
 */
export function conditionPoints(core: Core, wording: Wording, asCondition = false): Point {
  const clause = settled(wording, (saying) => clauseOf(claimOf(core, true, asCondition), saying));
  return tidied(pointOf(clause, wording.lexicon), wording.lexicon);
}

/** A test of a decision table, or of `in`, as a sentence about what it tests. */
export function testSentence(of: Core, test: TestCore, wording: Wording): string {
  return spoken(wording, (saying) => inline(sayTest(of, test, saying), saying.lexicon));
}

function spoken(wording: Wording, speak: (saying: Saying) => string): string {
  return wording.lexicon.tidy(settled(wording, speak));
}

/** Says it once, and again with owners where two different things went by one title. */
function settled<T>(wording: Wording, speak: (saying: Saying) => T): T {
  const saying: Saying = {
    ...wording,
    speech: { say: valueSaid, clause: claimSaid },
    bound: [],
    called: wording.called ?? new Map(),
    titles: new Map(),
    owned: new Set(),
    words: new Map(),
  };
  const first = speak(saying);
  const shared = [...saying.titles].filter(([, things]) => things.size > 1).map(([title]) => title);
  return shared.length === 0 ? first : speak({ ...saying, owned: new Set(shared) });
}

function tidied({ text, points }: Point, lexicon: Lexicon): Point {
  return { text: lexicon.tidy(text), points: points.map((point) => tidied(point, lexicon)) };
}
