import type { Builtin } from '../feel/builtins.ts';
import type { TextSpan } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';
import type { CodeSheet } from '../program/code-sheet.ts';
import type { Setting } from '../values/setting.ts';

/**
 * What is left of a rule when everything about numbers is settled beforehand: the one numeric form of a program, of
 * which closures, generated code, columns, SQL and proofs are readings.
 *
 * Every number is whole: money counts the smallest unit of its currency, a rate hundred-millionths, a day counts from 1970-01-01, a moment and a
 * duration of days are milliseconds, a word of an enumeration is its place in the plan's list of words. Scales are
 * aligned and divisions multiplied out when the plan is made, so that a comparison in doubles is exact below 2^53;
 * where it gets beyond, the same plan is read with big integers.
 *
 * A plan names what it reads by row and path; where that lies in memory, in a column or in a table is each reader's own.
 * A number that the file does not settle is NaN, a text undefined, a truth 2.
 */
export interface Plan {
  /** By number; the first is the file itself. */
  readonly rows: readonly Row[];
  /** Words of enumerations and texts that words are compared with, each with its number. */
  readonly words: ReadonlyMap<string, number>;
  /** In the order of the program's rules, then those of its process; without those that judge files together. */
  readonly rules: readonly RulePlan[];
  /** By which clock a moment has a day, and to what amounts are rounded. */
  readonly setting: Setting;
  /** Names of fields whose digits after the point some rule asks for: a double does not tell them. */
  readonly asWritten: ReadonlySet<string>;
}

/** A rule that judges files together: its plan reads the group, a record with the list of its files. */
export interface GroupPlan {
  readonly key: KeyPlan;
  /** Of one rule. */
  readonly plan: Plan;
}

/** What tells the groups apart, read of each file by itself. */
export type KeyPlan = (Key & Pick<Plan, 'rows' | 'words' | 'setting'>) | Unplanned;

export interface Key {
  readonly kind: 'key';
  /** Verified to be none: the file is in no group. Of a list, it speaks of the element. */
  readonly none: Truth;
  /** A file is in the group of each value of a list. */
  readonly of: Argument;
}

/** What slots are read of: the file, or an element of a list that a loop has come to. */
export interface Row {
  readonly id: RowId;
  /** Of which it is an element, whichever of them a loop keeps; absent for the file. */
  readonly list: List | undefined;
}

export type RowId = number;
export const file: RowId = 0;

export type RulePlan = PlannedRule | Unplanned;

/** A rule that has no plan: the parts that stand in the way. */
export interface Unplanned {
  readonly kind: 'unplanned';
  readonly id: string;
  readonly parts: readonly UnplannedPart[];
}

export interface UnplannedPart {
  readonly why: UnplannedReason;
  /** In the expression that it was written in. */
  readonly span: TextSpan;
  /** As it is written there; empty in the cell of a table. */
  readonly written: string;
  /** The definition, parameter or table whose expression that is; absent for the rule's own. */
  readonly reference?: string;
}

/** Why a part of an expression has no plan. */
export type UnplannedReason =
  /** A list that is neither of the file nor written out. */
  | 'list'
  /** Numbers that no common denominator can be told of beforehand. */
  | 'fraction'
  /** A constant, or a scale, of more digits than plans keep. */
  | 'digits'
  /** A value whose kind only the file tells. */
  | 'kind'
  /** A function that is not planned for such arguments. */
  | 'function'
  /** A name that every object answers to, in the schema. */
  | 'name'
  /** Too large when written out. */
  | 'size';

export interface PlannedRule {
  readonly kind: 'planned';
  readonly id: string;
  /** Absent where the rule is for every product. */
  readonly product: Truth | undefined;
  /** One outcome an element. */
  readonly each: List | undefined;
  /** Its elements are the rows of a register: it is counted how many of them need nothing done. */
  readonly isOfRows: boolean;
  /** Whether there can be no elements, since the record that would have the list was verified to be none. */
  readonly noList: Truth | undefined;
  readonly editions: readonly EditionPlan[];
  /** Before the first edition it asked nothing, and says so. */
  readonly isNew: boolean;
  /** After the last one it asks nothing, and says why. */
  readonly hasEnded: boolean;
}

/** Days count from 1970, both included. */
export interface EditionPlan {
  readonly from: number;
  readonly until: number;
  readonly day: Num;
  readonly when: Truth | undefined;
  /** `when` without a day, for where none is known or no edition is in force: a rule that never applies is for other files. */
  readonly whenever: Truth | undefined;
  /** Absent where a person alone can tell. */
  readonly require: Truth | undefined;
  /** A person has to tell too. */
  readonly byHand: boolean;
  /** What is not on file counts as not done: only what explains can tell it from what is malformed. */
  readonly ifAbsent: boolean;
  /** An approved exception covers what fails; absent where none can. */
  readonly waived: Truth | undefined;
}

/** A value that the file holds. */
export interface Slot {
  readonly row: RowId;
  /** From the row down to the field; empty for an element that is a value itself. */
  readonly path: readonly string[];
  readonly as: SlotKind;
  /** Absent for an element that is a value itself. */
  readonly field: Field | undefined;
  /** As the schema has it, of the kind that is read. */
  readonly type: Type;
}

/**
 * How a value is read: a field of several kinds is read as each of them by slots of its own, which are unknown where
 * it is of another kind. `none`: a flag, 1 where it was verified that there is none, 0 where there is a value; a field
 * of a record that was verified to be none is none itself. `kind`: the place of its kind in `slotKinds`. `places`: of a
 * number, digits after the point as it is written.
 */
export type SlotKind =
  | 'number'
  | 'day'
  | 'moment'
  | 'word'
  | 'flag'
  | 'text'
  | 'none'
  | 'kind'
  | 'places';

/** The kinds of a value that may be of several, by the numbers that stand for them. */
export const slotKinds = ['number', 'text', 'boolean', 'date', 'date-time', 'time'] as const;

export type Num =
  | { readonly kind: 'whole'; readonly value: number }
  | SlotNum
  /** The day given for lateness; not known where none was. */
  | { readonly kind: 'today' }
  | { readonly kind: 'sum'; readonly parts: readonly Num[] }
  | { readonly kind: 'product'; readonly left: Num; readonly right: Num }
  | { readonly kind: 'least' | 'most'; readonly parts: readonly Num[] }
  | { readonly kind: 'absolute'; readonly of: Num }
  /** `of` where the divisor is not 0: else unknown. */
  | { readonly kind: 'unless-zero'; readonly of: Num; readonly divisor: Num }
  /** The whole number nearest to `of / over`, `over` not being 0. */
  | { readonly kind: 'rounded'; readonly of: Num; readonly over: Num; readonly to: Rounding }
  /** What is left of `of` after whole times `by`, with the sign of `by`. */
  | { readonly kind: 'remainder'; readonly of: Num; readonly by: Num }
  | ChoiceOf<Num>
  | DatedOf<Num>
  | TableOf<Num>
  | ElementOf<Num>
  /** Over elements of which it cannot be told that they are kept a number is unknown, as over unknown values. */
  | { readonly kind: 'tally'; readonly list: List }
  /** How many values of a list differ from one another. */
  | { readonly kind: 'distinct'; readonly list: List; readonly of: Num }
  | { readonly kind: 'distinct-texts'; readonly list: List; readonly of: Text }
  /** How many elements of a list have a value, which may be that of the row or element around. */
  | OccurrencesOf
  /** Characters of a text, one for each code point. */
  | { readonly kind: 'length'; readonly of: Text }
  | { readonly kind: 'total' | 'lowest' | 'highest'; readonly list: List; readonly of: Num }
  /** The day of a moment on the rulebook's clock. */
  | { readonly kind: 'day-of'; readonly of: Num }
  /** A part of a day; of a moment by the rulebook's clock. */
  | { readonly kind: 'part'; readonly part: DayPart; readonly of: Num }
  | { readonly kind: 'clock'; readonly part: 'hour' | 'minute'; readonly of: Num }
  /** Completed months, years of age, or working days, between two days. */
  | { readonly kind: 'between'; readonly what: Stretch; readonly from: Num; readonly to: Num }
  /** The day so many months or working days after another. */
  | {
      readonly kind: 'shifted';
      readonly what: 'months' | 'working-days';
      readonly from: Num;
      readonly by: Num;
    }
  | CodeNum
  | CellNum
  /** The result keeps `scale` digits after the point. */
  | (CalledOf & { readonly scale: number });

/** The row of a code in a code set, from 0; -1 where it is not listed. */
export interface CodeNum {
  readonly kind: 'code';
  readonly sheet: CodeSheet;
  readonly of: Text;
}

/** A column of a row of a code set as a whole number; unknown where there is no row or the cell is blank. */
export interface CellNum {
  readonly kind: 'cell';
  readonly sheet: CodeSheet;
  readonly column: Field;
  readonly row: Num;
  /** By row. */
  readonly values: Float64Array;
  readonly positive: boolean;
  /** The largest of them, as a power of two. */
  readonly bits: number;
}

/** Both are numbers, or both texts, which are equal where the values are. */
export interface OccurrencesOf {
  readonly kind: 'occurrences';
  readonly list: List;
  readonly of: NumOrText;
  readonly value: NumOrText;
}

/** A value by which others are equal to it, or come before it. */
export type NumOrText =
  | { readonly as: 'number'; readonly of: Num }
  | { readonly as: 'text'; readonly of: Text };

export type Stretch = 'months' | 'years' | 'working-days';
export type DayPart = 'year' | 'month' | 'day' | 'weekday';
export type Rounding = 'down' | 'up' | 'half-up' | 'half-down' | 'half-even' | 'floor' | 'ceiling';

export interface SlotNum {
  readonly kind: 'slot';
  readonly slot: Slot;
  /** Its schema allows nothing below 0. */
  readonly positive: boolean;
  /** The largest it can be, as a power of two. */
  readonly bits: number;
}

/** How one of several values is picked, whatever their form: what it cannot be told of is unknown. */
export type PickOf<T> = ChoiceOf<T> | DatedOf<T> | TableOf<T> | ElementOf<T>;

export interface ChoiceOf<T> {
  readonly kind: 'choice';
  readonly condition: Truth;
  readonly yes: T;
  readonly no: T;
}

/** What is in force on a day; without a known day only what is `sole`, the one edition that there is. */
export interface DatedOf<T> {
  readonly kind: 'dated';
  readonly day: Num | undefined;
  readonly sole: boolean;
  readonly editions: readonly Edition<T>[];
}

export interface TableOf<T> {
  readonly kind: 'table';
  readonly first: boolean;
  readonly rows: readonly TableRowOf<T>[];
}

/** The element at a position counted from 1, from the end where negative. */
export interface ElementOf<T> {
  readonly kind: 'element';
  readonly list: List;
  readonly position: number;
  readonly of: T;
}

/** A built-in function of exact values. */
export interface CalledOf {
  readonly kind: 'called';
  readonly builtin: Builtin;
  readonly args: readonly (Argument | undefined)[];
}

/** A row of a decision table: one that may match makes the result unknown, unless it gives the same. */
export interface TableRowOf<T> {
  readonly matches: Truth;
  readonly gives: T;
}

/** What holds between two days, both included, in days since 1970. */
export interface Edition<T> {
  readonly from: number;
  readonly until: number;
  readonly is: T;
}

export type Text =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'text-slot'; readonly slot: Slot }
  /** The text of a word by its number. */
  | { readonly kind: 'word'; readonly of: Num }
  | ChoiceOf<Text>
  | DatedOf<Text>
  | TableOf<Text>
  | ElementOf<Text>
  | CellText
  /** The part of a text that the loop over its parts has come to. */
  | { readonly kind: 'piece'; readonly row: RowId }
  | CalledOf;

/** A column of a row of a code set; unknown where there is no row or the cell is blank. */
export interface CellText {
  readonly kind: 'cell-text';
  readonly sheet: CodeSheet;
  readonly column: Field;
  readonly row: Num;
}

/** Read as 0 for false, 1 for true, 2 for what the file does not settle. */
export type Truth =
  | { readonly kind: 'known'; readonly value: 0 | 1 | 2 }
  | { readonly kind: 'flag'; readonly slot: Slot }
  | CompareTruth
  /** The comparison, turned round where the divisor is below 0, and unknown where it is 0. */
  | { readonly kind: 'divided'; readonly by: Num; readonly above: Truth; readonly below: Truth }
  /** `of` where the divisor is not 0: else unknown. */
  | { readonly kind: 'unless-zero'; readonly of: Truth; readonly divisor: Num }
  | { readonly kind: 'one-of'; readonly of: Num; readonly words: readonly number[] }
  | { readonly kind: 'same-text'; readonly left: Text; readonly right: Text }
  | { readonly kind: 'text-test'; readonly test: TextTest; readonly of: Text; readonly part: Text }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Truth[] }
  | { readonly kind: 'not'; readonly of: Truth }
  | { readonly kind: 'same-truth'; readonly left: Truth; readonly right: Truth }
  | ChoiceOf<Truth>
  | DatedOf<Truth>
  | TableOf<Truth>
  | ElementOf<Truth>
  | { readonly kind: 'some' | 'every'; readonly list: List; readonly holds: Truth }
  /** No element comes before one in front of it. */
  | { readonly kind: 'sorted'; readonly list: List; readonly of: NumOrText }
  /** A value is known: true or false, never unknown. */
  | { readonly kind: 'present'; readonly of: Num }
  /** Whether the outcome of a rule is none that stops a file; 2 where it cannot be told. */
  | { readonly kind: 'outcome'; readonly rule: string }
  | CalledOf;

export interface CompareTruth {
  readonly kind: 'compare';
  readonly operator: '<' | '<=' | '=';
  readonly left: Num;
  readonly right: Num;
}

export type TextTest = 'contains' | 'starts with' | 'ends with';

/** What a built-in function is given, as plain values: a number is `of / over` with `scale` digits after the point. */
export type Argument =
  | {
      readonly kind: 'number';
      readonly of: Num;
      readonly over: Num | undefined;
      readonly scale: number;
    }
  | { readonly kind: 'day'; readonly of: Num }
  | { readonly kind: 'text'; readonly of: Text }
  | { readonly kind: 'numbers'; readonly items: readonly Num[]; readonly scale: number }
  | { readonly kind: 'numbers-of'; readonly list: List; readonly of: Num; readonly scale: number }
  | { readonly kind: 'texts'; readonly items: readonly Text[] }
  | { readonly kind: 'texts-of'; readonly list: List; readonly of: Text };

/** What a loop runs through; inside it the row `element` is the one that it has come to. */
export type List = RowList | PieceList;

/** The elements of a list of the file for which the conditions hold. */
export interface RowList {
  readonly kind: 'rows';
  readonly row: RowId;
  readonly path: readonly string[];
  readonly field: Field;
  readonly element: RowId;
  readonly where: readonly Truth[];
}

/** The parts of a text, between what a pattern matches. */
export interface PieceList {
  readonly kind: 'pieces';
  readonly of: Text;
  readonly by: Text;
  readonly element: RowId;
  readonly where: readonly Truth[];
}

/** Doubles count whole numbers one by one up to here. */
export const mostExact: number = 2 ** 53;

/** A power of two that loaded numbers stay below: 176 billion of a currency with two decimals. */
export const mostBits = 44;

/**
 * A power of two that numbers written in texts stay below, at their scale: doubles do not hold all of them, and big
 * integers do. Their twelfth power is still no infinite double.
 */
export const mostTextBits = 70;

/** Elements of a list, at most; a file with more is for the evaluator. */
export const mostElements: number = 2 ** 20;

/** Of so many elements the sum stays below 2^53 for sure; of more it is seen to while they are added up. */
export const sureElements = 512;
