import { pointerTo } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isContext, pointerOfNames, valueOfPath } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { type Context, isKind, type Missing, type Value } from '../feel/value.ts';
import type { Subject } from '../program/ast.ts';
import { printDate } from '../values/temporal-text.ts';
import { dayAtZone, eastOf, instantOf, type Zone } from '../values/zone.ts';

/** Something done to a file, as its list of events has it. */
export interface Act {
  /** Its key, or its position from 1 where it has none. */
  readonly event: string;
  /** JSON pointer. */
  readonly place: string;
  readonly type: string | undefined;
  readonly actor: string | undefined;
  readonly post: string | undefined;
  /** The step that it sends the file back to; undefined for an act that is no return. */
  readonly returnedTo: string | undefined;
  readonly isReturn: boolean;
  readonly at: ActTime | undefined;
}

/** When something was done, on the rulebook's clock. */
export interface ActTime {
  /** ISO. */
  readonly day: string;
  /** Seconds since 1970 that the clock on the wall shows; of a day alone, its beginning. */
  readonly wall: number;
  /** Whether the time of day is known. */
  readonly isTimed: boolean;
}

/** The acts of a file: those with a time from first to last, ties as listed. */
export interface Acts {
  readonly timed: readonly (Act & { readonly at: ActTime })[];
  /** Acts of which nobody knows when they were done, as listed. */
  readonly untimed: readonly Act[];
  /** Events that stand behind a later one in the list. */
  readonly outOfOrder: readonly string[];
  /** Why there are none to read; empty where there is a list, however short. */
  readonly missing: readonly Missing[];
}

/** Reads the events of a file. */
export function actsOf({ root }: Dossier, { file, type }: Subject, zone: Zone): Acts {
  const { events } = file;
  const blank: Acts = { timed: [], untimed: [], outOfOrder: [], missing: [] };
  if (!events) return blank;
  const pointer = pointerOfNames(events.list);
  const found = valueOfPath(root, events.list);
  if (isUnknown(found ?? null)) return { ...blank, missing: isUnknown(found) ? found.missing : [] };
  if (!isList(found)) return { ...blank, missing: [{ why: 'absent', pointer }] };
  const key = type.fields.get(events.list)?.key;
  const acts = found.items.map((item, index): Act => {
    const place = isContext(item) ? (item.pointer ?? '') : pointerTo(pointer, index);
    const record = isContext(item) ? item : undefined;
    const back = events.return;
    const isReturn = back !== undefined && textIn(record, events.type) === back.type;
    return {
      event: (key !== undefined && textIn(record, key)) || String(index + 1),
      place: place === '' ? pointerTo(pointer, index) : place,
      type: textIn(record, events.type),
      actor: textIn(record, events.actor),
      post: textIn(record, events.post),
      isReturn,
      returnedTo: isReturn ? textIn(record, back.to) : undefined,
      at: timeOf(record?.entries.get(events.at), zone),
    };
  });
  const listed = acts.flatMap((act) => (act.at ? [{ ...act, at: act.at }] : []));
  let last = Number.NEGATIVE_INFINITY;
  const outOfOrder: string[] = [];
  for (const { at, event } of listed) {
    if (at.wall < last) outOfOrder.push(event);
    last = Math.max(last, at.wall);
  }
  return {
    timed: listed.toSorted((a, b) => a.at.wall - b.at.wall),
    untimed: acts.filter(({ at }) => !at),
    outOfOrder,
    missing: [],
  };
}

function timeOf(value: Value | undefined, zone: Zone): ActTime | undefined {
  if (isKind(value, 'date'))
    return { day: printDate(value), wall: wallOf(printDate(value)), isTimed: false };
  if (!isKind(value, 'date-time')) return undefined;
  const day = dayAtZone(value, zone);
  if (!day) return undefined;
  const seconds = Number(instantOf(value) / 1_000_000_000n);
  return { day: printDate(day), wall: seconds + eastOf(zone, seconds), isTimed: true };
}

/** Seconds since 1970 at the beginning of a day, ISO. */
export function wallOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

function textIn(record: Context | undefined, name: string): string | undefined {
  const value = record?.entries.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
