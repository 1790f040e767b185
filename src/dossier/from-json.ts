import { pointerTo } from '../base/pointer.ts';
import { type ContextType, type Field, fieldNames, takesBlank, type Type } from '../feel/types.ts';
import type { Context, List, Value } from '../feel/value.ts';
import { parseRational, whole } from '../values/rational.ts';
import { parseDate, parseDateTime, parseTime } from '../values/temporal-text.ts';
import { uncapturedValue } from './capture.ts';
import { Entries } from './entries.ts';
import type { Written } from './json-numbers.ts';
import { readNumber } from './number.ts';
import { unknown } from '../feel/operations/unknown.ts';

/**
 * The values of a JSON file that is known to be as its schema asks: nothing is checked and nothing reported.
 *
 * They are those that `dossierFromYaml` reads of the same text, many times faster.
 *
 * @param json - what `JSON.parse` makes of the text
 * @param written - the numbers of the text that doubles may not tell
 */
export function valuesFromJson(
  json: object,
  type: ContextType,
  written: Written = new Map(),
): Context {
  return record(json, type, '', written);
}

function record(json: object, type: ContextType, pointer: string, written: Written): Context {
  const entries = new Fields(json, type, pointer, written);
  return { kind: 'context', entries, pointer, fields: fieldNames(type) };
}

/** The fields of a record, each read when somebody first looks at it. */
class Fields extends Entries {
  readonly #json: object;
  readonly #fields: ContextType['fields'];
  readonly #pointer: string;
  readonly #written: Written;
  readonly #read = new Map<string, Value | undefined>();

  constructor(json: object, { fields }: ContextType, pointer: string, written: Written) {
    super();
    this.#json = json;
    this.#fields = fields;
    this.#pointer = pointer;
    this.#written = written;
  }

  get(name: string): Value | undefined {
    if (this.#read.has(name)) return this.#read.get(name);
    const field = this.#fields.get(name);
    const value = field && this.#valueOf(field);
    this.#read.set(name, value);
    return value;
  }

  /** In the order of the schema. */
  protected names(): Iterable<string> {
    return this.#fields.keys();
  }

  #valueOf({ name, type, absenceIsNone, uncaptured }: Field): Value | undefined {
    const json = this.#json as Record<string, unknown>;
    const given = Object.hasOwn(json, name) ? json[name] : undefined;
    const pointer = pointerTo(this.#pointer, name);
    const value = valueOf(given, type, pointer, this.#written);
    if (uncaptured) return uncapturedValue(value, pointer);
    return value ?? (absenceIsNone ? none(type, pointer) : undefined);
  }
}

/** undefined for what is blank, which is as good as absent where its type takes no blank. */
function valueOf(given: unknown, type: Type, pointer: string, written: Written): Value | undefined {
  if (given === undefined || given === null) return undefined;
  switch (type.kind) {
    case 'context':
      return typeof given === 'object' ? record(given, type, pointer, written) : undefined;
    case 'list':
      return Array.isArray(given) ? list(given, type.of, pointer, written) : undefined;
    case 'union': {
      const own = kindOf(given, type.of);
      return own && valueOf(given, own, pointer, written);
    }
    default:
      return typeof given === 'number'
        ? number(given, pointer, written)
        : scalar(given, type, pointer);
  }
}

function list(items: readonly unknown[], of: Type, pointer: string, written: Written): List {
  const values = items.map((item, index): Value => {
    const at = `${pointer}/${index}`;
    return valueOf(item, of, at, written) ?? unknown('absent', at);
  });
  return { kind: 'list', items: values, pointer };
}

function number(given: number, pointer: string, written: Written): Value | undefined {
  const text = written.size > 0 ? written.get(pointer) : undefined;
  if (text === undefined)
    return Number.isSafeInteger(given) ? whole(given) : parseRational(String(given));
  const read = readNumber(text);
  return 'value' in read ? read.value : unknown('malformed', pointer);
}

function scalar(given: unknown, type: Type, pointer: string): Value | undefined {
  if (typeof given === 'boolean') return given;
  if (typeof given !== 'string') return unknown('undefined', pointer);
  if (given.trim() === '' && !(type.kind === 'text' && type.words?.has(given)))
    return takesBlank(type) ? '' : undefined;
  switch (type.kind) {
    case 'date':
      return parseDate(given);
    case 'date-time':
      return parseDateTime(given.length < 25 ? withSeconds(given) : given);
    case 'time':
      return parseTime(given);
    case 'text':
      return given;
    default:
      return unknown('undefined', pointer);
  }
}

/** `2026-08-20T09:30+08:00` with its seconds. */
function withSeconds(text: string): string {
  return text.replace(/(T\d{2}:\d{2})(?=[Z+-])/u, '$1:00');
}

/** Which of several kinds a value is written as; a date goes before a text that could be anything. */
function kindOf(given: unknown, kinds: readonly Type[]): Type | undefined {
  const find = (wanted: Type['kind']) => kinds.find(({ kind }) => kind === wanted);
  if (typeof given === 'number') return find('number');
  if (typeof given === 'boolean') return find('boolean');
  if (typeof given !== 'string') return undefined;
  const text = find('text');
  if (text?.kind === 'text' && text.words?.has(given)) return text;
  if (find('date') && parseDate(given)) return find('date');
  if (find('date-time') && parseDateTime(given)) return find('date-time');
  if (find('time') && parseTime(given)) return find('time');
  return text;
}

function none(type: Type, pointer: string): Value {
  return type.kind === 'list' ? { kind: 'list', items: [], pointer } : null;
}
