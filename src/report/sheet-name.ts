/** In characters, at most. */
export const longestSheetName = 31;

/** Without the characters that names of sheets may not have. */
export function sheetText(text: string): string {
  return text.replaceAll(/[[\]:*?/\\'\p{Cc}]/gu, '_').trim() || '_';
}

/** Names that spreadsheet programs take, each once, whatever the case of its letters. */
export function sheetNames(taken: readonly string[]): (title: string) => string {
  // Excel keeps `History` for itself
  const names = new Set(['history', ...taken.map((one) => one.toLowerCase())]);
  return (title) => {
    const plain = sheetText(title).slice(0, longestSheetName);
    let name = plain;
    for (let count = 2; names.has(name.toLowerCase()); count += 1)
      name = `${plain.slice(0, longestSheetName - 3)} ${count}`;
    names.add(name.toLowerCase());
    return name;
  };
}
