import { parseYaml } from '../yaml/parse.ts';
import { plainOf } from '../yaml/tree.ts';

/**
 * A file of a rulebook without what editors leave behind: a mark of its encoding, line ends of another system, blanks
 * at the end of lines, empty lines more than one, an end without a line break.
 *
 * @returns the text as it was where what it says would be another
 */
export function tidied(path: string, text: string): string {
  const tidy = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .replace(/\n*$/u, '\n');
  if (tidy === text || !/\.ya?ml$/u.test(path)) return tidy;
  return saidBy(tidy) === saidBy(text) ? tidy : text;
}

/** What a text says; two that cannot be read say the same where they are the same. */
function saidBy(text: string): string {
  const { value, diagnostics } = parseYaml({ name: '', text });
  return value && diagnostics.length === 0 ? JSON.stringify(plainOf(value)) : text;
}
