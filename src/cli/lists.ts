import type { SheetRead } from '../base/workbook.ts';
import type { Engine } from '../check/engine.ts';
import { answersFrom, type ChecklistSetting, type ChecklistsRead } from '../checklist/answers.ts';
import type { Program } from '../program/ast.ts';
import { answerWords } from '../report/checklist.ts';
import type { Loaded } from './load.ts';

/** Check-lists that came back, read against a program. */
export function listsOf(
  sheets: readonly SheetRead[],
  {
    program,
    digest,
    engine: { people },
  }: Loaded & { readonly program: Program; readonly engine: Pick<Engine, 'people'> },
  { inspectors, until }: Pick<ChecklistSetting, 'inspectors' | 'until'> = {},
): ChecklistsRead {
  const byHand = program.rules.filter(({ rule }) => rule.entry.data.check !== 'data');
  return answersFrom(sheets, {
    rules: byHand.map(({ id }) => id),
    digest,
    words: answerWords(),
    ...(people && { acted: people.acted, idOf: people.idOf }),
    ...(inspectors && { inspectors }),
    until,
  });
}
