import { isValidCreditCode, isValidResidentId } from '../feel/operations/builtins/identifiers.ts';
import type { Personal } from '../feel/types.ts';

/** Gives each text another of the same shape, always the same one. */
export type Fiction = (text: string, personal: Personal | undefined) => string;

/** Numbers that are tried for a text of exactly the same shape. */
const mostTries = 20;

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const given = [...'甲乙丙丁戊己庚辛壬癸'];

/**
 * Texts that belong to nobody: names, numbers and ids are counted up, in the order they are met, so that two that
 * were equal stay equal and two that differed still differ; numbers with a check character keep it right or wrong.
 */
export function newFiction(): Fiction {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  return (text, personal) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const first = known.size + 1;
    let made = fictional(text, personal, first);
    // names run out: what is counted up behind one never does
    for (let number = first + 1; made === text || taken.has(made); number += 1)
      made = fictional(text, personal, number) + (number < first + mostTries ? '' : String(number));
    known.set(text, made);
    taken.add(made);
    return made;
  };
}

function fictional(text: string, personal: Personal | undefined, number: number): string {
  if (personal === 'id' && text.length === 18) return residentId(isValidResidentId(text), number);
  if (isValidCreditCode(text)) return creditCode(number);
  if (personal === 'name' && /^\p{Script=Han}+$/u.test(text))
    return nameOf([...text].length, number);
  if (personal === undefined && /^[\w.:-]+$/u.test(text) && /^[^\d]*\d|^[A-Z_-]+$/u.test(text))
    return `${/^[A-Za-z]{0,3}[-_]?/u.exec(text)?.[0] ?? ''}${number}`;
  return shaped(text, number);
}

function nameOf(length: number, number: number): string {
  const surname = surnames[number % surnames.length] ?? '';
  const rest = Math.floor(number / surnames.length);
  const names = Array.from(
    { length: Math.max(1, length - 1) },
    (_, index) => given[(number + rest * (index + 1)) % given.length] ?? '',
  );
  return surname + names.join('');
}

function residentId(valid: boolean, number: number): string {
  const start = `11010119900101${String(number % 1000).padStart(3, '0')}`;
  const checks = [...'0123456789X'];
  const right = checks.find((check) => isValidResidentId(start + check)) ?? 'X';
  return start + (valid ? right : right === '0' ? '1' : '0');
}

function creditCode(number: number): string {
  const start = `91110000MA${String(number).padStart(7, '0').slice(-7)}`;
  const checks = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  return start + (checks.find((check) => isValidCreditCode(start + check)) ?? '0');
}

/** Digits for digits, counted up at the end; letters for letters; every other character of words is 某. */
function shaped(text: string, number: number): string {
  const plain = [...text].map((char) => {
    if (/\d/u.test(char)) return '0';
    if (/[A-Za-z]/u.test(char)) return 'A';
    return /\p{L}/u.test(char) ? '某' : char;
  });
  const count = String(number);
  for (let at = plain.length - 1, left = count.length - 1; at >= 0 && left >= 0; at -= 1) {
    if (plain[at] !== '0') continue;
    plain[at] = count[left] ?? '0';
    left -= 1;
  }
  return plain.includes('0') || /\d/u.test(plain.join(''))
    ? plain.join('')
    : `${plain.join('')}${number}`;
}
