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

const filled = signal<Blueprint | undefined>(undefined);

/** What is filled in; as the sample blueprint has it until somebody changes it. */
export const blueprint = computed(
  (): Blueprint =>
    filled.value ?? {
      title: { zh: teachWords.zh.usualName, en: teachWords.en.usualName },
      questions: usualQuestions,
      ...usual,
      seed: Number(today.value.replaceAll('-', '')),
      asOf: today.value,
    },
);

export function change(of: Partial<Blueprint>): void {
  filled.value = { ...blueprint.value, ...of };
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
  const [of, wanted] = [blueprint.value, written.value];
  await busy(words.drawing, async () => {
    const { teach } = await workerApart();
    const made = await teach.draw(asked(of), words.blueprintName, {
      language: wanted,
      day: of.asOf,
    });
    if ('problems' in made) {
      problems.value = made.problems;
      announced.value = words.wrong(made.problems.length);
      return;
    }
    problems.value = [];
    drawn.value = { shown: made.shown, of, language: wanted };
    announced.value = drawnText(made.shown);
    await look(made.shown.pages[0]?.name ?? '');
  });
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
    filled.value = { ...read.blueprint, asOf: read.blueprint.asOf ?? today.value };
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
