const formats = ['.yaml', '.yml', '.json', '.ndjson', '.jsonl'];

/** The endings of files that hold dossiers, in small letters. */
export const dossierEndings: readonly string[] = formats.flatMap((ending) => [
  ending,
  `${ending}.gz`,
]);

/** `csv` of `2026/三月.CSV`, nothing of a name without a dot. */
export function endingOf(path: string): string {
  return (/\.([^./\\]+)$/u.exec(path)?.[1] ?? '').toLowerCase();
}

/** Whether a name has one of some endings, in capitals or not. */
export function endsWith(path: string, endings: readonly string[]): boolean {
  const name = path.toLowerCase();
  return endings.some((ending) => name.endsWith(ending));
}
