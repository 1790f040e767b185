import type { Written } from '../dossier/json-numbers.ts';
import type { Loaded } from './frame.ts';
import { Unfit, unfit } from './scalars.ts';

/** Numbers and texts that any file may take. */
const mostPlaces = 2 ** 22;

/** Numbers of the array that loaded files share. */
const sheetLength = 2 ** 15;

/** Numbers and texts of the file being loaded, and how many keys it turned out to have. */
export interface Tray {
  numbers: Float64Array;
  texts: (string | undefined)[];
  numbersEnd: number;
  textsEnd: number;
  keys: number;
  /** Position in the outermost list that is being read; -1 outside of lists. */
  row: number;
  /** The numbers that plans do not hold, as `Loaded` has them. */
  unheld: Map<string, Set<number>>;
  /** Numbers that doubles may not tell; absent where there are none. */
  written: Written | undefined;
  /** Numbers and texts that the file may take. */
  most: number;
}

export function newTray(): Tray {
  return {
    numbers: new Float64Array(1024),
    texts: [],
    numbersEnd: 0,
    textsEnd: 0,
    keys: 0,
    row: -1,
    unheld: new Map(),
    written: undefined,
    most: mostPlaces,
  };
}

/**
 * Begins a file that takes so much itself.
 *
 * @param size - of the file: it takes no more places than that, beside those that any may have
 */
export function begin(tray: Tray, width: number, texts: number, size: number): void {
  tray.most = mostPlaces + size;
  tray.numbersEnd = 0;
  tray.textsEnd = 0;
  tray.keys = 0;
  tray.row = -1;
  tray.written = undefined;
  if (tray.unheld.size > 0) tray.unheld = new Map();
  tray.texts = [];
  reserve(tray, width, texts);
}

/** Makes room for so many more numbers and texts. */
export function reserve(tray: Tray, width: number, texts: number): void {
  tray.numbersEnd += width;
  tray.textsEnd += texts;
  if (tray.numbersEnd + tray.textsEnd > tray.most) unfit('size');
  if (tray.numbersEnd <= tray.numbers.length) return;
  const larger = new Float64Array(2 * tray.numbersEnd);
  larger.set(tray.numbers);
  tray.numbers = larger;
}

/** What makes the loaded file of a tray: views of one large array cost less than an array a file. */
export function keeper(): (tray: Tray) => Loaded {
  let sheet = new Float64Array(sheetLength);
  let used = 0;
  return (tray) => {
    const { numbersEnd: length, numbers: found, texts, unheld, written } = tray;
    const more = { ...(unheld.size > 0 && { unheld }), ...(written && { written }) };
    if (length > sheetLength) {
      // a large file keeps the array that it was laid out in
      tray.numbers = new Float64Array(1024);
      return { numbers: found.subarray(0, length), texts, ...more };
    }
    if (used + length > sheet.length) {
      sheet = new Float64Array(sheetLength);
      used = 0;
    }
    const numbers = sheet.subarray(used, used + length);
    used += length;
    for (let index = 0; index < length; index += 1) numbers[index] = found[index] ?? 0;
    return { numbers, texts, ...more };
  };
}

/** What some work gives, or why the file is not for it. */
export function withinPlans<T>(work: () => T): T | Unfit {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unfit) return error;
    throw error;
  }
}
