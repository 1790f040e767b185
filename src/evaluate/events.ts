import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing, Value } from '../feel/value.ts';
import type { StepEditionProgram } from '../program/ast.ts';
import { instantOf } from '../values/zone.ts';
import { bankDay } from './day.ts';
import type { Session } from './session.ts';

/** One act of the process, as the file records it. */
export interface Act {
  readonly pointer: string;
  readonly type: string;
  /** Nanoseconds since 1970; undefined when the file does not say. */
  readonly instant: bigint | undefined;
  /** ISO, in the bank's time. */
  readonly day: string | undefined;
  readonly at: Value;
  readonly actor: string | undefined;
  readonly post: string | undefined;
  readonly returnsTo: string | undefined;
}

export type Acts =
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  /** No list, or an event that does not say what it was: nothing can be told of the process. */
  | { readonly kind: 'unknown'; readonly missing: readonly Missing[] };

/** The acts on file; undefined where the subject has no process. */
export function actsOf({ subject, dossier }: Session): Acts | undefined {
  const { events } = subject.file;
  if (!events) return undefined;
  const list = dossier.root.entries.get(events.list);
  if (list === undefined || isUnknown(list) || list === null || !isList(list)) {
    return {
      kind: 'unknown',
      missing: isUnknown(list) ? list.missing : [absent(`/${events.list}`)],
    };
  }
  const missing: Missing[] = [];
  const acts: Act[] = [];
  for (const [index, item] of list.items.entries()) {
    const pointer = pointerTo(list.pointer ?? '', index);
    if (!isContext(item)) {
      missing.push(...(isUnknown(item) ? item.missing : [absent(pointer)]));
      continue;
    }
    const text = (name: string) => {
      const value = item.entries.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    const type = text(events.type);
    const returnsTo = events.return && text(events.return.to);
    if (type === undefined)
      missing.push(whyMissing(item.entries.get(events.type), pointerTo(pointer, events.type)));
    else if (type === events.return?.type && returnsTo === undefined) {
      missing.push(
        whyMissing(item.entries.get(events.return.to), pointerTo(pointer, events.return.to)),
      );
    }
    const at = item.entries.get(events.at) ?? null;
    const day = bankDay(at);
    acts.push({
      pointer,
      type: type ?? '',
      instant: instantOfValue(at),
      day: typeof day === 'string' ? day : undefined,
      at,
      actor: text(events.actor),
      post: text(events.post),
      returnsTo,
    });
  }
  return missing.length > 0 ? { kind: 'unknown', missing } : { kind: 'acts', acts };
}

/** How far a step has come: not begun, complete, or missing what would tell. */
export type Progress =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly missing: readonly Missing[] }
  | { readonly kind: 'begun'; readonly acts: readonly Act[] }
  | {
      readonly kind: 'complete';
      readonly acts: readonly Act[];
      readonly first: Act;
      readonly last: Act;
    };

/**
 * The first completion of a step after the latest event that sent the file back to it or before it.
 *
 * @param returned - whether a return to this step id undoes the step
 * @param at - name of the field that dates an event
 */
export function progressOf(
  edition: StepEditionProgram,
  acts: readonly Act[],
  returned: (to: string) => boolean,
  at: string,
): Progress {
  const types = new Set(edition.events);
  if (types.size === 0) return { kind: 'none' };
  const returns = acts.filter(({ returnsTo }) => returnsTo !== undefined && returned(returnsTo));
  const own = acts.filter(({ type }) => types.has(type));
  const undated = [...own, ...returns].filter(({ instant }) => instant === undefined);
  if (undated.length > 0 && own.length > 0) {
    return {
      kind: 'unknown',
      missing: undated.map(({ pointer }) => absent(pointerTo(pointer, at))),
    };
  }
  const cut = returns
    .map(({ instant }) => instant ?? 0n)
    .reduce((a, b) => (a > b ? a : b), -(10n ** 40n));
  const after = own.filter(({ instant }) => (instant ?? 0n) > cut).toSorted(byTime);
  const firsts = [...types].map((type) => after.find((act) => act.type === type));
  const done = firsts.flatMap((act) => act ?? []).toSorted(byTime);
  const [first] = done;
  const last = done.at(-1);
  if (!first || !last) return { kind: 'none' };
  return done.length < types.size
    ? { kind: 'begun', acts: after }
    : { kind: 'complete', acts: after, first, last };
}

export function byTime(a: Act, b: Act): number {
  const [x = 0n, y = 0n] = [a.instant, b.instant];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function absent(pointer: string): Missing {
  return { why: 'absent', pointer };
}

function whyMissing(value: Value | undefined, pointer: string): Missing {
  return (isUnknown(value) ? value.missing[0] : undefined) ?? absent(pointer);
}

function instantOfValue(value: Value): bigint | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'date-time') return instantOf(value);
  if (value.kind !== 'date') return undefined;
  const midnight = { kind: 'time', hour: 0, minute: 0, second: 0, offset: 8 * 3600 } as const;
  return instantOf({ kind: 'date-time', date: value, time: midnight });
}
