import type { Value } from '../value.ts';
import { contextBuiltins } from './builtins/contexts.ts';
import { conversionBuiltins } from './builtins/conversion.ts';
import { lendingBuiltins } from './builtins/lending.ts';
import { listBuiltins } from './builtins/lists.ts';
import { numberBuiltins } from './builtins/numbers.ts';
import { rangeBuiltins } from './builtins/ranges.ts';
import { temporalBuiltins } from './builtins/temporal.ts';
import { textBuiltins } from './builtins/texts.ts';
import { type Operating, nothing } from './operating.ts';
import { type Form, callByName, callForms } from './form.ts';

/** All built-in functions: those of DMN 1.5, and those of lending. */
const builtins: ReadonlyMap<string, readonly Form[]> = new Map(
  Object.entries({
    ...conversionBuiltins,
    ...textBuiltins,
    ...numberBuiltins,
    ...listBuiltins,
    ...contextBuiltins,
    ...temporalBuiltins,
    ...rangeBuiltins,
    ...lendingBuiltins,
  }),
);

/** The names of all built-in functions. */
export const builtinNames: readonly string[] = [...builtins.keys()];

/** The ways to call a built-in function; undefined when there is none of the name. */
export function builtinNamed(name: string): readonly Form[] | undefined {
  return builtins.get(name);
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
