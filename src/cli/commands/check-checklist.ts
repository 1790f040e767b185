import { hasErrors } from '../../base/diagnostic.ts';
import { sayIn } from '../../base/language.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { writeFile } from '../../io/write.ts';
import { checklistOf } from '../../report/checklist.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import type { CheckSetting } from '../check-setting.ts';
import { complain, complainOf, type ExitCode, exitOf } from '../console.ts';
import { mustNotExist } from '../filled-in.ts';
import { checkAll, problemFile } from '../run-check.ts';

/** Writes the check-list, and says where and how many lines it has; there is none where nobody has to look. */
export async function writeChecklist(
  out: string,
  paths: readonly string[],
  { loaded, reporting, kind, mapped, lists, problems }: CheckSetting,
): Promise<ExitCode> {
  mustNotExist(out);
  const { options, bounds, scheme, unmasked } = reporting;
  const { language } = loaded;
  const run = await checkAll(loaded, paths, options, {
    kind,
    bounds,
    ...(lists && { lists }),
    ...(mapped && { incoming: mapped.incoming() }),
  });
  const files = [...run.files, ...problems.map(problemFile)];
  const list = checklistOf({ ...run, files }, { language, unmasked, scheme });
  if (list.lines > 0) writeFile(out, await workbookBytes(list.workbook));
  complain(sayIn(wordbooks, language).terms.checklist(list.lines, list.dossiers, out));
  complainOf(
    files.flatMap((file) => diagnosticsOf(file, { unmasked })),
    language,
  );
  return exitOf(
    files.some(({ diagnostics }) => hasErrors(diagnostics)),
    files.some(({ judged }) => judged && judged.judgement.verdict !== 'pass'),
  );
}
