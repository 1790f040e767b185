import type { Num, RowId, Text, Truth } from '../../plan/plan.ts';
import type { WorkedDays } from '../../run/days.ts';
import type { Setting } from '../../values/setting.ts';
import type { Script } from '../script.ts';
import type { Term, Trit, Val } from '../term.ts';
import type { Place, World } from '../world.ts';

/** Which element each loop has come to, by the number of its row. */
export type At = ReadonlyMap<RowId, Place>;

/** What the functions that solvers do not know are computed with. */
export interface Computing {
  readonly setting: Setting;
  readonly calendar: WorkedDays | undefined;
  /** That a rule was met by the file; undefined of one that is not asked about. */
  readonly met: (rule: string) => Trit | undefined;
}

/** An element of a list, with whether it is there and is kept. */
export interface Item {
  readonly place: Place;
  readonly there: Term;
  readonly kept: Trit;
  readonly at: At;
}

/** What the parts of an encoder read of each other. */
export interface Inside {
  readonly world: World;
  readonly script: Script;
  readonly computing: Computing;
  readonly truth: (truth: Truth, at: At) => Trit;
  readonly num: (num: Num, at: At) => Val;
  readonly text: (text: Text, at: At) => Val;
  readonly placeOf: (row: RowId, at: At) => Place;
}
