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
import { type Part, partsOf } from '../../plan/walk.ts';
import { isText, type Layouts, placeOf, placeOfList } from '../layout.ts';
import {
  at,
  binary,
  constant,
  is,
  isNot,
  type Js,
  name,
  number,
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

/** The conditions of a list as one; undefined where there is none. */
export function condition(list: List, inside: Body, write: Writing): Js | undefined {
  return list.where.length === 0
    ? undefined
    : write.truth({ kind: 'all', parts: list.where }, inside);
}

const steady = new WeakMap<Part, boolean>();

/** Whether a part gives the same at every turn and leaves nothing to the evaluator: neither calls nor outcomes. */
export function isSteady(part: Part): boolean {
  const known = steady.get(part);
  if (known !== undefined) return known;
  const own = part.kind !== 'called' && part.kind !== 'outcome' && part.kind !== 'pieces';
  const all = own && partsOf(part).every(isSteady);
  steady.set(part, all);
  return all;
}

/** `1` where a test holds, `0` where it does not. */
export function isUnknown(js: Js): Js {
  return is(js, number(2));
}
