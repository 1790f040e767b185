import { foundIn } from './judged.ts';
import { faultsIn, type Ground, type Pattern } from './patterns.ts';
import { randomFrom } from './random.ts';
import { type Drawing, newDrawing } from './replacing.ts';
import { unchanged, type Variation } from './template.ts';

/** A file that was made, as a JSON text. */
export interface Sample {
  /** Its number among all that are made, from 0. */
  readonly number: number;
  readonly text: string;
  /** The rule that it breaks, by itself or with those beside it; none for a sound one. */
  readonly fault: string | undefined;
}

export interface SeriesOptions {
  readonly count: number;
  readonly seed: number;
  /** The rules to break, in turn; any rule where none is named. */
  readonly faults: readonly string[];
  /** How many files of ten thousand break a rule. */
  readonly faulty: number;
}

/** How often other amounts, days and births are tried before they are left as they were. */
const tries = 12;
export const whole = 10_000;

/**
 * Makes files one by one, each judged as it is handed out; it ends early where nothing more could be made.
 *
 * The same ground, seed and options give the same files, and those at the beginning are the same however many are made
 * (but that the last are not the first of several which break a rule together).
 */
export function* seriesOf(ground: Ground, options: SeriesOptions): Generator<Sample> {
  const { count, seed, faulty } = options;
  const drawing = newDrawing(seed);
  const faults = newFaults(ground, options);
  const makers = new Map<Pattern, Maker>();
  const start = randomFrom(`${seed}/faulty`).whole(0, whole - 1);
  const due = (number: number) => Math.floor((number * faulty + start) / whole);
  let [made, broken, turn] = [0, 0, 0];
  while (made < count) {
    const isFaulty = due(made + 1) > broken;
    const most = Math.min(count - made, due(count) - broken);
    const pattern = isFaulty ? faults(turn, most) : soundPattern(ground, made);
    if (!pattern) return;
    const maker = makers.get(pattern) ?? newMaker(pattern, ground);
    makers.set(pattern, maker);
    const texts = maker(seed, made, drawing);
    if (!texts) return;
    for (const [index, text] of texts.entries())
      yield { number: made + index, text, fault: pattern.fault };
    made += texts.length;
    if (isFaulty) {
      broken += texts.length;
      turn += 1;
    }
  }
}

function soundPattern(ground: Ground, number: number): Pattern | undefined {
  const patterns = ground.patterns();
  return patterns[number % patterns.length];
}

/** The pattern for a file that is to break a rule, of at most so many files; undefined where no rule has one. */
function newFaults(
  ground: Ground,
  { seed, faults }: SeriesOptions,
): (turn: number, most: number) => Pattern | undefined {
  const any = faults.length === 0 ? faultsIn(ground) : [];
  return faults.length > 0 ? named : drawn;

  /** One of each rule in turn, then the next of each. */
  function named(turn: number, most: number): Pattern | undefined {
    const round = Math.floor(turn / faults.length);
    for (let tried = 0; tried < faults.length; tried += 1) {
      const patterns = ground.patterns(faults[(turn + tried) % faults.length]);
      const pattern = patterns[round % patterns.length];
      if (pattern && pattern.template.size <= most) return pattern;
    }
    return undefined;
  }

  function drawn(turn: number, most: number): Pattern | undefined {
    const random = randomFrom(`${seed}/fault/${turn}`);
    let left = any;
    for (let [fault] = left; fault !== undefined; [fault] = left) {
      const drawnFault = left[random.whole(0, left.length - 1)] ?? fault;
      const patterns = ground.patterns(drawnFault).filter(({ template }) => template.size <= most);
      if (patterns.length > 0) return patterns[random.whole(0, patterns.length - 1)];
      left = left.filter((one) => one !== drawnFault);
    }
    return undefined;
  }
}

/** Makes the files of a pattern that begin with a number, as JSON texts; undefined where nothing is judged as wanted. */
export type Maker = (
  seed: number,
  number: number,
  drawing: Drawing,
) => readonly string[] | undefined;

/**
 * Amounts and days are tried by themselves before they are drawn together, and days of birth where that goes wrong:
 * what goes well alone goes well together, nearly always, and is remembered.
 */
export function newMaker({ template, findings }: Pattern, { engine, subject }: Ground): Maker {
  const known = new Map<string, boolean>();
  return (seed, number, drawing) => {
    const random = randomFrom(`${seed}/${number}`);
    for (const wanted of ['amounts and days', 'births too', 'nothing'] as const) {
      const isFree = wanted === 'amounts and days';
      const variation: Variation = {
        percent: drawn('percent', () => random.whole(60, 120)),
        workingDays: drawn('workingDays', () => random.whole(-18, 15)),
        birthDays: isFree
          ? random.whole(-1500, 1500)
          : drawn('birthDays', () => 50 * random.whole(-30, 30)),
      };
      const changed = wanted === 'nothing' ? unchanged : variation;
      const texts = template.texts(number, changed, random, drawing);
      if (isAsWanted(texts)) return texts;
    }
    return undefined;

    function drawn(part: keyof Variation, draw: () => number): number {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const value = draw();
        if (isFit(part, value, drawing)) return value;
      }
      return unchanged[part];
    }
  };

  /** Whether the files are judged as wanted with one thing changed, whoever is in them. */
  function isFit(part: keyof Variation, value: number, drawing: Drawing): boolean {
    const key = `${part} ${value}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const variation = { ...unchanged, [part]: value };
    const fits = isAsWanted(template.texts(0, variation, randomFrom(key), drawing));
    known.set(key, fits);
    return fits;
  }

  function isAsWanted(texts: readonly string[]): boolean {
    return foundIn(texts, engine, subject)?.findings === findings;
  }
}
