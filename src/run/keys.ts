import { jsonKeys, longNumbersAt, writtenOf } from '../dossier/json-numbers.ts';
import { untoldNumbers } from '../dossier/long-numbers.ts';
import type { ContextType } from '../feel/types.ts';
import { unfit } from './scalars.ts';
import type { Tray } from './tray.ts';
import { leave } from './unheld.ts';

/**
 * Compares what was laid out with the text that it is of: a key given twice, or one that no schema knows, makes the count
 * of keys differ from that of the fields that were found, so neither gets past the loader. A number that the double no
 * longer tells is left out, and has to be as its schema asks to the last digit.
 */
export function compareWithText(json: string, type: ContextType, tray: Tray): void {
  const found = jsonKeys(json);
  if (!found || tray.keys === 0 || tray.keys !== found.keys) return unfit();
  if (found.long.length === 0) return;
  const numbers = longNumbersAt(json, found.long);
  for (const { field, row } of untoldNumbers(json, numbers, type) ?? unfit())
    leave(tray, field, row);
  tray.written = writtenOf(numbers);
}
