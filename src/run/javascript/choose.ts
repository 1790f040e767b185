import type { Edition, List, Num, TableRowOf, Truth } from '../../plan/plan.ts';
import type { Part } from '../../plan/walk.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, condition, held, loop, type Writing } from './writing.ts';

/** How a value of the kind in question is written. */
type WriteValue<T> = (of: T, own: Body) => Js;

const [c, y, z] = ['c', 'y', 'z'].map(js.name) as [Js, Js, Js];
const [zero, one] = [js.number(0), js.number(1)];

/**
 * One of two values: where it is not known which, what both of them are.
 *
 * @param inDoubt - where that cannot be told of the values in doubles
 */
export function choiceJs<T>(
  of: Part & { readonly condition: Truth; readonly yes: T; readonly no: T },
  body: Body,
  write: Writing,
  unknown: Js,
  value: WriteValue<T>,
  inDoubt?: (own: Body) => Js,
): Js {
  return write.lifted(of, body, (own) => {
    const asked = write.truth(of.condition, own);
    const [yes, no] = [value(of.yes, own), value(of.no, own)];
    const head = [js.constant('c', asked), js.when(js.is(c, one), [js.give(yes)])];
    if (inDoubt) return [...head, js.when(js.is(c, zero), [js.give(no)]), js.give(inDoubt(own))];
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
export function datedJs<T>(
  of: {
    readonly day: Num | undefined;
    readonly sole: boolean;
    readonly editions: readonly Edition<T>[];
  },
  body: Body,
  write: Writing,
  unknown: Js,
  value: WriteValue<T>,
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
export function tableJs<T>(
  of: Part & { readonly first: boolean; readonly rows: readonly TableRowOf<T>[] },
  body: Body,
  write: Writing,
  unknown: Js,
  value: WriteValue<T>,
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

/** The value of the kept element at a position from the start; undefined for one counted from the end. */
export function elementJs<T>(
  of: Part & { readonly list: List; readonly position: number; readonly of: T },
  body: Body,
  write: Writing,
  unknown: Js,
  value: WriteValue<T>,
): Js | undefined {
  const { list, position } = of;
  if (list.kind === 'pieces' || position < 1) return undefined;
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
