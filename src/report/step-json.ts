import { textsIn } from '../base/language.ts';
import type { CheckedFile } from '../check/checked.ts';
import { progressOf, type StepProgress } from '../evaluate/progress.ts';
import { mask } from '../feel/sentence/format.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Program } from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import type { Reporting } from './head.ts';
import type { Multilingual } from './json-format.ts';

/** A step that a file goes through: done, next or later, by whom and by when. */
export interface StepJson {
  readonly step: string;
  readonly title: Multilingual;
  readonly state: StepProgress['state'];
  /** The posts that may do it. */
  readonly posts: readonly TitledJson[];
  /** ISO day, and who did it. */
  readonly done?: string;
  readonly by?: readonly string[];
  readonly deadline?: {
    /** The step that the time runs from, and the ISO day that was done. */
    readonly from: TitledJson;
    readonly since: string;
    readonly workingDays: number;
    /** The last ISO day; null where the calendar of the year is not announced. */
    readonly day: string | null;
    /** Of a day that is past: by how many working days; null where those cannot be counted. */
    readonly late?: { readonly workingDays: number | null };
    /** The year whose calendar is in the way. */
    readonly unannounced?: number;
  };
}

/** Something by its id, and what it is called. */
export interface TitledJson {
  readonly id: string;
  readonly title: Multilingual;
}

type Titling = Pick<Reporting, 'program' | 'languages'>;

/** How far a file has come, step by step; nothing of what is no dossier. */
export function stepsJson(
  { judged }: Pick<CheckedFile, 'judged'>,
  reporting: Titling & Pick<Reporting, 'options' | 'unmasked'>,
): readonly StepJson[] {
  if (!judged) return [];
  const { program, options, unmasked } = reporting;
  const { subject, dossier } = judged;
  return progressOf(program, subject, dossier, options.today).map(
    ({ step, state, posts, done, by, deadline }) => ({
      step,
      title: stepTitled(step, reporting).title,
      state,
      posts: posts.map((post) => postTitled(post, reporting)),
      ...(done !== undefined && { done }),
      ...(by && { by: by.map((name) => actorName(name, unmasked)) }),
      ...(deadline && {
        deadline: {
          from: stepTitled(deadline.from, reporting),
          since: deadline.since,
          workingDays: deadline.workingDays,
          day: deadline.day ?? null,
          ...(deadline.late && { late: { workingDays: deadline.late.workingDays ?? null } }),
          ...(deadline.unannounced !== undefined && { unannounced: deadline.unannounced }),
        },
      }),
    }),
  );
}

/** A post and its title. */
export function postTitled(id: string, { program, languages }: Titling): TitledJson {
  const title = program.rulebook.posts?.data.posts.find(({ post }) => post === id)?.title;
  return { id, title: textsIn(languages, (language) => title?.[language] ?? id) };
}

/** A step and its title. */
export function stepTitled(id: string, { program, languages }: Titling): TitledJson {
  const title = prose(titleOfStep(id, program), undefined, program);
  return { id, title: textsIn(languages, (language) => title?.[language] ?? id) };
}

function titleOfStep(id: string, { steps }: Program) {
  return steps.find((step) => step.id === id)?.step.entry.data.title;
}

/** Who did a step, as the file has it: a staff number as it is, since an auditor needs it, a name masked like every name. */
export function actorName(name: string, unmasked: boolean): string {
  if (unmasked) return name;
  return name
    .split(/([\s,，、;；:：()（）/]+)/u)
    .map((part, index) => (index % 2 === 1 ? part : actorPart(part)))
    .join('');
}

function actorPart(part: string): string {
  const numbered = /\d/u.test(part);
  if (!numbered) return staffWords.test(part) ? part : mask(part, 'name');
  return maskText(
    part.replaceAll(/\p{Script=Han}{2,}/gu, (word) =>
      staffWords.test(word) ? word : mask(word, 'name'),
    ),
  );
}

/** What a staff number is called, which is nobody's name. */
const staffWords = /^(?:工号|员工号?|柜员号?|编号|No\.?|ID)$/iu;
