/** By how many places each word behind a number moves its point. */
const places: Readonly<Record<string, number>> = {
  '%': -2,
  '‰': -3,
  成: -1,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
};

/** The words that stand behind a number on paper, as part of a regular expression. */
export const paperUnits = '(?:%|‰|成|百万|千万|千|万|亿)元?|元';

/** `108%` is 1.08, `500万元` 5000000: a number and the word behind it, written out. */
export function writtenOut(number: string, unit: string): string {
  return moved(number, places[unit.replace(/元$/u, '')] ?? 0);
}

/**
 * A number as people write it, in the digits that files have: `60%`, `1,000,000`, `５００万`, `¥30`.
 *
 * @returns undefined for what is no number, or is one of which it is not certain what it counts, such as `30天`
 */
export function numberMeant(text: string): string | undefined {
  const form = new RegExp(
    `^[¥￥]?(?<sign>-?)(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,15})?) ?(?<unit>${paperUnits})?$`,
    'u',
  );
  const { sign = '', number, unit = '' } = form.exec(text.normalize('NFKC').trim())?.groups ?? {};
  return number === undefined ? undefined : sign + writtenOut(number.replaceAll(',', ''), unit);
}

/** A number in decimal digits, its point moved to the right; without needless zeros. */
function moved(number: string, by: number): string {
  const [whole = '', part = ''] = number.split('.');
  const all = whole.padStart(whole.length + Math.max(0, -by), '0') + part.padEnd(by, '0');
  const point = whole.length + Math.max(0, -by) + by;
  const before = all.slice(0, point).replace(/^0+(?=\d)/u, '') || '0';
  const after = all.slice(point).replace(/0+$/u, '');
  return after === '' ? before : `${before}.${after}`;
}
