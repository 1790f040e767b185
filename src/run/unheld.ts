import { pointerTo } from '../base/pointer.ts';
import { file, type Plan, type PlannedRule, type RowId, type Slot } from '../plan/plan.ts';
import { partsOfRule, visitParts } from '../plan/walk.ts';
import { type Frame, type Unheld, verdicts } from './frame.ts';

/** The fields of the schema that a rule reads, as pointers without positions. */
interface FieldsRead {
  /** Of the row of a register that it judges, or within that. */
  readonly ofRow: ReadonlySet<string>;
  /** Of anything else. */
  readonly ofFile: ReadonlySet<string>;
}

/** Leaves a number to the evaluator, and with it what reads its field. */
export function leave(
  { unheld }: { readonly unheld: Map<string, Set<number>> },
  field: string,
  row: number,
): void {
  const rows = unheld.get(field);
  if (rows) rows.add(row);
  else unheld.set(field, new Set([row]));
}

/**
 * Leaves to the evaluator what reads a number that plans do not hold: of a rule on rows the rows that have one, where it
 * reads it of these alone; any other rule as a whole.
 */
export function leaverOf(plan: Plan): (frame: Frame, unheld: Unheld) => void {
  let known: readonly FieldsRead[] | undefined;
  return (frame, unheld) => {
    known ??= fieldsRead(plan);
    const isLeft = (place: number) =>
      [...unheld.keys()].some((field) => known?.[place]?.ofFile.has(field));
    for (const place of known.keys()) if (isLeft(place)) frame.told[place] = verdicts.slow;
    frame.rowsToJudge = frame.rowsToJudge.flatMap((one) => {
      if (isLeft(one.place)) return [];
      return [{ ...one, left: rowsWith(unheld, known?.[one.place]?.ofRow) }];
    });
  };
}

/** The positions of the rows that have one of some fields, in order. */
function rowsWith(unheld: Unheld, fields: ReadonlySet<string> | undefined): readonly number[] {
  const found = [...unheld].flatMap(([field, rows]) => (fields?.has(field) ? [...rows] : []));
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** By the places of the rules; a rule that hangs on the outcome of another reads what that reads. */
function fieldsRead(plan: Plan): readonly FieldsRead[] {
  const byId = new Map<string, FieldsRead>();
  return plan.rules.map((rule) => {
    const read =
      rule.kind === 'planned' ? fieldsOf(rule, plan, byId) : { ofRow: none, ofFile: none };
    byId.set(rule.id, read);
    return read;
  });
}

const none: ReadonlySet<string> = new Set();

function fieldsOf(
  rule: PlannedRule,
  plan: Plan,
  before: ReadonlyMap<string, FieldsRead>,
): FieldsRead {
  const ofRow = new Set<string>();
  const ofFile = new Set<string>();
  const { each, isOfRows } = rule;
  const judged = isOfRows && each?.kind === 'rows' && each.row === file ? each.element : undefined;
  visitParts(partsOfRule(rule), (part) => {
    if ('slot' in part) {
      const isOfRow = judged !== undefined && isWithin(part.slot.row, judged, plan);
      (isOfRow ? ofRow : ofFile).add(fieldOf(part.slot, plan));
    } else if (part.kind === 'outcome') {
      const other = before.get(part.rule);
      for (const field of [...(other?.ofRow ?? []), ...(other?.ofFile ?? [])]) ofFile.add(field);
    }
  });
  return { ofRow, ofFile };
}

/** Whether a row is another, or an element of a list in it. */
function isWithin(row: RowId, of: RowId, plan: Plan): boolean {
  const list = plan.rows[row]?.list;
  return row === of || (list?.kind === 'rows' && isWithin(list.row, of, plan));
}

function fieldOf({ row, path }: Pick<Slot, 'row' | 'path'>, plan: Plan): string {
  const list = plan.rows[row]?.list;
  const around = list?.kind === 'rows' ? fieldOf(list, plan) : '';
  return path.reduce(pointerTo, around);
}
