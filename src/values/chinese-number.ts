const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百八十 is 180, 两千 2000, 二〇二四 2024; what is no number is NaN. */
export function chineseNumber(written: string): number {
  const plain = written.replaceAll('两', '二').replaceAll(/[〇○]/gu, '零');
  if (/^[零一二三四五六七八九]+$/u.test(plain))
    return Number([...plain].map((one) => digits.indexOf(one)).join(''));
  let [sum, digit] = [0, 0];
  for (const one of plain) {
    const power = powers[one];
    if (power !== undefined) {
      sum += (digit === 0 && power === 10 ? 1 : digit) * power;
      digit = 0;
    } else if (digits.includes(one)) digit = digits.indexOf(one);
    else return Number.NaN;
  }
  return sum + digit;
}

/** 1 to 9999 as Chinese count chapters and articles: 十二, 二十, 一百零五, 一千零六十四. */
export function chineseNumeral(number: number): string {
  const written = [...String(number)]
    .map((digit, index, all) => {
      const place = places[all.length - 1 - index] ?? '';
      return digit === '0' ? '零' : `${digits.charAt(Number(digit))}${place}`;
    })
    .join('')
    .replaceAll(/零+/gu, '零');
  const whole = number === 0 ? written : written.replace(/零$/u, '');
  return whole.replace(/^一十/u, '十');
}
