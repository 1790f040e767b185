import type { JudgeOptions } from '../evaluate/outcome.ts';
import { type AnswerGiven, sheetOfAnswers, withoutOnScreen } from './answers.ts';
import type { Desk } from './desk.ts';
import { type Beside, type Setting, settingOf } from './setting.ts';

/** How files are to be judged, as a page asks. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** What files are that do not say so. */
  readonly kind?: string | undefined;
  /** What was answered on screen by now, and until which day anything may have been. */
  readonly answers?: readonly AnswerGiven[];
  readonly until?: string;
}

/** What files are judged by, with what came beside them. */
export async function judgedBy(
  desk: Desk,
  { answers = [], ...asked }: CheckAsked,
  beside: Beside = {},
): Promise<Setting> {
  const own = answers.length > 0 ? [sheetOfAnswers(answers)] : [];
  const sheets = [...(beside.answers ?? []), ...own];
  const setting = await settingOf(
    desk,
    { ...beside, answers: sheets.length > 0 ? sheets : undefined },
    { ...asked, languages: desk.languages, unmasked: false },
  );
  const { lists } = setting;
  return lists && own.length > 0 ? { ...setting, lists: withoutOnScreen(lists) } : setting;
}
