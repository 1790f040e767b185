import { invariant } from '../base/invariant.ts';
import {
  file,
  type Plan,
  type RowId,
  type RowList,
  type Slot,
  type SlotKind,
} from '../plan/plan.ts';
import { type Part, partsOfRule, visitParts } from '../plan/walk.ts';

/** Where the values of a record or of an element go: only what some rule reads gets a place. */
export interface Layout {
  /** The record or the element itself. */
  readonly itself: Places;
  /** How many numbers and texts it takes. */
  width: number;
  texts: number;
}

/** Where what is at one path goes. */
export interface Places {
  /** Among the numbers, or among the texts, by how the value is read. */
  readonly slots: Map<SlotKind, number>;
  /** The fields inside, by name. */
  readonly inner: Map<string, Places>;
  /** Three numbers: how many elements there are, and where their numbers and their texts begin. */
  list: { readonly index: number; readonly element: Layout } | undefined;
  /** For an element: 1 where it is known, 2 where it is not. */
  presence: number | undefined;
}

const listWidth = 3;

/** The layouts of a plan's rows: those that are elements of one list share theirs. */
export interface Layouts {
  readonly root: Layout;
  readonly ofRow: (row: RowId) => Layout;
}

function newLayout(): Layout {
  return { itself: newPlaces(), width: 0, texts: 0 };
}

function newPlaces(): Places {
  return { slots: new Map(), inner: new Map(), list: undefined, presence: undefined };
}

/** What is read as a text; all else as a number. */
export function isText(as: SlotKind): boolean {
  return as === 'text';
}

/** Gives a place to all that the rules of a plan read. */
export function layoutsOfRules(plan: Plan): Layouts {
  const rules = plan.rules.filter((rule) => rule.kind === 'planned');
  const judged = rules.flatMap(({ each }) => (each?.kind === 'rows' ? [each.element] : []));
  return layoutsOf(plan, rules.flatMap(partsOfRule), judged);
}

/** Gives a place to all that some parts of a plan read. */
export function layoutsOf(
  plan: Pick<Plan, 'rows'>,
  parts: readonly Part[],
  /** Rows of which it is asked whether they are known. */
  elements: readonly RowId[],
): Layouts {
  const { root, ofRow } = layoutsFrom(plan, newLayout());
  visitParts(parts, (part) => {
    if (part.kind === 'slot' || part.kind === 'flag' || part.kind === 'text-slot')
      addSlot(ofRow(part.slot.row), part.slot);
    else if (part.kind === 'rows') listIn(ofRow(part.row), part.path);
  });
  for (const row of elements) addPresence(ofRow(row));
  return { root, ofRow };
}

/** The layouts of rows within that of a file. */
export function layoutsFrom(plan: Pick<Plan, 'rows'>, root: Layout): Layouts {
  const byRow: Layout[] = [];
  byRow[file] = root;
  const ofRow = (row: RowId): Layout => {
    const known = byRow[row];
    if (known) return known;
    const list = plan.rows[row]?.list;
    invariant(list?.kind === 'rows', 'a row that is read is of a list of the file');
    const { element } = listIn(ofRow(list.row), list.path);
    byRow[row] = element;
    return element;
  };
  return { root, ofRow };
}

function addSlot(layout: Layout, { path, as }: Slot): void {
  const { slots } = placesAt(layout, path);
  if (slots.has(as)) return;
  slots.set(as, isText(as) ? layout.texts : layout.width);
  if (isText(as)) layout.texts += 1;
  else layout.width += 1;
}

function addPresence(layout: Layout): void {
  if (layout.itself.presence !== undefined) return;
  layout.itself.presence = layout.width;
  layout.width += 1;
}

function listIn(layout: Layout, path: readonly string[]) {
  const places = placesAt(layout, path);
  places.list ??= { index: grown(layout, listWidth), element: newLayout() };
  return places.list;
}

/** The index of so many more numbers. */
function grown(layout: Layout, by: number): number {
  const index = layout.width;
  layout.width += by;
  return index;
}

function placesAt(layout: Layout, path: readonly string[]): Places {
  let places = layout.itself;
  for (const name of path) {
    const known = places.inner.get(name);
    const next = known ?? newPlaces();
    if (!known) places.inner.set(name, next);
    places = next;
  }
  return places;
}

/** The place of a slot in its row. */
export function placeOf(layouts: Layouts, { row, path, as }: Slot): number {
  const index = placesAt(layouts.ofRow(row), path).slots.get(as);
  invariant(index !== undefined, 'what a plan reads has a place');
  return index;
}

/** The place of a list in its row, and the layout of its elements. */
export function placeOfList(layouts: Layouts, { row, path }: RowList) {
  const { list } = placesAt(layouts.ofRow(row), path);
  invariant(list !== undefined, 'a list that is walked has a place');
  return list;
}
