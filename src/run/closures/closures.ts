import type { Num, Plan, Text, Truth } from '../../plan/plan.ts';
import { clockOf } from '../days.ts';
import { type Frame, type Trit, verdicts } from '../frame.ts';
import type { Layouts } from '../layout.ts';
import type { Closing, ExactAt, NumAt, TextAt, TruthAt } from './closing.ts';
import { exactAt } from './exact.ts';
import { numAt } from './numbers.ts';
import { bounded } from './remembered.ts';
import { textAt } from './texts.ts';
import { truthAt } from './truths.ts';

/** Makes functions of the parts of a plan, each part once, however many rules it stands in. */
export function newClosing(
  plan: Plan,
  layouts: Layouts,
  wordOf: (number: number) => string | undefined,
): Closing {
  const [truths, nums, texts, exacts] = [
    new Map<Truth, TruthAt>(),
    new Map<Num, NumAt>(),
    new Map<Text, TextAt>(),
    new Map<Num, ExactAt>(),
  ];
  const places = new Map(plan.rules.map(({ id }, place) => [id, place]));
  const close: Closing = {
    plan,
    layouts,
    clock: clockOf(plan.setting.zone),
    wordOf,
    truth: (truth) => once(truths, truth, (one) => bounded(one, truthAt(one, close), 2, layouts)),
    num: (num) => once(nums, num, (one) => bounded(one, numAt(one, close), Number.NaN, layouts)),
    text: (text) =>
      once(texts, text, (one) => bounded(one, textAt(one, close), undefined, layouts)),
    exact: (num) =>
      once(exacts, num, (one) => bounded(one, exactAt(one, close), undefined, layouts)),
    outcome: (rule) => outcomeAt(places.get(rule)),
  };
  return close;
}

/** Whether a rule judged before this one is none that stops a file. */
function outcomeAt(place: number | undefined): (frame: Frame) => Trit {
  return (frame) => {
    const told = place === undefined ? undefined : frame.told[place];
    switch (told) {
      case verdicts.fail:
        return 0;
      case verdicts['cannot-tell']:
      case verdicts.waiting:
        return 2;
      case verdicts.pass:
      case verdicts['not-applicable']:
      case verdicts.waived:
        return 1;
      default:
        // what it says is for the evaluator to tell, and so is what hangs on it
        frame.beyond = true;
        return 2;
    }
  };
}

function once<K, V>(made: Map<K, V>, of: K, make: (of: K) => V): V {
  const known = made.get(of);
  if (known !== undefined) return known;
  const value = make(of);
  made.set(of, value);
  return value;
}
