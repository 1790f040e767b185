import type { SheetRead } from '../base/workbook.ts';
import { answersFrom, type ChecklistSetting, type ChecklistsRead } from '../checklist/answers.ts';
import { answerWords } from '../report/checklist.ts';
import type { Desk } from './desk.ts';

/** Reads check-lists (人工核查表) that came back, against a rulebook and the register of people of its engine. */
export function listsFrom(
  sheets: readonly SheetRead[],
  { program, digest, engine: { people } }: Pick<Desk, 'program' | 'digest' | 'engine'>,
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
