/** Rows as CSV (RFC 4180), with a byte order mark so that spreadsheets read the Chinese. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet reads as text or a plain number, never as a formula. */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/u.test(text);
  const safe = !isNumber && /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
