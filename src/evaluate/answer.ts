import { cannotTell } from './cannot-tell.ts';
import type { Answer, Outcome } from './outcome.ts';

/**
 * Puts a person's answer to what the data say: the worse of the two counts, and where a person has said nothing yet
 * the rule cannot be told, unless the data alone make it fail.
 *
 * @param byData - undefined for a rule that only a person can tell
 * @param asked - the rule as it applies to the file, with what to say should it fail
 */
export function withAnswer(
  byData: Outcome | undefined,
  asked: Outcome,
  answer: Answer | undefined,
): Outcome {
  const plain = byData ?? { ...asked, finding: undefined };
  if (!answer) {
    const open = plain.status === 'fail' ? plain : cannotTell(plain, plain.missing);
    return { ...open, manual: true };
  }
  const by = answer;
  switch (answer.answer) {
    case 'fail':
      return byData?.status === 'fail' ? { ...byData, by } : { ...asked, status: 'fail', by };
    case 'pass':
      return byData ? { ...byData, by } : { ...plain, status: 'pass', by };
    case 'not-applicable':
      return { ...plain, by };
  }
}
