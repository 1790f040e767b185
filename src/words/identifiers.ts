import type { Said } from '../base/language.ts';
import type { CreditCodeFault, ResidentIdFault } from '../feel/operations/builtins/identifiers.ts';

const ofBoth = {
  blank: {
    zh: '号码中有空格或看不见的字符',
    en: 'there is a space or an invisible mark in it',
  },
  'full-width': {
    zh: '号码中有全角字符，应为半角',
    en: 'there are full-width characters in it, and half-width ones are wanted',
  },
  length: { zh: '号码不是18位', en: 'it does not have 18 characters' },
  check: {
    zh: '最后一位校验码与前17位不符',
    en: 'its last character, the check digit, does not fit the 17 before it',
  },
};

/** What is wrong with an identity number, without the number itself. */
export const residentIdFaults: Readonly<Record<ResidentIdFault, Said<string>>> = {
  ...ofBoth,
  'fifteen-digits': {
    zh: '是15位的旧号码，应为18位',
    en: 'it is an old number of 15 digits, and the one of 18 is wanted',
  },
  'small-letter': {
    zh: '号码中有小写字母，末位的 x 应为大写 X',
    en: 'there is a small letter in it: the x at the end is a capital X',
  },
  region: {
    zh: '行政区划代码不能以0开头',
    en: 'the code of the region cannot begin with 0',
  },
  characters: {
    zh: '应为17位数字，末位为数字或 X',
    en: 'it should be 17 digits, and a digit or X at the end',
  },
  'birth-date': {
    zh: '第7至14位不是可能的出生日期',
    en: 'digits 7 to 14 are no possible day of birth',
  },
};

/** What is wrong with a credit code, without the code itself. */
export const creditCodeFaults: Readonly<Record<CreditCodeFault, Said<string>>> = {
  ...ofBoth,
  'small-letter': {
    zh: '代码中有小写字母，应为大写',
    en: 'there are small letters in it, and capital ones are wanted',
  },
  characters: {
    zh: '代码中有不应有的字符：只用数字和除 I、O、S、V、Z 以外的大写字母，第3至8位为数字',
    en: 'it has characters that such a code never has: digits and capital letters but I, O, S, V and Z are used, and digits alone in places 3 to 8',
  },
};
