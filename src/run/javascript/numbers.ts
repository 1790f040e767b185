import { mostExact, type Num, type PickOf } from '../../plan/plan.ts';
import { isGuarded, isNarrow, mayCancel } from '../../plan/trust.ts';
import { keptSurely, pickJs } from './picks.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, condition, held, loop, slotJs, type Writing } from './writing.ts';

/** A number as an expression; NaN where the file does not settle it. */
export function numJs(num: Num, body: Body, write: Writing): Js {
  const inner = (of: Num) => write.num(of, body);
  const delegated = (own: Body) => write.delegated({ kind: 'num', of: num }, own);
  switch (num.kind) {
    case 'whole':
      return js.number(num.value);
    case 'slot':
      return slotJs(num.slot, body, write.layouts);
    case 'today':
      return js.member(js.name('frame'), 'today');
    case 'sum':
      return js.chain('+', num.parts.map(inner), js.number(0));
    case 'product':
      return js.binary('*', inner(num.left), inner(num.right));
    case 'least':
      return js.call('Math.min', ...num.parts.map(inner));
    case 'most':
      return js.call('Math.max', ...num.parts.map(inner));
    case 'absolute':
      return js.call('Math.abs', inner(num.of));
    case 'unless-zero': {
      if (!isNarrow(num.divisor) && mayCancel(num.divisor)) return delegated(body);
      const by = held(inner(num.divisor), body);
      const zero = js.number(0);
      const isThere = js.binary('||', js.binary('>', by.set, zero), js.binary('<', by.is, zero));
      return js.either(isThere, inner(num.of), js.NaNJs);
    }
    case 'rounded':
    case 'remainder':
      return quotientJs(num, body, write);
    case 'choice':
      return picked(num, [num.yes, num.no]);
    case 'table':
      return picked(
        num,
        num.rows.map(({ gives }) => gives),
      );
    case 'dated':
    case 'element':
      return picked(num, []);
    case 'code':
      return js.call('rowOf', write.codes(num), write.text(num.of, body));
    case 'cell':
      return js.call('cell', write.codes(num), inner(num.row));
    case 'length':
      return js.call('length', write.text(num.of, body));
    case 'tally':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'distinct':
    case 'distinct-texts':
      return gatheredJs(num, body, write);
    case 'occurrences':
    case 'called':
      return delegated(body);
    case 'day-of':
      return js.call('dayOf', inner(num.of));
    case 'part':
      return js.call('part', inner(num.of), js.text(num.part));
    case 'clock':
      return js.call('clock', inner(num.of), js.text(num.part));
    case 'between': {
      const called = { months: 'months', years: 'years', 'working-days': 'working' }[num.what];
      return js.call(called, inner(num.from), inner(num.to));
    }
    case 'shifted': {
      const called = { months: 'afterMonths', 'working-days': 'afterWorking' }[num.what];
      return js.call(called, inner(num.from), inner(num.by));
    }
  }

  /** @param compared - numbers that are asked whether they are the same */
  function picked(of: PickOf<Num> & Num, compared: readonly Num[]): Js {
    const isWide = !compared.every(isNarrow);
    return pickJs(of, body, write, { value: write.num, unknown: js.NaNJs, delegated, isWide });
  }
}

/** Whether doubles hold a number whole. */
export function nearJs(value: Js): Js {
  return js.binary(
    '&&',
    js.binary('<', value, js.number(mostExact)),
    js.binary('>', value, js.number(-mostExact)),
  );
}

function quotientJs(
  num: Extract<Num, { readonly kind: 'rounded' | 'remainder' }>,
  body: Body,
  write: Writing,
): Js {
  const other = num.kind === 'rounded' ? num.over : num.by;
  const divide = (of: Js, by: Js) =>
    num.kind === 'rounded'
      ? js.call('rounded', of, by, js.text(num.to))
      : js.call('remainder', of, by);
  const exact = () => write.delegated({ kind: 'num', of: num }, body);
  if (isNarrow(num.of) && isNarrow(other))
    return divide(write.num(num.of, body), write.num(other, body));
  if (mayCancel(num.of) || mayCancel(other)) return exact();
  const [of, by] = [held(write.num(num.of, body), body), held(write.num(other, body), body)];
  const isNear = js.binary('&&', nearJs(of.is), nearJs(by.is));
  return js.sequence(of.set, by.set, js.either(isNear, divide(of.is, by.is), exact()));
}

function gatheredJs(
  num: Extract<
    Num,
    { readonly kind: 'tally' | 'total' | 'lowest' | 'highest' | 'distinct' | 'distinct-texts' }
  >,
  body: Body,
  write: Writing,
): Js {
  const { list } = num;
  const isWide = num.kind === 'distinct' && !isNarrow(num.of);
  if (list.kind === 'pieces' || isWide) return write.delegated({ kind: 'num', of: num }, body);
  const begin = num.kind === 'tally' || num.kind === 'total' ? js.number(0) : js.NaNJs;
  return write.lifted(num, body, (own) => [
    isSet(num)
      ? js.constant('r', { kind: 'unary', operator: 'new ', of: js.call('Set') })
      : js.variable('r', begin),
    ...(num.kind === 'lowest' || num.kind === 'highest'
      ? [js.variable('h', js.name('false'))]
      : []),
    ...(isSeenTo(num) ? [js.variable('z', js.number(0))] : []),
    ...loop(list, own, write, js.give(js.NaNJs), (inside) => [
      ...keptSurely(condition(list, inside, write), js.give(js.NaNJs)),
      ...gather(num, inside, write),
    ]),
    ...(isSeenTo(num)
      ? [
          js.when(js.binary('>', z, js.number(mostExact)), [
            js.run(js.set(beyond, js.name('true'))),
          ]),
        ]
      : []),
    js.give(isSet(num) ? js.member(js.name('r'), 'size') : js.name('r')),
  ]);
}

/** What is done with an element that is kept. */
function gather(
  num: Extract<
    Num,
    { readonly kind: 'tally' | 'total' | 'lowest' | 'highest' | 'distinct' | 'distinct-texts' }
  >,
  inside: Body,
  write: Writing,
): readonly js.Statement[] {
  const [r, v, h] = ['r', 'v', 'h'].map(js.name) as [Js, Js, Js];
  switch (num.kind) {
    case 'tally':
      return [js.run(js.raise(r, js.number(1)))];
    case 'total': {
      const of = write.num(num.of, inside);
      if (!isSeenTo(num)) return [js.run(js.raise(r, of))];
      return [
        js.constant('v', of),
        js.run(js.raise(r, v)),
        js.run(js.raise(z, js.call('Math.abs', v))),
      ];
    }
    case 'lowest':
    case 'highest': {
      const better = js.binary(num.kind === 'lowest' ? '<' : '>', v, r);
      return [
        js.constant('v', write.num(num.of, inside)),
        js.when(js.isNot(v, v), [js.give(js.NaNJs)]),
        js.when(js.binary('||', { kind: 'unary', operator: '!', of: h }, better), [
          js.run(js.set(r, v)),
        ]),
        js.run(js.set(h, js.name('true'))),
      ];
    }
    case 'distinct':
      return addedTo(r, js.constant('v', write.num(num.of, inside)), js.isNot(v, v));
    case 'distinct-texts': {
      const text = js.constant('v', write.text(num.of, inside));
      return addedTo(r, text, js.is(v, js.undefinedJs));
    }
  }
}

function addedTo(set: Js, value: js.Statement, isUnknown: Js): readonly js.Statement[] {
  return [
    value,
    js.when(isUnknown, [js.give(js.NaNJs)]),
    js.run(js.call(js.member(set, 'add'), js.name('v'))),
  ];
}

/** The sizes of what is added up, and what says that they are too large together. */
const z = js.name('z');
const beyond = js.member(js.name('frame'), 'beyond');

function isSeenTo(num: Num): boolean {
  return isGuarded(num);
}

function isSet({ kind }: Num): boolean {
  return kind === 'distinct' || kind === 'distinct-texts';
}
