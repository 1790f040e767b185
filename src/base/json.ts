/** Data as JSON that people read: indented, with a line end behind it. */
export function indentedJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
