/** A name that nobody gives anything: it stands where something is to be written. */
export const hole = 'shouzeWritesHere';

/** What still has to stand behind each word that opens something, and the word that goes on with it. */
const follows: ReadonlyMap<string, { readonly closes: string; readonly next?: string }> = new Map([
  ['if', { closes: ' then null else null', next: 'then' }],
  ['then', { closes: ' else null', next: 'else' }],
  ['for', { closes: ' return null', next: 'return' }],
  ['some', { closes: ' satisfies true', next: 'satisfies' }],
  ['every', { closes: ' satisfies true', next: 'satisfies' }],
  ['(', { closes: ')', next: ')' }],
  ['[', { closes: ']', next: ']' }],
  ['{', { closes: '}', next: '}' }],
]);

/** What has to follow the beginning of an expression for it to be a whole one. */
export function closed(begun: string, inText: boolean): string {
  const text = inText ? begun.slice(0, begun.lastIndexOf('"')) : begun;
  const open: string[] = [];
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|[()[\]{}]/gu)) {
    if (follows.get(open.at(-1) ?? '')?.next === part) open.pop();
    if (follows.has(part)) open.push(part);
  }
  return open
    .toReversed()
    .map((part) => follows.get(part)?.closes)
    .join('');
}
