import type { Type } from '../feel/types.ts';
import { verifiedNone } from '../dossier/verified.ts';
import { slotKinds } from '../plan/plan.ts';
import { scaleOf } from '../plan/scale.ts';
import { dateOfEpochDay } from '../values/temporal.ts';
import { printDate } from '../values/temporal-text.ts';
import type { Term, Val } from './term.ts';
import type { Place } from './world.ts';

/** What the solver chose, by what was declared. */
export type Model = ReadonlyMap<Term, bigint | boolean>;

/** A record as plain data. */
export interface Plain {
  readonly [name: string]: unknown;
}

export interface Witness {
  readonly dossier: Plain;
  /** ISO. */
  readonly today: string | undefined;
}

/** What a file is made of. */
export interface Made {
  readonly root: Place;
  readonly today: Val;
  /** Seconds that the rulebook's clock is east of UTC. */
  readonly offset: number;
  readonly textIn: (code: bigint) => string;
}

/**
 * The file that a model of the solver is of.
 *
 * @param under - a file that has all that the solver was not asked about
 */
export function witnessOf(
  model: Model,
  { root, today, offset, textIn }: Made,
  under: Plain = {},
): Witness {
  const asked = new Set<string>();
  const none: string[] = [];
  const holds = (term: Term): boolean => model.get(term) === true;
  const number = (term: Term | undefined): bigint => {
    const value = term === undefined ? 0n : model.get(term);
    return typeof value === 'bigint' ? value : 0n;
  };
  const record = recordIn(root, under);
  const kept = textsIn(under[verifiedNone]).filter((path) => !asked.has(path));
  const all = [...kept, ...none];
  const isGiven = holds(today.known);
  return {
    dossier: { ...record, ...(all.length > 0 && { [verifiedNone]: all }) },
    today: isGiven ? dayText(number(today.is)) : undefined,
  };

  function recordIn(place: Place, beneath: unknown): Plain {
    const made = new Map(Object.entries(plainIn(beneath)));
    if (place === root) made.delete(verifiedNone);
    for (const [name, inner] of place.inner) {
      const path = inner.pointer.slice(1).replaceAll('/', '.');
      asked.add(path);
      if (isThere(inner)) {
        made.set(name, valueIn(inner, made.get(name)));
        continue;
      }
      made.delete(name);
      // what is in a record that is none itself need not be said
      if (inner.verified !== undefined && holds(inner.verified) && isThere(place)) none.push(path);
    }
    return Object.fromEntries(made);
  }

  function isThere({ there }: Place): boolean {
    return there === 'true' || holds(there);
  }

  function valueIn(place: Place, beneath: unknown): unknown {
    const { type, elements } = place;
    if (type.kind === 'list') {
      const listed = Array.isArray(beneath) ? beneath : [];
      if (!elements) return listed;
      const items = elements.items.slice(0, Number(number(elements.count)));
      return items.map((item, index) => valueIn(item, listed[index]));
    }
    if (type.kind === 'context') return recordIn(place, beneath);
    if (type.kind === 'union') {
      const chosen = slotKinds[Number(number(place.kind))];
      const kind = type.of.find((one) => one.kind === chosen) ?? type.of[0];
      const own = kind && place.inner.get(`:${kind.kind}`);
      return kind ? scalar(kind, own?.value) : undefined;
    }
    return place.value || beneath === undefined ? scalar(type, place.value) : beneath;
  }

  function scalar(type: Type, value: Place['value']): unknown {
    switch (type.kind) {
      case 'number':
        return Number(number(value?.is)) / 10 ** scaleOf(type);
      case 'boolean':
        return value !== undefined && holds(value.is);
      case 'date':
        return dayText(number(value?.is));
      case 'date-time':
        return momentText(number(value?.day), Number(number(value?.seconds)));
      case 'text':
        if (!value && type.words && !type.lenient) return [...type.words.keys()][0] ?? '';
        return value ? textIn(number(value.is)) : 'X';
      default:
        return undefined;
    }
  }

  function momentText(day: bigint, seconds: number): string {
    const [hour, minute, second] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(
      twoDigits,
    );
    const east = Math.abs(offset);
    const zone = [east / 3600, (east / 60) % 60].map(twoDigits);
    return `${dayText(day)}T${hour}:${minute}:${second}${offset < 0 ? '-' : '+'}${zone.join(':')}`;
  }
}

function twoDigits(part: number): string {
  return String(Math.floor(part)).padStart(2, '0');
}

function dayText(day: bigint): string {
  const date = dateOfEpochDay(Number(day));
  return date ? printDate(date) : '';
}

export function plainIn(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
