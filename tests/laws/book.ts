import { type BookCodes, randomCodes } from './codes.ts';
import { type Draw, drawFrom } from './draw.ts';
import { grammarOf } from './grammar.ts';
import { type Grammar, isRecordList, wordSort } from './making.ts';
import { written } from './grammar-numbers.ts';
import { dayAfter, type Limits, randomLimits } from './limits.ts';
import { type Env, type Named, placesIn, type Taken, withVariable } from './places.ts';
import { type NumberUnit, type RecordShape, randomShape, type Shape, wordsOf } from './shapes.ts';
import { always, type Span } from './span.ts';
import type { Term } from './term.ts';

/** A random rulebook, as what it is made of: so that the calculator needs no program, and parts can be left out. */
export interface Book {
  readonly seed: string;
  readonly shape: RecordShape;
  /** As rulebook.yaml says them; books of others have one of the usual. */
  readonly setting?: BookSetting;
  readonly limits: Limits;
  readonly definitions: readonly BookDefinition[];
  readonly parameters: readonly BookParameter[];
  readonly tables: readonly BookTable[];
  readonly codes: readonly BookCodes[];
  readonly rules: readonly BookRule[];
}

export interface BookSetting {
  readonly currency: 'CNY' | 'JPY' | 'KWD';
  readonly zone: string;
}

export const usualSetting: BookSetting = { currency: 'CNY', zone: '+08:00' };

/** Digits after the point, of ISO 4217: told here, so that a test does not believe what it tests. */
export const decimalsOf: Readonly<Record<BookSetting['currency'], number>> = {
  CNY: 2,
  JPY: 0,
  KWD: 3,
};

export interface BookDefinition {
  readonly name: string;
  readonly takes?: readonly Taken[];
  readonly editions: readonly (Span & { readonly is: Term })[];
}

export interface BookParameter {
  readonly name: string;
  readonly unit: NumberUnit;
  readonly editions: readonly (Span & { readonly value: number })[];
}

export interface BookTable {
  readonly name: string;
  readonly takes?: readonly Taken[];
  readonly hit: 'unique' | 'first';
  readonly inputs: readonly Term[];
  readonly outputs: readonly { readonly name: string; readonly sort: string }[];
  readonly editions: readonly (Span & { readonly rows: readonly BookRow[] })[];
}

export interface BookRow {
  readonly when: readonly string[];
  /** undefined where the source gives no value. */
  readonly gives: readonly (Term | undefined)[];
}

export interface BookRule {
  readonly id: string;
  readonly products: readonly string[] | undefined;
  readonly each: { readonly variable: string; readonly list: Term } | undefined;
  readonly editions: readonly BookEdition[];
  readonly since: boolean;
  readonly ended: boolean;
  readonly ifAbsent: boolean;
}

export interface BookLet {
  readonly name: string;
  readonly is: Term;
}

export interface BookEdition extends Span {
  /** Each may read those before it. */
  readonly lets?: readonly BookLet[];
  /** Absent in a book where everything has always been so. */
  readonly asOf: Term | undefined;
  readonly when: Term | undefined;
  readonly require: Term;
}

export interface BookOptions {
  readonly rules: number;
  /** Fields of records share names with fields at the top. */
  readonly collide: boolean;
  /** How deep expressions go. */
  readonly depth: number;
}

export function randomBook(seed: string, { rules, collide, depth }: BookOptions): Book {
  const draw = drawFrom(seed);
  const shape = randomShape(draw, { collide });
  // drawn apart, so that what is known of a seed stays so
  const apart = drawFrom(`${seed} setting`);
  const setting = apart.chance(40)
    ? usualSetting
    : {
        currency: apart.one(['CNY', 'JPY', 'KWD'] as const),
        zone: apart.one(['+08:00', '-03:30', 'Z', 'America/New_York', 'Australia/Lord_Howe']),
      };
  const limits = randomLimits(draw, decimalsOf[setting.currency]);
  const grammar = grammarOf(draw, limits);
  const isTimeless = drawFrom(`${seed} time`).chance(15);
  let env: Env = { places: placesIn(shape, ''), named: [], codes: [], elements: [], loops: 0 };
  const codes = ['codes0', 'codes1'].map((name) => randomCodes(name, spans(), draw, limits));
  env = { ...env, codes };
  const parameters = Array.from({ length: 3 }, (_, index) => parameter(`limit${index}`));
  const definitions: BookDefinition[] = [];
  const tables: BookTable[] = [];
  for (let index = 0; index < 3; index += 1) {
    definitions.push(definition(`formula${index * 2}`));
    tables.push(table(`table${index}`));
    definitions.push(definition(`口径${index * 2 + 1}`));
  }
  return {
    seed,
    shape,
    setting,
    limits,
    parameters,
    definitions,
    tables,
    codes,
    rules: Array.from({ length: rules }, (_, index) => rule(index + 1)),
  };

  function add(...named: readonly Named[]): void {
    env = { ...env, named: [...env.named, ...named] };
  }

  /** One to three, day by day one after the other, at times without a beginning that covers every day. */
  function spans(): readonly Span[] {
    if (isTimeless) return [{ from: always }];
    const [first = '2024-01-01', second = first] = limits.days.slice(draw.whole(0, 1));
    const early = draw.chance(75) ? '1900-01-01' : dayAfter(first, -400);
    const ends = draw.chance(15);
    const last = (from: string): Span =>
      ends ? { from, until: '2024-09-24' > from ? '2024-09-24' : from } : { from };
    const count = draw.weighted([
      [4, 1],
      [3, 2],
      [2, 3],
    ]);
    if (count === 1) return [last(early)];
    const one: Span = { from: early, until: dayAfter(first, -1) };
    if (count === 2 || second <= first) return [one, last(first)];
    return [one, { from: first, until: dayAfter(second, -1) }, last(second)];
  }

  function parameter(name: string): BookParameter {
    const unit = draw.one<NumberUnit>([
      ...(['money', 'ratio', 'ratio', 'rate', 'count', 'months'] as const),
      ...(['percent', 'none', 'kWh'] as const),
    ]);
    add(namedAs(name, unit));
    const editions = spans().map((span) => ({ ...span, value: draw.one(limits.numbers[unit]) }));
    return { name, unit, editions };
  }

  function definition(name: string): BookDefinition {
    const sort = draw.one([
      'money',
      'money',
      'ratio',
      'truth',
      'truth',
      'day',
      'text',
      'count',
      'either money',
      'either count',
      wordSort(draw.one(wordsOf)),
    ]);
    const takes = draw.chance(45) ? taken(name) : [];
    const inside = takes.reduce(withTaken, env);
    const editions = spans().flatMap((span) => {
      const is = ofSort(sort, grammar, inside, depth - 1);
      return is ? [{ ...span, is }] : [];
    });
    // the type of a definition is that of its values: a unit needs one that has it
    if (editions.length > 0 && editions.every(({ is }) => !is.bare))
      add(takes.length > 0 ? { text: name, sort, takes } : namedAs(name, sort));
    return { name, ...(takes.length > 0 && { takes }), editions };
  }

  /** What a definition or table takes: elements of lists, and values. */
  function taken(of: string): readonly Taken[] {
    const lists = env.places.flatMap(({ text, shape: own }) =>
      isRecordList(own) ? [{ text, of: own.of }] : [],
    );
    return Array.from({ length: draw.whole(1, 2) }, (_, index): Taken => {
      const name = `${of}Of${index}`;
      if (lists.length > 0 && draw.chance(55)) {
        const list = draw.one(lists);
        return { name, takes: list.text, is: { of: list.of } };
      }
      return { name, ...draw.one(scalars) };
    });
  }

  function table(name: string): BookTable {
    const takes = draw.chance(30) ? taken(name) : [];
    const inside = takes.reduce(withTaken, env);
    const inputs = Array.from({ length: draw.whole(1, 3) }, () => {
      const sort = draw.one(['money', 'count', 'truth', 'day', 'text', 'word']);
      const chosen = sort === 'word' ? wordSort(draw.one(wordsOf)) : sort;
      return ofSort(chosen, grammar, inside, 1) ?? grammar.truth(inside, 1);
    });
    const outputs = Array.from({ length: draw.one([1, 1, 2]) }, (_, index) => ({
      name: `out${name.slice(5)}${index}`,
      sort: draw.one(['money', 'ratio', 'truth', 'text', 'count']),
    }));
    const hit = draw.one(['unique', 'first'] as const);
    const editions = spans().map((span) => {
      const rows = Array.from({ length: draw.whole(2, 4) }, (): BookRow =>
        row(inputs, outputs, inside),
      );
      const rest: BookRow = {
        when: inputs.map(() => '-'),
        gives: outputs.map(({ sort }) => output(sort, inside)),
      };
      return { ...span, rows: hit === 'first' || draw.chance(20) ? [...rows, rest] : rows };
    });
    const [only] = outputs;
    if (only && outputs.length === 1)
      add(takes.length > 0 ? { text: name, sort: only.sort, takes } : namedAs(name, only.sort));
    else if (takes.length === 0)
      add(
        ...outputs.map((one) => ({
          text: `${name}.${one.name}`,
          sort: one.sort,
          dated: { name, rest: `.${one.name}` },
        })),
      );
    return { name, ...(takes.length > 0 && { takes }), hit, inputs, outputs, editions };
  }

  function row(inputs: readonly Term[], outputs: BookTable['outputs'], inside: Env): BookRow {
    return {
      when: inputs.map(({ sort }) => (draw.chance(25) ? '-' : cell(sort, draw, limits))),
      gives: outputs.map(({ sort }) => output(sort, inside)),
    };
  }

  function output(sort: string, inside: Env): Term | undefined {
    if (draw.chance(8)) return undefined;
    if (sort === 'truth') return { sort, bare: true, parts: [draw.one(['true', 'false'])] };
    if (sort === 'text') return { sort, bare: true, parts: [draw.one(['"low"', '"high"', '"A"'])] };
    const made = draw.chance(20) ? ofSort(sort, grammar, inside, 1) : undefined;
    return (
      made ?? { sort, bare: true, parts: [String(draw.one(limits.numbers[sort as NumberUnit]))] }
    );
  }

  function rule(number: number): BookRule {
    const lists = env.places.filter(({ shape: of }) => isRecordList(of));
    let inner = env;
    let each: BookRule['each'];
    if (lists.length > 0 && draw.chance(25)) {
      const found = grammar.records(env, draw.one([0, 0, 2]));
      if (found) {
        each = { variable: 'element', list: found.term };
        inner = withVariable(env, 'element', found.of);
      }
    }
    const asOf = isTimeless ? undefined : day(inner);
    const editions = spans().map((span): BookEdition => {
      const [lets, own] = draw.chance(45) ? named(inner) : [[], inner];
      return {
        ...span,
        ...(lets.length > 0 && { lets }),
        asOf: !asOf || draw.chance(85) ? asOf : day(own),
        when: draw.chance(55) ? grammar.truth(own, Math.max(depth - 1, 1)) : undefined,
        require: grammar.truth(own, depth),
      };
    });
    return {
      id: `TST-${String(number).padStart(3, '0')}`,
      products: draw.chance(10) ? draw.some(['P', 'Q', 'R'], 2) : undefined,
      each,
      editions,
      since: !isTimeless && draw.chance(20),
      ended: editions.at(-1)?.until !== undefined && draw.chance(60),
      ifAbsent: draw.chance(8),
    };
  }

  /** Values that an edition names: of every sort, and lists of records. */
  function named(around: Env): readonly [readonly BookLet[], Env] {
    let own = around;
    const lets: BookLet[] = [];
    for (let index = 0; index < draw.whole(1, 3); index += 1) {
      const name = `own${index}`;
      const records = draw.chance(25) ? grammar.records(own, 1) : undefined;
      const sort = draw.one(['money', 'ratio', 'truth', 'day', 'text', 'count']);
      const is = records?.term ?? ofSort(sort, grammar, own, depth - 2);
      if (!is || is.bare) continue;
      lets.push({ name, is });
      if (records) {
        const list: Shape = { kind: 'list', of: records.of, key: undefined };
        own = { ...own, places: [{ text: name, shape: list, none: false }, ...own.places] };
      } else own = { ...own, named: [{ text: name, sort }, { text: name, sort }, ...own.named] };
    }
    return [lets, own];
  }

  function day(at: Env): Term {
    if (draw.chance(60)) return { sort: 'day', bare: false, parts: ['asOfDay'] };
    return draw.chance(25) ? grammar.moment(at, 0) : grammar.day(at, draw.one([0, 1, 2]));
  }
}

/** Arguments that are values: by their units or kinds. */
const scalars: readonly Omit<Taken, 'name'>[] = [
  ...(['money', 'ratio', 'count', 'months'] as const).map((unit) => {
    const shape: Shape = { kind: 'number', unit, whole: false, positive: false };
    return { takes: unit, is: { sort: unit, shape } };
  }),
  { takes: 'boolean', is: { sort: 'truth', shape: { kind: 'boolean' } } },
  { takes: 'date', is: { sort: 'day', shape: { kind: 'date' } } },
  { takes: 'text', is: { sort: 'text', shape: { kind: 'text' } } },
];

/** Inside a definition or table an argument is read more often than anything else. */
function withTaken(env: Env, { name, is }: Taken): Env {
  if ('of' in is) return withVariable(env, name, is.of);
  const place = { text: name, shape: is.shape, none: false };
  return { ...env, places: [...Array.from({ length: 6 }, () => place), ...env.places] };
}

function namedAs(name: string, sort: string): Named {
  return { text: name, sort, dated: { name, rest: '' } };
}

function ofSort(sort: string, grammar: Grammar, env: Env, depth: number): Term | undefined {
  if (sort === 'truth') return grammar.truth(env, depth);
  if (sort === 'day') return grammar.day(env, depth);
  if (sort === 'text') return grammar.text(env, depth);
  if (sort.startsWith('word ')) return grammar.word(env, depth, sort.split(' ').slice(1));
  if (sort.startsWith('either ')) return grammar.either(sort.slice(7) as NumberUnit, env, depth);
  return grammar.counted(sort as NumberUnit, env, depth);
}

/** A cell of a decision table for a column of a sort. */
function cell(sort: string, draw: Draw, limits: Limits): string {
  if (sort === 'truth') return draw.one(['true', 'false']);
  if (sort === 'text') return `"${draw.one(limits.texts)}"`;
  if (sort === 'day') {
    const [from = '', to = ''] = [draw.one(limits.days), draw.one(limits.days)].toSorted();
    return draw.one([
      `<= date("${to}")`,
      `> date("${from}")`,
      `[date("${from}")..date("${to}"))`,
      `date("${from}")`,
    ]);
  }
  if (sort.startsWith('word ')) {
    const words = sort.split(' ').slice(1);
    const [a, b] = [draw.one(words), draw.one(words)];
    return draw.one([`"${a}"`, `"${a}","${b}"`, `not("${a}")`]);
  }
  const numbers = limits.numbers[sort as NumberUnit];
  const [low = 0, high = 0] = [draw.one(numbers), draw.one(numbers)].toSorted((x, y) => x - y);
  const [a, b] = [written(low), written(high)];
  return draw.one([
    `<= ${a}`,
    `> ${a}`,
    `[${a}..${b}]`,
    `(${a}..${b}]`,
    a,
    `not(${b})`,
    `>= ${b}, 0`,
  ]);
}
