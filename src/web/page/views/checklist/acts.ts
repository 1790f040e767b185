import { signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { AnswerGiven } from '../../../../desk/answers.ts';
import { checklistViewWords } from '../../../../words/desk/checklist.ts';
import type { LineKey } from '../../../worker/checklist.ts';
import { announced, desk, language } from '../../state.ts';
import { checker, date, saveState } from '../../saving.ts';
import { answers, keyOf } from '../../work.ts';
import { saveMade } from '../../save.ts';
import { today } from '../../today.ts';
import {
  answerLine,
  byLine,
  current,
  done,
  lines,
  move,
  nextOpen,
  takeAnswers,
  undo,
} from './state.ts';

/** Whether somebody answered before saying who they are. */
export const isWhoMissing = signal(false);

/** Answers a line: a pass leads on to the next that waits, everything else to its reason. */
export function answerWith(line: LineKey, answer: AnswerGiven['answer']): void {
  if (saveState.value.kind === 'reading') return;
  const words = sayIn(checklistViewWords, language.value);
  isWhoMissing.value = checker.value.trim() === '' || date.value === '';
  if (isWhoMissing.value) {
    announced.value = words.whoFirst;
    document
      .querySelector<HTMLInputElement>(checker.value.trim() === '' ? '#who' : '#when')
      ?.focus();
    return;
  }
  answerLine(line, { answer });
  answeredLast = current.value;
  const left = (lines.value?.length ?? 0) - done.value;
  announced.value = words.answered(line.title, words.answers[answer], left);
  if (answer === 'pass') current.value = nextOpen() ?? current.value;
  else writeIn('.remark');
}

/** The place that was answered last. */
let answeredLast: number | undefined;

/** To the page of the image: of the line that is worked on, else of the one that was left by its answer. */
function writePage(): void {
  const isAnswered = (place: number | undefined) => {
    const line = place === undefined ? undefined : lines.value?.[place];
    return line !== undefined && byLine.value.has(keyOf(line));
  };
  const place = isAnswered(current.value) ? current.value : answeredLast;
  if (place === undefined || !isAnswered(place)) return;
  current.value = place;
  writeIn('.page');
}

/** Takes the last change back. */
export function takeBack(): void {
  if (undo()) announced.value = sayIn(checklistViewWords, language.value).undone;
}

/** The keys of the list; none of them is taken from somebody who writes. */
export function onListKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isWriting = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (isWriting) {
    if (key === 'Escape' || key === 'Enter') {
      target.blur();
      (target.closest('li') ?? document.querySelector<HTMLElement>('.line[aria-current]'))?.focus();
      if (key === 'Enter') current.value = nextOpen() ?? current.value;
      event.preventDefault();
    }
    return;
  }
  const line = lines.value?.[current.value];
  const answer = (['pass', 'fail', 'not-applicable'] as const)[Number(key) - 1];
  if (line && answer) answerWith(line, answer);
  else if (key === 'j' || key === 'ArrowDown') move(1);
  else if (key === 'k' || key === 'ArrowUp') move(-1);
  else if (key === 'u') takeBack();
  else if (key === 'p') writePage();
  else if (key === 'Enter' && target instanceof HTMLLIElement) writeIn('.remark');
  else return;
  event.preventDefault();
}

function writeIn(field: '.remark' | '.page'): void {
  // once the line shows it
  setTimeout(() => {
    document.querySelector<HTMLInputElement>(`.line[aria-current] ${field}`)?.focus();
  });
}

/** Hands the check-list over as a workbook. */
export async function download(): Promise<void> {
  const bytes = await desk.value?.checklist.book(answers.value);
  if (bytes) saveMade(sayIn(checklistViewWords, language.value).fileName(date.value), bytes);
}

/** Takes the answers of a check-list that came back. */
export async function load(file: File): Promise<void> {
  const words = sayIn(checklistViewWords, language.value);
  const read = await desk.value?.checklist.read(file, today.value);
  if (read) takeAnswers(read.answers);
  loaded.value = read ? words.loaded(read.answers.length, read.wrong) : words.notRead(file.name);
  announced.value = loaded.value;
}

/** What came of a check-list that was loaded. */
export const loaded = signal('');
