import type { Judgement, Outcome } from '../evaluate/outcome.ts';
import { momentOf, type Session } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Missing, type Value } from '../feel/value.ts';
import type { Expression, Measure } from '../program/ast.ts';
import { one, type Rational, whole, zero } from '../values/rational.ts';

/** What one file adds to a measure. */
export type FileValue = (
  | { readonly kind: 'known'; readonly value: Rational }
  | { readonly kind: 'unknown'; readonly missing: readonly Missing[] }
  | { readonly kind: 'out-of-scope' }
) & {
  /** Outcomes that wait for a person. */
  readonly pending: number;
};

/** A file that measures are computed from. */
export interface MeasuredFile {
  readonly id: string;
  readonly session: Session;
  readonly judgement: Judgement;
  /** ISO; undefined where nobody can tell. */
  readonly day: string | undefined;
}

/** Of a measure, what one file adds; `post` takes only the outcomes of that post. */
export function fileValue(
  measure: Measure,
  file: MeasuredFile,
  post: string | undefined,
): FileValue {
  const { when, value } = measure;
  const applies = when ? read(when, file) : true;
  if (applies === false) return { kind: 'out-of-scope', pending: 0 };
  const counted = value ? numberFrom(read(value, file)) : outcomesOf(measure, file, post);
  if (!isUnknown(applies)) return counted;
  const also = counted.kind === 'unknown' ? counted.missing : [];
  return { ...counted, kind: 'unknown', missing: [...applies.missing, ...also] };
}

function read(expression: Expression, { session, day }: MeasuredFile): Value {
  return valueOf(expression, momentOf(session, day));
}

function numberFrom(value: Value): FileValue {
  if (typeof value === 'boolean') return { kind: 'known', value: value ? one : zero, pending: 0 };
  if (isKind(value, 'number')) return { kind: 'known', value, pending: 0 };
  const why = isUnknown(value) ? value.missing : [{ why: 'undefined', pointer: '' } as const];
  return { kind: 'unknown', missing: why, pending: 0 };
}

/** How many outcomes the file has, or, of a share, whether it has none; one that cannot be told may be one of them. */
function outcomesOf(
  { entry }: Measure,
  { judgement }: MeasuredFile,
  post: string | undefined,
): FileValue {
  const { outcomes: wanted, gather } = entry.data;
  const among = judgement.outcomes.filter((outcome) => isAmong(outcome, wanted, post));
  const pending = among.filter(isPending).length;
  const judged = among.filter(
    (outcome) =>
      !isPending(outcome) && outcome.status !== 'not-applicable' && outcome.status !== 'not-due',
  );
  if (judged.length === 0) return { kind: 'out-of-scope', pending };
  const count = judged.filter(({ status }) => status === wanted?.status).length;
  const open =
    wanted?.status === 'cannot-tell' ? [] : judged.filter(({ status }) => status === 'cannot-tell');
  if (gather === 'share' && count > 0) return { kind: 'known', value: zero, pending };
  if (open.length > 0)
    return { kind: 'unknown', missing: open.flatMap(({ missing }) => missing), pending };
  return { kind: 'known', value: gather === 'share' ? one : whole(count), pending };
}

function isAmong(
  outcome: Outcome,
  wanted: Measure['entry']['data']['outcomes'],
  post: string | undefined,
): boolean {
  return (
    (wanted?.level === undefined || outcome.level === wanted.level) &&
    (wanted?.kind === undefined || outcome.kind === wanted.kind) &&
    (post === undefined || outcome.posts.includes(post))
  );
}

/** What only a person can tell, and has not. */
function isPending({ manual, status }: Outcome): boolean {
  return manual && status === 'cannot-tell';
}
