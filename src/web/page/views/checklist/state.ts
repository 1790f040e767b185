import { batch, computed, effect, signal } from '@preact/signals';

import type { AnswerGiven } from '../../../../desk/answers.ts';
import type { AnswersTaken, ChecklistLine } from '../../../../desk/checklist.ts';
import type { LineKey, ListProgress } from '../../../worker/checklist.ts';
import { desk, facts, language } from '../../state.ts';
import { checker, date } from '../../saving.ts';
import { today } from '../../today.ts';
import { isUnmasked } from '../../mask.ts';
import { told } from '../../worker.ts';
import { answers, asked, given, judge, judged, judgedWith, keyOf } from '../../work.ts';

/** Lines shown at a time. */
export const pageLength = 100;

/** Every line by its key; undefined before they are listed. */
export const lines = signal<readonly LineKey[] | undefined>(undefined);
/** How far the listing came; undefined where none is under way. */
export const listing = signal<ListProgress | undefined>(undefined);
/** Lines that are shown, in full, by their place among all. */
export const details = signal<ReadonlyMap<number, ChecklistLine>>(new Map());
export const taken = signal<AnswersTaken>({ problems: [], verdicts: [], masked: [] });

export type Shown = 'all' | 'open' | 'done' | 'wrong';

/** What is shown; an empty text is everything. */
export const chosen = signal<{
  readonly step: string;
  readonly dossier: string;
  readonly state: Shown;
}>({ step: '', dossier: '', state: 'all' });

/** Shows the lines of one file, where it has a name, before the list is opened. */
export function listOnly(dossier: string | null): void {
  chosen.value = { step: '', dossier: dossier ?? '', state: 'all' };
}

/** The place of the line that is worked on, among all. */
export const current = signal(0);

/** Whether the rule of that line was opened in the manual: whoever comes back goes on at the line. */
export const isReading = signal(false);

/** Answers by the key of their line. */
export const byLine = computed(
  () => new Map(answers.value.map((answer, index) => [keyOf(answer), { answer, index }])),
);

/** What is wrong with the answer of a line, by its key. */
export const problemsOf = computed(() =>
  Map.groupBy(taken.value.problems, ({ index }) => {
    const answer = answers.value[index];
    return answer ? keyOf(answer) : '';
  }),
);

/** The places of the lines that are shown. */
export const fitting = computed(() => {
  const { step, dossier, state } = chosen.value;
  return (lines.value ?? []).flatMap((line, place) => {
    const key = keyOf(line);
    const isDone = isDoneAt(key);
    const isIn =
      (step === '' || line.step === step) &&
      (dossier === '' || line.dossier === dossier) &&
      (state === 'all' ||
        (state === 'done' && isDone) ||
        (state === 'open' && (!isDone || place === current.value)) ||
        (state === 'wrong' && isWrong(key)));
    return isIn ? [place] : [];
  });
});

/** The page that the current line stands on, from 0. */
export const pageShown = computed(() =>
  Math.max(0, Math.floor(fitting.value.indexOf(current.value) / pageLength)),
);

export const placesShown = computed(() =>
  fitting.value.slice(pageShown.value * pageLength, (pageShown.value + 1) * pageLength),
);

/** How many lines are answered; answered wrongly, or as failed without a reason, which do not count. */
export const done = computed(() => countOf(isDoneAt));
export const wrong = computed(() => countOf(isWrong));
export const bare = computed(() => countOf((key) => isBare(key) && !isWrong(key)));

function countOf(is: (key: string) => boolean): number {
  return (lines.value ?? []).filter((line) => is(keyOf(line))).length;
}

/** What failed is a finding that others have to confirm: it says why. */
export function isBare(key: string): boolean {
  const found = byLine.value.get(key)?.answer;
  return found?.answer === 'fail' && found.remark.trim() === '';
}

function isDoneAt(key: string): boolean {
  return byLine.value.has(key) && !isWrong(key) && !isBare(key);
}

/** The remark of a line as papers show it, where something personal stands in it. */
export function maskedRemark(key: string): string | undefined {
  const found = byLine.value.get(key);
  return taken.value.masked.find(({ index }) => index === found?.index)?.shown;
}

export function isWrong(key: string): boolean {
  return problemsOf.value.get(key)?.some(({ severity }) => severity === 'error') === true;
}

/** Keeps the lines in step with the files, and what is wrong with answers with these: once, when the view is first shown. */
let isFollowing = false;
export function followList(): void {
  if (isFollowing) return;
  isFollowing = true;
  let of: readonly unknown[] = [];
  effect(() => {
    const worker = desk.value;
    const list = { language: language.value, unmasked: isUnmasked.value, today: today.value };
    // how files are judged bears on their lines, what was answered does not
    const how = [given.value, asked.value, ...Object.values(list)];
    const now = [worker, facts.value, judged.value?.files, ...how];
    const isSame = () => now.every((one, index) => one === of[index]);
    if (isSame() && lines.peek()) return;
    lines.value = undefined;
    listing.value = undefined;
    void worker?.checklist.leave();
    if (!worker || given.value.length === 0 || !judged.value) return;
    of = now;
    void (async () => {
      const tell = told((come: ListProgress) => {
        if (isSame()) listing.value = come;
      });
      const opened = await worker.checklist.open(list, tell);
      if (!isSame() || !opened) return;
      batch(() => {
        listing.value = undefined;
        details.value = new Map();
        lines.value = opened.lines;
        if (current.peek() >= opened.lines.length) current.value = 0;
      });
      await take();
    })();
  });
  effect(() => {
    const wanted = placesShown.value.filter((place) => !details.peek().has(place));
    if (wanted.length > 0) void fetchLines(wanted);
  });
  effect(() => {
    if (answers.value.length >= 0) void take();
  });
  addEventListener('visibilitychange', () => {
    if (document.hidden) void judgeAgain();
  });
}

async function fetchLines(places: readonly number[]): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  const found = await worker.checklist.lines(places);
  const made = new Map(details.value);
  for (const [index, line] of found.entries()) made.set(places[index] ?? -1, line);
  details.value = made;
}

let taking = 0;
async function take(): Promise<void> {
  const worker = desk.value;
  if (!worker || !lines.peek()) return;
  taking += 1;
  const own = taking;
  const made = await worker.checklist.take(answers.peek());
  if (own === taking) taken.value = made;
}

/** What was answered before each change, to go back to, and what the last of them made. */
const before: (readonly AnswerGiven[])[] = [];
let last = answers.peek();

/** Other answers from now on, which can be undone. */
export function change(made: readonly AnswerGiven[]): void {
  if (answers.value !== last) before.length = 0;
  before.push(answers.value);
  last = made;
  answers.value = made;
}

/** @returns whether there was something to undo */
export function undo(): boolean {
  // other work was opened meanwhile
  const made = answers.value === last ? before.pop() : undefined;
  if (!made) return false;
  last = made;
  answers.value = made;
  return true;
}

/** Answers a line, or says more of its answer; without an answer the line waits again. */
export function answerLine(
  line: LineKey,
  given: Partial<Pick<AnswerGiven, 'answer' | 'page' | 'remark'>>,
): void {
  const found = byLine.value.get(keyOf(line));
  const answer = given.answer ?? found?.answer.answer;
  if (!answer) return;
  const { dossier, digest, rule, element } = line;
  const who = {
    checker: checker.value.trim(),
    date: date.value,
    digest,
    rulebook: facts.value?.rulebook.digest ?? '',
  };
  const made: AnswerGiven = {
    dossier,
    rule,
    element,
    page: '',
    remark: '',
    ...who,
    ...found?.answer,
    // who says more of an answer does not give it anew
    ...(given.answer !== undefined && who),
    ...given,
    answer,
  };
  change(
    found
      ? answers.value.map((one, index) => (index === found.index ? made : one))
      : [...answers.value, made],
  );
}

export function clearLine(line: LineKey): void {
  const key = keyOf(line);
  if (byLine.value.has(key)) change(answers.value.filter((one) => keyOf(one) !== key));
}

/** Moves among the lines that are shown. */
export function move(by: 1 | -1): void {
  const at = fitting.value.indexOf(current.value);
  const next = fitting.value[at + by];
  if (next !== undefined) current.value = next;
}

/** The next line that waits, behind the current one or from the beginning; undefined where none does. */
export function nextOpen(): number | undefined {
  const all = lines.value ?? [];
  const waits = (place: number) => {
    const line = all[place];
    if (line === undefined) return false;
    const key = keyOf(line);
    return !byLine.value.has(key) || isBare(key);
  };
  const { value: shown } = fitting;
  return (
    shown.find((place) => place > current.value && waits(place)) ??
    shown.find((place) => place !== current.value && waits(place))
  );
}

/** Judges the files with what was answered since. */
export async function judgeAgain(): Promise<void> {
  if (judgedWith.value !== answers.value && given.value.length > 0) await judge();
}

/** Takes answers of a check-list that came back; they stand in place of those to the same lines. */
export function takeAnswers(come: readonly AnswerGiven[]): void {
  const own = new Set(come.map(keyOf));
  change([...answers.value.filter((one) => !own.has(keyOf(one))), ...come]);
}
