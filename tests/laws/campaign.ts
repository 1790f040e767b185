import { type Book, randomBook } from './book.ts';
import { drawFrom } from './draw.ts';
import { type JsonRecord, randomDossier } from './dossiers.ts';
import { evaluator } from './evaluator.ts';
import {
  type Breach,
  calculator,
  type Engine,
  enginesOn,
  holesOf,
  newTally,
  type Tally,
} from './laws.ts';
import { closures, closuresOfValues, generatedCode, plannedShare } from './plans.ts';
import { type Typed, typed } from './program.ts';

/** What is compared with the evaluator, each on the same books and files. */
export const engines: Readonly<Record<string, Engine>> = {
  calculator,
  closures,
  'closures of values': closuresOfValues,
  'generated code': generatedCode,
};

export interface Campaign {
  /** Books are numbered on from here. */
  readonly seed: string;
  readonly books: number;
  /** Fields of records share names with fields at the top: only what resolves names by type is asked. */
  readonly collide: boolean;
  /** Verdicts are compared on so many files a book. */
  readonly files: number;
  /** So many files a book get holes, each filled so many times. */
  readonly holed: number;
  readonly fillings: number;
}

/** What a campaign came to. */
export interface Outcome {
  readonly breaches: readonly Breach[];
  /** By engine; `holes` for fillings judged by the evaluator. */
  readonly tallies: Readonly<Record<string, Tally>>;
  /** Rules that were made, and those of them that type: the rest was dropped. */
  readonly made: number;
  readonly rules: number;
  readonly planned: number;
  /** Rules without a plan, by reason. */
  readonly unplanned: Readonly<Record<string, number>>;
}

const rulesOfBook = 15;

/** Both laws on random books. */
export function campaign(
  { seed, books, collide, files, holed, fillings }: Campaign,
  told: (breach: Breach) => void = () => {},
): Outcome {
  const breaches: Breach[] = [];
  const tallies: Record<string, Tally> = { holes: newTally() };
  const unplanned: Record<string, number> = {};
  const sums = { made: 0, rules: 0, planned: 0 };
  for (let index = 0; index < books; index += 1) {
    const own = `${seed}${index}`;
    sums.made += rulesOfBook;
    const book: Book = randomBook(own, { rules: rulesOfBook, collide, depth: 3 });
    const one = typed(book);
    if (!one) continue;
    sums.rules += one.book.rules.length;
    const share = plannedShare(one);
    sums.planned += share.planned;
    for (const why of share.why) unplanned[why] = (unplanned[why] ?? 0) + 1;
    for (const breach of breachesOf(one, own)) {
      breaches.push(breach);
      told(breach);
    }
  }
  return { breaches, tallies, unplanned, ...sums };

  function breachesOf(one: Typed, own: string): readonly Breach[] {
    const compared = Object.entries(engines)
      .filter(([, engine]) => !(collide && engine === calculator))
      .map(([name, engine]) => ({ engine, tally: (tallies[name] ??= newTally()) }));
    const differing = enginesOn(one, evaluator, compared, randomFiles(one.book, files, own));
    const draw = drawFrom(`holes ${own}`);
    const tally = tallies['holes'] ?? newTally();
    const opened = holesOf(one, evaluator, draw, { files: holed, fillings }, tally);
    return opened ? [...differing, opened] : differing;
  }
}

function randomFiles(book: Book, count: number, seed: string): readonly JsonRecord[] {
  const draw = drawFrom(`files ${seed}`);
  const kinds = [
    { holes: 0, malformed: 0 },
    { holes: 10, malformed: 0 },
    { holes: 3, malformed: 3 },
  ];
  return Array.from({ length: count }, () =>
    randomDossier(book.shape, book.limits, draw, draw.one(kinds)),
  );
}
