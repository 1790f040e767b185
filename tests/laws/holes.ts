import type { Draw } from './draw.ts';
import { isRecord, type Json, type JsonRecord, malformed, randomValue } from './dossiers.ts';
import type { Limits } from './limits.ts';
import { type RecordShape, type Shape, takesBlank } from './shapes.ts';
import type { Said, Status } from './verdicts.ts';

/** A way into a file: names of fields, positions in lists. */
export type Way = readonly (string | number)[];

/** How a place says nothing; an element cannot be left out, for a shorter list says something else. */
type Hole = 'absent' | 'null' | 'blank' | 'malformed';

/** A file with holes, and one of its fillings. */
export interface Filled {
  readonly holed: JsonRecord;
  readonly fillings: readonly { readonly way: Way; readonly value: Json | undefined }[];
}

interface HolePlace {
  readonly way: Way;
  readonly shape: Shape;
  /** Its absence says that there is none. */
  readonly none: boolean;
  /** It names the element that it is of. */
  readonly isKey: boolean;
  /** Of an element: the field that names it. */
  readonly key: string | undefined;
}

/** One to three holes in a file, and values that may stand there instead. */
export function randomHoles(
  file: JsonRecord,
  shape: RecordShape,
  draw: Draw,
): { readonly holed: JsonRecord; readonly places: readonly HolePlace[] } {
  const all = [...placesOf(file, shape, [])];
  const chosen = draw.some(all, draw.one([1, 1, 2, 3]));
  const places = chosen.filter(
    ({ way }) => !chosen.some((other) => other.way !== way && isWithin(way, other.way)),
  );
  let holed: Json = file;
  for (const { way, shape: of, none, isKey } of places) {
    const empty = draw.one<Hole>(['absent', 'null', 'blank']);
    const isMalformed = none || (!isKey && draw.chance(25));
    const hole = isMalformed ? 'malformed' : empty;
    holed = withValue(holed, way, valueOf(hole, of, way, draw));
  }
  return { holed: holed as JsonRecord, places };
}

/** Other values in the places of the holes. */
export function randomFilling(
  holed: JsonRecord,
  places: readonly HolePlace[],
  limits: Limits,
  draw: Draw,
): Filled {
  const fillings = places.map(({ way, shape, none, key }) => {
    if (none && draw.chance(30)) return { way, value: undefined };
    const holes = draw.one([0, 0, 10]);
    const value = randomValue(shape, limits, draw, { holes, malformed: 0 });
    const isNamed = key !== undefined && isRecord(value);
    return { way, value: isNamed ? { ...value, [key]: `K${Number(way.at(-1)) + 1}` } : value };
  });
  return { holed, fillings };
}

export function filledFile({ holed, fillings }: Filled): JsonRecord {
  let file: Json = holed;
  for (const { way, value } of fillings) file = withValue(file, way, value);
  return file as JsonRecord;
}

/** What was known of the file with holes and is not so of the filled one. */
export function contradictions(holed: readonly Said[], filled: readonly Said[]): readonly string[] {
  const after = new Map(filled.map((said) => [said.rule, said.elements]));
  return holed.flatMap(({ rule, elements }) => {
    const others = after.get(rule) ?? [];
    const [first] = elements;
    const isOpen =
      elements.length === 1 && first?.at === undefined && first?.status === 'cannot-tell';
    if (isOpen) return [];
    const found: string[] = [];
    for (const { at, status } of elements) {
      const same = others.filter((other) => other.at === at).map((other) => other.status);
      if (
        !agrees(
          status,
          at === undefined && same.length === 0 ? others.map((other) => other.status) : same,
        )
      )
        found.push(`${rule} ${at ?? ''}: ${status}, filled ${same.join(' ') || 'not there'}`);
    }
    // an element more than may be there
    const known = new Set(elements.map(({ at }) => at));
    if (elements.every(({ status }) => status !== 'cannot-tell')) {
      for (const { at, status } of others) {
        if (!known.has(at) && status !== 'not-applicable')
          found.push(`${rule} ${at ?? ''}: not there, filled ${status}`);
      }
    }
    return found;
  });
}

/** Whether the filled file says the same; an element that is not there is one that the rule does not apply to. */
function agrees(status: Status, filled: readonly Status[]): boolean {
  if (status === 'cannot-tell') return true;
  if (status === 'not-applicable') return filled.every((other) => other === status);
  return filled.length === 1 && filled[0] === status;
}

function* placesOf(value: Json, shape: Shape, way: Way, key?: string): Generator<HolePlace> {
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      if (item !== null)
        yield { way: [...way, index], shape: shape.of, none: false, isKey: false, key: shape.key };
      yield* placesOf(item, shape.of, [...way, index], shape.key);
    }
  }
  if (shape.kind !== 'record' || !isRecord(value)) return;
  for (const { name, shape: of, none } of shape.fields) {
    const inner = value[name];
    if (inner === undefined || inner === null || (way.length === 0 && name === 'id')) continue;
    const isKey = name === key;
    const own: Shape = isKey ? { kind: 'word', words: [`K${Number(way.at(-1)) + 1}`] } : of;
    yield { way: [...way, name], shape: own, none, isKey, key: undefined };
    yield* placesOf(inner, of, [...way, name]);
  }
}

function isWithin(way: Way, outer: Way): boolean {
  return outer.length <= way.length && outer.every((step, index) => step === way[index]);
}

function valueOf(hole: Hole, shape: Shape, way: Way, draw: Draw): Json | undefined {
  if (hole === 'malformed') return malformed(shape, draw);
  const isElement = typeof way.at(-1) === 'number';
  if (hole === 'blank' && !takesBlank(shape)) return ' ';
  return hole === 'absent' && !isElement ? undefined : null;
}

/** The same with another value at a place, or none. */
export function withValue(whole: Json, [step, ...rest]: Way, value: Json | undefined): Json {
  if (step === undefined) return value ?? null;
  if (Array.isArray(whole)) {
    return (whole as readonly Json[]).map((item, index) =>
      index === step ? withValue(item, rest, value) : item,
    );
  }
  if (!isRecord(whole) || typeof step !== 'string') return whole;
  const { [step]: before = null, ...others } = whole;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [step]: withValue(before, rest, value) };
}
