import type { Book } from './book.ts';
import { calculatorOf } from './calculator.ts';
import type { Draw } from './draw.ts';
import { type JsonRecord, randomDossier } from './dossiers.ts';
import { filesOf } from './folder.ts';
import { contradictions, type Filled, filledFile, randomFilling, randomHoles } from './holes.ts';
import { schemaOf } from './shapes.ts';
import { type Typed, typed } from './program.ts';
import { smallerBooks, smallerFiles, smallest } from './shrink.ts';
import { readFile, type Said } from './verdicts.ts';

/** Something that judges files by a book: it says nothing of a rule that it has no way to judge. */
export interface Engine {
  readonly name: string;
  readonly of: (typed: Typed) => Judge;
}

/** undefined where the file is left to another engine. */
export type Judge = (text: string) => readonly Said[] | undefined;

export const calculator: Engine = {
  name: 'calculator',
  of: ({ book, subject }) => {
    const judge = calculatorOf(book);
    return (text) => judge(readFile(text, subject.type).dossier);
  },
};

/** What a law found wrong, made small, as text. */
export interface Breach {
  readonly law: 'holes' | 'engines';
  readonly seed: string;
  readonly said: readonly string[];
  readonly book: string;
  readonly files: readonly string[];
}

export interface Tally {
  /** Verdicts compared, or fillings judged. */
  count: number;
  /** Of the verdicts those that say something: neither cannot-tell. */
  decided: number;
  /** Rules and files that an engine left to another. */
  left: number;
}

export function newTally(): Tally {
  return { count: 0, decided: 0, left: 0 };
}

/** The law of holes on one book: a few files with holes, and fillings of each. */
export function holesOf(
  one: Typed,
  engine: Engine,
  draw: Draw,
  { files, fillings }: { readonly files: number; readonly fillings: number },
  tally: Tally,
): Breach | undefined {
  const { book } = one;
  const { shape, limits } = book;
  const judge = knowing(one, engine);
  for (let index = 0; index < files; index += 1) {
    const whole = randomDossier(shape, limits, draw, { holes: draw.one([0, 0, 8]), malformed: 0 });
    const { holed, places } = randomHoles(whole, shape, draw);
    const before = judge(JSON.stringify(holed));
    if (!before) {
      tally.left += 1;
      continue;
    }
    for (let filling = 0; filling < fillings; filling += 1) {
      const filled = randomFilling(holed, places, limits, draw);
      const after = judge(JSON.stringify(filledFile(filled)));
      if (!after) {
        tally.left += 1;
        continue;
      }
      tally.count += 1;
      tally.decided += before.filter(isDecided).length;
      if (contradictions(before, after).length > 0) return breachOfHoles(one, engine, filled);
    }
  }
  return undefined;
}

/**
 * What an engine says that is knowledge of the file. Of some rules what is not on file counts as not done. And that no
 * day could make a rule apply is told by values that do not change with it, which lint asks to have no end.
 */
function knowing(one: Typed, engine: Engine): Judge {
  const { book, gaps } = one;
  const judge = engine.of(one);
  const held = new Set(book.rules.filter(({ ifAbsent }) => !ifAbsent).map(({ id }) => id));
  return (text) =>
    judge(text)
      ?.filter(({ rule }) => held.has(rule))
      .map((own) => (gaps.has(own.rule) ? withoutNever(own) : own));
}

function withoutNever({ rule, elements }: Said): Said {
  return {
    rule,
    elements: elements.map(({ at, status }) => ({
      at,
      status: status === 'not-applicable' ? 'cannot-tell' : status,
    })),
  };
}

function isDecided({ elements }: Said): boolean {
  return elements.some(({ status }) => status !== 'cannot-tell');
}

function breachOfHoles(one: Typed, engine: Engine, filled: Filled): Breach {
  const found = (book: Book, case_: Filled): readonly string[] => {
    const again = book === one.book ? one : typed(book);
    if (!again) return [];
    const judge = knowing(again, engine);
    const before = judge(JSON.stringify(case_.holed));
    const after = judge(JSON.stringify(filledFile(case_)));
    return before && after ? contradictions(before, after) : [];
  };
  const book = smallestBook(one.book, (less) => found(less, filled));
  const lessFilled = smallest(
    filled,
    function* ({ holed, fillings }) {
      for (const index of fillings.keys())
        if (fillings.length > 1) yield { holed, fillings: fillings.toSpliced(index, 1) };
      for (const less of smallerFiles(holed)) yield { holed: less, fillings };
    },
    (less) => found(book, less).length > 0,
  );
  const files = [lessFilled.holed, filledFile(lessFilled)];
  return {
    law: 'holes',
    seed: one.book.seed,
    said: [`${engine.name}:`, ...found(book, lessFilled)],
    book: printBook(book, files),
    files: files.map((file) => JSON.stringify(file)),
  };
}

/** The smallest book that still fails, at once without the rules that the first line does not speak of where that will do. */
function smallestBook(book: Book, found: (book: Book) => readonly string[]): Book {
  const [line = ''] = found(book);
  const alone = { ...book, rules: book.rules.filter(({ id }) => line.startsWith(id)) };
  const fails = (less: Book) => found(less).length > 0;
  return smallest(alone.rules.length > 0 && fails(alone) ? alone : book, smallerBooks, fails);
}

/** An engine, how often it was compared, and the first difference. */
export interface Compared {
  readonly engine: Engine;
  readonly tally: Tally;
}

/** Other engines beside the first, on one book and the same files: the first breach of each. */
export function enginesOn(
  one: Typed,
  first: Engine,
  others: readonly Compared[],
  files: readonly JsonRecord[],
): readonly Breach[] {
  const judge = first.of(one);
  const left = new Map(others.map((other) => [other, other.engine.of(one)]));
  const breaches: Breach[] = [];
  for (const file of files) {
    const text = JSON.stringify(file);
    const expected = said(judge, text);
    for (const [other, its] of left) {
      const { differing, ...counted } = compare(expected, said(its, text));
      other.tally.count += counted.compared;
      other.tally.decided += counted.decided;
      other.tally.left += counted.left;
      if (differing.length === 0) continue;
      left.delete(other);
      breaches.push(breachOfEngines(one, [first, other.engine], file));
    }
  }
  return breaches;
}

/** What a judge says, or the error that it throws. */
function said(judge: Judge, text: string): readonly Said[] | string | undefined {
  try {
    return judge(text);
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** How two engines stand beside each other on one file; one that gathers elements is compared by the worst of them. */
function compare(a: readonly Said[] | string | undefined, b: readonly Said[] | string | undefined) {
  const thrown = [a, b].filter((one) => typeof one === 'string');
  const differing: string[] = [...thrown];
  let compared = 0;
  let decided = 0;
  if (!a || !b || typeof a === 'string' || typeof b === 'string')
    return { differing, compared, decided, left: 1 };
  const others = new Map(b.map((one) => [one.rule, one]));
  let left = 0;
  for (const one of a) {
    const other = others.get(one.rule);
    if (!other) {
      left += 1;
      continue;
    }
    const [mine, its] =
      one.gathered || other.gathered ? [worst(one), worst(other)] : [all(one), all(other)];
    compared += 1;
    if (mine !== 'cannot-tell') decided += 1;
    if (mine !== its) differing.push(`${one.rule}: ${mine} and ${its}`);
  }
  return { differing, compared, decided, left };
}

const order = ['fail', 'cannot-tell', 'pass', 'not-applicable'] as const;

function worst({ elements }: Said): string {
  return order.find((status) => elements.some((one) => one.status === status)) ?? 'nothing';
}

function all({ elements }: Said): string {
  return elements.map(({ status }) => status).join(' ');
}

function breachOfEngines(one: Typed, engines: readonly [Engine, Engine], file: JsonRecord): Breach {
  const found = (book: Book, case_: JsonRecord): readonly string[] => {
    const again = book === one.book ? one : typed(book);
    if (!again) return [];
    const text = JSON.stringify(case_);
    const [a, b] = engines.map((engine) => said(engine.of(again), text));
    return compare(a, b).differing;
  };
  const book = smallestBook(one.book, (less) => found(less, file));
  const less = smallest(file, smallerFiles, (smaller) => found(book, smaller).length > 0);
  return {
    law: 'engines',
    seed: one.book.seed,
    said: [engines.map(({ name }) => name).join(' and '), ...found(book, less)],
    book: printBook(book, [less]),
    files: [JSON.stringify(less)],
  };
}

/** The files of a book that tell something: what expressions are in, and the fields that they and the dossiers name. */
function printBook(book: Book, files: readonly JsonRecord[]): string {
  const all = Object.entries(filesOf(book)).filter(
    ([name]) => !/^(?:rulebook|calendars|schema)|step\.yaml$/u.test(name),
  );
  const told = JSON.stringify([all, files]);
  const fields = book.shape.fields.filter(({ name }) => told.includes(name));
  const schema = ['schema.json', schemaOf({ kind: 'record', fields })] as const;
  return [schema, ...all].map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n');
}

export function printBreach({ law, seed, said, book, files }: Breach): string {
  return [`law of ${law}, seed ${seed}`, ...said, book, ...files].join('\n');
}
