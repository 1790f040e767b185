import type { CompareTruth, Num, Text, TextTest, Truth } from '../../plan/plan.ts';
import { isNarrow, mayCancel, summands, trustOf } from '../../plan/trust.ts';
import { pickJs } from './picks.ts';
import { nearJs } from './numbers.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, condition, held, isUnknown, loop, slotJs, type Writing } from './writing.ts';

const [no, yes, unknown] = [0, 1, 2].map(js.number) as [Js, Js, Js];

/** A condition as an expression that is 0, 1 or 2. */
export function truthJs(truth: Truth, body: Body, write: Writing): Js {
  const delegated = (own: Body) => write.delegated({ kind: 'truth', of: truth }, own);
  switch (truth.kind) {
    case 'known':
      return js.number(truth.value);
    case 'flag':
      return slotJs(truth.slot, body, write.layouts);
    case 'compare':
      return comparisonJs(truth, body, write);
    case 'divided':
      return dividedJs(truth, body, write);
    case 'unless-zero': {
      if (!hasSureSign(truth.divisor)) return delegated(body);
      const by = held(write.num(truth.divisor, body), body);
      return js.either(isNotZero(by), write.truth(truth.of, body), unknown);
    }
    case 'one-of': {
      const of = held(write.num(truth.of, body), body);
      const [first, ...others] = truth.words.map(js.number);
      const known = js.either(js.is(of.is, of.is), no, unknown);
      if (!first) return js.sequence(of.set, known);
      const tests = [js.is(of.set, first), ...others.map((word) => js.is(of.is, word))];
      return js.either(js.chain('||', tests, js.name('false')), yes, known);
    }
    case 'same-text':
      return ofTexts(truth.left, truth.right, body, write, js.is);
    case 'text-test':
      return ofTexts(truth.of, truth.part, body, write, (of, part) =>
        js.call(js.member(of, methods[truth.test]), part),
      );
    case 'all':
      return joinedJs(truth.parts, 0, body, write);
    case 'any':
      return joinedJs(truth.parts, 1, body, write);
    case 'not': {
      const of = held(write.truth(truth.of, body), body);
      return js.either(isUnknown(of.set), unknown, js.binary('-', yes, of.is));
    }
    case 'same-truth': {
      const [a, b] = [truth.left, truth.right].map((one) => held(write.truth(one, body), body)) as [
        ReturnType<typeof held>,
        ReturnType<typeof held>,
      ];
      const isDoubtful = js.binary('||', isUnknown(a.set), isUnknown(b.set));
      return js.either(isDoubtful, unknown, js.either(js.is(a.is, b.is), yes, no));
    }
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return pickJs(truth, body, write, { value: write.truth, unknown, delegated });
    case 'some':
      return quantifiedJs(truth, 1, body, write);
    case 'every':
      return quantifiedJs(truth, 0, body, write);
    case 'present': {
      const of = held(write.num(truth.of, body), body);
      return js.either(js.is(of.set, of.is), yes, no);
    }
    case 'outcome':
    case 'sorted':
    case 'called':
      return delegated(body);
  }
}

const methods: Readonly<Record<TextTest, string>> = {
  contains: 'includes',
  'starts with': 'startsWith',
  'ends with': 'endsWith',
};

/** Whether the sign of a double is that of the number. */
export function hasSureSign(num: Num): boolean {
  return isNarrow(num) || !mayCancel(num);
}

/** Neither 0 nor unknown. */
export function isNotZero(of: ReturnType<typeof held>): Js {
  const zero = js.number(0);
  return js.binary('||', js.binary('>', of.set, zero), js.binary('<', of.is, zero));
}

function dividedJs(
  truth: Extract<Truth, { readonly kind: 'divided' }>,
  body: Body,
  write: Writing,
): Js {
  if (!hasSureSign(truth.by)) return write.delegated({ kind: 'truth', of: truth }, body);
  const by = held(write.num(truth.by, body), body);
  const above = write.truth(truth.above, body);
  if (truth.above === truth.below) return js.either(isNotZero(by), above, unknown);
  const zero = js.number(0);
  const below = write.truth(truth.below, body);
  return js.either(
    js.binary('>', by.set, zero),
    above,
    js.either(js.binary('<', by.is, zero), below, unknown),
  );
}

/** `and` is decided by a part that is false, `or` by one that is true. */
function joinedJs(parts: readonly Truth[], decides: 0 | 1, body: Body, write: Writing): Js {
  const [decided, otherwise] = decides === 0 ? [no, yes] : [yes, no];
  return (
    parts
      .map((part) => write.truth(part, body))
      .reduceRight<Js | undefined>((rest, part) => {
        if (!rest) return part;
        const [a, b] = [held(part, body), held(rest, body)];
        const both = js.is(js.binary('+', a.is, b.is), js.number(decides === 0 ? 2 : 0));
        return js.either(
          js.is(a.set, decided),
          decided,
          js.either(js.is(b.set, decided), decided, js.either(both, otherwise, unknown)),
        );
      }, undefined) ?? otherwise
  );
}

function ofTexts(
  left: Text,
  right: Text,
  body: Body,
  write: Writing,
  test: (a: Js, b: Js) => Js,
): Js {
  const [a, b] = [held(write.text(left, body), body), held(write.text(right, body), body)];
  const isDoubtful = js.binary('||', js.is(a.set, js.undefinedJs), js.is(b.set, js.undefinedJs));
  return js.either(isDoubtful, unknown, js.either(test(a.is, b.is), yes, no));
}

/** Two holders, one of a comparison's sides each. */
function sidesOf({ left, right }: CompareTruth, body: Body, write: Writing) {
  return { p: held(write.num(left, body), body), q: held(write.num(right, body), body) };
}

function comparisonJs(truth: CompareTruth, body: Body, write: Writing): Js {
  const { operator } = truth;
  switch (trustOf(truth)) {
    case 'never':
      return write.delegated({ kind: 'truth', of: truth }, body);
    case 'parts':
      return byPartsJs(truth, body, write);
    case 'always': {
      const { p, q } = sidesOf(truth, body, write);
      if (operator === '=') {
        const isDoubtful = js.binary('||', js.isNot(p.is, p.is), js.isNot(q.is, q.is));
        return js.either(js.is(p.set, q.set), yes, js.either(isDoubtful, unknown, no));
      }
      const other = js.binary(operator === '<' ? '>=' : '>', p.is, q.is);
      return js.either(js.binary(operator, p.set, q.set), yes, js.either(other, no, unknown));
    }
    case 'below': {
      const { p, q } = sidesOf(truth, body, write);
      const near = js.binary('&&', nearJs(p.is), nearJs(q.is));
      const [id, at] = write.known({ kind: 'far', of: truth }, body);
      const far = js.call('far', id, p.is, q.is, at);
      const plain = js.either(compared(operator, p.is, q.is), yes, no);
      return js.sequence(p.set, q.set, js.either(near, plain, far));
    }
  }
}

function compared(operator: CompareTruth['operator'], p: Js, q: Js): Js {
  return js.binary(operator === '=' ? '===' : operator, p, q);
}

/** Sums of large numbers of either sign: every part has to be exact by itself. */
function byPartsJs(truth: CompareTruth, body: Body, write: Writing): Js {
  const steps: Js[] = [];
  const limited: Js[] = [];
  const [p, q] = [truth.left, truth.right].map((side) => {
    const parts = summands(side).map((part) => held(write.num(part, body), body));
    const values = parts.map((part) => part.is);
    steps.push(...parts.map((part) => part.set));
    limited.push(...values);
    const [only] = values;
    if (only && values.length === 1) return only;
    const sum = held(js.chain('+', values, js.number(0)), body);
    steps.push(sum.set);
    limited.push(sum.is);
    return sum.is;
  }) as [Js, Js];
  const near = js.chain('&&', limited.map(nearJs), js.name('true'));
  const isDoubtful = js.binary('||', js.isNot(p, p), js.isNot(q, q));
  const exact = write.delegated({ kind: 'truth', of: truth }, body);
  const plain = js.either(compared(truth.operator, p, q), yes, no);
  return js.sequence(...steps, js.either(near, plain, js.either(isDoubtful, unknown, exact)));
}

/** `some` is decided by an element for which it is true, `every` by one for which it is false. */
function quantifiedJs(
  truth: Extract<Truth, { readonly kind: 'some' | 'every' }>,
  decides: 0 | 1,
  body: Body,
  write: Writing,
): Js {
  const { list } = truth;
  if (list.kind === 'pieces') return write.delegated({ kind: 'truth', of: truth }, body);
  const [decided, otherwise] = decides === 0 ? [no, yes] : [yes, no];
  const [x, c, r] = ['x', 'c', 'r'].map(js.name) as [Js, Js, Js];
  return write.lifted(truth, body, (own) => [
    js.variable('r', otherwise),
    ...loop(list, own, write, js.give(unknown), (inside) => {
      const kept = condition(list, inside, write);
      const holds = write.truth(truth.holds, inside);
      const isDecided = js.is(x, decided);
      return [
        ...(kept ? [js.constant('c', kept), js.when(js.is(c, no), [js.next])] : []),
        js.constant('x', holds),
        js.when(kept ? js.binary('&&', isDecided, js.is(c, yes)) : isDecided, [js.give(decided)]),
        js.when(js.isNot(x, otherwise), [js.run(js.set(r, unknown))]),
      ];
    }),
    js.give(r),
  ]);
}
