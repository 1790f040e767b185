import type { QuestionKind } from '../../rulebook/files.ts';
import type { Candidate } from '../question.ts';
import type { Setting } from '../setting.ts';
import { calculations } from './calculation.ts';
import { caseExercises } from './case.ts';
import { multiples, singles } from './choice.ts';
import { judgements } from './judgement.ts';
import { postQuestions } from './post.ts';
import { sequences } from './sequence.ts';

/** All that may be asked, by kind. */
export const candidatesOf: Readonly<
  Record<QuestionKind, (setting: Setting) => readonly Candidate[]>
> = {
  case: caseExercises,
  judgement: judgements,
  calculation: calculations,
  sequence: sequences,
  post: postQuestions,
  single: singles,
  multiple: multiples,
};
