import type { Random } from './random.ts';

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳',
] as [string, ...string[]];
const firsts = [...'明思静若子雨文晓佳嘉景承书慧婉泽宇安清云乐和润启知远修怀'] as [
  string,
  ...string[],
];
const seconds = [...'远雯轩然航怡博宁涵琪峰岚瑶彬诚颖昊岩霖洁晨帆菲磊欣凯妍'] as [
  string,
  ...string[],
];

/** A name that a person might have; it is nobody's in particular. */
export function personName(random: Random): string {
  const given =
    random.whole(1, 5) === 1 ? random.one(seconds) : random.one(firsts) + random.one(seconds);
  return random.one(surnames) + given;
}

/** Weights of the first 17 digits. @see GB 11643-1999 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A resident id with its check digit, in a district that does not exist.
 *
 * @param district - six digits
 * @param birth - `1990-05-10`
 * @param order - three digits, odd for men
 */
export function residentId(district: string, birth: string, order: number): string {
  const body = `${district}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = [...body].reduce(
    (total, digit, index) => total + Number(digit) * (weights[index] ?? 0),
    0,
  );
  return body + (['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11] ?? '');
}

/** Districts begin with 99, where there are none: four digits are left. */
const districts = 10_000;
/** Orders of one sex, from 001 or 002. */
const orders = 499;

/** How many people can be told apart whatever their days of birth. */
export const mostPeople: number = districts * orders;

/**
 * The resident id of a person of a number: no two numbers have the same, whatever their days of birth.
 *
 * @param like - the id of a person of the same sex
 * @param number - below `mostPeople`
 */
export function residentIdOf(like: string, birth: string, number: number): string {
  const district = `99${String(Math.floor(number / orders) % districts).padStart(4, '0')}`;
  const sex = Number(like.slice(14, 17)) % 2;
  return residentId(district, birth, 2 * (number % orders) + (sex === 1 ? 1 : 2));
}

export function isResidentId(text: string): boolean {
  return /^\d{17}[\dX]$/u.test(text);
}

/** The same text with the digits of a number in its last places, as many as it has there. */
export function renumbered(text: string, places: number, number: number): string {
  const kept = Math.max(0, text.length - places);
  const last = text.slice(kept);
  const count = last.match(/\d/gu)?.length ?? 0;
  const digits = String(number).padStart(count, '0').slice(-count);
  let place = 0;
  const changed = last.replaceAll(/\d/gu, () => {
    place += 1;
    return digits.charAt(place - 1);
  });
  return text.slice(0, kept) + changed;
}
