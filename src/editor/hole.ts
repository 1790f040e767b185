/** A name that nobody gives anything: it stands where something is to be written. */
export const hole = 'shouzeWritesHere';

/** What each word that opens a construct still asks for, and the word that follows it. */
const follows: Readonly<Record<string, { readonly closes: string; readonly next?: string }>> = {
  if: { closes: ' then null else null', next: 'then' },
  then: { closes: ' else null', next: 'else' },
  for: { closes: ' return null', next: 'return' },
  some: { closes: ' satisfies true', next: 'satisfies' },
  every: { closes: ' satisfies true', next: 'satisfies' },
};
const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What has to follow the beginning of an expression for it to be a whole one. */
export function closed(begun: string, inText: boolean): string {
  const text = inText ? begun.slice(0, begun.lastIndexOf('"')) : begun;
  const open: string[] = [];
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|[()[\]{}]/gu)) {
    const last = open.at(-1) ?? '';
    if (part === 'then') open.splice(-1, 1, 'then');
    else if (follows[last]?.next === part) open.pop();
    else if (Object.hasOwn(follows, part) || Object.hasOwn(brackets, part)) open.push(part);
    else if (brackets[last] === part) open.pop();
  }
  return open
    .toReversed()
    .map((part) => brackets[part] ?? follows[part]?.closes ?? '')
    .join('');
}
