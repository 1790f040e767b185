import type { ChoiceOf, DatedOf, ElementOf, PickOf, TableOf } from '../../plan/plan.ts';
import { nestedListOf } from '../../plan/of-file.ts';
import type { Part } from '../../plan/walk.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, condition, held, loop, type Writing } from './writing.ts';

/** How values of a kind are written. */
export interface ValueWriting<T> {
  readonly value: (of: T, own: Body) => Js;
  readonly unknown: Js;
  /** By closures. */
  readonly delegated: (own: Body) => Js;
  /** It cannot be told of the values in doubles whether they are the same. */
  readonly isWide?: boolean;
}

const [c, y, z] = ['c', 'y', 'z'].map(js.name) as [Js, Js, Js];
const [zero, one] = [js.number(0), js.number(1)];

/** One of several values as an expression, whatever it is picked by. */
export function pickJs<T>(
  of: Part & PickOf<T>,
  body: Body,
  write: Writing,
  writing: ValueWriting<T>,
): Js {
  switch (of.kind) {
    case 'choice':
      return choiceJs(of, body, write, writing);
    case 'dated':
      return datedJs(of, body, write, writing);
    case 'table':
      return writing.isWide ? writing.delegated(body) : tableJs(of, body, write, writing);
    case 'element':
      return elementJs(of, body, write, writing);
  }
}

/** One of two values: where it is not known which, what both of them are. */
function choiceJs<T>(
  of: Part & ChoiceOf<T>,
  body: Body,
  write: Writing,
  { value, unknown, delegated, isWide }: ValueWriting<T>,
): Js {
  return write.lifted(of, body, (own) => {
    const asked = write.truth(of.condition, own);
    const [yes, no] = [value(of.yes, own), value(of.no, own)];
    const head = [js.constant('c', asked), js.when(js.is(c, one), [js.give(yes)])];
    if (isWide) return [...head, js.when(js.is(c, zero), [js.give(no)]), js.give(delegated(own))];
    return [
      ...head,
      js.constant('z', no),
      js.when(js.is(c, zero), [js.give(z)]),
      js.constant('y', yes),
      js.give(js.either(js.is(y, z), z, unknown)),
    ];
  });
}

/** The value that holds on a day; where there is no day, the only one there is. */
function datedJs<T>(
  of: DatedOf<T>,
  body: Body,
  write: Writing,
  { value, unknown }: ValueWriting<T>,
): Js {
  const [only] = of.editions;
  const undated = () => (of.sole && only ? value(only.is, body) : unknown);
  if (!of.day) return undated();
  const day = held(write.num(of.day, body), body);
  const otherwise = of.sole ? js.either(js.isNot(day.is, day.is), undated(), unknown) : unknown;
  const found = of.editions.reduceRight<Js>((rest, { from, until, is }) => {
    const after = js.binary('>=', day.is, js.number(from));
    const before = js.binary('<=', day.is, js.number(until));
    return js.either(js.binary('&&', after, before), value(is, body), rest);
  }, otherwise);
  return js.sequence(day.set, found);
}

/** What the row of a decision table that matches gives. */
function tableJs<T>(
  of: Part & TableOf<T>,
  body: Body,
  write: Writing,
  { value, unknown }: ValueWriting<T>,
): Js {
  const [f, h, u, a, m, v] = ['f', 'h', 'u', 'a', 'm', 'v'].map(js.name) as [
    Js,
    Js,
    Js,
    Js,
    Js,
    Js,
  ];
  const [yes, no] = [js.name('true'), js.name('false')];
  const result = js.give(js.either(js.binary('&&', u, a), f, unknown));
  return write.lifted(of, body, (own) => [
    js.variable('f', unknown),
    js.variable('h', no),
    js.variable('u', no),
    js.variable('a', yes),
    js.variable('m', zero),
    js.variable('v', unknown),
    ...of.rows.flatMap(({ matches, gives }) => [
      js.run(js.set(m, write.truth(matches, own))),
      js.when(js.isNot(m, zero), [
        js.run(js.set(v, value(gives, own))),
        js.when(
          h,
          [js.when(js.isNot(v, f), [js.run(js.set(a, no))])],
          [js.run(js.set(f, v)), js.run(js.set(h, yes))],
        ),
        js.when(js.is(m, one), [
          js.run(js.set(u, yes)),
          ...(of.first ? [js.give(js.either(a, f, unknown))] : []),
        ]),
      ]),
    ]),
    result,
  ]);
}

/** The value of the kept element at a position from the start; one counted from the end is left to closures. */
function elementJs<T>(
  of: Part & ElementOf<T>,
  body: Body,
  write: Writing,
  { value, unknown, delegated }: ValueWriting<T>,
): Js {
  const { list, position } = of;
  const isNested = nestedListOf(of) !== undefined;
  if (list.kind === 'pieces' || position < 1 || isNested) return delegated(body);
  const [k, r] = [js.name('k'), js.name('r')];
  return write.lifted(of, body, (own) => [
    js.variable('k', zero),
    js.variable('r', unknown),
    ...loop(list, own, write, js.give(unknown), (inside) => {
      const kept = condition(list, inside, write);
      const found = value(of.of, inside);
      const isThere = js.is(js.raise(k, one), js.number(position));
      return [
        ...keptSurely(kept, js.give(unknown)),
        js.when(isThere, [kept ? js.run(js.set(r, found)) : js.give(found)]),
      ];
    }),
    js.give(r),
  ]);
}

/** Goes on to the next element where this one is not kept; `doubtful` is done where that cannot be told. */
export function keptSurely(kept: Js | undefined, doubtful: js.Statement): readonly js.Statement[] {
  if (!kept) return [];
  return [
    js.constant('c', kept),
    js.when(js.is(c, zero), [js.next]),
    js.when(js.is(c, js.number(2)), [doubtful]),
  ];
}
