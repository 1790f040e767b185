/**
 * A text of a cell as it is compared: without marks that nobody sees, wherever they stand, and with digits, letters and
 * signs of full width as their plain forms (２０２６ → 2026). Chinese stays what it is.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
