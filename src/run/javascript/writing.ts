import {
  type CellNum,
  type CellText,
  type CodeNum,
  type CompareTruth,
  file,
  type List,
  type Num,
  type RowId,
  type RowList,
  type Slot,
  type Text,
  type Truth,
} from '../../plan/plan.ts';
import { nestedListOf } from '../../plan/of-file.ts';
import { isGuarded } from '../../plan/trust.ts';
import { type Part, partsOf } from '../../plan/walk.ts';
import { mostVisits } from '../frame.ts';
import { isText, type Layouts, placeOf, placeOfList } from '../layout.ts';
import {
  at,
  binary,
  constant,
  give,
  is,
  isNot,
  type Js,
  member,
  NaNJs,
  name,
  number,
  raise,
  run,
  set,
  type Statement,
  when,
} from './syntax.ts';

/** A function being written: its temporary variables, and the loops that it stands in. */
export interface Body {
  /** Names of its temporary variables. */
  readonly temporaries: string[];
  /** Elements of the loops around, the outermost first; their names go by their depth. */
  readonly rows: readonly RowId[];
  /** It judges a group of rules. */
  readonly isOuter: boolean;
}

/** What the writers of parts of a plan need of one another. */
export interface Writing {
  readonly layouts: Layouts;
  readonly truth: (truth: Truth, body: Body) => Js;
  readonly num: (num: Num, body: Body) => Js;
  readonly text: (text: Text, body: Body) => Js;
  /** A function of its own for what needs statements; its call. Those that loops run are made once a group. */
  readonly lifted: (part: Part, body: Body, write: (own: Body) => readonly Statement[]) => Js;
  /** The name of a function of its own that has further parameters. */
  readonly named: (
    body: Body,
    parameters: readonly string[],
    write: (own: Body) => readonly Statement[],
  ) => Js;
  /** What the closure of a part gives: for what is slow anyway. */
  readonly delegated: (part: Delegated, body: Body) => Js;
  /** The number of a code set that the runtime is to read, or of a column of it. */
  readonly codes: (read: CodesRead) => Js;
  /** The number of a part that the runtime is to know, with where the loops around have come to. */
  readonly known: (part: Delegated, body: Body) => readonly [id: Js, at: Js];
}

/** What the runtime makes closures of. */
export type Delegated =
  | { readonly kind: 'truth'; readonly of: Truth }
  | { readonly kind: 'far'; readonly of: CompareTruth }
  | { readonly kind: 'num'; readonly of: Num }
  | { readonly kind: 'text'; readonly of: Text }
  | { readonly kind: 'undated'; readonly of: number };

/** What is read of a code set: the row of a code, or a column of a row. */
export type CodesRead = CodeNum | CellNum | CellText;

/** A new variable of a function. */
export function temporary({ temporaries }: Body): Js {
  const named = `x${temporaries.length}`;
  temporaries.push(named);
  return name(named);
}

/** The value of an expression in a variable of its own: what sets it, and what reads it. */
export function held(value: Js, body: Body): { readonly set: Js; readonly is: Js } {
  const variable = temporary(body);
  return { set: set(variable, value), is: variable };
}

/** Where the numbers and the texts of the loops around begin: names by their depth. */
export function positions({ rows }: Body): readonly string[] {
  return rows.flatMap((_, depth) => [`e${depth}`, `t${depth}`]);
}

/** A value of the file, or of the element that a loop has come to. */
export function slotJs(slot: Slot, body: Body, layouts: Layouts): Js {
  return placed(isText(slot.as) ? 's' : 'n', slot.row, placeOf(layouts, slot), body);
}

/** A number or a text of a row, by its index there. */
export function placed(array: 'n' | 's', row: RowId, index: number, { rows }: Body): Js {
  if (row === file) return at(name(array), number(index));
  const depth = rows.lastIndexOf(row);
  return at(name(array), binary('+', name(`${array === 'n' ? 'e' : 't'}${depth}`), number(index)));
}

/** A loop over the elements of a list from one position up to another; none where there is no list. */
export function range(
  list: RowList,
  own: Body,
  { layouts }: Writing,
  [from, to]: readonly [from: Js, to: Js],
  each: (inside: Body) => readonly Statement[],
): readonly Statement[] {
  const { index, element } = placeOfList(layouts, list);
  const inside: Body = { ...own, rows: [list.element], isOuter: false };
  const begin = (offset: number, width: number): Js =>
    binary('+', placed('n', list.row, index + offset, own), binary('*', from, number(width)));
  const [l, i, e, t] = ['l0', 'i0', 'e0', 't0'].map(name) as [Js, Js, Js, Js];
  const step = (target: Js, by: number): Js => raise(target, number(by));
  return [
    constant('l0', placed('n', list.row, index, own)),
    {
      kind: 'for',
      begin: [
        ['i0', from],
        ['e0', binary('|', begin(1, element.width), number(0))],
        ['t0', binary('|', begin(2, element.texts), number(0))],
      ],
      while: binary('&&', binary('<', i, to), binary('<', i, l)),
      steps: [step(i, 1), step(e, element.width), step(t, element.texts)],
      body: each(inside),
    },
  ];
}

/** A loop over a list of the file: `without` is done where there is no list, `each` writes what is done inside. */
export function loop(
  list: RowList,
  own: Body,
  { layouts }: Writing,
  without: Statement,
  each: (inside: Body) => readonly Statement[],
): readonly Statement[] {
  const { index, element } = placeOfList(layouts, list);
  const depth = own.rows.length;
  const inside: Body = { ...own, rows: [...own.rows, list.element], isOuter: false };
  const [count, i, e, t] = [`l${depth}`, `i${depth}`, `e${depth}`, `t${depth}`];
  const begin = (offset: number) =>
    binary('|', placed('n', list.row, index + offset, own), number(0));
  return [
    constant(count, placed('n', list.row, index, own)),
    when(isNot(name(count), name(count)), [without]),
    {
      kind: 'for',
      begin: [
        [i, number(0)],
        [e, begin(1)],
        [t, begin(2)],
      ],
      while: binary('<', name(i), name(count)),
      steps: [
        { kind: 'set', operator: '+=', target: name(i), value: number(1) },
        { kind: 'set', operator: '+=', target: name(e), value: number(element.width) },
        { kind: 'set', operator: '+=', target: name(t), value: number(element.texts) },
      ],
      body: each(inside),
    },
  ];
}

/** Leaves to the evaluator what loops inside loops would take too long for. */
export function withinVisits(
  part: Part,
  { layouts }: Pick<Writing, 'layouts'>,
): readonly Statement[] {
  const list = nestedListOf(part);
  if (!list) return [];
  const { index } = placeOfList(layouts, list);
  const frame = name('frame');
  const length = binary('||', at(name('n'), number(index)), number(0));
  const isTruth = part.kind === 'some' || part.kind === 'every';
  return [
    when(binary('>', raise(member(frame, 'visits'), length), number(mostVisits)), [
      run(set(member(frame, 'beyond'), name('true'))),
      give(isTruth ? number(2) : NaNJs),
    ]),
  ];
}

/** The conditions of a list as one; undefined where there is none. */
export function condition(list: List, inside: Body, write: Writing): Js | undefined {
  return list.where.length === 0
    ? undefined
    : write.truth({ kind: 'all', parts: list.where }, inside);
}

const steady = new WeakMap<Part, boolean>();

/** Whether a part gives the same at every turn and leaves nothing to the evaluator: neither calls nor outcomes, nor sums too large,
 * nor loops too long. */
export function isSteady(part: Part): boolean {
  const known = steady.get(part);
  if (known !== undefined) return known;
  const own =
    part.kind !== 'called' &&
    part.kind !== 'outcome' &&
    part.kind !== 'pieces' &&
    !(part.kind === 'total' && isGuarded(part)) &&
    !nestedListOf(part);
  const all = own && partsOf(part).every(isSteady);
  steady.set(part, all);
  return all;
}

/** `1` where a test holds, `0` where it does not. */
export function isUnknown(js: Js): Js {
  return is(js, number(2));
}
