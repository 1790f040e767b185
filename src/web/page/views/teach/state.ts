import { computed, signal } from '@preact/signals';

import { sayIn, spokenTo } from '../../../../base/language.ts';
import type { BlueprintProblem } from '../../../../desk/training/exam.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { teachWords } from '../../../../words/desk/teach.ts';
import type { BlueprintData, ExamShown } from '../../../worker/teach.ts';
import { announced, desk, facts, language } from '../../state.ts';
import { save, saveMade } from '../../save.ts';
import { today } from '../../today.ts';
import { type DeskWorker, workerApart } from '../../worker.ts';

export type Kind = BlueprintData['questions'][number]['kind'];

/** A blueprint as it is filled in: of every kind how many questions a paper has, none of those that are left out. */
export type Blueprint = Omit<BlueprintData, 'asOf'> & { readonly asOf: string };

/** What the sample blueprint asks for. */
const usual = { passMark: 70, minutes: 120, papers: 2, redLines: 0.3 } as const;
const usualQuestions: BlueprintData['questions'] = [
  { kind: 'judgement', count: 12, points: 1 },
  { kind: 'single', count: 12, points: 2 },
  { kind: 'multiple', count: 8, points: 3 },
  { kind: 'sequence', count: 2, points: 3 },
  { kind: 'post', count: 6, points: 1 },
  { kind: 'calculation', count: 6, points: 3 },
  { kind: 'case', count: 4, points: 5 },
];

/** Points that pass, of all. */
const usualShare = usual.passMark / pointsOf(usualQuestions);

/** The share of red lines that was usual, and that which there is enough for. */
export const lowered = signal<{ readonly from: number; readonly to: number } | undefined>(
  undefined,
);

interface Filled extends Partial<Blueprint> {
  /** It comes from a file, which may leave out how long a paper takes. */
  readonly isRead?: true;
}

/** What somebody filled in: the rest is as the sample blueprint has it. */
const filled = signal<Filled>({});

/** Where it is kept until the tab is closed: it has no personal data. Of one rulebook: another has other posts. */
const keptAs = computed(() => `shouze/teach/${facts.value?.rulebook.digest ?? ''}`);

/** Takes up what was filled in before the page was opened anew. */
export function restore(): void {
  if (!facts.value || Object.keys(filled.value).length > 0) return;
  try {
    const kept = sessionStorage.getItem(keptAs.value);
    if (kept !== null) filled.value = JSON.parse(kept) as Filled;
  } catch {
    // a browser may keep nothing
  }
}

function fillIn(of: Filled): void {
  filled.value = of;
  try {
    sessionStorage.setItem(keptAs.value, JSON.stringify(of));
  } catch {
    // a browser may keep nothing
  }
}

/** What is filled in; as the sample blueprint has it until somebody changes it. */
export const blueprint = computed((): Blueprint => {
  const { isRead, ...own } = filled.value;
  const { minutes, ...others } = usual;
  const { questions = usualQuestions } = own;
  return {
    title: { zh: teachWords.zh.usualName, en: teachWords.en.usualName },
    questions,
    ...others,
    ...(isRead !== true && { minutes }),
    passMark: Math.max(1, Math.ceil(usualShare * pointsOf(questions))),
    seed: Number(today.value.replaceAll('-', '')),
    asOf: today.value,
    ...(lowered.value && { redLines: lowered.value.to }),
    ...own,
  };
});

export function change(of: Partial<Blueprint>): void {
  // of something else there may be enough
  lowered.value = undefined;
  fillIn({ ...filled.value, ...of });
}

/** So many questions in all, of the kinds that there are in the same proportion. */
export function spread(total: number): void {
  const { questions } = blueprint.value;
  const now = questions.some(({ count }) => count > 0) ? questions : usualQuestions;
  const sum = now.reduce((all, { count }) => all + count, 0);
  const shares = now.map(({ count }) => (count * total) / sum);
  const left = total - shares.reduce((all, share) => all + Math.floor(share), 0);
  const byRest = shares
    .map((share, at) => ({ at, rest: share % 1 }))
    .toSorted((a, b) => b.rest - a.rest)
    .slice(0, left);
  change({
    questions: now.map((one, index) => ({
      ...one,
      count: Math.floor(shares[index] ?? 0) + (byRest.some(({ at }) => at === index) ? 1 : 0),
    })),
  });
}

export function pointsOf(questions: BlueprintData['questions']): number {
  return questions.reduce((sum, { count, points }) => sum + count * points, 0);
}

/** In which language papers are written: that of the page where the rulebook has it. */
export const written = computed(() => {
  const languages = facts.value?.languages ?? [];
  return languages.includes(language.value) ? language.value : (languages[0] ?? 'zh');
});

/** Papers that were drawn, and of what. */
export interface Drawn {
  readonly shown: ExamShown;
  readonly of: Blueprint;
  readonly language: string;
}

export const drawn = signal<Drawn | undefined>(undefined);
export const problems = signal<readonly BlueprintProblem[]>([]);
/** What is being done, in words; one thing at a time. */
export const doing = signal<string | undefined>(undefined);
export const failed = signal<string | undefined>(undefined);

/** The title of what is looked at, and its HTML. */
export const preview = signal<{ readonly name: string; readonly html: string } | undefined>(
  undefined,
);

/** Papers do not follow what is filled in: they are those of the blueprint that they were drawn by. */
export const isStale = computed(
  () =>
    drawn.value !== undefined &&
    (JSON.stringify(asked(drawn.value.of)) !== JSON.stringify(asked(blueprint.value)) ||
      drawn.value.language !== written.value),
);

export async function draw(): Promise<void> {
  const words = sayIn(teachWords, language.value);
  const wanted = written.value;
  const isOwn = filled.value.redLines !== undefined;
  lowered.value = undefined;
  await busy(words.drawing, async () => {
    const { teach } = await workerApart();
    const { of, made } = await drawnOf(teach, blueprint.value, wanted, isOwn);
    if ('problems' in made) {
      problems.value = made.problems.map(inTheForm);
      announced.value = words.wrong(made.problems.length);
      return;
    }
    problems.value = [];
    if (!isOwn && of.redLines !== usual.redLines)
      lowered.value = { from: usual.redLines, to: of.redLines ?? 0 };
    drawn.value = { shown: made.shown, of, language: wanted };
    announced.value = drawnText(made.shown);
    await look(made.shown.pages[0]?.name ?? '');
  });
}

/** @param isOwn - somebody asked for that share of red lines; where nobody did, it must not stand in the way */
async function drawnOf(
  teach: DeskWorker['teach'],
  of: Blueprint,
  wanted: string,
  isOwn: boolean,
): Promise<{ readonly of: Blueprint; readonly made: Awaited<ReturnType<typeof teach.draw>> }> {
  const name = sayIn(teachWords, language.value).blueprintName;
  const made = await teach.draw(asked(of), name, { language: wanted, day: of.asOf });
  const enough = 'problems' in made ? made.redLines : undefined;
  const { redLines = 0 } = of;
  if (enough === undefined || isOwn || redLines === 0) return { of, made };
  return drawnOf(teach, { ...of, redLines: enough < redLines ? enough : 0 }, wanted, isOwn);
}

/** Who fills in a form looks for its field, and not for a line of its file. */
function inTheForm(problem: BlueprintProblem): BlueprintProblem {
  const words = sayIn(teachWords, language.value);
  const fields: Readonly<Record<string, string>> = {
    'blueprint/pass-mark': words.passMark,
    'blueprint/too-few': words.kinds.caption,
  };
  const place = fields[problem.code];
  return place === undefined ? problem : { ...problem, place };
}

/**
 * As it is saved: without kinds of which no question is asked; of all posts and stages where none is chosen. The same
 * is the same text, however it was filled in.
 */
function asked(of: Blueprint): BlueprintData {
  const { title, posts = [], stages = [], questions, redLines, papers, passMark, minutes } = of;
  return {
    title,
    ...(posts.length > 0 && { posts }),
    ...(stages.length > 0 && { stages }),
    questions: questions.filter(({ count }) => count > 0),
    ...(redLines !== undefined && { redLines }),
    ...(papers !== undefined && { papers }),
    passMark,
    ...(minutes !== undefined && { minutes }),
    seed: of.seed,
    asOf: of.asOf,
  };
}

export function drawnText({ papers }: ExamShown): string {
  const [first] = papers;
  return sayIn(teachWords, language.value).drawn(
    papers.map(({ letter }) => letter),
    first?.questions ?? 0,
    first?.points ?? 0,
  );
}

export async function look(name: string): Promise<void> {
  const { teach } = await workerApart();
  const html = await teach.preview(name);
  preview.value = html === undefined ? undefined : { name, html };
}

export async function saveFile(path: string): Promise<void> {
  const words = sayIn(teachWords, language.value);
  await busy(words.packing, async () => {
    const { teach } = await workerApart();
    handOver(path, await teach.file(path));
  });
}

export async function saveAll(): Promise<void> {
  const words = sayIn(teachWords, language.value);
  await busy(words.packing, async () => {
    const { teach } = await workerApart();
    handOver(words.archive, await teach.archive());
  });
}

export async function saveBlueprint(): Promise<void> {
  const words = sayIn(teachWords, language.value);
  await busy(words.packing, async ({ teach }) => {
    const text = await teach.text(asked(blueprint.value));
    announced.value = words.saved(save(words.blueprintName, new TextEncoder().encode(text)));
  });
}

export async function openBlueprint(file: File): Promise<void> {
  const words = sayIn(teachWords, language.value);
  await busy(words.packing, async ({ teach }) => {
    const read = await teach.read({ name: file.name, text: await file.text() }, language.value);
    if ('problems' in read) {
      problems.value = read.problems;
      announced.value = words.wrong(read.problems.length);
      return;
    }
    problems.value = [];
    lowered.value = undefined;
    const { asOf = today.value } = read.blueprint;
    fillIn({ redLines: 0, ...read.blueprint, asOf, isRead: true });
    announced.value = words.read(file.name);
  });
}

/** @param title - of the post, for the name of the file */
export async function saveHandbook(post: string, title: string): Promise<void> {
  const words = sayIn(teachWords, language.value);
  const choice = { language: written.value, asOf: blueprint.value.asOf, selection: { post } };
  await busy(words.handbook.making, async () => {
    const { teach } = await workerApart();
    handOver(
      sayIn(teachWords, spokenTo(written.value)).handbook.name(title),
      await teach.handbook(choice),
    );
  });
}

/** Hands over what was made by the rulebook. */
function handOver(name: string, bytes: Uint8Array | undefined): void {
  if (bytes) announced.value = sayIn(teachWords, language.value).saved(saveMade(name, bytes));
}

async function busy(what: string, work: (worker: DeskWorker) => Promise<void>): Promise<void> {
  const worker = desk.value;
  if (!worker || !facts.value || doing.value !== undefined) return;
  doing.value = what;
  announced.value = what;
  failed.value = undefined;
  try {
    await work(worker);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    failed.value = sayIn(shellWords, language.value).failed(why);
  } finally {
    doing.value = undefined;
  }
}
