const irregular: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['proof', 'proofs'],
]);

/** Words that are of several without an s at their end. */
const pluralsWithoutS: ReadonlySet<string> = new Set(['people', 'staff']);

/** What follows the nouns that a phrase is of. */
const behindHead =
  /(?: (?:of|for|at|in|on|to|from|with|by|past|that|which|whose|behind|before|after|up|over|beyond|between|within|without|as|was|were|is|has) |,| [(÷×+−]).*$/u;

/** Whether a phrase speaks of several: `the signatories of this contract`. */
export function isPlural(phrase: string): boolean {
  const words = phrase.replace(behindHead, '').split(' ');
  const head = words.findLast((word) => !/(?:ed|present|met)$/u.test(word)) ?? '';
  return pluralsWithoutS.has(head) || /[^siu]s$/u.test(head);
}

/** A verb as it stands behind a phrase that speaks of several. */
export function ofSeveral(verb: string): string {
  return verb.replace(
    /^(\S+)/u,
    (word) => auxiliaries.get(word) ?? word.replace(/(?<=[a-z])s$/u, ''),
  );
}

const auxiliaries: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
]);

/** The nouns of a phrase, apart from what follows them: `certificate of title`. */
const tail = /^(?<head>.+?)(?<rest> (?:of|for|by|with|in|on|at|to|from|after|before|without) .+)$/u;

/** `sales contracts` for a sales contract, `certificates of title` for a certificate of title. */
export function plural(noun: string): string {
  if (/, | or /u.test(noun))
    return noun
      .split(/(, | or )/u)
      .map((part) => (/^(?:, | or )$/u.test(part) ? part : plural(part)))
      .join('');
  const { head = noun, rest = '' } = tail.exec(noun)?.groups ?? {};
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
