import type { Core, Variable } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';
import { isKind } from '../feel/value.ts';
import { toWhole } from '../values/rational.ts';
import type { Program } from '../program/ast.ts';
import {
  file,
  type List,
  type Num,
  type Row,
  type RowId,
  type Slot,
  type SlotKind,
  type SlotNum,
  type Text,
  type Truth,
  type UnplannedPart,
  type UnplannedReason,
} from './plan.ts';
import type { Quantity } from './quantity.ts';
import { bitsOfField, isNeverNegative } from './scale.ts';

/** What the parts of the planner share: how to plan what is inside, and what the whole plan keeps. */
export interface Planner {
  readonly program: Program;
  readonly rows: Row[];
  readonly words: Map<string, number>;
  readonly truth: (core: Core, here: Here) => Truth;
  readonly number: (core: Core, here: Here) => Quantity;
  /** A day, moment or duration: days, milliseconds, or months. */
  readonly moment: (core: Core, here: Here, kind?: Temporal) => Num;
  /** The number of a word. */
  readonly word: (core: Core, here: Here) => Num;
  readonly text: (core: Core, here: Here) => Text;
  /** The number of the kind of a value of several kinds. */
  readonly kind: (core: Core, here: Here) => Num;
  /** Whether it was verified that there is none. */
  readonly none: (core: Core, here: Here) => Truth;
  /** What stands in the way, once for each time that it is met. */
  notes: UnplannedPart[];
  readonly slots: Map<string, SlotNum>;
  /** Where references are read, by day: what is read in the same place is planned once. */
  readonly places: Map<string, Here>;
  /** Parts planned for a rule so far. */
  parts: number;
}

export type Temporal = 'date' | 'date-time' | 'days-duration' | 'months-duration';

/** Parts that the plan of a rule may have, loops over what is written out being unrolled. */
export const mostParts = 50_000;

/** Elements of a list that is written out, at most. */
export const mostWritten = 1000;

/** Where an expression stands. */
export interface Here {
  /** Absent while the day itself is being worked out. */
  readonly day: Num | undefined;
  /** The days that the governing day can be: what was in force on none of them is left out. */
  readonly days: Days;
  /** Whether nothing here is read unless the day is known. */
  readonly isDated: boolean;
  readonly bound: ReadonlyMap<number, Bound>;
  /** The definition, parameter or table whose expression this is. */
  readonly reference: string | undefined;
  /** The text of the expression. */
  readonly source: string;
}

export interface Days {
  readonly from: number;
  readonly until: number;
}

/** Before and after any day there is. */
export const always: Days = { from: -1e9, until: 1e9 };

export const nowhere: Here = {
  day: undefined,
  days: always,
  isDated: false,
  bound: new Map(),
  reference: undefined,
  source: '',
};

/** What a variable stands for. */
export type Bound =
  | Place
  /** An expression, read where it stands. */
  | { readonly kind: 'core'; readonly core: Core; readonly here: Here }
  /** A part of a text that was taken apart. */
  | { readonly kind: 'piece'; readonly row: RowId };

/** A value that the file holds, or a record of it. */
export interface Place {
  readonly kind: 'place';
  readonly row: RowId;
  readonly path: readonly string[];
  /** Absent for the file, and for an element. */
  readonly field: Field | undefined;
  readonly type: Type;
}

export function newPlanner(
  program: Program,
  words: ReadonlyMap<string, number> | undefined,
  plan: Pick<Planner, 'truth' | 'number' | 'moment' | 'word' | 'text' | 'kind' | 'none'>,
): Planner {
  return {
    ...plan,
    program,
    rows: [{ id: file, list: undefined }],
    words: new Map(words),
    notes: [],
    slots: new Map(),
    places: new Map(),
    parts: 0,
  };
}

/** Notes why a part has no plan. */
export function note(planner: Planner, why: UnplannedReason, core: Core, here: Here): void {
  const { span } = core;
  const written = here.source.slice(span.start, span.end);
  const { reference } = here;
  planner.notes.push({ why, span, written, ...(reference !== undefined && { reference }) });
}

/** What was made; where that is why it could not be, it is noted. */
export function settle<T extends object>(
  made: T | UnplannedReason,
  core: Core,
  here: Here,
  planner: Planner,
  { unknown }: { readonly unknown: T },
): T {
  if (typeof made !== 'string') return made;
  note(planner, made, core, here);
  return unknown;
}

export function within(here: Here, variable: Variable, bound: Bound): Here {
  return { ...here, bound: new Map([...here.bound, [variable.id, bound]]) };
}

/** A row for the elements of a list. */
export function newRow(planner: Planner, listOf: (element: RowId) => List): List {
  const id = planner.rows.length;
  const list = listOf(id);
  planner.rows.push({ id, list });
  return list;
}

export function wordNumber({ words }: Planner, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

export function slotOf({ row, path, field }: Place, as: SlotKind, type: Type): Slot {
  return { row, path, as, field, type };
}

/** The slot of a number, the same one wherever it is read. */
export function numberSlot({ slots }: Planner, place: Place, as: SlotKind, type: Type): SlotNum {
  const key = [place.row, as, type.kind, ...place.path].join('/');
  const known = slots.get(key);
  if (known) return known;
  const { field } = place;
  const slot: SlotNum = {
    kind: 'slot',
    slot: slotOf(place, as, type),
    positive: as === 'places' || (as === 'number' && field !== undefined && isNeverNegative(field)),
    bits: as === 'kind' ? 3 : as === 'places' ? 30 : bitsOfField(field, type),
  };
  slots.set(key, slot);
  return slot;
}

/** The same as a kind of value that a place may hold; undefined where it never is of that kind. */
export function typeAs({ type }: Place, kind: Type['kind']): Type | undefined {
  if (type.kind === 'union') return type.of.find((one) => one.kind === kind);
  return type.kind === kind ? type : undefined;
}

/** Whether a text is one of a list of words and no other, and so goes by a number. */
export function hasWords(type: Type): boolean {
  return type.kind === 'text' && type.words !== undefined && !type.lenient;
}

/** A whole number that is written out, with its sign. */
export function wholeIn(core: Core): number | undefined {
  if (core.kind === 'arithmetic' && !core.left) {
    const of = wholeIn(core.right);
    return of === undefined ? undefined : -of;
  }
  const value = core.kind === 'constant' ? core.value : undefined;
  return isKind(value, 'number') ? toWhole(value) : undefined;
}

/** A day: of a moment, the one by the rulebook's clock. */
export function dayOf(core: Core, here: Here, planner: Planner): Num {
  const moment = planner.moment(core, here);
  return core.type.kind === 'date-time' ? { kind: 'day-of', of: moment } : moment;
}
