const irregular: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['proof', 'proofs'],
]);

/** The nouns of a phrase, apart from what follows them: `certificate of title`. */
const tail = /^(?<head>.+?)(?<rest> (?:of|for|by|with|in|on|at|or|to|from) .+)$/u;

/** `sales contracts` for a sales contract, `certificates of title` for a certificate of title. */
export function plural(noun: string): string {
  const { head = noun, rest = '' } = tail.exec(noun)?.groups ?? {};
  if (rest.startsWith(' or ')) return `${plural(head)} or ${plural(rest.slice(4))}`;
  const start = head.slice(0, head.lastIndexOf(' ') + 1);
  const word = head.slice(start.length);
  return start + several(word) + rest;
}

function several(word: string): string {
  const known = irregular.get(word);
  if (known) return known;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/u.test(word))
    return word.endsWith('s') && !word.endsWith('ss') ? word : `${word}es`;
  return `${word}s`;
}
