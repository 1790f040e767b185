import type { Field } from '../feel/types.ts';
import type { JsonSchema } from './schema.ts';

/** References followed one after another, at most; a circle of them ends here. */
const mostSteps = 32;

/**
 * A schema with its reference followed and its `allOf` put together.
 *
 * What stands beside a reference wins over what it refers to. A reference to another file, or to nothing, stays.
 */
export function settled(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let whole = isSchema(schema) ? schema : {};
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (whole.$ref !== undefined) {
      const target = targetOf(whole.$ref, root);
      if (!target) return whole;
      const { $ref: _, ...own } = whole;
      whole = { ...target, ...own, ...bothAllOf(target, own) };
    } else if (Array.isArray(whole.allOf)) {
      const { allOf, ...own } = whole;
      if (allOf.length > mostSteps) return own;
      whole = allOf.reduce((merged, one) => together(merged, followed(one, root)), own);
    } else return whole;
  }
  return whole;
}

/** What both schemas ask of one value; the first's words for people win. */
export function together(a: JsonSchema, b: JsonSchema): JsonSchema {
  const properties =
    a.properties && b.properties
      ? bothProperties(a.properties, b.properties)
      : (a.properties ?? b.properties);
  const types =
    a.type !== undefined && b.type !== undefined ? kindsInBoth(a.type, b.type) : (a.type ?? b.type);
  const values =
    a.enum && b.enum ? a.enum.filter((value) => b.enum?.includes(value)) : (a.enum ?? b.enum);
  const items =
    isSchema(a.items) && isSchema(b.items) ? { allOf: [a.items, b.items] } : (a.items ?? b.items);
  const minimum = extreme(Math.max, a.minimum, b.minimum);
  const maximum = extreme(Math.min, a.maximum, b.maximum);
  const earliest = extreme(later, a['x-earliest'], b['x-earliest']);
  const latest = extreme(earlier, a['x-latest'], b['x-latest']);
  return {
    ...b,
    ...a,
    ...bothAllOf(a, b),
    ...(properties && { properties }),
    ...(types !== undefined && { type: types }),
    ...(values && { enum: values }),
    ...(items !== undefined && { items }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(earliest !== undefined && { 'x-earliest': earliest }),
    ...(latest !== undefined && { 'x-latest': latest }),
  };
}

type Limits = Pick<Field, 'minimum' | 'maximum' | 'above' | 'below'>;

/** The least and the greatest number a field may hold; of several alternatives, those of its one number. */
export function limitsOf(schema: JsonSchema, root: JsonSchema): Limits {
  const own = ownLimits(schema);
  const choice = schema.anyOf ?? schema.oneOf ?? [];
  const settledOnes = Array.isArray(choice) ? choice.map((one) => settled(one, root)) : [];
  const numeric = settledOnes.filter(({ type, enum: values }) => {
    const kinds = typeof type === 'string' ? [type] : (type ?? []);
    return (
      kinds.includes('number') ||
      kinds.includes('integer') ||
      values?.some((value) => typeof value === 'number')
    );
  });
  const [only, ...others] = numeric;
  return only && others.length === 0 ? { ...ownLimits(only), ...own } : own;
}

function ownLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): Limits {
  const above = exclusiveMinimum === true ? minimum : exclusiveMinimum;
  const below = exclusiveMaximum === true ? maximum : exclusiveMaximum;
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(typeof above === 'number' && { above }),
    ...(typeof below === 'number' && { below }),
  };
}

function followed(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let whole = schema;
  for (let steps = 0; whole.$ref !== undefined && steps < mostSteps; steps += 1) {
    const target = targetOf(whole.$ref, root);
    if (!target) return whole;
    const { $ref: _, ...own } = whole;
    whole = { ...target, ...own, ...bothAllOf(target, own) };
  }
  return whole;
}

/** What `#/definitions/Party` points at; undefined for another file's, and for nothing. */
function targetOf(reference: string, root: JsonSchema): JsonSchema | undefined {
  if (typeof reference !== 'string') return undefined;
  if (reference !== '#' && !reference.startsWith('#/')) return undefined;
  let found: unknown = root;
  for (const key of reference.split('/').slice(1)) {
    const name = unescaped(key).replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined;
  }
  return isSchema(found) ? found : undefined;
}

/** `%20` as a blank; as it stands where the escapes are none. */
function unescaped(key: string): string {
  return /%(?![0-9A-Fa-f]{2})/u.test(key) ? key : decodeURIComponent(key);
}

/** Whether it is a map, as every schema but `true` and `false` is. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bothAllOf(a: JsonSchema, b: JsonSchema): Pick<JsonSchema, 'allOf'> {
  const all = [...(a.allOf ?? []), ...(b.allOf ?? [])];
  return all.length > 0 ? { allOf: all } : {};
}

function bothProperties(
  a: NonNullable<JsonSchema['properties']>,
  b: NonNullable<JsonSchema['properties']>,
) {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => {
      const parts = [a[name], b[name]].filter((part) => part !== undefined);
      const [first = {}, second] = parts;
      return [name, second ? { allOf: [first, second] } : first];
    }),
  );
}

function kindsInBoth(
  a: string | readonly string[],
  b: string | readonly string[],
): string | readonly string[] {
  const [those, these] = [a, b].map((kinds) => (typeof kinds === 'string' ? [kinds] : kinds)) as [
    readonly string[],
    readonly string[],
  ];
  const integers = (kinds: readonly string[], kind: string) =>
    kinds.includes(kind) || (kind === 'integer' && kinds.includes('number'));
  const both = [
    ...these.filter((kind) => integers(those, kind)),
    ...those.filter((kind) => integers(these, kind)),
  ];
  const distinct = [...new Set(both)].filter(
    (kind) => kind !== 'number' || !both.includes('integer'),
  );
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : distinct;
}

function extreme<T>(choose: (a: T, b: T) => T, a: T | undefined, b: T | undefined): T | undefined {
  return a !== undefined && b !== undefined ? choose(a, b) : (a ?? b);
}

/** Days in ISO form are in the order of their texts. */
function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
