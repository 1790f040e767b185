import { mostElements } from '../../plan/plan.ts';
import type {
  Fill,
  ListReading,
  RecordReading,
  Scalar,
  ScalarReading,
  UnionReading,
  ValueReading,
} from '../reading.ts';
import * as scalars from '../scalars.ts';
import { reserve } from '../tray.ts';
import { printFunction } from './print.ts';
import * as js from './syntax.ts';
import type { Js, Statement } from './syntax.ts';

/** The source of a loader, and what it is given: words, limits and the readers of single values. */
export interface LoaderSource {
  /** The body of a function of `tools` that gives `(root, tray) => void`. */
  readonly source: string;
  readonly tools: LoaderTools;
}

export interface LoaderTools {
  readonly scaled: typeof scalars.scaled;
  readonly oneOf: typeof scalars.oneOf;
  readonly day: typeof scalars.day;
  readonly moment: typeof scalars.moment;
  readonly time: typeof scalars.time;
  readonly flag: typeof scalars.flag;
  readonly word: typeof scalars.word;
  readonly text: typeof scalars.text;
  readonly textOrBlank: typeof scalars.textOrBlank;
  readonly kindOf: typeof scalars.kindOf;
  readonly distinct: typeof scalars.distinct;
  readonly unfit: typeof scalars.unfit;
  readonly reserve: typeof reserve;
  /** Words, limits, days and kinds that values are held against. */
  readonly held: readonly unknown[];
}

const toolNames = [
  'scaled',
  'oneOf',
  'day',
  'moment',
  'time',
  'flag',
  'word',
  'text',
  'textOrBlank',
  'kindOf',
  'distinct',
  'unfit',
  'reserve',
  'held',
] as const satisfies readonly (keyof LoaderTools)[];

/** What is done with a value. */
type Put = (value: Js) => readonly Statement[];

const [o, y, v, i, l, p, q] = ['o', 'y', 'v', 'i', 'l', 'p', 'q'].map(js.name) as [
  Js,
  Js,
  Js,
  Js,
  Js,
  Js,
  Js,
];
const [zero, one, two] = [0, 1, 2].map(js.number) as [Js, Js, Js];
const nullJs = js.name('null');
const refuse = js.run(js.call('unfit'));

/** What a loader is made of so far. */
interface Made {
  /** What its values are held against. */
  readonly held: unknown[];
  /** Its functions, without their names. */
  readonly functions: string[];
}

/** A loader written out field by field, so that each is read at a place of its own. */
export function loaderSource(reading: RecordReading): LoaderSource {
  const made: Made = { held: [], functions: [] };
  const root = recordFunction(made, reading);
  const { held, functions } = made;
  const source = [
    '"use strict";',
    `const {${toolNames.join(',')}}=tools;`,
    ...held.map((_, index) => `const h${index}=held[${index}];`),
    ...functions.map((text, index) => `function r${index}${text}`),
    `return function${printFunction({
      parameters: ['o', 'y'],
      body: [js.run(js.call(root, o, y, zero, zero))],
    })};`,
  ].join('\n');
  return { source, tools: toolsWith(held) };
}

/** @param held - what a loader's values are held against */
export function toolsWith(held: readonly unknown[]): LoaderTools {
  return { ...scalars, reserve, held };
}

function written(made: Made, parameters: readonly string[], body: readonly Statement[]): string {
  made.functions.push(printFunction({ parameters, body }));
  return `r${made.functions.length - 1}`;
}

/** The name of a function that reads a record into its places. */
function recordFunction(made: Made, { fields, fills, there }: RecordReading): string {
  const puts = fields.flatMap(({ name, value }) => [
    js.run(js.set(v, js.at(o, js.text(name)))),
    js.when(js.isNot(v, js.undefinedJs), [js.run(js.raise(js.name('k'), one))]),
    ...putting(made, value)(v),
  ]);
  const isOdd = js.binary(
    '||',
    js.isNot({ kind: 'unary', operator: 'typeof ', of: o }, js.text('object')),
    js.call('Array.isArray', o),
  );
  const keys = js.member(y, 'keys');
  return written(
    made,
    ['o', 'y', 'a', 'b'],
    [
      js.when(isAbsent(o), [...filled(fills.absent), js.give()]),
      js.when(isOdd, [refuse]),
      ...there.map((at) => js.run(js.set(numberAt(at), zero))),
      js.variable('v', js.undefinedJs),
      js.variable('k', zero),
      ...puts,
      js.run(js.raise(keys, js.name('k'))),
    ],
  );
}

function putting(made: Made, reading: ValueReading): Put {
  switch (reading.kind) {
    case 'record': {
      const name = recordFunction(made, reading);
      // what its own schema says of its absence is not what the function knows
      const absent = filled(reading.fills.absent);
      const call = (value: Js) => js.run(js.call(name, value, y, js.name('a'), js.name('b')));
      return (value) => [js.when(isAbsent(value), absent, [call(value)])];
    }
    case 'list':
      return listPut(made, reading);
    case 'scalar':
      return scalarPut(made, reading);
    case 'union':
      return unionPut(made, reading);
    case 'only-empty': {
      const isEmpty = (value: Js) =>
        js.binary('&&', js.call('Array.isArray', value), js.is(js.member(value, 'length'), zero));
      return (value) => [js.when(isAbsent(value), [], [js.when(isEmpty(value), [], [refuse])])];
    }
    case 'only-absent':
      return (value) => [js.when(isAbsent(value), [], [refuse]), ...filled(reading.fills.absent)];
  }
}

function listPut(made: Made, reading: ListReading): Put {
  const { index, width, texts, presence, hasNumbers, key, there, fills, isOuter, isOpen } = reading;
  const name = written(made, ['v', 'y', 'a', 'b'], putting(made, reading.element)(v));
  const [numbersEnd, textsEnd] = [js.member(y, 'numbersEnd'), js.member(y, 'textsEnd')];
  const times = (by: number) => js.binary('*', l, js.number(by));
  const [c, row] = [js.name('c'), js.member(y, 'row')];
  const isNumber = js.is({ kind: 'unary', operator: 'typeof ', of: c }, js.text('number'));
  const keys = key === undefined ? undefined : keyFunction(made, key);
  return (value) => [
    js.when(isAbsent(value), filled(fills.absent), [
      js.when(js.call('Array.isArray', value), [], [refuse]),
      js.constant('l', js.member(value, 'length')),
      js.when(js.binary('>', l, js.number(mostElements)), [
        js.run(js.call('unfit', js.text('elements'))),
      ]),
      ...(keys === undefined ? [] : [js.run(js.call('distinct', value, js.name(keys)))]),
      js.variable('p', numbersEnd),
      js.variable('q', textsEnd),
      js.run(js.call('reserve', y, times(width), times(texts))),
      ...there.map((at) => js.run(js.set(numberAt(at), zero))),
      ...(index === undefined
        ? []
        : [l, p, q].map((of, offset) => js.run(js.set(numberAt(index + offset), of)))),
      {
        kind: 'for',
        begin: [['i', zero]],
        while: js.binary('<', i, l),
        steps: [js.raise(i, one), js.raise(p, js.number(width)), js.raise(q, js.number(texts))],
        body: [
          js.constant('c', js.at(value, i)),
          ...(hasNumbers ? [js.when(isNumber, [refuse])] : []),
          ...(isOuter ? [js.run(js.set(row, i))] : []),
          js.run(js.call(name, c, y, p, q)),
          ...(presence === undefined
            ? []
            : [
                js.run(
                  js.set(
                    js.at(js.member(y, 'numbers'), js.binary('+', p, js.number(presence))),
                    js.either(isAbsent(c), two, one),
                  ),
                ),
              ]),
        ],
      },
      ...(isOuter ? [js.run(js.set(row, js.number(-1)))] : []),
      ...(isOpen ? filled(fills.unknown) : []),
    ]),
  ];
}

function keyFunction(made: Made, key: string): string {
  const c = js.name('c');
  const isRecord = js.binary(
    '&&',
    js.is({ kind: 'unary', operator: 'typeof ', of: c }, js.text('object')),
    js.isNot(c, nullJs),
  );
  return written(
    made,
    ['c'],
    [js.give(js.either(isRecord, js.at(c, js.text(key)), js.undefinedJs))],
  );
}

function scalarPut(made: Made, { as, index, fills, there }: ScalarReading): Put {
  const target =
    index === undefined ? undefined : as.kind === 'text' ? textAt(index) : numberAt(index);
  const places = as.kind === 'number' ? as.places : undefined;
  const unwritten =
    places === undefined ? [] : [js.run(js.set(numberAt(places), js.number(Number.NaN)))];
  return (value) => {
    const read = scalarJs(made, as, value);
    if (there.length === 0) return [js.run(target ? js.set(target, read) : read), ...unwritten];
    const w = js.name('w');
    const isThere =
      as.kind === 'text'
        ? js.isNot(w, js.undefinedJs)
        : as.kind === 'flag'
          ? js.isNot(w, two)
          : js.is(w, w);
    const says = there.map((at) => js.run(js.set(numberAt(at), zero)));
    const put = target ? [js.run(js.set(target, w))] : [];
    const known = js.when(isThere, [...put, ...says], filled(fills.absent));
    return [js.block(js.constant('w', read), known), ...unwritten];
  };
}

function unionPut(made: Made, { kinds, of, index, fills, there }: UnionReading): Put {
  const w = js.name('w');
  const puts = of.map(({ kind, scalar }) => ({ kind, put: scalarPut(made, scalar) }));
  return (value) => [
    ...filled(fills.absent),
    js.block(
      js.constant('w', js.call('kindOf', value, heldJs(made, kinds))),
      js.when(js.binary('>=', w, zero), [
        ...puts.map(({ kind, put }) => js.when(js.is(w, js.number(kind)), put(value))),
        ...there.map((at) => js.run(js.set(numberAt(at), zero))),
        ...(index === undefined ? [] : [js.run(js.set(numberAt(index), w))]),
      ]),
    ),
  ];
}

function scalarJs(made: Made, as: Scalar, value: Js): Js {
  switch (as.kind) {
    case 'number': {
      const own = as.values ? js.call('oneOf', value, heldJs(made, as.values)) : value;
      const limits = as.limits ? heldJs(made, as.limits) : js.undefinedJs;
      return js.call('scaled', own, js.number(as.by), limits, heldJs(made, as), y);
    }
    case 'word':
      return js.call('word', value, heldJs(made, as.words));
    case 'day':
      return js.call('day', value, heldJs(made, as.days));
    case 'moment':
      return js.call('moment', value, heldJs(made, as.days));
    case 'text':
      if (as.blanks) return js.call('textOrBlank', value, heldJs(made, as.blanks));
      return js.call('text', value);
    case 'flag':
    case 'time':
      return js.call(as.kind, value);
  }
}

function heldJs(made: Made, value: unknown): Js {
  made.held.push(value);
  return js.name(`h${made.held.length - 1}`);
}

function isAbsent(value: Js): Js {
  return js.binary('||', js.is(value, js.undefinedJs), js.is(value, nullJs));
}

/** Puts what is not known, or none, into places. */
function filled({ numbers, texts }: Fill): readonly Statement[] {
  return [
    ...numbers.map(([index, value]) => js.run(js.set(numberAt(index), js.number(value)))),
    ...texts.map((index) => js.run(js.set(textAt(index), js.undefinedJs))),
  ];
}

function numberAt(index: number): Js {
  return js.at(js.member(y, 'numbers'), js.binary('+', js.name('a'), js.number(index)));
}

function textAt(index: number): Js {
  return js.at(js.member(y, 'texts'), js.binary('+', js.name('b'), js.number(index)));
}
