import type { TypeSyntax } from '../syntax.ts';
import type { Value } from '../value.ts';
import type { Evaluation } from './evaluation.ts';
import { type Truth, isRules, nothing } from '../operations/operating.ts';
import { spendOnElements, spendOnList } from '../operations/costs.ts';
import { fieldOf } from '../operations/field.ts';
import { allOf } from '../operations/truth.ts';
import { isUnknown, unsureOf } from '../operations/unknown.ts';

/** `value instance of type`; null is of the type `Null` alone. */
export function instanceOf(value: Value, type: TypeSyntax, within: Evaluation): Truth {
  if (isUnknown(value)) return value;
  if (type.name === 'Any') return value !== null;
  if (type.name === 'Null') return value === null;
  const kind = kinds[type.name];
  if (kind === undefined) return nothing(within);
  if (value === null || kindOf(value) !== kind) return false;
  if (typeof value !== 'object') return true;
  switch (value.kind) {
    case 'list': {
      const [element] = type.args;
      if (!element) return true;
      spendOnList(within.budget, value);
      const truths = value.items.map((item) => item === null || instanceOf(item, element, within));
      return allOf([...truths, unsureOf(value) ?? true]);
    }
    case 'context':
      spendOnElements(within.budget, type.fields.length);
      return allOf(
        type.fields.map((field) => {
          const inner = fieldOf(value, field.name);
          if (inner === undefined) return false;
          return inner === null ? !isRules(within) : instanceOf(inner, field.type, within);
        }),
      );
    case 'range': {
      const [element] = type.args;
      if (!element) return true;
      const ends = [value.low, value.high].filter((end) => end !== undefined && end !== null);
      return allOf(ends.map((end) => instanceOf(end, element, within)));
    }
    case 'function':
      return type.args.length === 0 || isCallableWith(value.parameters, type.args.length);
    default:
      return true;
  }
}

/** Parameters and results of functions have no types here: the number of arguments is all that is compared. */
function isCallableWith(parameters: readonly string[] | undefined, count: number): boolean {
  return parameters === undefined || parameters.length === count;
}

type Kind = 'text' | 'boolean' | Extract<Value, { kind: string }>['kind'];

const kinds: Readonly<Record<string, Kind>> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date-time',
  'days and time duration': 'days-duration',
  'years and months duration': 'months-duration',
  list: 'list',
  context: 'context',
  range: 'range',
  function: 'function',
};

function kindOf(value: Exclude<Value, null>): Kind {
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : value.kind;
}
