const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];

/** 1 to 9999 as Chinese count chapters and articles: 十二, 二十, 一百零五, 一千零六十四. */
export function chineseNumeral(number: number): string {
  const written = [...String(number)]
    .map((digit, index, all) => {
      const place = places[all.length - 1 - index] ?? '';
      return digit === '0' ? '零' : `${digits[Number(digit)]}${place}`;
    })
    .join('')
    .replaceAll(/零+/gu, '零');
  const whole = number === 0 ? written : written.replace(/零$/u, '');
  return whole.replace(/^一十/u, '十');
}
