import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Field, Type } from '../feel/types.ts';
import { type Context, isKind, type Value } from '../feel/value.ts';
import { slotKinds } from '../plan/plan.ts';
import { scaleOf } from '../plan/scale.ts';
import { wholeOfValue } from '../run/calls.ts';
import type { Ask } from './solver.ts';
import { and, equal, not, type Term, whole } from './term.ts';
import type { Place, World } from './world.ts';

/** That a field is as it is in a file. */
export interface Likeness {
  readonly field: Field;
  readonly holds: Term;
}

/**
 * That what was asked of a file is as it is in another, field by field.
 *
 * @param none - paths of what was verified to be none in it
 */
export function* likenesses(
  { root, codeOf }: World,
  file: Context,
  none: ReadonlySet<string>,
): Generator<Likeness> {
  yield* ofRecord(root, file);

  function* ofRecord(place: Place, record: Value | undefined): Generator<Likeness> {
    const entries = record !== undefined && isContext(record) ? record.entries : undefined;
    for (const [name, inner] of place.inner) {
      const { pointer, field, there, verified } = inner;
      const isNone = none.has(pointer.slice(1).replaceAll('/', '.'));
      if (verified !== undefined) yield { field, holds: isNone ? verified : not(verified) };
      const value = isNone ? undefined : entries?.get(name);
      const isThere = value !== undefined && value !== null && !isUnknown(value);
      yield { field, holds: isThere ? there : not(there) };
      if (isThere) yield* ofValue(inner, value);
    }
  }

  function* ofValue(place: Place, value: Value): Generator<Likeness> {
    const { field, type, elements } = place;
    if (type.kind === 'list') {
      const items = isList(value) ? value.items : [];
      if (elements) yield { field, holds: equal(elements.count, whole(items.length)) };
      for (const [index, item] of (elements?.items ?? []).entries())
        yield* ofValue(item, items[index] ?? null);
      return;
    }
    if (type.kind === 'context') return yield* ofRecord(place, value);
    const kind = type.kind === 'union' ? type.of.find((one) => isOf(one, value)) : type;
    if (!kind) return;
    const own = type.kind === 'union' ? place.inner.get(`:${kind.kind}`)?.value : place.value;
    const number = slotKinds.findIndex((one) => one === kind.kind);
    const isKindOf = place.kind === undefined ? 'true' : equal(place.kind, whole(number));
    const is = own ? sameValue(own.is, kind, value) : 'true';
    if (is !== undefined) yield { field, holds: and(isKindOf, is) };
  }

  function sameValue(is: Term, type: Type, value: Value): Term | undefined {
    if (typeof value === 'boolean') return value ? is : not(is);
    if (typeof value === 'string') return equal(is, whole(codeOf(value)));
    const number = wholeOfValue(value, scaleOf(type));
    return number === undefined ? undefined : equal(is, whole(number));
  }
}

function isOf({ kind }: Type, value: Value): boolean {
  if (typeof value === 'string') return kind === 'text';
  if (typeof value === 'boolean') return kind === 'boolean';
  return (kind === 'number' || kind === 'date' || kind === 'date-time') && isKind(value, kind);
}

/** Questions that the solver may give up before it is asked for no more likeness. */
const mostGivenUp = 3;

/** What is wanted, with as many of them as can hold together with it, the first rather than the last. */
export async function asMany(
  ask: Ask,
  wanted: readonly Term[],
  all: readonly Term[],
): Promise<readonly Term[]> {
  let givenUp = 0;
  return more(wanted, all);

  async function more(held: readonly Term[], wishes: readonly Term[]): Promise<readonly Term[]> {
    if (wishes.length === 0 || givenUp >= mostGivenUp) return held;
    const { kind } = await ask(...held, ...wishes);
    if (kind === 'some') return [...held, ...wishes];
    if (kind === 'undecided') givenUp += 1;
    if (wishes.length === 1) return held;
    const half = Math.ceil(wishes.length / 2);
    return more(await more(held, wishes.slice(0, half)), wishes.slice(half));
  }
}
