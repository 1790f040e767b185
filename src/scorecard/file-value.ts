import type { Dossier } from '../dossier/dossier.ts';
import type { Judgement, Outcome } from '../evaluate/outcome.ts';
import { momentOf, type Session } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Missing, type Value } from '../feel/value.ts';
import type { Counted } from './counted.ts';
import type { Standing } from '../ledger/standing.ts';
import type { Expression, Measure, Subject } from '../program/ast.ts';
import { one, type Rational, whole, zero } from '../values/rational.ts';

/** What one file adds to a measure. */
export type FileValue = (
  | { readonly kind: 'known'; readonly value: Rational }
  | {
      readonly kind: 'unknown';
      readonly missing: readonly Missing[];
      /** Between which the value lies, where that is known. */
      readonly bounds?: readonly [Rational, Rational];
    }
  | { readonly kind: 'out-of-scope' }
) & {
  /** Outcomes that wait for a person. */
  readonly pending: number;
  /** How many of what fails stands how in a ledger; empty without one. */
  readonly standings: ReadonlyMap<Standing, number>;
};

/** A file that measures are computed from. */
export interface MeasuredFile {
  readonly id: string;
  readonly session: Session;
  readonly counted: readonly Counted[];
  /** ISO; undefined where nobody can tell. */
  readonly day: string | undefined;
  /** How a ledger has what fails; undefined of what stands in none by itself. */
  readonly standing: Judged['standing'];
}

/** A judged file, to be measured. */
export interface Judged {
  readonly id: string;
  readonly subject: Subject;
  readonly dossier: Dossier;
  readonly judgement: Judgement;
  /**
   * How a ledger has an outcome that fails; undefined of one that is told with another. Without a ledger there is no such
   * function.
   */
  readonly standing?: ((outcome: Outcome) => Standing | undefined) | undefined;
}

/** Which outcomes a count takes; a key that is absent takes any. */
export interface Among {
  readonly posts?: ReadonlySet<string> | undefined;
  readonly stage?: string | undefined;
}

const plain = { pending: 0, standings: new Map<Standing, number>() };

/** Of a measure, what one file adds. */
export function fileValue(measure: Measure, file: MeasuredFile, among: Among): FileValue {
  const { when, value } = measure;
  const applies = when ? read(when, file) : true;
  if (applies === false) return { kind: 'out-of-scope', ...plain };
  const counted = value ? numberFrom(read(value, file)) : outcomesOf(measure, file, among);
  if (!isUnknown(applies)) return counted;
  const also = counted.kind === 'unknown' ? counted.missing : [];
  const { pending, standings } = counted;
  return { kind: 'unknown', missing: [...applies.missing, ...also], pending, standings };
}

function read(expression: Expression, { session, day }: MeasuredFile): Value {
  return valueOf(expression, momentOf(session, day));
}

function numberFrom(value: Value): FileValue {
  if (typeof value === 'boolean') return { kind: 'known', value: value ? one : zero, ...plain };
  if (isKind(value, 'number')) return { kind: 'known', value, ...plain };
  const why = isUnknown(value) ? value.missing : [{ why: 'undefined', pointer: '' } as const];
  return { kind: 'unknown', missing: why, ...plain };
}

/** How many outcomes the file has, or, of a share, whether it has none; one that cannot be told may be one of them. */
function outcomesOf(
  { entry }: Measure,
  { counted, standing }: MeasuredFile,
  wanted: Among,
): FileValue {
  const { outcomes, gather } = entry.data;
  const found = counted.filter((one) => isAmong(one, outcomes, wanted));
  const pending = found.filter(({ isPending }) => isPending).length;
  const judged = found.filter(
    ({ isPending, status }) => !isPending && status !== 'not-applicable' && status !== 'not-due',
  );
  if (judged.length === 0) return { kind: 'out-of-scope', ...plain, pending };
  const hits = judged.filter(({ status }) => status === outcomes?.status);
  const byLedger = outcomes?.status === 'fail' ? standing : undefined;
  const standings = byLedger
    ? countedBy(hits.flatMap(({ finding }) => (finding && byLedger(finding)) ?? []))
    : new Map();
  const count = byLedger ? (standings.get('confirmed') ?? 0) : hits.length;
  const doubts = doubtful.reduce((sum, one) => sum + (standings.get(one) ?? 0), 0);
  const open =
    outcomes?.status === 'cannot-tell'
      ? []
      : judged.filter(({ status }) => status === 'cannot-tell');
  const also = { pending, standings };
  if (gather === 'share' && count > 0) return { kind: 'known', value: zero, ...also };
  if (doubts + open.length === 0)
    return { kind: 'known', value: gather === 'share' ? one : whole(count), ...also };
  const missing = open.flatMap(({ finding }) => finding?.missing ?? []);
  const [least, most] = [whole(count), whole(count + doubts + open.length)];
  const bounds = gather === 'share' ? ([zero, one] as const) : ([least, most] as const);
  return { kind: 'unknown', missing, ...also, ...(byLedger && { bounds }) };
}

/** What may yet be confirmed. */
const doubtful = ['doubt', 'disputed', 'unlisted'] as const;

function countedBy(found: readonly Standing[]): ReadonlyMap<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function isAmong(
  outcome: Counted,
  wanted: Measure['entry']['data']['outcomes'],
  { posts, stage }: Among,
): boolean {
  return (
    (wanted?.level === undefined || outcome.level === wanted.level) &&
    (wanted?.kind === undefined || outcome.kind === wanted.kind) &&
    (stage === undefined || outcome.stage === stage) &&
    (!posts || outcome.posts.some((post) => posts.has(post)))
  );
}
