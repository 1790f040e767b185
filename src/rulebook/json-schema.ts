import { invariant } from '../base/invariant.ts';

/** A JSON Schema (draft 7), of the keywords that schemas made from types use. */
export type Schema = Readonly<Record<string, unknown>>;

/** One thing that data and a schema differ in. */
export interface Fault {
  /** From the whole to the part that is wrong. */
  readonly keys: readonly string[];
  readonly keyword: string;
  /** What the keyword says, as it stands in the schema; of `required` and `additionalProperties`, the key that it is about. */
  readonly says: unknown;
  /** The schema with the keyword in it. */
  readonly schema: Schema;
  /** The key, where it is a key itself that is wrong. */
  readonly key?: string;
}

/** Everything that is wrong with data by a schema. */
export type SchemaCheck = (data: unknown) => readonly Fault[];

/** The way from a part to the whole. */
interface Way {
  readonly key: string;
  readonly above: Way | undefined;
}

type Note = (fault: Fault) => void;
type Demand = (data: unknown, way: Way | undefined, note: Note) => void;
type Plain = Readonly<Record<string, unknown>>;

/** What says nothing of data. */
const remarks = new Set(['$schema', '$id', 'definitions', 'title', 'description', 'default']);

/** Keywords by the kind of data that they speak of, in the order in which faults are told: undefined for any kind. */
const groups: readonly (readonly [string | undefined, readonly string[]])[] = [
  ['number', ['maximum', 'minimum']],
  ['string', ['minLength', 'pattern']],
  [undefined, ['$ref', 'const', 'enum', 'anyOf']],
  ['array', ['maxItems', 'minItems', 'items']],
  ['object', ['required', 'propertyNames', 'additionalProperties', 'properties']],
];

const known = new Set(['type', ...groups.flatMap(([, keywords]) => keywords)]);

/**
 * Makes a check of a schema; it is read once, and each part of it once.
 *
 * @throws InvariantError for a keyword that is not known here, so that none is passed over
 */
export function schemaCheck(root: Schema): SchemaCheck {
  const made = new Map<unknown, Demand>();
  const check = demandOf(root);
  return (data) => {
    const faults: Fault[] = [];
    check(data, undefined, (fault) => faults.push(fault));
    return faults;
  };

  /** A schema may speak of itself: what stands for it until it is made asks what was made. */
  function demandOf(schema: unknown): Demand {
    const before = made.get(schema);
    if (before) return before;
    made.set(schema, (...given) => made.get(schema)?.(...given));
    const demand = newDemand(schema as Schema);
    made.set(schema, demand);
    return demand;
  }

  function newDemand(schema: Schema): Demand {
    for (const keyword of Object.keys(schema))
      invariant(known.has(keyword) || remarks.has(keyword), `a keyword of schemas: ${keyword}`);
    const { type } = schema;
    const kinds = type === undefined ? [] : [type].flat().map(String);
    const wrongKind: Demand = (_, way, note) => note(faultOf(schema, 'type', way));
    let isAsked = kinds.length === 0;
    const demands: Demand[] = [];
    for (const [kind, keywords] of groups) {
      const own = keywords.filter((keyword) => schema[keyword] !== undefined);
      const inner = own.map((keyword) => keywordDemand(keyword, schema));
      if (inner.length === 0) continue;
      if (kind === undefined) demands.push(...inner);
      else {
        const isOnly = kinds.length === 1 && kinds[0] === kind;
        isAsked ||= isOnly;
        demands.push((data, way, note) => {
          if (isOf(data, kind)) for (const demand of inner) demand(data, way, note);
          else if (isOnly) wrongKind(data, way, note);
        });
      }
    }
    if (!isAsked)
      demands.unshift((data, way, note) => {
        if (!kinds.some((kind) => isOf(data, kind))) wrongKind(data, way, note);
      });
    const [only] = demands;
    if (only && demands.length === 1) return only;
    return (data, way, note) => {
      for (const demand of demands) demand(data, way, note);
    };
  }

  function keywordDemand(keyword: string, schema: Schema): Demand {
    const says = schema[keyword];
    const fault = (way: Way | undefined) => faultOf(schema, keyword, way);
    const unless = (holds: (data: never) => boolean): Demand => {
      return (data, way, note) => {
        if (!holds(data as never)) note(fault(way));
      };
    };
    switch (keyword) {
      case 'maximum':
        return unless((data: number) => data <= Number(says));
      case 'minimum':
        return unless((data: number) => data >= Number(says));
      case 'minLength':
        return unless(
          (data: string) => data.length >= 2 * Number(says) || [...data].length >= Number(says),
        );
      case 'pattern': {
        const pattern = new RegExp(String(says), 'u');
        return unless((data: string) => pattern.test(data));
      }
      case '$ref': {
        const name = decodeURIComponent(String(says).replace(/^#\/definitions\//u, ''));
        const target = (root['definitions'] as Plain | undefined)?.[name];
        invariant(target, `a definition of the schema: ${name}`);
        return demandOf(target);
      }
      case 'const':
        return unless((data) => data === says);
      case 'enum': {
        const words = new Set(says as readonly unknown[]);
        return unless((data) => words.has(data));
      }
      case 'anyOf':
        return anyOf(says as readonly unknown[], fault);
      case 'maxItems':
        return unless((data: readonly unknown[]) => data.length <= Number(says));
      case 'minItems':
        return unless((data: readonly unknown[]) => data.length >= Number(says));
      case 'items': {
        const demand = demandOf(says);
        return (data, above, note) => {
          for (const [index, item] of (data as readonly unknown[]).entries())
            demand(item, { key: String(index), above }, note);
        };
      }
      case 'required':
        return required(says as readonly string[], schema);
      case 'propertyNames': {
        const demand = demandOf(says);
        return (data, way, note) => {
          for (const key of Object.keys(data as Plain)) {
            const found: Fault[] = [];
            demand(key, way, (inner) => found.push(inner));
            for (const inner of found) note({ ...inner, key });
            if (found.length > 0) note({ ...fault(way), key });
          }
        };
      }
      case 'additionalProperties':
        return additional(says, schema);
      case 'properties':
        return properties(says as Plain);
      default:
        invariant(false, `a keyword of schemas: ${keyword}`);
    }
  }

  function anyOf(schemas: readonly unknown[], fault: (way: Way | undefined) => Fault): Demand {
    const branches = schemas.map(demandOf);
    return (data, way, note) => {
      const tried: Fault[] = [];
      for (const branch of branches) {
        const before = tried.length;
        branch(data, way, (one) => tried.push(one));
        if (tried.length === before) return;
      }
      tried.forEach(note);
      note(fault(way));
    };
  }

  function required(keys: readonly string[], schema: Schema): Demand {
    return (data, way, note) => {
      for (const key of keys)
        if ((data as Plain)[key] === undefined)
          note({ ...faultOf(schema, 'required', way), says: key });
    };
  }

  /** What keys that `properties` does not name may hold: nothing, or what a schema says. */
  function additional(says: unknown, schema: Schema): Demand {
    const named = new Set(Object.keys(schema['properties'] ?? {}));
    const demand = says === false ? undefined : demandOf(says === true ? {} : says);
    return (data, above, note) => {
      for (const [key, value] of Object.entries(data as Plain)) {
        if (named.has(key)) continue;
        if (demand) demand(value, { key, above }, note);
        else note({ ...faultOf(schema, 'additionalProperties', above), says: key });
      }
    };
  }

  function properties(schemas: Plain): Demand {
    const demands = Object.entries(schemas).map(
      ([key, schema]) => [key, demandOf(schema)] as const,
    );
    return (data, above, note) => {
      for (const [key, demand] of demands) {
        const value = (data as Plain)[key];
        if (value !== undefined) demand(value, { key, above }, note);
      }
    };
  }
}

function faultOf(schema: Schema, keyword: string, way: Way | undefined): Fault {
  const keys: string[] = [];
  for (let at = way; at; at = at.above) keys.push(at.key);
  return { keys: keys.toReversed(), keyword, says: schema[keyword], schema };
}

function isOf(data: unknown, kind: string): boolean {
  switch (kind) {
    case 'array':
      return Array.isArray(data);
    case 'object':
      return typeof data === 'object' && data !== null && !Array.isArray(data);
    case 'null':
      return data === null;
    case 'integer':
      return Number.isInteger(data);
    case 'number':
      return Number.isFinite(data);
    default:
      return typeof data === kind;
  }
}
