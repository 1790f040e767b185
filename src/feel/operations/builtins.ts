import type { Builtin } from '../builtins.ts';
import type { Value } from '../value.ts';
import { contextBuiltins } from './builtins/contexts.ts';
import { conversionBuiltins } from './builtins/conversion.ts';
import { builtinsBeyondDmn } from './builtins/beyond-dmn.ts';
import { listBuiltins } from './builtins/lists.ts';
import { numberBuiltins } from './builtins/numbers.ts';
import { rangeBuiltins } from './builtins/ranges.ts';
import { registerBuiltins } from './builtins/registers.ts';
import { writtenBuiltins } from './builtins/written.ts';
import { temporalBuiltins } from './builtins/temporal.ts';
import { textBuiltins } from './builtins/texts.ts';
import { type Operating, nothing } from './operating.ts';
import { type Form, callByName, callForms } from './form.ts';
import { isParted, propertyOf } from './property.ts';
import { isUnknown } from './unknown.ts';

const all = {
  ...conversionBuiltins,
  ...textBuiltins,
  ...numberBuiltins,
  ...listBuiltins,
  ...contextBuiltins,
  ...temporalBuiltins,
  ...rangeBuiltins,
  ...builtinsBeyondDmn,
  ...registerBuiltins,
  ...writtenBuiltins,
} satisfies Readonly<Record<Called, readonly Form[]>>;

/** A function of the rule profile that is called by its name: the others are parts of what they are given. */
type Called = Exclude<Builtin, `.${string}`>;

/** All built-in functions: those of DMN 1.5, and those beyond it. */
const builtins: ReadonlyMap<string, readonly Form[]> = new Map(Object.entries(all));

/** The names of all built-in functions. */
export const builtinNames: readonly string[] = [...builtins.keys()];

/** The ways to call a built-in function; undefined when there is none of the name. */
export function builtinNamed(name: string): readonly Form[] | undefined {
  return builtins.get(name);
}

/** A function of the rule profile; one whose name starts with a point is a part of what it is given. */
export function callOfRules(builtin: Builtin, args: readonly Value[], within: Operating): Value {
  if (!builtin.startsWith('.')) return callBuiltin(builtin, args, within);
  const [of = null] = args;
  if (isUnknown(of) || of === null) return of;
  return isParted(of) ? propertyOf(of, builtin.slice(1), within) : nothing(within);
}

export function callBuiltin(name: string, args: readonly Value[], within: Operating): Value {
  const forms = builtins.get(name);
  return forms ? callForms(forms, args, within) : nothing(within, ...args);
}

export function callBuiltinByName(
  name: string,
  args: ReadonlyMap<string, Value>,
  within: Operating,
): Value {
  const forms = builtins.get(name);
  return forms ? callByName(forms, args, within) : nothing(within, ...args.values());
}
