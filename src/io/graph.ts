/**
 * Plain data as bytes, of which only what is asked for is read again: objects, arrays, maps and sets that point at each
 * other as they like, texts, numbers of every kind, and functions of nothing, which stand for what they give.
 *
 * The bytes are not checked here: who keeps them has to know that they are the ones that were written.
 */

/** What the first bytes say: which form the rest has, and how many of what there are. */
const form = 2;
const headWords = 6;

/** What the low three bits of a value say that it is; the rest is its number. */
const tags = {
  constant: 0,
  object: 1,
  text: 2,
  whole: 3,
  negative: 4,
  double: 5,
  bigint: 6,
  thunk: 7,
} as const;
const constants: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  Number.NaN,
  -0,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];
/** Numbers of values are below it. */
const mostWhole = 2 ** 28;

/** What an object is; those of a shape come after. */
const forms = {
  array: 0,
  map: 1,
  set: 2,
  doubles: 3,
  integers: 4,
  octets: 5,
  remade: 6,
  shapes: 7,
} as const;

/** The keys of objects, in order, and which of their values are read when they are first asked for. */
interface Shape {
  readonly keys: readonly string[];
  readonly later: readonly boolean[];
  /** It has no prototype. */
  readonly bare: boolean;
}

/** Objects that are not written but made once more of what they were made of: one each, and always the same. */
export interface Remade {
  /** What an object was made of. */
  readonly of: (object: object) => object | undefined;
  readonly make: (of: object) => object;
}

/**
 * @param root - plain data
 * @param later - keys whose values, where they are objects, are read only when they are asked for
 * @returns undefined where there is something that is no plain data
 */
export function bytesOfGraph(
  root: unknown,
  later: ReadonlySet<string>,
  remade?: Remade,
): Uint8Array | undefined {
  try {
    return new Writer(later, remade?.of).write(root);
  } catch (error) {
    if (error instanceof Unkeepable) return undefined;
    throw error;
  }
}

/** What `bytesOfGraph` was given: each object is made when something that was read points at it, and once. */
export function graphOf(bytes: Uint8Array, remade?: Remade): unknown {
  return new Reader(bytes, remade?.make).root();
}

class Unkeepable extends Error {}

/** Objects that have had the same keys so far. */
interface Kin {
  shape: number | undefined;
  /** By the next key, and whether its value is read later. */
  readonly now: Map<string, Kin>;
  readonly later: Map<string, Kin>;
}

function newKin(): Kin {
  return { shape: undefined, now: new Map(), later: new Map() };
}

class Writer {
  readonly #later: ReadonlySet<string>;
  readonly #madeOf: Remade['of'];
  #bytes = Buffer.allocUnsafe(1 << 20);
  #end = 0;
  readonly #objects: object[] = [];
  readonly #idOf = new Map<object, number>();
  readonly #texts = new Map<string, number>();
  readonly #shapes: Shape[] = [];
  readonly #kin = newKin();
  readonly #bareKin = newKin();

  constructor(later: ReadonlySet<string>, madeOf: Remade['of'] = () => undefined) {
    this.#later = later;
    this.#madeOf = madeOf;
  }

  write(root: unknown): Uint8Array {
    this.#objectId([root]);
    const places: number[] = [];
    // an object adds those that it points at
    for (let id = 0; id < this.#objects.length; id += 1) {
      const object = this.#objects[id];
      places.push(this.#end);
      if (object) this.#object(object);
    }
    places.push(this.#end);
    const bodies = this.#bytes.subarray(0, this.#end);
    const texts = textTable([...this.#texts.keys()]);
    const shapes = Buffer.from(JSON.stringify(this.#shapes));
    const counts = [
      form,
      this.#texts.size,
      this.#objects.length,
      shapes.length,
      texts.bytes.length,
      0,
    ];
    const words = Uint32Array.from([...counts, ...texts.places]);
    return Buffer.concat([
      Buffer.from(words.buffer),
      Buffer.from(Uint32Array.from(places).buffer),
      shapes,
      texts.bytes,
      bodies,
    ]);
  }

  #object(object: object): void {
    const of = this.#madeOf(object);
    if (of) {
      this.#number(forms.remade);
      this.#number(this.#objectId(of));
    } else if (Array.isArray(object)) {
      if (Object.keys(object).length > object.length) throw new Unkeepable();
      this.#number(forms.array);
      this.#number(object.length);
      for (let index = 0; index < object.length; index += 1) this.#value(object[index]);
    } else if (object instanceof Map) {
      this.#number(forms.map);
      this.#number(object.size);
      for (const [key, value] of object) {
        this.#value(key);
        this.#value(value);
      }
    } else if (object instanceof Set) {
      this.#number(forms.set);
      this.#number(object.size);
      for (const value of object) this.#value(value);
    } else if (ArrayBuffer.isView(object)) this.#view(object);
    else this.#record(object);
  }

  #view(view: ArrayBufferView): void {
    if (view instanceof Float64Array) this.#number(forms.doubles);
    else if (view instanceof Int32Array) this.#number(forms.integers);
    else if (view instanceof Uint8Array) this.#number(forms.octets);
    else throw new Unkeepable();
    this.#number(view.byteLength);
    this.#room(view.byteLength);
    this.#bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), this.#end);
    this.#end += view.byteLength;
  }

  #record(object: object): void {
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== null && prototype !== Object.prototype) throw new Unkeepable();
    const record = object as Readonly<Record<string, unknown>>;
    let kin = prototype === null ? this.#bareKin : this.#kin;
    for (const key in record) {
      const value = record[key];
      const later = this.#later.has(key) && typeof value === 'object' && value !== null;
      const nexts = later ? kin.later : kin.now;
      const next = nexts.get(key) ?? newKin();
      nexts.set(key, next);
      kin = next;
    }
    kin.shape ??= this.#shapes.push(this.#shapeOf(record, prototype === null)) - 1;
    this.#number(forms.shapes + kin.shape);
    for (const key in record) this.#value(record[key]);
  }

  #shapeOf(record: Readonly<Record<string, unknown>>, bare: boolean): Shape {
    const entries = Object.entries(record);
    const later = entries.map(
      ([key, value]) => this.#later.has(key) && typeof value === 'object' && value !== null,
    );
    return { keys: entries.map(([key]) => key), later, bare };
  }

  #value(value: unknown): void {
    switch (typeof value) {
      case 'string':
        return this.#tagged(tags.text, this.#textId(value));
      case 'number':
        return this.#numeric(value);
      case 'bigint':
        return this.#tagged(tags.bigint, this.#textId(String(value)));
      case 'object':
        if (value !== null) return this.#tagged(tags.object, this.#objectId(value));
        break;
      case 'function': {
        if (value.length > 0) throw new Unkeepable();
        return this.#tagged(tags.thunk, this.#objectId([(value as () => unknown)()]));
      }
      case 'symbol':
        throw new Unkeepable();
      default:
    }
    this.#tagged(tags.constant, constants.indexOf(value));
  }

  #numeric(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < mostWhole && !Object.is(value, -0))
      return this.#tagged(value < 0 ? tags.negative : tags.whole, Math.abs(value));
    const constant = constants.findIndex((one) => Object.is(one, value));
    if (constant >= 0) this.#tagged(tags.constant, constant);
    else {
      this.#tagged(tags.double, 0);
      this.#room(8);
      this.#end = this.#bytes.writeDoubleLE(value, this.#end);
    }
  }

  #objectId(object: object): number {
    const known = this.#idOf.get(object);
    if (known !== undefined) return known;
    const id = this.#objects.push(object) - 1;
    this.#idOf.set(object, id);
    return id;
  }

  #textId(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  #tagged(tag: number, payload: number): void {
    if (payload < 0 || payload >= mostWhole) throw new Unkeepable();
    this.#number(payload * 8 + tag);
  }

  /** Seven bits a byte, the lowest first. */
  #number(value: number): void {
    this.#room(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#end] = (rest & 127) | 128;
      this.#end += 1;
      rest >>>= 7;
    }
    this.#bytes[this.#end] = rest;
    this.#end += 1;
  }

  #room(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + length));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}

/** Set in the place of a text of two bytes a character. */
const wide = 2 ** 31;

function textTable(texts: readonly string[]) {
  const places: number[] = [];
  const parts: Buffer[] = [];
  let end = 0;
  for (const text of texts) {
    // oxlint-disable-next-line no-control-regex -- those of one byte
    const isNarrow = /^[\0-\xFF]*$/u.test(text);
    const part = Buffer.from(text, isNarrow ? 'latin1' : 'utf16le');
    places.push(isNarrow ? end : wide + end);
    parts.push(part);
    end += part.length;
  }
  return { places: [...places, end], bytes: Buffer.concat(parts) };
}

/** Where the values that are read later stand, by the order of their keys. */
const laterIds = Symbol('later');
type Later = { readonly [laterIds]: readonly number[] };

class Reader {
  readonly #bytes: Buffer;
  readonly #textPlaces: Uint32Array;
  readonly #places: Uint32Array;
  readonly #shapes: readonly Shape[];
  readonly #texts: Buffer;
  readonly #bodies: Buffer;
  readonly #made: object[] = [];
  readonly #read: string[] = [];
  readonly #remake: Remade['make'];
  readonly #getters: PropertyDescriptor[] = [];
  #at = 0;

  constructor(bytes: Uint8Array, remake: Remade['make'] = (of) => of) {
    this.#remake = remake;
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const { buffer, byteOffset, byteLength } = aligned;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    const head = new Uint32Array(buffer, byteOffset, headWords);
    const [, texts = 0, objects = 0, shapesLength = 0, textsLength = 0] = head;
    const textsAt = byteOffset + 4 * headWords;
    this.#textPlaces = new Uint32Array(buffer, textsAt, texts + 1);
    this.#places = new Uint32Array(buffer, textsAt + 4 * (texts + 1), objects + 1);
    const shapesAt = 4 * (headWords + texts + 1 + objects + 1);
    const textsFrom = shapesAt + shapesLength;
    this.#shapes = JSON.parse(this.#bytes.toString('utf8', shapesAt, textsFrom)) as Shape[];
    this.#texts = this.#bytes.subarray(textsFrom, textsFrom + textsLength);
    this.#bodies = this.#bytes.subarray(textsFrom + textsLength);
  }

  root(): unknown {
    return (this.#object(0) as readonly unknown[])[0];
  }

  #object(id: number): object {
    const known = this.#made[id];
    if (known) return known;
    const before = this.#at;
    this.#at = this.#places[id] ?? 0;
    const object = this.#make(id);
    this.#at = before;
    return object;
  }

  #make(id: number): object {
    const kind = this.#number();
    switch (kind) {
      case forms.array:
        return this.#array(id);
      case forms.map: {
        const map = new Map<unknown, unknown>();
        this.#made[id] = map;
        for (let rest = this.#number(); rest > 0; rest -= 1) {
          const key = this.#value();
          map.set(key, this.#value());
        }
        return map;
      }
      case forms.set: {
        const set = new Set<unknown>();
        this.#made[id] = set;
        for (let rest = this.#number(); rest > 0; rest -= 1) set.add(this.#value());
        return set;
      }
      case forms.remade: {
        const object = this.#remake(this.#object(this.#number()));
        this.#made[id] = object;
        return object;
      }
      case forms.doubles:
      case forms.integers:
      case forms.octets:
        return this.#view(id, kind);
      default:
        return this.#record(id, this.#shapes[kind - forms.shapes]);
    }
  }

  #array(id: number): object {
    const length = this.#number();
    const array: unknown[] = [];
    this.#made[id] = array;
    for (let index = 0; index < length; index += 1) array.push(this.#value());
    return array;
  }

  #view(id: number, kind: number): object {
    const length = this.#number();
    const { buffer } = Uint8Array.from(this.#bodies.subarray(this.#at, this.#at + length));
    this.#at += length;
    const view =
      kind === forms.doubles
        ? new Float64Array(buffer)
        : kind === forms.integers
          ? new Int32Array(buffer)
          : new Uint8Array(buffer);
    this.#made[id] = view;
    return view;
  }

  #record(id: number, shape: Shape | undefined): object {
    const record: Record<string, unknown> = shape?.bare ? bare() : {};
    this.#made[id] = record;
    const { keys = [], later = [] } = shape ?? {};
    let ids: number[] | undefined;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? '';
      if (later[index]) {
        if (!ids) {
          ids = [];
          Object.defineProperty(record, laterIds, { value: ids });
        }
        Object.defineProperty(record, key, this.#getter(ids.length));
        ids.push(this.#number() >>> 3);
      } else if (key === '__proto__') {
        const value = this.#value();
        Object.defineProperty(record, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } else record[key] = this.#value();
    }
    return record;
  }

  /** The same for all objects, so that those of a shape stay alike. */
  #getter(place: number): PropertyDescriptor {
    const reader = (id: number): object => this.#object(id);
    return (this.#getters[place] ??= {
      get(this: Later) {
        return reader(this[laterIds][place] ?? 0);
      },
      enumerable: true,
      configurable: true,
    });
  }

  #value(): unknown {
    const number = this.#number();
    const payload = number >>> 3;
    switch (number & 7) {
      case tags.object:
        return this.#object(payload);
      case tags.text:
        return this.#text(payload);
      case tags.whole:
        return payload;
      case tags.negative:
        return -payload;
      case tags.double: {
        const value = this.#bodies.readDoubleLE(this.#at);
        this.#at += 8;
        return value;
      }
      case tags.bigint:
        return BigInt(this.#text(payload));
      case tags.thunk:
        return () => (this.#object(payload) as readonly unknown[])[0];
      default:
        return constants[payload];
    }
  }

  #text(id: number): string {
    const known = this.#read[id];
    if (known !== undefined) return known;
    const from = this.#textPlaces[id] ?? 0;
    const until = (this.#textPlaces[id + 1] ?? 0) % wide;
    const text =
      from < wide
        ? this.#texts.toString('latin1', from, until)
        : this.#texts.toString('utf16le', from - wide, until);
    this.#read[id] = text;
    return text;
  }

  #number(): number {
    const bodies = this.#bodies;
    let byte = bodies[this.#at] ?? 0;
    this.#at += 1;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bodies[this.#at] ?? 0;
      this.#at += 1;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

function bare(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}
