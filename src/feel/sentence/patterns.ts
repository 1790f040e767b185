/**
 * The words that a regular expression looks for, where it is nothing but some of them: `“(a|b|c)”` as a sentence has it.
 */
export function wordsOf(quoted: string): readonly string[] | undefined {
  const pattern = quoted.replaceAll(/^“|”$/gu, '').replace(/^\(([^()]*)\)$/u, '$1');
  return /^[^()[\]{}.*+?\\^$]+$/u.test(pattern) ? pattern.split('|') : undefined;
}
