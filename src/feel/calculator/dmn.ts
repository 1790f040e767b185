import type { DateTime } from '../../values/temporal.ts';
import { parseExpression } from '../parse.ts';
import type { FeelProblem, FeelProblems } from '../problems.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { type Limit, withinLimits } from '../operations/limits.ts';
import { printValue } from '../operations/print.ts';

/** A name and the FEEL text of its value. */
export interface Let {
  readonly name: string;
  readonly value: string;
}

/** A FEEL literal, or the code of what is wrong with one of the texts. */
export type TextResult = { readonly result: string } | { readonly rejected: Rejection['rejected'] };

/**
 * Evaluates FEEL texts in DMN's own reading: what cannot be computed is null.
 *
 * @param lets - names with the FEEL texts of their values, each of which may use those before it
 * @param now - for now() and today()
 */
export function evaluateText(lets: readonly Let[], expression: string, now: DateTime): TextResult {
  const found = valueOfText(lets, expression, now);
  if ('rejected' in found) return { rejected: found.rejected };
  return withinLimits<TextResult, TextResult>(
    () => ({ result: printValue(found.value) }),
    () => ({ rejected: 'feel/limit' }),
  );
}

export interface Rejection {
  readonly rejected: keyof FeelProblems | 'feel/limit';
  /** What the evaluation would take too much of. */
  readonly limit?: Limit;
  readonly problems: readonly FeelProblem[];
  /** Which of the `let` is wrong; undefined for the expression itself. */
  readonly let: number | undefined;
}

/** As `evaluateText`, with the value itself, or where in which text the mistake is. */
export function valueOfText(
  lets: readonly Let[],
  expression: string,
  now: DateTime,
): { readonly value: Value } | Rejection {
  const names = new Map<string, Value>();
  const texts = [...lets, { name: undefined, value: expression }];
  let value: Value = null;
  for (const [index, { name, value: text }] of texts.entries()) {
    const at = name === undefined ? undefined : index;
    const parsed = parseExpression(text, {
      dialect: 'dmn',
      names: [...names.keys(), ...keysIn(names)],
    });
    if (!parsed.value) {
      const rejected = parsed.problems[0]?.code ?? 'feel/syntax';
      return { rejected, problems: parsed.problems, let: at };
    }
    const { value: node } = parsed;
    const found = withinLimits<{ readonly value: Value } | Rejection, Rejection>(
      () => ({
        value: evaluate(node, { get: (one) => names.get(one) }, { nulls: 'dmn' }, { now }),
      }),
      ({ limit }) => ({ rejected: 'feel/limit', limit, problems: [], let: at }),
    );
    if ('rejected' in found) return found;
    value = found.value;
    if (name !== undefined) names.set(name, value);
  }
  return { value };
}

/** Keys of contexts among the values, so that `contract.start-date` finds them. */
function keysIn(names: ReadonlyMap<string, Value>): readonly string[] {
  const keys = new Set<string>();
  // a list may stand in many others
  const seen = new Set<Value>();
  const gather = (value: Value, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 20 || seen.has(value)) return;
    seen.add(value);
    if (value.kind === 'list') for (const item of value.items) gather(item, depth + 1);
    if (value.kind !== 'context') return;
    for (const [key, inner] of value.entries) {
      keys.add(key);
      gather(inner, depth + 1);
    }
  };
  for (const value of names.values()) gather(value, 0);
  return [...keys];
}
