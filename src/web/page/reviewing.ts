import { computed } from '@preact/signals';

import type { AnswerGiven } from '../../desk/answers.ts';
import type { ReviewGiven } from '../../desk/session.ts';
import { reviews } from './saving.ts';
import { answers, keyOf } from './work.ts';

/** What a review is of: an answer as it was seen, or all of them. */
export type Reviewed = AnswerGiven | 'all';

const nothing = { dossier: '', rule: '', element: '' };

/** As it is now: a review of another state says nothing of it. */
function stateOf(reviewed: Reviewed): string {
  const of = reviewed === 'all' ? answers.value : [reviewed];
  return JSON.stringify(
    of.map(({ answer, page, remark, checker, date, digest }) => [
      answer,
      page,
      remark,
      checker,
      date,
      digest,
    ]),
  );
}

const byKey = computed(() => new Map(reviews.value.map((one) => [keyOf(one), one])));

/** What was said of it, and whether that was said of what it is now. */
export function reviewOf(
  reviewed: Reviewed,
): { readonly review: ReviewGiven; readonly stands: boolean } | undefined {
  const review = byKey.value.get(keyOf(reviewed === 'all' ? nothing : reviewed));
  return review && { review, stands: review.of === stateOf(reviewed) };
}

/** Reviews that are of the answers as they are now: those that papers tell of. */
export const standing = computed(() =>
  (['all', ...answers.value] as const).flatMap((one) => {
    const found = reviewOf(one);
    return found?.stands ? [found.review] : [];
  }),
);

/** Nothing is returned without a reason. */
export function lacksReason({ says, remark }: Pick<ReviewGiven, 'says' | 'remark'>): boolean {
  return says === 'return' && remark.trim() === '';
}

/** Says something of an answer or of all of them, in the place of what was said before; nothing takes it back. */
export function review(
  reviewed: Reviewed,
  said: Pick<ReviewGiven, 'says' | 'remark' | 'reviewer' | 'date'> | undefined,
): void {
  const { dossier, rule, element } = reviewed === 'all' ? nothing : reviewed;
  const key = keyOf({ dossier, rule, element });
  const others = reviews.value.filter((one) => keyOf(one) !== key);
  reviews.value = said
    ? [...others, { dossier, rule, element, ...said, of: stateOf(reviewed) }]
    : others;
}
