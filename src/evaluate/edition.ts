import { distinct } from '../feel/operations/unknown.ts';
import type { Missing, Unknown } from '../feel/value.ts';
import type { Core } from '../feel/core.ts';
import type { Dated, Ended } from '../program/ast.ts';
import type { Zone } from '../values/zone.ts';
import { dayOf } from './day.ts';
import type { Inapplicable } from './outcome.ts';
import { placesRead } from './pointers.ts';
import { type Moment, onDay } from './session.ts';
import type { Trace } from './trace.ts';
import { traceOf } from './value.ts';

/** An edition, and the day that picks it. */
interface DatedBy extends Dated {
  /** Absent for what is in force always. */
  readonly asOf: Core | { readonly core: Core } | undefined;
}

/** What has editions: a rule, or what a step asks. */
interface Dateable<E> {
  readonly id: string;
  readonly editions: readonly E[];
  readonly since?: 'new' | undefined;
  readonly ended?: Ended | 'repealed' | undefined;
}

/** Which edition judges, and by which day. */
export type Picked<E> =
  /** The day is undefined where none is asked for, since the edition is in force always. */
  | { readonly kind: 'edition'; readonly edition: E; readonly day: string | undefined }
  /** None, and the rule says why. */
  | { readonly kind: 'none'; readonly why: Inapplicable }
  /** What would tell. */
  | { readonly kind: 'open'; readonly missing: readonly Missing[] };

/**
 * The edition that is in force on its own governing day.
 *
 * Where none is, that is no silent way out: the rule says that it began with its source, or what ended it, or it
 * cannot be told what was asked on that day.
 *
 * @param asOf - the day that governs instead
 */
export function pickEdition<E extends DatedBy>(
  { id, editions, since, ended }: Dateable<E>,
  moment: Moment,
  asOf: string | undefined,
): Picked<E> {
  const { zone } = moment.session.program.setting;
  const missing: Missing[] = [];
  const days: (readonly [E, string])[] = [];
  for (const edition of editions) {
    const core = coreOf(edition);
    if (!core) return { kind: 'edition', edition, day: asOf };
    const day = asOf ?? dayIn(traceOf(core, onDay(moment, undefined)), zone);
    if (typeof day === 'string') days.push([edition, day]);
    else missing.push(...day.missing);
  }
  if (missing.length > 0) return { kind: 'open', missing: distinct(missing) };
  const own = days.find(([edition, day]) => placeAmong(edition, day) === 'within');
  if (own) return { kind: 'edition', edition: own[0], day: own[1] };
  const isAll = (where: Where) =>
    days.every(([edition, day]) => placeAmong(edition, day) === where);
  const [[first] = []] = days;
  const last = days.at(-1)?.[0];
  if (first && since === 'new' && isAll('before'))
    return { kind: 'none', why: { kind: 'before', day: days[0]?.[1], from: first.from } };
  if (last?.until !== undefined && ended && isAll('after'))
    return {
      kind: 'none',
      why: {
        kind: 'ended',
        day: days[0]?.[1],
        until: last.until,
        ended: ended === 'repealed' ? undefined : ended,
      },
    };
  return { kind: 'open', missing: [{ why: 'no-edition', pointer: id }] };
}

/** A day that is none, or no day, is said of where it should stand. */
function dayIn(trace: Trace, zone: Zone): string | Unknown {
  const day = dayOf(trace.value, zone);
  if (typeof day === 'string') return day;
  const missing = day.missing.map(({ why, pointer }) => ({
    why,
    pointer: pointer === '' ? (placesRead([trace])[0] ?? '') : pointer,
  }));
  return { kind: 'unknown', missing };
}

function coreOf({ asOf }: DatedBy): Core | undefined {
  return asOf && 'core' in asOf ? asOf.core : asOf;
}

type Where = 'before' | 'within' | 'after';

/** Where a day lies to the days of an edition. */
function placeAmong({ from, until }: Dated, day: string): Where {
  if (day < from) return 'before';
  return until !== undefined && day > until ? 'after' : 'within';
}
