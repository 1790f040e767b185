import type { Core } from '../feel/core.ts';
import {
  type CreditCodeFault,
  creditCodeFault,
  type ResidentIdFault,
  residentIdFault,
} from '../feel/operations/builtins/identifiers.ts';
import type { Language } from '../base/language.ts';
import type { Value } from '../feel/value.ts';

/** What is wrong with a number, without the number itself. */
interface FaultWords {
  readonly separator: string;
  readonly resident: Readonly<Record<ResidentIdFault, string>>;
  readonly credit: Readonly<Record<CreditCodeFault, string>>;
}

const zhWriting = {
  blank: '号码中有空格或看不见的字符',
  'full-width': '号码中有全角字符，应为半角',
  length: '号码不是18位',
  check: '最后一位校验码与前17位不符',
};

const enWriting = {
  blank: 'there is a space or an invisible mark in it',
  'full-width': 'there are full-width characters in it, and half-width ones are wanted',
  length: 'it does not have 18 characters',
  check: 'its last character, the check digit, does not fit the 17 before it',
};

const words: Readonly<Record<Language, FaultWords>> = {
  zh: {
    separator: '；',
    resident: {
      ...zhWriting,
      'fifteen-digits': '是15位的旧号码，应为18位',
      'small-letter': '号码中有小写字母，末位的 x 应为大写 X',
      region: '行政区划代码不能以0开头',
      characters: '应为17位数字，末位为数字或 X',
      'birth-date': '第7至14位不是可能的出生日期',
    },
    credit: {
      ...zhWriting,
      'small-letter': '代码中有小写字母，应为大写',
      characters: '代码中有不应有的字符：只用数字和除 I、O、S、V、Z 以外的大写字母，第3至8位为数字',
    },
  },
  en: {
    separator: '; ',
    resident: {
      ...enWriting,
      'fifteen-digits': 'it is an old number of 15 digits, and the one of 18 is wanted',
      'small-letter': 'there is a small letter in it: the x at the end is a capital X',
      region: 'the code of the region cannot begin with 0',
      characters: 'it should be 17 digits, and a digit or X at the end',
      'birth-date': 'digits 7 to 14 are no possible day of birth',
    },
    credit: {
      ...enWriting,
      'small-letter': 'there are small letters in it, and capital ones are wanted',
      characters:
        'it has characters that such a code never has: digits and capital letters but I, O, S, V and Z are used, and digits alone in places 3 to 8',
    },
  },
};

/** What to add to the words of a condition: why the numbers that it found not to be valid are not. */
export function identifierFaults(values: ReadonlyMap<Core, Value>, language: Language): string {
  const { separator, resident, credit } = words[language];
  const found = [...values].flatMap(([core, value]): readonly string[] => {
    const [first] = core.kind === 'call' && value === false ? core.args : [];
    const text = first && values.get(first);
    if (core.kind !== 'call' || typeof text !== 'string') return [];
    switch (core.builtin) {
      case 'is valid resident id': {
        const fault = residentIdFault(text);
        return fault ? [resident[fault]] : [];
      }
      case 'is valid credit code': {
        const fault = creditCodeFault(text);
        return fault ? [credit[fault]] : [];
      }
      default:
        return [];
    }
  });
  return [...new Set(found)].map((fault) => separator + fault).join('');
}
