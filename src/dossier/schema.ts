import type { Language } from '../base/language.ts';
import {
  any,
  type ContextType,
  type Field,
  type NumberType,
  type Personal,
  type Title,
  type Type,
  unionOf,
} from '../feel/types.ts';
import type { Currency } from '../values/currency.ts';
import {
  type BelievableDays,
  type DaysRead,
  daysOf,
  holdsDays,
  markOf,
  noDays,
} from './schema-days.ts';
import { withLenient, withMarks } from './schema-marks.ts';
import { isSchema, limitsOf, settled, together } from './schema-parts.ts';
import { numberIn, type UnitName, type Units, unitsOf } from './schema-units.ts';
import { factsOf, kindOf, nounOf, type WordsRead } from './schema-words.ts';

/**
 * The part of JSON Schema (draft 7, and what 2020-12 renamed) that describes a file, with our own `x-` marks.
 *
 * Lengths, patterns and `required` are for a validator: absence is judged by rules, not by the schema.
 */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number since draft 6; `true` beside `minimum` before. */
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  readonly definitions?: { readonly [name: string]: JsonSchema };
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly description?: string;
  readonly title?: string;
  readonly 'x-title'?: Title;
  /** `none` where it counts nothing that would keep it from standing beside any number. */
  readonly 'x-unit'?: UnitName;
  /** At the root: units of one's own, by the names that `x-unit` has for them. */
  readonly 'x-units'?: { readonly [name: string]: { readonly title?: Title } };
  readonly 'x-labels'?: { readonly [word: string]: Title };
  /** Of a record in a list: what people call one, and the measure word it is counted with. */
  readonly 'x-noun'?: Title;
  readonly 'x-counter'?: Title;
  /** Of a field that says of what kind its record is: how, with `{}` for the title of its word. */
  readonly 'x-kind'?: Title;
  /** Of a boolean: what a sentence says when it is true, and when it is not. */
  readonly 'x-yes'?: Title;
  readonly 'x-no'?: Title;
  readonly 'x-key'?: string;
  readonly 'x-personal'?: Personal;
  readonly 'x-absence'?: 'none';
  readonly 'x-empty'?: 'none';
  readonly 'x-correctable'?: boolean;
  /** A blank is a value like others, and not the absence of one. */
  readonly 'x-blank'?: 'value';
  /** Beside `enum`: a value that is none of the codes is kept as it is. */
  readonly 'x-lenient'?: boolean;
  /** The first and the last believable day, ISO; of a record, for every date in it that has none of its own. */
  readonly 'x-earliest'?: string;
  readonly 'x-latest'?: string;
  /** The day beyond `x-latest` that is entered for a term without end, ISO. */
  readonly 'x-endless'?: string;
}

/** A part of a schema that says no type we know: its fields are read as anything, so that nothing passes by them. */
export interface Unread {
  /** `parties[].mobile` */
  readonly path: string;
  /** What was not understood: a keyword, a reference, a unit. */
  readonly what: string;
  /** It is a unit that nobody declares. */
  readonly unit?: string;
  /** The mark alone is left out, a word for sentences; the field is read all the same. */
  readonly ignored?: true;
}

/** Deepest nesting of records; a schema that refers to itself ends here. */
const deepest = 16;

/** Fields of one subject, at most: records that refer to each other would have no end of them. */
const mostFields = 50_000;

/**
 * The fields of a subject, from its JSON Schema: types, units, titles, marks.
 *
 * @param currency - what its money is in
 */
export function contextFromSchema(root: JsonSchema, currency?: Currency): ContextType {
  return readSchema(root, currency).type;
}

/**
 * The same, with what of the schema was not understood.
 *
 * @param language - in which JSON Schema's own `title` and `description` are; they count where there is no `x-title`
 */
export function readSchema(
  root: JsonSchema,
  currency?: Currency,
  language: Language = 'en',
): {
  readonly type: ContextType;
  readonly unread: readonly Unread[];
  readonly units: Units;
} {
  const unread: Unread[] = [];
  let count = 0;
  const { units, wrong } = unitsOf(root['x-units']);
  for (const name of wrong) note('', `x-units${name === '' ? '' : `: ${name}`}`);
  const type = typeOf(settled(root, root), '', 0, noDays);
  if (type.kind === 'context') return { type, unread, units };
  note('', 'type');
  return { type: { kind: 'context', fields: new Map() }, unread, units };

  function fieldOf(
    name: string,
    property: JsonSchema,
    path: string,
    depth: number,
    days: DaysRead,
  ): Field {
    const schema = settled(property, root);
    const personal = schema['x-personal'];
    const key = schema['x-key'];
    const { type, ...believable } = withDays(typeOf(schema, path, depth, days), schema, path, days);
    return {
      name,
      ...textsOf(schema, language),
      type: withKey(type, key),
      ...understood(path, kindOf(schema, type)),
      absenceIsNone: schema['x-absence'] === 'none',
      correctable: schema['x-correctable'] === true,
      ...(schema['x-empty'] === 'none' && { emptyIsNone: true }),
      ...(personal && { personal }),
      ...understood(path, factsOf(schema, type)),
      ...(key !== undefined && { key }),
      ...limitsOf(schema, root),
      ...believable,
    };
  }

  /** Where the range of a date is not understood, nothing that stands there is believed. */
  function withDays(
    type: Type,
    schema: JsonSchema,
    path: string,
    days: DaysRead,
  ): Pick<Field, 'type' | keyof BelievableDays> {
    if (holdsDays(type)) {
      const own = daysOf(schema, root, days);
      if (!('wrong' in own)) return { type, ...own };
      if (own !== days) note(path, own.wrong);
      return { type: any };
    }
    const mark = type.kind === 'context' ? undefined : markOf(schema);
    return { type: mark === undefined ? type : notUnderstood(path, mark) };
  }

  function typeOf(schema: JsonSchema, path: string, depth: number, days: DaysRead): Type {
    const type = unmarked(schema, path, depth, days);
    const marked = type.kind === 'any' ? type : withMarks(type, schema);
    return typeof marked === 'string' ? notUnderstood(path, marked) : marked;
  }

  /** What its values are, whatever a blank is there. */
  function unmarked(schema: JsonSchema, path: string, depth: number, days: DaysRead): Type {
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice !== undefined && !isList(choice)) return notUnderstood(path, 'anyOf');
    if (choice) return oneOfThem(schema, choice, path, depth, days);
    if (schema.$ref !== undefined) return notUnderstood(path, schema.$ref);
    const unit: unknown = schema['x-unit'];
    if (unit !== undefined && !(typeof unit === 'string' && units.has(unit))) {
      const name = typeof unit === 'string' ? unit : undefined;
      note(
        path,
        `x-unit: ${name ?? JSON.stringify(unit)}`,
        name === undefined ? {} : { unit: name },
      );
      return any;
    }
    if (schema.const !== undefined) return valuesOf([schema.const], schema, path);
    if (schema.enum !== undefined) {
      return isList(schema.enum)
        ? valuesOf(schema.enum, schema, path)
        : notUnderstood(path, 'enum');
    }
    const kinds =
      schema.type ?? (schema.properties ? 'object' : schema.items === undefined ? [] : 'array');
    const types = [kinds].flat().map((kind) => typeNamed(kind, schema, path, depth, days));
    if (types.length === 0) return notUnderstood(path, 'type');
    return toldApart(types, path, 'type');
  }

  /** What stands beside `anyOf` or `oneOf` holds for each of them. */
  function oneOfThem(
    schema: JsonSchema,
    choice: readonly JsonSchema[],
    path: string,
    depth: number,
    days: DaysRead,
  ): Type {
    const { anyOf: _, oneOf: __, 'x-blank': ___, 'x-lenient': lenient, ...own } = schema;
    if (depth > deepest) return any;
    const types = choice.map((one) => {
      const whole = settled(together(own, settled(one, root)), root);
      return typeOf(withLenient(whole, lenient), path, depth + 1, days);
    });
    return toldApart(types, path, schema.anyOf ? 'anyOf' : 'oneOf');
  }

  function toldApart(types: readonly Type[], path: string, what: string): Type {
    const type = unionOf(types);
    if (type.kind === 'any' && types.every(({ kind }) => kind !== 'any')) note(path, what);
    return type;
  }

  function typeNamed(
    kind: string,
    schema: JsonSchema,
    path: string,
    depth: number,
    days: DaysRead,
  ): Type {
    switch (kind) {
      case 'null':
        return { kind: 'null' };
      case 'boolean':
        return { kind: 'boolean' };
      case 'number':
        return numberOf(schema);
      case 'integer':
        return { ...numberOf(schema), whole: true };
      case 'array': {
        const { items } = schema;
        if (!isSchema(items)) return notUnderstood(path, 'items');
        // they say what one element is called, and so stand with its record
        for (const mark of ['x-noun', 'x-counter'] as const)
          if (schema[mark] !== undefined) note(path, mark, { ignored: true });
        if (depth > deepest) return any;
        return { kind: 'list', of: typeOf(settled(items, root), `${path}[]`, depth + 1, days) };
      }
      case 'object': {
        if (!isSchema(schema.properties)) return notUnderstood(path, 'properties');
        if ('patternProperties' in schema) note(path, 'patternProperties');
        const properties = depth > deepest ? [] : Object.entries(schema.properties);
        count += properties.length;
        if (count > mostFields) return notUnderstood(path, 'properties');
        const inside = path === '' ? '' : `${path}.`;
        const own = daysOf(schema, root, days);
        if ('wrong' in own && own !== days) note(path, own.wrong);
        const fields = properties.map(([name, property]) => {
          return [name, fieldOf(name, property, inside + name, depth + 1, own)] as const;
        });
        return { kind: 'context', ...understood(path, nounOf(schema)), fields: new Map(fields) };
      }
      case 'string':
        return textOf(schema, path);
      default:
        return notUnderstood(path, `type: ${kind}`);
    }
  }

  function textOf({ format }: JsonSchema, path: string): Type {
    switch (format) {
      case 'date':
        return { kind: 'date' };
      case 'date-time':
        return { kind: 'date-time' };
      case 'time':
        return { kind: 'time' };
      case 'duration':
        return notUnderstood(path, 'format: duration');
      default:
        return { kind: 'text' };
    }
  }

  /** Texts of an enumeration are words, numbers the only ones allowed; null says that it may be absent. */
  function valuesOf(values: readonly unknown[], schema: JsonSchema, path: string): Type {
    const words = values.filter((value) => typeof value === 'string');
    const numbers = values.filter((value) => typeof value === 'number');
    const labels = schema['x-labels'] ?? {};
    const lenient = schema['x-lenient'] === true ? { lenient: true as const } : {};
    const types: Type[] = [];
    if (numbers.length > 0) {
      types.push({
        ...numberOf(schema),
        values: numbers.map(String),
        ...(lenient.lenient && schema.type === 'integer' && { whole: true }),
        ...lenient,
      });
    }
    if (words.length > 0) {
      const titles = new Map(words.map((word) => [word, labels[word] ?? {}]));
      types.push({ kind: 'text', words: titles, ...lenient });
    }
    if (values.some((value) => typeof value === 'boolean')) types.push({ kind: 'boolean' });
    if (values.some((value) => typeof value === 'object' && value !== null))
      return notUnderstood(path, 'enum');
    return unionOf(types);
  }

  function numberOf(schema: JsonSchema): NumberType {
    const type = numberIn(units.get(schema['x-unit'] ?? 'count'));
    return type.unit === 'money' && currency ? { ...type, decimals: currency.decimals } : type;
  }

  /** The words that sentences get; where one is not understood, they do without it. */
  function understood<T>(path: string, { words, wrong }: WordsRead<T>): T {
    for (const what of wrong) note(path, what, { ignored: true });
    return words;
  }

  function notUnderstood(path: string, what: string): Type {
    note(path, what);
    return any;
  }

  function note(path: string, what: string, more: Pick<Unread, 'unit' | 'ignored'> = {}): void {
    if (unread.some((one) => one.path === path && one.what === what)) return;
    unread.push({ path, what, ...more });
  }
}

/** A list whose records know by what they are told apart. */
function withKey(type: Type, key: string | undefined): Type {
  return key !== undefined && type.kind === 'list' && type.of.kind === 'context'
    ? { kind: 'list', of: { ...type.of, key } }
    : type;
}

/** What a field is called, and what is said of it. */
function textsOf(
  { title, description, 'x-title': titles }: JsonSchema,
  language: Language,
): Pick<Field, 'title' | 'description'> {
  if (titles) return { title: titles };
  const say = (text: unknown) =>
    typeof text === 'string' && text.trim() !== '' ? { [language]: text.trim() } : undefined;
  const about = say(description);
  return { title: say(title) ?? {}, ...(about && { description: about }) };
}

/** Schemas come from a file: what should be a list may be anything. */
function isList(value: unknown): value is readonly never[] {
  return Array.isArray(value);
}
