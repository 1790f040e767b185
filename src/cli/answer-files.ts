import { statSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import type { SheetRead } from '../base/workbook.ts';
import { folderFiles } from '../io/folder.ts';
import { readWorkbook } from '../io/workbook.ts';

/** The check-lists of `--answers`: files, and folders of them. */
export async function readAnswers(given: readonly string[]): Promise<{
  readonly sheets: readonly SheetRead[];
  readonly problems: readonly Diagnostic<PathProblems>[];
}> {
  const sheets: SheetRead[] = [];
  const problems: Diagnostic<PathProblems>[] = [];
  for (const path of given) {
    const found = isFolder(path)
      ? folderFiles(path, ['.xlsx', '.csv'])
      : { paths: [path], problems: [] };
    problems.push(...found.problems);
    const inside = found.paths.filter(isWhole);
    if (inside.length === 0 && found.problems.length === 0)
      problems.push(pathProblem('io/empty-folder', path, { path }));
    for (const file of inside) {
      // eslint-disable-next-line no-await-in-loop -- one workbook in memory at a time
      const read = await readWorkbook(file);
      if ('problem' in read) problems.push(read.problem);
      else sheets.push(...read.sheets);
    }
  }
  return { sheets, problems };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Spreadsheet programs leave a `~$…` beside a file that is open. */
function isWhole(path: string): boolean {
  return !/[/\\]~\$[^/\\]*$/u.test(path);
}
