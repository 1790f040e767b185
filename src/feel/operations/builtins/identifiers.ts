import { plainDate } from '../../../values/temporal.ts';

/** Weights of the first 17 digits: 2 ** (17 − i) modulo 11, i from 0. */
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentChecks = '10X98765432';

/** What is wrong with an identity number: the first thing to mend. */
export type ResidentIdFault =
  | 'blank'
  | 'full-width'
  | 'fifteen-digits'
  | 'length'
  | 'small-letter'
  | 'region'
  | 'characters'
  | 'birth-date'
  | 'check';

/** What is wrong with a unified social credit code. */
export type CreditCodeFault = Exclude<ResidentIdFault, 'fifteen-digits' | 'region' | 'birth-date'>;

/**
 * Whether a text is a citizen's identity number: six digits of a region, a day of birth, a serial number, a check character.
 *
 * Whether the number was issued, and to whom, only the registry can tell.
 *
 * @see GB 11643-1999, with MOD 11-2 of GB/T 17710 (ISO 7064)
 */
export function isValidResidentId(text: string): boolean {
  return residentIdFault(text) === undefined;
}

/** Why a text is no valid identity number; undefined for one that is. */
export function residentIdFault(text: string): ResidentIdFault | undefined {
  const match = /^([1-9]\d{5})(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/u.exec(text);
  if (!match) {
    if (/^\d{15}$/u.test(text)) return 'fifteen-digits';
    return writingFault(text, 18) ?? (text.startsWith('0') ? 'region' : 'characters');
  }
  const birth = plainDate(Number(match[2]), Number(match[3]), Number(match[4]));
  if (!birth || birth.year < 1850 || birth.year > 2199) return 'birth-date';
  const sum = residentWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return residentChecks[sum % 11] === text[17] ? undefined : 'check';
}

/** Digits and capital letters without I, O, S, V and Z. */
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a text is a unified social credit code: 17 characters and a check character.
 *
 * @see GB 32100-2015: the sum of values times 3 ** (i − 1) modulo 31, i from 1, taken from 31
 */
export function isValidCreditCode(text: string): boolean {
  return creditCodeFault(text) === undefined;
}

/** Why a text is no valid unified social credit code; undefined for one that is. */
export function creditCodeFault(text: string): CreditCodeFault | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(text))
    return writingFault(text, 18) ?? 'characters';
  let sum = 0;
  let weight = 1;
  for (const char of text.slice(0, 17)) {
    sum += creditCharacters.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCharacters[(31 - (sum % 31)) % 31] === text[17] ? undefined : 'check';
}

/** What keeps a text of digits and capital letters from being read, whatever number it is meant to be. */
function writingFault(
  text: string,
  length: number,
): 'blank' | 'full-width' | 'length' | 'small-letter' | undefined {
  if (/[\s\p{Cf}\p{Cc}]/u.test(text)) return 'blank';
  if (/[\uFF01-\uFF5E]/u.test(text)) return 'full-width';
  if ([...text].length !== length) return 'length';
  return /[a-z]/u.test(text) ? 'small-letter' : undefined;
}

/**
 * The remainder by 97 of a number in which letters stand for 10 to 35; a text with its check digits in place gives 1.
 *
 * @see ISO 7064, MOD 97-10
 * @returns 0 to 96; -1 for a text with other characters (small letters too) and for an empty one, which are no number
 */
export function remainderBy97(text: string): number {
  if (text === '') return -1;
  let remainder = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) remainder = (remainder * 10 + code - 48) % 97;
    else if (code >= 65 && code <= 90) remainder = (remainder * 100 + code - 55) % 97;
    else return -1;
  }
  return remainder;
}
