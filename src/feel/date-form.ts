import { type PlainDate, plainDate } from '../values/temporal.ts';

/** Forms to show where one is written wrongly. */
export const exampleForms: readonly string[] = [
  'yyyymmdd',
  'yyyy-mm-dd',
  'yyyy/m/d',
  'yyyy年m月d日',
  'mm/dd/yyyy',
];

/** A piece of a form: so many digits of a part of the date, or a separator as it stands. */
type Piece =
  | { readonly part: 'year' | 'month' | 'day'; readonly least: number; readonly most: number }
  | { readonly separator: string };

const pieces: Readonly<Record<string, Piece>> = {
  yyyy: { part: 'year', least: 4, most: 4 },
  mm: { part: 'month', least: 2, most: 2 },
  dd: { part: 'day', least: 2, most: 2 },
  m: { part: 'month', least: 1, most: 2 },
  d: { part: 'day', least: 1, most: 2 },
};

/** Whether a text says how a date is written: a year, a month and a day, once each, with separators or without. */
export function isDateForm(form: string): boolean {
  return piecesOf(form) !== undefined;
}

/** The day that a text writes in a form; undefined where it writes none, and where the form is none. */
export function dateInForm(text: string, form: string): PlainDate | undefined {
  let at = 0;
  const parts = { year: 0, month: 0, day: 0 };
  for (const piece of piecesOf(form) ?? []) {
    if ('separator' in piece) {
      if (!text.startsWith(piece.separator, at)) return undefined;
      at += piece.separator.length;
      continue;
    }
    let end = at;
    while (end - at < piece.most && isDigit(text, end)) end += 1;
    if (end - at < piece.least) return undefined;
    parts[piece.part] = Number(text.slice(at, end));
    at = end;
  }
  return at === text.length ? plainDate(parts.year, parts.month, parts.day) : undefined;
}

/** What a form last read is made of: a rule reads many texts in one. */
let last: { readonly form: string; readonly pieces: readonly Piece[] | undefined } | undefined;

function piecesOf(form: string): readonly Piece[] | undefined {
  if (last?.form !== form) last = { form, pieces: parsed(form) };
  return last.pieces;
}

function parsed(form: string): readonly Piece[] | undefined {
  const found: Piece[] = [];
  for (const word of form.match(/yyyy|mm?|dd?|[-/.年月日]|[^]/gu) ?? []) {
    const piece = Object.hasOwn(pieces, word) ? pieces[word] : undefined;
    if (piece) found.push(piece);
    else if (/^[-/.年月日]$/u.test(word)) found.push({ separator: word });
    else return undefined;
  }
  const parts = found.flatMap((piece) => ('part' in piece ? [piece.part] : []));
  return parts.length === 3 && new Set(parts).size === 3 && !isAmbiguous(found) ? found : undefined;
}

/** Whether it cannot be told where a part of one or two digits ends: another part follows at once. */
function isAmbiguous(found: readonly Piece[]): boolean {
  return found.some((piece, index) => {
    const next = found[index + 1];
    return 'part' in piece && piece.least < piece.most && next !== undefined && 'part' in next;
  });
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
