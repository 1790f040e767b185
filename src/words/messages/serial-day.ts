/** Whether a quoted text is a day as sheets count them: 30000 is 1982-02-18, 59999 is 2064-04-07. */
export function isSerialDay(quoted: string): boolean {
  return /^`[3-5]\d{4}(?:\.\d+)?`$/u.test(quoted);
}
