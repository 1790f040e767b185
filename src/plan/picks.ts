import type {
  ChoiceOf,
  DatedOf,
  Edition,
  ElementOf,
  List,
  Num,
  TableOf,
  TableRowOf,
  Text,
  Truth,
  UnplannedReason,
} from './plan.ts';
import { nothing } from './quantity.ts';
import * as quantity from './quantity.ts';
import { choiceOf, untold } from './simplify.ts';

/** How one of several values of a form is picked. A method says why it cannot, where it cannot. */
export interface Picks<T> {
  readonly choice: (condition: Truth, yes: T, no: T) => T;
  readonly dated: (day: Num | undefined, sole: boolean, editions: readonly Edition<T>[]) => T;
  readonly table: (first: boolean, rows: readonly TableRowOf<T>[]) => T | UnplannedReason;
  readonly element: (list: List, position: number, of: T) => T | UnplannedReason;
  readonly unknown: T;
}

export const numPicks: Picks<Num> = { ...plainly<Num>(), unknown: nothing };

export const textPicks: Picks<Text> = {
  ...plainly<Text>(),
  unknown: { kind: 'word', of: nothing },
};

export const truthPicks: Picks<Truth> = {
  ...plainly<Truth>(),
  choice: choiceOf,
  unknown: untold,
};

export const quantityPicks: Picks<quantity.Quantity> = {
  choice: quantity.choice,
  dated: quantity.dated,
  table: (first, rows) => quantity.table(first, rows) ?? 'fraction',
  element: (list, position, of) =>
    quantity.wholly(of, (num) => ({ kind: 'element', list, position, of: num })),
  unknown: quantity.unknownQuantity,
};

/** Parts of plans as they are. */
function plainly<T>() {
  return {
    choice: (condition: Truth, yes: T, no: T): ChoiceOf<T> => {
      return { kind: 'choice', condition, yes, no };
    },
    dated: (day: Num | undefined, sole: boolean, editions: readonly Edition<T>[]): DatedOf<T> => {
      return { kind: 'dated', day, sole, editions };
    },
    table: (first: boolean, rows: readonly TableRowOf<T>[]): TableOf<T> => {
      return { kind: 'table', first, rows };
    },
    element: (list: List, position: number, of: T): ElementOf<T> => {
      return { kind: 'element', list, position, of };
    },
  };
}
