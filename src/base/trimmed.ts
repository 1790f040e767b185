/** Without white space and invisible marks around it; in one pass, however long they are. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isUnseen(text, start)) start += 1;
  while (start < end && isUnseen(text, end - 1)) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isUnseen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  if (code >= 0x3400 && code <= 0x9fff) return false;
  return /[\s\p{Cf}]/u.test(text.charAt(at));
}
