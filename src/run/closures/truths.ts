import type { Truth } from '../../plan/plan.ts';
import type { Trit } from '../frame.ts';
import { placeOf } from '../layout.ts';
import { textTests } from '../numbers.ts';
import { callOf } from './arguments.ts';
import type { Closing, TruthAt } from './closing.ts';
import { comparisonAt, signAt } from './comparisons.ts';
import { numberAt, quantifier } from './loops.ts';
import { sortedAt } from './registers.ts';
import { alikeTruths, pickAt } from './picks.ts';

/** A condition as a function. */
export function truthAt(truth: Truth, close: Closing): TruthAt {
  switch (truth.kind) {
    case 'known': {
      const { value } = truth;
      return () => value;
    }
    case 'flag': {
      const flag = numberAt(truth.slot.row, placeOf(close.layouts, truth.slot));
      return (frame) => {
        const value = flag(frame);
        return value === 1 ? 1 : value === 0 ? 0 : 2;
      };
    }
    case 'compare':
      return comparisonAt(truth, close);
    case 'divided': {
      const by = signAt(truth.by, close);
      const [above, below] = [close.truth(truth.above), close.truth(truth.below)];
      return (frame) => {
        const divisor = by(frame);
        return divisor > 0 ? above(frame) : divisor < 0 ? below(frame) : 2;
      };
    }
    case 'unless-zero': {
      const [of, divisor] = [close.truth(truth.of), signAt(truth.divisor, close)];
      return (frame) => {
        const by = divisor(frame);
        return by === 0 || Number.isNaN(by) ? 2 : of(frame);
      };
    }
    case 'one-of': {
      const of = close.num(truth.of);
      const words = [...truth.words];
      return (frame) => {
        const value = of(frame);
        if (Number.isNaN(value)) return 2;
        return words.includes(value) ? 1 : 0;
      };
    }
    case 'same-text':
    case 'text-test':
      return ofTexts(truth, close);
    case 'all':
      return joined(truth.parts.map(close.truth), 0);
    case 'any':
      return joined(truth.parts.map(close.truth), 1);
    case 'not': {
      const of = close.truth(truth.of);
      return (frame) => {
        const value = of(frame);
        return value === 1 ? 0 : value === 0 ? 1 : 2;
      };
    }
    case 'same-truth': {
      const [left, right] = [close.truth(truth.left), close.truth(truth.right)];
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return a === 2 || b === 2 ? 2 : a === b ? 1 : 0;
      };
    }
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return pickAt(truth, close, close.truth, alikeTruths);
    case 'some':
      return quantifier(truth.list, close.truth(truth.holds), 1, close);
    case 'every':
      return quantifier(truth.list, close.truth(truth.holds), 0, close);
    case 'sorted':
      return sortedAt(truth, close);
    case 'present': {
      const of = close.num(truth.of);
      return (frame) => (Number.isNaN(of(frame)) ? 0 : 1);
    }
    case 'outcome':
      return close.outcome(truth.rule);
    case 'called': {
      const call = callOf(truth, close);
      return (frame) => {
        const value = call(frame);
        return value === true ? 1 : value === false ? 0 : 2;
      };
    }
  }
}

function ofTexts(
  truth: Extract<Truth, { readonly kind: 'same-text' | 'text-test' }>,
  close: Closing,
): TruthAt {
  const [one, other] =
    truth.kind === 'same-text' ? [truth.left, truth.right] : [truth.of, truth.part];
  const [left, right] = [close.text(one), close.text(other)];
  const test =
    truth.kind === 'same-text' ? (a: string, b: string) => a === b : textTests[truth.test];
  return (frame) => {
    const [a, b] = [left(frame), right(frame)];
    return a === undefined || b === undefined ? 2 : test(a, b) ? 1 : 0;
  };
}

/** `and` is decided by a part that is false, `or` by one that is true. */
function joined(parts: readonly TruthAt[], decides: 0 | 1): TruthAt {
  const otherwise = decides === 0 ? 1 : 0;
  const [first, second] = parts;
  if (first && second && parts.length === 2) {
    return (frame) => {
      const a = first(frame);
      if (a === decides) return decides;
      const b = second(frame);
      if (b === decides) return decides;
      return a === 2 || b === 2 ? 2 : otherwise;
    };
  }
  return (frame) => {
    let all: Trit = otherwise;
    for (const part of parts) {
      const one = part(frame);
      if (one === decides) return decides;
      if (one === 2) all = 2;
    }
    return all;
  };
}
