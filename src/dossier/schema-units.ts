import type { NumberType, Title } from '../feel/types.ts';
import { type BuiltinUnit, builtinUnits, type Unit } from '../feel/units.ts';
import { isSchema } from './schema-parts.ts';

/** What a schema or a file of a rulebook may say a number counts; `none`: nothing, it stands beside any number. */
export type UnitName = BuiltinUnit | 'none' | (string & {});

/** Units by their names; undefined stands for none. */
export type Units = ReadonlyMap<string, Unit | undefined>;

/** The units that every rulebook has. */
export const commonUnits: Units = new Map<string, Unit | undefined>([
  ...builtinUnits.map((unit) => [unit, unit] as const),
  ['none', undefined],
]);

/** A name that rules can write. */
const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * The units of a schema: the common ones, and its own under `x-units`.
 *
 * @param declared - what stands there, which comes from a file and may be anything
 * @returns besides, the names that are no such declaration
 */
export function unitsOf(declared: unknown): {
  readonly units: Units;
  readonly wrong: readonly string[];
} {
  const units = new Map(commonUnits);
  if (declared === undefined) return { units, wrong: [] };
  if (typeof declared !== 'object' || declared === null) return { units, wrong: [''] };
  const wrong: string[] = [];
  for (const [name, own] of Object.entries(declared)) {
    if (units.has(name) || !identifier.test(name) || !isSchema(own)) wrong.push(name);
    else units.set(name, { name, title: titleOf(own) });
  }
  return { units, wrong };
}

function titleOf(own: { readonly title?: unknown }): Title {
  const { title } = own;
  if (typeof title !== 'object' || title === null) return {};
  const said = (language: 'zh' | 'en') => {
    const text: unknown = Reflect.get(title, language);
    return typeof text === 'string' ? text : undefined;
  };
  const [zh, en] = [said('zh'), said('en')];
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) };
}

/** A number that counts this. */
export function numberIn(unit: Unit | undefined): NumberType {
  return unit === undefined ? { kind: 'number' } : { kind: 'number', unit };
}
