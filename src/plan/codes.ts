import type { CodesCore } from '../feel/core.ts';
import type { Field } from '../feel/types.ts';
import { type CodeSheet, wholesOf } from '../program/code-sheet.ts';
import { type Here, type Planner, settle } from './lowering.ts';
import type { Picks } from './picks.ts';
import {
  type CellNum,
  mostBits,
  type Num,
  slotKinds,
  type Text,
  type Truth,
  type UnplannedReason,
} from './plan.ts';
import { fraction, type Quantity, whole } from './quantity.ts';
import { inEditions } from './references.ts';
import { compared } from './simplify.ts';

/** What is made of a code set: of the sheet of each edition, and the row in it of the code that is asked for. */
export function ofCodes<T extends object>(
  core: CodesCore,
  here: Here,
  planner: Planner,
  picks: Picks<T>,
  make: (sheet: CodeSheet, row: Num, column: Field | undefined) => T | UnplannedReason,
): T {
  const editions = planner.program.codeSets.get(core.name)?.editions ?? [];
  return inEditions(core, editions, here, planner, picks, ({ sheet }) => {
    const row = rowIn(sheet, core, here, planner);
    return settle(make(sheet, row, core.column), core, here, planner, picks);
  });
}

/** The row of a code; of a value of several kinds, none where it is no text. */
function rowIn(sheet: CodeSheet, { of }: CodesCore, here: Here, planner: Planner): Num {
  const code: Num = { kind: 'code', sheet, of: planner.text(of, here) };
  if (of.type.kind !== 'union') return code;
  const kind = planner.kind(of, here);
  const words = [slotKinds.indexOf('text')];
  return {
    kind: 'choice',
    condition: { kind: 'one-of', of: kind, words },
    yes: code,
    no: whole(-1),
  };
}

/** Whether a code is listed, or a column of truths. */
export function truthOfCodes(
  sheet: CodeSheet,
  row: Num,
  column: Field | undefined,
): Truth | UnplannedReason {
  if (!column) return compared('<=', whole(0), row);
  const cell = cellOf(sheet, row, column, 'boolean');
  return typeof cell === 'string' ? cell : compared('=', cell.num, whole(1));
}

export function numberOfCodes(
  sheet: CodeSheet,
  row: Num,
  column: Field | undefined,
): Quantity | UnplannedReason {
  const cell = cellOf(sheet, row, column, 'number');
  return typeof cell === 'string' ? cell : fraction(cell.num, cell.scale);
}

export function dayOfCodes(
  sheet: CodeSheet,
  row: Num,
  column: Field | undefined,
): Num | UnplannedReason {
  const cell = cellOf(sheet, row, column, 'date');
  return typeof cell === 'string' ? cell : cell.num;
}

export function textOfCodes(
  sheet: CodeSheet,
  row: Num,
  column: Field | undefined,
): Text | UnplannedReason {
  return column?.type.kind === 'text' ? { kind: 'cell-text', sheet, column, row } : 'kind';
}

/** A column as a whole number; what has more digits than plans keep is left to the evaluator. */
function cellOf(
  sheet: CodeSheet,
  row: Num,
  column: Field | undefined,
  kind: Field['type']['kind'],
): { readonly num: Num; readonly scale: number } | UnplannedReason {
  if (column?.type.kind !== kind) return 'kind';
  const read = wholesOf(sheet, column);
  const bits = read && Math.ceil(Math.log2(read.most + 1));
  if (!read || bits === undefined || bits > mostBits) return 'digits';
  const { values, scale, isPositive: positive } = read;
  const cell: CellNum = { kind: 'cell', sheet, column, row, values, positive, bits };
  return { num: cell, scale };
}
