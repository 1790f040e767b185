/** Days of law without the quotes that keep other readers of YAML from taking them for moments. */
export function bareDays(text: string): string {
  return text.replaceAll(/(?<=\b(?:from|until|issued): )['"](\d{4}-\d{2}-\d{2})['"]/gu, '$1');
}
